//! When to try again what did not work, and when to stop.

use super::calendar::{DAY, HOUR};

/// The pause after the first failure, in milliseconds.
const FIRST: i64 = 1_000;
/// No pause is longer, in milliseconds.
const LONGEST: i64 = HOUR;
/// After this long nothing is tried any more, in milliseconds.
pub const GIVE_UP: i64 = 3 * DAY;

/// How long to wait after the `tries`-th failure, in milliseconds: twice as long each time up to an hour, and between half
/// and all of that as `chance` decides (0 to 255), so that what failed together is not tried again together.
#[must_use]
pub fn pause(tries: i64, chance: u8) -> i64 {
    let doublings = u32::try_from((tries - 1).clamp(0, 30)).unwrap_or(0);
    let whole = FIRST.saturating_mul(1 << doublings).min(LONGEST);
    whole / 2 + whole / 2 * i64::from(chance) / 255
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_double_up_to_an_hour_and_are_spread() {
        let bounds = |tries| (pause(tries, 0), pause(tries, 255));
        assert_eq!(bounds(1), (500, 1_000));
        assert_eq!(bounds(2), (1_000, 2_000));
        assert_eq!(bounds(5), (8_000, 16_000));
        assert_eq!(bounds(13), (HOUR / 2, HOUR));
        assert_eq!(bounds(i64::MAX), (HOUR / 2, HOUR));
        assert_eq!(bounds(0), bounds(1));
        assert!((0..=255).map(|chance| pause(7, chance)).is_sorted());
    }
}
