//! Pictures between the lines of a terminal that shows them.
//!
//! Owns the two protocols that most such terminals speak. Where neither is known to be spoken, nothing is written: the codes would
//! stand there as text.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// How a terminal is told to show a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protocol {
    /// <https://sw.kovidgoyal.net/kitty/graphics-protocol/>
    Kitty,
    /// <https://iterm2.com/documentation-images.html>
    Iterm,
}

/// The longest piece of data that a terminal takes in one of Kitty's commands.
const PIECE: usize = 4096;

impl Protocol {
    /// What a terminal speaks, by the variables `TERM` and `TERM_PROGRAM`. A multiplexer between the two passes nothing on.
    pub fn of(term: &str, program: &str) -> Option<Self> {
        match (term, program) {
            ("xterm-kitty" | "xterm-ghostty", _) => Some(Self::Kitty),
            (term, _) if term.starts_with("screen") || term.starts_with("tmux") => None,
            (_, "ghostty") => Some(Self::Kitty),
            (_, "iTerm.app" | "WezTerm") => Some(Self::Iterm),
            _ => None,
        }
    }

    /// What shows a PNG when it is written to the terminal.
    pub fn written(self, png: &[u8]) -> String {
        let data = STANDARD.encode(png);
        match self {
            Self::Iterm => format!("\x1b]1337;File=inline=1;size={}:{data}\x07\n", png.len()),
            Self::Kitty => {
                let mut text = String::new();
                let mut rest = data.as_str();
                let mut head = "a=T,f=100,";
                while let Some((piece, further)) = rest.split_at_checked(PIECE.min(rest.len())) {
                    let more = u8::from(!further.is_empty());
                    // Writing to a string cannot fail.
                    let _ = write!(text, "\x1b_G{head}m={more};{piece}\x1b\\");
                    if more == 0 {
                        break;
                    }
                    (rest, head) = (further, "");
                }
                text + "\n"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_terminals_that_show_pictures_get_them() {
        assert_eq!(Protocol::of("xterm-kitty", ""), Some(Protocol::Kitty));
        assert_eq!(Protocol::of("xterm-256color", "WezTerm"), Some(Protocol::Iterm));
        assert_eq!(Protocol::of("xterm-256color", "ghostty"), Some(Protocol::Kitty));
        for (term, program) in
            [("xterm-256color", ""), ("dumb", ""), ("screen-256color", "iTerm.app"), ("tmux", "WezTerm")]
        {
            assert_eq!(Protocol::of(term, program), None);
        }
    }

    #[test]
    fn kitty_gets_pieces_that_are_joined_to_the_same_picture() {
        for size in [0, 1, 3072, 3073, 10_000] {
            let png: Vec<u8> = (0..size).map(|at| u8::try_from(at % 251).unwrap()).collect();
            let text = Protocol::Kitty.written(&png);
            let pieces: Vec<(&str, &str)> = text
                .trim_end()
                .split("\x1b\\")
                .filter_map(|piece| piece.strip_prefix("\x1b_G")?.split_once(';'))
                .collect();
            assert!(pieces.iter().all(|(_, data)| data.len() <= PIECE));
            let (last, before) = pieces.split_last().unwrap();
            assert!(last.0.ends_with("m=0") && before.iter().all(|(keys, _)| keys.ends_with("m=1")));
            assert!(pieces[0].0.starts_with("a=T,f=100"));
            let data: String = pieces.iter().map(|(_, data)| *data).collect();
            assert_eq!(STANDARD.decode(data).unwrap(), png);
        }
    }
}
