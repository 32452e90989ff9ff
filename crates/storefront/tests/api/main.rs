//! The shop over HTTP, one module per resource. Each test opens a shop of its own.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod agent;
mod carts;
mod catalog;
mod catalogue;
mod challenges;
mod checkouts;
mod completion;
mod counter;
mod database;
mod desk;
mod discovery;
mod downloads;
mod fixture;
mod hooks;
mod idempotency;
mod import;
mod letters;
mod limits;
mod mailbox;
mod metrics;
mod orders;
mod sandbox;
mod schemas;
mod seal;
mod search;
mod security;
mod shops;
mod signing;
mod site;
mod stories;
mod sweeping;
mod webhooks;
mod wishes;
