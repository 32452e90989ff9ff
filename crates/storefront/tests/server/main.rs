//! The program as it is run: over sockets, with its logs.
#![expect(clippy::unwrap_used, reason = "in a test a panic is the report")]

mod backups;
mod logs;
mod metrics;
mod running;
