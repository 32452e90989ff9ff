//! What a shelf may say about buying a product: at most one badge.

use ucp::catalog::{Availability, AvailabilityStatus, ShelfProduct};

/// The one thing that a card's corner says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Badge {
    /// No variant can be bought.
    SoldOut,
    /// Not sold yet: from when on (RFC 3339).
    Drop(String),
    /// So many are left, over all variants that can be bought.
    OnlyLeft(i64),
    /// Bought now, sent later.
    PreOrder,
    /// Cheaper than it was.
    Sale,
    /// Recently added.
    New,
}

/// How few must be left before a card says so.
const FEW: i64 = 5;

/// Whether it can be bought. What a shop does not say counts as yes: the cart will tell.
#[must_use]
pub fn is_available(availability: Option<&Availability>) -> bool {
    availability.is_none_or(|known| {
        known
            .available
            .unwrap_or(!matches!(known.status, Some(AvailabilityStatus::OutOfStock | AvailabilityStatus::Discontinued)))
    })
}

/// The badge of a card: what stops or hurries a purchase first, then what recommends it.
#[must_use]
pub fn badge(product: &ShelfProduct) -> Option<Badge> {
    let mut buyable = product.variants.iter().filter(|variant| is_available(variant.availability.as_ref())).peekable();
    if buyable.peek().is_none() {
        let opens = product.variants.iter().find_map(|variant| variant.availability.as_ref()?.releases_at.clone());
        return Some(opens.map_or(Badge::SoldOut, Badge::Drop));
    }
    let known: Vec<Option<&Availability>> = buyable.map(|variant| variant.availability.as_ref()).collect();
    if known.iter().all(|known| known.is_some_and(|known| known.status == Some(AvailabilityStatus::Preorder))) {
        return Some(Badge::PreOrder);
    }
    // Only when the shop counts every variant that can be bought: a sum with unknowns would be a lie.
    let left: Option<i64> = known.iter().map(|known| known.and_then(|known| known.left)).sum();
    if let Some(left) = left.filter(|left| (1..=FEW).contains(left)) {
        return Some(Badge::OnlyLeft(left));
    }
    if was(product).is_some() {
        return Some(Badge::Sale);
    }
    product.tags.iter().any(|tag| tag == "new").then_some(Badge::New)
}

/// The price before the sale, in minor units, when it was higher.
#[must_use]
pub fn was(product: &ShelfProduct) -> Option<i64> {
    let before = product.list_price_range.as_ref()?.min.amount;
    (before > product.price_range.min.amount).then_some(before)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::catalog::ShelfVariant;

    fn variant(available: bool, left: Option<i64>, status: AvailabilityStatus) -> ShelfVariant {
        ShelfVariant {
            availability: Some(Availability {
                available: Some(available),
                left,
                status: Some(status),
                ..Availability::default()
            }),
        }
    }

    fn product(variants: Vec<ShelfVariant>) -> ShelfProduct {
        ShelfProduct { variants, tags: vec!["new".into()], ..ShelfProduct::default() }
    }

    #[test]
    fn sold_out_wins_over_new() {
        let gone = product(vec![variant(false, None, AvailabilityStatus::OutOfStock)]);
        assert_eq!(badge(&gone), Some(Badge::SoldOut));
    }

    #[test]
    fn a_drop_says_when_it_comes_and_not_that_it_is_sold_out() {
        let mut soon = product(vec![variant(false, None, AvailabilityStatus::Other("coming_soon".into()))]);
        soon.variants[0].availability.as_mut().unwrap().releases_at = Some("2030-01-31T18:00:00Z".into());
        assert_eq!(badge(&soon), Some(Badge::Drop("2030-01-31T18:00:00Z".into())));
    }

    #[test]
    fn few_left_is_said_only_when_every_buyable_variant_is_counted() {
        let counted = product(vec![
            variant(true, Some(2), AvailabilityStatus::InStock),
            variant(true, Some(1), AvailabilityStatus::InStock),
            variant(false, None, AvailabilityStatus::OutOfStock),
        ]);
        assert_eq!(badge(&counted), Some(Badge::OnlyLeft(3)));
        let unknown =
            product(vec![variant(true, Some(2), AvailabilityStatus::InStock), variant(true, None, AvailabilityStatus::InStock)]);
        assert_eq!(badge(&unknown), Some(Badge::New));
    }

    #[test]
    fn silence_about_availability_means_it_can_be_bought() {
        assert!(is_available(None));
        assert!(is_available(Some(&Availability::default())));
        assert_eq!(badge(&product(vec![ShelfVariant::default()])), Some(Badge::New));
    }
}
