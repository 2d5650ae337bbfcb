//! `doctor`: each thing needed, what was found, and the command that gets what is missing.
//!
//! Deliberately absent: getting anything. The other verbs get what they need.
use crate::process::{first_line, npm};
use crate::tools::at_least;
use crate::{chrome, e2e, firefox, node, office, tools, webkit};
use std::path::PathBuf;
use std::process::Command;

/// One line of the table.
struct Finding {
    what: String,
    /// Its version, or nothing if it is missing or does not fit.
    found: Option<String>,
    get: String,
    /// Whether nothing but the suite `engines` needs it, which skips what is not there.
    optional: bool,
}

/// The verb.
pub fn run(args: &[String]) -> Result<(), String> {
    if let Some(stray) = args.first() {
        return Err(format!("`doctor` takes no `{stray}`."));
    }
    let findings = look()?;
    let wide = findings.iter().map(|finding| finding.what.chars().count()).max().unwrap_or_default();
    for Finding { what, found, get, optional } in &findings {
        match found {
            Some(version) => println!("ok       {what:<wide$}  {version}"),
            None if *optional => println!("absent   {what:<wide$}  for `test engines`, get it: {get}"),
            None => println!("MISSING  {what:<wide$}  get it: {get}"),
        }
    }
    match findings.iter().filter(|finding| finding.found.is_none() && !finding.optional).count() {
        0 => Ok(()),
        count => Err(format!(
            "{count} missing; run the commands above, or the verb that needs them, which gets them itself where it can."
        )),
    }
}

fn look() -> Result<Vec<Finding>, String> {
    let finding = |what: &str, found: Option<String>, get: &str| Finding {
        what: what.to_owned(),
        found,
        get: get.to_owned(),
        optional: false,
    };
    let ask = |program: &str| first_line(Command::new(program).arg("--version"));
    let rustup = "install Rust by rustup, the way rust-lang.org describes";
    let mut all = vec![
        finding("cargo", ask("cargo"), rustup),
        finding("rustc 1.95 or newer", ask("rustc").filter(|it| at_least(it, &[1, 95])), "rustup update stable"),
        finding("rustfmt", ask("rustfmt"), "rustup component add rustfmt"),
        finding("clippy", ask("cargo-clippy"), "rustup component add clippy"),
        finding(
            "wasm target",
            tools::has_target().then(|| tools::TARGET.to_owned()),
            &format!("rustup target add {}", tools::TARGET),
        ),
        finding("node 22.19 or newer", node::version(), &node::by_hand()),
        finding("npm", first_line(npm().arg("--version")), "install Node from nodejs.org or the system's packages"),
    ];
    for tool in tools::ALL {
        let found = tool.found();
        all.push(finding(&format!("{} {}", tool.package, tool.version), found, &tool.by_hand()?));
    }
    let version = |program: Option<PathBuf>| first_line(Command::new(program?).arg("--version"));
    let (browser, driver) = (version(chrome::browser()), version(chrome::driver()));
    let fits = match (&browser, &driver) {
        (Some(browser), Some(driver)) => chrome::major(browser) == chrome::major(driver),
        _ => true,
    };
    all.push(finding("chromium", browser, chrome::BY_HAND));
    all.push(finding("chromedriver of its version", driver.filter(|_| fits), chrome::BY_HAND));
    let packages = e2e::is_installed().then(|| "as locked".to_owned());
    all.push(finding("packages of e2e/", packages, "npm ci --prefix e2e"));

    let calc = finding("libreoffice", version(office::program()), office::BY_HAND);
    all.push(calc);

    let place = |program: Option<PathBuf>| program.map(|it| it.display().to_string());
    let gecko = tools::GECKODRIVER;
    let engines = [
        finding("firefox", version(firefox::browser()), firefox::BY_HAND),
        finding("geckodriver", version(firefox::driver()), &gecko.by_hand()?),
        // Neither of these says its version.
        finding("webkit's driver", place(webkit::driver()), webkit::BY_HAND),
        finding("webkit's MiniBrowser", place(webkit::browser()), webkit::BY_HAND),
        finding("xvfb", place(webkit::screen()), webkit::BY_HAND),
    ];
    all.extend(engines.map(|finding| Finding { optional: true, ..finding }));
    Ok(all)
}
