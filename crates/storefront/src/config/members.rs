//! Flags of `members`.

use clap::{Args, Subcommand};

use super::DataArgs;

/// What can be said about members.
#[derive(Clone, Debug, Subcommand)]
pub enum MembersCommand {
    /// From now on the claim holds of whoever buys under this e-mail address.
    Add(MemberArgs),
    /// It no longer does.
    Remove(MemberArgs),
}

/// A member and a claim.
#[derive(Clone, Debug, Args)]
pub struct MemberArgs {
    /// Where things are kept.
    #[command(flatten)]
    pub data: DataArgs,
    /// With several shops in one storefront: the id of the one whose member it is.
    #[arg(long, default_value = "", value_name = "ID")]
    pub shop: String,
    /// The claim: a reverse-domain name, as discounts refer to it.
    pub claim: String,
    /// The customer's e-mail address. Only its digest is kept.
    pub email: String,
}
