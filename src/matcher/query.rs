//! The question: how it is read, and which entries may be meant by it.
//!
//! What those are worth is left to `rank`.

pub(super) mod candidates;
pub(super) mod date;
pub(super) mod given;
pub(super) mod period;
pub(super) mod pool;
pub(super) mod question;
pub(super) mod senses;
pub(super) mod spaces;
pub(super) mod thesaurus;
