//! A checkout as it is told: computed while it is open, and as it was frozen from the moment a payment began.

use ucp::checkout::{Checkout, CheckoutStatus, OrderConfirmation};
use ucp::envelope::Ucp;
use ucp::fulfillment::MethodType;
use ucp::message::codes;
use ucp::order::{Expectation, LineQuantity, Order, OrderFulfillment, OrderLine, OrderLineStatus, OrderQuantity};
use ucp::party::PostalAddress;
use ucp::payment::{Instrument, Payment};

use crate::http::pricing::{Known, Place, Voice};
use crate::http::{AppState, Result, discovery, receipt};
use crate::shop::calendar::rfc3339;
use crate::shop::delivery;
use crate::shop::lifecycle::Phase;
use crate::shop::notices::{Notice, Says, Weight};
use crate::shop::orders::capability;
use crate::shop::quote::{Quote, Stage};
use crate::store::checkouts::{self, Frozen};
use crate::store::{Connection, attempts, orders};
use crate::text::commerce::{self, fill, words};

/// The market of a kept checkout.
pub(super) fn place(kept: &checkouts::Checkout) -> Place {
    Place { currency: kept.currency.clone(), country: kept.country.clone() }
}

/// Tells a checkout in whatever phase it is. `first` are notices about the request that is being answered.
///
/// For an open checkout `kept.shown` becomes the total that is told; the caller writes it down.
pub(super) async fn tell(
    app: &AppState,
    connection: &mut Connection,
    kept: &mut checkouts::Checkout,
    voice: Voice,
    first: &[Notice],
) -> Result<Checkout> {
    if kept.phase.has_expired(kept.expires_at, app.clock.now()) {
        kept.phase = Phase::Canceled;
    }
    let place = place(kept);
    let language = voice.language;
    let mut notices = first.to_vec();
    let mut answer = match &kept.frozen {
        Some(frozen) if kept.phase != Phase::Open => frozen.checkout.clone(),
        _ => {
            let known = Known::of(app, connection, &kept.draft, &place, language).await?;
            let quote = known.quote(&kept.draft, &place, Stage::Checkout);
            if kept.phase == Phase::Open {
                notices.extend(quote.notices.iter().cloned());
                kept.shown = quote.total();
            }
            open(app, kept, &quote, &voice)
        }
    };
    // Which of `incomplete` and `ready_for_complete` it is depends on what blocks, not on how the last payment went.
    // A claim that does not hold is told in the messages and changes nothing else.
    let status: Vec<Notice> = notices.iter().filter(|notice| notice.code != codes::ELIGIBILITY_INVALID).cloned().collect();
    answer.status = kept.phase.status(&status);
    match kept.phase {
        Phase::Open => {
            if let Some(why) = kept.failure {
                notices.insert(0, Notice::blocking(codes::PAYMENT_FAILED, "$.payment", Says::PaymentFailed(why)));
            }
        }
        Phase::Paying => notices.push(Notice::whole("complete_in_progress", Weight::Info, Says::InProgress)),
        Phase::Challenge => {
            let attempt = attempts::latest(connection, &kept.id).await?;
            answer.continue_url = attempt.and_then(|attempt| attempt.challenge_url);
            notices.push(Notice::whole(codes::REQUIRES_3DS, Weight::NeedsBuyer, Says::Challenge));
        }
        Phase::Completed => {
            answer.order = orders::by_checkout(connection, &kept.id).await?.map(|order| confirmation(app, &order));
        }
        Phase::Canceled if kept.expires_at <= app.clock.now() => {
            notices.push(Notice::whole("expired", Weight::Final, Says::Expired));
        }
        Phase::Canceled => {}
    }
    if kept.phase.is_over() {
        answer.continue_url = None;
    }
    answer.ucp = Ucp { payment_handlers: Some(discovery::ways_to_pay(&app.config, &answer)), ..voice.ucp };
    if kept.phase == Phase::Open {
        answer.ships_to = delivery::reached();
    }
    answer.links = receipt::links(&app.config, language);
    answer.messages = receipt::messages(&notices, language, &place.currency);
    Ok(answer)
}

/// A checkout as computed, without messages.
pub(super) fn open(app: &AppState, kept: &checkouts::Checkout, quote: &Quote<'_>, voice: &Voice) -> Checkout {
    let (draft, language) = (&kept.draft, voice.language);
    Checkout {
        id: kept.id.clone(),
        status: CheckoutStatus::Incomplete,
        line_items: receipt::lines(quote, language),
        currency: kept.currency.clone(),
        totals: receipt::totals(quote, language, Stage::Checkout),
        buyer: draft.buyer.clone(),
        context: draft.context.clone(),
        fulfillment: receipt::fulfillment(quote, draft, language),
        discounts: receipt::discounts(quote, draft, language),
        attribution: draft.attribution.clone(),
        expires_at: Some(rfc3339(kept.expires_at)),
        continue_url: Some(format!("{}/checkout/{}", app.config.public_url, kept.id)),
        note: Some(draft.note.clone().unwrap_or_default()),
        ..Checkout::default()
    }
}

/// Fixes a checkout and the order it will become, as a payment with `instrument` begins.
pub(super) fn freeze(
    app: &AppState,
    kept: &checkouts::Checkout,
    quote: &Quote<'_>,
    voice: &Voice,
    instrument: Instrument,
) -> Frozen {
    let mut checkout = open(app, kept, quote, voice);
    checkout.payment = Some(Payment { instruments: vec![instrument] });
    let order = Order {
        checkout_id: kept.id.clone(),
        line_items: checkout
            .line_items
            .iter()
            .map(|line| OrderLine {
                id: line.id.clone(),
                item: line.item.clone(),
                quantity: OrderQuantity { original: Some(line.quantity), total: line.quantity, fulfilled: 0 },
                totals: line.totals.clone(),
                status: OrderLineStatus::Processing,
                parent_id: None,
                text: line.text.clone(),
            })
            .collect(),
        fulfillment: OrderFulfillment { expectations: expectations(kept, quote, voice), events: Vec::new() },
        currency: kept.currency.clone(),
        totals: checkout.totals.clone(),
        attribution: kept.draft.attribution.clone(),
        note: kept.draft.note.clone(),
        ..Order::default()
    };
    Frozen { checkout, order }
}

/// What the buyer may expect: parcels by a date, downloads at once.
fn expectations(kept: &checkouts::Checkout, quote: &Quote<'_>, voice: &Voice) -> Vec<Expectation> {
    let words = words(voice.language);
    let of = |digital: bool| -> Vec<LineQuantity> {
        quote
            .lines
            .iter()
            .filter(|shown| shown.item.digital == digital)
            .map(|shown| LineQuantity { id: shown.line.id.clone(), quantity: shown.line.quantity })
            .collect()
    };
    let buyer = kept.draft.buyer.clone().unwrap_or_default();
    let mut expectations = Vec::new();
    if let (Some(offer), Some((_, to))) = (&quote.chosen, kept.draft.chosen_destination()) {
        let country = to.postal.address_country.as_deref().unwrap_or_default();
        let preordered = quote.lines.iter().filter_map(|shown| shown.item.ships_at).max().filter(|at| *at >= quote.ready_at);
        let latest = offer.window(quote.ready_at, country).1;
        let description = match preordered {
            Some(at) => fill(words.sent_from, &[("date", &commerce::day(voice.language, at))]),
            None => fill(words.arrives_by, &[("date", &commerce::day(voice.language, latest))]),
        };
        let mut destination = to.postal.clone();
        if destination.first_name.is_none() && destination.last_name.is_none() {
            (destination.first_name, destination.last_name) = (buyer.first_name, buyer.last_name);
        }
        expectations.push(Expectation {
            id: "exp_parcel".to_owned(),
            line_items: of(false),
            method_type: MethodType::Shipping,
            destination,
            description: Some(description),
            fulfillable_on: Some(preordered.map_or_else(|| "now".to_owned(), rfc3339)),
        });
    }
    let downloads = of(true);
    if !downloads.is_empty() {
        expectations.push(Expectation {
            id: "exp_download".to_owned(),
            line_items: downloads,
            method_type: MethodType::Digital,
            destination: PostalAddress { address_country: Some(kept.country.clone()), ..PostalAddress::default() },
            description: Some(words.download_now.to_owned()),
            fulfillable_on: Some("now".to_owned()),
        });
    }
    expectations
}

/// The order of a completed checkout. Its address carries the capability to read it, in the fragment, which browsers send
/// to no server.
fn confirmation(app: &AppState, order: &orders::Kept) -> OrderConfirmation {
    OrderConfirmation {
        id: order.id.clone(),
        label: Some(format!("#{}", order.number)),
        permalink_url: format!("{}/orders/{}#{}", app.config.public_url, order.id, capability(&order.checkout)),
    }
}
