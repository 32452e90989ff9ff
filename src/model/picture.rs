//! Which file of a picture a browser may choose from.

use ucp::catalog::{Media, MediaType};
use ucp::money::plain;

/// The value of `srcset`; none when the shop sent one size only.
#[must_use]
pub fn srcset(media: &Media) -> Option<String> {
    let mut set = String::new();
    for source in &media.sources {
        for piece in [if set.is_empty() { "" } else { ", " }, &source.url, " ", &plain(source.width), "w"] {
            set.push_str(piece);
        }
    }
    Some(set).filter(|set| !set.is_empty())
}

/// The still pictures.
pub fn stills(media: &[Media]) -> impl Iterator<Item = &Media> {
    media.iter().filter(|media| matches!(media.kind, MediaType::Image))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ucp::catalog::MediaSource;

    #[test]
    fn a_picture_in_one_size_has_no_srcset() {
        let mut media = Media::default();
        assert_eq!(srcset(&media), None);
        media.sources =
            vec![MediaSource { url: "/a-240.webp".into(), width: 240 }, MediaSource { url: "/a-480.webp".into(), width: 480 }];
        assert_eq!(srcset(&media).as_deref(), Some("/a-240.webp 240w, /a-480.webp 480w"));
    }
}
