//! `POST /catalog/search`.

use axum::extract::State;
use axum::http::HeaderMap;
use serde::Deserialize;
use ucp::catalog::{Filters, Pagination, PaginationRequest, SearchResponse};
use ucp::names;
use ucp::party::Context;

use super::present::{self, Presenter};
use crate::http::error::{Error, Result};
use crate::http::{Agent, AppState, Json, Shopper};
use crate::shop::folding;
use crate::store::products;
use crate::store::search::{self, Start, Wanted};

/// How many products a page has when the request does not say.
const USUAL: i64 = 10;
/// How many it has at the most.
const MOST: i64 = 50;
/// The longest query that is read, in characters.
const LONGEST: usize = 500;

/// A search as clients send it: some put the cursor beside `pagination` instead of into it. (Spelled out rather than
/// flattened around the protocol's own record, because flattening forgets the path of a value with a wrong type.)
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Request {
    query: Option<String>,
    filters: Option<Filters>,
    context: Option<Context>,
    pagination: Option<PaginationRequest>,
    cursor: Option<String>,
    #[serde(rename = "dev.fanshelf.with_kinds")]
    with_kinds: Option<bool>,
}

pub(super) async fn search(
    State(app): State<AppState>,
    agent: Agent,
    headers: HeaderMap,
    Json(request): Json<Request>,
) -> Result<axum::Json<SearchResponse>> {
    let ucp = agent.ucp(names::CATALOG_SEARCH)?;
    let shopper = Shopper::of(&headers, request.context.as_ref());
    let pagination = request.pagination.unwrap_or_default();
    let limit = match pagination.limit {
        None => USUAL,
        Some(limit) if limit < 1 => {
            return Err(Error::Invalid { path: "$.pagination.limit", content: "A page has at least one product.".to_owned() });
        }
        Some(limit) => limit.min(MOST),
    };
    let start = pagination.cursor.or(request.cursor).map(|cursor| read_cursor(&cursor)).transpose()?;
    let mut wanted = wanted(request.query.as_deref(), request.filters.as_ref(), &shopper)?;
    wanted.creators.clone_from(&app.config.tenant.creators);
    let mut connection = app.db.read().acquire().await?;
    let page = search::page(&mut connection, &wanted, start, limit).await?;
    let kinds = if request.with_kinds == Some(true) { search::kinds::of(&mut connection, &wanted).await? } else { Vec::new() };
    let found = products::by_ids(&mut connection, &page.ids, shopper.market.currency).await?;
    let presenter = Presenter::new(&app.config, &shopper, app.clock.now());
    let filters = request.filters.unwrap_or_default();
    let shown = found.iter().map(|product| {
        // A card needs one picture and what the card's button would buy; the product's page asks for the rest.
        let mut shown = presenter.product(product, 1);
        let variants: Vec<_> = present::within(&product.variants, &filters).collect();
        let featured = variants.iter().find(|variant| variant.is_available()).or(variants.first());
        shown.variants.extend(featured.map(|variant| presenter.variant(product, variant)));
        shown
    });
    let products = shown.filter(|product| !product.variants.is_empty()).collect();
    Ok(axum::Json(SearchResponse {
        ucp,
        products,
        pagination: Pagination {
            has_next_page: page.next.is_some(),
            cursor: page.next.map(write_cursor),
            total_count: page.total,
        },
        messages: Vec::new(),
        kinds: kinds.into_iter().map(|kind| presenter.kind(kind)).collect(),
    }))
}

/// What is looked for. At least one of query, categories and price must be there.
fn wanted(query: Option<&str>, filters: Option<&Filters>, shopper: &Shopper) -> Result<Wanted> {
    let query = query.map(str::trim).filter(|query| !query.is_empty());
    let categories = filters.map_or(&[][..], |filters| &filters.categories);
    let kinds = filters.map_or(&[][..], |filters| &filters.kinds);
    let price = filters.and_then(|filters| filters.price.as_ref());
    let (min, max) = price.map_or((None, None), |price| (price.min, price.max));
    if query.is_none() && categories.is_empty() && kinds.is_empty() && min.is_none() && max.is_none() {
        let content = "Say what to look for: a query (\"*\" for everything), filters.categories or filters.price.".to_owned();
        return Err(Error::Invalid { path: "$", content });
    }
    if query.is_some_and(|query| query.chars().count() > LONGEST) {
        return Err(Error::Invalid { path: "$.query", content: format!("A query has at most {LONGEST} characters.") });
    }
    if categories.len().max(kinds.len()) > super::BATCH {
        return Err(Error::Invalid { path: "$.filters.categories", content: format!("At most {} categories.", super::BATCH) });
    }
    if min.is_some_and(|min| min < 0) || max.is_some_and(|max| max < 0) {
        return Err(Error::Invalid { path: "$.filters.price", content: "Prices are not negative.".to_owned() });
    }
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        return Err(Error::Invalid { path: "$.filters.price", content: "The lowest price is above the highest.".to_owned() });
    }
    Ok(Wanted {
        terms: query.filter(|query| *query != "*").map(folding::query),
        categories: categories.iter().map(|category| category.to_lowercase()).collect(),
        kinds: kinds.iter().map(|kind| kind.to_lowercase()).collect(),
        creators: Vec::new(),
        currency: shopper.market.currency,
        min,
        max,
    })
}

/// A cursor means nothing to clients: a letter and a position in hexadecimal.
fn write_cursor(start: Start) -> String {
    match start {
        Start::After(position) => format!("a{position:x}"),
        Start::Title(position) => format!("t{position:x}"),
        Start::Body(position) => format!("b{position:x}"),
    }
}

fn read_cursor(cursor: &str) -> Result<Start> {
    let number = |digits: &str| i64::from_str_radix(digits, 16).ok().filter(|number| *number >= 0);
    let start = match cursor.split_at_checked(1) {
        Some(("a", digits)) => number(digits).map(Start::After),
        Some(("t", digits)) => number(digits).map(Start::Title),
        Some(("b", digits)) => number(digits).map(Start::Body),
        _ => None,
    };
    start.ok_or_else(|| Error::Invalid {
        path: "$.pagination.cursor",
        content: "This cursor is not one that the shop gave out. Start from the first page.".to_owned(),
    })
}
