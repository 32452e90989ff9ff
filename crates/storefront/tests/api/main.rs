//! The shop over HTTP, one module per resource. Each test opens a shop of its own.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod agent;
mod carts;
mod catalog;
mod challenges;
mod checkouts;
mod completion;
mod counter;
mod desk;
mod discovery;
mod fixture;
mod hooks;
mod idempotency;
mod import;
mod letters;
mod mailbox;
mod orders;
mod sandbox;
mod schemas;
mod seal;
mod signing;
mod site;
mod webhooks;
