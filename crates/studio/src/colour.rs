//! Colours as the studio mixes them: sRGB bytes, written `#rrggbb`.

/// An opaque sRGB colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// White.
    pub const WHITE: Self = Self(255, 255, 255);
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);

    /// Reads `#rrggbb`; `None` for anything else.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, r, g, b] = value.to_be_bytes();
        Some(Self(r, g, b))
    }

    /// Reads a literal of the studio's own tables; grey when it is not a colour (tests check that none is).
    #[must_use]
    pub fn literal(hex: &str) -> Self {
        Self::parse(hex).unwrap_or(Self(128, 128, 128))
    }

    /// Writes `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// `share` of `other` mixed in, 0.0 to 1.0.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        let channel = |a: u8, b: u8| {
            let value = f32::from(a) + (f32::from(b) - f32::from(a)) * share.clamp(0.0, 1.0);
            value.round().clamp(0.0, 255.0) as u8
        };
        Self(channel(self.0, other.0), channel(self.1, other.1), channel(self.2, other.2))
    }

    /// Towards white.
    #[must_use]
    pub fn lighter(self, share: f32) -> Self {
        self.mix(Self::WHITE, share)
    }

    /// Towards a warm black, which looks more like shade than pure black does.
    #[must_use]
    pub fn darker(self, share: f32) -> Self {
        self.mix(Self(18, 12, 20), share)
    }

    /// Darker and more itself: each channel is bent, so that beige becomes sand and not grey.
    #[must_use]
    pub fn deeper(self, share: f32) -> Self {
        let bend = |channel: u8| {
            let value = 255.0 * (f32::from(channel) / 255.0).powf(1.0 + share);
            value.round().clamp(0.0, 255.0) as u8
        };
        Self(bend(self.0), bend(self.1), bend(self.2))
    }

    /// Perceived lightness, 0.0 (black) to 1.0 (white).
    #[must_use]
    pub fn luma(self) -> f32 {
        (0.299 * f32::from(self.0) + 0.587 * f32::from(self.1) + 0.114 * f32::from(self.2)) / 255.0
    }

    /// Whether print in dark ink would be hard to read on it.
    #[must_use]
    pub fn is_dark(self) -> bool {
        self.luma() < 0.42
    }
}
