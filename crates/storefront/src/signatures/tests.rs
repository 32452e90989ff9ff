//! Signatures against the RFC's own example, round trips, and everything that must not be believed.

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use ucp::{Json, Map};

use super::*;

const NOW: i64 = 1_618_884_473;

fn headers(lines: &[(&str, &str)]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(HeaderName::try_from(*name).unwrap(), HeaderValue::from_str(value).unwrap());
    }
    headers
}

fn jwk(members: &[(&str, &str)]) -> Json {
    Json::Object(members.iter().map(|(name, value)| ((*name).to_owned(), Json::from(*value))).collect::<Map<Json>>())
}

/// RFC 9421, appendix B.1.3: `test-key-ecc-p256`, its public half.
fn rfc_key() -> Json {
    jwk(&[
        ("kid", "test-key-ecc-p256"),
        ("kty", "EC"),
        ("crv", "P-256"),
        ("x", "qIVYZVLCrPZHGHjP17CTW0_-D9Lfw0EkjqF7xB4FivA"),
        ("y", "Mc4nN9LTDOBhfoUeg8Ye9WedFRhnZXZJA12Qp0zZ6F0"),
    ])
}

/// RFC 9421, appendix B.2.4: a response signed with that key.
fn rfc_answer() -> (HeaderMap, &'static [u8]) {
    let headers = headers(&[
        ("content-type", "application/json"),
        ("content-digest", "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:"),
        ("content-length", "23"),
        (
            "signature-input",
            "sig-b24=(\"@status\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-ecc-p256\"",
        ),
        ("signature", "sig-b24=:wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==:"),
    ]);
    (headers, br#"{"message": "good dog"}"#)
}

fn check_answer(status: u16, headers: &HeaderMap, body: &[u8], keys: &[Json], now: i64) -> Result<(), Fault> {
    Proof::read(headers)?.verify(&Message { target: Target::Response { status }, headers, body }, keys, now)
}

#[test]
fn the_example_of_the_rfc_is_believed() {
    let (headers, body) = rfc_answer();
    assert_eq!(check_answer(200, &headers, body, &[rfc_key()], NOW), Ok(()));
    assert!(matches!(check_answer(201, &headers, body, &[rfc_key()], NOW), Err(Fault::Invalid(_))), "another status");
    assert!(matches!(check_answer(200, &headers, b"{\"message\": \"bad dog\"}", &[rfc_key()], NOW), Err(Fault::Digest(_))));
    let mut other = headers.clone();
    other.insert("content-type", HeaderValue::from_static("text/plain"));
    assert!(matches!(check_answer(200, &other, body, &[rfc_key()], NOW), Err(Fault::Invalid(_))), "another type");
}

/// A signed webhook and where it goes.
fn signed(key: &SigningKey, url: &str) -> (HeaderMap, reqwest::Url) {
    let url = reqwest::Url::parse(url).unwrap();
    let mut headers = headers(&[
        ("content-type", "application/json"),
        ("ucp-agent", "profile=\"https://shop.example/.well-known/ucp\""),
        ("idempotency-key", "evt_1"),
    ]);
    key.sign_request("POST", &url, &mut headers, BODY, NOW).unwrap();
    (headers, url)
}

const BODY: &[u8] = br#"{"id":"ord_1"}"#;

fn check(method: &str, url: &reqwest::Url, headers: &HeaderMap, body: &[u8], keys: &[Json]) -> Result<(), Fault> {
    let authority = authority(url);
    let target = Target::Request { method, authority: &authority, path: url.path(), query: url.query() };
    Proof::read(headers)?.verify(&Message { target, headers, body }, keys, NOW)
}

#[test]
fn what_was_signed_here_is_believed_and_covers_what_the_protocol_demands() {
    let (key, _) = SigningKey::generate().unwrap();
    let (headers, url) = signed(&key, "https://Platform.example:443/hooks/orders?shop=1");
    assert_eq!(check("POST", &url, &headers, BODY, &[key.jwk()]), Ok(()));
    let input = headers["signature-input"].to_str().unwrap();
    let covered = "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\" \"ucp-agent\" \"idempotency-key\" \"content-digest\" \"content-type\")";
    assert_eq!(input, format!("{covered};created={NOW};keyid=\"{}\"", key.kid()));
    let signature = headers["signature"].to_str().unwrap();
    assert_eq!(signature.len(), "sig1=::".len() + 88, "64 raw bytes: {signature}");
}

#[test]
fn an_answer_without_a_body_covers_its_status_alone() {
    let (key, _) = SigningKey::generate().unwrap();
    let mut headers = HeaderMap::new();
    key.sign_response(204, &mut headers, b"", NOW).unwrap();
    assert!(headers["signature-input"].to_str().unwrap().starts_with("sig1=(\"@status\");"));
    assert_eq!(check_answer(204, &headers, b"", &[key.jwk()], NOW), Ok(()));
    assert!(check_answer(200, &headers, b"", &[key.jwk()], NOW).is_err());
}

#[test]
fn nothing_of_a_signed_request_can_be_changed() {
    let (key, _) = SigningKey::generate().unwrap();
    let (headers, url) = signed(&key, "https://platform.example/hooks/orders?shop=1");
    let keys = [key.jwk()];
    let other = |text: &str| reqwest::Url::parse(text).unwrap();
    for (method, url) in [
        ("PUT", url.clone()),
        ("POST", other("https://evil.example/hooks/orders?shop=1")),
        ("POST", other("https://platform.example:8443/hooks/orders?shop=1")),
        ("POST", other("https://platform.example/hooks/refunds?shop=1")),
        ("POST", other("https://platform.example/hooks/orders?shop=2")),
        ("POST", other("https://platform.example/hooks/orders")),
    ] {
        assert!(matches!(check(method, &url, &headers, BODY, &keys), Err(Fault::Invalid(_))), "{method} {url}");
    }
    for name in ["ucp-agent", "idempotency-key", "content-type"] {
        let mut changed = headers.clone();
        changed.insert(name, HeaderValue::from_static("profile=\"https://evil.example/\""));
        assert!(matches!(check("POST", &url, &changed, BODY, &keys), Err(Fault::Invalid(_))), "{name} changed");
        changed.append(name, HeaderValue::from_static("more"));
        assert!(matches!(check("POST", &url, &changed, BODY, &keys), Err(Fault::Invalid(_))), "{name} repeated");
        changed.remove(name);
        assert!(matches!(check("POST", &url, &changed, BODY, &keys), Err(Fault::Invalid(_))), "{name} removed");
    }
    assert!(matches!(check("POST", &url, &headers, b"{}", &keys), Err(Fault::Digest(_))));
    let mut forged = headers.clone();
    forged.insert("content-digest", HeaderValue::from_str(&content_digest(b"{}")).unwrap());
    assert!(matches!(check("POST", &url, &forged, b"{}", &keys), Err(Fault::Invalid(_))), "a digest made anew");
}

#[test]
fn one_flipped_bit_is_enough() {
    let (key, _) = SigningKey::generate().unwrap();
    let (mut headers, url) = signed(&key, "https://platform.example/hooks");
    let text = headers["signature"].to_str().unwrap().to_owned();
    let at = text.len() / 2;
    let flipped = if text.as_bytes()[at] == b'A' { "B" } else { "A" };
    let forged = [&text[..at], flipped, &text[at + 1..]].concat();
    headers.insert("signature", HeaderValue::from_str(&forged).unwrap());
    assert!(matches!(check("POST", &url, &headers, BODY, &[key.jwk()]), Err(Fault::Invalid(_))));
}

#[test]
fn half_a_signature_is_a_missing_one_and_rubbish_is_an_invalid_one() {
    let (key, _) = SigningKey::generate().unwrap();
    let (headers, url) = signed(&key, "https://platform.example/hooks");
    for name in ["signature", "signature-input"] {
        let mut half = headers.clone();
        half.remove(name);
        assert_eq!(check("POST", &url, &half, BODY, &[key.jwk()]), Err(Fault::Missing), "without {name}");
        assert!(Proof::is_claimed(&half));
        half.insert(name, HeaderValue::from_static("((("));
        assert!(matches!(check("POST", &url, &half, BODY, &[key.jwk()]), Err(Fault::Invalid(_))), "{name} is rubbish");
    }
    assert!(!Proof::is_claimed(&HeaderMap::new()));
}

#[test]
fn a_signature_that_covers_too_little_is_not_believed() {
    let (key, _) = SigningKey::generate().unwrap();
    let (headers, url) = signed(&key, "https://platform.example/hooks?a=1");
    for name in ["@method", "@authority", "@path", "@query", "ucp-agent", "idempotency-key", "content-digest", "content-type"] {
        let mut less = headers.clone();
        let input = headers["signature-input"].to_str().unwrap().replacen(&format!("\"{name}\" "), "", 1);
        let input = input.replacen(&format!(" \"{name}\")"), ")", 1);
        less.insert("signature-input", HeaderValue::from_str(&input).unwrap());
        let fault = check("POST", &url, &less, BODY, &[key.jwk()]).unwrap_err();
        assert_eq!(fault, Fault::Invalid(format!("it does not cover {name}")));
    }
}

#[test]
fn a_key_that_is_not_published_is_not_found_and_a_rotated_one_is_while_it_is_listed() {
    let (old, new) = (SigningKey::generate().unwrap().0, SigningKey::generate().unwrap().0);
    let (headers, url) = signed(&old, "https://platform.example/hooks");
    assert_eq!(check("POST", &url, &headers, BODY, &[new.jwk()]), Err(Fault::KeyNotFound(old.kid().to_owned())));
    assert_eq!(check("POST", &url, &headers, BODY, &[new.jwk(), old.jwk()]), Ok(()));
    // A key of somebody else under the same name proves nothing.
    let Json::Object(Map(mut members)) = new.jwk() else { unreachable!() };
    members[0].1 = Json::from(old.kid());
    assert!(matches!(check("POST", &url, &headers, BODY, &[Json::Object(Map(members))]), Err(Fault::Invalid(_))));
}

#[test]
fn keys_of_other_kinds_are_unsupported_and_broken_ones_are_invalid() {
    let (key, _) = SigningKey::generate().unwrap();
    let (headers, url) = signed(&key, "https://platform.example/hooks");
    let with = |members: &[(&str, &str)]| {
        let kid = [("kid", key.kid())];
        check("POST", &url, &headers, BODY, &[jwk(&[&kid, members].concat())])
    };
    assert!(matches!(with(&[("kty", "OKP"), ("crv", "Ed25519"), ("x", "AAAA")]), Err(Fault::Algorithm(_))));
    assert!(matches!(with(&[("kty", "RSA")]), Err(Fault::Algorithm(_))));
    assert!(matches!(with(&[("kty", "EC"), ("crv", "P-256"), ("alg", "ES512")]), Err(Fault::Algorithm(_))));
    assert!(matches!(with(&[("kty", "EC"), ("crv", "P-256"), ("x", "AAAA"), ("y", "AAAA")]), Err(Fault::Invalid(_))));
    let zero = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assert!(matches!(with(&[("kty", "EC"), ("crv", "P-256"), ("x", zero), ("y", zero)]), Err(Fault::Invalid(_))), "off curve");
}

#[test]
fn a_signature_has_its_time() {
    let (headers, body) = rfc_answer();
    for (now, holds) in [(NOW + 3_600, true), (NOW + 3_601, false), (NOW - 60, true), (NOW - 61, false)] {
        assert_eq!(check_answer(200, &headers, body, &[rfc_key()], now).is_ok(), holds, "{now}");
    }
}

#[test]
fn the_faults_have_the_protocols_codes() {
    let faults = [
        (Fault::Missing, "signature_missing", 401),
        (invalid("x"), "signature_invalid", 401),
        (Fault::KeyNotFound("k".into()), "key_not_found", 401),
        (Fault::Digest("x".into()), "digest_mismatch", 400),
        (Fault::Algorithm("x".into()), "algorithm_unsupported", 400),
    ];
    for (fault, code, status) in faults {
        assert_eq!((fault.code(), fault.status()), (code, status));
    }
}

#[test]
fn a_digest_is_the_bodys_and_no_other() {
    let digest = content_digest(b"{\"hello\": \"world\"}");
    assert_eq!(digest, "sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:", "the example of RFC 9530");
    let check = |value: &str, body: &[u8]| check_digest(&headers(&[("content-digest", value)]), body);
    assert_eq!(check(&digest, b"{\"hello\": \"world\"}"), Ok(()));
    assert_eq!(check(&format!("md5=:AAAA:, {digest}"), b"{\"hello\": \"world\"}"), Ok(()), "unknown ones are passed over");
    for (value, body) in
        [(digest.as_str(), &b"{}"[..]), ("md5=:AAAA:", b"{}"), ("sha-256=7", b"{}"), ("sha-256", b"{}"), ("", b"{}")]
    {
        assert!(matches!(check(value, body), Err(Fault::Digest(_))), "{value}");
    }
    assert!(matches!(check_digest(&HeaderMap::new(), b"{}"), Err(Fault::Digest(_))));
}

#[test]
fn a_key_is_the_same_after_it_was_kept_and_never_shows_itself() {
    use base64::Engine as _;
    let (key, der) = SigningKey::generate().unwrap();
    let text = base64::engine::general_purpose::STANDARD.encode(&der);
    let again = SigningKey::from_pkcs8(&der).unwrap();
    assert_eq!((again.kid(), again.jwk()), (key.kid(), key.jwk()));
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{text}\n-----END PRIVATE KEY-----\n");
    assert_eq!(SigningKey::from_pem(&pem).unwrap().kid(), key.kid());
    let shown = format!("{again:?}");
    assert!(shown.contains("kid") && !shown.contains(&text[40..60]), "{shown}");
    assert!(key.jwk().get("d").is_none());
    for bad in ["", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"] {
        assert!(SigningKey::from_pem(bad).unwrap_err().to_string().ends_with('.'));
    }
}
