//! The preview: what members of a server will see, in a browser, while one writes facts.
//!
//! Owns that a folder is served and watched. What a page may ask is in `http`, what is answered from in `stage`, how a press or a
//! command becomes an interaction in `interaction`; the page itself, which needs no build, in `page/`. Answers come from
//! [`crate::transport::discord`], so that what is shown is what Discord would be sent.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use tokio::net::TcpListener;

use crate::transport::serve::stop_asked;
use crate::watch::Changes;
use stage::Stage;

mod entry;
mod http;
mod interaction;
mod stage;

/// Serves the preview of a folder until the process is asked to stop. `ready` is told the address of the page.
///
/// # Errors
/// When the folder cannot be watched, or the address cannot be listened on.
pub fn run(folder: PathBuf, listen: SocketAddr, ready: impl FnOnce(&str) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("the system gives no threads to run on")?;
    // Before the files are read: what changes meanwhile is found by the first wait.
    let changes = Changes::of(&folder)?;
    let outcome = runtime.block_on(async {
        let stop = stop_asked().context("the system does not let signals be caught")?;
        let cannot = || format!("cannot listen on {listen}; name another address with --listen");
        let listener = TcpListener::bind(listen).await.with_context(cannot)?;
        let address = listener.local_addr().with_context(cannot)?;
        let stage = Arc::new(Stage::of(folder));
        std::thread::spawn({
            let stage = Arc::clone(&stage);
            move || follow(&changes, &stage)
        });
        ready(&format!("http://{address}/"))?;
        tokio::select! {
            ended = axum::serve(listener, http::routes(stage, address.ip())) => ended.context("the preview cannot go on"),
            () = stop => Ok(()),
        }
    });
    // A page waits for changes on a connection that does not end by itself.
    runtime.shutdown_background();
    outcome
}

/// Brings every change on stage, until there are none to be told any more.
fn follow(changes: &Changes, stage: &Arc<Stage>) {
    loop {
        stage.load();
        if let Err(error) = changes.still().and_then(|()| changes.wait()) {
            return stage.leave(&format!("{error:#}"));
        }
    }
}
