//! The program itself, run as a child process against a stand-in.
//!
//! It owns the start, the stop and what was written to standard error. It always logs everything that it ever would, and the
//! log is searched for what must never stand in it.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::process::{Child, Command};

use super::discord::StandIn;
use super::discord::script::TOKEN;

/// Within this time the program ends after it was asked to.
const STOP: Duration = Duration::from_secs(5);
/// Within this time it ends of itself, when it has a reason.
const END: Duration = Duration::from_secs(20);
/// Words that a test puts into a question; no log may ever hold them.
pub(crate) const UNTOLD: &str = "Quetzalcoatlus at the embassy";

/// A running `casebook serve`.
pub(crate) struct Bot {
    child: Child,
    log: tokio::task::JoinHandle<String>,
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
        let config = write_config(&format!("knowledge = {knowledge:?}\n\n[discord]\n{settings}\n"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_casebook"));
        command.arg("serve").arg("--config").arg(config).env("RUST_LOG", "trace").env("NO_COLOR", "1");
        command.env_remove("DISCORD_TOKEN").env_remove("DISCORD_TOKEN_FILE");
        command.envs(token.map(|token| ("DISCORD_TOKEN", token)));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).kill_on_drop(true);
        let mut child = command.spawn().unwrap();
        let mut stderr = child.stderr.take().unwrap();
        let log = tokio::spawn(async move {
            let mut bytes = Vec::new();
            stderr.read_to_end(&mut bytes).await.unwrap();
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Self { child, log }
    }

    /// Sends SIGTERM.
    pub(crate) async fn terminate(&self) {
        let kill = format!("kill -TERM {}", self.child.id().unwrap());
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
        let status = status.unwrap_or_else(|_| panic!("the program did not end within {limit:?}")).unwrap();
        let log = self.log.await.unwrap();
        for secret in [TOKEN, "only-for-the-one-who-answers", UNTOLD] {
            assert!(!log.contains(secret), "the log holds {secret:?}:\n{log}");
        }
        Ended { code: status.code(), log }
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
