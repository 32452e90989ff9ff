//! Takes out exports that nobody calls: a library's JavaScript face keeps its code and its glue alive otherwise.

use anyhow::{Context as _, Result};
use wasm_encoder::{ExportSection, Module, RawSection, reencode::Reencode as _};
use wasmparser::{Parser, Payload};

/// Streams between JavaScript and Rust, which Leptos links for its server functions. The widget has none.
const UNUSED: [&str; 2] = ["intounderlying", "__wbg_intounderlying"];

/// The module without the unused exports and without wasm-bindgen's descriptions of them; everything else is as it was.
pub(super) fn prune(module: &[u8]) -> Result<Vec<u8>> {
    let mut pruned = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the compiled wasm cannot be read")?;
        if let Payload::ExportSection(exports) = payload {
            let mut kept = ExportSection::new();
            for export in exports {
                let export = export.context("an export of the compiled wasm cannot be read")?;
                if !is_unused(export.name) {
                    kept.export(export.name, wasm_encoder::reencode::RoundtripReencoder.export_kind(export.kind)?, export.index);
                }
            }
            pruned.section(&kept);
        } else if let Some((id, range)) = payload.as_section() {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            pruned.section(&RawSection { id, data: &module[start..end] });
        }
    }
    Ok(pruned.finish())
}

fn is_unused(name: &str) -> bool {
    let described = name.strip_prefix("__wbindgen_describe_").unwrap_or(name);
    UNUSED.iter().any(|prefix| described.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::is_unused;

    #[test]
    fn only_the_streams_of_server_functions_go() {
        assert!(is_unused("intounderlyingsink_write") && is_unused("__wbg_intounderlyingsource_free"));
        assert!(is_unused("__wbindgen_describe_intounderlyingsink_close"));
        assert!(!is_unused("mount") && !is_unused("__wbg_mounted_free") && !is_unused("memory"));
    }
}
