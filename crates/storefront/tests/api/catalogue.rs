//! The catalogue as a file: in, out, and in again.

use std::path::PathBuf;

use serde_json::{Value, json};
use storefront::catalogue::{self, Error, Format, Plan, Progress};
use storefront::store::Db;
use storefront::store::products::intake::{Changes, Wish};

use super::fixture::Shop;

/// A file in the shop's folder.
fn file(shop: &Shop, name: &str, text: &str) -> PathBuf {
    let path = shop.folder.path().join(name);
    std::fs::write(&path, text).unwrap();
    path
}

async fn import(shop: &Shop, path: PathBuf, wish: Wish, dry_run: bool) -> Result<Changes, String> {
    let plan = Plan { format: Format::of(&path).unwrap(), path, wish, dry_run };
    catalogue::import(&shop.state.db, &plan, &mut Progress::silent()).await.map_err(|error| error.to_string())
}

async fn export(shop: &Shop, name: &str) -> (PathBuf, String) {
    let path = shop.folder.path().join(name);
    catalogue::export(&shop.state.db, &path, Format::of(&path).unwrap(), &mut Progress::silent()).await.unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    (path, text)
}

/// Every row of the catalogue and of the index, to be compared.
async fn everything(db: &Db) -> Vec<String> {
    let mut all = Vec::new();
    for query in [
        "SELECT id || active || position || fingerprint || titles || keywords FROM products ORDER BY id",
        "SELECT id || product || position || choices || active FROM variants ORDER BY id",
        "SELECT variant || currency || amount || COALESCE(list_amount, 0) FROM prices ORDER BY variant, currency",
        "SELECT variant_id || COALESCE(on_hand, -1) || '/' || held FROM stock ORDER BY variant_id",
        "SELECT product || position || value || folded FROM product_categories ORDER BY product, position",
        "SELECT product || position || file || COALESCE(choice, '') FROM pictures ORDER BY product, position",
        "SELECT handle || names || theme FROM creators ORDER BY handle",
    ] {
        all.extend(sqlx::query_scalar::<_, String>(query).fetch_all(db.read()).await.unwrap());
    }
    all
}

fn mug(id: &str) -> Value {
    json!({ "product": {
        "id": id, "creator": "noor-draws", "kind": "mug", "kinds": { "en": "Mug" }, "titles": { "en": format!("Zebra mug {id}"), "ar": "كوب" },
        "categories": [{ "taxonomy": "kind", "value": "Zebras" }], "keywords": ["stripy"],
        "variants": [{ "id": format!("{id}.one"), "grams": 300, "stock": 7, "prices": { "USD": { "amount": 1_500, "list": 2_000 }, "JPY": { "amount": 2_000 } } }],
    } })
}

fn lines(records: &[Value]) -> String {
    records.iter().map(|record| record.to_string() + "\n").collect()
}

#[tokio::test]
async fn what_is_exported_comes_in_again_as_it_was_in_both_formats() {
    let shop = Shop::open().await;
    let before = everything(&shop.state.db).await;
    for name in ["all.jsonl", "all.csv"] {
        let (path, text) = export(&shop, name).await;
        assert!(text.contains("ロング・オービット") && text.contains("قميص قطة السطح"));
        let again = import(&shop, path.clone(), Wish { replace: true, restock: true }, false).await.unwrap();
        assert_eq!(again, Changes { same: 26, ..Changes::default() }, "{name}");
        assert_eq!(everything(&shop.state.db).await, before, "{name}");
        // And into a shop that has nothing.
        let other = Shop::open().await;
        let mut tx = other.state.db.begin().await.unwrap();
        for table in ["pictures", "prices", "stock", "variants", "product_categories", "products", "creators", "product_search"] {
            sqlx::query(sqlx::AssertSqlSafe(format!("DELETE FROM {table}"))).execute(&mut *tx).await.unwrap();
        }
        tx.commit().await.unwrap();
        let fresh = import(&other, path, Wish::default(), false).await.unwrap();
        assert_eq!(fresh, Changes { added: 26, ..Changes::default() }, "{name}");
        assert_eq!(everything(&other.state.db).await, before, "{name}");
        for query in ["rooftop", "قميص", "星図", "noor"] {
            let body = json!({ "query": query, "pagination": { "limit": 50 } });
            assert_eq!(other.search(body.clone()).await.0, shop.search(body).await.0, "{query}");
        }
    }
}

#[tokio::test]
async fn new_products_come_last_and_the_rest_stays() {
    let shop = Shop::open().await;
    let path = file(&shop, "new.jsonl", &lines(&[mug("zebra-1"), mug("zebra-2")]));
    let dry = import(&shop, path.clone(), Wish::default(), true).await.unwrap();
    assert_eq!(dry, Changes { added: 2, ..Changes::default() });
    assert_eq!(shop.search(json!({ "query": "zebra" })).await.0, Vec::<String>::new(), "a dry run changes nothing");
    assert_eq!(import(&shop, path, Wish::default(), false).await.unwrap(), dry);
    assert_eq!(shop.search(json!({ "query": "zebra" })).await.0, ["zebra-1", "zebra-2"]);
    assert_eq!(shop.search(json!({ "query": "stripy" })).await.0.len(), 2);
    assert_eq!(shop.search(json!({ "filters": { "categories": ["zebras"] } })).await.0.len(), 2);
    let (ids, answer) = shop.search(json!({ "query": "*", "pagination": { "limit": 50 } })).await;
    assert_eq!(
        (ids.len(), &ids[26..], &answer["products"][27]["price_range"]["min"]["amount"]),
        (28, &["zebra-1".to_owned(), "zebra-2".to_owned()][..], &json!(1_500))
    );
}

#[tokio::test]
async fn a_replacing_import_retires_the_rest_takes_the_files_order_and_finds_by_new_words_only() {
    let shop = Shop::open().await;
    let (_, text) = export(&shop, "all.jsonl").await;
    let mut records: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    records.retain(|record| record["product"]["id"] != "star-chart");
    records[2..].reverse();
    for record in &mut records {
        if record["product"]["id"] == "tee" {
            record["product"]["titles"]["en"] = json!("Terrace Cat Tee");
        }
    }
    let path = file(&shop, "next.jsonl", &lines(&records));
    let wish = Wish { replace: true, restock: false };
    let changes = import(&shop, path.clone(), wish, true).await.unwrap();
    assert_eq!(changes, Changes { added: 0, changed: 1, same: 24, retired: 1 });
    assert_eq!(import(&shop, path.clone(), wish, false).await.unwrap(), changes);
    let (ids, _) = shop.search(json!({ "query": "*", "pagination": { "limit": 50 } })).await;
    assert_eq!((ids.len(), ids[0].as_str(), ids[24].as_str()), (25, "sticker-20", "tee"));
    assert_eq!(shop.search(json!({ "query": "terrace" })).await.0, ["tee"]);
    for gone in ["rooftop", "northern"] {
        assert_eq!(shop.search(json!({ "query": gone })).await.0, Vec::<String>::new(), "{gone}");
    }
    assert_eq!(shop.search(json!({ "query": "sticker", "pagination": { "limit": 50 } })).await.0.len(), 20);
    assert_eq!(import(&shop, path, wish, false).await.unwrap(), Changes { same: 25, ..Changes::default() });
}

#[tokio::test]
async fn stock_is_left_alone_unless_asked_for_and_held_units_come_on_top() {
    let shop = Shop::open().await;
    let path = file(&shop, "zebra.jsonl", &lines(&[mug("zebra-1")]));
    import(&shop, path.clone(), Wish::default(), false).await.unwrap();
    let mut tx = shop.state.db.begin().await.unwrap();
    sqlx::query("UPDATE stock SET on_hand = 3, held = 2 WHERE variant_id = 'zebra-1.one'").execute(&mut *tx).await.unwrap();
    tx.commit().await.unwrap();
    let stock = async || -> (i64, i64) {
        sqlx::query_as("SELECT on_hand, held FROM stock WHERE variant_id = 'zebra-1.one'")
            .fetch_one(shop.state.db.read())
            .await
            .unwrap()
    };
    import(&shop, path.clone(), Wish::default(), false).await.unwrap();
    assert_eq!(stock().await, (3, 2));
    assert!(export(&shop, "out.jsonl").await.1.contains("\"stock\":1,"), "what can be sold");
    import(&shop, path, Wish { replace: false, restock: true }, false).await.unwrap();
    assert_eq!(stock().await, (9, 2));
}

#[tokio::test]
async fn every_wrong_line_is_told_with_its_number_and_nothing_is_imported() {
    let shop = Shop::open().await;
    let before = everything(&shop.state.db).await;
    let mut records =
        vec![mug("zebra-1"), mug("zebra-2"), mug("zebra-3"), mug("zebra-1"), mug("zebra-5"), mug("zebra-6"), mug("zebra-7")];
    records[1]["product"]["variants"][0]["prices"]["USD"]["amount"] = json!("15");
    records[2]["product"]["colour"] = json!("red");
    records[4]["product"]["creator"] = json!("nobody");
    records[5]["product"]["variants"][0]["prices"] = json!({ "USD": { "amount": -1 }, "XXX": { "amount": 1 } });
    records[6]["product"]["titles"] = json!({ "ar": "كوب" });
    let text = lines(&records) + "\n{\"product\": {\"id\": \"x\",\n[]\n";
    let told = import(&shop, file(&shop, "bad.jsonl", &text), Wish::default(), false).await.unwrap_err();
    let expected = [
        "bad.jsonl:2: variants[0].prices.USD.amount: invalid type: string \"15\", expected i64.",
        "bad.jsonl:3: colour: unknown field `colour`",
        "bad.jsonl:4: id: \"zebra-1\" is an id of line 1 already.",
        "bad.jsonl:4: variants[0].id: \"zebra-1.one\" is an id of line 1 already.",
        "bad.jsonl:5: creator: the creator \"nobody\" is not known",
        "bad.jsonl:6: variants[0].prices.USD.amount: -1 is not between 0 and",
        "bad.jsonl:6: variants[0].prices.XXX: the shop has no market with this currency.",
        "bad.jsonl:7: titles: English (\"en\") is missing.",
        "bad.jsonl:9: ",
        "bad.jsonl:10: ",
        "Nothing was imported.",
    ];
    assert_eq!(told.lines().count(), expected.len(), "{told}");
    for (line, part) in told.lines().zip(expected) {
        assert!(line.contains(part), "{part}\n{told}");
    }
    assert_eq!(everything(&shop.state.db).await, before);
}

#[tokio::test]
async fn a_table_tells_its_wrong_cells_by_line_and_column() {
    let shop = Shop::open().await;
    let head = "product,creator,kind,kind.name.en,title.en,options,variant,choices,stock,price.USD\n";
    let options = "\"[{\"\"id\"\":\"\"size\"\",\"\"names\"\":{\"\"en\"\":\"\"Size\"\"},\"\"values\"\":[{\"\"id\"\":\"\"s\"\",\"\"names\"\":{\"\"en\"\":\"\"S\"\"}},{\"\"id\"\":\"\"m\"\",\"\"names\"\":{\"\"en\"\":\"\"M\"\"}}]}]\"";
    let good = format!("zebra,noor-draws,tee,Tee,\"Zebra\ntee\",{options},zebra.s,size=s,4,1500\n,,,,,,zebra.m,size=m,,1500\n");
    let changes = import(&shop, file(&shop, "good.csv", &format!("{head}{good}")), Wish::default(), false).await.unwrap();
    assert_eq!(changes, Changes { added: 1, ..Changes::default() });
    let product = shop.product(json!({ "id": "zebra" })).await;
    assert_eq!((product["variants"].as_array().unwrap().len(), &product["title"]), (2, &json!("Zebra\ntee")));

    let bad = format!(
        "{head}{good}ape,noor-draws,tee,Tee,Ape,{options},ape.s,size=s,many,1500\n,,tee,,Monkey,,ape.m,size=xl,,-3\nbear,noor-draws,tee,Tee,Bear,,bear.one,,1\n"
    );
    let told = import(&shop, file(&shop, "bad.csv", &bad), Wish::default(), false).await.unwrap_err();
    for part in [
        "bad.csv:5: stock: \"many\" is not a whole number.",
        "bad.csv:6: title.en: this differs from line 5",
        "bad.csv:7: there are 9 cells, the head has 10.",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let bad = format!("{head}ape,noor-draws,tee,Tee,Ape,{options},ape.s,size=s,1,1500\n,,,,,,ape.m,size=xl,,-3\n");
    let told = import(&shop, file(&shop, "bad.csv", &bad), Wish::default(), false).await.unwrap_err();
    for part in [
        "bad.csv:3: variants[1].choices.size: \"xl\" is no value of this option.",
        "bad.csv:3: variants[1].prices.USD.amount: -3 is not",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
    let told =
        import(&shop, file(&shop, "bad.csv", "product,creator,colour\nx,y,z\n"), Wish::default(), false).await.unwrap_err();
    for part in ["bad.csv:1: colour: there is no such column.", "bad.csv:1: variant: this column is missing."] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[tokio::test]
async fn ids_that_belong_to_something_else_are_refused() {
    let shop = Shop::open().await;
    let before = everything(&shop.state.db).await;
    let mut thief = mug("zebra-1");
    thief["product"]["variants"][0]["id"] = json!("fig-mug.one");
    let mut double = mug("zebra-2");
    double["product"]["id"] = json!("tee.black.s");
    let mut shadow = mug("zebra-3");
    shadow["product"]["variants"][0]["id"] = json!("tee");
    for (record, id) in [(thief, "fig-mug.one"), (double, "tee.black.s"), (shadow, "tee")] {
        let path = file(&shop, "ids.jsonl", &lines(&[record]));
        let plan = Plan { format: Format::Jsonl, path, wish: Wish::default(), dry_run: false };
        let error = catalogue::import(&shop.state.db, &plan, &mut Progress::silent()).await.unwrap_err();
        assert!(matches!(&error, Error::Shared { id: told, .. } if told == id), "{error}");
        assert_eq!(everything(&shop.state.db).await, before);
    }
}

#[tokio::test]
async fn problems_are_told_up_to_a_number_and_files_that_are_not_there_by_name() {
    let shop = Shop::open().await;
    let told = import(&shop, file(&shop, "bad.jsonl", &"nonsense\n".repeat(100)), Wish::default(), false).await.unwrap_err();
    assert_eq!(told.lines().count(), catalogue::MOST_PROBLEMS + 1);
    assert!(told.ends_with("There may be more. Nothing was imported."));
    let told = import(&shop, file(&shop, "empty.jsonl", "\n"), Wish { replace: true, restock: false }, false).await.unwrap_err();
    assert!(told.contains("empty.jsonl:1: there is no product"), "{told}");
    let told = import(&shop, shop.folder.path().join("nowhere.csv"), Wish::default(), false).await.unwrap_err();
    assert!(told.contains("nowhere.csv") && told.ends_with('.'), "{told}");
}
