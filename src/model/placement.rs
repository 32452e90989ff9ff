//! Where the panel goes: the video stays.

/// Where the panel is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    /// A column at the inline end, from `top` down, `room` wide (CSS pixels).
    Beside {
        /// Distance from the top of the viewport.
        top: f64,
        /// Width of the free column.
        room: f64,
    },
    /// A sheet over the full width, from `top` down (CSS pixels).
    Beneath {
        /// Distance from the top of the viewport.
        top: f64,
    },
}

/// A column narrower than this is no place for a checkout.
const COLUMN: f64 = 340.0;
/// A sheet lower than this shows nothing useful; then it rises over the video and leaves a strip.
const SHEET: f64 = 320.0;
/// From this width on a panel without a video stands at the side.
const WIDE: f64 = 760.0;

impl Place {
    /// Its name for the style sheet.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Beside { .. } => "beside",
            Self::Beneath { .. } => "beneath",
        }
    }

    /// Distance from the top of the viewport.
    #[must_use]
    pub fn top(self) -> f64 {
        match self {
            Self::Beside { top, .. } | Self::Beneath { top } => top,
        }
    }

    /// Width of the column; 0 for a sheet.
    #[must_use]
    pub fn room(self) -> f64 {
        match self {
            Self::Beside { room, .. } => room,
            Self::Beneath { .. } => 0.0,
        }
    }
}

/// A length in CSS. Whole pixels: writing fractions is kilobytes of code.
#[must_use]
pub fn pixels(length: i32) -> String {
    [&ucp::money::plain(length.into()), "px"].concat()
}

/// From the video's box (left, top, right, bottom) in a viewport (width, height), all in CSS pixels.
#[must_use]
pub fn place(video: Option<(f64, f64, f64, f64)>, (width, height): (f64, f64), rtl: bool) -> Place {
    let Some((left, top, right, bottom)) = video else {
        return if width >= WIDE { Place::Beside { top: 0.0, room: 440.0 } } else { Place::Beneath { top: height * 0.12 } };
    };
    let room = if rtl { left } else { width - right };
    if room >= COLUMN {
        return Place::Beside { top: top.clamp(0.0, height - SHEET), room };
    }
    let beneath = bottom.max(0.0);
    let strip = (height * 0.22).min(bottom.max(0.0));
    Place::Beneath { top: if height - beneath >= SHEET { beneath } else { strip.max(top.max(0.0)).min(height - SHEET).max(0.0) } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_page_has_room_beside_the_video_in_either_direction() {
        let video = Some((24.0, 80.0, 860.0, 550.0));
        assert_eq!(place(video, (1280.0, 800.0), false), Place::Beside { top: 80.0, room: 420.0 });
        let mirrored = Some((420.0, 80.0, 1256.0, 550.0));
        assert_eq!(place(mirrored, (1280.0, 800.0), true), Place::Beside { top: 80.0, room: 420.0 });
    }

    #[test]
    fn a_phone_has_room_beneath_the_video() {
        assert_eq!(place(Some((0.0, 0.0, 390.0, 219.0)), (390.0, 844.0), false), Place::Beneath { top: 219.0 });
    }

    #[test]
    fn a_tall_video_leaves_a_strip_of_itself() {
        let Place::Beneath { top } = place(Some((0.0, 0.0, 390.0, 700.0)), (390.0, 844.0), false) else { panic!() };
        assert!(top > 100.0 && top < 844.0 - SHEET);
    }

    #[test]
    fn without_a_video_the_panel_leaves_a_strip_of_the_page() {
        assert_eq!(place(None, (390.0, 800.0), false), Place::Beneath { top: 96.0 });
        assert!(matches!(place(None, (1200.0, 800.0), false), Place::Beside { .. }));
    }
}
