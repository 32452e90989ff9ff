//! Counts of tests, read from what the runners print.

use std::{fmt, ops::Add, process::ExitStatus};

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Counts {
    /// Tests that passed.
    pub(crate) passed: u64,
    /// Tests that failed, did not end, or could not start.
    pub(crate) failed: u64,
}

impl Counts {
    /// The counts of one check that either holds or does not.
    pub(crate) fn one(holds: bool) -> Self {
        Self { passed: u64::from(holds), failed: u64::from(!holds) }
    }

    /// From libtest and wasm-bindgen-test: `test result: ok. 3 passed; 0 failed; …`, once per test program.
    pub(crate) fn from_libtest(text: &str) -> Self {
        let results = text.lines().filter_map(|line| line.trim().strip_prefix("test result:"));
        results
            .map(|rest| {
                let number = |word: &str| before(rest, word).unwrap_or(0);
                Self { passed: number(" passed"), failed: number(" failed") }
            })
            .fold(Self::default(), Add::add)
    }

    /// From Playwright's last lines: `  3 passed (1.2m)`, `  1 failed`, and what neither passed nor failed.
    pub(crate) fn from_playwright(text: &str) -> Self {
        let mut counts = Self::default();
        for line in text.lines() {
            let Some((number, rest)) = line.trim().split_once(' ') else { continue };
            let Ok(number) = number.parse::<u64>() else { continue };
            match rest {
                "failed" | "flaky" | "did not run" | "interrupted" | "skipped" => counts.failed += number,
                _ if rest == "passed" || rest.starts_with("passed (") => counts.passed += number,
                _ => {}
            }
        }
        counts
    }

    /// A runner that failed without a failed test (it did not compile, it crashed) is a failure.
    pub(crate) fn checked(self, status: ExitStatus) -> Self {
        if !status.success() && self.failed == 0 { Self { failed: 1, ..self } } else { self }
    }

    /// A suite that ran nothing has proven nothing.
    pub(crate) fn or_empty_is_failure(self) -> Self {
        if self == Self::default() {
            eprintln!("error: no test ran");
            return Self { passed: 0, failed: 1 };
        }
        self
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number that stands right before a word.
fn before(text: &str, word: &str) -> Option<u64> {
    text.split(word).next()?.rsplit(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt as _;

    #[test]
    fn results_of_several_test_programs_add_up() {
        let text = "running 3 tests\n\ntest result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.1s\n\
                    test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(Counts::from_libtest(text), Counts { passed: 13, failed: 2 });
    }

    #[test]
    fn playwrights_last_lines_count_everything_that_did_not_pass() {
        let text = "  ✓  1 a.spec.mjs:3:1 › buys 2 mugs (1s)\n\n  1 failed\n    b.spec.mjs:9:1 › 2 failed\n  1 did not run\n  12 passed (1.2m)\n";
        assert_eq!(Counts::from_playwright(text), Counts { passed: 12, failed: 2 });
    }

    #[test]
    fn a_runner_that_breaks_is_a_failure_even_without_a_failed_test() {
        let counts = Counts { passed: 3, failed: 0 };
        assert_eq!(counts.checked(ExitStatus::from_raw(256)), Counts { passed: 3, failed: 1 });
        assert_eq!(counts.checked(ExitStatus::from_raw(0)), counts);
    }

    #[test]
    fn an_empty_suite_is_a_failure() {
        assert_eq!(Counts::default().or_empty_is_failure(), Counts { passed: 0, failed: 1 });
    }

    #[test]
    fn the_last_line_reads_as_promised() {
        assert_eq!(Counts { passed: 7, failed: 0 }.to_string(), "7 passed, 0 failed");
    }
}
