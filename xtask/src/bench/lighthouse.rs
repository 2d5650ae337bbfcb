//! Lighthouse over the release, as a phone sees it.
//!
//! Relies on the pinned npm package in the per-user cache and on Chromium. Deliberately absent: any upload of its report.
use crate::process::{self, step};
use crate::{http, paths, tools};
use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// What it is called among the figures.
pub const NAME: &str = "lighthouse";

/// The categories, and the least that each may score.
const LEAST: [(&str, f64); 4] =
    [("performance", 95.0), ("accessibility", 100.0), ("best-practices", 100.0), ("seo", 100.0)];

/// Serves the release, looks at it, and prints the scores.
pub fn run(browser: &Path, as_json: bool) -> Result<(), String> {
    tools::LIGHTHOUSE.install()?;
    let listener = http::listen(0).map_err(|error| format!("no port of this machine can be listened on ({error})."))?;
    let port = listener.local_addr().map_err(|error| format!("the server has no address ({error})."))?.port();
    thread::spawn(move || http::serve(&listener, paths::dist()));
    step("Looking at the release with Lighthouse (half a minute)…");
    let mut flags =
        String::from("--headless=new --disable-background-networking --disable-component-update --no-first-run");
    if process::is_root() {
        flags.push_str(" --no-sandbox");
    }
    let output = Command::new(tools::LIGHTHOUSE.folder()?.join(tools::LIGHTHOUSE.program))
        .arg(format!("http://localhost:{port}/"))
        .args(["--output=json", "--quiet", "--only-categories=performance,accessibility,best-practices,seo"])
        .arg(format!("--chrome-flags={flags}"))
        .env("CHROME_PATH", browser)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("Lighthouse could not be started ({error})."))?;
    let report: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("Lighthouse gave no report ({error})."))?;
    let scores = LEAST.map(|(name, least)| (name, (score(&report, name) * 100.0).round(), least));
    if as_json {
        let one = |(name, value, _): (&str, f64, f64)| {
            json!({ "name": format!("{NAME}, {name}"), "dataset": "empty", "throttle": 4, "value": value, "unit": "points",
                    "floor": null, "ratio": null })
        };
        println!("{}", Value::Array(scores.map(one).to_vec()));
    } else {
        for (name, value, least) in scores {
            println!("{name:<16} {value:>4}  at least {least}");
        }
    }
    for fault in faults(&report) {
        eprintln!("  {fault}");
    }
    let low: Vec<&str> = scores.iter().filter(|(_, value, least)| value < least).map(|(name, ..)| *name).collect();
    if low.is_empty() { Ok(()) } else { Err(format!("{} is below its bound.", low.join(" and "))) }
}

fn score(report: &Value, category: &str) -> f64 {
    report["categories"][category]["score"].as_f64().unwrap_or(0.0)
}

/// What costs points: the audits that count and are not whole.
fn faults(report: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for (category, _) in LEAST {
        for counted in report["categories"][category]["auditRefs"].as_array().into_iter().flatten() {
            let audit = counted["id"].as_str().map_or(&Value::Null, |id| &report["audits"][id]);
            let counts = counted["weight"].as_f64().is_some_and(|weight| weight > 0.0);
            if counts && audit["score"].as_f64().is_some_and(|score| score < 1.0) {
                let text = |key: &str| audit[key].as_str().unwrap_or_default().to_owned();
                faults.push(format!("{category}: {} {}", text("title"), text("displayValue")));
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_costs_points_is_told() {
        let report = json!({
            "categories": { "seo": { "score": 0.9, "auditRefs": [
                { "id": "robots", "weight": 1 }, { "id": "lang", "weight": 1 }, { "id": "hint", "weight": 0 },
            ] } },
            "audits": {
                "robots": { "title": "Robots", "score": 0 }, "lang": { "title": "Lang", "score": 1 },
                "hint": { "title": "Hint", "score": 0 },
            },
        });
        assert_eq!(faults(&report), ["seo: Robots "]);
        assert!((score(&report, "seo") - 0.9).abs() < 1e-9);
    }
}
