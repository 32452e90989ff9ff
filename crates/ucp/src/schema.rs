//! JSON Schemas of the wire types, from the same declarations as their codecs: what a description of an API is made of.
//!
//! A field that is always written is required; extra fields are allowed, as everywhere in the protocol.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::{Json, Map, OneOrMany};

/// Schemas of named types, by name.
#[derive(Clone, Debug, Default)]
pub struct Book(BTreeMap<&'static str, Value>);

/// One field of a record, as its declaration says.
#[derive(Clone, Debug)]
pub struct FieldShape {
    /// Name on the wire.
    pub name: &'static str,
    /// Its doc comment.
    pub doc: String,
    /// Whether it is written even when it is empty.
    pub always: bool,
    /// Its schema.
    pub schema: Value,
}

/// A type that a schema can describe.
pub trait Shape {
    /// Whether a value of the type is never left out of a message.
    const ALWAYS: bool = true;

    /// Its schema; named types are entered into the book and referred to.
    fn shape(book: &mut Book) -> Value;
}

impl Book {
    /// Where documents keep their schemas.
    const PLACE: &str = "#/components/schemas/";

    /// Enters a record once, and refers to it.
    pub fn record(&mut self, name: &'static str, doc: &str, fields: impl FnOnce(&mut Self) -> Vec<FieldShape>) -> Value {
        if !self.0.contains_key(name) {
            // A name first: a record may hold itself.
            self.0.insert(name, Value::Null);
            let fields = fields(self);
            let required: Vec<&str> = fields.iter().filter(|field| field.always).map(|field| field.name).collect();
            let properties: serde_json::Map<String, Value> =
                fields.into_iter().map(|field| (field.name.to_owned(), described(field.schema, &field.doc))).collect();
            let mut schema = json!({ "type": "object", "description": doc.trim(), "properties": properties });
            if !required.is_empty() {
                schema["required"] = json!(required);
            }
            self.0.insert(name, schema);
        }
        Self::refer(name)
    }

    /// Enters the words of an enumeration, which others may join, and refers to it.
    pub fn words(&mut self, name: &'static str, doc: &str, words: &[&str]) -> Value {
        self.0.entry(name).or_insert_with(|| json!({ "type": "string", "description": doc.trim(), "examples": words }));
        Self::refer(name)
    }

    /// The schemas, by name.
    #[must_use]
    pub fn into_schemas(self) -> BTreeMap<&'static str, Value> {
        self.0
    }

    fn refer(name: &str) -> Value {
        json!({ "$ref": format!("{}{name}", Self::PLACE) })
    }
}

/// A schema with a description; a reference may have siblings in the current dialect.
fn described(mut schema: Value, doc: &str) -> Value {
    if let Some(object) = schema.as_object_mut().filter(|_| !doc.trim().is_empty()) {
        object.insert("description".to_owned(), doc.trim().into());
    }
    schema
}

impl Shape for String {
    fn shape(_: &mut Book) -> Value {
        json!({ "type": "string" })
    }
}

impl Shape for bool {
    fn shape(_: &mut Book) -> Value {
        json!({ "type": "boolean" })
    }
}

impl Shape for i64 {
    fn shape(_: &mut Book) -> Value {
        json!({ "type": "integer", "format": "int64" })
    }
}

impl Shape for f64 {
    fn shape(_: &mut Book) -> Value {
        json!({ "type": "number" })
    }
}

impl<T: Shape> Shape for Option<T> {
    const ALWAYS: bool = false;

    fn shape(book: &mut Book) -> Value {
        T::shape(book)
    }
}

impl<T: Shape> Shape for Vec<T> {
    const ALWAYS: bool = false;

    fn shape(book: &mut Book) -> Value {
        json!({ "type": "array", "items": T::shape(book) })
    }
}

impl<T: Shape> Shape for Map<T> {
    const ALWAYS: bool = false;

    fn shape(book: &mut Book) -> Value {
        json!({ "type": "object", "additionalProperties": T::shape(book) })
    }
}

impl Shape for Json {
    const ALWAYS: bool = false;

    fn shape(_: &mut Book) -> Value {
        json!({})
    }
}

impl Shape for OneOrMany {
    const ALWAYS: bool = false;

    fn shape(_: &mut Book) -> Value {
        json!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
    }
}

impl Shape for crate::fulfillment::Destination {
    fn shape(book: &mut Book) -> Value {
        use crate::party::PostalAddress;
        let own = |book: &mut Book| {
            let text = || json!({ "type": "string" });
            let field = |name, doc: &str, schema| FieldShape { name, doc: doc.to_owned(), always: false, schema };
            vec![
                field("id", "Given by the shop; none for a new address.", text()),
                field("name", "Name of a pickup place.", text()),
                field("address", "Address of a pickup place.", PostalAddress::shape(book)),
            ]
        };
        let own = book.record("Place", "What a destination has beside its address.", own);
        json!({ "allOf": [own, PostalAddress::shape(book)] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cart::{Cart, LineItem};
    use crate::checkout::Checkout;

    fn book_of<T: Shape>() -> BTreeMap<&'static str, Value> {
        let mut book = Book::default();
        T::shape(&mut book);
        book.into_schemas()
    }

    #[test]
    fn a_record_names_its_fields_with_their_words_and_what_is_always_there() {
        let book = book_of::<LineItem>();
        let line = &book["LineItem"];
        assert_eq!(line["properties"]["quantity"]["type"], "integer");
        assert!(line["properties"]["quantity"]["description"].as_str().is_some_and(|doc| !doc.is_empty()));
        let required = line["required"].as_array().unwrap();
        assert!(required.contains(&json!("id")) && !required.contains(&json!("parent_id")));
        assert_eq!(book["Total"]["properties"]["type"]["$ref"], "#/components/schemas/TotalType");
    }

    #[test]
    fn every_reference_leads_somewhere() {
        let mut book = book_of::<Checkout>();
        book.extend(book_of::<Cart>());
        let text = serde_json::to_string(&book).unwrap();
        for reference in text.split("#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(book.get(name).is_some_and(Value::is_object), "{name}");
        }
    }

    #[test]
    fn what_is_written_has_what_is_required() {
        let written = serde_json::to_value(Cart::default()).unwrap();
        for name in book_of::<Cart>()["Cart"]["required"].as_array().unwrap() {
            assert!(written.get(name.as_str().unwrap()).is_some(), "{name}");
        }
    }
}
