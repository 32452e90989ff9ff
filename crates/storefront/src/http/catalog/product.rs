//! `POST /catalog/product`: one product in full, with what can still be chosen.

use axum::extract::State;
use axum::http::HeaderMap;
use serde::Deserialize;
use ucp::catalog::{Filters, OptionValue, ProductOption, ProductResponse, SelectedOption};
use ucp::message::{Message, Severity, codes};
use ucp::names;
use ucp::party::Context;

use super::present::{self, Presenter};
use crate::http::error::{Error, Result};
use crate::http::{Agent, AppState, Json, Shopper, envelope, receipt};
use crate::shop::choices::{self, Asked, Picked};
use crate::shop::delivery;
use crate::store::products::{self, Product, Variant};
use crate::text;

/// The request, with the filters that narrow its variants. (Spelled out, as for search.)
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Request {
    id: String,
    selected: Vec<SelectedOption>,
    preferences: Vec<String>,
    filters: Option<Filters>,
    context: Option<Context>,
}

pub(super) async fn show(
    State(app): State<AppState>,
    agent: Agent,
    headers: HeaderMap,
    Json(request): Json<Request>,
) -> Result<axum::Json<ProductResponse>> {
    let ucp = agent.ucp(names::CATALOG_LOOKUP)?;
    let shopper = Shopper::of(&headers, request.context.as_ref());
    if request.id.is_empty() {
        return Err(Error::Invalid { path: "$.id", content: "Give a product's or a variant's id.".to_owned() });
    }
    let asked: Vec<Asked> = request
        .selected
        .iter()
        .map(|option| Asked { name: option.name.clone(), label: option.label.clone(), id: option.id.clone() })
        .collect();
    let ids = [request.id];
    let mut connection = app.db.read().acquire().await?;
    let owner = products::owners(&mut connection, &ids).await?.remove(&ids[0]);
    let found = match &owner {
        Some(owner) => {
            products::by_ids(&mut connection, std::slice::from_ref(&owner.product), shopper.market.currency).await?.pop()
        }
        None => None,
    };
    let found = found.filter(|product| app.config.tenant.sells(&product.creator));
    let (Some(product), Some(owner)) = (found, owner) else {
        let content = text::catalog::words(shopper.language).product_not_found;
        let message = Message::error(codes::NOT_FOUND, Severity::Unrecoverable, content).at("$.id");
        return Err(envelope::error(ucp, message, Some(app.config.public_url.clone())));
    };
    if let Some(name) = choices::repeated(&product.options, &asked) {
        return Err(Error::Invalid { path: "$.selected", content: format!("The option {name} is selected more than once.") });
    }
    let filters = request.filters.unwrap_or_default();
    let view = arrange(&product, owner.variant.as_deref(), &asked, &request.preferences, &filters);
    let presenter = Presenter::new(&app.config, &shopper, app.clock.now());
    let mut shown = presenter.product(&product, usize::MAX);
    shown.options = options(&product, &view.selection, &presenter);
    shown.selected = view.selection.iter().filter_map(|(option, value)| presenter.selected(&product, option, value)).collect();
    shown.delivery = delivery(&product, view.variants.first().copied(), &shopper);
    shown.variants = view.variants.iter().map(|variant| presenter.variant(&product, variant)).collect();
    Ok(axum::Json(ProductResponse { ucp, product: shown, messages: Vec::new() }))
}

/// When one of it would be there, sent the usual way; none where the shop does not deliver.
fn delivery(product: &Product, variant: Option<&Variant>, shopper: &Shopper) -> Option<String> {
    let variant = variant?;
    if product.digital {
        return Some(text::commerce::words(shopper.language).download_now.to_owned());
    }
    let country = shopper.country.as_deref().unwrap_or(shopper.market.country);
    let offers = delivery::offers(shopper.market.currency, country, variant.grams, variant.amount);
    offers.first().map(|offer| receipt::arrival(offer, shopper.language))
}

struct View<'a> {
    selection: Vec<(String, String)>,
    variants: Vec<&'a Variant>,
}

/// Which selection is in force, and which variants that leaves, the featured one first.
///
/// A variant's id, or no selection at all, selects everything about one variant and shows them all beside it, so that a
/// page has the whole table of combinations from one answer. A selection narrows to what fits it.
fn arrange<'a>(
    product: &'a Product,
    variant: Option<&str>,
    asked: &[Asked],
    preferences: &[String],
    filters: &Filters,
) -> View<'a> {
    let within: Vec<&Variant> = present::within(&product.variants, filters).collect();
    // Filters that leave nothing are a wish that cannot be met; the product was still asked for.
    let variants = if within.is_empty() { product.variants.iter().collect() } else { within };
    let whole = |variant: &Variant| -> Vec<(String, String)> {
        let value = |option: &choices::Choice| Some((option.id.clone(), variant.choices.get(&option.id)?.clone()));
        product.options.iter().filter_map(value).collect()
    };
    let named = variant.and_then(|id| product.variants.iter().find(|variant| variant.id == id));
    let first = named.or_else(|| {
        let usual = || variants.iter().copied().find(|variant| variant.is_available()).or(variants.first().copied());
        asked.is_empty().then(usual).flatten()
    });
    if let Some(first) = first {
        let mut all = vec![first];
        all.extend(variants.into_iter().filter(|variant| variant.id != first.id));
        return View { selection: whole(first), variants: all };
    }
    let preferences: Vec<String> =
        preferences.iter().filter_map(|name| choices::option(&product.options, name)).map(|option| option.id.clone()).collect();
    let picked: Vec<&Picked> = variants.iter().map(|variant| &variant.choices).collect();
    let selection = choices::relax(&picked, choices::read(&product.options, asked), &preferences);
    let mut fitting: Vec<&Variant> = variants.into_iter().filter(|variant| choices::fits(&variant.choices, &selection)).collect();
    // Stable: what can be bought comes first, otherwise the shop's order.
    fitting.sort_by_key(|variant| !variant.is_available());
    View { selection, variants: fitting }
}

fn options(product: &Product, selection: &[(String, String)], presenter: &Presenter<'_>) -> Vec<ProductOption> {
    let made: Vec<(&Picked, bool)> = product.variants.iter().map(|variant| (&variant.choices, variant.is_available())).collect();
    let mut options = presenter.options(product);
    for (shown, option) in options.iter_mut().zip(&product.options) {
        for (value, own) in shown.values.iter_mut().zip(&option.values) {
            let signal = choices::signal(&made, selection, &option.id, &own.id);
            *value = OptionValue { exists: Some(signal.exists), available: Some(signal.available), ..std::mem::take(value) };
        }
    }
    options
}
