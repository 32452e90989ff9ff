//! Everything a quote needs, looked up: what is for sale, which discounts there are, which the customer has used.

use std::collections::HashSet;

use ucp::envelope::Ucp;

use super::{AppState, Result, Shopper, media};
use crate::shop::basket::{self, Shelf};
use crate::shop::discounts::Rule;
use crate::shop::draft::Draft;
use crate::shop::quote::{Facts, Needs, Quote, Stage, quote};
use crate::store::{Connection, discounts, members, shelf};
use crate::text::Language;

/// How to answer: in which language, and with which `ucp` member.
#[derive(Clone, Debug)]
pub(super) struct Voice {
    /// Negotiated protocol metadata.
    pub(super) ucp: Ucp,
    /// What to answer in.
    pub(super) language: Language,
}

/// The market of a cart or checkout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    /// ISO 4217.
    pub(super) currency: String,
    /// ISO 3166.
    pub(super) country: String,
}

impl Place {
    /// Where a shopper shops: what the request says, else where they were before.
    pub(super) fn of(shopper: &Shopper, context: Option<&ucp::party::Context>, before: Option<Self>) -> Self {
        let says = context.is_some_and(|context| context.currency.is_some() || context.address_country.is_some());
        match before {
            Some(before) if !says => before,
            _ => Self {
                currency: shopper.market.currency.to_owned(),
                country: shopper.country.clone().unwrap_or_else(|| shopper.market.country.to_owned()),
            },
        }
    }
}

/// Facts that were looked up for one draft.
#[derive(Debug)]
pub(super) struct Known {
    shelf: Shelf,
    rules: Vec<Rule>,
    used: HashSet<String>,
    verified: Option<HashSet<String>>,
    needs: Needs,
    now: i64,
}

impl Known {
    /// Looks up what a draft needs.
    pub(super) async fn of(
        app: &AppState,
        connection: &mut Connection,
        draft: &Draft,
        place: &Place,
        language: Language,
    ) -> Result<Self> {
        let email = draft.buyer.as_ref().and_then(|buyer| buyer.email.as_deref());
        Ok(Self {
            shelf: shelf_of(app, connection, &basket::variants(&draft.lines), place, language).await?,
            rules: discounts::rules(connection).await?,
            used: discounts::used(connection, &app.config.tenant.id, email).await?,
            verified: None,
            // Suites send no buyer; customers must.
            needs: if app.config.fills_in() { Needs::Country } else { Needs::Everything },
            now: app.clock.now(),
        })
    }

    /// Looks up which claims hold of the buyer: from now on none is believed.
    pub(super) async fn verify(&mut self, app: &AppState, connection: &mut Connection, draft: &Draft) -> Result<()> {
        let email = draft.buyer.as_ref().and_then(|buyer| buyer.email.as_deref());
        self.verified = Some(members::claims(connection, &app.config.tenant.id, email).await?);
        Ok(())
    }

    /// What is for sale.
    pub(super) fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The discounts.
    pub(super) fn rule(&self, key: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.key == key)
    }

    /// Prices the draft.
    pub(super) fn quote<'a>(&'a self, draft: &'a Draft, place: &'a Place, stage: Stage) -> Quote<'a> {
        let facts = Facts {
            now: self.now,
            currency: &place.currency,
            country: &place.country,
            shelf: &self.shelf,
            rules: &self.rules,
            used: &self.used,
            needs: self.needs,
            verified: self.verified.as_ref(),
        };
        quote(draft, &facts, stage)
    }
}

/// What is for sale of some variants.
pub(super) async fn shelf_of(
    app: &AppState,
    connection: &mut Connection,
    ids: &[String],
    place: &Place,
    language: Language,
) -> Result<Shelf> {
    let media = format!("{}{}", app.config.public_url, media::PATH);
    Ok(shelf::of(connection, ids, &place.currency, language, &media, app.clock.now(), |creator| app.config.tenant.sells(creator))
        .await?)
}
