//! `/catalog/search` by words: which products, in which order, counted how far.

use serde_json::json;
use storefront::store::products::intake;

use super::fixture::{self, Shop};

#[tokio::test]
async fn words_are_found_by_their_beginnings_in_pages_that_neither_overlap_nor_leave_anything_out() {
    let shop = Shop::open().await;
    for (query, count) in
        [("s", 22), ("sti", 20), ("stick", 20), ("sticker", 20), ("stickers", 20), ("good", 26), ("stick go", 20), ("stickx", 0)]
    {
        let (mut seen, mut cursor) = (Vec::new(), serde_json::Value::Null);
        loop {
            let body = json!({ "query": query, "pagination": { "limit": 7, "cursor": cursor } });
            let (ids, answer) = shop.search(body).await;
            assert_eq!(answer["pagination"]["total_count"], count, "{query}");
            seen.extend(ids);
            cursor = answer["pagination"]["cursor"].clone();
            if cursor.is_null() {
                break;
            }
        }
        let distinct: std::collections::BTreeSet<&String> = seen.iter().collect();
        assert_eq!((seen.len(), distinct.len()), (count, count), "{query}");
    }
}

#[tokio::test]
async fn what_is_in_a_title_comes_before_what_is_elsewhere_in_the_order_of_the_shelf() {
    let shop = Shop::open().await;
    // "Posters" is the star chart's kind; nothing has it in an English title.
    let (ids, _) = shop.search(json!({ "query": "cat", "pagination": { "limit": 50 } })).await;
    assert_eq!(ids, ["tee", "fig-mug"]);
    let (ids, _) = shop.search(json!({ "query": "cat", "filters": { "categories": ["drinkware", "pins"] } })).await;
    assert_eq!(ids, ["fig-mug"]);
    let (ids, _) =
        shop.search(json!({ "query": "cat", "filters": { "categories": ["noor-draws"], "price": { "max": 2_100 } } })).await;
    assert_eq!(ids, ["fig-mug"]);
}

#[tokio::test]
async fn what_very_many_have_is_not_counted_and_is_paged_in_the_same_order() {
    let shop = Shop::open().await;
    let mut products = fixture::products();
    let tee = products.iter().find(|product| product.id == "tee").unwrap().clone();
    // Every tenth has the word in its title, all have it elsewhere; the first ones in a title are far down the shelf.
    products.extend((0..1_500).map(|number| {
        let mut product = tee.clone();
        product.id = format!("many-{number}");
        let title = if number > 700 && number % 10 == 0 { format!("Quokka {number}") } else { format!("Something {number}") };
        product.titles = [("en".to_owned(), title)].into();
        product.keywords = vec!["quokka".to_owned()];
        product.variants.truncate(1);
        product.variants[0].id = format!("many-{number}.one");
        product
    }));
    let mut tx = shop.state.db.begin().await.unwrap();
    intake::replace(&mut tx, &[], &products).await.unwrap();
    tx.commit().await.unwrap();
    let titled = (701..1_500).filter(|number| number % 10 == 0);
    let others = (0..1_500).filter(|number| *number <= 700 || number % 10 != 0);
    let expected: Vec<String> = titled.chain(others).take(130).map(|number| format!("many-{number}")).collect();
    for narrowing in [json!({}), json!({ "filters": { "price": { "min": 1 } } })] {
        let (mut seen, mut cursor) = (Vec::new(), serde_json::Value::Null);
        while seen.len() < expected.len() {
            let mut body = json!({ "query": "quokka", "pagination": { "limit": 26, "cursor": cursor } });
            body.as_object_mut().unwrap().extend(narrowing.as_object().unwrap().clone());
            let (ids, answer) = shop.search(body).await;
            assert!(answer["pagination"]["total_count"].is_null(), "{answer}");
            seen.extend(ids);
            cursor = answer["pagination"]["cursor"].clone();
        }
        assert_eq!(seen, expected);
    }
    // Few of those are counted.
    let (ids, answer) = shop.search(json!({ "query": "quokka 711", "pagination": { "limit": 5 } })).await;
    assert_eq!((ids, &answer["pagination"]["total_count"]), (vec!["many-711".to_owned()], &json!(1)));
}
