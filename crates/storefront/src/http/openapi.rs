//! `GET /openapi.json`: this shop's API described, from the code that serves it.
//!
//! Schemas come from the declarations of the wire types, which are also their codecs (`ucp::schema`); operations from the
//! table below, which a test holds against the routers. That is why no annotation stands at each handler: it could say
//! something else than the declaration that does the work.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use ucp::cart::{Cart, CartRequest};
use ucp::catalog::{LookupRequest, LookupResponse, ProductRequest, ProductResponse, SearchRequest, SearchResponse};
use ucp::checkout::{Checkout, CheckoutRequest, CompleteRequest};
use ucp::envelope::{ErrorResponse, TransportError};
use ucp::order::Order;
use ucp::profile::Profile;
use ucp::schema::{Book, Shape};

use super::AppState;

/// One operation of the API.
#[derive(Debug)]
struct Operation {
    method: &'static str,
    /// Under the endpoint.
    path: &'static str,
    id: &'static str,
    summary: &'static str,
    request: Option<fn(&mut Book) -> Value>,
    answer: fn(&mut Book) -> Value,
    /// With which status a resource is answered.
    success: &'static [u16],
    /// Whether a business outcome without a resource may be answered instead (with 200).
    outcome: bool,
    /// Whether an Idempotency-Key is heard.
    once: bool,
    /// Statuses beside those that every operation has.
    errors: &'static [u16],
}

/// Statuses of every operation: no or a bad UCP-Agent, an unserved path, another method, a platform that cannot be fetched or
/// read, too many requests, and a shop that cannot answer now.
const EVERYWHERE: &[u16] = &[400, 401, 404, 405, 422, 424, 429, 503];
/// Statuses of every operation with a body: too much of it, or not JSON.
const WITH_BODY: &[u16] = &[413, 415];

const GET: Operation = Operation {
    method: "get",
    path: "",
    id: "",
    summary: "",
    request: None,
    answer: Cart::shape,
    success: &[200],
    outcome: true,
    once: false,
    errors: &[],
};
const POST: Operation = Operation { method: "post", ..GET };
const ONCE: Operation = Operation { once: true, errors: &[409], ..POST };

const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/catalog/search",
        id: "search_catalog",
        summary: "Search products, a page at a time.",
        request: Some(SearchRequest::shape),
        answer: SearchResponse::shape,
        ..POST
    },
    Operation {
        path: "/catalog/lookup",
        id: "lookup_catalog",
        summary: "Products by their own or their variants' ids.",
        request: Some(LookupRequest::shape),
        answer: LookupResponse::shape,
        ..POST
    },
    Operation {
        path: "/catalog/product",
        id: "get_product",
        summary: "One product with its options.",
        request: Some(ProductRequest::shape),
        answer: ProductResponse::shape,
        ..POST
    },
    Operation {
        path: "/carts",
        id: "create_cart",
        summary: "Start a cart.",
        request: Some(CartRequest::shape),
        success: &[201],
        ..ONCE
    },
    Operation { path: "/carts/{id}", id: "get_cart", summary: "A cart as it is.", ..GET },
    Operation {
        method: "put",
        path: "/carts/{id}",
        id: "update_cart",
        summary: "Replace what is in a cart.",
        request: Some(CartRequest::shape),
        ..ONCE
    },
    Operation { path: "/carts/{id}/cancel", id: "cancel_cart", summary: "Throw a cart away.", ..ONCE },
    Operation {
        path: "/checkout-sessions",
        id: "create_checkout",
        summary: "Start a checkout, of lines or of a cart.",
        request: Some(CheckoutRequest::shape),
        answer: Checkout::shape,
        success: &[200, 201],
        ..ONCE
    },
    Operation {
        path: "/checkout-sessions/{id}",
        id: "get_checkout",
        summary: "A checkout as it is.",
        answer: Checkout::shape,
        ..GET
    },
    Operation {
        method: "put",
        path: "/checkout-sessions/{id}",
        id: "update_checkout",
        summary: "Replace what the buyer has filled in.",
        request: Some(CheckoutRequest::shape),
        answer: Checkout::shape,
        ..ONCE
    },
    Operation {
        path: "/checkout-sessions/{id}/complete",
        id: "complete_checkout",
        summary: "Pay, and place the order.",
        request: Some(CompleteRequest::shape),
        answer: Checkout::shape,
        ..ONCE
    },
    Operation {
        path: "/checkout-sessions/{id}/cancel",
        id: "cancel_checkout",
        summary: "Give a checkout up.",
        answer: Checkout::shape,
        ..ONCE
    },
    Operation { path: "/orders/{id}", id: "get_order", summary: "An order as it is now.", answer: Order::shape, ..GET },
];

pub(super) fn router() -> Router<AppState> {
    Router::new().route("/openapi.json", get(show))
}

async fn show(State(app): State<AppState>) -> Response {
    ([(header::CACHE_CONTROL, "public, max-age=300")], Json(document(&app.config.api_url, &app.config.shop_name))).into_response()
}

/// The document of a shop whose endpoint is at `server`.
fn document(server: &str, shop: &str) -> Value {
    let mut book = Book::default();
    let mut paths: Map<String, Value> = Map::new();
    for operation in OPERATIONS {
        let path = paths.entry(operation.path).or_insert_with(|| json!({}));
        path[operation.method] = operation.describe(&mut book);
    }
    // Discovery is at the shop's address, not under the endpoint; its schema is here all the same.
    Profile::shape(&mut book);
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": format!("{shop}: Universal Commerce Protocol, REST"),
            "version": ucp::VERSION,
            "description": "Business outcomes are answered with 200 and messages; every other status is about the request itself.",
        },
        "servers": [{ "url": server }],
        "paths": paths,
        "components": {
            "schemas": book.into_schemas(),
            "securitySchemes": { "capability": {
                "type": "http", "scheme": "bearer", "description": "What reads an order: the fragment of its permalink_url.",
            } },
        },
    })
}

impl Operation {
    fn describe(&self, book: &mut Book) -> Value {
        let mut parameters = vec![json!({
            "name": "UCP-Agent", "in": "header", "required": true, "schema": { "type": "string" },
            "description": "Who is calling: a structured dictionary whose member profile is the https address of the platform's profile.",
        })];
        if self.once {
            parameters.push(json!({
                "name": "Idempotency-Key", "in": "header", "required": false,
                "schema": { "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!-~]+$" },
                "description": "The same key with the same body is answered with the first answer.",
            }));
        }
        if self.path.contains("{id}") {
            parameters
                .push(json!({ "name": "id", "in": "path", "required": true, "schema": { "type": "string", "minLength": 1 } }));
        }
        let mut described = json!({
            "operationId": self.id,
            "summary": self.summary,
            "parameters": parameters,
            "responses": self.responses(book),
        });
        if let Some(request) = self.request {
            described["requestBody"] = json!({ "required": true, "content": content(request(book)) });
        }
        if self.id == "get_order" {
            described["security"] = json!([{ "capability": [] }]);
        }
        described
    }

    fn responses(&self, book: &mut Book) -> Map<String, Value> {
        let resource = (self.answer)(book);
        let outcome = ErrorResponse::shape(book);
        let mut responses = Map::new();
        if self.outcome {
            let answer = json!({ "description": "A business outcome without a resource.", "content": content(outcome.clone()) });
            responses.insert("200".to_owned(), answer);
        }
        for status in self.success {
            let either = if self.outcome && *status == 200 { json!({ "anyOf": [resource, outcome] }) } else { resource.clone() };
            let mut answer = json!({ "description": "The resource.", "content": content(either) });
            // A 200 may be an outcome without a resource, which leads nowhere.
            if *status == 201
                && let Some(links) = self.links()
            {
                answer["links"] = links;
            }
            responses.insert(status.to_string(), answer);
        }
        let refused = TransportError::shape(book);
        let body = self.request.map_or(&[][..], |_| WITH_BODY);
        for status in EVERYWHERE.iter().chain(body).chain(self.errors) {
            let answer = json!({ "description": "The request was not served as asked.", "content": content(refused.clone()) });
            responses.insert(status.to_string(), answer);
        }
        responses
    }

    /// What can be done with a new resource.
    fn links(&self) -> Option<Value> {
        let next: &[&str] = match self.id {
            "create_cart" => &["get_cart", "update_cart", "cancel_cart"],
            "create_checkout" => &["get_checkout", "update_checkout", "complete_checkout", "cancel_checkout"],
            _ => return None,
        };
        let link = |id: &&str| ((*id).to_owned(), json!({ "operationId": id, "parameters": { "id": "$response.body#/id" } }));
        Some(next.iter().map(link).collect::<Map<_, _>>().into())
    }
}

fn content(schema: Value) -> Value {
    json!({ "application/json": { "schema": schema } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_operation_of_the_protocol_is_described_with_its_statuses() {
        let document = document("https://shop.test/ucp/v1", "Shop");
        let create = &document["paths"]["/carts"]["post"];
        assert_eq!(create["operationId"], "create_cart");
        let mut statuses: Vec<&String> = create["responses"].as_object().unwrap().keys().collect();
        statuses.sort();
        assert_eq!(statuses, ["200", "201", "400", "401", "404", "405", "409", "413", "415", "422", "424", "429", "503"]);
    }

    #[test]
    fn every_route_of_the_endpoint_is_described_and_nothing_else() {
        // Routers cannot be asked for their routes; what is written at them is read instead.
        let sources =
            [include_str!("catalog.rs"), include_str!("carts.rs"), include_str!("checkouts.rs"), include_str!("orders.rs")];
        let mut served: Vec<(String, String)> = Vec::new();
        for line in sources.iter().flat_map(|source| source.lines()).filter(|line| line.contains(".route(\"")) {
            let path = line.split('"').nth(1).unwrap();
            for method in ["get", "post", "put"].into_iter().filter(|method| line.contains(&format!("{method}("))) {
                served.push((path.to_owned(), method.to_owned()));
            }
        }
        let mut described: Vec<(String, String)> =
            OPERATIONS.iter().map(|operation| (operation.path.to_owned(), operation.method.to_owned())).collect();
        served.sort();
        described.sort();
        assert_eq!(served, described);
    }

    #[test]
    fn every_reference_leads_to_a_schema() {
        let document = document("https://shop.test/ucp/v1", "Shop");
        let text = document.to_string();
        for reference in text.split("#/components/schemas/").skip(1) {
            let name = reference.split('"').next().unwrap();
            assert!(document["components"]["schemas"][name].is_object(), "{name}");
        }
    }
}
