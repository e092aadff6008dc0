//! The program as a user meets it: the binary, the knowledge files, the documents, and a stand-in for Discord.

#![allow(unreachable_pub, reason = "nothing outside uses a test")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it expects by panicking")]

mod answers;
mod ask;
mod asked;
mod breaks;
mod broken;
mod browser;
mod check_message;
mod collections;
mod compare;
mod complete;
mod crowds;
mod curator;
mod docs;
mod drawn;
mod endpoint;
mod gaps;
mod gateway;
mod gateway_end;
mod gateway_pictures;
mod gateway_slow;
mod gateway_start;
mod golden;
mod health;
mod hostile;
mod knowledge;
mod languages;
mod near;
mod odd;
mod pictures;
mod pressing;
mod preview;
mod reach;
mod reading;
mod reload;
mod requests;
mod routing;
mod support;
mod tidy;
mod ties;
mod watch;
