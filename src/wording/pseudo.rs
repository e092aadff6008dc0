//! A language that nobody speaks, in tests alone: English with every letter replaced.
//!
//! What is drawn in it shows which words did not come from a file of words: they are still in plain letters. It is longer
//! than English, as most languages are, so that room is seen to be left for them.

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::{parser, serializer};

use super::{LANGUAGES, Wording};
use crate::message::Words;
use crate::request::{COMMANDS, Spec};

/// Nobody's tag: ISO 639-2 leaves qaa to qtz to whoever needs one.
pub(crate) const TAG: &str = "qps";

pub(super) fn wording() -> Wording {
    let mut words = parser::parse(LANGUAGES[0].1.to_owned()).unwrap();
    for entry in &mut words.body {
        if let Entry::Message(message) = entry {
            message.value.iter_mut().for_each(rewrite);
        }
    }
    let options = COMMANDS.iter().flat_map(|spec| spec.typed().map(|option| option.described(spec)));
    let keyed = COMMANDS.iter().map(Spec::described).chain(options).map(|words| match words {
        Words::Keyed { key, text } => format!("{key} = {}\n", rewritten(&text)),
        other => panic!("{other:?} has no key"),
    });
    Wording::new(TAG, &(serializer::serialize(&words) + &keyed.collect::<String>()))
}

fn rewrite(pattern: &mut Pattern<String>) {
    for element in &mut pattern.elements {
        match element {
            PatternElement::TextElement { value } => *value = rewritten(value),
            PatternElement::Placeable { expression } => rewrite_variants(expression),
        }
    }
}

fn rewrite_variants(expression: &mut Expression<String>) {
    match expression {
        Expression::Select { variants, .. } => variants.iter_mut().for_each(|variant| rewrite(&mut variant.value)),
        Expression::Inline(InlineExpression::Placeable { expression }) => rewrite_variants(expression),
        Expression::Inline(_) => {}
    }
}

/// Each letter in full width, and each third one twice.
fn rewritten(text: &str) -> String {
    let wide = |c: char| char::from_u32(u32::from(c) + (u32::from('ａ') - u32::from('a'))).unwrap_or(c);
    let one = |(at, c): (usize, char)| match c {
        c if c.is_ascii_alphabetic() => vec![wide(c); 1 + usize::from(at % 3 == 0)],
        c => vec![c],
    };
    text.chars().enumerate().flat_map(one).collect()
}
