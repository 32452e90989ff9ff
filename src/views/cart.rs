//! The bag: lines, codes, totals as the shop sent them, and the way to pay.

use crate::dom::{NodeRef, View, each, view};
use crate::model::messages::{about, is_error};
use crate::parts::{
    icon::{self, Icon},
    inscription::inscription,
    notice::{Failure, Notice, Tone},
    stepper::Stepper,
    totals::Totals,
};
use crate::signals::{Memo, StoredValue};
use crate::state::cart::{Bag, Coming};
use crate::state::{Shop, screen::Screen};
use crate::text::{Key, format};
use crate::views::order::mine::MyOrders;
use leptos::prelude::*;
use ucp::cart::{Cart, LineItem};
use ucp::message::{Message, MessageType};
use ucp::money::plain;
use ucp::total::grand_total;

/// The bag.
#[component]
pub fn CartView(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
) -> View {
    let words = shop.words;
    let ids = Memo::new(move |_| {
        bag.cart.with(|cart| cart.iter().flat_map(|cart| &cart.line_items).map(|line| line.id.clone()).collect::<Vec<_>>())
    });
    // The code being typed must outlive a line that is taken out.
    let coming = Memo::new(move |_| bag.coming());
    let is_empty = Memo::new(move |_| ids.with(Vec::is_empty) && coming.with(Vec::is_empty));
    let saving = move || bag.wanted.with(Option::is_some) && bag.busy.get();
    view! {
        <div class="panel-body cart">
            {move || bag.rebuilt.get().then(|| view! { <Notice tone=Tone::Warning text=words.get(Key::BagGone)/> })}
            {move || bag.failed.get().map(|error| view! { <Failure error on_retry=move || bag.retry()/> })}
            {move || general_messages(bag).into_iter().map(notice).collect::<View>()}
            <ul class="lines" role="list">
                {each(move || ids.get(), Clone::clone, move |id| view! { <Line shop bag id/> })}
                {move || coming.get().into_iter().map(|line| arriving(shop, bag, line)).collect::<View>()}
            </ul>
            {move || {
                bag.removed.get().map(|removed| {
                    let text = words.fill(Key::Removed, &[("title", &removed.line.item.title)]);
                    view! {
                        <Notice tone=Tone::Plain text>
                            <button type="button" class="button quiet" on:click=move |_| bag.undo()>{words.get(Key::Undo)}</button>
                        </Notice>
                    }
                })
            }}
            {move || is_empty.get().then(|| empty(shop, bag))}
            {move || {
                (!is_empty.get()).then(|| view! {
                    <Codes shop bag/>
                    {move || bag.cart.get().map(|cart| {
                        let notes = about(&cart.messages, TOTALS).cloned().map(notice).collect::<View>();
                        view! {
                            <Totals totals=cart.totals currency=cart.currency busy=saving()/>
                            {notes}
                        }
                    })}
                    <div class="foot">
                        <CheckOut shop bag/>
                    </div>
                })
            }}
            <MyOrders shop except=None/>
        </div>
    }
}

/// What is said about the totals stands under them.
const TOTALS: &str = "$.totals";

/// What the shop has to say about the bag as a whole; the rest stands beside what it is about.
fn general_messages(bag: Bag) -> Vec<Message> {
    bag.cart.with(|cart| {
        let messages = cart.iter().flat_map(|cart| &cart.messages);
        let elsewhere = ["$.discounts", "$.line_items", TOTALS];
        let placed = |message: &Message| {
            elsewhere.iter().any(|path| crate::model::messages::is_about(message, path)) && is_placed(cart.as_ref(), message)
        };
        messages.filter(|message| !placed(message)).cloned().collect()
    })
}

/// Whether the line that the message names is (still) there to stand beside.
fn is_placed(cart: Option<&Cart>, message: &Message) -> bool {
    let path = message.path.as_deref().unwrap_or_default();
    let Some(rest) = path.strip_prefix("$.line_items[") else { return true };
    let index = rest.split(']').next().and_then(|index| index.parse::<usize>().ok());
    index.zip(cart).is_some_and(|(index, cart)| index < cart.line_items.len())
}

fn notice(message: Message) -> View {
    if message.kind == MessageType::Info {
        return view! { <p class="quiet" dir="auto">{message.content}</p> };
    }
    let tone = if is_error(&message) { Tone::Error } else { Tone::Warning };
    view! { <Notice tone text=message.content/> }
}

fn empty(shop: Shop, bag: Bag) -> View {
    let words = shop.words;
    if bag.busy.get() {
        return view! {
            <div class="line-ghost" aria-hidden="true">
                <div class="line-picture ghost"></div>
                <div class="line-body"><div class="line ghost"></div><div class="line short ghost"></div></div>
            </div>
            <p class="aside" role="status">{words.get(Key::Loading)}</p>
        };
    }
    view! {
        <div class="nothing">
            <Icon drawing=icon::BAG/>
            <p class="nothing-title">{words.get(Key::BagEmpty)}</p>
            <p class="quiet">{words.get(Key::BagEmptyAdvice)}</p>
            <button type="button" class="button" on:click=move |_| shop.screens.close()>{words.get(Key::KeepShopping)}</button>
        </div>
    }
}

/// One line of the bag.
#[component]
fn Line(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
    /// The line's id.
    id: String,
) -> View {
    let words = shop.words;
    let id = StoredValue::new(id);
    let line = Memo::new(move |_| bag.cart.with(|cart| find(cart.as_ref(), &id.get_value()).map(|(_, line)| line.clone())));
    let quantity = Memo::new(move |_| line.get().map_or(0, |line| bag.quantity(&line)));
    let money = move |amount: i64| {
        let currency = bag.cart.with(|cart| cart.as_ref().map(|cart| cart.currency.clone()).unwrap_or_default());
        words.money(amount, &currency)
    };
    let messages = move || {
        bag.cart.with(|cart| {
            let Some((index, _)) = find(cart.as_ref(), &id.get_value()) else { return vec![] };
            let path = ["$.line_items[", &plain(index as i64), "]"].concat();
            cart.iter().flat_map(|cart| about(&cart.messages, &path)).cloned().collect::<Vec<_>>()
        })
    };
    let title = line.get_untracked().map(|line| line.item.title).unwrap_or_default();
    let picture = line.get_untracked().and_then(|line| line.item.image_url);
    let text = line.get_untracked().and_then(|line| line.text);
    let remove_label = words.fill(Key::Remove, &[("title", &title)]);
    let stepper_label = [&*words.get(Key::Quantity), ": ", &title].concat();
    view! {
        <li class="line-item" part="line" data-leaving=move || (quantity.get() == 0).then_some("")>
            <div class="line-picture">{picture.map(|url| view! { <img class="img" src=url alt="" width="96" height="96" loading="lazy"/> })}</div>
            <div class="line-body">
                <p class="line-title"><bdi>{title}</bdi></p>
                {text.map(inscription)}
                <p class="line-price quiet">{move || line.get().map(|line| words.fill(Key::Each, &[("price", &money(line.item.price))]))}</p>
                {move || messages().into_iter().map(notice).collect::<View>()}
                <div class="line-tools">
                    <Stepper label=stepper_label quantity least=1 on_change=move |n| bag.set_quantity(&id.get_value(), n)/>
                    <button type="button" class="tool" aria-label=remove_label on:click=move |_| bag.set_quantity(&id.get_value(), 0)>
                        <Icon drawing=icon::BIN/>
                    </button>
                    <span class="line-total" data-busy=move || bag.wanted.with(Option::is_some).then_some("")>
                        {move || line.get().and_then(|line| grand_total(&line.totals).map(|row| money(row.amount)))}
                    </span>
                </div>
            </div>
        </li>
    }
}

/// A line that the shop has not confirmed: what it is, and no money.
fn arriving(shop: Shop, bag: Bag, line: Coming) -> View {
    let words = shop.words;
    let many = (line.quantity > 1).then(|| ["\u{a0}×\u{a0}", &format::number(&words.locale(), line.quantity)].concat());
    view! {
        <li class="line-item" part="line" data-coming="">
            <div class="line-picture">{line.seen.picture.map(|url| view! { <img class="img" src=url alt="" width="96" height="96"/> })}</div>
            <div class="line-body">
                <p class="line-title"><bdi>{line.seen.title}</bdi>{many}</p>
                {line.text.map(inscription)}
                <p class="line-price quiet">{move || bag.failed.get().is_none().then(|| words.get(Key::Adding))}</p>
            </div>
        </li>
    }
}

fn find<'a>(cart: Option<&'a Cart>, id: &str) -> Option<(usize, &'a LineItem)> {
    cart?.line_items.iter().enumerate().find(|(_, line)| line.id == id)
}

/// Discount codes: those in force, those refused with the reason, and a field for one more.
#[component]
fn Codes(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
) -> View {
    let words = shop.words;
    let field = NodeRef::<web_sys::HtmlInputElement>::new();
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(field) = field.get_untracked() else { return };
        let code = field.value().trim().to_owned();
        if !code.is_empty() {
            bag.apply_code(&code);
            field.set_value("");
        }
    };
    let codes = move || {
        bag.cart.with(|cart| {
            let discounts = cart.as_ref().and_then(|cart| cart.discounts.clone()).unwrap_or_default();
            let messages = cart.as_ref().map(|cart| cart.messages.clone()).unwrap_or_default();
            let row = |(index, code): (usize, String)| {
                let path = ["$.discounts.codes[", &plain(index as i64), "]"].concat();
                let refused = about(&messages, &path).next().map(|message| message.content.clone());
                (code, refused)
            };
            discounts.codes.into_iter().enumerate().map(row).collect::<Vec<_>>()
        })
    };
    let chip = move |(code, refused): (String, Option<String>)| {
        let label = words.fill(Key::RemoveCode, &[("code", &code)]);
        let state = words.get(if refused.is_some() { Key::NotApplied } else { Key::Applied });
        let gone = code.clone();
        let is_refused = refused.is_some();
        view! {
            <li class="code" data-refused=is_refused.then_some("")>
                <Icon drawing=if is_refused { icon::WARN } else { icon::CHECK }/>
                <span class="code-name"><bdi>{code}</bdi></span>
                <span class="quiet">{refused.unwrap_or(state)}</span>
                <button type="button" class="tool" aria-label=label on:click=move |_| bag.remove_code(&gone)><Icon drawing=icon::CLOSE/></button>
            </li>
        }
    };
    view! {
        <form class="codes" on:submit=submit novalidate>
            <label class="field-label" for="fan-code">{words.get(Key::DiscountCode)}</label>
            <div class="codes-row">
                <input class="input" part="input" id="fan-code" name="code" node_ref=field autocomplete="off" autocapitalize="characters" spellcheck="false" enterkeyhint="done" dir="ltr"/>
                <button type="submit" class="button">{words.get(Key::Apply)}</button>
            </div>
            <ul class="code-list" role="list" aria-live="polite">{move || codes().into_iter().map(chip).collect::<View>()}</ul>
        </form>
    }
}

/// The one thing to do here, with what it will cost as far as the shop knows.
#[component]
fn CheckOut(
    /// The element's states.
    shop: Shop,
    /// The bag.
    bag: Bag,
) -> View {
    let words = shop.words;
    let saving = move || bag.wanted.with(Option::is_some);
    let label = move || {
        let total = bag.cart.with(|cart| {
            let cart = cart.as_ref()?;
            grand_total(&cart.totals).map(|row| words.money(row.amount, &cart.currency))
        });
        match total {
            Some(total) if !saving() => words.fill(Key::CheckOut, &[("price", &total)]),
            _ => words.get(Key::Saving),
        }
    };
    view! {
        <button type="button" class="button main" part="button" disabled=saving on:click=move |_| shop.screens.open(Screen::Checkout)>
            {label}
        </button>
    }
}
