//! What was meant, where a word is mistyped: the nearest of those that could stand there.

/// The candidate most like `wanted`, when it is like enough to be what was meant: at most a third of it mistyped.
pub fn nearest<'a>(wanted: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (wanted.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .map(|candidate| (strsim::osa_distance(wanted, candidate), candidate))
        .filter(|&(distance, _)| distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_forgives_a_letter_but_not_another_word() {
        let known = ["alexander-lukashenko", "ilham-aliyev"];
        assert_eq!(nearest("alexander-lukashenka", known), Some("alexander-lukashenko"));
        assert_eq!(nearest("vladimir-putin", known), None);
    }
}
