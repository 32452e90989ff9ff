//! Days and instants without a clock: unix milliseconds in, RFC 3339 and working days out.

/// Milliseconds of one day.
pub const DAY: i64 = 86_400_000;
/// Milliseconds of one hour.
pub const HOUR: i64 = 3_600_000;
/// Milliseconds of one minute.
pub const MINUTE: i64 = 60_000;

/// Year, month and day (proleptic Gregorian, UTC) of a day counted from 1970-01-01.
#[must_use]
pub fn civil(days: i64) -> (i64, i64, i64) {
    // The era arithmetic of the proleptic calendar: 400 years are 146 097 days, and years start in March.
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// An instant as RFC 3339 in UTC, to the second: `2026-11-22T17:05:49Z`.
#[must_use]
pub fn rfc3339(millis: i64) -> String {
    let (year, month, day) = civil(millis.div_euclid(DAY));
    let seconds = millis.rem_euclid(DAY) / 1_000;
    format!("{year:04}-{month:02}-{day:02}T{:02}:{:02}:{:02}Z", seconds / 3_600, seconds / 60 % 60, seconds % 60)
}

/// Day of the week of an instant in UTC, Monday = 0.
#[must_use]
pub fn weekday(millis: i64) -> i64 {
    (millis.div_euclid(DAY) + 3).rem_euclid(7)
}

/// Whether parcels rest on this weekday in a country: Friday and Saturday around the Gulf's north, else the weekend.
#[must_use]
pub fn is_rest_day(country: &str, weekday: i64) -> bool {
    match country {
        "SA" | "KW" | "QA" | "BH" | "OM" | "JO" | "EG" => weekday == 4 || weekday == 5,
        _ => weekday == 5 || weekday == 6,
    }
}

/// The end of the `count`-th working day after an instant, at 18:00 UTC.
#[must_use]
pub fn after_working_days(from: i64, count: i64, country: &str) -> i64 {
    let mut day = from.div_euclid(DAY);
    let mut left = count;
    while left > 0 {
        day += 1;
        if !is_rest_day(country, weekday(day * DAY)) {
            left -= 1;
        }
    }
    day * DAY + 18 * HOUR
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-22T17:05:49Z, a Sunday.
    const SUNDAY: i64 = 1_795_367_149_000;

    #[test]
    fn instants_are_written_as_rfc_3339() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00Z");
        assert_eq!(rfc3339(SUNDAY), "2026-11-22T17:05:49Z");
        assert_eq!(rfc3339(1_709_164_800_000), "2024-02-29T00:00:00Z");
    }

    #[test]
    fn weekdays_start_on_monday() {
        assert_eq!(weekday(0), 3);
        assert_eq!(weekday(SUNDAY), 6);
    }

    #[test]
    fn working_days_skip_the_weekend_of_the_country() {
        assert_eq!(rfc3339(after_working_days(SUNDAY, 5, "DE")), "2026-11-27T18:00:00Z");
        assert_eq!(rfc3339(after_working_days(SUNDAY, 5, "KW")), "2026-11-29T18:00:00Z");
    }
}
