//! Pictures of the preview: those of the documents, and those for people to look at.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{opened, say};
use crate::support::browser::Browser;
use crate::support::root;

/// Answers to be looked at: every command, what is near, what is not clear, disputes, long pages, and a message for one reader.
pub(super) const LOOKS: &[(&str, &[&str])] = &[
    ("event", &["/event opening of the embassy"]),
    ("actor", &["/actor alexander lukashenko"]),
    ("compare", &["/compare first:Азербайджан second:Belarus"]),
    ("ask", &["/ask how many political prisoners are there in Azerbaijan"]),
    ("near", &["/ask why is minsk cross with yerevan"]),
    ("ambiguous", &["/event aliyev visit"]),
    ("dispute", &["/ask arms exports of Belarus in 2012"]),
    ("timeline", &["/timeline topic:visits from:2013 to:2021"]),
    ("trend", &["/trend aspect:trade turnover private:true"]),
    ("sources", &["/sources belarus-digest-2013"]),
    ("help", &["/help language:ru"]),
    ("page", &["/actor belarus", "More", "Next", "Sources"]),
    ("cite", &["/event lukashenka opens embasy baku", "Cite"]),
    (
        "check",
        &[
            "/check In 2012 the arms exports of Belarus came to 338 million dollars, and Azerbaijan holds 142 political prisoners.",
        ],
    ),
];

/// Shows one of [`LOOKS`] on an empty page: a line, then the buttons that are pressed.
async fn show(browser: &Browser, steps: &[&str]) {
    browser.eval::<bool>("(document.querySelectorAll('.message').forEach((one) => one.remove()), true)").await;
    for step in steps {
        if step.starts_with('/') {
            say(browser, step).await;
            continue;
        }
        let mark = "document.querySelector('.message:last-child .body').textContent + document.querySelectorAll('.message').length";
        let before: String = browser.eval(mark).await;
        let step = Value::from(*step);
        browser.eval::<bool>(&format!("([...document.querySelectorAll('.message:last-child .row button')].find((one) => one.textContent.includes({step})).click(), true)")).await;
        browser.wait(&format!("{mark} !== {}", Value::from(before))).await;
    }
}

/// What is seen while one types, and beside the chat: name, width, tab, what is typed.
const TYPED: &[(&str, i64, &str, &str)] = &[
    ("commands", 1200, "golden", "/"),
    ("completion", 1200, "why", "/compare first:azer second:bel"),
    ("completion", 400, "", "/event embas"),
    ("options", 1200, "faults", "/help "),
    ("golden", 400, "golden", ""),
];

pub(super) async fn look(browser: &Browser, (width, height): (i64, i64), theme: &str) {
    browser.look(width, height, theme).await;
    browser.wait(&format!("innerWidth === {width} && matchMedia('(prefers-color-scheme: {theme})').matches")).await;
}

/// Shows a tab, on a phone in the place of the chat; none shows the chat.
pub(super) async fn show_tab(browser: &Browser, tab: &str) {
    let show = "document.body.classList.toggle('beside-shown', Boolean(tab)); tab?.click(); return true;";
    browser.eval::<bool>(&format!("((tab) => {{ {show} }})(document.querySelector('#tab-{tab}'))")).await;
}

/// Writes the two pictures of the documents: `cargo test --locked --test it pictures_of_the_documents -- --ignored`.
#[tokio::test]
#[ignore = "it writes pictures, which differ with the fonts of a machine"]
async fn pictures_of_the_documents() {
    let Some((_preview, browser)) = opened(Path::new("knowledge")).await else { return };
    browser.wait("document.querySelectorAll('#golden-list li').length > 100").await;
    for (name, size, theme, steps) in
        [("preview.png", (1000, 640), "dark", LOOKS[6].1), ("preview-phone.png", (400, 720), "light", LOOKS[2].1)]
    {
        look(&browser, size, theme).await;
        show(&browser, steps).await;
        fs::write(root().join("docs/pictures").join(name), browser.picture().await).unwrap();
    }
    browser.close().await;
}

/// Writes pictures of all kinds of answers to `target/tmp/preview`, for people to look at: on a desk and on a phone, dark and light.
#[tokio::test]
#[ignore = "it writes pictures, for people to look at"]
async fn pictures_to_look_at() {
    let Some((_preview, browser)) = opened(Path::new("knowledge")).await else { return };
    browser.wait("document.querySelectorAll('#golden-list li').length > 100").await;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("preview");
    fs::create_dir_all(&folder).unwrap();
    for (name, steps) in LOOKS {
        for width in [1200, 400] {
            look(&browser, (width, 1000), "dark").await;
            show(&browser, steps).await;
            for theme in ["dark", "light"] {
                look(&browser, (width, 1000), theme).await;
                fs::write(folder.join(format!("{name}-{width}-{theme}.png")), browser.picture().await).unwrap();
            }
        }
    }
    for (name, width, tab, typed) in TYPED {
        look(&browser, (*width, 1000), "dark").await;
        show_tab(&browser, if *width > 900 || *tab == "golden" { tab } else { "" }).await;
        browser.eval::<bool>("(document.querySelector('#message').focus(), true)").await;
        browser.types(typed).await;
        if !typed.is_empty() {
            browser.key("ArrowDown").await;
            browser.wait("document.querySelector('.listbox:not([hidden]) li')").await;
        }
        fs::write(folder.join(format!("{name}-{width}-dark.png")), browser.picture().await).unwrap();
        for _ in 0..2 {
            browser.key("Escape").await;
        }
        browser.eval::<bool>("(document.querySelector('#message').value = '', true)").await;
    }
    browser.close().await;
}
