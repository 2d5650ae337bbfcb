//! Makes the page that Trunk left safe to host anywhere: no script inside it, a policy that allows none, every script with
//! its hash. And one style sheet out of many, which over a weak signal is that many waits less.
//!
//! Runs when everything else in `dist/` is done, except for the service worker. Relies on how Trunk starts an app: a script
//! inside the page, which `page/start.js` takes the place of. The policy is not in `index.html`, because `trunk serve` puts
//! scripts of its own into the page. Deliberately absent: what only a header can say (`docs/hosting/` has those).
use crate::tools::TERSER;
use crate::{notices, paths, process, workers};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};
use std::fs;
use std::path::Path;

/// What the page may do: load what lies beside it, and nothing else. `'wasm-unsafe-eval'` allows wasm alone.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                          connect-src 'self'; manifest-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; \
                          form-action 'none'";

/// What of a device no page of ours ever asks for; only a header can say it, so hosts are told to.
#[cfg(test)]
const PERMISSIONS: &str = "accelerometer=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
                           magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=()";

/// The picture that messengers show of a link, as `index.html` names it.
const PICTURE: &str = "screenshots/wide.png";

const ADVICE: &str = "run `cargo xtask build` again.";
const OPENING: &str = "<script type=module>";
const CLOSING: &str = "</script>";
/// What comes before everything that the policy is about.
const CHARSET: &str = "<meta charset=utf-8>";

/// How a page is wanted.
#[derive(Clone, Default)]
pub struct Wish {
    /// Whether its scripts are made small.
    pub small: bool,
    /// The address that it will have, where that is known.
    pub url: Option<String>,
}

/// Does it.
pub fn finish(dist: &Path, wish: &Wish) -> Result<(), String> {
    let trouble = |error: std::io::Error| format!("the page in dist/ cannot be finished ({error}); {ADVICE}");
    let page = fs::read_to_string(dist.join("index.html")).map_err(trouble)?;
    let (sheets, page) = without_styles(&page);
    let styles = sheets.iter().map(|sheet| fs::read_to_string(dist.join(sheet)));
    let styles = styles.collect::<Result<String, _>>().map_err(trouble)?;
    for sheet in &sheets {
        fs::remove_file(dist.join(sheet)).map_err(trouble)?;
    }
    let style = format!("style-{}.css", short(styles.as_bytes()));
    fs::write(dist.join(&style), &styles).map_err(trouble)?;
    notices::make(dist, &style)?;
    let (before, script, after) = inline(&page)?;
    let [main, wasm] = names(script)?;
    let template = fs::read_to_string(paths::root().join("page/start.js")).map_err(trouble)?;
    let script = template.replace("./buku-kube.js", main).replace("./buku-kube_bg.wasm", wasm);
    if script.matches(main).count() != 1 || script.matches(wasm).count() != 1 {
        return Err("page/start.js does not name `./buku-kube.js` and `./buku-kube_bg.wasm` once each.".to_owned());
    }
    let file = dist.join("start.js");
    fs::write(&file, script).map_err(trouble)?;
    if wish.small {
        let mut shrink = TERSER.call()?;
        shrink.args(["--module", "--compress", "--mangle", "--output"]).args([&file, &file]);
        process::run(&mut shrink, ADVICE)?;
    }
    let bytes = fs::read(&file).map_err(trouble)?;
    let name = format!("start-{}.js", short(&bytes));
    fs::rename(&file, dist.join(&name)).map_err(trouble)?;

    let mut tags = format!(
        "<link href=./{style} integrity={} rel=stylesheet><script type=module src=./{name} integrity={}></script>",
        integrity(styles.as_bytes()),
        integrity(&bytes)
    );
    // The main script imports it, and an import has no hash of its own.
    for script in beginning_with(dist, "later-").map_err(trouble)? {
        let bytes = fs::read(dist.join(&script)).map_err(trouble)?;
        let sum = integrity(&bytes);
        tags.extend(["<link crossorigin href=./", &script, " integrity=", &sum, " rel=modulepreload>"]);
    }
    let policy = format!("{CHARSET}<meta content=\"{POLICY}\" http-equiv=content-security-policy>");
    let mut page = format!("{before}{tags}{after}");
    // How the page finds its workers: their names have a hash, too.
    for worker in workers::ALL {
        let mark = format!("./worker.js?{worker}");
        let [script] = &beginning_with(dist, &format!("{worker}-")).map_err(trouble)?[..] else {
            return Err(format!("dist/ holds no worker `{worker}`, or more than one; {ADVICE}"));
        };
        if page.matches(&mark).count() != 1 {
            return Err(format!("index.html must name `{mark}` once."));
        }
        page = page.replace(&mark, &format!("./{script}"));
    }
    if page.matches(CHARSET).count() != 1 || page.contains(OPENING) {
        return Err(format!("Trunk has written another page than `{}` knows; mend it there.", file!()));
    }
    if let Some(url) = &wish.url {
        if page.matches(PICTURE).count() != 1 {
            return Err(format!("index.html must name `{PICTURE}` once."));
        }
        page = page.replace(PICTURE, &format!("{url}{PICTURE}"));
    }
    fs::write(dist.join("index.html"), page.replace(CHARSET, &policy)).map_err(trouble)
}

/// The style sheets that the page names, in order, and the page without them.
fn without_styles(page: &str) -> (Vec<String>, String) {
    let (mut sheets, mut rest) = (Vec::new(), String::new());
    for tag in page.split_inclusive('>') {
        let sheet = tag.strip_prefix("<link href=./").filter(|_| tag.contains(" rel=stylesheet"));
        match sheet.and_then(|sheet| sheet.split(' ').next()) {
            Some(sheet) => sheets.push(sheet.to_owned()),
            None => rest += tag,
        }
    }
    (sheets, rest)
}

/// The page before the script in it, the script, and the page after it.
fn inline(page: &str) -> Result<(&str, &str, &str), String> {
    let parts = page.split_once(OPENING).and_then(|(before, rest)| {
        let (script, after) = rest.split_once(CLOSING)?;
        Some((before, script, after))
    });
    parts.ok_or_else(|| format!("Trunk left no script in the page; {ADVICE}"))
}

/// The addresses of the app's script and its wasm.
fn names(script: &str) -> Result<[&str; 2], String> {
    let quoted = |mark: &str| script.split_once(mark)?.1.split('\'').next();
    let found = quoted("from '").zip(quoted("module_or_path: '"));
    found.map(|(main, wasm)| [main, wasm]).ok_or_else(|| format!("Trunk's script names no wasm; {ADVICE}"))
}

fn beginning_with(dist: &Path, start: &str) -> std::io::Result<Vec<String>> {
    let names = fs::read_dir(dist)?.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    Ok(names
        .filter(|name| name.starts_with(start) && Path::new(name).extension().is_some_and(|it| it == "js"))
        .collect())
}

/// A hash as browsers want it beside a script.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

/// What tells one content from another in a file's name.
pub fn short(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))[..16].to_owned()
}

/// A hash in digits.
pub fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_trunk_writes_is_taken_apart() {
        let page = "<head><script type=module>import init from './a-1.js';\nconst wasm = await init({ module_or_path: './a-1_bg.wasm' });</script><body>";
        let (before, script, after) = inline(page).unwrap();
        assert_eq!((before, after), ("<head>", "<body>"));
        assert_eq!(names(script), Ok(["./a-1.js", "./a-1_bg.wasm"]));
        assert!(inline("<head>").is_err() && names("alert(1)").is_err());
    }

    #[test]
    fn style_sheets_are_taken_out_in_their_order() {
        let page = "<title>a</title><link href=./b-1.css integrity=x rel=stylesheet><link href=./i.svg rel=icon><link href=./a-2.css rel=stylesheet><body>";
        let (sheets, rest) = without_styles(page);
        assert_eq!(sheets, ["b-1.css", "a-2.css"]);
        assert_eq!(rest, "<title>a</title><link href=./i.svg rel=icon><body>");
    }

    #[test]
    fn a_hash_is_what_browsers_compute() {
        // `printf alert | openssl dgst -sha384 -binary | base64`
        let expected = "sha384-nOir8ha5qWAN0rJEgRU1akEoMfttINSt8xH94lyyPinWtGV1dfaKRFB717w/wFDt";
        assert_eq!(integrity(b"alert"), expected);
    }

    #[test]
    fn what_hosts_are_told_to_send_is_this_policy() {
        for file in ["_headers", "nginx.conf", "apache.htaccess"] {
            let text = fs::read_to_string(paths::root().join("docs/hosting").join(file)).unwrap();
            assert!(text.contains(&format!("{POLICY}; frame-ancestors 'none'")), "docs/hosting/{file}");
            assert!(text.contains(PERMISSIONS), "docs/hosting/{file}");
        }
    }
}
