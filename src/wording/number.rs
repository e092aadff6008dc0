//! Numbers as a language writes them, by CLDR: its digits, its marks for decimals and thousands.

use fluent_bundle::FluentValue;
use icu_decimal::input::Decimal;
use icu_decimal::options::GroupingStrategy;
use icu_decimal::{DecimalFormatter, DecimalFormatterPreferences};
use icu_locale_core::Locale;
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use crate::message::{Message, Words};

/// What writes the numbers of one language.
struct Numbers(DecimalFormatter);

impl Memoizable for Numbers {
    type Args = ();
    type Error = ();

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        let locale: Locale = language.to_string().parse().map_err(drop)?;
        // Four digits stand together: a value may be a year.
        let options = GroupingStrategy::Min2.into();
        DecimalFormatter::try_new(DecimalFormatterPreferences::from(&locale), options).map(Self).map_err(drop)
    }
}

/// A number as the language writes it; none for what is no number.
pub(super) fn formatted(value: &FluentValue<'_>, languages: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let number: Decimal = number.as_string().parse().ok()?;
    languages.with_try_get::<Numbers, _, _>((), |numbers| numbers.0.format(&number).to_string()).ok()
}

/// How a number changed, in hundredths of what it was: whole ones, and tenths of those below one.
pub(super) fn change(share: f64) -> Message {
    let hundredths = share.abs() * 100.0;
    let rounded = if hundredths < 0.95 { (hundredths * 10.0).round() / 10.0 } else { hundredths.round() };
    let share_said = Words::Number(rounded);
    if share < 0.0 { Message::ShareLess { share: share_said } } else { Message::ShareMore { share: share_said } }
}
