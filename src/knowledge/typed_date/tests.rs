//! Dates as people type them, each with what it should be read as.

use super::*;
use proptest::prelude::*;

/// What people type, and its EDTF form.
const TYPED: &[(&str, &str)] = &[
    ("November 1956", "1956-11"),
    ("Nov. 1956", "1956-11"),
    ("15.11.1956", "1956-11-15"),
    ("15/11/1956", "1956-11-15"),
    ("11/15/1956", "1956-11-15"),
    ("1956/11/15", "1956-11-15"),
    ("1956-11-5", "1956-11-05"),
    ("1956.11", "1956-11"),
    ("11/1956", "1956-11"),
    ("c. 1956", "1956~"),
    ("ca. November 1956", "1956-11~"),
    ("about 1956", "1956~"),
    ("15 November 1956", "1956-11-15"),
    ("15th of November, 1956", "1956-11-15"),
    ("November 15, 1956", "1956-11-15"),
    ("the summer of 2011", "2011-22"),
    ("1956-1960", "1956/1960"),
    ("1956–60", "1956/1960"),
    ("2010-13", "2010/2013"),
    ("20–21 November 2013", "2013-11-20/2013-11-21"),
    ("30 November – 2 December 2016", "2016-11-30/2016-12-02"),
    ("May-July 2010", "2010-05/2010-07"),
    ("from May 2010 to July 2011", "2010-05/2011-07"),
    ("between 2006 and 2012", "2006/2012"),
    ("1950s", "195X"),
    ("the 1950s", "195X"),
    ("20th century", "19XX"),
    ("since 1993", "1993/.."),
    ("until 1918", "../1918"),
    ("perhaps 2013", "2013?"),
    ("2013 (?)", "2013?"),
    ("late October 1956", "1956-10"),
    ("the end of October 1956", "1956-10"),
    ("early 1956", "1956"),
    ("mid-1950s", "195X"),
    ("Thursday, 26 July 1956", "1956-07-26"),
    ("on 26 July 1956", "1956-07-26"),
    ("15-Nov-1956", "1956-11-15"),
    ("1956/57", "1956/1957"),
    ("1956-10/11", "1956-10/1956-11"),
    ("1956-11-15/20", "1956-11-15/1956-11-20"),
    ("1956-11-15..1956-11-20", "1956-11-15/1956-11-20"),
    ("October/November 1956", "1956-10/1956-11"),
    ("from late October to 7 November 1956", "1956-10/1956-11-07"),
    ("1956-present", "1956/.."),
    ("1956 to present", "1956/.."),
    ("1956 or 1957", "[1956,1957]"),
    ("October or November 1956", "[1956-10,1956-11]"),
    ("winter 1956/57", "1956-24"),
    ("44 BC", "-0043"),
    ("1956-00-00", "1956"),
    ("1956-11-00", "1956-11"),
    ("1956-13-01", "1956-01-13"),
    ("1956-10-29 17:00", "1956-10-29T17:00:00"),
    ("1956-10-29T17:00", "1956-10-29T17:00:00"),
];

#[test]
fn dates_as_people_type_them_have_an_edtf_form() {
    for (typed, edtf_form) in TYPED {
        assert_eq!(edtf(typed), [*edtf_form], "{typed}");
    }
}

#[test]
fn where_day_and_month_may_be_swapped_both_are_told() {
    assert_eq!(edtf("05/06/2010"), ["2010-06-05", "2010-05-06"]);
}

#[test]
fn a_bound_is_one_day_or_all_the_time() {
    assert_eq!(edtf("before 1956"), ["[..1955]", "../1955"]);
    assert_eq!(edtf("before January 1956"), ["[..1955-12]", "../1955-12"]);
    assert_eq!(edtf("after 28 February 1956"), ["[1956-02-29..]", "1956-02-29/.."]);
    assert_eq!(edtf("by 1956"), ["[..1956]", "../1956"]);
    assert_eq!(edtf("not before July 1956"), ["[1956-07..]", "1956-07/.."]);
}

#[test]
fn what_no_calendar_has_is_told_in_words() {
    for (written, told) in [
        ("1956-02-30", "February 1956 has 29 days"),
        ("1955-02-29", "February 1955 has 28 days"),
        ("1956-13-32", "there is no month 13"),
        ("1956-00", "there is no month 0"),
        ("26.7.56", "the year has four digits"),
    ] {
        assert_eq!(
            (reason(written).map(|(reason, _)| reason), edtf(written)),
            (Some(told.to_owned()), Vec::new()),
            "{written}"
        );
    }
    assert_eq!(reason("some day"), None);
}

#[test]
fn what_is_no_date_has_none() {
    for text in
        ["26.7.56", "56-07-26", "", "soon", "31.02.2010", "99/99/2010", "May", "the day after", "1.2.3.4", "маем 2010"]
    {
        assert_eq!(edtf(text), [""; 0], "{text}");
    }
}

proptest! {
    #[test]
    fn every_hint_is_a_date(text in "\\PC{0,30}|([0-9]{1,4}[-./ ]?){1,4}|(c\\. |from )?[0-9a-z]{0,4} ?(may|nov)[a-z.]{0,4} [0-9-]{2,9}") {
        for hint in edtf(&text) {
            prop_assert!(Date::parse(&hint).is_ok());
        }
    }
}
