//! The log of `casebook serve`: what is written to standard error, and what never is.
//!
//! It owns the filter, the format and what a panic leaves behind. What is worth logging is decided where it happens; the
//! environment is read by the configuration.

use std::io::IsTerminal as _;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{EnvFilter, FilterExt as _, LevelFilter, filter_fn};
use tracing_subscriber::layer::{Filter, Layer, SubscriberExt as _};
use tracing_subscriber::registry::Registry;
use tracing_subscriber::util::SubscriberInitExt as _;

use crate::config::Log;

/// The crates that could print a secret, and the most that each of them may say.
///
/// serenity prints whole gateway packets at WARN, the token of the interaction and the words of the question included. At
/// TRACE tungstenite prints IDENTIFY with the bot token, and the HTTP crates see it in a header.
const CLAMPED: &[(&str, Level)] = &[
    ("serenity", Level::ERROR),
    ("tungstenite", Level::INFO),
    ("tokio_tungstenite", Level::INFO),
    ("reqwest", Level::INFO),
    ("hyper", Level::INFO),
    ("hyper_util", Level::INFO),
    ("h2", Level::INFO),
    ("rustls", Level::INFO),
];

/// Starts the log on standard error and adds `also`, a layer that listens rather than writes.
///
/// Unless the settings say otherwise, INFO and above are written, for people on a terminal and as JSON elsewhere. A second call
/// has no effect. From here on a panic is logged with its place but without its message, because the message may quote a
/// question.
pub fn start(settings: &Log, also: impl Layer<Registry> + Send + Sync + 'static) {
    let terminal = std::io::stderr().is_terminal();
    let layer = tracing_subscriber::fmt::layer().with_writer(std::io::stderr);
    let layer = if settings.json.unwrap_or(!terminal) {
        layer.json().flatten_event(true).with_span_list(false).with_current_span(false).boxed()
    } else {
        layer.with_ansi(terminal).boxed()
    };
    let written = layer.with_filter(log_filter(settings.filter.as_deref()));
    if tracing_subscriber::registry().with(also).with(written).try_init().is_err() {
        tracing::debug!("the log had been started before");
    }
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "a panic");
    }));
}

/// The filter of what is written: `rust_log`, or INFO without it, but never more than the table of clamped crates allows.
#[must_use]
pub fn log_filter<S>(rust_log: Option<&str>) -> impl Filter<S> + use<S> {
    let builder = EnvFilter::builder().with_default_directive(LevelFilter::INFO.into());
    builder.parse_lossy(rust_log.unwrap_or_default()).and(filter_fn(is_allowed))
}

fn is_allowed(metadata: &Metadata<'_>) -> bool {
    let root = metadata.target().split("::").next().unwrap_or_default();
    CLAMPED.iter().all(|(name, most)| *name != root || metadata.level() <= most)
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use tracing_subscriber::fmt::MakeWriter;

    use super::*;

    #[derive(Clone, Default)]
    struct Paper(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Paper {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().extend_from_slice(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    impl<'a> MakeWriter<'a> for Paper {
        type Writer = Self;

        fn make_writer(&'a self) -> Self {
            self.clone()
        }
    }

    fn written(rust_log: Option<&str>, speak: impl FnOnce()) -> String {
        let paper = Paper::default();
        let layer = tracing_subscriber::fmt::layer().with_writer(paper.clone()).with_filter(log_filter(rust_log));
        tracing::subscriber::with_default(tracing_subscriber::registry().with(layer), speak);
        let bytes = paper.0.lock().unwrap().clone();
        String::from_utf8(bytes).unwrap()
    }

    fn secrets() {
        tracing::warn!(target: "serenity::gateway::ws", "secret");
        tracing::trace!(target: "tungstenite::protocol", "secret");
        tracing::trace!(target: "tokio_tungstenite::compat", "secret");
        tracing::debug!(target: "hyper_util::client", "secret");
        tracing::trace!(target: "reqwest::connect", "secret");
    }

    #[test]
    fn no_setting_lets_a_secret_through() {
        for rust_log in
            ["trace", "serenity::gateway::ws=trace,tungstenite=trace", "[span]=trace,hyper_util::client=trace"]
        {
            assert_eq!(written(Some(rust_log), secrets), "", "{rust_log}");
        }
    }

    #[test]
    fn without_a_setting_info_is_written_and_debug_is_not() {
        let log = written(None, || {
            tracing::info!(target: "casebook::transport", "kept");
            tracing::debug!(target: "casebook::transport", "dropped");
        });
        assert!(log.contains("kept") && !log.contains("dropped"), "{log}");
    }

    #[test]
    fn errors_of_serenity_are_written() {
        let log = written(Some("warn"), || tracing::error!(target: "serenity::gateway::shard", "kept"));
        assert!(log.contains("kept"), "{log}");
    }
}
