//! A screen each. `shelf` is the first chunk; everything under [`panel`] is the second, and what [`purchase`]
//! draws the third and the fourth.
//!
//! What a page may style from outside, and where it may put something of its own; `cargo xtask docs` takes the tables from here.
//!
//! | part | what it is |
//! |---|---|
//! | `shelf` | the shelf, in every layout |
//! | `title` | the words over it |
//! | `cards` | the list of products |
//! | `card` | a product on the shelf; the pin |
//! | `picture` | a card's picture |
//! | `badge` | the one thing that a card's corner says |
//! | `price` | a price, with the one before a sale |
//! | `bag` | the button that opens the bag |
//! | `panel` | the sheet or column over the page |
//! | `line` | a line of the bag |
//! | `totals` | the rows of totals |
//! | `input` | a text field |
//! | `notice` | something to be told |
//! | `button` | the one thing to do |
//!
//! | slot | where it stands, and what stands there otherwise |
//! |---|---|
//! | `heading` | in the place of the shelf's title |
//! | `tools` | beside the bag's button; nothing otherwise |
//! | `empty` | on a shelf without products; a sentence otherwise |

pub mod all;
pub mod cart;
pub mod checkout;
pub mod order;
pub mod panel;
pub mod product;
pub mod purchase;
pub mod shelf;
