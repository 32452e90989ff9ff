//! The files of `designs/` and `catalogue/`, read at build time (see `build.rs`).

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));
