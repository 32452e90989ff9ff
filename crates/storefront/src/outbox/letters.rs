//! A letter: written from what the outbox holds, in the language in which the order was placed.

use super::Failure;
use crate::http::AppState;
use crate::mail::letter::{self, Shop};
use crate::orders::news::Letter;
use crate::shop::orders::capability;
use crate::store::outbox::Message;
use crate::store::{json, orders};
use crate::text::Language;

pub(super) async fn send(app: &AppState, message: &Message) -> Result<(), Failure> {
    let news: Letter = json::read(&message.body).map_err(|error| Failure::for_good(error.to_string()))?;
    let kept = async {
        let mut connection = app.db.read().acquire().await?;
        orders::find(&mut connection, &message.order_id).await
    };
    let kept = kept.await.map_err(|error| Failure::for_now(error.to_string()))?;
    let kept = kept.ok_or_else(|| Failure::for_good("the order is gone"))?;
    let language = Language::of_tag(&kept.language).unwrap_or_default();
    let shop = Shop { name: &app.config.shop_name, sandbox: app.config.sandbox };
    // The key of the order is made here and nowhere kept.
    let letter = letter::write(shop, language, &news, &capability(&kept.checkout))
        .ok_or_else(|| Failure::for_good("there is nothing to write about"))?;
    app.config
        .post
        .take(&app.db, &message.id, &message.recipient, &letter, app.clock.now())
        .await
        .map_err(|untaken| Failure { reason: untaken.reason, hopeless: untaken.hopeless })
}
