//! How long functions are: the lines of a body, without those that are empty or hold a comment alone, as clippy counts.

use proc_macro2::Span;
use syn::visit::{self, Visit};
use syn::{Block, File, Ident, ImplItemFn, ItemFn, TraitItemFn};

/// A function: its name, the line at which its body begins, and how many lines of code the body has.
pub struct Length {
    pub name: String,
    pub line: usize,
    pub lines: usize,
}

/// Every function of a file.
pub fn functions(file: &File, text: &str) -> Vec<Length> {
    let mut reader = Reader { text: text.lines().collect(), functions: Vec::new() };
    reader.visit_file(file);
    reader.functions
}

struct Reader<'t> {
    text: Vec<&'t str>,
    functions: Vec<Length>,
}

impl Reader<'_> {
    fn add(&mut self, name: &Ident, body: &Block) {
        let line = |span: Span| span.start().line;
        let (first, last) = (line(body.brace_token.span.open()), line(body.brace_token.span.close()));
        let inner = self.text.get(first..last.saturating_sub(1).max(first)).unwrap_or_default();
        let is_code = |line: &&&str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
        let lines = inner.iter().filter(is_code).count();
        self.functions.push(Length { name: name.to_string(), line: first, lines });
    }
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.add(&function.sig.ident, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.add(&function.sig.ident, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast TraitItemFn) {
        if let Some(body) = &function.default {
            self.add(&function.sig.ident, body);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[test]
fn a_body_is_counted_without_its_braces_comments_and_empty_lines() {
    let text = "fn a() {\n    // why\n\n    one();\n    two();\n}\nimpl B {\n    fn b() {}\n}\n";
    let lengths = functions(&syn::parse_file(text).unwrap(), text);
    let lengths: Vec<(&str, usize)> = lengths.iter().map(|length| (length.name.as_str(), length.lines)).collect();
    assert_eq!(lengths, [("a", 2), ("b", 0)]);
}
