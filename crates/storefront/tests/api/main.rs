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
mod discovery;
mod fixture;
mod idempotency;
mod import;
mod limits;
mod metrics;
mod orders;
mod sandbox;
mod security;
mod shops;
mod site;
mod sweeping;
