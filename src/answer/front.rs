//! The short form of an answer: its lead, and the few statements that say most.
//!
//! Owns which statements these are. Nothing is worded or numbered anew, so that what is cited as 7 is 7 in both forms.

use std::cmp::Reverse;

use super::{Answer, Block, Mark, Standing, Statement, Versus};
use crate::message::{Message, Words};
use crate::request::Command;

/// So many statements the short form has beside its lead.
pub const BEST: usize = 5;

/// An answer with no more statements than this is short already: another form of it would only cost a press.
const SHORT: usize = 7;

/// So many respects of a comparison stand for all of them.
const ROWS: usize = 3;

impl Answer {
    /// Whether the answer has a short form that is worth a press.
    pub fn is_long(&self) -> bool {
        let one = |block: &Block| match block {
            Block::Section { statements, .. } => statements.len(),
            Block::Versus(versus) => versus.rows.iter().flat_map(|row| &row.sides).map(Vec::len).sum(),
            Block::Note(_) | Block::Card { .. } | Block::Choices { .. } => 0,
        };
        self.standing == Standing::Found && self.blocks.iter().map(one).sum::<usize>() > SHORT
    }

    /// The short form with at most so many statements beside the lead.
    #[must_use]
    pub fn front(&self, most: usize) -> Self {
        let kept = self.best(most);
        let mut blocks = Vec::new();
        let mut told = false;
        for (at, block) in self.blocks.iter().enumerate() {
            match block {
                Block::Section { heading, statements } => {
                    let kept = kept.iter().filter(|(block, _)| *block == at).map(|(_, number)| *number);
                    let mut kept: Vec<usize> = kept.collect();
                    kept.sort_unstable();
                    let statements: Vec<Statement> =
                        kept.into_iter().filter_map(|number| statements.get(number).cloned()).collect();
                    told |= !heading.is_empty();
                    if !statements.is_empty() {
                        blocks.push(Block::Section { heading: heading.clone(), statements });
                    }
                }
                Block::Versus(versus) => {
                    told = true;
                    blocks.push(Block::Versus(first_rows(versus, most.min(ROWS))));
                }
                Block::Card { .. } => blocks.push(block.clone()),
                // What is noted before anything is told explains it; what comes later belongs to what is left out.
                Block::Note(_) if !told => blocks.push(block.clone()),
                Block::Note(_) | Block::Choices { .. } => {}
            }
        }
        self.with_blocks(blocks)
    }

    /// The same with other content, under the same numbers.
    #[must_use]
    pub fn with_blocks(&self, blocks: Vec<Block>) -> Self {
        Self {
            request: self.request.clone(),
            language: self.language.clone(),
            title: self.title.clone(),
            read_as: self.read_as.clone(),
            standing: self.standing,
            matches: self.matches.clone(),
            blocks,
            figure: self.figure.clone(),
            citations: self.citations.clone(),
            actions: self.actions.clone(),
            tools: self.tools.clone(),
            basis: self.basis.clone(),
        }
    }

    /// The places of the best statements: the number of the block, and that within it.
    ///
    /// The lead comes first, then one statement of each section by turns.
    fn best(&self, most: usize) -> Vec<(usize, usize)> {
        let mut lead = Vec::new();
        let mut sections: Vec<Vec<(usize, usize)>> = Vec::new();
        for (at, block) in self.blocks.iter().enumerate() {
            let Block::Section { heading, statements } = block else { continue };
            let places = (0..statements.len()).map(|number| (at, number));
            if heading.is_empty() {
                lead.extend(places);
            } else if !is_beside(heading) {
                let mut places: Vec<(usize, usize)> = places.collect();
                match self.request.spec().command {
                    // The latest number of a series, and how it compares with the first.
                    Command::Trend => places.reverse(),
                    Command::Actor => places.sort_by_key(|&(_, number)| statements.get(number).map(doubt)),
                    _ => {}
                }
                sections.push(places);
            }
        }
        if self.request.spec().command == Command::Actor {
            // After ties and events, what is said on the aspects of which most is stored.
            if let Some(rest) = sections.get_mut(2..) {
                rest.sort_by_key(|section| Reverse(section.len()));
            }
        }
        lead.truncate(most);
        let room = (most + 1).saturating_sub(lead.len().max(1));
        let turns = sections.iter().map(Vec::len).max().unwrap_or_default();
        let by_turns = (0..turns).flat_map(|turn| sections.iter().filter_map(move |section| section.get(turn)));
        lead.extend(by_turns.take(room).copied());
        lead
    }
}

/// What puts a statement behind others of its section: that it was overtaken, that few sources say it.
fn doubt(statement: &Statement) -> (bool, Reverse<usize>) {
    let overtaken = statement.marks().iter().any(|mark| matches!(mark, Mark::Superseded(_) | Mark::Forecast));
    (overtaken, Reverse(statement.cites().len()))
}

/// What stands beside an event, or says more of others than of an actor.
fn is_beside(heading: &Words) -> bool {
    let beside = [Message::Before, Message::After, Message::Related, Message::InFactsOfOthers, Message::Said];
    beside.into_iter().any(|beside| *heading == beside.into())
}

fn first_rows(versus: &Versus, most: usize) -> Versus {
    let mut rows: Vec<_> = versus.rows.iter().take(most).cloned().collect();
    rows.iter_mut().flat_map(|row| &mut row.sides).for_each(|side| side.truncate(1));
    Versus { names: versus.names.clone(), rows }
}
