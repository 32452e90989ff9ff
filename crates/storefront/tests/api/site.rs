//! The pages and pictures.

use axum::body::Body;
use axum::http::Request;
use serde_json::json;

use super::fixture::Shop;

/// A shop with a few built files. The folder of the pages must outlive it.
async fn with_pages() -> (Shop, tempfile::TempDir) {
    let dist = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(dist.path().join("pages")).unwrap();
    for (name, text) in [
        ("index.html", "<!doctype html><title>watch</title>"),
        ("pages/order.html", "<!doctype html><title>order</title>"),
        ("pages/checkout.html", "<!doctype html><title>checkout</title>"),
        ("fan-shelf.js", "export {}"),
        ("fanshelf-8a7b6c5d4e3f2a1b_bg.wasm", "\0asm plain"),
        ("fanshelf-8a7b6c5d4e3f2a1b_bg.wasm.br", "compressed"),
    ] {
        std::fs::write(dist.path().join(name), text).unwrap();
    }
    let dir = dist.path().display().to_string();
    (Shop::with(&["--site-dir", &dir]).await, dist)
}

#[tokio::test]
async fn pages_carry_the_strict_policy_and_are_checked_again() {
    let (shop, _dist) = with_pages().await;
    for (path, title) in
        [("/", "watch"), ("/orders/ord_1", "order"), ("/checkout/chk_1", "checkout"), ("/pages/order.html", "order")]
    {
        let reply = shop.get(path).await;
        assert_eq!(reply.status, 200, "{path}");
        assert!(String::from_utf8_lossy(&reply.bytes).contains(title), "{path}");
        assert_eq!(reply.header("cache-control"), "no-cache");
        assert_eq!(reply.header("content-type"), "text/html; charset=utf-8");
        let policy = reply.header("content-security-policy");
        for rule in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "frame-src 'self' http://127.0.0.1:8788",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
    }
}

#[tokio::test]
async fn a_page_that_has_not_changed_keeps_its_policy() {
    let (shop, _dist) = with_pages().await;
    let first = shop.get("/").await;
    let request = Request::get("/").header("if-modified-since", first.header("last-modified")).body(Body::empty()).unwrap();
    let second = shop.raw(request).await;
    assert_eq!(second.status, 304);
    assert_eq!(second.header("content-security-policy"), first.header("content-security-policy"));
}

#[tokio::test]
async fn hashed_files_are_kept_for_ever_and_come_compressed_with_their_type() {
    let (shop, _dist) = with_pages().await;
    let path = "/fanshelf-8a7b6c5d4e3f2a1b_bg.wasm";
    let plain = shop.get(path).await;
    assert_eq!(plain.header("content-type"), "application/wasm");
    assert_eq!(plain.header("cache-control"), "public, max-age=31536000, immutable");
    let request = Request::get(path).header("accept-encoding", "gzip, br").body(Body::empty()).unwrap();
    let small = shop.raw(request).await;
    assert_eq!((small.header("content-encoding"), small.header("content-type")), ("br", "application/wasm"));
    assert_eq!(&small.bytes[..], b"compressed");
    assert_eq!(shop.get("/fan-shelf.js").await.header("cache-control"), "no-cache");
    assert_eq!(shop.get("/fan-shelf.js").await.header("cross-origin-resource-policy"), "cross-origin");
}

#[tokio::test]
async fn what_is_not_there_is_a_plain_404() {
    let (shop, _dist) = with_pages().await;
    for path in ["/nowhere", "/pages/", "/../Cargo.toml", "/%2e%2e/%2e%2e/etc/passwd", "/fanshelf-00000000000000aa_bg.wasm"] {
        let reply = shop.get(path).await;
        assert_eq!(reply.status, 404, "{path}");
        assert!(!reply.header("cache-control").contains("immutable"), "{path}");
    }
    assert_eq!(Shop::open().await.get("/").await.status, 404, "without a site there are no pages");
}

#[tokio::test]
async fn pictures_are_kept_for_ever() {
    let shop = Shop::open().await;
    let folder = shop.folder.path().join("media/products");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("abc-240.webp"), b"RIFF").unwrap();
    let reply = shop.get("/media/products/abc-240.webp").await;
    assert_eq!((reply.status, reply.header("content-type")), (200, "image/webp"));
    assert_eq!(reply.header("cache-control"), "public, max-age=31536000, immutable");
    let missing = shop.get("/media/products/none-240.webp").await;
    assert_eq!(missing.status, 404);
    assert!(!missing.header("cache-control").contains("immutable"));
}

#[tokio::test]
async fn large_answers_of_the_api_are_compressed() {
    let shop = Shop::open().await;
    let body = json!({ "query": "*", "pagination": { "limit": 20 } }).to_string();
    let reply = shop.post_text("/catalog/search", &body, &[("accept-encoding", "br")]).await;
    assert_eq!(reply.header("content-encoding"), "br");
    assert!(reply.bytes.len() < 6_000, "{}", reply.bytes.len());
}
