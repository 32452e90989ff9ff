//! Every answer of the API against the protocol's own JSON Schemas.
//!
//! Both fixtures call [`check`] for each answer, so that no test has to. The schemas are in the folder that
//! `FANSHELF_UCP_SCHEMAS` names, else in `../shared` beside the project; without them nothing is checked, and that is said
//! loudly. With `FANSHELF_RECORD` answers are also appended to that file, one JSON object a line, for judges of other kinds.

use std::collections::HashMap;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex};

use jsonschema::Validator;
use serde_json::{Value, json};
use storefront::http::discovery::CAPABILITIES;
use ucp_schema::{Capability, Direction, ResolveOptions, SchemaBaseConfig};

/// Where the protocol's schemas say that they are.
const REMOTE: &str = "https://ucp.dev/schemas";

/// An answer, and what it answers.
pub(crate) struct Exchange<'a> {
    pub(crate) method: &'a str,
    pub(crate) path: &'a str,
    pub(crate) status: u16,
    pub(crate) body: &'a Value,
}

/// The folder with `ucp.json` in it.
static FOLDER: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/ucp/schemas/2026-04-08/schemas");
    let folder = std::env::var_os("FANSHELF_UCP_SCHEMAS").map_or(beside, PathBuf::from);
    if folder.join("ucp.json").is_file() {
        return Some(folder);
    }
    eprintln!("=====================================================================================");
    eprintln!("THE PROTOCOL'S SCHEMAS ARE NOT THERE: no answer is checked against them.");
    eprintln!("Set FANSHELF_UCP_SCHEMAS to the folder of ucp.json ({} has none).", folder.display());
    eprintln!("=====================================================================================");
    None
});

/// Holds an answer of the API against the schema that its metadata names. Panics when it does not fit.
pub(crate) fn check(exchange: &Exchange<'_>) {
    let path = exchange.path.split('?').next().unwrap_or_default();
    let Some(operation) = Operation::of(exchange.method, path) else { return };
    record(exchange);
    let Some(folder) = FOLDER.as_deref() else { return };
    if let Err(complaint) = judge(folder, operation, exchange.status, exchange.body) {
        panic!("{} {path} answered {} off its schema: {complaint}\n{}", exchange.method, exchange.status, exchange.body);
    }
}

/// What was asked for, as far as it decides on the answer's schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Operation {
    /// The shop's profile.
    Profile,
    /// A resource of a capability, answered to an operation's word.
    Resource(&'static str, &'static str),
    /// Something that only exists to be refused.
    Other,
}

impl Operation {
    fn of(method: &str, path: &str) -> Option<Self> {
        if path == "/.well-known/ucp" || path.starts_with("/ucp/v1/versions/") {
            return Some(Self::Profile);
        }
        let inner = path.strip_prefix("/ucp/v1/")?;
        let resource = |capability| {
            let word = match method {
                "GET" => "read",
                "PUT" => "update",
                _ if inner.ends_with("/complete") => "complete",
                _ if inner.ends_with("/cancel") => "cancel",
                _ => "create",
            };
            Self::Resource(capability, word)
        };
        Some(match inner {
            "catalog/search" => Self::Resource("dev.ucp.shopping.catalog.search", "search"),
            "catalog/lookup" => Self::Resource("dev.ucp.shopping.catalog.lookup", "lookup"),
            "catalog/product" => Self::Resource("dev.ucp.shopping.catalog.lookup", "get_product"),
            _ if inner.starts_with("testing/") => return None,
            _ if inner.starts_with("carts") => resource("dev.ucp.shopping.cart"),
            _ if inner.starts_with("checkout-sessions") => resource("dev.ucp.shopping.checkout"),
            _ if inner.starts_with("orders") => resource("dev.ucp.shopping.order"),
            _ => Self::Other,
        })
    }
}

fn judge(folder: &Path, operation: Operation, status: u16, body: &Value) -> Result<(), String> {
    if !(200..300).contains(&status) {
        return refusal(body);
    }
    let key = match operation {
        Operation::Profile => Schema::Profile,
        _ if body["ucp"]["status"] == "error" => Schema::Outcome,
        Operation::Resource(capability, word) => {
            let named = body["ucp"]["capabilities"].as_object().ok_or("no ucp.capabilities")?;
            Schema::Composed(capability, word, named.keys().cloned().collect())
        }
        Operation::Other => return Err("something that should have been refused was served".to_owned()),
    };
    // The schema of a profile is that of its member; what stands beside it is signing keys.
    let subject = if key == Schema::Profile { &body["ucp"] } else { body };
    let errors: Vec<String> =
        validator(folder, &key)?.iter_errors(subject).map(|error| format!("{}: {error}", error.instance_path)).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors.join("; ")) }
}

/// A refusal at the transport has a code and a sentence; its messages, if any, are the protocol's.
fn refusal(body: &Value) -> Result<(), String> {
    let text = |name: &str| body[name].as_str().is_some_and(|text| !text.is_empty());
    match text("code") && text("content") {
        true => Ok(()),
        false => Err("a refusal without code and content".to_owned()),
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Schema {
    /// The business's profile.
    Profile,
    /// An outcome without a resource.
    Outcome,
    /// A capability with the extensions that the answer names, for an operation.
    Composed(&'static str, &'static str, Vec<String>),
}

/// Validators: making one takes a while, and the tests need the same few all the time.
fn validator(folder: &Path, key: &Schema) -> Result<Arc<Validator>, String> {
    static KNOWN: LazyLock<Mutex<HashMap<Schema, Arc<Validator>>>> = LazyLock::new(Mutex::default);
    if let Some(known) = KNOWN.lock().unwrap().get(key) {
        return Ok(Arc::clone(known));
    }
    let made = jsonschema::validator_for(&load(folder, key)?).map_err(|error| error.to_string())?;
    let made = Arc::new(made);
    KNOWN.lock().unwrap().insert(key.clone(), Arc::clone(&made));
    Ok(made)
}

fn load(folder: &Path, key: &Schema) -> Result<Value, String> {
    let (raw, options) = match key {
        Schema::Profile => {
            let options = ResolveOptions::new(Direction::Response, "read").def_name(Some("business_schema".to_owned()));
            (bundled(folder, "ucp.json")?, options)
        }
        Schema::Outcome => {
            (bundled(&folder.join("shopping/types"), "error_response.json")?, ResolveOptions::new(Direction::Response, "read"))
        }
        Schema::Composed(capability, word, named) => {
            let base = SchemaBaseConfig { local_base: Some(folder), remote_base: Some(REMOTE) };
            let composed =
                ucp_schema::compose_schema(&capabilities(capability, named), &base).map_err(|error| error.to_string())?;
            (composed, ResolveOptions::new(Direction::Response, *word))
        }
    };
    let resolved = ucp_schema::resolve(&raw, &options).map_err(|error| error.to_string())?;
    ucp_schema::select_operation_schema(&resolved, &options).map_err(|error| error.to_string())
}

fn bundled(folder: &Path, file: &str) -> Result<Value, String> {
    let mut schema = ucp_schema::load_schema(&folder.join(file)).map_err(|error| error.to_string())?;
    ucp_schema::bundle_refs(&mut schema, folder).map_err(|error| error.to_string())?;
    Ok(schema)
}

/// A capability and those of its extensions that an answer names.
fn capabilities(root: &str, named: &[String]) -> Vec<Capability> {
    let offers = CAPABILITIES.iter().filter(|offer| named.iter().any(|name| name == offer.name));
    offers
        .map(|offer| Capability {
            name: offer.name.to_owned(),
            version: "2026-04-08".to_owned(),
            schema_url: format!("{REMOTE}/shopping/{}.json", offer.schema),
            extends: (!offer.extends.is_empty()).then(|| vec![root.to_owned()]),
        })
        .collect()
}

fn record(exchange: &Exchange<'_>) {
    static FILE: LazyLock<Option<Mutex<std::fs::File>>> = LazyLock::new(|| {
        let path = std::env::var_os("FANSHELF_RECORD")?;
        Some(Mutex::new(OpenOptions::new().create(true).append(true).open(path).unwrap()))
    });
    if let Some(file) = FILE.as_ref() {
        let Exchange { method, path, status, body } = exchange;
        let line = json!({ "method": method, "path": path, "status": status, "body": body });
        writeln!(file.lock().unwrap(), "{line}").unwrap();
    }
}

#[test]
fn an_answer_off_its_schema_is_noticed() {
    let Some(folder) = FOLDER.as_deref() else { return };
    let cart = Operation::of("GET", "/ucp/v1/carts/c").unwrap();
    let mut body = json!({
        "ucp": { "version": "2026-04-08", "capabilities": { "dev.ucp.shopping.cart": [{ "version": "2026-04-08" }] } },
        "id": "c", "line_items": [], "currency": "USD",
        "totals": [{ "type": "subtotal", "amount": 0 }, { "type": "total", "amount": 0 }],
    });
    assert_eq!(judge(folder, cart, 200, &body), Ok(()));
    body["totals"] = json!([{ "type": "subtotal", "amount": -1 }]);
    assert!(judge(folder, cart, 200, &body).is_err());
    body["ucp"] = json!({});
    assert!(judge(folder, cart, 200, &body).is_err());
    assert!(judge(folder, Operation::Other, 200, &body).is_err());
    assert!(judge(folder, cart, 404, &json!({ "code": "x" })).is_err());
    assert!(judge(folder, Operation::Profile, 200, &json!({ "ucp": {} })).is_err());
}
