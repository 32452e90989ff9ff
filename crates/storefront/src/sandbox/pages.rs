//! The card-entry frame, and the files of the processor's pages.
//!
//! The frame lives on the processor's origin, so that neither the shop's page nor the page around it can read what is
//! typed. It talks to the page that framed it by `postMessage`, with the origin checked on both sides.

use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use super::cards::{Fault, TEST_CARDS};
use super::{Sandbox, language};
use crate::text::Language;
use crate::text::sandbox::words;

/// How the frame should look and where it is.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Frame {
    checkout_id: String,
    lang: Option<String>,
    scheme: String,
    accent: String,
    parent: String,
}

pub(super) fn router() -> Router<Sandbox> {
    Router::new()
        .route("/card-frame", get(frame))
        .route("/assets/card.js", get(async || asset("text/javascript; charset=utf-8", include_str!("assets/card.js"))))
        .route("/assets/challenge.js", get(async || asset("text/javascript; charset=utf-8", include_str!("assets/challenge.js"))))
        .route("/assets/pages.css", get(async || asset("text/css; charset=utf-8", include_str!("assets/pages.css"))))
        .route("/favicon.ico", get(async || StatusCode::NO_CONTENT))
        .route("/handlers/sandbox-card", get(async || asset("text/plain; charset=utf-8", include_str!("assets/handler.txt"))))
        .route("/handlers/sandbox-card.json", get(async || asset("application/json", include_str!("assets/handler.json"))))
        .route("/handlers/sandbox-invoice", get(async || asset("text/plain; charset=utf-8", include_str!("assets/invoice.txt"))))
        .route("/handlers/sandbox-invoice.json", get(async || asset("application/json", include_str!("assets/invoice.json"))))
}

fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "public, max-age=300")], text).into_response()
}

async fn frame(State(sandbox): State<Sandbox>, headers: HeaderMap, Query(frame): Query<Frame>) -> Response {
    let language = language(frame.lang.as_deref(), &headers);
    let words = words(language);
    let error = |field: &str| format!(r#"<p class="error" id="{field}-error" hidden></p>"#);
    let input = |field: &str, label: &str, attributes: &str| {
        format!(
            r#"<div class="field" id="{field}-field"><label for="{field}">{label}</label><div class="control"><input id="{field}" name="{field}" aria-describedby="{field}-error" {attributes}>{mark}</div>{error}</div>"#,
            label = escaped(label),
            mark = if field == "number" { r#"<span class="brand" id="brand" hidden></span>"# } else { "" },
            error = error(field),
        )
    };
    let cards: String = TEST_CARDS
        .iter()
        .map(|(number, behaviour)| {
            format!(
                r#"<li><button type="button" data-number="{number}"><bdi dir="ltr">{}</bdi><span>{}</span></button></li>"#,
                grouped(number),
                escaped(words.behaviour(*behaviour)),
            )
        })
        .collect();
    // A heading of the fourth level: the frame stands inside a step of the checkout, which is one of the third.
    let body = format!(
        r#"<main id="card" aria-label="{title}" data-checkout="{checkout}" data-business="{business}" data-parent="{parent}" data-accent="{accent}" data-lang="{lang}" data-number-missing="{no_number}" data-number-invalid="{bad_number}" data-expiry-invalid="{bad_expiry}" data-expiry-past="{past}" data-cvc-missing="{no_cvc}" data-cvc-invalid="{bad_cvc}" data-failed="{failed}">
<h4 class="unseen">{title}</h4>
<form novalidate>
{number}
<div class="pair">{expiry}{cvc}</div>
{name}
</form>
<p class="error" id="form-error" role="alert" hidden></p>
<details class="sandbox"><summary><span class="badge">{sandbox_word}</span><span class="note">{no_money}</span><span class="more">{test_cards}</span></summary><ul>{cards}</ul></details>
</main>
<script src="/assets/card.js"></script>"#,
        title = escaped(words.card),
        checkout = escaped(&frame.checkout_id),
        business = escaped(&sandbox.settings.business_id),
        parent = escaped(&origin(&frame.parent).unwrap_or_default()),
        accent = escaped(&frame.accent),
        lang = language.tag(),
        no_number = escaped(words.no_number),
        no_cvc = escaped(words.no_cvc),
        bad_number = escaped(words.fault(Fault::Number)),
        bad_expiry = escaped(words.fault(Fault::Expiry)),
        past = escaped(words.fault(Fault::Past)),
        bad_cvc = escaped(words.fault(Fault::Cvc)),
        failed = escaped(words.failed),
        number = input(
            "number",
            words.number,
            r#"autocomplete="cc-number" inputmode="numeric" dir="ltr" maxlength="23" placeholder="1234 1234 1234 1234" required"#
        ),
        expiry = input(
            "expiry",
            words.expiry,
            &format!(
                r#"autocomplete="cc-exp" inputmode="numeric" dir="ltr" maxlength="9" placeholder="{}" required"#,
                escaped(words.expiry_hint)
            ),
        ),
        cvc = input(
            "cvc",
            words.cvc,
            &format!(
                r#"autocomplete="cc-csc" inputmode="numeric" dir="ltr" maxlength="4" placeholder="{}" required"#,
                escaped(words.cvc_hint)
            ),
        ),
        name = input("name", words.name, r#"autocomplete="cc-name" maxlength="80" dir="auto" autocapitalize="words""#),
        sandbox_word = escaped(words.sandbox),
        no_money = escaped(words.no_money),
        test_cards = escaped(words.test_cards),
    );
    document(language, &frame.scheme, words.card, &body)
}

/// A whole page of the processor.
pub(super) fn document(language: Language, scheme: &str, title: &str, body: &str) -> Response {
    let scheme = match scheme {
        "light" | "dark" => scheme,
        _ => "auto",
    };
    Html(format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{dir}" data-scheme="{scheme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<link rel="stylesheet" href="/assets/pages.css">
</head>
<body>
{body}
</body>
</html>
"#,
        lang = language.tag(),
        dir = if language.is_rtl() { "rtl" } else { "ltr" },
        title = escaped(title),
    ))
    .into_response()
}

/// Text that can stand in HTML, in an attribute as well.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

/// The origin of an http(s) URL, or nothing.
pub(super) fn origin(url: &str) -> Option<String> {
    let url = reqwest::Url::parse(url).ok()?;
    matches!(url.scheme(), "http" | "https").then(|| url.origin().ascii_serialization())
}

/// A card number in groups, as it is printed on cards.
fn grouped(number: &str) -> String {
    let groups: &[usize] = if number.len() == 15 { &[4, 6, 5] } else { &[4, 4, 4, 4] };
    let mut rest = number;
    let mut parts = Vec::new();
    for length in groups {
        let (head, tail) = rest.split_at((*length).min(rest.len()));
        parts.push(head);
        rest = tail;
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_on_cards() {
        assert_eq!(grouped("4242424242424242"), "4242 4242 4242 4242");
        assert_eq!(grouped("378282246310005"), "3782 822463 10005");
    }

    #[test]
    fn only_http_origins_are_told_anything() {
        assert_eq!(origin("https://shop.example/x?y#z").as_deref(), Some("https://shop.example"));
        assert_eq!(origin("http://127.0.0.1:8787").as_deref(), Some("http://127.0.0.1:8787"));
        assert_eq!(origin("javascript:alert(1)"), None);
        assert_eq!(origin("*"), None);
    }

    #[test]
    fn nothing_from_the_address_becomes_markup() {
        assert_eq!(escaped(r#""><script>'&"#), "&quot;&gt;&lt;script&gt;&#39;&amp;");
    }
}
