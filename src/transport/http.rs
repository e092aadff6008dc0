//! A server for HTTP/1.1, kept from being worn out: bounded in connections, in the time that each may take, and in what is read
//! of a body.
//!
//! It owns the listener and its connections. What is answered on which path is left to `endpoint` and `health`; TLS, to
//! whatever stands between this and the internet.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use http_body_util::BodyExt as _;
use hyper::body::Body as _;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

/// So many connections are open at once; the system lets others wait. Each may cost [`HEAD`] bytes and a file descriptor, of
/// which a process often has 1,024.
const CONNECTIONS: usize = 768;
/// How long a client may take over the lines before a body, and how long a connection may stay unused.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// How many bytes these lines may have. Discord's have less than a thousand.
const HEAD: usize = 16 * 1024;
/// How long a client may take over a body.
const BODY_TIME: Duration = Duration::from_secs(5);
/// The largest body that is read. What Discord sends of a command stays below a tenth of it.
const BODY: usize = 1024 * 1024;
/// How many bytes of bodies are held at once, of all clients together, before their signatures are looked at.
const BODIES: usize = 32 * 1024 * 1024;
/// How long a connection may live: a client that reads nothing would hold it for ever.
const LIFE: Duration = Duration::from_secs(300);
/// How long a connection may then take to end; at a stop, a little longer than `delivery` takes to finish.
const LAST: Duration = Duration::from_secs(3);
/// What is waited after the system could not open a connection, mostly for want of file descriptors.
const PAUSE: Duration = Duration::from_millis(100);

/// Listens at an address.
///
/// # Errors
/// When the address is taken, or is none of this machine. The message fits on one line.
pub(super) async fn listen(address: SocketAddr) -> anyhow::Result<TcpListener> {
    let listener = TcpListener::bind(address).await;
    let listener = listener.with_context(|| format!("cannot listen on {address}, as `listen` under `[http]` says"))?;
    tracing::info!(address = %listener.local_addr().unwrap_or(address), "listening");
    Ok(listener)
}

/// Serves until it is told to stop; then takes nothing new, and ends when all that was under way is answered.
pub(super) async fn serve(listener: TcpListener, routes: Router, stop: CancellationToken) {
    let (room, open) = (Arc::new(Semaphore::new(CONNECTIONS)), TaskTracker::new());
    let settings = settings();
    loop {
        let next = async {
            // Nothing closes the semaphore.
            let room = Arc::clone(&room).acquire_owned().await.ok();
            (listener.accept().await, room)
        };
        let (accepted, room) = tokio::select! {
            () = stop.cancelled() => break,
            next = next => next,
        };
        match accepted {
            Ok((stream, _)) => {
                // Without it a small answer may wait for the acknowledgement of what was sent before.
                let _ = stream.set_nodelay(true);
                let live = live(stream, settings.clone(), routes.clone(), stop.clone());
                open.spawn(async move {
                    live.await;
                    drop(room);
                });
            }
            Err(error) if is_of_the_client(error.kind()) => {}
            Err(error) => {
                tracing::warn!(%error, "no connection can be taken");
                sleep(PAUSE).await;
            }
        }
    }
    drop(listener);
    open.close();
    open.wait().await;
}

fn settings() -> http1::Builder {
    let mut settings = http1::Builder::new();
    settings.timer(TokioTimer::new()).header_read_timeout(HEAD_TIME).max_buf_size(HEAD);
    settings
}

async fn live(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send,
    settings: http1::Builder,
    routes: Router,
    stop: CancellationToken,
) {
    let connection = settings.serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes));
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => Some(ended),
        () = stop.cancelled() => None,
        () = sleep(LIFE) => None,
    };
    let ended = if let Some(ended) = ended {
        ended
    } else {
        connection.as_mut().graceful_shutdown();
        timeout(LAST, connection).await.unwrap_or(Ok(()))
    };
    if let Err(error) = ended {
        tracing::debug!(%error, "a connection ended");
    }
}

fn is_of_the_client(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::ConnectionAborted | ErrorKind::ConnectionReset | ErrorKind::ConnectionRefused)
}

/// What bodies may take of memory, all together.
pub(super) struct Bodies(Semaphore);

impl Default for Bodies {
    fn default() -> Self {
        Self(Semaphore::new(BODIES))
    }
}

impl Bodies {
    /// Reads a body.
    ///
    /// # Errors
    /// The status of a body that is too large (413), too slow (408), broken off (400), or one too many (503).
    pub(super) async fn read(&self, body: Body) -> Result<Bytes, StatusCode> {
        if body.size_hint().lower() > BODY as u64 {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        timeout(BODY_TIME, self.collect(body)).await.unwrap_or(Err(StatusCode::REQUEST_TIMEOUT))
    }

    /// Room is taken as the bytes come, so that who announces much and sends nothing takes none.
    async fn collect(&self, mut body: Body) -> Result<Bytes, StatusCode> {
        let (mut read, mut taken) = (Vec::new(), Vec::new());
        while let Some(frame) = body.frame().await {
            let Ok(data) = frame.map_err(|_| StatusCode::BAD_REQUEST)?.into_data() else { continue };
            if read.len() + data.len() > BODY {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            let room = u32::try_from(data.len()).ok().and_then(|bytes| self.0.try_acquire_many(bytes).ok());
            taken.push(room.ok_or(StatusCode::SERVICE_UNAVAILABLE)?);
            read.extend_from_slice(&data);
        }
        Ok(read.into())
    }
}

#[cfg(test)]
mod tests {
    use axum::routing::post;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream, duplex};
    use tokio::time::Instant;

    use super::*;

    /// A connection to a server that reads a body and says how long it is.
    fn connect() -> DuplexStream {
        let bodies = Arc::new(Bodies::default());
        let take = |body: Body| async move { bodies.read(body).await.map(|body| body.len().to_string()) };
        let routes = Router::new().route("/", post(take));
        let (ours, theirs) = duplex(4 * BODY);
        tokio::spawn(live(theirs, settings(), routes, CancellationToken::new()));
        ours
    }

    /// What comes back until the server hangs up, and after how long that is.
    async fn end(mut stream: DuplexStream) -> (String, Duration) {
        let (begun, mut text) = (Instant::now(), String::new());
        stream.read_to_string(&mut text).await.unwrap();
        (text, begun.elapsed())
    }

    async fn said(words: &str) -> (String, Duration) {
        let mut stream = connect();
        stream.write_all(words.as_bytes()).await.unwrap();
        end(stream).await
    }

    #[tokio::test(start_paused = true)]
    async fn who_is_slow_with_the_head_or_says_nothing_is_hung_up_on() {
        for words in ["", "POST / HT", "POST / HTTP/1.1\r\nhost: a\r\nx: "] {
            let (_, took) = said(words).await;
            assert!((HEAD_TIME..2 * HEAD_TIME).contains(&took), "{words:?}: {took:?}");
        }
    }

    #[tokio::test(start_paused = true)]
    async fn who_is_slow_with_the_body_is_told_so() {
        let (text, took) = said("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 9\r\n\r\n{").await;
        assert!(text.starts_with("HTTP/1.1 408"), "{text}");
        assert!(took < HEAD_TIME + BODY_TIME, "{took:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_is_kept_for_the_next_request_but_not_for_ever() {
        let mut stream = connect();
        let (begun, mut answers) = (Instant::now(), 0);
        let request = "POST / HTTP/1.1\r\nhost: a\r\ncontent-length: 2\r\n\r\n{}";
        let mut answer = [0; 1024];
        while stream.write_all(request.as_bytes()).await.is_ok() && stream.read(&mut answer).await.unwrap_or(0) > 0 {
            answers += 1;
            tokio::time::advance(HEAD_TIME / 2).await;
        }
        assert!(answers > 10 && begun.elapsed() < LIFE + HEAD_TIME, "{answers} in {:?}", begun.elapsed());
    }

    #[tokio::test(start_paused = true)]
    async fn too_much_is_refused_announced_or_not() {
        let over = BODY + 1;
        let announced = format!("POST / HTTP/1.1\r\nhost: a\r\ncontent-length: {over}\r\n\r\n");
        let chunk = "x".repeat(over);
        let sent = format!("POST / HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\n{over:x}\r\n{chunk}");
        for words in [announced, sent] {
            let (text, _) = said(&words).await;
            assert!(text.starts_with("HTTP/1.1 413"), "{text}");
        }
        let (text, _) = said(&format!("POST / HTTP/1.1\r\nhost: a\r\nx: {}", "y".repeat(HEAD))).await;
        assert!(text.starts_with("HTTP/1.1 431"), "{text}");
    }

    #[tokio::test(start_paused = true)]
    async fn bodies_take_so_much_room_together_and_give_it_back() {
        let bodies = Bodies(Semaphore::new(10));
        assert_eq!(bodies.read(Body::from("12345678901")).await, Err(StatusCode::SERVICE_UNAVAILABLE));
        assert_eq!(bodies.read(Body::from("1234567890")).await.unwrap().len(), 10);
        assert_eq!(bodies.read(Body::from("1234567890")).await.unwrap().len(), 10);
    }
}
