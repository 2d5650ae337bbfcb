//! Whose browser this is: what a user agent tells of an app that shows pages inside itself.
//!
//! Such a window has a store of its own, which the app may clear; many share, download and keep nothing. Pure, so that it is
//! tested as a table. Deliberately absent: asking the browser (`web`), and what to say (`i18n`).

/// An app that shows pages inside itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// WhatsApp.
    WhatsApp,
    /// Facebook.
    Facebook,
    /// Messenger.
    Messenger,
    /// Instagram.
    Instagram,
    /// Line.
    Line,
    /// Telegram.
    Telegram,
    /// The one for short films.
    TikTok,
    /// One that does not say its name.
    Other,
}

/// A window inside an app.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InApp {
    /// The app.
    pub host: Host,
    /// Whether it runs on an iPhone or iPad, where the way out has other words.
    pub is_apple: bool,
}

/// What stands in the user agent of each. The first that is found counts: some name those they are built on, too.
const MARKS: [(&str, Host); 15] = [
    ("WhatsApp/", Host::WhatsApp),
    ("Instagram ", Host::Instagram),
    ("FBAN/Messenger", Host::Messenger),
    ("FB_IAB/MESSENGER", Host::Messenger),
    ("FB_IAB/Orca", Host::Messenger),
    ("FBAN/", Host::Facebook),
    ("FBAV/", Host::Facebook),
    ("FB_IAB/", Host::Facebook),
    (" Line/", Host::Line),
    ("Telegram-Android/", Host::Telegram),
    ("musical_ly", Host::TikTok),
    ("BytedanceWebview", Host::TikTok),
    ("TikTok", Host::TikTok),
    // What any other app of Android has that shows pages by the system's WebView.
    ("; wv)", Host::Other),
    ("Twitter for iPhone", Host::Other),
];

impl InApp {
    /// The app that this user agent is of; nothing for a real browser.
    ///
    /// A page opened from an iPhone's home screen looks like one inside an app; whoever asks has to rule that out.
    pub fn of(agent: &str) -> Option<Self> {
        let is_apple = ["iPhone", "iPad", "iPod"].iter().any(|name| agent.contains(name));
        let named = MARKS.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, host)| *host);
        // Every browser of Apple's calls itself Safari, too; a window inside an app does not.
        let unnamed = (is_apple && !agent.contains("Safari/")).then_some(Host::Other);
        named.or(unnamed).map(|host| Self { host, is_apple })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: &str = "Mozilla/5.0 (Linux; Android 13; SM-A042F Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.122 Mobile Safari/537.36";
    const IPHONE: &str =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";

    #[test]
    fn an_app_that_shows_pages_is_known_by_its_name() {
        let cases = [
            (format!("{PHONE} WhatsApp/2.24.13.77 A"), Host::WhatsApp, false),
            (format!("{IPHONE} Mobile/15E148 WhatsApp/24.12.79"), Host::WhatsApp, true),
            (format!("{PHONE} [FB_IAB/FB4A;FBAV/471.0.0.61.109;]"), Host::Facebook, false),
            (
                format!(
                    "{IPHONE} Mobile/15E148 [FBAN/FBIOS;FBAV/470.1.0.41.109;FBBV/615200000;FBDV/iPhone14,7;FBLC/id_ID]"
                ),
                Host::Facebook,
                true,
            ),
            (format!("{PHONE} [FB_IAB/Orca-Android;FBAV/462.0.0.15.107;]"), Host::Messenger, false),
            (format!("{PHONE} [FB_IAB/MESSENGER;FBAV/462.0.0.15.107;]"), Host::Messenger, false),
            (format!("{IPHONE} Mobile/15E148 [FBAN/MessengerForiOS;FBAV/463.0.0.26.108]"), Host::Messenger, true),
            (
                format!("{PHONE} Instagram 336.0.0.35.90 Android (33/13; 300dpi; samsung; SM-A042F)"),
                Host::Instagram,
                false,
            ),
            (
                format!("{IPHONE} Mobile/21F79 Instagram 335.1.8.26.85 (iPhone14,7; iOS 17_5_1; id_ID)"),
                Host::Instagram,
                true,
            ),
            (format!("{PHONE} Line/14.9.1/IAB"), Host::Line, false),
            (format!("{IPHONE} Mobile/15E148 Safari Line/14.9.0"), Host::Line, true),
            (format!("{PHONE} Telegram-Android/10.14.5 (Samsung SM-A042F; Android 13)"), Host::Telegram, false),
            (
                format!("{PHONE} trill_350302 JsSdk/1.0 NetType/4G AppName/musical_ly ByteLocale/id-ID"),
                Host::TikTok,
                false,
            ),
            (format!("{IPHONE} Mobile/15E148 musical_ly_35.3.0 BytedanceWebview/d8a21c6"), Host::TikTok, true),
            (PHONE.to_owned(), Host::Other, false),
            (format!("{IPHONE} Mobile/15E148"), Host::Other, true),
        ];
        for (agent, host, is_apple) in cases {
            assert_eq!(InApp::of(&agent), Some(InApp { host, is_apple }), "{agent}");
        }
    }

    #[test]
    fn a_real_browser_is_none() {
        let agents = [
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-A042F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; U; Android 13; id-ID; SM-A042F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/123.0.6312.80 UCBrowser/13.7.2.1636 Mobile Safari/537.36",
            "Mozilla/5.0 (Android 13; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/151.0.0.0 Safari/537.36",
            "",
        ];
        for agent in agents {
            assert_eq!(InApp::of(agent), None, "{agent}");
        }
    }
}
