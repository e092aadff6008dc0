//! A real browser without a window: Chromium, told what to do over its `DevTools` protocol.
//!
//! Nothing is waited for but conditions in the page. Errors of its console fail the test that made them.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use chromiumoxide::browser::{Browser as Chromium, BrowserConfig};
use chromiumoxide::cdp::browser_protocol::emulation::{MediaFeature, SetDeviceMetricsOverrideParams};
use chromiumoxide::cdp::browser_protocol::input::InsertTextParams;
use chromiumoxide::cdp::browser_protocol::log::{EventEntryAdded, LogEntryLevel};
use chromiumoxide::cdp::js_protocol::runtime::{ConsoleApiCalledType, EventConsoleApiCalled, EventExceptionThrown};
use chromiumoxide::page::ScreenshotParams;
use chromiumoxide::{Element, Page};
use futures_util::StreamExt as _;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// How long a condition may take to come true. It is only ever spent when a test fails.
const DEADLINE: Duration = Duration::from_secs(60);

/// A browser with one page.
pub struct Browser {
    chromium: Chromium,
    page: Page,
    /// Keys go to the focus, of whichever element they are asked.
    keys: Element,
    errors: Arc<Mutex<Vec<String>>>,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// Opens an address. Nothing where no browser is installed, which is said, and fails a test in CI.
    pub async fn open(address: &str) -> Option<Self> {
        let profile = tempfile::tempdir().unwrap();
        let config = BrowserConfig::builder().user_data_dir(profile.path()).window_size(1200, 800);
        let config = config.launch_timeout(DEADLINE).request_timeout(2 * DEADLINE);
        // As root, which is what containers run tests as, Chromium has no sandbox of its own.
        let config = match config.no_sandbox().arg("--disable-dev-shm-usage").arg("--disable-gpu").build() {
            Ok(config) => config,
            Err(why) => {
                missing(&why);
                return None;
            }
        };
        let (chromium, mut handler) = Chromium::launch(config).await.unwrap();
        tokio::spawn(async move { while handler.next().await.is_some() {} });
        let page = chromium.new_page("about:blank").await.unwrap();
        let errors = Arc::new(Mutex::new(Vec::new()));
        listen(&page, &errors).await;
        page.goto(address).await.unwrap();
        let keys = page.find_element("body").await.unwrap();
        Some(Self { chromium, page, keys, errors, _profile: profile })
    }

    /// What an expression comes to, a promise kept.
    pub async fn eval<T: DeserializeOwned>(&self, expression: &str) -> T {
        let result = self.page.evaluate(expression).await.unwrap_or_else(|error| panic!("{expression}: {error}"));
        result.into_value().unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// Waits until an expression is true.
    pub async fn wait(&self, condition: &str) {
        let look = format!(
            "new Promise((done) => {{ const look = () => ({condition}) ? done(true) : requestAnimationFrame(look); look(); }})"
        );
        if !matches!(tokio::time::timeout(DEADLINE, self.page.evaluate(look)).await, Ok(Ok(_))) {
            let text: String = self.eval("document.body.innerText").await;
            panic!("never true: {condition}\n{:?}\n{text}", self.errors.lock().unwrap());
        }
    }

    /// Waits until the text of an element holds these words.
    pub async fn wait_for_text(&self, selector: &str, words: &str) {
        let (selector, words) = (Value::from(selector), Value::from(words));
        self.wait(&format!("document.querySelector({selector})?.textContent.includes({words})")).await;
    }

    /// Types into what has the focus.
    pub async fn types(&self, text: &str) {
        for c in text.chars() {
            // No keyboard of Chromium's has other letters.
            if c.is_ascii() {
                self.keys.type_str(c.to_string()).await.unwrap();
            } else {
                self.page.execute(InsertTextParams::new(c)).await.unwrap();
            }
        }
    }

    /// Presses a key where the focus is.
    pub async fn key(&self, key: &str) {
        self.keys.press_key(key).await.unwrap();
    }

    /// Clicks on an element.
    pub async fn click(&self, selector: &str) {
        let element = self.page.find_element(selector).await.unwrap_or_else(|error| panic!("{selector}: {error}"));
        element.click().await.unwrap();
    }

    /// Makes the page as wide and as high as a window, and the system light or dark.
    pub async fn look(&self, width: i64, height: i64, theme: &str) {
        let size = SetDeviceMetricsOverrideParams::new(width, height, 1.0, width < 600);
        self.page.execute(size).await.unwrap();
        let feature = MediaFeature::new("prefers-color-scheme", theme);
        self.page.emulate_media_features(vec![feature]).await.unwrap();
    }

    /// The page as a PNG.
    pub async fn picture(&self) -> Vec<u8> {
        self.page.screenshot(ScreenshotParams::builder().build()).await.unwrap()
    }

    /// Closes it. What its console has of errors fails.
    pub async fn close(mut self) {
        let errors = self.errors.lock().unwrap().clone();
        assert!(errors.is_empty(), "{errors:#?}");
        self.chromium.close().await.unwrap();
        self.chromium.wait().await.unwrap();
    }
}

async fn listen(page: &Page, errors: &Arc<Mutex<Vec<String>>>) {
    page.enable_log().await.unwrap();
    page.enable_runtime().await.unwrap();
    let keep = Arc::clone(errors);
    let mut logged = page.event_listener::<EventEntryAdded>().await.unwrap();
    tokio::spawn(async move {
        while let Some(event) = logged.next().await {
            if !matches!(event.entry.level, LogEntryLevel::Error | LogEntryLevel::Warning) {
                continue;
            }
            keep.lock().unwrap().push(format!("{:?}: {} {:?}", event.entry.level, event.entry.text, event.entry.url));
        }
    });
    let keep = Arc::clone(errors);
    let mut thrown = page.event_listener::<EventExceptionThrown>().await.unwrap();
    tokio::spawn(async move {
        while let Some(event) = thrown.next().await {
            keep.lock().unwrap().push(format!("{:?}", event.exception_details));
        }
    });
    let keep = Arc::clone(errors);
    let mut called = page.event_listener::<EventConsoleApiCalled>().await.unwrap();
    tokio::spawn(async move {
        while let Some(event) = called.next().await {
            if matches!(event.r#type, ConsoleApiCalledType::Error | ConsoleApiCalledType::Warning) {
                keep.lock().unwrap().push(format!("{:?}", event.args));
            }
        }
    });
}

/// Says that a test did not happen. Past the capture of the test runner, so that it is seen.
#[expect(clippy::disallowed_methods, reason = "the settings of CI are none of the program's")]
fn missing(why: &str) {
    use std::io::Write as _;
    let text = format!("NOT TESTED: no browser is installed ({why}); on Debian: apt-get install chromium");
    assert!(std::env::var_os("CI").is_none(), "{text}");
    let _ = writeln!(std::io::stderr(), "{text}");
}
