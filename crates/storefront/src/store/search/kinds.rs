//! Kinds of product: the categories of the taxonomy `kind`, which a shelf can be narrowed to.

use super::Wanted;
use super::sql::Values;
use crate::shop::choices::Words;
use crate::store::products::json;
use crate::store::{Connection, Result, Tx};

/// The most kinds that are told: more are no help in choosing.
const MOST: i64 = 40;

/// A kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What the filter takes.
    pub value: String,
    /// What it is called, where the catalogue says so.
    pub names: Option<Words>,
}

/// The kinds on a shelf, in its order: all that the categories and creators of `wanted` hold, whatever else is wanted. It reads
/// the whole shelf, which is why a client has to ask for it: once, when a fan looks through everything.
///
/// # Errors
/// When the database does not answer, or holds JSON that is none.
pub async fn of(db: &mut Connection, wanted: &Wanted) -> Result<Vec<Kind>> {
    let shelf = Wanted { creators: wanted.creators.clone(), ..Wanted::default() };
    let mut values = Values::for_engine(db);
    let mut among = values.among(&shelf);
    if !wanted.categories.is_empty() {
        let list: Vec<String> = wanted.categories.iter().map(|category| values.text(category)).collect();
        among.push_str(&format!(
            " AND EXISTS (SELECT 1 FROM product_categories c WHERE c.product = p.id AND c.folded IN ({}))",
            list.join(", ")
        ));
    }
    let most = values.number(MOST);
    let sql = format!(
        "SELECT MIN(k.value), MIN(n.names) FROM product_categories k JOIN products p ON p.id = k.product AND p.active = 1 \
         LEFT JOIN category_names n ON n.folded = k.folded WHERE k.taxonomy = 'kind'{among} \
         GROUP BY k.folded ORDER BY MIN(p.position) LIMIT {most}"
    );
    let kind = |(value, names): (String, Option<String>)| Ok(Kind { value, names: names.as_deref().map(json).transpose()? });
    values.rows(db, sql).await?.into_iter().map(kind).collect()
}

/// Notes what a category is called.
///
/// # Errors
/// When the database does not answer.
pub async fn call(tx: &mut Tx, value: &str, names: &Words) -> Result<()> {
    let names = serde_json::to_string(names).map_err(|error| sqlx::Error::Encode(Box::new(error)))?;
    sqlx::query(
        "INSERT INTO category_names (folded, names) VALUES ($1, $2) ON CONFLICT (folded) DO UPDATE SET names = EXCLUDED.names",
    )
    .bind(value.to_lowercase())
    .bind(names)
    .execute(&mut **tx)
    .await
    .map(|_| ())
}
