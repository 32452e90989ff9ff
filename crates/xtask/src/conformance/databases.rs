//! Where the judged shop keeps its things: an engine, and a database for each start.

use std::cell::Cell;

use anyhow::Result;

use crate::postgres::{Cluster, Commits};

/// Databases for a run.
pub(super) enum Databases {
    /// SQLite: a new file for each start, in the shop's own folder.
    Files,
    /// One that was given, for all of them.
    Given(String),
    /// PostgreSQL: a new database for each start, in a cluster that lasts as long as this; and how many there were.
    Cluster(Cluster, Cell<u32>),
}

impl Databases {
    /// In a cluster of its own.
    pub(super) fn postgres() -> Result<Self> {
        Ok(Self::Cluster(Cluster::start(Commits::Forgetful)?, Cell::new(0)))
    }

    /// The address of the next one; none: the shop makes its file.
    pub(super) fn next(&self) -> Result<Option<String>> {
        match self {
            Self::Files => Ok(None),
            Self::Given(url) => Ok(Some(url.clone())),
            Self::Cluster(cluster, count) => {
                count.set(count.get() + 1);
                Ok(Some(cluster.database(&format!("judged_{}", count.get()))?))
            }
        }
    }

    /// The address for the API's tests, which make a schema each on a PostgreSQL server and a file each otherwise.
    pub(super) fn server(&self) -> Result<Option<String>> {
        Ok(self.next()?.filter(|url| url.starts_with("postgres")))
    }

    /// The engine's name, for the report.
    pub(super) fn engine(&self) -> &'static str {
        match self {
            Self::Given(url) if url.starts_with("postgres") => "PostgreSQL",
            Self::Cluster(..) => "PostgreSQL",
            _ => "SQLite",
        }
    }
}
