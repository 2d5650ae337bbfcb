//! `dev`: the development loop. Trunk with the pinned tools, which builds, serves, and builds anew what is changed.
//!
//! The page is that of `trunk serve`, and so has no service worker, no policy and one wasm. Deliberately absent: `dist/`, which
//! stays what `build` has made.
use crate::process;
use crate::{build, tools};
use std::process::Command;

const USAGE: &str = "`dev` takes `--port N` and nothing else.";
const PORT: &str = "8081";

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    let port = match args {
        [] => PORT,
        [flag, port] if flag == "--port" && port.parse::<u16>().is_ok() => port,
        _ => return Err(USAGE.to_owned()),
    };
    let mut trunk = trunk("serve")?;
    trunk.args(["--port", port]);
    process::run(&mut trunk, "mend what it says above; `--port N` takes another port.")
}

/// Builds what it serves.
pub fn build() -> Result<(), String> {
    process::run(&mut trunk("build")?, "mend what it says above.")
}

fn trunk(verb: &str) -> Result<Command, String> {
    let path = tools::set_up(&tools::FOR_DEVELOPMENT)?;
    build::fetch()?;
    let mut trunk = build::trunk(&path)?;
    trunk.args([verb, "--offline", "--dist", "target/dev"]);
    Ok(trunk)
}
