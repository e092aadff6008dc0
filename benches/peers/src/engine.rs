//! What the engines have in common.

/// Something that finds entries by what people type.
pub(crate) trait Engine {
    /// What it is called in the table.
    fn name(&self) -> &'static str;

    /// Finds what a whole question means.
    ///
    /// # Errors
    /// When the engine fails.
    fn find(&self, question: &str) -> anyhow::Result<Reply>;

    /// Completes a half-typed name.
    ///
    /// # Errors
    /// When the engine fails.
    fn complete(&self, typed: &str) -> anyhow::Result<Reply>;
}

/// What an engine says.
pub(crate) struct Reply {
    /// Numbers of entries, the best first.
    pub(crate) entries: Vec<usize>,
    /// The score of the best one, on the engine's own scale; 0 for none.
    pub(crate) score: f32,
    /// What the engine itself makes of it, if it knows how to decline.
    pub(crate) standing: Option<Standing>,
}

/// What an engine that knows how to decline makes of its best entries.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The best one is meant.
    Answered,
    /// One of the best is meant.
    Ambiguous,
    /// None is meant.
    Declined,
}

/// How many entries an engine is asked for.
pub(crate) const HITS: usize = 10;
