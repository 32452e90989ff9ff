//! What tests may ask of the shop that customers must never meet.

use clap::Args;

use super::ConfigError;
use crate::crash::KillPoint;

/// Flags for tests.
#[derive(Clone, Copy, Debug, Default, Args)]
pub struct HookArgs {
    /// For tests, never for customers: what the hooks below need. Refused in production.
    #[arg(long, env = "FANSHELF_TEST_HOOKS", default_value_t = false)]
    pub test_hooks: bool,
    /// With --test-hooks: die at a point of the path of a payment, as if the power had been cut.
    #[arg(long, value_enum, requires = "test_hooks", value_name = "POINT")]
    pub kill_point: Option<KillPoint>,
}

impl HookArgs {
    /// Whether the hooks may be open at the shop's address.
    ///
    /// # Errors
    /// A sentence when customers could reach it.
    pub fn check(&self, public_url: &str) -> Result<(), ConfigError> {
        let here = ["http://127.0.0.1:", "http://localhost:"].iter().any(|here| public_url.starts_with(here));
        if self.test_hooks && !here {
            return Err(ConfigError(format!("--test-hooks is refused in production: {public_url} is not on this machine.")));
        }
        Ok(())
    }
}
