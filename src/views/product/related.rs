//! What else is on the shelf: the products that follow this one, from what is loaded already.

use crate::dom::{View, view};
use crate::model::availability::{Badge, badge};
use crate::state::Shop;
use crate::text::Key;
use crate::views::shelf::card::Card;
use leptos::prelude::*;
use ucp::catalog::ShelfProduct;

/// How many are shown.
const MOST: usize = 6;

/// The products after this one, round the shelf's end; what is sold out is nobody's wish.
fn following(products: &[ShelfProduct], id: &str) -> Vec<ShelfProduct> {
    let here = products.iter().position(|product| product.id == id);
    let (before, after) = products.split_at(here.map_or(0, |here| here + 1));
    let others = after.iter().chain(before).filter(|product| product.id != id && badge(product) != Some(Badge::SoldOut));
    others.take(MOST).cloned().collect()
}

/// The row.
#[component]
pub fn Related(
    /// The element's states.
    shop: Shop,
    /// The product on the sheet.
    id: String,
) -> Option<View> {
    let others = shop.shelf.products.with_untracked(|products| following(products, &id));
    // The first pictures come first on the shelf; here nothing is in a hurry.
    let card = |product| view! { <li class="card"><Card shop product index=usize::MAX large=false/></li> };
    (!others.is_empty()).then(|| {
        view! {
            <section class="related" data-layout="row" aria-labelledby="fan-related">
                <h4 class="product-about" id="fan-related">{shop.words.get(Key::Related)}</h4>
                <ul class="cards" role="list">{others.into_iter().map(card).collect::<View>()}</ul>
            </section>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::catalog::{Availability, ShelfVariant};

    #[test]
    fn what_follows_on_the_shelf_is_shown_round_its_end_and_without_what_is_sold_out() {
        let product = |id: &str, available| ShelfProduct {
            id: id.into(),
            variants: vec![ShelfVariant {
                availability: Some(Availability { available: Some(available), ..Availability::default() }),
            }],
            ..ShelfProduct::default()
        };
        let shelf = [product("a", true), product("b", true), product("c", false), product("d", true)];
        let ids = |id| following(&shelf, id).into_iter().map(|product| product.id).collect::<Vec<_>>();
        assert_eq!(ids("b"), ["d", "a"]);
        assert_eq!(ids("elsewhere"), ["a", "b", "d"]);
    }
}
