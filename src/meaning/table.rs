//! The table of word-piece vectors: its form, and looking up in it without parsing or allocating.
//!
//! Owns what stands in `vectors.bin`, which `scripts/distil-vectors.py` writes; cutting texts into words belongs to
//! [`super::words`], comparing texts to [`super`].

/// Components of a vector.
pub(super) const DIMENSIONS: usize = 128;

/// The length of every vector, so that a cosine is a product divided by its square.
pub(super) const LENGTH: i32 = 256;

/// The components of a vector of length [`LENGTH`]; all zero where a word has no meaning of its own.
pub(super) type Vector = [i8; DIMENSIONS];

/// Letters of the longest word that is cut into pieces: as in BERT's tokeniser.
const LONGEST_WORD: usize = 100;

/// What marks a piece that goes on a word rather than begins it.
const GOES_ON: &[u8] = b"##";

const TABLE: &[u8] = include_bytes!("vectors.bin");
const HEAD: usize = 20;
const PIECES: usize = number(8);
const TEXT: usize = HEAD + 4 * (PIECES + 1);
const VECTORS: usize = TEXT + number(16);

// A table of another form does not compile.
const _: () = {
    assert!(matches!(TABLE, [b'C', b'B', b'V', b'E', b'C', b'T', b'0', b'1', ..]));
    assert!(number(12) == DIMENSIONS);
    assert!(TABLE.len() == VECTORS + PIECES * DIMENSIONS);
};

/// The vector of a folded word: of its one piece, or the mean over its pieces. `None` where it has none: it has a digit, a
/// letter that the table does not know, or too many letters.
pub(super) fn vector(word: &str) -> Option<Vector> {
    // Numbers are near to each other whatever they count: only the same number is the same.
    if word.len() > LONGEST_WORD || word.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut sum = [0_i32; DIMENSIONS];
    let mut rest = word.as_bytes();
    let mut start: &[u8] = b"";
    while !rest.is_empty() {
        let (piece, length) =
            (1..=rest.len()).rev().find_map(|length| Some((find(start, rest.get(..length)?)?, length)))?;
        let row = TABLE.get(VECTORS + piece * DIMENSIONS..)?.get(..DIMENSIONS)?;
        sum.iter_mut().zip(row).for_each(|(sum, &byte)| *sum += i32::from(byte.cast_signed()));
        rest = rest.get(length..)?;
        start = GOES_ON;
    }
    Some(at_length(&sum))
}

/// Whether a folded word is a piece by itself: it is common enough to have its own vector.
pub(super) fn is_piece(word: &str) -> bool {
    find(b"", word.as_bytes()).is_some()
}

/// The direction of `sum` at [`LENGTH`]. Square root, division and rounding are exact in IEEE 754, so every machine gets
/// the same.
fn at_length(sum: &[i32; DIMENSIONS]) -> Vector {
    let squares: i32 = sum.iter().map(|part| part * part).sum();
    let scale = f64::from(LENGTH) / f64::from(squares.max(1)).sqrt();
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
    sum.map(|part| (f64::from(part) * scale).round().clamp(-127.0, 127.0) as i8)
}

/// The number of the piece that is spelled as both parts together: a binary search, since they stand in order.
fn find(start: &[u8], end: &[u8]) -> Option<usize> {
    let (mut low, mut high) = (0, PIECES);
    while low < high {
        let middle = low.midpoint(high);
        match piece(middle)?.iter().cmp(start.iter().chain(end)) {
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
            std::cmp::Ordering::Equal => return Some(middle),
        }
    }
    None
}

fn piece(at: usize) -> Option<&'static [u8]> {
    TABLE.get(TEXT + offset(at)?..TEXT + offset(at + 1)?)
}

fn offset(at: usize) -> Option<usize> {
    let bytes = TABLE.get(HEAD + 4 * at..)?.first_chunk()?;
    usize::try_from(u32::from_le_bytes(*bytes)).ok()
}

/// A number of the head, for what is known when the table is compiled in.
const fn number(at: usize) -> usize {
    u32::from_le_bytes([TABLE[at], TABLE[at + 1], TABLE[at + 2], TABLE[at + 3]]) as usize
}
