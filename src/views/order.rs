//! An order: the receipt right after the purchase, and its status ever after.

pub mod mine;
pub mod timeline;

use crate::config::Page;
use crate::dom::{NodeRef, View, view};
use crate::model::address::recipient;
use crate::model::edits::Piece;
use crate::model::purchase::is_safe;
use crate::parts::{
    icon::{self, Icon},
    inscription::inscription,
    links::links,
    notice::{Failure, Notice, Tone},
    totals::Totals,
};
use crate::state::address::Place;
use crate::state::cart::{Bag, Seen};
use crate::state::order::{Load, OrderState};
use crate::state::{Shop, screen::Screen};
use crate::text::{Key, Words, format};
use leptos::prelude::*;
use mine::MyOrders;
use timeline::Timeline;
use ucp::fulfillment::MethodType;
use ucp::order::{Order, OrderLine, OrderLineStatus};
use ucp::party::PostalAddress;
use ucp::total::grand_total;

/// An order in the panel.
#[component]
pub fn OrderView(
    /// The element's states.
    shop: Shop,
    /// The order's id.
    id: String,
    /// The bag that the same things can be put into again.
    bag: Bag,
) -> View {
    let state = OrderState::new(shop, id, None);
    view! {
        <div class="panel-body order">
            <Content shop state bag=Some(bag)/>
            <MyOrders shop except=state.id()/>
        </div>
    }
}

/// The order that the page's address names, in place.
#[component]
pub fn OrderPage(
    /// The element's states.
    shop: Shop,
) -> View {
    let state = OrderState::of_page(shop);
    view! {
        <div class="order" data-page="">
            <h2 class="page-title quiet">{shop.words.get(Key::FollowOrder)}</h2>
            <Content shop state bag=None/>
        </div>
    }
}

#[component]
fn Content(
    /// The element's states.
    shop: Shop,
    /// The order.
    state: OrderState,
    /// The bag, where there is one.
    bag: Option<Bag>,
) -> View {
    let words = shop.words;
    let troubles = move || match state.load.get() {
        // Right after the purchase the order is known without the shop's help; a status that cannot be read is no news then.
        _ if state.receipt.get_value().is_some() => None,
        Load::Gone => Some(view! { <Notice tone=Tone::Error text=words.get(Key::OrderGone)/> }),
        Load::Failed(error) => Some(view! { <Failure error on_retry=move || state.refresh()/> }),
        Load::Busy | Load::Here => None,
    };
    view! {
        {troubles}
        {move || match state.order.get() {
            Some(order) => view! { <Receipt shop state order bag/> },
            None if state.load.get() == Load::Busy => ghost(words),
            None => View::Nothing,
        }}
    }
}

fn ghost(words: Words) -> View {
    view! {
        <div class="line ghost title"></div>
        <div class="line ghost"></div>
        <div class="field-ghost ghost"></div>
        <div class="field-ghost ghost"></div>
        <p class="aside" role="status">{words.get(Key::Loading)}</p>
    }
}

#[component]
fn Receipt(
    /// The element's states.
    shop: Shop,
    /// The order's state.
    state: OrderState,
    /// The order.
    order: Order,
    /// The bag, where there is one.
    bag: Option<Bag>,
) -> View {
    let words = shop.words;
    let label = order.label.clone().unwrap_or_else(|| order.id.clone());
    let receipt = state.receipt.get_value();
    let head = match receipt {
        Some(email) => thanks(words, &label, &email),
        None => view! { <h3 class="order-title"><bdi>{words.fill(Key::Order, &[("label", &label)])}</bdi></h3> },
    };
    let is_digital = order.fulfillment.expectations.iter().all(|promise| promise.method_type == MethodType::Digital);
    let is_underway = order.fulfillment.events.is_empty() && order.adjustments.is_empty();
    let next = if is_digital { Key::OrderNextDigital } else { Key::OrderNextSend };
    let currency = order.currency.clone();
    let lines = order.line_items.iter().map(|line| bought(words, line, &currency)).collect::<View>();
    let promises = where_and_when(shop, &order);
    // Right after the purchase nobody wants the same things at once.
    let receipt_is_old = state.receipt.get_value().is_none();
    let piece =
        |line: &OrderLine| (line.item.id.clone(), line.text.clone(), line.quantity.original.unwrap_or(line.quantity.total));
    let lines_again: Vec<(Piece, Seen)> = order.line_items.iter().map(|line| (piece(line), Seen::of(&line.item))).collect();
    let permalink = order.permalink_url.clone();
    // On the order's own page a link to itself leads nowhere.
    let page = shop.config().map_or(Page::Shelf, |config| config.page);
    let said: Vec<_> = order.messages.iter().map(|message| message.content.clone()).collect();
    view! {
        {head}
        {said.into_iter().map(|text| view! { <Notice tone=Tone::Plain text/> }).collect::<View>()}
        <section class="order-part" aria-labelledby="fan-order-lines">
            <h4 class="order-heading" id="fan-order-lines">{words.get(Key::OrderLines)}</h4>
            <ul class="bought-list" role="list">{lines}</ul>
            <Totals totals=order.totals.clone() currency=order.currency.clone() busy=false/>
        </section>
        {promises}
        {order.note.clone().map(|note| view! {
            <section class="order-part" aria-labelledby="fan-order-note">
                <h4 class="order-heading" id="fan-order-note">{words.get(Key::SellerNote)}</h4>
                <p class="order-note" dir="auto">{note}</p>
            </section>
        })}
        <Timeline words order=order.clone()/>
        {is_underway.then(|| view! {
            <section class="order-part" aria-labelledby="fan-order-next">
                <h4 class="order-heading" id="fan-order-next">{words.get(Key::OrderNext)}</h4>
                <p>{words.get(next)}</p>
            </section>
        })}
        {links(words, order.links)}
        {(page != Page::Order && is_safe(&permalink)).then(|| view! {
            <p><a class="link" href=permalink target="_blank" rel="noopener">{words.get(Key::OrderAtShop)}</a></p>
        })}
        {(page == Page::Order).then(|| view! {
            <button type="button" class="button" on:click=|_| print()>{words.get(Key::Print)}</button>
        })}
        {bag.filter(|_| receipt_is_old).map(|bag| view! {
            <button type="button" class="button" on:click=move |_| again(shop, bag, &lines_again)>{words.get(Key::OrderAgain)}</button>
        })}
        {(page == Page::Shelf).then(|| view! {
            <button type="button" class="button main" part="button" on:click=move |_| shop.screens.close()>{words.get(Key::KeepShopping)}</button>
        })}
    }
}

/// Puts the same things into the bag again and shows it; what is not sold any more, the shop says there.
fn again(shop: Shop, bag: Bag, lines: &[(Piece, Seen)]) {
    for (piece, seen) in lines.iter().filter(|(piece, _)| piece.2 > 0) {
        bag.add(piece.clone(), seen.clone(), |_| {});
    }
    shop.screens.open(Screen::Cart);
}

fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// The first thing said after the purchase; it takes the focus, because what was there before is gone.
fn thanks(words: Words, label: &str, email: &str) -> View {
    let node = NodeRef::<web_sys::HtmlElement>::new();
    node.on_load(|node| {
        let _ = node.focus();
    });
    view! {
        <div class="thanks">
            <span class="thanks-mark" aria-hidden="true"><Icon drawing=icon::CHECK/></span>
            <h3 class="order-title" tabindex="-1" node_ref=node>{words.get(Key::Thanks)}</h3>
            <p dir="auto">{words.fill(Key::OrderPlaced, &[("label", label)])}</p>
            <p class="quiet" dir="auto">{words.fill(Key::ReceiptTo, &[("email", email)])}</p>
        </div>
    }
}

fn bought(words: Words, line: &OrderLine, currency: &str) -> View {
    let status = match &line.status {
        OrderLineStatus::Processing => words.get(Key::LineProcessing),
        OrderLineStatus::Partial => words.get(Key::LinePartial),
        OrderLineStatus::Fulfilled => words.get(Key::LineFulfilled),
        OrderLineStatus::Removed => words.get(Key::LineRemoved),
        OrderLineStatus::Other(word) => word.clone(),
    };
    let amount = grand_total(&line.totals).map(|row| words.money(row.amount, currency));
    let quantity = format::number(&words.locale(), line.quantity.original.unwrap_or(line.quantity.total));
    view! {
        <li class="bought" data-status=line.status.as_str().to_owned()>
            <div class="bought-picture">
                {line.item.image_url.clone().map(|url| view! { <img class="img" src=url alt="" width="56" height="56" loading="lazy"/> })}
            </div>
            <p class="bought-title">
                <bdi>{line.item.title.clone()}</bdi>
                <span class="quiet">"\u{a0}×\u{a0}" {quantity}</span>
                {line.text.clone().map(inscription)}
            </p>
            <span class="bought-total">{amount}</span>
            <p class="bought-said quiet">{status}</p>
        </li>
    }
}

/// The promise: where each package goes and when it should be there.
fn where_and_when(shop: Shop, order: &Order) -> Option<View> {
    let words = shop.words;
    let locale = words.locale();
    // As its country writes it, once that is known.
    let address = |to: PostalAddress| {
        let code = to.address_country.clone().unwrap_or_default();
        let place = Place::new(shop, code.clone());
        move || {
            let locale = words.locale();
            let country = (!code.is_empty()).then(|| format::country(&locale, &code));
            let written = place.form.get().unwrap_or_default().written(&to, &locale);
            let lines = recipient(&to).into_iter().chain(written).chain(country);
            lines.map(|line| view! { <p dir="auto">{line}</p> }).collect::<View>()
        }
    };
    let promises: Vec<_> = order
        .fulfillment
        .expectations
        .iter()
        .map(|promise| {
            let to = promise.destination.clone();
            let is_sent = promise.method_type != MethodType::Digital && to != PostalAddress::default();
            let from = promise
                .fulfillable_on
                .as_deref()
                .filter(|on| *on != "now")
                .map(|on| words.fill(Key::ShipsOn, &[("date", &format::date(&locale, on.get(..10).unwrap_or(on)))]));
            let when: Vec<String> = promise.description.clone().into_iter().chain(from).collect();
            view! {
                {is_sent.then(|| view! {
                    <div>
                        <h4 class="order-heading">{words.get(Key::OrderWhere)}</h4>
                        <address class="order-address">{address(to)}</address>
                    </div>
                })}
                {(!when.is_empty()).then(|| view! {
                    <div>
                        <h4 class="order-heading">{words.get(Key::OrderWhen)}</h4>
                        {when.into_iter().map(|line| view! { <p dir="auto">{line}</p> }).collect::<View>()}
                    </div>
                })}
            }
        })
        .collect();
    (!promises.is_empty()).then(|| view! { <section class="order-part promises">{promises}</section> })
}
