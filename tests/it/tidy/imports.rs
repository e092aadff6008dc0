//! What a source file uses: the paths in its code, read with `syn`, so that grouped imports, `super::` and the insides of
//! macros count. Tests are left out: they may use what they like. What is allowed is decided in `tidy`.

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, Expr, File, Item, ItemMod, ItemUse, Lit, Macro, Meta, Path, UseTree};

/// A path that a file uses, from its first segment on: `["crate", "matcher", "Hit"]` or `["serenity", "http"]`.
pub struct Used {
    /// `crate` and what follows, or the name of a crate or of something local.
    pub segments: Vec<String>,
    /// Where it stands, counted from 1.
    pub line: usize,
}

/// Every path in the code of a file. `module` is where the file stands, such as `["matcher", "index"]`.
pub fn used(file: &File, module: &[String]) -> Vec<Used> {
    let mut reader = Reader { module: module.to_vec(), used: Vec::new() };
    reader.visit_file(file);
    reader.used
}

/// The modules without a body that are for tests alone: each is a file of its own.
pub fn test_modules(file: &File) -> Vec<String> {
    let for_tests = |item: &Item| match item {
        Item::Mod(module) if is_for_tests(&module.attrs) && module.content.is_none() => Some(module.ident.to_string()),
        _ => None,
    };
    file.items.iter().filter_map(for_tests).collect()
}

/// The constants that are a number, each with its comment.
pub fn numbers(file: &File) -> Vec<(String, String)> {
    let comment = |attribute: &Attribute| match &attribute.meta {
        Meta::NameValue(pair) if pair.path.is_ident("doc") => literal(&pair.value),
        _ => None,
    };
    let number = |item: &Item| match item {
        Item::Const(constant) if matches!(&*constant.expr, Expr::Lit(literal) if matches!(literal.lit, Lit::Int(_))) => {
            Some((constant.ident.to_string(), constant.attrs.iter().filter_map(comment).collect()))
        }
        _ => None,
    };
    file.items.iter().filter_map(number).collect()
}

fn literal(value: &Expr) -> Option<String> {
    match value {
        Expr::Lit(literal) => {
            if let Lit::Str(text) = &literal.lit {
                Some(text.value())
            } else {
                None
            }
        }
        _ => None,
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        Meta::Path(path) => path.is_ident("test"),
        Meta::NameValue(_) => false,
    })
}

struct Reader {
    module: Vec<String>,
    used: Vec<Used>,
}

impl Reader {
    fn add(&mut self, segments: Vec<String>, span: Span) {
        let ups = segments.iter().take_while(|segment| *segment == "super").count();
        let segments = if ups > 0 {
            let above = self.module.len().saturating_sub(ups);
            let above = self.module.iter().take(above).cloned();
            std::iter::once("crate".to_owned()).chain(above).chain(segments.into_iter().skip(ups)).collect()
        } else {
            segments
        };
        self.used.push(Used { segments, line: span.start().line });
    }

    fn add_tree(&mut self, tree: &UseTree, mut before: Vec<String>) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.add_tree(&path.tree, before);
            }
            UseTree::Name(name) => self.add_leaf(before, &name.ident),
            UseTree::Rename(rename) => self.add_leaf(before, &rename.ident),
            UseTree::Glob(glob) => self.add(before, glob.star_token.spans[0]),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_tree(tree, before.clone())),
        }
    }

    fn add_leaf(&mut self, mut before: Vec<String>, name: &syn::Ident) {
        before.push(name.to_string());
        self.add(before, name.span());
    }

    /// The paths among the tokens of a macro, which `syn` does not read.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let (mut colons, mut start) = (0, Span::call_site());
        for token in tokens {
            match token {
                TokenTree::Ident(ident) => {
                    if colons < 2 {
                        self.end(&mut path, start);
                        start = ident.span();
                    }
                    path.push(ident.to_string());
                    colons = 0;
                }
                TokenTree::Punct(punct) if punct.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Group(group) => {
                    self.end(&mut path, start);
                    colons = 0;
                    self.add_tokens(group.stream());
                }
                _ => {
                    self.end(&mut path, start);
                    colons = 0;
                }
            }
        }
        self.end(&mut path, start);
    }

    fn end(&mut self, path: &mut Vec<String>, start: Span) {
        if path.len() > 1 {
            self.add(std::mem::take(path), start);
        }
        path.clear();
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Const(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        self.module.push(module.ident.to_string());
        visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_tree(&item.tree, Vec::new());
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let segments = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(first) = path.segments.first() {
            self.add(segments, first.ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        self.visit_path(&item.path);
        self.add_tokens(item.tokens.clone());
    }
}

#[test]
fn groups_parents_macros_and_what_follows_the_tests_all_count() {
    let code = "
        use crate::{answer::Answer, matcher::{Hit, Scope as S}};
        #[cfg(test)] mod tests { use crate::cli; }
        fn late() { super::super::render::cut(vec![crate::check::RULES]); serenity::http::Http::new(); }
        mod inner { use super::super::app; }
    ";
    let module = ["command".to_owned(), "ask".to_owned()];
    let found = used(&syn::parse_file(code).unwrap(), &module);
    let found: Vec<String> = found.iter().map(|used| used.segments.join("::")).collect();
    for path in [
        "crate::answer::Answer",
        "crate::matcher::Hit",
        "crate::matcher::Scope",
        "crate::render::cut",
        "crate::check::RULES",
        "serenity::http::Http::new",
        "crate::command::app",
    ] {
        assert!(found.iter().any(|one| one == path), "{path} is not among {found:?}");
    }
    assert!(found.iter().all(|one| one != "crate::cli"), "tests are left out");
}
