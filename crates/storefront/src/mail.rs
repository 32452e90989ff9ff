//! Letters to buyers: written from an order as it was at the moment they tell of, and handed to a mail server.
//!
//! [`letter`] decides what a letter says, [`page`] and [`plain`] how it looks with and without HTML, [`post`] takes it away:
//! over SMTP, or into the demo's mailbox.

pub mod letter;
pub mod page;
pub mod plain;
pub mod post;

pub use letter::{Letter, Shop};
pub use post::Post;
