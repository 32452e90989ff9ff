//! Which part of a long list is drawn: what is seen and a little around it. The rest is room.

/// How many lines (cards of a row, or rows of a grid) are drawn beyond what is seen, on either side.
const SPARE: usize = 4;

/// Shorter lists are drawn whole: their nodes cost less than following the scroll.
pub const WHOLE: usize = 48;

/// The part of a list that is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Index of the first item.
    pub from: usize,
    /// Index after the last item.
    pub to: usize,
    /// Room in place of the items before, in CSS pixels.
    pub before: i32,
    /// Room in place of the items after, in CSS pixels.
    pub after: i32,
}

/// How a list lies on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lie {
    /// Items side by side across the direction of scrolling: 1 in a row or a list.
    pub across: usize,
    /// From one line to the next in the direction of scrolling, in CSS pixels.
    pub pitch: i32,
    /// How far the list has been scrolled past the start of what is seen, in CSS pixels; negative before it comes.
    pub scrolled: i32,
    /// How much of the list fits into what is seen, in CSS pixels.
    pub seen: i32,
}

impl Window {
    /// The whole list.
    #[must_use]
    pub fn whole(total: usize) -> Self {
        Self { to: total, ..Self::default() }
    }

    /// What to draw of `total` items. It moves in steps, so that most scrolling changes nothing.
    #[must_use]
    pub fn of(total: usize, lie: Lie) -> Self {
        let Lie { across, pitch, scrolled, seen } = lie;
        if total <= WHOLE || across == 0 || pitch <= 0 {
            return Self::whole(total);
        }
        let lines = total.div_ceil(across);
        let line = |pixels: i32| usize::try_from(pixels.max(0) / pitch).unwrap_or(0);
        let step = |line: usize| line / SPARE * SPARE;
        let from = step(line(scrolled)).saturating_sub(SPARE).min(lines.saturating_sub(1));
        let to = (step(line(scrolled.saturating_add(seen))) + 3 * SPARE).clamp(from + 1, lines);
        let room = |lines: usize| i32::try_from(lines).unwrap_or(i32::MAX).saturating_mul(pitch);
        Self { from: from * across, to: (to * across).min(total), before: room(from), after: room(lines - to) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIE: Lie = Lie { across: 3, pitch: 200, scrolled: 0, seen: 800 };

    #[test]
    fn a_short_list_is_drawn_whole() {
        assert_eq!(Window::of(WHOLE, LIE), Window::whole(WHOLE));
        assert_eq!(Window::of(5000, Lie { pitch: 0, ..LIE }), Window::whole(5000));
    }

    #[test]
    fn what_is_drawn_does_not_grow_with_the_list_or_with_the_way_scrolled() {
        for scrolled in [-5000, 0, 199, 1000, 33_333, 333_199, 999_999_999] {
            let window = Window::of(5000, Lie { scrolled, ..LIE });
            assert!(window.to - window.from <= 3 * (4 + 5 * SPARE), "{window:?}");
            assert!(window.from < window.to && window.to <= 5000, "{window:?}");
        }
    }

    #[test]
    fn what_is_seen_is_drawn_and_the_list_keeps_its_length() {
        for scrolled in (0..330_000).step_by(77) {
            let window = Window::of(5000, Lie { scrolled, ..LIE });
            let first = usize::try_from(scrolled / 200).unwrap() * 3;
            assert!(window.from <= first && window.to >= (first + 15).min(5000), "{scrolled}: {window:?}");
            let lines = i32::try_from((window.to - window.from).div_ceil(3)).unwrap();
            assert_eq!(window.before + window.after + lines * 200, 5000_i32.div_euclid(3) * 200 + 200);
        }
    }
}
