//! Cuts the wasm in two: what the first screen needs, and the rest (`src/ui/lazy` draws the line).
//!
//! The cut is made on what the linker leaves, before wasm-bindgen sees it, and Trunk calls wasm-bindgen itself. So a copy
//! of this program stands first on Trunk's `PATH` under that name: it cuts, hands the first part to the real one, and
//! names the rest after the contents. When Trunk is done, [`finish`] puts the rest beside what Trunk made. Deliberately
//! absent: any knowledge of what is in either part.
use crate::tools::{TERSER, WASM_BINDGEN, WASM_OPT, WASM_SPLIT};
use crate::{classes, names, paths, process, sections};
use std::env::consts::EXE_SUFFIX;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name under which Trunk looks for wasm-bindgen.
pub const NAME: &str = "wasm-bindgen";

/// What the compiler and the linker need to be told for a wasm that can be cut, as `CARGO_ENCODED_RUSTFLAGS`. Stands for
/// the flags in `.cargo/config.toml`, so it repeats them.
///
/// The paths of this machine, which panics name, are left out: they are of no use to anybody, and the same source makes
/// the same file everywhere.
pub fn rustflags() -> Result<OsString, String> {
    let mut flags = OsString::from("--cfg=erase_components\x1f--cfg=split\x1f-Clink-args=--emit-relocs");
    flags.push("\x1f--remap-path-prefix=");
    flags.push(paths::cargo_home()?.join("registry/src"));
    flags.push("=");
    Ok(flags)
}

/// The binary that is cut.
const MAIN: &str = "buku-kube";

/// The splitter's names for the script that fetches the second part, and for that part.
const SCRIPT: &str = "__wasm_split.js";
const PART: &str = "split_later.wasm";

/// Puts the stand-in into a folder, and answers with that folder.
pub fn stand_in(folder: &Path) -> Result<PathBuf, String> {
    let home = folder.join("xtask-split");
    let trouble = |error: std::io::Error| format!("{} cannot be written ({error}); free space there.", home.display());
    fs::create_dir_all(&home).map_err(trouble)?;
    let this = std::env::current_exe().map_err(trouble)?;
    let copy = home.join(format!("{NAME}{EXE_SUFFIX}"));
    fs::copy(this, &copy).map_err(trouble)?;
    Ok(home)
}

/// What the stand-in does when Trunk calls it.
pub fn run(args: &[OsString]) -> Result<(), String> {
    let mut bindgen = Command::new(WASM_BINDGEN.at(NAME)?);
    let Some(call) = Call::of(args) else {
        return process::run(bindgen.args(args), "try `cargo xtask build` again.");
    };
    let trouble = |error: std::io::Error| format!("{} cannot be written ({error}).", call.out.display());
    let folder = call.out.join("split");
    if call.name != MAIN {
        // A worker is one wasm, whole: what was linked for the cut is of no use to it, and wasm-opt does not know it.
        fs::create_dir_all(&folder).map_err(trouble)?;
        let plain = folder.join(format!("{}-plain.wasm", call.name));
        let bytes = without_relocations(&fs::read(&call.wasm).map_err(trouble)?);
        let bytes =
            bytes.ok_or_else(|| format!("{} is no wasm; try `cargo xtask build` again.", call.wasm.display()))?;
        fs::write(&plain, bytes).map_err(trouble)?;
        return process::run(bindgen.args(&call.others).arg(plain), "mend what it says above.");
    }
    fs::create_dir_all(&folder).map_err(trouble)?;
    let whole = folder.join("whole.wasm");
    let linked = fs::read(&call.wasm).map_err(trouble)?;
    let ours = classes::without(&linked).ok_or(
        "the wasm holds no classes of wasm-streams where `xtask/src/classes.rs` looks for them; if Leptos brings none any more, take that step out.",
    )?;
    fs::write(&whole, ours).map_err(trouble)?;
    let mut split = Command::new(WASM_SPLIT.at("wasm-split-cli")?);
    split.args(["--target", "web", "--out-name", &call.name]).arg(&whole).arg(&folder);
    process::run(&mut split, "the wasm cannot be cut; see that it was linked with `--emit-relocs`.")?;
    bindgen.arg("--keep-lld-exports").args(&call.others).arg(folder.join(format!("{}.wasm", call.name)));
    process::run(&mut bindgen, "mend what it says above.")?;

    let mut hasher = DefaultHasher::new();
    hasher.write(&linked);
    let name = format!("later-{:016x}", hasher.finish());
    let main = call.out.join(format!("{}.js", call.name));
    // Only where it is fetched from: the wasm goes on importing from the splitter's name.
    replace(&main, &format!("from \"./{SCRIPT}\""), &format!("from \"./{name}.js\"")).map_err(trouble)?;
    let script = folder.join(SCRIPT);
    replace(&script, PART, &format!("{name}.wasm")).map_err(trouble)?;
    make_small(&call, &main, &script)?;
    for script in [main, script] {
        let mut shrink = TERSER.call()?;
        shrink.args(["--module", "--compress", "passes=2", "--mangle", "--output"]).args([&script, &script]);
        process::run(&mut shrink, "try `cargo xtask build` again.")?;
    }
    fs::write(folder.join("name"), name).map_err(trouble)
}

/// How the first wasm is made small: what gzip leaves of it counts. `-Os` leaves less than `-Oz`, whose code is shorter and
/// more varied, and so do the next two. In the lowest kilobyte there is nothing but the far end of the stack.
const SMALL: [&str; 6] = [
    "-Os",
    "--skip-pass=local-cse",
    "--one-caller-inline-max-function-size=20",
    "--low-memory-unused",
    "--strip-producers",
    "--strip-target-features",
];

/// Makes the first wasm small, and has it and its script call each other by short names.
fn make_small(call: &Call, main: &Path, other: &Path) -> Result<(), String> {
    let trouble = |error: std::io::Error| format!("{} cannot be written ({error}).", call.out.display());
    let file = call.out.join(format!("{}_bg.wasm", call.name));
    let mut shrink = WASM_OPT.call()?;
    shrink.args(SMALL).arg(&file).arg("-o").arg(&file);
    process::run(&mut shrink, "try `cargo xtask build` again.")?;
    let read = |file: &Path| fs::read_to_string(file).map_err(trouble);
    let module = format!("./{}_bg.js", call.name);
    let short = names::shortened(&fs::read(&file).map_err(trouble)?, &read(main)?, &module, &read(other)?);
    let (wasm, script) =
        short.ok_or("wasm-bindgen has written another script than `xtask/src/names.rs` knows; mend it there.")?;
    fs::write(&file, wasm).map_err(trouble)?;
    fs::write(main, script).map_err(trouble)
}

/// Puts the second part beside what Trunk has made: `from` is where wasm-bindgen wrote.
pub fn finish(from: &Path, dist: &Path) -> Result<(), String> {
    let advice = "run `cargo xtask build` again.";
    let trouble = |error: std::io::Error| format!("the second wasm cannot be put into dist/ ({error}); {advice}");
    let folder = from.join("split");
    let name = fs::read_to_string(folder.join("name")).map_err(trouble)?;
    let mut names = fs::read_dir(dist).map_err(trouble)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let main = names.find(|file| file.strip_suffix(".js").is_some_and(|stem| stem.starts_with("buku-kube-")));
    let main = main.ok_or_else(|| format!("Trunk left no script in dist/; {advice}"))?;
    let script = dist.join(format!("{name}.js"));
    fs::copy(folder.join(SCRIPT), &script).map_err(trouble)?;
    replace(&script, "./buku-kube.js", &format!("./{main}")).map_err(trouble)?;
    let mut shrink = WASM_OPT.call()?;
    shrink.arg("-Oz").arg(folder.join(PART)).arg("-o").arg(dist.join(format!("{name}.wasm")));
    process::run(&mut shrink, advice)
}

/// A wasm without the sections that `--emit-relocs` adds; `None` if it is none.
fn without_relocations(wasm: &[u8]) -> Option<Vec<u8>> {
    let is_left_out = |name: &[u8]| name == b"linking" || name.starts_with(b"reloc.");
    let sections = sections::of(wasm)?;
    let kept = sections.iter().filter(|one| !one.custom().is_some_and(|(name, _)| is_left_out(name)));
    Some(sections::joined(kept.map(|one| (one.id, one.content))))
}

/// A call of wasm-bindgen, taken apart.
struct Call {
    wasm: PathBuf,
    out: PathBuf,
    name: String,
    others: Vec<OsString>,
}

impl Call {
    /// Nothing, when it is not asked to work on a wasm.
    fn of(args: &[OsString]) -> Option<Self> {
        let mut others = args.to_vec();
        let at = others.iter().position(|arg| Path::new(arg).extension().is_some_and(|ending| ending == "wasm"))?;
        let wasm = others.remove(at).into();
        let value = |flag: &str| {
            let joined = args.iter().find_map(|arg| arg.to_str()?.strip_prefix(flag)?.strip_prefix('='));
            let apart = || args.iter().skip_while(|arg| *arg != flag).nth(1).and_then(|arg| arg.to_str());
            joined.or_else(apart).map(str::to_owned)
        };
        Some(Self { wasm, out: value("--out-dir")?.into(), name: value("--out-name")?, others })
    }
}

/// Replaces a text that must be in a file.
fn replace(file: &Path, old: &str, new: &str) -> std::io::Result<()> {
    let text = fs::read_to_string(file)?;
    if !text.contains(old) {
        return Err(std::io::Error::other(format!("{} does not hold `{old}`", file.display())));
    }
    fs::write(file, text.replace(old, new))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn args(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn what_is_linked_for_the_cut_is_taken_out_and_nothing_else() {
        let section = |id: u8, content: &[u8]| [&[id, u8::try_from(content.len()).unwrap()], content].concat();
        let head = b"\0asm\x01\0\0\0".to_vec();
        let (code, name) = (section(10, b"code"), section(0, b"\x04nameabc"));
        let all = [&head[..], &code, &section(0, b"\x07linkingx"), &name, &section(0, b"\x0areloc.CODEy")].concat();
        assert_eq!(without_relocations(&all), Some([&head[..], &code, &name].concat()));
        assert_eq!(without_relocations(&head), Some(head.clone()));
        assert_eq!(without_relocations(b"<!doctype html>"), None);
        assert_eq!(without_relocations(&all[..all.len() - 1]), None);
    }

    #[test]
    fn a_call_is_taken_apart_however_its_flags_are_written() {
        for line in
            ["--target=web --out-dir=a/b --out-name=app in.wasm", "in.wasm --target web --out-dir a/b --out-name app"]
        {
            let call = Call::of(&args(line)).unwrap();
            assert_eq!(
                (call.wasm.to_str(), call.out.to_str(), call.name.as_str()),
                (Some("in.wasm"), Some("a/b"), "app")
            );
            assert!(!call.others.contains(&OsString::from("in.wasm")) && call.others.len() == args(line).len() - 1);
        }
        assert!(Call::of(&args("--version")).is_none());
    }
}
