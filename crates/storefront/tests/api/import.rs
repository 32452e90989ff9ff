//! The demo catalogue, and importing again.

use serde_json::json;
use storefront::import;
use storefront::store::products::intake::{self, Changes};
use storefront::store::{Db, Engine};

use super::database;
use super::fixture::{Shop, products};

#[tokio::test]
async fn the_demo_catalogue_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(&database::fresh(folder.path()).await).await.unwrap();
    let changes = import::rows_only(&db, |_| true).await.unwrap();
    assert!(changes.added >= 240, "{changes:?}");
    let count = async |sql: &'static str| sqlx::query_scalar::<_, i64>(sql).fetch_one(db.read()).await.unwrap();
    let variants = count("SELECT COUNT(*) FROM variants").await;
    assert_eq!(count("SELECT COUNT(*) FROM prices").await, variants * 7);
    assert_eq!(count("SELECT COUNT(*) FROM stock").await, variants);
    assert_eq!(count("SELECT COUNT(*) FROM prices WHERE amount <= 0 OR list_amount <= amount").await, 0);
    assert_eq!(count("SELECT COUNT(*) FROM products WHERE id IN (SELECT id FROM variants)").await, 0, "ids share a name space");
    assert_eq!(count("SELECT COUNT(*) FROM creators").await, 3);
    assert_eq!(count("SELECT COUNT(*) FROM products WHERE extras LIKE '%opens_at%'").await, 1, "one is a drop");
    // The drop as well: it is counted from the first import.
    let again = import::rows_only(&db, |_| true).await.unwrap();
    assert_eq!(again, Changes { same: changes.added, ..Changes::default() });
}

#[tokio::test]
async fn importing_again_leaves_stock_alone_and_retires_what_is_gone() {
    let shop = Shop::open().await;
    let mut products = products();
    products.retain(|product| product.id != "star-chart");
    for product in &mut products {
        if product.id == "tee" {
            product.titles.insert("en".to_owned(), "Terrace Cat Tee".to_owned());
        }
    }
    let mut tx = shop.state.db.begin().await.unwrap();
    sqlx::query("UPDATE stock SET on_hand = 3 WHERE variant_id = 'tee.black.s'").execute(&mut *tx).await.unwrap();
    let changes = intake::replace(&mut tx, &[], &products).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(changes, Changes { added: 0, changed: 1, same: 24, retired: 1 });
    let left: i64 = sqlx::query_scalar("SELECT on_hand FROM stock WHERE variant_id = 'tee.black.s'")
        .fetch_one(shop.state.db.read())
        .await
        .unwrap();
    assert_eq!(left, 3);
    assert_eq!(shop.search(json!({ "query": "terrace" })).await.0, ["tee"]);
    assert_eq!(shop.search(json!({ "query": "rooftop" })).await.0, Vec::<String>::new());
    let (ids, answer) = shop.search(json!({ "filters": { "categories": ["long-orbit"] } })).await;
    assert_eq!((ids, &answer["pagination"]["total_count"]), (vec!["moth-puzzle".to_owned(), "wallpapers".to_owned()], &json!(2)));
    let reply = shop.post("/catalog/product", &json!({ "id": "star-chart.one" })).await.json();
    assert_eq!(reply["messages"][0]["code"], "not_found");
}

#[tokio::test]
async fn an_index_that_is_missing_is_made_again_when_the_shop_opens() {
    let folder = tempfile::tempdir().unwrap();
    let url = crate::database::fresh(folder.path()).await;
    let db = Db::open(&url).await.unwrap();
    import::rows_only(&db, |_| true).await.unwrap();
    let entries =
        async |db: &Db| -> i64 { sqlx::query_scalar("SELECT COUNT(*) FROM product_search").fetch_one(db.read()).await.unwrap() };
    let all = entries(&db).await;
    assert!(all > 0);
    // Gone, or made by a program that knew another form of it.
    let older = match db.engine() {
        Engine::Sqlite => "CREATE VIRTUAL TABLE product_search USING fts5 (title, body)",
        Engine::Postgres => "CREATE TABLE product_search (position BIGINT NOT NULL PRIMARY KEY, words TSVECTOR NOT NULL)",
    };
    let mut db = db;
    for spoil in [&["DELETE FROM product_search"][..], &["DROP TABLE product_search", older]] {
        let mut tx = db.begin().await.unwrap();
        for sql in spoil {
            sqlx::query(*sql).execute(&mut *tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        db.close().await;
        db = Db::open(&url).await.unwrap();
        assert_eq!(entries(&db).await, all);
    }
}
