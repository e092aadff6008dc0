//! Discord's Markdown as its desktop client reads it, for judging what is sent.
//!
//! Owns the rules: Discord's help page "Markdown Text 101", and what the public parsers `dismark` and
//! `discord-markdown-parser` found the client to do beyond it, such as that emphasis may run over lines.

#![allow(clippy::string_slice, reason = "every index was found in the same text")]

/// A stretch of what the client shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Text to be read as it stands.
    Text(String),
    /// A marker that marks nothing and is shown.
    Stray(&'static str),
    /// Emphasis of the kind that the marker gives.
    Styled(&'static str, Vec<Node>),
    /// A quote, heading, list item or small print, by its marker.
    Block(&'static str, Vec<Node>),
    /// Code, in a line or in a block.
    Code(String),
    /// A link; masked by another text or not.
    Link(String),
    /// A mention, a time or an emoji.
    Mention(String),
}

/// Reads a text.
pub fn read(text: &str) -> Vec<Node> {
    Reader { line_start: true, in_quote: false }.nodes(text)
}

/// What is seen of it.
pub fn visible(nodes: &[Node]) -> String {
    let one = |node: &Node| match node {
        Node::Text(text) | Node::Code(text) | Node::Link(text) | Node::Mention(text) => text.clone(),
        Node::Stray(marker) => (*marker).to_owned(),
        Node::Styled(_, nodes) | Node::Block(_, nodes) => visible(nodes),
    };
    nodes.iter().map(one).collect()
}

/// All nodes, with those inside them.
pub fn all(nodes: &[Node]) -> Vec<&Node> {
    fn inner(node: &Node) -> Vec<&Node> {
        if let Node::Styled(_, nodes) | Node::Block(_, nodes) = node { all(nodes) } else { Vec::new() }
    }
    nodes.iter().flat_map(|node| std::iter::once(node).chain(inner(node))).collect()
}

struct Reader {
    line_start: bool,
    in_quote: bool,
}

type Found = Option<(Node, usize)>;

impl Reader {
    fn nodes(&mut self, text: &str) -> Vec<Node> {
        let (mut nodes, mut rest) = (Vec::new(), text);
        while !rest.is_empty() {
            let (node, used) = self.next(rest);
            match (nodes.last_mut(), node) {
                (Some(Node::Text(before)), Node::Text(text)) => before.push_str(&text),
                (_, node) => nodes.push(node),
            }
            rest = &rest[used..];
        }
        nodes
    }

    fn next(&mut self, rest: &str) -> (Node, usize) {
        let found = self
            .escaped(rest)
            .or_else(|| self.styled(rest))
            .or_else(|| code(rest))
            .or_else(|| if self.line_start { self.block(rest) } else { None })
            .or_else(|| in_angles(rest))
            .or_else(|| masked_link(rest))
            .or_else(|| bare_link(rest))
            .or_else(|| everyone_or_emoji(rest));
        if found.is_none() {
            return self.plain(rest);
        }
        let (node, used) = found.unwrap();
        if matches!(node, Node::Code(_) | Node::Link(_) | Node::Mention(_)) {
            self.line_start = false;
        }
        (node, used)
    }

    fn escaped(&mut self, rest: &str) -> Found {
        let c = rest.strip_prefix('\\')?.chars().next()?;
        let special = c.is_ascii_punctuation() || !(c.is_ascii() || c.is_whitespace());
        self.line_start &= !special;
        special.then(|| (Node::Text(c.to_string()), 1 + c.len_utf8()))
    }

    fn styled(&mut self, rest: &str) -> Found {
        let pairs = ["**", "__"].into_iter().find_map(|marker| pair(rest, marker));
        let found = pairs
            .or_else(|| star(rest))
            .or_else(|| underscore(rest))
            .or_else(|| ["~~", "||"].into_iter().find_map(|marker| pair(rest, marker)));
        let (marker, inner) = found?;
        Some((Node::Styled(marker, self.nodes(inner)), inner.len() + 2 * marker.len()))
    }

    fn block(&mut self, rest: &str) -> Found {
        let line = &rest[..rest.find('\n').map_or(rest.len(), |at| at + 1)];
        let trimmed = line.trim_start_matches(' ');
        let digits = trimmed.len() - trimmed.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let numbered = digits > 0 && trimmed[digits..].starts_with(". ");
        let (marker, width) = match trimmed {
            _ if trimmed.starts_with(">>> ") && !self.in_quote => return Some(self.quote(rest, rest, line, 4)),
            _ if trimmed.starts_with("> ") && !self.in_quote => return Some(self.quote(rest, line, line, 2)),
            _ if line.starts_with("-# ") => ("-#", 3),
            _ if ["# ", "## ", "### "].iter().any(|heading| line.starts_with(heading)) => ("#", line.find(' ')? + 1),
            _ if ["- ", "* ", "+ "].iter().any(|item| trimmed.starts_with(item)) => {
                ("-", line.len() - trimmed.len() + 2)
            }
            _ if numbered => ("-", line.len() - trimmed.len() + digits + 2),
            _ => return None,
        };
        (!line[width..].trim().is_empty()).then(|| (Node::Block(marker, self.nodes(&line[width..])), line.len()))
    }

    fn quote(&mut self, rest: &str, quoted: &str, line: &str, width: usize) -> (Node, usize) {
        let start = line.len() - line.trim_start_matches(' ').len() + width;
        self.in_quote = true;
        let inner = self.nodes(&rest[start..quoted.len()]);
        self.in_quote = false;
        (Node::Block(">", inner), quoted.len())
    }

    /// One character, or a marker that marks nothing.
    fn plain(&mut self, rest: &str) -> (Node, usize) {
        let markers = ["*", "_", "`", "\\", "~~", "||", "<"];
        if let Some(marker) = markers.into_iter().find(|marker| rest.starts_with(marker)) {
            self.line_start = false;
            return (Node::Stray(marker), marker.len());
        }
        let c = rest.chars().next().unwrap();
        self.line_start = c == '\n' || (self.line_start && c.is_whitespace());
        (Node::Text(c.to_string()), c.len_utf8())
    }
}

/// Between two markers, whatever stands there; a third asterisk or underscore belongs to the inside.
fn pair<'t>(rest: &'t str, marker: &'static str) -> Option<(&'static str, &'t str)> {
    let inner = rest.strip_prefix(marker)?;
    let third = if matches!(marker, "**" | "__") { &marker[..1] } else { "\0" };
    let ends = |at: &usize| inner[*at..].strip_prefix(marker).is_some_and(|after| !after.starts_with(third));
    let end = inner.char_indices().skip(1).map(|(at, _)| at).find(ends)?;
    Some((marker, &inner[..end]))
}

/// `*em*`: no space after the first nor before the last, which is a single one.
fn star(rest: &str) -> Option<(&'static str, &str)> {
    let inner = rest.strip_prefix('*')?;
    let mut at = 0;
    loop {
        let left = &inner[at..];
        let closes = left.starts_with('*') && !left.starts_with("**") && !inner[..at].ends_with('\\');
        if at > 0 && closes {
            return Some(("*", &inner[..at]));
        }
        let spaces = left.len() - left.trim_start().len();
        let word = &left[spaces..];
        let width = match word.chars().next()? {
            _ if at == 0 && spaces > 0 => return None,
            _ if word.starts_with("\\*") || word.starts_with("**") => 2,
            '*' => return None,
            c => c.len_utf8(),
        };
        at += spaces + width;
    }
}

/// `_em_`: the last one ends a word.
fn underscore(rest: &str) -> Option<(&'static str, &str)> {
    let inner = rest.strip_prefix('_')?;
    let mut at = 0;
    loop {
        let left = &inner[at..];
        let c = left.chars().next()?;
        let after = left.strip_prefix('_').map(|after| after.chars().next());
        if at > 0 && after.is_some_and(|next| next.is_none_or(|next| !next.is_ascii_alphanumeric() && next != '_')) {
            return Some(("_", &inner[..at]));
        }
        at += match c {
            '_' if left.starts_with("__") => 2,
            '_' => return None,
            '\\' => 1 + left[1..].chars().next()?.len_utf8(),
            c => c.len_utf8(),
        };
    }
}

fn code(rest: &str) -> Found {
    ["```", "``", "`"].into_iter().find_map(|marker| {
        let inner = rest.strip_prefix(marker)?;
        let end = inner.find(marker).filter(|end| inner[..*end].contains(|c| c != '`'))?;
        Some((Node::Code(inner[..end].to_owned()), end + 2 * marker.len()))
    })
}

fn in_angles(rest: &str) -> Found {
    let inner = &rest.strip_prefix('<')?[..rest.find('>')? - 1];
    let is_link = inner.contains(":/") && !inner.contains(|c: char| c.is_whitespace() || c == '<');
    let is_mention = ["@", "#", ":", "a:", "t:", "/", "id:"].iter().any(|start| inner.starts_with(start));
    let node = match (is_mention, is_link) {
        (true, _) => Node::Mention(inner.to_owned()),
        (_, true) => Node::Link(inner.to_owned()),
        _ => return None,
    };
    Some((node, inner.len() + 2))
}

fn masked_link(rest: &str) -> Found {
    let middle = rest.strip_prefix('[')?.find("](")? + 1;
    let address = rest[middle + 2..].split_once(')')?.0;
    let is_address = ["http://", "https://", "<http"].iter().any(|start| address.trim_start().starts_with(start));
    is_address.then(|| (Node::Link(address.to_owned()), middle + address.len() + 3))
}

fn bare_link(rest: &str) -> Found {
    let scheme =
        ["https://", "http://", "steam://", "discord://"].into_iter().find(|scheme| rest.starts_with(scheme))?;
    let end = rest.find(|c: char| c.is_whitespace() || c == '<').unwrap_or(rest.len());
    let address = rest[..end].trim_end_matches(['<', '.', ',', ':', ';', '"', '\'', ']']);
    (address.len() > scheme.len()).then(|| (Node::Link(address.to_owned()), address.len()))
}

fn everyone_or_emoji(rest: &str) -> Found {
    if let Some(all) = ["@everyone", "@here"].into_iter().find(|all| rest.starts_with(all)) {
        return Some((Node::Mention(all.to_owned()), all.len()));
    }
    let name = rest.strip_prefix(':')?.split_once(':')?.0;
    let is_name = !name.is_empty() && !name.contains(char::is_whitespace);
    is_name.then(|| (Node::Mention(name.to_owned()), name.len() + 2))
}

fn text(text: &str) -> Node {
    Node::Text(text.to_owned())
}

#[test]
fn emphasis_is_read_as_the_client_reads_it() {
    let em = |inner: &str| Node::Styled("*", vec![text(inner)]);
    let strong = |inner: &str| Node::Styled("**", vec![text(inner)]);
    for (written, seen) in [
        ("a *b* c", vec![text("a "), em("b"), text(" c")]),
        ("**b** *c*", vec![strong("b"), text(" "), em("c")]),
        ("* — according to Viasna*", vec![Node::Block("-", vec![text("— according to Viasna"), Node::Stray("*")])]),
        ("x.* — y*", vec![text("x."), Node::Stray("*"), text(" — y"), Node::Stray("*")]),
        ("***both***", vec![Node::Styled("**", vec![em("both")])]),
        ("_a_ b_c", vec![Node::Styled("_", vec![text("a")]), text(" b"), Node::Stray("_"), text("c")]),
        ("\\*a\\*", vec![text("*a*")]),
        ("__a__ ~~b", vec![Node::Styled("__", vec![text("a")]), text(" "), Node::Stray("~~"), text("b")]),
    ] {
        assert_eq!(read(written), seen, "{written}");
    }
}

#[test]
fn blocks_links_and_mentions_are_read_as_the_client_reads_them() {
    let kinds = |written: &str| {
        let nodes = read(written);
        all(&nodes).into_iter().filter(|node| !matches!(node, Node::Text(_))).cloned().collect::<Vec<_>>()
    };
    for (written, marker) in [("> a", ">"), ("# a", "#"), ("-# a", "-#"), ("1. a", "-"), ("x\n- a", "-")] {
        assert!(matches!(&kinds(written)[..], [Node::Block(found, _)] if *found == marker), "{written}");
    }
    for written in ["<https://a.b/c_d>", "https://a.b/c_d", "[x](https://a.b/c_d)"] {
        assert_eq!(kinds(written), [Node::Link("https://a.b/c_d".to_owned())], "{written}");
    }
    for written in ["<@1>", "<#1>", "<:a:1>", "<t:1:R>", "@everyone", ":smile:"] {
        assert!(matches!(&kinds(written)[..], [Node::Mention(_)]), "{written}");
    }
    for written in ["a - b", "10:30", "https\\://a.b", "\\<@1>", "\\# a", "1\\. a", "a > b"] {
        assert_eq!(kinds(written), [], "{written}");
    }
}
