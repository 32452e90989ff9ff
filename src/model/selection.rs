//! Choosing a variant: what is selected, what can be, and what a choice has changed.

use ucp::catalog::{Product, SelectedOption, Variant};

/// How a value of an option can be used with the other choices in force (UCP "Get product").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Can be chosen.
    Buyable,
    /// Is made, but none is left.
    SoldOut,
    /// Is not made in this combination.
    NotMade,
}

/// From the two flags of an option value; a shop that says nothing offers it.
#[must_use]
pub fn offer(available: Option<bool>, exists: Option<bool>) -> Offer {
    match (available.unwrap_or(true), exists.unwrap_or(true)) {
        (_, false) => Offer::NotMade,
        (false, true) => Offer::SoldOut,
        (true, true) => Offer::Buyable,
    }
}

/// The variant that all choices in force lead to.
#[must_use]
pub fn chosen(product: &Product) -> Option<&Variant> {
    let agrees = |variant: &&Variant| {
        product
            .selected
            .iter()
            .all(|choice| variant.options.iter().any(|option| option.name == choice.name && option.label == choice.label))
    };
    (product.selected.len() >= product.options.len()).then(|| product.variants.iter().find(agrees)).flatten()
}

/// The choices after picking `label` for `name`, and the order in which they may be given up: the last one picked is kept
/// the longest.
#[must_use]
pub fn pick(product: &Product, name: &str, label: &str) -> (Vec<SelectedOption>, Vec<String>) {
    let mut selected = vec![SelectedOption { name: name.to_owned(), label: label.to_owned(), id: None }];
    selected.extend(product.selected.iter().filter(|choice| choice.name != name).cloned());
    let preferences = selected.iter().map(|choice| choice.name.clone()).collect();
    (selected, preferences)
}

/// The choices that the shop had to change to make the wanted ones possible.
#[must_use]
pub fn forced<'a>(wanted: &[SelectedOption], product: &'a Product) -> Vec<&'a SelectedOption> {
    product.selected.iter().filter(|now| wanted.iter().any(|asked| asked.name == now.name && asked.label != now.label)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::catalog::ProductOption;

    fn choice(name: &str, label: &str) -> SelectedOption {
        SelectedOption { name: name.into(), label: label.into(), id: None }
    }

    fn tee() -> Product {
        let variant = |id: &str, colour: &str, size: &str| Variant {
            id: id.into(),
            options: vec![choice("Colour", colour), choice("Size", size)],
            ..Variant::default()
        };
        let option = |name: &str| ProductOption { name: name.into(), values: vec![] };
        Product {
            options: vec![option("Colour"), option("Size")],
            variants: vec![variant("a", "Black", "M"), variant("b", "Black", "L")],
            selected: vec![choice("Colour", "Black"), choice("Size", "L")],
            ..Product::default()
        }
    }

    #[test]
    fn the_chosen_variant_agrees_with_every_choice() {
        assert_eq!(chosen(&tee()).map(|variant| variant.id.as_str()), Some("b"));
        let undecided = Product { selected: vec![choice("Colour", "Black")], ..tee() };
        assert_eq!(chosen(&undecided), None);
    }

    #[test]
    fn the_last_pick_is_given_up_last() {
        let (selected, preferences) = pick(&tee(), "Size", "M");
        assert_eq!(selected, vec![choice("Size", "M"), choice("Colour", "Black")]);
        assert_eq!(preferences, ["Size", "Colour"]);
    }

    #[test]
    fn a_forced_change_is_noticed() {
        let wanted = [choice("Size", "L"), choice("Colour", "White")];
        assert_eq!(forced(&wanted, &tee()), vec![&choice("Colour", "Black")]);
    }

    #[test]
    fn what_does_not_exist_is_told_from_what_is_sold_out() {
        assert_eq!(offer(Some(false), Some(true)), Offer::SoldOut);
        assert_eq!(offer(Some(false), Some(false)), Offer::NotMade);
        assert_eq!(offer(None, None), Offer::Buyable);
    }
}
