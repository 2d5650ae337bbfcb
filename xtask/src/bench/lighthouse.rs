//! Lighthouse over the release, as a phone sees it.
//!
//! Relies on the pinned npm package in the per-user cache and on Chromium. Deliberately absent: any upload of its report.
use super::bounds::Figure;
use crate::process::{self, step};
use crate::{http, paths, tools};
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;
use std::thread;

/// What it is called among the figures.
pub const NAME: &str = "lighthouse";

/// The categories.
const CATEGORIES: [&str; 4] = ["performance", "accessibility", "best-practices", "seo"];

/// Serves the release, looks at it, and tells what costs points.
pub fn look(browser: &Path) -> Result<Vec<Figure>, String> {
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
    let output = tools::LIGHTHOUSE
        .call()?
        .arg(format!("http://localhost:{port}/"))
        .args(["--output=json", "--quiet", "--only-categories=performance,accessibility,best-practices,seo"])
        .arg(format!("--chrome-flags={flags}"))
        .env("CHROME_PATH", browser)
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("Lighthouse could not be started ({error})."))?;
    let report: Value =
        serde_json::from_slice(&output.stdout).map_err(|error| format!("Lighthouse gave no report ({error})."))?;
    for fault in faults(&report) {
        eprintln!("  {fault}");
    }
    let score = |name: &str| Figure::score(&format!("{NAME}, {name}"), (score(&report, name) * 100.0).round());
    Ok(CATEGORIES.map(score).to_vec())
}

fn score(report: &Value, category: &str) -> f64 {
    report["categories"][category]["score"].as_f64().unwrap_or(0.0)
}

/// What costs points: the audits that count and are not whole.
fn faults(report: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for category in CATEGORIES {
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
    use serde_json::json;

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
