//! A letter as HTML: tables and inline styles, because that is what mail programs understand.
//!
//! One column of 560 px, paper on a slightly darker ground, dark where the reader's program is; direction and alignment
//! follow the language. Pictures are beside the lines and the letter reads as well without them.

use maud::{DOCTYPE, Markup, html};

use super::letter::{Letter, Line, Row, Weight};

/// For programs that know media queries; the inline styles hold everywhere else.
const STYLE: &str = "\
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; -webkit-text-size-adjust: 100%; }
a { color: inherit; }
@media (max-width: 480px) { .side { padding-left: 20px !important; padding-right: 20px !important; } }
@media (prefers-color-scheme: dark) {
  .ground { background: #161514 !important; }
  .paper { background: #1f1e1c !important; }
  .ink { color: #f2f1ee !important; }
  .quiet { color: #aaa69e !important; }
  .rule { border-color: #37352f !important; }
  .press { background: #f2f1ee !important; }
  .press a { color: #1a1a1a !important; }
}
";

const FONT: &str =
    "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Noto Sans Arabic','Geeza Pro',Tahoma,sans-serif";

/// The letter as a page.
#[must_use]
pub fn html(letter: &Letter) -> String {
    let rtl = letter.language.is_rtl();
    let dir = if rtl { "rtl" } else { "ltr" };
    let (start, end) = if rtl { ("right", "left") } else { ("left", "right") };
    let leading = if rtl { "1.7" } else { "1.5" };
    let base = format!("{FONT};font-size:16px;line-height:{leading};color:#1a1a1a;text-align:{start}");
    let page = html! {
        (DOCTYPE)
        html lang=(letter.language.tag()) dir=(dir) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="supported-color-schemes" content="light dark";
                title { (letter.subject) }
                style { (maud::PreEscaped(STYLE)) }
            }
            body class="ground" dir=(dir) style="margin:0;padding:0;background:#f1efeb" {
                // What the list of mails shows after the subject.
                div style="display:none;max-height:0;overflow:hidden" { (letter.lead.first().map_or("", String::as_str)) }
                table role="presentation" class="ground" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:#f1efeb" {
                    tr { td align="center" style="padding:24px 12px" {
                        table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" dir=(dir) style="width:100%;max-width:560px" {
                            tr { td class="side ink" style=(format!("{base};padding:4px 32px 16px;font-weight:600")) { bdi { (letter.shop) } } }
                            tr { td class="paper side ink" style=(format!("{base};background:#ffffff;border-radius:12px;padding:32px")) {
                                (content(letter, &base, start, end))
                            } }
                            tr { td class="side quiet" style=(format!("{base};color:#6d685f;font-size:13px;padding:20px 32px")) {
                                @for line in &letter.foot { p style="margin:0 0 6px" { (line) } }
                            } }
                        }
                    } }
                }
            }
        }
    };
    page.into_string()
}

fn content(letter: &Letter, base: &str, start: &str, end: &str) -> Markup {
    html! {
        h1 class="ink" style=(format!("{base};margin:0 0 16px;font-size:22px;line-height:1.3;font-weight:600")) { (letter.title) }
        p style="margin:0 0 12px" { (letter.hello) }
        @for sentence in &letter.lead { p style="margin:0 0 12px" { (sentence) } }
        @if !letter.lines.is_empty() {
            (heading(letter.heading, base))
            table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" {
                @for line in &letter.lines { (bought(line, base, end)) }
            }
        }
        @if !letter.rows.is_empty() {
            table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin-top:12px" {
                @for row in &letter.rows { (total(row, base, start, end)) }
            }
        }
        @for fact in &letter.facts {
            (heading(fact.name, base))
            p style="margin:0" { @for (index, line) in fact.lines.iter().enumerate() { @if index > 0 { br; } bdi { (line) } } }
        }
        table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin-top:28px" {
            tr { td class="press" align="center" style="background:#1a1a1a;border-radius:8px" {
                a href=(letter.order.url) target="_blank" style=(format!("{FONT};display:inline-block;padding:12px 22px;color:#ffffff;font-size:16px;font-weight:600;text-decoration:none")) { (letter.order.text) }
            } }
        }
        @if let Some(track) = &letter.track {
            p style="margin:16px 0 0" { a class="ink" href=(track.url) target="_blank" rel="noopener" style="color:#1a1a1a" { (track.text) } }
        }
    }
}

fn heading(text: &str, base: &str) -> Markup {
    html! { h2 class="quiet" style=(format!("{base};margin:26px 0 8px;color:#6d685f;font-size:14px;font-weight:600")) { (text) } }
}

fn bought(line: &Line, base: &str, end: &str) -> Markup {
    let cell = format!("{base};padding:10px 0;border-bottom:1px solid #e7e3db;vertical-align:middle");
    html! {
        tr {
            @if let Some(picture) = &line.picture {
                td class="rule" width="68" style=(cell) {
                    img src=(picture) alt="" width="56" height="56" style="display:block;width:56px;height:56px;border:0;border-radius:8px";
                }
            }
            td class="rule ink" style=(cell) {
                bdi { (line.title) } span class="quiet" style="color:#6d685f;white-space:nowrap" { " × " (line.quantity) }
                @if let Some(text) = &line.text { div class="quiet" style="color:#6d685f" { "“" bdi { (text) } "”" } }
            }
            @if let Some(amount) = &line.amount {
                td class="rule ink" align=(end) style=(format!("{cell};text-align:{end};white-space:nowrap")) { bdi { (amount) } }
            }
        }
    }
}

fn total(row: &Row, base: &str, start: &str, end: &str) -> Markup {
    let (class, look, inset) = match row.weight {
        Weight::Part => ("quiet", "color:#6d685f;font-size:13px;padding:1px 0", "12px"),
        Weight::Row => ("ink", "padding:3px 0", "0"),
        Weight::Total => ("ink", "padding:10px 0 3px;font-weight:600", "0"),
    };
    html! {
        tr {
            td class=(class) align=(start) style=(format!("{base};{look};padding-{start}:{inset}")) { (row.name) }
            td class=(class) align=(end) style=(format!("{base};{look};text-align:{end};white-space:nowrap")) { bdi { (row.amount) } }
        }
    }
}
