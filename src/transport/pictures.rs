//! Pictures on their way to Discord: drawn apart from answers, a few at a time, and kept for those who ask the same.
//!
//! Owns how long an answer waits for its picture, and how the file goes with a message. An answer whose picture is late, or could not be drawn, goes out without it.

use std::collections::VecDeque;
use std::num::NonZeroUsize;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::available_parallelism;
use std::time::Duration;

use serenity::builder::CreateAttachment;
use serenity::http::{Multipart, MultipartUpload, Request};
use sha2::{Digest as _, Sha256};
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::render::embed;
use crate::render::picture::Picture;

/// What an answer waits for its picture. One that is not there at once is deferred, so that there is time even on a machine that is
/// busy with much else; nobody waits longer for what they can read without.
const PATIENCE: Duration = Duration::from_secs(8);

/// So many pictures are kept, at most 300 kB each.
const KEPT: usize = 32;

/// A picture as a file to be sent.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    /// The PNG.
    pub(super) png: Arc<[u8]>,
    /// What it shows, in words.
    pub(super) alt: String,
}

/// Draws pictures.
pub(super) struct Pictures {
    /// As many are drawn at once as there are processors.
    room: Arc<Semaphore>,
    kept: Arc<Mutex<Kept>>,
}

impl Pictures {
    pub(super) fn new() -> Self {
        let room = available_parallelism().map_or(1, NonZeroUsize::get);
        Self { room: Arc::new(Semaphore::new(room)), kept: Arc::default() }
    }

    /// The picture as a file; none where it is late or cannot be drawn.
    pub(super) async fn draw(&self, picture: Picture) -> Option<Drawn> {
        let alt = picture.alt.clone();
        let (room, kept) = (Arc::clone(&self.room), Arc::clone(&self.kept));
        // What is late is drawn to its end all the same, and is there when it is asked for again.
        let drawn = tokio::spawn(async move {
            let room = room.acquire_owned().await;
            let draw = move || {
                let png = png(&picture, &kept);
                drop(room);
                png
            };
            tokio::task::spawn_blocking(draw).await.ok().flatten()
        });
        let png = timeout(PATIENCE, drawn).await;
        if png.is_err() {
            tracing::warn!("a picture was late, and its answer went without it");
        }
        Some(Drawn { png: png.ok()?.ok()??, alt })
    }
}

/// Names the picture of a message, or says that it has none any more.
pub(super) fn set_picture(message: &mut serde_json::Value, picture: Option<&Drawn>) {
    match picture {
        Some(picture) => embed::add_picture(message, &picture.alt),
        None => embed::remove_picture(message),
    }
}

/// A request with a body, and with the file of the picture that the body names.
pub(super) fn with_body<'r>(request: Request<'r>, body: &serde_json::Value, picture: Option<&Drawn>) -> Request<'r> {
    let body = body.to_string();
    let Some(picture) = picture else { return request.body(Some(body.into_bytes())) };
    let file = CreateAttachment::bytes(&*picture.png, embed::PICTURE);
    let upload = MultipartUpload::Attachments(vec![file]);
    request.multipart(Some(Multipart { upload, fields: Vec::new(), payload_json: Some(body) }))
}

fn png(picture: &Picture, kept: &Mutex<Kept>) -> Option<Arc<[u8]>> {
    let svg = picture.svg();
    let key = Key(Sha256::digest(&svg).into());
    let find = || kept.lock().unwrap_or_else(PoisonError::into_inner).find(&key);
    if let Some(png) = find() {
        return Some(png);
    }
    match picture.png() {
        Ok(png) => {
            let png: Arc<[u8]> = png.into();
            kept.lock().unwrap_or_else(PoisonError::into_inner).keep(key, Arc::clone(&png));
            Some(png)
        }
        Err(error) => {
            tracing::error!(%error, "a picture could not be drawn");
            None
        }
    }
}

/// What a picture is known by: all that is drawn. So it serves every request that leads to it, and no other knowledge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Key([u8; 32]);

/// The latest pictures, the last one at the end.
#[derive(Debug, Default)]
struct Kept(VecDeque<(Key, Arc<[u8]>)>);

impl Kept {
    /// Finds a picture, which counts as the latest from then on.
    fn find(&mut self, key: &Key) -> Option<Arc<[u8]>> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        let found = self.0.remove(at)?;
        let png = Arc::clone(&found.1);
        self.0.push_back(found);
        Some(png)
    }

    fn keep(&mut self, key: Key, png: Arc<[u8]>) {
        self.0.retain(|(known, _)| *known != key);
        self.0.push_back((key, png));
        while self.0.len() > KEPT {
            self.0.pop_front();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::picture::scene::Scene;

    fn picture(height: i32) -> Picture {
        Picture { scene: Scene { height, shapes: Vec::new() }, alt: "Nothing".to_owned() }
    }

    #[tokio::test(start_paused = true)]
    async fn an_answer_goes_without_a_picture_that_is_late() {
        let pictures = Pictures::new();
        let count = u32::try_from(pictures.room.available_permits()).unwrap();
        let busy = pictures.room.acquire_many(count).await.unwrap();
        assert!(pictures.draw(picture(10)).await.is_none());
        drop(busy);
        assert!(pictures.draw(picture(10)).await.is_some());
    }

    #[tokio::test]
    async fn a_picture_is_drawn_once_and_one_without_size_is_none() {
        let pictures = Pictures::new();
        let [one, other] = [pictures.draw(picture(10)).await.unwrap(), pictures.draw(picture(10)).await.unwrap()];
        assert!(Arc::ptr_eq(&one.png, &other.png));
        assert!(!Arc::ptr_eq(&one.png, &pictures.draw(picture(11)).await.unwrap().png));
        assert!(pictures.draw(picture(0)).await.is_none());
    }

    #[test]
    fn the_latest_pictures_are_kept() {
        let mut kept = Kept::default();
        let key = |number: usize| Key([u8::try_from(number).unwrap(); 32]);
        let png = |number: usize| Arc::from([u8::try_from(number).unwrap()]);
        (0..KEPT).for_each(|number| kept.keep(key(number), png(number)));
        assert_eq!(kept.find(&key(0)), Some(png(0)));
        kept.keep(key(KEPT), png(KEPT));
        assert_eq!((kept.find(&key(1)), kept.find(&key(0))), (None, Some(png(0))));
        assert_eq!(kept.0.len(), KEPT);
    }
}
