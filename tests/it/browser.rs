//! The preview in a real browser, as a curator uses it: by keyboard, in both themes, on a desk and on a phone.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::hostile;
use crate::support::browser::Browser;
use crate::support::preview::{Preview, balloons};
use crate::support::{Folder, markdown};
use pictures::{LOOKS, look, show_tab};

mod pictures;

const DESK: (i64, i64) = (1200, 800);
const PHONE: (i64, i64) = (400, 800);

/// A preview of a folder, in a browser; nothing where there is none.
async fn opened(folder: &Path) -> Option<(Preview, Browser)> {
    let preview = Preview::of(folder);
    let browser = Browser::open(&preview.address).await?;
    browser.look(DESK.0, DESK.1, "dark").await;
    browser.wait("!document.querySelector('#message').disabled && document.documentElement.dataset.version").await;
    Some((preview, browser))
}

/// Types a line where messages are typed, sends it, and waits for one more message.
async fn say(browser: &Browser, line: &str) {
    let before: usize = browser.eval("document.querySelectorAll('.message').length").await;
    browser.eval::<bool>("(document.querySelector('#message').focus(), true)").await;
    browser.types(line).await;
    browser.key("Enter").await;
    browser.wait(&format!("document.querySelectorAll('.message').length > {before}")).await;
}

/// Moves the focus by Tab until it is on what fits.
async fn tab_to(browser: &Browser, fits: &str) {
    for _ in 0..60 {
        if browser.eval(&format!("((at) => Boolean({fits}))(document.activeElement)")).await {
            return;
        }
        browser.key("Tab").await;
    }
    panic!("no Tab leads to {fits}");
}

/// Asks privately for an actor, with nothing but keys.
async fn ask_for_belarus(browser: &Browser) {
    browser.types("/act").await;
    browser.wait_for_text("[role=option][aria-selected=true]", "/actor").await;
    browser.key("Enter").await;
    browser.wait("document.activeElement.closest('.pill')?.textContent.includes('question')").await;
    browser.types("belars").await;
    browser.wait_for_text(".listbox:not([hidden]) li", "Belarus").await;
    browser.key("ArrowDown").await;
    let at = "document.querySelector('#' + document.activeElement.getAttribute('aria-activedescendant'))";
    browser.wait(&format!("{at}?.ariaSelected === 'true'")).await;
    browser.key("Enter").await;
    browser.wait("document.activeElement.value === 'Belarus' && document.activeElement.ariaExpanded === 'false'").await;
    browser.types(" private:").await;
    browser.wait("document.activeElement.closest('.pill')?.textContent.includes('private')").await;
    browser.key("Enter").await;
    browser.wait("document.activeElement.value === 'True'").await;
    browser.key("Enter").await;
}

#[tokio::test]
async fn a_command_is_typed_completed_asked_and_followed_by_keyboard_alone() {
    let Some((_preview, browser)) = opened(Path::new("knowledge")).await else { return };
    ask_for_belarus(&browser).await;
    browser.wait_for_text(".message.private .title", "Belarus").await;
    browser.wait_for_text(".message.private .notice", "Only you can see this").await;
    browser.wait_for_text("#panel-entry .toml", "[[actor]]").await;

    // A button, a menu, and a button that leads to another message.
    tab_to(&browser, "at.matches('.row .button') && at.textContent.startsWith('More')").await;
    browser.key("Enter").await;
    browser.wait_for_text(".footer", "Page 1 of").await;
    tab_to(&browser, "at.matches('.menu')").await;
    browser.key("Enter").await;
    browser.wait("document.activeElement.ariaExpanded === 'true'").await;
    for key in ["ArrowDown", "ArrowDown", "Enter"] {
        browser.key(key).await;
    }
    browser.wait_for_text(".footer", "Page 5 of").await;
    tab_to(&browser, "at.matches('.row .button') && at.textContent === 'Cite'").await;
    browser.key("Enter").await;
    browser.wait_for_text(".message:last-child pre.fence", "—").await;
    tab_to(&browser, "at.matches('.message:last-child .plain')").await;
    browser.key("Enter").await;
    browser.wait("document.querySelectorAll('.message').length === 1 && document.activeElement.id === 'message'").await;

    // What stands beside it.
    tab_to(&browser, "at.id === 'tab-entry'").await;
    browser.key("ArrowLeft").await;
    browser.wait("document.activeElement.id === 'tab-why' && !document.querySelector('#panel-why').hidden").await;
    browser.wait_for_text("#panel-why", "is found").await;
    browser.close().await;
}

#[tokio::test]
async fn a_message_is_checked_an_option_is_missed_and_an_answer_deleted() {
    let folder = balloons();
    let Some((_preview, browser)) = opened(&folder.path()).await else { return };
    say(&browser, "They flew for **167 minutes** in 1785.").await;
    browser.wait_for_text(".message .content strong", "167 minutes").await;
    browser.click(".apps").await;
    browser.wait_for_text(".heading-line .listbox li", "Check this message").await;
    browser.click(".heading-line .listbox li").await;
    browser.wait("document.querySelector('.message.private .embed')").await;

    browser.eval::<bool>("(document.querySelector('#message').focus(), true)").await;
    browser.types("/compare ").await;
    browser.wait("document.querySelector('.listbox:not([hidden]) li')").await;
    browser.key("Tab").await;
    browser.wait("document.activeElement.ariaLabel.startsWith('second')").await;
    let taken: Vec<String> =
        browser.eval("[...document.querySelectorAll('.pill input')].map((one) => one.value)").await;
    assert_eq!(taken, ["", ""], "who passes by takes nothing");
    browser.key("Enter").await;
    browser.wait_for_text("#composer-error", "first: this option is required").await;
    browser.wait("document.activeElement.ariaInvalid === 'true'").await;
    browser.key("Backspace").await;
    browser.wait("document.activeElement.id === 'message' && document.activeElement.value === '/compare'").await;

    browser.eval::<bool>("(document.activeElement.value = '', true)").await;
    say(&browser, "/event crossing").await;
    browser.wait_for_text(".message:last-child .title", "Crossing of the Channel").await;
    let count: usize = browser.eval("document.querySelectorAll('.message').length").await;
    tab_to(&browser, "at.textContent === 'Delete'").await;
    browser.key("Enter").await;
    browser.wait(&format!("document.querySelectorAll('.message').length === {}", count - 1)).await;

    // A golden question is asked with a click; the language is the reader's.
    browser.eval::<bool>("(document.querySelector('#locale').value = 'ru', document.querySelector('#locale').dispatchEvent(new Event('change')), true)").await;
    browser.click("#tab-golden").await;
    browser.wait_for_text("#golden-list .verdict", "✓ right").await;
    browser.click("#golden-list .line").await;
    browser.wait(&format!("document.querySelectorAll('.message').length === {count}")).await;
    browser.wait("/[а-я]/.test(document.querySelector('.message:last-child .row').textContent)").await;
    browser.close().await;
}

#[tokio::test]
async fn a_changed_file_is_seen_and_a_broken_one_is_said() {
    let folder = balloons();
    let Some((_preview, browser)) = opened(&folder.path()).await else { return };
    let path = folder.path().join("flights/people.toml");
    let good = fs::read_to_string(&path).unwrap();
    say(&browser, "/actor john-jeffries").await;
    browser.wait_for_text(".message .title", "John Jeffries").await;

    fs::write(&path, good.replace("name = \"John Jeffries\"", "name = \"Doctor Jeffries\"")).unwrap();
    browser.wait_for_text("#spoken", "The facts have changed").await;
    say(&browser, "/actor john-jeffries").await;
    browser.wait_for_text(".message:last-child .title", "Doctor Jeffries").await;

    fs::write(&path, good.replace("kind = \"person\"", "kind = \"persn\"")).unwrap();
    browser.wait_for_text("#banner:not([hidden])", "last good state").await;
    browser.wait_for_text("#banner", "people.toml").await;
    browser.click("#tab-faults").await;
    browser.wait_for_text("#panel-faults .fault.error pre", "persn").await;
    say(&browser, "/actor john-jeffries").await;
    browser.wait_for_text(".message:last-child .title", "Doctor Jeffries").await;

    fs::write(&path, &good).unwrap();
    browser.wait("document.querySelector('#banner').hidden").await;
    say(&browser, "/actor john-jeffries").await;
    browser.wait_for_text(".message:last-child .title", "John Jeffries").await;
    browser.close().await;
}

#[tokio::test]
async fn it_fits_and_can_be_read_in_both_themes_on_a_desk_and_on_a_phone() {
    let Some((_preview, browser)) = opened(Path::new("knowledge")).await else { return };
    browser.wait("document.querySelectorAll('#golden-list li').length > 100").await;
    for line in ["/ask capital of France", "/compare first:azerbaijan second:belarus", "/event aliyev visit"] {
        say(&browser, line).await;
    }
    browser.click(".message:last-child .menu").await;
    for (width, height) in [DESK, PHONE] {
        for theme in ["dark", "light"] {
            look(&browser, (width, height), theme).await;
            let tabs: &[&str] = if width > 900 { &["entry", "faults", "golden", "why"] } else { &["", "golden"] };
            for tab in tabs {
                show_tab(&browser, tab).await;
                let low: Vec<String> = browser.eval(include_str!("support/contrast.js")).await;
                assert_eq!(low, [] as [String; 0], "{theme}, {width}, {tab}");
                let wide: Vec<String> = browser
                    .eval("[...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && !one.closest('pre, .unseen') && one.getBoundingClientRect().right > innerWidth + 0.5).map((one) => one.outerHTML.slice(0, 80))")
                    .await;
                assert_eq!(wide, [] as [String; 0], "{theme}, {width}, {tab}");
            }
        }
    }
    let unnamed: Vec<String> = browser
        .eval("[...document.querySelectorAll('button, input, select, a[href], [role=region], [role=listbox], [role=tabpanel], [tabindex]')].filter((one) => !(one.ariaLabel || one.getAttribute('aria-labelledby') || one.labels?.length || one.textContent.trim())).map((one) => one.outerHTML)")
        .await;
    assert_eq!(unnamed, [] as [String; 0], "each thing that can be reached says what it is");
    browser.close().await;
}

/// A fact base of somebody who means harm.
fn harmful() -> Folder {
    let text = "</script><script>window.harm = 1</script><img src=x onerror='window.harm = 1'> \
                [here](javascript:window.harm=1) <javascript:harm> https://phishing.example/ **bold** @everyone";
    let text = Value::from(text);
    let toml = format!(
        "# {text}\n[[source]]\nid = 's'\ntitle = {text}\npublisher = {text}\npublished = '2020'\nurl = 'https://a.example/\"><script>'\n\
         [[actor]]\nid = 'a'\nname = {text}\nkind = 'person'\naliases = ['harm', {text}]\nsummary = {text}\nsources = ['s']\n\
         [[fact]]\nid = 'f'\nabout = ['a']\ntext = {text}\nsources = ['s']\n\
         [[question]]\nask = {text}\ncommand = 'ask'\nexpect = []\nknown_miss = {text}\n"
    );
    Folder::with(&[
        ("facts.toml", toml.as_bytes()),
        (
            "<img src=x onerror=harm>.toml",
            b"[[actor]]\nid = 'b'\nname = 'B'\nkind = 'person'\nsummary = 'B.'\nsources = ['s']\n",
        ),
    ])
}

#[tokio::test]
async fn nothing_of_a_file_is_run_or_becomes_markup() {
    let folder = harmful();
    let Some((_preview, browser)) = opened(&folder.path()).await else { return };
    browser.wait("document.querySelectorAll('#golden-list li').length").await;
    for line in ["/actor a", "/sources s", "/ask harm", "[x](javascript:window.harm=1) <img src=x onerror=harm> **b**"]
    {
        say(&browser, line).await;
    }
    fs::write(
        folder.path().join("<img src=x onerror=harm>.toml"),
        "[[actor]]\nid = '<script>window.harm = 1</script>'\n",
    )
    .unwrap();
    browser.wait_for_text("#panel-faults pre", "<script>").await;
    let markup: Vec<String> = browser
        .eval("[...document.querySelectorAll('img, iframe, object, script:not([src=\"main.js\"]), [onerror], [style]')].filter((one) => !one.matches('.embed')).map((one) => one.outerHTML)")
        .await;
    assert_eq!(markup, [] as [String; 0]);
    let links: Vec<String> = browser.eval("[...document.querySelectorAll('a')].map((one) => one.protocol)").await;
    assert!(links.iter().all(|scheme| scheme == "https:"), "{links:?}");
    assert!(browser.eval::<bool>("window.harm === undefined").await);
    browser.close().await;
}

#[tokio::test]
async fn a_picture_that_is_sent_along_is_shown_with_its_words_and_none_is_loaded_from_elsewhere() {
    let folder = balloons();
    let Some((_preview, browser)) = opened(&folder.path()).await else { return };
    let draw = |url: &str| {
        let png = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==";
        let data = json!({"embeds": [{"image": {"url": url}}], "attachments": [{"id": 0, "filename": "picture.png", "description": "A line"}]});
        format!(
            "import('/message.js').then(({{ body }}) => {{ const nodes = body({data}, null, {{ 'picture.png': '{png}' }}); document.querySelector('#log').append(...nodes); \
             const image = nodes[0].querySelector('img'); return image ? image.decode().then(() => image.alt + image.naturalWidth) : nodes[0].textContent; }})"
        )
    };
    assert_eq!(browser.eval::<String>(&draw("attachment://picture.png")).await, "A line1");
    assert_eq!(browser.eval::<String>(&draw("https://a.example/x.png")).await, "https://a.example/x.png");
    browser.close().await;
}

/// What Discord's clients make of a text: kinds of nodes with what is in them.
const DRAWN: &[(&str, &str)] = &[
    ("**a** *b* _c_ __d__ ~~e~~", "<strong>a</strong> <em>b</em> <em>c</em> <u>d</u> <s>e</s>"),
    ("***a***", "<strong class=\"slanted\">a</strong>"),
    ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
    ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
    ("a * b * c 2*3*4", "a * b * c 2<em>3</em>4"),
    ("snake_case_name", "snake_case_name"),
    ("\\*a\\* \\_ \\\\ \\a", "*a* _ \\ \\a"),
    ("**a\\***", "<strong>a*</strong>"),
    ("**open", "**open"),
    ("**a\nb**", "<strong>a<br>b</strong>"),
    ("`**a**` ``b`c``", "<code class=\"inline\">**a**</code> <code class=\"inline\">b`c</code>"),
    ("# A\n## B\ntext", "<h3>A</h3><h4>B</h4>text"),
    ("#a\n####### b", "#a<br>####### b"),
    ("-# small\nnot", "<small>small</small>not"),
    ("> a\n> b\nc", "<blockquote>a<br>b</blockquote>c"),
    (">>> a\nb", "<blockquote>a<br>b</blockquote>"),
    ("- a\n- b\n  - c", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
    ("2. a\n3. b", "<ol start=\"2\"><li>a</li><li>b</li></ol>"),
    ("- **a\n- b**", "<ul><li>**a</li><li>b**</li></ul>"),
    ("```js\n**a**\n```b", "<pre>**a**</pre>b"),
    ("[a **b**](https://a.example/x_y_z)", "<a https://a.example/x_y_z>a <strong>b</strong></a>"),
    (
        "[a](https://a.example/(b)) [c](ftp://x) [d](javascript:1)",
        "<a https://a.example/(b)>a</a> [c](ftp://x) [d](javascript:1)",
    ),
    (
        "<https://a.example/*b*> https://a.example/c_d_.",
        "<a https://a.example/*b*>https://a.example/*b*</a> <a https://a.example/c_d>https://a.example/c_d</a>_.",
    ),
    ("https\\://a.example", "https://a.example"),
    ("||a *b*||", "<spoiler>a <em>b</em></spoiler>"),
    (
        "<t:0:d> <@1> <#2> <:smile:3> </ask:4> <b>",
        "<time>01/01/1970</time> <m>@1</m> <m>#2</m> <m>:smile:</m> <m>/ask</m> &lt;b&gt;",
    ),
];

#[tokio::test]
async fn markdown_is_drawn_as_discords_clients_draw_it() {
    let folder = balloons();
    let Some((_preview, browser)) = opened(&folder.path()).await else { return };
    let short = "(root) => { const one = (node) => { \
         if (node.nodeType === 3) return node.data.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'); \
         const inner = [...node.childNodes].map(one).join(''); const name = node.localName; \
         if (name === 'br') return '<br>'; \
         if (node.matches('[role=heading]')) return `<h${node.ariaLevel}>${inner}</h${node.ariaLevel}>`; \
         if (node.matches('.subtext')) return `<small>${inner}</small>`; \
         if (node.matches('.mention')) return `<m>${inner}</m>`; \
         if (node.matches('.spoiler')) return `<spoiler>${node.firstChild ? [...node.firstChild.childNodes].map(one).join('') : ''}</spoiler>`; \
         if (name === 'pre') return `<pre>${node.textContent}</pre>`; if (name === 'time') return `<time>${inner}</time>`; \
         if (name === 'a') return `<a ${node.title}>${inner}</a>`; \
         const more = ['class', 'start'].filter((key) => node.hasAttribute(key)).map((key) => ` ${key}=\"${node.getAttribute(key)}\"`).join(''); \
         return `<${name}${more}>${inner}</${name}>`; }; return root.map(one).join(''); }";
    let mut wrong = Vec::new();
    for (text, drawn) in DRAWN {
        let nodes = format!(
            "import('/markdown.js').then(({{ markdown }}) => ({short})(markdown({}).map((node) => typeof node === 'string' ? document.createTextNode(node) : node)))",
            Value::from(*text)
        );
        let got: String = browser.eval(&nodes).await;
        if got != *drawn {
            wrong.push(format!("{text:?}\n  is    {got}\n  wants {drawn}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    browser.close().await;
}

#[tokio::test]
async fn every_kind_of_answer_reads_in_the_page_as_discords_rules_have_it() {
    let Some((preview, browser)) = opened(Path::new("knowledge")).await else { return };
    let mut texts = hostile::written();
    assert!(texts.len() > 100, "{}", texts.len());
    for (_, steps) in LOOKS {
        let answer = preview.act(json!({"line": steps[0]})).await;
        let embed = &answer["response"]["data"]["embeds"][0];
        texts.extend(
            [&embed["title"], &embed["description"]].into_iter().filter_map(Value::as_str).map(ToOwned::to_owned),
        );
    }
    let read = format!(
        "import('/markdown.js').then(({{ markdown }}) => {}.map((text) => {{ const box = document.createElement('div'); box.append(...markdown(text)); return box.textContent; }}))",
        json!(texts)
    );
    let shown: Vec<String> = browser.eval(&read).await;
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    for (text, shown) in texts.iter().zip(shown) {
        assert_eq!(bare(&shown), bare(&markdown::visible(&markdown::read(text))), "{text}");
    }
    browser.close().await;
}
