//! What can go wrong in the studio.

use std::fmt;

/// The studio's one error: data that breaks a rule, or a picture that cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A file of designs or of the catalogue does not parse.
    Unreadable {
        /// The file, relative to its folder.
        file: String,
        /// What the parser said.
        reason: String,
    },
    /// A design breaks a rule.
    Design {
        /// The design's id.
        id: String,
        /// Which rule.
        reason: String,
    },
    /// A product breaks a rule.
    Product {
        /// The product's id.
        id: String,
        /// Which rule.
        reason: String,
    },
    /// A drawing is not valid SVG, or too large to rasterise.
    Drawing(String),
    /// The compressor refused the picture.
    Encoding(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable { file, reason } => write!(f, "{file}: {reason}"),
            Self::Design { id, reason } => write!(f, "design {id}: {reason}"),
            Self::Product { id, reason } => write!(f, "product {id}: {reason}"),
            Self::Drawing(reason) => write!(f, "the drawing cannot be read: {reason}"),
            Self::Encoding(reason) => write!(f, "the picture cannot be compressed: {reason}"),
        }
    }
}

impl std::error::Error for Error {}
