//! The question: how it is read, and which entries may be meant by it.
//!
//! What those are worth is left to `rank`.

pub(super) mod date;
pub(super) mod gather;
pub(super) mod period;
pub(super) mod question;
pub(super) mod spaces;
