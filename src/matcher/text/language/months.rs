//! Names of the months in the languages that are read: whole, short, and with the endings of their cases.
//!
//! A month counts only beside a year, which is asked in `date`; so one table serves all languages at once.

use super::Script::{self, Arabic, Armenian, Cyrillic, Devanagari, Latin};
use crate::matcher::text::normalize::{Word, Words};
use foldhash::HashMap;

/// The months of one language, January first: their forms, and the endings that each form may take. A form ending in `.`
/// takes none.
struct Months {
    script: Script,
    endings: &'static str,
    forms: [&'static str; 12],
}

/// Every form of every month, folded, with the number of its month from 1 to 12, by script: Belarusian "кас" is October and
/// Turkish "kas" November. In Latin letters, all languages are read.
#[derive(Debug)]
pub(in crate::matcher) struct MonthNames([HashMap<Box<str>, u32>; Script::ALL.len()]);

impl MonthNames {
    /// Folds the tables.
    pub(super) fn new() -> MonthNames {
        MonthNames(Script::ALL.map(|script| {
            let mut names = HashMap::default();
            let own = MONTHS.iter().filter(|language| language.script == script);
            let transliterated = MONTHS.iter().filter(|language| script == Latin && language.script != Latin);
            for language in own.chain(transliterated) {
                language.each_form(&mut |month, form| {
                    names.entry(form.into()).or_insert(month);
                });
            }
            names
        }))
    }

    /// The number of the month that a word names.
    pub(in crate::matcher) fn month(&self, word: Word<'_>) -> Option<u32> {
        let names = self.0.get(Script::of(word.written)?.number())?;
        names.get(word.folded).copied()
    }
}

impl Months {
    /// Calls `each` with the number of a month and a folded form of its name, for all of them.
    fn each_form(&self, each: &mut dyn FnMut(u32, &str)) {
        let mut words = Words::default();
        for (month, forms) in (1..).zip(self.forms) {
            for form in forms.split(' ') {
                let endings = if form.ends_with('.') { "" } else { self.endings };
                for ending in std::iter::once("").chain(endings.split_whitespace()) {
                    words.read(&format!("{}{ending}", form.trim_end_matches('.')));
                    words.iter().take(1).for_each(|word| each(month, word.folded));
                }
            }
        }
    }
}

/// English, German, French, Italian, Spanish, Portuguese, Dutch, Romanian, Polish, Lithuanian, Russian, Belarusian, Ukrainian,
/// Bashkir, Azerbaijani, Turkish, Hindi, Persian, Armenian.
#[rustfmt::skip]
static MONTHS: [Months; 19] = [
    Months {
        script: Latin,
        endings: "",
        forms: [
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sep sept", "october oct", "november nov", "december dec",
        ],
    },
    Months {
        script: Latin,
        endings: "s",
        forms: [
            "januar jänner jan.", "februar feber feb.", "märz mär. mrz.", "april apr.", "mai", "juni jun.",
            "juli jul.", "august aug.", "september sep. sept.", "oktober okt.", "november nov.",
            "dezember dez.",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "janvier janv jan", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil",
            "août aout", "septembre sept", "octobre oct", "novembre nov", "décembre déc",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "gennaio gen", "febbraio feb", "marzo mar", "aprile apr", "maggio mag", "giugno giu", "luglio lug",
            "agosto ago", "settembre set", "ottobre ott", "novembre nov", "dicembre dic",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul",
            "agosto ago", "septiembre setiembre sep set sept", "octubre oct", "noviembre nov", "diciembre dic",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul",
            "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul",
            "augustus aug", "september sep", "oktober okt", "november nov", "december dec",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun", "iulie iul",
            "august aug", "septembrie sept sep", "octombrie oct", "noiembrie nov noi", "decembrie dec",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "styczeń stycznia styczniu sty", "luty lutego lutym lut", "marzec marca marcu mar",
            "kwiecień kwietnia kwietniu kwi", "maj maja maju", "czerwiec czerwca czerwcu cze",
            "lipiec lipca lipcu lip", "sierpień sierpnia sierpniu sie", "wrzesień września wrześniu wrz",
            "październik października październiku paź", "listopad listopada listopadzie lis",
            "grudzień grudnia grudniu gru",
        ],
    },
    Months {
        script: Latin,
        endings: "",
        forms: [
            "sausis sausio sausį sausyje saus", "vasaris vasario vasarį vasaryje vas",
            "kovas kovo kovą kove kov", "balandis balandžio balandį balandyje bal",
            "gegužė gegužės gegužę gegužėje gegužis geg", "birželis birželio birželį birželyje birž",
            "liepa liepos liepą liepoje liep", "rugpjūtis rugpjūčio rugpjūtį rugpjūtyje rugpj rugp rgp",
            "rugsėjis rugsėjo rugsėjį rugsėjyje rugs rgs", "spalis spalio spalį spalyje spal spl",
            "lapkritis lapkričio lapkritį lapkrityje lapkr lap", "gruodis gruodžio gruodį gruodyje gruod grd",
        ],
    },
    Months {
        script: Cyrillic,
        endings: "ь я е ю ём ем",
        forms: [
            "январ янв.", "феврал фев. февр.", "март. марта. марте. марту. мартом. мар.", "апрел апр.",
            "май. мая. мае. маю. маем.", "июн июн.", "июл июл.",
            "август. августа. августе. августу. августом. авг.", "сентябр сен. сент.", "октябр окт.",
            "ноябр ноя. нояб.", "декабр дек.",
        ],
    },
    Months {
        script: Cyrillic,
        endings: "",
        forms: [
            "студзень студзеня студзені сту студ", "люты лютага лютым лют", "сакавік сакавіка сакавіку сак",
            "красавік красавіка красавіку кра крас", "травень траўня траўні май мая маі мае тра",
            "чэрвень чэрвеня чэрвені чэр чэрв", "ліпень ліпеня ліпені ліп", "жнівень жніўня жніўні жні",
            "верасень верасня верасні вер", "кастрычнік кастрычніка кастрычніку кас кастр",
            "лістапад лістапада лістападзе ліс", "снежань снежня снежні сне снеж",
        ],
    },
    Months {
        script: Cyrillic,
        endings: "",
        forms: [
            "січень січня січні січ", "лютий лютого лютому лют", "березень березня березні бер",
            "квітень квітня квітні кві квіт", "травень травня травні тра трав",
            "червень червня червні чер черв", "липень липня липні лип", "серпень серпня серпні сер серп",
            "вересень вересня вересні вер", "жовтень жовтня жовтні жов жовт",
            "листопад листопада листопаді лис", "грудень грудня грудні гру груд",
        ],
    },
    Months {
        script: Cyrillic,
        endings: "ь я ендә е ендең ҙә тың та дә",
        forms: [
            "ғинуар ғинуарҙа. ғинуарында. ғинуары. ғин. янв.", "феврал фев.", "март мартында. марты. мар.",
            "апрел апр.", "май. майҙа. майында. майы.", "июн июн.", "июл июл.", "август августында. авг.",
            "сентябр сен.", "октябр окт.", "ноябр ноя.", "декабр дек.",
        ],
    },
    Months {
        script: Latin,
        endings: "da də dan dən ın in un ün a ə ı i u ü ında ində unda ündə ından indən undan ündən ına inə una ünə adək ədək",
        forms: [
            "yanvar yan.", "fevral fev.", "mart mar.", "aprel apr.", "may", "iyun iyn.", "iyul iyl.",
            "avqust avq.", "sentyabr sen. sent.", "oktyabr okt.", "noyabr noy.", "dekabr dek.",
        ],
    },
    Months {
        script: Latin,
        endings: "ta te da de tan ten dan den ın in un ün a e ı i u ü ında inde unda ünde ından inden undan ünden ına ine una üne",
        forms: [
            "ocak ocağ oca.", "şubat şub.", "mart mar.", "nisan nis.", "mayıs may. mayısta.", "haziran haz.",
            "temmuz tem.", "ağustos ağu.", "eylül eyl.", "ekim eki.", "kasım kas.", "aralık aralığ ara.",
        ],
    },
    Months {
        script: Devanagari,
        endings: "",
        forms: [
            "जनवरी जन", "फ़रवरी फरवरी फ़र", "मार्च", "अप्रैल अप्रै", "मई", "जून", "जुलाई जुल", "अगस्त अग",
            "सितंबर सितम्बर सित", "अक्तूबर अक्टूबर अक्तू अक्टू", "नवंबर नवम्बर नव", "दिसंबर दिसम्बर दिस",
        ],
    },
    Months {
        script: Arabic,
        endings: "",
        forms: [
            "ژانویه ژانویهٔ", "فوریه فوریهٔ", "مارس", "آوریل", "مه می مهٔ", "ژوئن", "ژوئیه ژوئیهٔ جولای",
            "اوت آگوست", "سپتامبر", "اکتبر", "نوامبر", "دسامبر",
        ],
    },
    Months {
        script: Armenian,
        endings: "ի ին ից ը",
        forms: [
            "հունվար հնվ.", "փետրվար փտվ. փտր.", "մարտ մրտ. մար.", "ապրիլ ապր.", "մայիս մյս. մայ.",
            "հունիս հնս.", "հուլիս հլս.", "օգոստոս օգս.", "սեպտեմբեր սեպ.", "հոկտեմբեր հոկ.",
            "նոյեմբեր նոյ. նմբ.", "դեկտեմբեր դեկ.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use pure_rust_locales::{Locale, locale_match};

    fn month(written: &str) -> Option<u32> {
        let mut words = Words::default();
        words.read(written);
        let names = MonthNames::new();
        words.iter().next().and_then(|word| names.month(word))
    }

    /// The GNU C Library's names, whole and short, in all the languages that it keeps (it has no Bashkir).
    #[test]
    fn agrees_with_the_names_that_the_c_library_keeps() {
        use Locale::{
            az_AZ, be_BY, de_DE, en_GB, es_ES, fa_IR, fr_FR, hi_IN, hy_AM, it_IT, lt_LT, nl_NL, pl_PL, pt_BR, pt_PT,
            ro_RO, ru_RU, tr_TR, uk_UA,
        };
        let locales = [
            en_GB, de_DE, fr_FR, it_IT, es_ES, pt_PT, pt_BR, nl_NL, ro_RO, pl_PL, lt_LT, ru_RU, be_BY, uk_UA, az_AZ,
            tr_TR, hi_IN, fa_IR, hy_AM,
        ];
        let mut wrong = Vec::new();
        let names = MonthNames::new();
        let mut words = Words::default();
        for locale in locales {
            let lists = [locale_match!(locale => LC_TIME::MON), locale_match!(locale => LC_TIME::ABMON)];
            for list in lists {
                for (number, name) in (1..).zip(list) {
                    words.read(name);
                    let read = words.iter().next().and_then(|word| names.month(word));
                    if read != Some(number) {
                        wrong.push(format!("{locale:?} {number}: {name} is {read:?}"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn no_form_names_two_months_in_one_script() {
        for script in Script::ALL {
            let mut seen = HashMap::<String, u32>::default();
            for language in MONTHS.iter().filter(|language| language.script == script) {
                language.each_form(&mut |month, form| {
                    assert_eq!(*seen.entry(form.to_owned()).or_insert(month), month, "{form}");
                });
            }
        }
    }

    #[test]
    fn reads_cases_and_short_forms_and_spares_names() {
        for (written, number) in [
            ("августа", 8),
            ("avqustda", 8),
            ("noyabrından", 11),
            ("Aug.", 8),
            ("Kasım'da", 11),
            ("juillet", 7),
            ("lapkričio", 11),
            ("нояб.", 11),
        ] {
            assert_eq!(month(written), Some(number), "{written}");
        }
        for written in ["Augustine", "Августин", "Mayer", "Julian", "Marchenko", "Novak"] {
            assert_eq!(month(written), None, "{written}");
        }
    }
}
