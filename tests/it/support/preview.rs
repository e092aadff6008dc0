//! `casebook preview` as a child process, and what is asked of it over HTTP.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use reqwest::{Client, RequestBuilder, Response};
use serde_json::{Value, json};

use super::{Folder, casebook, root};

/// A preview of a folder. It ends when this is dropped.
pub struct Preview {
    child: Child,
    /// `http://127.0.0.1:PORT/`.
    pub address: String,
    client: Client,
}

impl Preview {
    /// Starts on a free port, and waits until the page can be opened.
    pub fn of(folder: &Path) -> Self {
        let arguments = ["preview", "--listen", "127.0.0.1:0", "--knowledge", folder.to_str().unwrap()];
        let mut child = casebook(&arguments).stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split_whitespace().next().expect("it says where the page is").to_owned();
        Self { child, address, client: Client::new() }
    }

    /// A request for a path, without its slash.
    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(format!("{}{path}", self.address))
    }

    /// A request that does something.
    pub fn post(&self, act: &Value) -> RequestBuilder {
        self.post_as("application/json", act)
    }

    /// The same, said to be of another kind.
    pub fn post_as(&self, kind: &str, act: &Value) -> RequestBuilder {
        let body = json!({"locale": "en-US", "act": act}).to_string();
        self.client.post(format!("{}interactions", self.address)).header("content-type", kind).body(body)
    }

    /// What comes of something done.
    pub async fn act(&self, act: Value) -> Value {
        let response = self.post(&act).send().await.unwrap();
        assert_eq!(response.status(), 200, "{act}");
        read(response).await
    }

    /// The first scene newer than one of a number that is as wished.
    pub async fn scene(&self, after: u64, wished: impl Fn(&Value) -> bool) -> Value {
        let mut number = after;
        loop {
            let scene = read(self.get(&format!("scene/{number}")).send().await.unwrap()).await;
            if wished(&scene) {
                return scene;
            }
            number = scene["number"].as_u64().unwrap();
        }
    }

    /// Asks it to stop; tells whether it ended well.
    pub fn stop(mut self) -> bool {
        let kill = format!("kill -TERM {}", self.child.id());
        assert!(std::process::Command::new("sh").args(["-c", &kill]).status().unwrap().success());
        self.child.wait().unwrap().success()
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The JSON of a response.
pub async fn read(response: Response) -> Value {
    serde_json::from_str(&response.text().await.unwrap()).unwrap()
}

/// The fact base on balloons, in a folder that may be changed.
pub fn balloons() -> Folder {
    let folder = root().join("docs/example/balloons/channel-1785");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let files: Vec<(String, Vec<u8>)> = files
        .map(|path| (format!("flights/{}", path.file_name().unwrap().to_str().unwrap()), std::fs::read(&path).unwrap()))
        .collect();
    Folder::with(&files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect::<Vec<_>>())
}
