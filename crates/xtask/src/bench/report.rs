//! Results as Markdown tables.

use super::load::Outcome;

/// A table with its head; columns after the first are numbers.
pub(super) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new(head: &[&str]) -> Self {
        Self { rows: vec![head.iter().map(|cell| (*cell).to_owned()).collect()] }
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    pub(super) fn print(&self) {
        println!();
        for (index, row) in self.rows.iter().enumerate() {
            println!("| {} |", row.join(" | "));
            if index == 0 {
                let columns: Vec<&str> = (0..row.len()).map(|column| if column == 0 { "---" } else { "---:" }).collect();
                println!("|{}|", columns.join("|"));
            }
        }
        println!();
    }
}

/// `1.2`, in milliseconds.
pub(super) fn millis(outcome: &Outcome, quantile: f64) -> String {
    format!("{:.1}", outcome.millis(quantile))
}

/// `12 MB`
pub(super) fn megabytes(bytes: u64) -> String {
    format!("{} MB", bytes.div_ceil(1_000_000))
}
