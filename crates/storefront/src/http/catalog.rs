//! The catalog: `POST /catalog/search`, `/catalog/lookup`, `/catalog/product`. Indicative; the checkout is what binds.

mod present;
mod product;
mod search;

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::routing::post;
use ucp::catalog::{InputCorrelation, LookupRequest, LookupResponse};
use ucp::message::{Message, codes};
use ucp::names;

use super::error::{Error, Result};
use super::{Agent, AppState, Json, Shopper};
use crate::store::products;
use present::Presenter;

/// The most ids that are looked up at once.
pub const BATCH: usize = 50;

pub(super) fn router() -> Router<AppState> {
    Router::new()
        .route("/catalog/search", post(search::search))
        .route("/catalog/lookup", post(lookup))
        .route("/catalog/product", post(product::show))
}

/// Products by their own or their variants' ids. Each product once, with the variants that were meant; a product's id means
/// its featured variant. Unknown ids are told as notes.
async fn lookup(
    State(app): State<AppState>,
    agent: Agent,
    headers: HeaderMap,
    Json(request): Json<LookupRequest>,
) -> Result<axum::Json<LookupResponse>> {
    let ucp = agent.ucp(names::CATALOG_LOOKUP)?;
    let shopper = Shopper::of(&headers, request.context.as_ref());
    let mut ids: Vec<String> = Vec::new();
    for id in request.ids {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.is_empty() {
        return Err(Error::Invalid { path: "$.ids", content: "Give at least one product or variant id.".to_owned() });
    }
    if ids.len() > BATCH {
        return Err(Error::Batch { limit: BATCH, found: ids.len() });
    }
    let mut connection = app.db.read().acquire().await?;
    let mut owners = products::owners(&mut connection, &ids).await?;
    let mut order: Vec<String> = Vec::new();
    for owner in ids.iter().filter_map(|id| owners.get(id)) {
        if !order.contains(&owner.product) {
            order.push(owner.product.clone());
        }
    }
    let mut found = products::by_ids(&mut connection, &order, shopper.market.currency).await?;
    // What another shop sells is as unknown here as what nobody sells.
    found.retain(|product| app.config.tenant.sells(&product.creator));
    owners.retain(|_, owner| found.iter().any(|product| product.id == owner.product));
    let presenter = Presenter::new(&app.config, &shopper, app.clock.now());
    let filters = request.filters.unwrap_or_default();
    let mut answer = LookupResponse { ucp, ..LookupResponse::default() };
    for product in found.iter().filter(|product| present::passes(product, &filters)) {
        let featured = present::featured(product).map(|variant| variant.id.as_str());
        // Variant id → the requested ids that mean it.
        let mut inputs: BTreeMap<&str, Vec<InputCorrelation>> = BTreeMap::new();
        for id in &ids {
            let Some(owner) = owners.get(id).filter(|owner| owner.product == product.id) else { continue };
            let (variant, matched) = match &owner.variant {
                Some(variant) => (Some(variant.as_str()), "exact"),
                None => (featured, "featured"),
            };
            if let Some(variant) = variant {
                let input = InputCorrelation { id: id.clone(), matched: Some(matched.to_owned()) };
                inputs.entry(variant).or_default().push(input);
            }
        }
        let mut shown = presenter.product(product, usize::MAX);
        for variant in present::within(&product.variants, &filters) {
            if let Some(inputs) = inputs.remove(variant.id.as_str()) {
                shown.variants.push(ucp::catalog::Variant { inputs, ..presenter.variant(product, variant) });
            }
        }
        if !shown.variants.is_empty() {
            answer.products.push(shown);
        }
    }
    answer.messages = ids.iter().filter(|id| !owners.contains_key(*id)).map(|id| Message::info(codes::NOT_FOUND, id)).collect();
    Ok(axum::Json(answer))
}
