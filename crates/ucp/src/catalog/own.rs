//! What UCP has no word for: the records behind the fields `dev.fanshelf.*` of the catalog. Any shop works without them.

record! {
    /// Fanshelf: what one size measures.
    pub struct SizeRow {
        /// The size's label, as among the options.
        size: String,
        /// What is measured, in the same order in every row.
        measures: Vec<SizeMeasure> = always,
    }

    /// Fanshelf: one measure.
    pub struct SizeMeasure {
        /// What is measured.
        name: String,
        /// Whole millimetres.
        millimetres: i64,
    }

    /// Fanshelf: a text that the buyer may have put on a product. It is sent as `dev.fanshelf.text` of the line.
    pub struct Personalisation {
        /// What to write: the field's label.
        label: String,
        /// The longest text that has room, in characters.
        max_length: i64,
    }

    /// Fanshelf: a kind of product on the shelf that was searched.
    pub struct Kind {
        /// What the filter takes.
        value: String,
        /// Its name, in the language of the answer.
        name: String,
    }
}
