//! A shop with a handful of products of every sort, and plain requests to it.

use std::sync::OnceLock;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, Request};
use clap::Parser as _;
use http_body_util::BodyExt as _;
use serde_json::{Value, json};
use storefront::config::{Cli, Command};
use storefront::http::{self, AppState};
use storefront::shop::choices::{self, Choice, Words};
use storefront::shop::market::MARKETS;
use storefront::store::Db;
use storefront::store::products::intake::{self, NewCreator, NewProduct, NewVariant};
use storefront::store::products::{Extras, Personalisation, Picture, SizeRow};
use tower::ServiceExt as _;

use crate::database;
use crate::schemas::{self, Exchange};

/// An open shop and the folder it lives in.
pub(crate) struct Shop {
    pub(crate) state: AppState,
    pub(crate) app: Router,
    pub(crate) folder: tempfile::TempDir,
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Bytes,
}

impl Reply {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Shop {
    pub(crate) async fn open() -> Self {
        Self::with(&[]).await
    }

    /// A shop started with more flags.
    pub(crate) async fn with(flags: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().display().to_string();
        let url = database::fresh(folder.path()).await;
        let words = ["fanshelf-storefront", "serve", "--data-dir", &dir, "--database-url", &url];
        let Command::Serve(args) = Cli::try_parse_from(words.iter().chain(flags)).unwrap().command else { unreachable!() };
        let db = Db::open(&args.data.database_url().unwrap()).await.unwrap();
        let mut tx = db.begin().await.unwrap();
        intake::replace(&mut tx, &creators(), &products()).await.unwrap();
        tx.commit().await.unwrap();
        let config = args.check("127.0.0.1:8787".parse().unwrap(), "127.0.0.1:8788".parse().unwrap()).unwrap();
        let state = AppState::new(db, config).unwrap();
        let app = http::app(state.clone());
        Self { state, app, folder }
    }

    /// A request as it is.
    pub(crate) async fn raw(&self, request: Request<Body>) -> Reply {
        let (method, path) = (request.method().to_string(), request.uri().path().to_owned());
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        // Without a body (an answer to OPTIONS or HEAD) there is nothing to hold against a schema.
        if !bytes.is_empty() && parts.headers.get("content-encoding").is_none() {
            let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
            schemas::check(&Exchange { method: &method, path: &path, status: parts.status.as_u16(), body: &body });
        }
        Reply { status: parts.status.as_u16(), headers: parts.headers, bytes }
    }

    pub(crate) async fn get(&self, path: &str) -> Reply {
        self.raw(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// A POST to the API from the widget.
    pub(crate) async fn post(&self, path: &str, body: &Value) -> Reply {
        self.post_text(path, &body.to_string(), &[]).await
    }

    /// The same with any body and more headers.
    pub(crate) async fn post_text(&self, path: &str, body: &str, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::post(format!("/ucp/v1{path}")).header("content-type", "application/json");
        if !headers.iter().any(|(name, _)| *name == "ucp-agent") {
            request = request.header("ucp-agent", AGENT);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.raw(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    /// Product ids of a search, and its answer.
    pub(crate) async fn search(&self, body: Value) -> (Vec<String>, Value) {
        let reply = self.post("/catalog/search", &body).await;
        assert_eq!(reply.status, 200, "{body} → {reply:?}");
        let answer = reply.json();
        let ids = answer["products"].as_array().unwrap().iter().map(|product| product["id"].as_str().unwrap().to_owned());
        (ids.collect(), answer)
    }

    /// The product of an answer.
    pub(crate) async fn product(&self, body: Value) -> Value {
        let reply = self.post("/catalog/product", &body).await;
        assert_eq!(reply.status, 200, "{body} → {reply:?}");
        reply.json()["product"].take()
    }
}

/// The widget of the fixture's own shop.
pub(crate) const AGENT: &str = "profile=\"http://127.0.0.1:8787/platform.json\"";

pub(crate) fn words(en: &str, ar: &str, ja: Option<&str>) -> Words {
    let mut words = Words::from([("en".to_owned(), en.to_owned()), ("ar".to_owned(), ar.to_owned())]);
    words.extend(ja.map(|ja| ("ja".to_owned(), ja.to_owned())));
    words
}

fn creators() -> Vec<NewCreator> {
    let creator = |handle: &str, names| NewCreator {
        handle: handle.to_owned(),
        names,
        taglines: words("A line", "سطر", None),
        theme: "paper".to_owned(),
    };
    vec![
        creator("noor-draws", words("Noor Haddad", "نور حداد", None)),
        creator("long-orbit", words("The Long Orbit", "المدار الطويل", Some("ロング・オービット"))),
    ]
}

/// A product with one variant, 20 dollars, ten in stock.
fn plain(id: &str, creator: &str, group: &str, titles: Words) -> NewProduct {
    NewProduct {
        id: id.to_owned(),
        creator: creator.to_owned(),
        kind: group.to_lowercase(),
        kinds: words(group, "نوع", None),
        titles,
        descriptions: words("Made of good things.", "مصنوع من أشياء جيدة.", None),
        options: Vec::new(),
        extras: Extras::default(),
        digital: false,
        ships_at: None,
        rating: Some((47, 12)),
        categories: vec![(creator.to_owned(), "creator".to_owned()), (group.to_owned(), "kind".to_owned())],
        keywords: Vec::new(),
        variants: vec![variant(&format!("{id}.one"), &[], 2_000, None, Some(10))],
        pictures: vec![picture(id, None)],
    }
}

fn picture(name: &str, choice: Option<&str>) -> Picture {
    Picture {
        file: format!("{name}-{}", choice.unwrap_or("all")),
        ground: "#e9dcc6".to_owned(),
        alts: words("A picture", "صورة", None),
        choice: choice.map(str::to_owned),
    }
}

fn variant(id: &str, choices: &[(&str, &str)], cents: i64, before: Option<i64>, stock: Option<i64>) -> NewVariant {
    let prices = MARKETS.into_iter().map(|market| {
        let amount = market.price(cents);
        (market.currency, amount, before.map(|before| market.list_price(before, amount)))
    });
    NewVariant {
        id: id.to_owned(),
        sku: id.to_owned(),
        choices: choices.iter().map(|(option, value)| ((*option).to_owned(), (*value).to_owned())).collect(),
        grams: 300,
        prices: prices.collect(),
        stock,
    }
}

fn value(id: &str, en: &str, ar: &str) -> choices::Value {
    choices::Value { id: id.to_owned(), names: words(en, ar, None), swatch: (id == "black").then(|| "#111111".to_owned()) }
}

/// Black in S, M (sold out) and L; white in S (2 left) and M; no white L.
fn tee() -> NewProduct {
    let wear = |colour, size| [("colour", colour), ("size", size)];
    NewProduct {
        extras: Extras {
            size_guide: vec![SizeRow { size: "S".into(), measures: vec![(words("Chest", "الصدر", None), 490)] }],
            ..Extras::default()
        },
        options: vec![
            Choice {
                id: "colour".into(),
                names: words("Colour", "اللون", None),
                values: vec![value("black", "Black", "أسود"), value("white", "White", "أبيض")],
            },
            Choice {
                id: "size".into(),
                names: words("Size", "المقاس", None),
                values: vec![value("s", "S", "S"), value("m", "M", "M"), value("l", "L", "L")],
            },
        ],
        variants: vec![
            variant("tee.black.s", &wear("black", "s"), 2_500, Some(3_000), Some(60)),
            variant("tee.black.m", &wear("black", "m"), 2_500, Some(3_000), Some(0)),
            variant("tee.black.l", &wear("black", "l"), 2_700, Some(3_200), Some(60)),
            variant("tee.white.s", &wear("white", "s"), 2_500, Some(3_000), Some(2)),
            variant("tee.white.m", &wear("white", "m"), 2_500, Some(3_000), Some(60)),
        ],
        pictures: vec![picture("tee", Some("black")), picture("tee", Some("white")), picture("tee", None)],
        ..plain("tee", "noor-draws", "Apparel", words("Rooftop Cat Tee", "قميص قطة السطح", None))
    }
}

pub(crate) fn products() -> Vec<NewProduct> {
    static MADE: OnceLock<Vec<NewProduct>> = OnceLock::new();
    MADE.get_or_init(make).clone()
}

fn make() -> Vec<NewProduct> {
    let mut products = vec![
        tee(),
        NewProduct {
            extras: Extras {
                personalisation: Some(Personalisation { prompts: words("Name", "الاسم", None), max_length: 12 }),
                ..Extras::default()
            },
            ..plain("fig-mug", "noor-draws", "Drinkware", words("Fig Cat Mug", "كوب قِطّة التين", None))
        },
        NewProduct {
            variants: vec![variant("sold-out-pin.one", &[], 900, None, Some(0))],
            ..plain("sold-out-pin", "noor-draws", "Pins", words("Café Pin", "دبوس المقهى", None))
        },
        NewProduct {
            titles: words("Northern Star Chart", "خريطة النجوم الشمالية", Some("北天星図ポスター")),
            variants: vec![variant("star-chart.one", &[], 4_000, None, Some(5))],
            ..plain("star-chart", "long-orbit", "Posters", Words::new())
        },
        NewProduct {
            // 2100-01-01: the tests' clock starts long before.
            ships_at: Some(4_102_444_800_000),
            extras: Extras { badge: Some("new".to_owned()), ..Extras::default() },
            ..plain("moth-puzzle", "long-orbit", "Games", words("Moth Wing Puzzle", "أحجية جناح العثة", None))
        },
        NewProduct {
            digital: true,
            rating: None,
            variants: vec![variant("wallpapers.one", &[], 500, None, None)],
            ..plain("wallpapers", "long-orbit", "Digital", words("Orbit Wallpapers", "خلفيات المدار", None))
        },
    ];
    for number in 1..=20 {
        let id = format!("sticker-{number:02}");
        products.push(plain(&id, "noor-draws", "Stickers", words(&format!("Sticker No. {number}"), "ملصق", None)));
    }
    products
}

/// The context of a market.
pub(crate) fn context(country: &str, currency: &str, language: &str) -> Value {
    json!({ "address_country": country, "currency": currency, "language": language })
}
