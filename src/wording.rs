//! Casebook's own words, for people: dates so far.

pub mod date;
