//! What else is stored must not matter: names are found among hubs, and entries out of scope change nothing.

use super::*;

/// More entries than the postings that are read for one question.
const MANY: u32 = 10_000;

fn about(id: u32, name: &str, actors: &[&'static str]) -> Record<'static> {
    let texts: Vec<(Field, &'static str)> = actors.iter().map(|&actor| (Field::Actor, actor)).collect();
    let day = i32::try_from(id).unwrap();
    event(id, Box::leak(name.to_owned().into_boxed_str()), &texts, (day, day))
}

fn finds(matcher: &Matcher, asked: &str, scope: &[Kind], entry: EntryId) {
    let outcome = matcher.find(asked, Scope::of(scope));
    assert!(!matches!(outcome, Outcome::Unknown { .. }), "{asked}: {outcome:?}");
    assert_eq!(first(&outcome), Some(entry), "{asked}");
}

#[test]
fn an_actor_is_found_however_many_events_name_it() {
    let events = (0..3_100).map(|id| about(id, &format!("Meeting {id}"), &["Belarus"]));
    let belarus = EntryId::Actor(ActorId(9_000));
    let matcher = Matcher::new(events.chain([actor(9_000, "Belarus", &["Беларусь"])]));
    finds(&matcher, "Belarus", ACTORS, belarus);
    for typed in ["b", "bela", "belarus", "бел"] {
        assert_eq!(
            matcher.complete(typed, Scope::of(ACTORS), 25).first().map(|hit| hit.entry),
            Some(belarus),
            "{typed}"
        );
    }
}

#[test]
fn a_name_is_found_among_many_that_hold_it() {
    let events = (0..MANY).map(|id| about(id, &format!("Belarus talks {id}"), &["Belarus"]));
    let last = EntryId::Event(EventId(MANY + 9));
    let matcher = Matcher::new(events.chain([about(MANY + 9, "Belarus", &[])]));
    finds(&matcher, "Belarus", EVENTS, last);
    finds(&matcher, "Belarus", &[Kind::Event, Kind::Fact], last);
    assert_eq!(matcher.complete("belarus", Scope::of(EVENTS), 25).first().map(|hit| hit.entry), Some(last));
}

#[test]
fn what_two_hubs_share_is_found() {
    let one = (0..MANY).map(|id| about(id, &format!("Meeting {id}"), &["Belarus"]));
    let other = (MANY..2 * MANY).map(|id| about(id, &format!("Meeting {id}"), &["Azerbaijan"]));
    let both = about(2 * MANY, "Summit", &["Belarus", "Azerbaijan"]);
    let matcher = Matcher::new(one.chain(other).chain([both]));
    let outcome = matcher.find("Belarus Azerbaijan", Scope::of(EVENTS));
    assert_eq!(first(&outcome), Some(EntryId::Event(EventId(2 * MANY))));
}

#[test]
fn the_day_of_a_hub_is_found() {
    let matcher = Matcher::new((0..MANY).map(|id| about(id, "Meeting", &["Belarus"])));
    let outcome = matcher.find("Belarus 2 January 1997", Scope::of(EVENTS));
    assert_eq!(first(&outcome), Some(EntryId::Event(EventId(9_863))));
}

#[test]
fn a_name_is_found_whatever_it_looks_like() {
    let long = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
    let title =
        "Visit of the President of the Republic of Belarus Alexander Lukashenko to the city of Baku in November";
    let names = [long, title, "A", "2013", "May 2012", "Who is who?", "the", "When", "1+1", "North and South", "и"];
    let stored = (0..).zip(names).map(|(id, name)| Record { days: Some((0, 9)), ..about(id, name, &[]) });
    let matcher = Matcher::new(stored.chain((100..400).map(|id| about(id, &format!("The {id} May of A"), &["Who"]))));
    for (id, name) in (0..).zip(names) {
        finds(&matcher, name, EVENTS, EntryId::Event(EventId(id)));
        let hits = matcher.complete(name, Scope::of(EVENTS), 25);
        assert_eq!(hits.first().map(|hit| hit.entry), Some(EntryId::Event(EventId(id))), "{name}");
    }
}

/// Few words, so that names share them and hubs arise.
fn some_name() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "baku",
        "Minsk",
        "Лукашенко",
        "lukashenka",
        "visit",
        "to",
        "of",
        "the",
        "2013",
        "May",
        "who",
        "Aliyev",
        "ali",
    ]);
    prop::collection::vec(word, 1..5).prop_map(|words| words.join(" "))
}

/// Texts live as long as the test: a record borrows them.
fn kept(text: &str) -> &'static str {
    Box::leak(text.to_owned().into_boxed_str())
}

fn named(entry: EntryId, name: &str, text: &str) -> Record<'static> {
    Record { entry, texts: vec![(Field::Summary, kept(text))], ..actor(0, kept(name), &[]) }
}

fn some_records() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::vec((some_name(), some_name()), 1..12)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_stored_name_is_found_and_completed_whatever_is_added(
        name in some_name(), others in some_records(), times in prop::sample::select(vec![1, 40, 400]),
    ) {
        let entry = EntryId::Actor(ActorId(70_000));
        let mut records = vec![named(entry, &name, "")];
        for (id, (other, text)) in (0..).zip(others.iter().cycle().take(others.len() * times)) {
            // Where another has the very same name, either may come first.
            let other = if folds_alike(other, &name) { "Other" } else { other };
            records.push(named(EntryId::Actor(ActorId(id)), other, text));
            records.push(named(EntryId::Event(EventId(id)), text, other));
        }
        let matcher = Matcher::new(records);
        let outcome = matcher.find(&name, Scope::of(ACTORS));
        prop_assert!(!matches!(outcome, Outcome::Unknown { .. }), "{:?}", outcome);
        prop_assert_eq!(first(&outcome), Some(entry));
        let completed = matcher.complete(&name, Scope::of(ACTORS), 25);
        prop_assert_eq!(completed.first().map(|hit| hit.entry), Some(entry));
    }

    #[test]
    fn entries_out_of_scope_never_change_an_answer(
        stored in some_records(), others in some_records(), times in prop::sample::select(vec![1, 40, 400]),
        asked in some_name(), cut in 0_usize..4, statements: bool,
    ) {
        let scope = if statements { Scope::of(&[Kind::Event, Kind::Fact]) } else { Scope::of(EVENTS) };
        let own = (0..).zip(&stored).map(|(id, (name, text))| named(EntryId::Event(EventId(id)), name, text));
        let alone = Matcher::new(own.clone());
        let added = (0..).zip(others.iter().cycle().take(others.len() * times));
        let added = added.flat_map(|(id, (name, text))| {
            [named(EntryId::Actor(ActorId(id)), name, text), named(EntryId::Aspect(AspectId(id)), text, name)]
        });
        let among = Matcher::new(own.chain(added));
        prop_assert_eq!(alone.find(&asked, scope), among.find(&asked, scope));
        prop_assert_eq!(alone.explain(&asked, scope), among.explain(&asked, scope));
        let typed: String = asked.chars().take(asked.chars().count().saturating_sub(cut)).collect();
        prop_assert_eq!(alone.complete(&typed, scope, 25), among.complete(&typed, scope, 25));
    }
}

fn folds_alike(one: &str, other: &str) -> bool {
    let fold = |text: &str| any_ascii::any_ascii(text).to_lowercase();
    fold(one) == fold(other)
}
