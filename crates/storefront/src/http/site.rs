//! The pages that host the widget: Trunk's `dist` folder, with the headers that make it fast and strict.

use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use tower_http::services::{ServeDir, ServeFile};

use super::AppState;
use crate::config::Config;

/// Serves the site on every path that nothing else claimed. Without a site directory those paths are not found.
pub(super) fn router(router: Router<AppState>, config: &Config) -> Router<AppState> {
    let Some(dist) = &config.site_dir else {
        return router.fallback(missing);
    };
    let page = |name: &str| ServeFile::new(dist.join("pages").join(name)).precompressed_br();
    let policy = policy(config);
    let files =
        ServeDir::new(dist).precompressed_br().not_found_service(axum::handler::HandlerWithoutStateExt::into_service(missing));
    let site = Router::new()
        .route_service("/orders/{id}", page("order.html"))
        .route_service("/checkout/{id}", page("checkout.html"))
        .route_service("/mailbox", page("mailbox.html"))
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(policy, finish));
    router.merge(site)
}

async fn missing() -> Response {
    (StatusCode::NOT_FOUND, [(header::CONTENT_TYPE, "text/plain; charset=utf-8")], "Not found\n").into_response()
}

/// What a page may load and do. The card frame is the one foreign thing on it.
fn policy(config: &Config) -> HeaderValue {
    // Google's script brings a style and frames of its own, and loads through the widget's policy for it.
    let (google, connects, pictures, types) = if config.google_pay {
        (" https://pay.google.com", " https://pay.google.com https://google.com", " https://www.gstatic.com", "fanshelf-pay")
    } else {
        ("", "", "", "'none'")
    };
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{google}; style-src 'self'; img-src 'self' data:{pictures}; \
         media-src 'self'; connect-src 'self'{connects}; frame-src 'self' {}{google}; font-src 'self'; form-action 'self'; \
         base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types {types}",
        config.processor_url
    );
    // A processor URL that cannot stand in a header cannot be framed either.
    HeaderValue::from_str(&policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// Cache life by kind of file, and the policy on pages.
async fn finish(State(policy): State<HeaderValue>, request: Request, next: Next) -> Response {
    let hashed = is_hashed(request.uri().path());
    let mut response = next.run(request).await;
    let success = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
    let page = is_page(response.headers());
    // The headers of "not modified" replace the stored ones, and it says nothing of its type: the policy goes along, or the
    // page would come back from the cache under the one for answers of the API.
    let again = response.status() == StatusCode::NOT_MODIFIED;
    let headers = response.headers_mut();
    let life = if hashed && success { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(life));
    if page {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    }
    if page || again {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        // The order page's address ends in a secret fragment; a referrer never carries fragments, but needs no path either.
        headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("strict-origin"));
    }
    response
}

fn is_page(headers: &HeaderMap) -> bool {
    headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

/// Whether a build tool put a content hash into the file's name: a run of at least eight hexadecimal digits, with a digit
/// among them, between `-`, `_` or `.`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.split(['-', '_', '.']).any(|part| {
        part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit()) && part.bytes().any(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_content_hash_are_kept_for_ever() {
        assert!(is_hashed("/fanshelf-8a7b6c5d4e3f2a1b_bg.wasm"));
        assert!(is_hashed("/snippets/app-1f2e3d4c5b6a7988.js"));
        assert!(!is_hashed("/fan-shelf.js"));
        assert!(!is_hashed("/media/noor-draws.webm"));
        assert!(!is_hashed("/deadbeef.js"));
        assert!(!is_hashed("/"));
    }
}
