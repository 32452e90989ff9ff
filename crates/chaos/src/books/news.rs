//! What the platform was told of orders: each at least once, each event under one id and in the same words however often it
//! was sent, and no older state of an order after a newer one.

use std::collections::{BTreeMap, BTreeSet};

use super::{Findings, Order};
use crate::platform::Heard;

/// A webhook in the shop's outbox.
#[derive(sqlx::FromRow)]
pub(super) struct Event {
    id: String,
    order_id: String,
    /// The order's revision.
    position: i64,
    body: String,
    state: String,
    tries: i64,
}

/// Every webhook there ever was; the shop remembers them for longer than chaos lasts.
pub(super) const EVENTS: &str = "SELECT id, order_id, position, body, state, tries FROM outbox WHERE kind = 'webhook'";

impl Findings {
    /// Holds what was heard against what was to be told.
    pub(super) fn news(&mut self, orders: &[Order], events: &[Event], heard: &[Heard]) {
        let told: BTreeSet<&str> = events.iter().map(|event| event.order_id.as_str()).collect();
        for order in orders.iter().filter(|order| !told.contains(order.id.as_str())) {
            self.violations.push(format!("nobody was to be told of order {}", order.id));
        }
        let taken: BTreeSet<&str> = heard.iter().filter(|heard| heard.taken).map(|heard| heard.id.as_str()).collect();
        let mut revisions = BTreeSet::new();
        for event in events {
            if event.state != "delivered" {
                self.violations.push(format!("event {} is {} after {} tries", event.id, event.state, event.tries));
            } else if !taken.contains(event.id.as_str()) {
                self.violations.push(format!("event {} passes for delivered and never arrived", event.id));
            }
            if !revisions.insert((&event.order_id, event.position)) {
                self.violations.push(format!("order {} has two events of revision {}", event.order_id, event.position));
            }
        }
        let known: BTreeMap<&str, &Event> = events.iter().map(|event| (event.id.as_str(), event)).collect();
        let mut newest: BTreeMap<&str, i64> = BTreeMap::new();
        for one in heard {
            let Some(event) = known.get(one.id.as_str()) else {
                self.violations.push(format!("event {} was heard and is nobody's", one.id));
                continue;
            };
            if one.body != event.body {
                self.violations.push(format!("event {} was not told in the same words", one.id));
            }
            let newest = newest.entry(&event.order_id).or_insert(event.position);
            if event.position < *newest {
                self.violations.push(format!("order {}: revision {} was told after {newest}", event.order_id, event.position));
            }
            *newest = event.position.max(*newest);
        }
        self.figure("events to tell the platform", events.len());
        self.figure("times that it heard one", heard.len());
        self.figure("orders of which it was told more than one revision", {
            let several = orders.iter().filter(|order| events.iter().filter(|event| event.order_id == order.id).count() > 1);
            several.count()
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::order;
    use super::*;

    fn event(order: i64, position: i64) -> Event {
        Event {
            id: format!("evt_{order}_{position}"),
            order_id: format!("ord_{order}"),
            position,
            body: format!("revision {position}"),
            state: "delivered".to_owned(),
            tries: 1,
        }
    }

    fn heard(order: i64, position: i64, taken: bool) -> Heard {
        let Event { id, body, .. } = event(order, position);
        Heard { id, body, taken }
    }

    fn news(events: &[Event], heard: &[Heard]) -> Vec<String> {
        let mut findings = Findings::default();
        findings.news(&[order(1_001)], events, heard);
        findings.violations
    }

    #[test]
    fn an_event_may_be_heard_again_and_again_as_long_as_it_is_the_same() {
        let all = [heard(1_001, 1, false), heard(1_001, 1, true), heard(1_001, 1, true), heard(1_001, 2, true)];
        assert_eq!(news(&[event(1_001, 1), event(1_001, 2)], &all), Vec::<String>::new());
        let others = Heard { body: "something else".to_owned(), ..heard(1_001, 1, true) };
        assert_eq!(news(&[event(1_001, 1)], &[others]), ["event evt_1001_1 was not told in the same words"]);
    }

    #[test]
    fn an_order_that_nobody_was_told_of_is_found() {
        assert_eq!(news(&[], &[]), ["nobody was to be told of order ord_1001"]);
        let never = ["event evt_1001_1 passes for delivered and never arrived"];
        assert_eq!(news(&[event(1_001, 1)], &[]), never);
        assert_eq!(news(&[event(1_001, 1)], &[heard(1_001, 1, false)]), never);
        let waiting = Event { state: "waiting".to_owned(), tries: 4, ..event(1_001, 1) };
        assert_eq!(news(&[waiting], &[heard(1_001, 1, false)]), ["event evt_1001_1 is waiting after 4 tries"]);
    }

    #[test]
    fn an_older_state_after_a_newer_one_is_found() {
        let events = [event(1_001, 1), event(1_001, 2)];
        let back = [heard(1_001, 1, true), heard(1_001, 2, true), heard(1_001, 1, false)];
        assert_eq!(news(&events, &back), ["order ord_1001: revision 1 was told after 2"]);
    }

    #[test]
    fn a_second_event_of_one_change_and_a_strange_one_are_found() {
        let twin = Event { id: "evt_twin".to_owned(), ..event(1_001, 1) };
        let both = [heard(1_001, 1, true), Heard { id: "evt_twin".to_owned(), ..heard(1_001, 1, true) }];
        assert_eq!(news(&[event(1_001, 1), twin], &both), ["order ord_1001 has two events of revision 1"]);
        let strange = [heard(1_001, 1, true), heard(1_002, 1, true)];
        assert_eq!(news(&[event(1_001, 1)], &strange), ["event evt_1002_1 was heard and is nobody's"]);
    }
}
