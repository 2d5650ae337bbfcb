//! Finishes the workers that Trunk has built: one script around each wasm, and a hash in every name.
//!
//! Trunk leaves `NAME.js`, `NAME_bg.wasm` and the shell of all, `page/worker.js`, whose names tell no version from another.
//! `page.rs` writes the new ones into the page. Deliberately absent: what a worker does.
use crate::tools::TERSER;
use crate::{page, paths, process};
use std::fs;
use std::path::Path;

/// The binaries, which are also the names of the features they need.
pub const ALL: [&str; 2] = ["import_worker", "sheets"];

/// How the shell finds the script of wasm-bindgen.
const IMPORT: &str = "const NAME = location.search.slice(1);\nimportScripts(`./${NAME}.js`);\n";
/// How it finds the wasm.
const WASM: &str = "`./${NAME}_bg.wasm`";

/// Leaves `NAME-HASH.js` and `NAME-HASH.wasm` of each in `dist/`; `bindgen` is where wasm-bindgen wrote.
pub fn finish(bindgen: &Path, dist: &Path, small: bool) -> Result<(), String> {
    let trouble = |error: std::io::Error| format!("the workers cannot be put into dist/ ({error}); build again.");
    let shell = fs::read_to_string(paths::root().join("page/worker.js")).map_err(trouble)?;
    fs::remove_file(dist.join("worker.js")).map_err(trouble)?;
    for name in ALL {
        let plain = dist.join(format!("{name}_bg.wasm"));
        let wasm = format!("{name}-{}.wasm", page::short(&fs::read(&plain).map_err(trouble)?));
        fs::rename(&plain, dist.join(&wasm)).map_err(trouble)?;
        // As wasm-bindgen wrote it: Trunk's own minifier has been at the one in dist/.
        let glue = fs::read_to_string(bindgen.join(format!("{name}.js"))).map_err(trouble)?;
        let script = dist.join(format!("{name}.js"));
        fs::write(&script, whole(&glue, &shell, &wasm)?).map_err(trouble)?;
        if small {
            let mut shrink = TERSER.call()?;
            shrink.args(["--compress", "--mangle", "--output"]).args([&script, &script]);
            process::run(&mut shrink, "try `cargo xtask build` again.")?;
        }
        let hash = page::short(&fs::read(&script).map_err(trouble)?);
        fs::rename(&script, dist.join(format!("{name}-{hash}.js"))).map_err(trouble)?;
    }
    Ok(())
}

/// The shell behind the script of wasm-bindgen.
fn whole(glue: &str, shell: &str, wasm: &str) -> Result<String, String> {
    if [IMPORT, WASM].iter().any(|mark| shell.matches(mark).count() != 1) {
        return Err(format!("page/worker.js must hold `{IMPORT}` and `{WASM}` once."));
    }
    Ok(format!("{glue}\n{}", shell.replace(IMPORT, "").replace(WASM, &format!("'./{wasm}'"))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_in_the_repository_can_be_put_behind_a_script() {
        let shell = fs::read_to_string(paths::root().join("page/worker.js")).unwrap();
        let script = whole("let wasm_bindgen;", &shell, "import_worker-1.wasm").unwrap();
        assert!(script.starts_with("let wasm_bindgen;\n//") && script.contains("'./import_worker-1.wasm'"));
        assert!(!script.contains("NAME"));
        assert!(whole("", "nothing", "import_worker-1.wasm").is_err());
    }
}
