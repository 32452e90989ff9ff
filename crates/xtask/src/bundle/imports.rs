//! Short names for what wasm imports from its glue. wasm-bindgen ends each with a hash, which no compression makes smaller and
//! which travels twice.

use anyhow::{Context as _, Result};
use wasm_encoder::{
    ImportSection, Module, RawSection,
    reencode::{Reencode as _, RoundtripReencoder},
};
use wasmparser::{Parser, Payload};

/// How long the hash is.
const HASH: usize = 16;

/// The module and its glue with the short names in both; everything else is as it was.
pub(super) fn shorten(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut short = Module::new();
    let mut glue = glue.to_owned();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("the bound wasm cannot be read")?;
        if let Payload::ImportSection(imports) = payload {
            let mut named = ImportSection::new();
            for (index, import) in imports.into_imports().enumerate() {
                let import = import.context("an import of the bound wasm cannot be read")?;
                let kind = RoundtripReencoder.entity_type(import.ty)?;
                if is_hashed(import.name) {
                    let name = format!("i{index}");
                    glue = glue.replace(import.name, &name);
                    named.import(import.module, &name, kind);
                } else {
                    named.import(import.module, import.name, kind);
                }
            }
            short.section(&named);
        } else if let Some((id, range)) = payload.as_section() {
            let (start, end) = (usize::try_from(range.start)?, usize::try_from(range.end)?);
            short.section(&RawSection { id, data: &module[start..end] });
        }
    }
    Ok((short.finish(), glue))
}

fn is_hashed(name: &str) -> bool {
    let hash = name.rsplit('_').next().unwrap_or_default();
    name.starts_with("__wb") && hash.len() == HASH && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, TypeSection};

    #[test]
    fn a_hashed_name_is_short_in_both_and_others_stay() {
        let mut module = Module::new();
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        let mut imports = ImportSection::new();
        for name in ["__wbindgen_init_externref_table", "__wbg_put_0123456789abcdef"] {
            imports.import("./glue.js", name, EntityType::Function(0));
        }
        module.section(&imports);
        let glue = "({ __wbindgen_init_externref_table: a, __wbg_put_0123456789abcdef: b })";
        let (short, glue) = shorten(&module.finish(), glue).unwrap();
        assert_eq!(glue, "({ __wbindgen_init_externref_table: a, i1: b })");
        let text = String::from_utf8_lossy(&short).into_owned();
        assert!(text.contains("i1") && !text.contains("__wbg_put") && text.contains("__wbindgen_init_externref_table"));
    }
}
