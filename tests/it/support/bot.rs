//! The program itself, run as a child process against a stand-in.
//!
//! It owns the start, the stop and what was written to standard error. It always logs everything that it ever would, and the
//! log is searched for what must never stand in it.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::net::TcpListener;
use tokio::process::{Child, Command};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;

use axum::Router;
use casebook::config::{self, Config, Cooldown, PublicKey, Token};
use casebook::transport::sessions::Sessions;
use casebook::transport::{Answers, gateway};

use super::discord::StandIn;
use super::discord::script::TOKEN;
use super::endpoint::{self, Caller};

/// Within this time the program ends after it was asked to.
const STOP: Duration = Duration::from_secs(5);
/// Within this time it ends of itself, when it has a reason.
const END: Duration = Duration::from_secs(20);
/// A test asks faster than a person: nobody has to wait, where nothing else is set.
const UNHURRIED: &str = "[discord.cooldown]\nuser = { requests = 4294967295, seconds = 1 }\n\
    channel = { requests = 4294967295, seconds = 1 }\n";
/// Words that a test puts into a question; no log may ever hold them.
pub(crate) const UNTOLD: &str = "Quetzalcoatlus at the embassy";

/// A running `casebook serve`.
pub(crate) struct Bot {
    child: Child,
    log: watch::Receiver<String>,
}

/// How it ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// The exit code; none when a signal killed it.
    pub(crate) code: Option<i32>,
    /// Standard error.
    pub(crate) log: String,
}

impl Bot {
    /// Starts against a stand-in that knows its token.
    pub(crate) fn serve(discord: &StandIn) -> Self {
        Self::start(&format!("api_url = {:?}", discord.url()), Some(TOKEN))
    }

    /// Starts with these lines under `[discord]` and this token.
    pub(crate) fn start(settings: &str, token: Option<&str>) -> Self {
        let knowledge = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge");
        let cooldown = if settings.contains("cooldown") { "" } else { UNHURRIED };
        Self::configured(&format!("knowledge = {knowledge:?}\n\n[discord]\n{settings}\n{cooldown}"), token)
    }

    /// Starts with an HTTP endpoint on a free port, against a stand-in that knows its token.
    pub(crate) async fn serve_http(discord: &StandIn) -> (Self, Caller) {
        let http = endpoint::settings(&endpoint::hex(endpoint::key().verifying_key().as_bytes()), "127.0.0.1:0");
        let settings = format!("transport = \"http\"\napi_url = {:?}\n{UNHURRIED}{http}", discord.url());
        let mut bot = Self::start(&settings, Some(TOKEN));
        let caller = bot.listening().await;
        (bot, caller)
    }

    /// Waits until it listens, and says where.
    pub(crate) async fn listening(&mut self) -> Caller {
        self.logged("\"listening\"").await;
        let log = self.log.borrow().clone();
        let line = log.lines().find(|line| line.contains("\"listening\"")).unwrap();
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        Caller::of(line["address"].as_str().unwrap().parse().unwrap())
    }

    /// Starts with a whole configuration and this token.
    pub(crate) fn configured(config: &str, token: Option<&str>) -> Self {
        let config = write_config(config);
        let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
        command.arg("serve").arg("--config").arg(config).env("RUST_LOG", "trace").env("NO_COLOR", "1");
        command.env_remove("DISCORD_TOKEN").env_remove("DISCORD_TOKEN_FILE");
        command.envs(token.map(|token| ("DISCORD_TOKEN", token)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (written, log) = watch::channel(String::new());
        tokio::spawn(async move {
            while let Ok(Some(line)) = lines.next_line().await {
                written.send_modify(|log| log.extend([&line, "\n"]));
            }
        });
        Self { child, log }
    }

    /// Waits until the log holds these words.
    pub(crate) async fn logged(&mut self, words: &str) {
        self.logged_times(words, 1).await;
    }

    /// Waits until the log holds these words so many times.
    pub(crate) async fn logged_times(&mut self, words: &str, times: usize) {
        let held = |log: &String| log.matches(words).count() >= times;
        let logged = tokio::time::timeout(END, self.log.wait_for(held)).await;
        let logged = logged.is_ok_and(|found| found.is_ok());
        assert!(logged, "the log does not hold {words:?}:\n{}", *self.log.borrow());
    }

    /// Sends SIGTERM.
    pub(crate) async fn terminate(&self) {
        self.signal("TERM").await;
    }

    /// Sends a signal.
    pub(crate) async fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id().unwrap());
        assert!(Command::new("sh").args(["-c", &kill]).status().await.unwrap().success());
    }

    /// Waits for the end after [`Bot::terminate`].
    pub(crate) async fn stopped(self) -> Ended {
        self.wait(STOP).await
    }

    /// Waits for the end that it comes to by itself.
    pub(crate) async fn ended(self) -> Ended {
        self.wait(END).await
    }

    /// SIGTERM and the end after it, which has to be a good one.
    pub(crate) async fn stop(self) -> Ended {
        self.terminate().await;
        let ended = self.stopped().await;
        assert_eq!(ended.code, Some(0), "{}", ended.log);
        ended
    }

    async fn wait(mut self, limit: Duration) -> Ended {
        let status = tokio::time::timeout(limit, self.child.wait()).await;
        let status = status
            .unwrap_or_else(|_| panic!("the program did not end within {limit:?}:\n{}", *self.log.borrow()))
            .unwrap();
        // The end of standard error drops the sender.
        while self.log.changed().await.is_ok() {}
        let log = self.log.borrow().clone();
        for secret in [TOKEN, "only-for-the-one-who-answers", UNTOLD] {
            assert!(!log.contains(secret), "the log holds {secret:?}:\n{log}");
        }
        Ended { code: status.code(), log }
    }
}

/// The gateway in the process of the test, for answers that no released core would give.
pub(crate) struct Local {
    stop: oneshot::Sender<()>,
    run: JoinHandle<anyhow::Result<()>>,
}

impl Local {
    /// Answers what the stand-in sends with these answers.
    pub(crate) fn serve(discord: &StandIn, answers: impl Answers) -> Self {
        Self::serve_with(discord, answers, "")
    }

    /// The same with these lines under `[discord]`.
    pub(crate) fn serve_with(discord: &StandIn, answers: impl Answers, lines: &str) -> Self {
        let mut settings = config::Discord::at(&discord.url(), Token::new(TOKEN).unwrap());
        settings.cooldown = Cooldown::NONE;
        settings.servers = Config::read(&write_config(&format!("[discord]\n{lines}\n"))).unwrap().servers;
        let (stop, stopped) = oneshot::channel();
        let run = tokio::spawn(async move {
            let stopped = async { stopped.await.unwrap() };
            let sessions = Arc::new(Sessions::default());
            gateway::run(Arc::new(answers), &settings, &sessions, &Arc::default(), stopped).await
        });
        Self { stop, run }
    }

    /// Answers what is sent to an endpoint, whose address is given, with these answers.
    pub(crate) async fn serve_http(discord: &StandIn, answers: impl Answers) -> (Self, Caller) {
        let settings = config::Discord::at(&discord.url(), Token::new(TOKEN).unwrap());
        let key = PublicKey(endpoint::key().verifying_key().to_bytes());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let caller = Caller::of(listener.local_addr().unwrap());
        let (stop, stopped) = oneshot::channel();
        let run = tokio::spawn(async move {
            let (stopped, served) = (async { stopped.await.unwrap() }, (listener, Router::new()));
            casebook::transport::endpoint::run(Arc::new(answers), key, &settings, served, &Arc::default(), stopped)
                .await
        });
        (Self { stop, run }, caller)
    }

    /// Asks it to stop; the future ends when it has done so, which has to be well and in time.
    pub(crate) fn stop(self) -> impl Future<Output = ()> {
        self.stop.send(()).unwrap();
        async { tokio::time::timeout(STOP, self.run).await.unwrap().unwrap().unwrap() }
    }
}

impl Ended {
    /// The one line with which it ended in failure. What other threads log meanwhile may follow it.
    pub(crate) fn failure(&self) -> &str {
        assert_eq!(self.code, Some(1), "{}", self.log);
        let lines: Vec<&str> = self.log.lines().filter(|line| line.starts_with("casebook: ")).collect();
        assert_eq!(lines.len(), 1, "{}", self.log);
        lines[0]
    }
}

fn write_config(text: &str) -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("serve-{}-{number}.toml", std::process::id()));
    std::fs::write(&path, text).unwrap();
    path
}
