//! What each language puts before or behind a date to bound a period, and how it negates.
//!
//! How a period is made of dates and their bounds is left to `period`.

/// How a date bounds a period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::matcher) enum Bound {
    /// Later than its last day.
    After,
    /// From its first day on.
    Since,
    /// Earlier than its first day.
    Before,
    /// Up to its last day.
    Until,
    /// *Before* when it stands alone; closes a period that another date opens, itself included (Russian *до*).
    UpTo,
    /// Opens a period if another date closes it; alone it says no more than *in*.
    From,
    /// Closes a period if another date opens it; alone it says no more than *in*.
    To,
    /// All but the date.
    Except,
}

use Bound::{After, Before, Except, From, Since, To, Until, UpTo};

/// The bounds and negations of one language. Phrases are parted by `|`.
pub(super) struct Bounds {
    pub(super) code: &'static str,
    /// Before a date. `~`: a preposition of other uses too, which bounds nothing but a date ("nach Baku", "a deal on arms").
    pub(super) leading: &'static [(Bound, &'static str)],
    /// Behind a date.
    pub(super) trailing: &'static [(Bound, &'static str)],
    pub(super) negations: &'static str,
    /// What stands between a date and its bound, besides stop words: endings that a hyphen sets off.
    pub(super) endings: &'static str,
}

/// One row a language.
pub(super) static BOUNDS: [Bounds; 19] = [
    Bounds {
        code: "en",
        leading: &[
            (After, "after|later than|~newer than|~more recent than|~following|~past|~beyond"),
            (
                Since,
                "since|~as of|~starting|~starting in|~starting from|~beginning in|from and after|in or after|no earlier than",
            ),
            (Before, "before|earlier than|~older than|prior to|~ahead of|~prior|~pre|~preceding"),
            (Until, "until|till|~up to|~up until|in or before|~by|no later than|~through"),
            (From, "~from|~between"),
            (To, "~to|~thru"),
        ],
        trailing: &[
            (Since, "~on|onward|onwards|or later|and later|or after|and after"),
            (Until, "or earlier|and earlier|or before|and before"),
        ],
        negations: "not|no|never|without|except|excluding|other than|apart from|besides|rather than|instead of|anyone but|everyone but|nobody but|no one but|anything but|everything but|nothing but|all but|~outside|~outside of|~minus|~ex|neither|nor|none|nobody|didn|doesn|wasn|weren|hasn|haven|hadn|wouldn|couldn|shouldn|isnt|dont|arent|cant|cannot|wont|didnt|doesnt|wasnt|werent|hasnt",
        endings: "",
    },
    Bounds {
        code: "de",
        leading: &[
            (After, "~nach|später als|nachdem"),
            (Since, "seit|seitdem|~ab"),
            (Before, "~vor|früher als|bevor"),
            (Until, "~bis|~bis zum|~bis ende|spätestens"),
            (From, "~von|~vom|~zwischen"),
            (To, "~zum"),
        ],
        trailing: &[],
        negations: "nicht|kein|keine|keinen|keiner|keinem|nie|niemals|ohne|außer|ausgenommen",
        endings: "",
    },
    Bounds {
        code: "fr",
        leading: &[
            (After, "après|postérieur à|postérieurs à|postérieure à|postérieures à|plus tard que"),
            (Since, "depuis|~à partir de|~à partir du|~à partir|~dès"),
            (Before, "avant|antérieur à|antérieurs à|antérieure à|antérieures à"),
            (Until, "jusqu|jusque|jusqu à|jusqu en|jusqu au"),
            (From, "~de|~du|~entre"),
            (To, "~à|~au"),
        ],
        trailing: &[],
        negations: "pas|jamais|sans|sauf|hormis|~hors|en dehors de|à l exception de|excepté|aucun|aucune|autre que|autres que",
        endings: "",
    },
    Bounds {
        code: "it",
        leading: &[
            (After, "dopo"),
            (Since, "~dal|~dall|~dalla|~dallo|~a partire dal|~a partire da|~sin dal"),
            (Before, "prima|prima di|prima del|prima dell|prima della"),
            (Until, "~fino al|~fino a|~fino|~fino all|~sino al|~entro|~entro il"),
            (From, "~tra|~fra|~tra il|~fra il|~da"),
            (To, "~al|~a"),
        ],
        trailing: &[],
        negations: "non|mai|senza|tranne|eccetto|nessun|nessuno|nessuna|diverso da",
        endings: "",
    },
    Bounds {
        code: "es",
        leading: &[
            (After, "después|después de|después del|tras|posterior a|posteriores a"),
            (Since, "~desde|~a partir de|~a partir del"),
            (Before, "antes|antes de|antes del|anterior a|anteriores a"),
            (Until, "~hasta"),
            (From, "~entre|~de|~del"),
            (To, "~a|~al"),
        ],
        trailing: &[],
        negations: "no|nunca|sin|excepto|salvo|ningún|ninguna|ninguno|aparte de",
        endings: "",
    },
    Bounds {
        code: "pt",
        leading: &[
            (After, "depois|depois de|após"),
            (Since, "~desde|~a partir de"),
            (Before, "antes|antes de"),
            (Until, "~até"),
            (From, "~entre|~de"),
            (To, "~a|~ao"),
        ],
        trailing: &[],
        negations: "não|nunca|sem|exceto|salvo|nenhum|nenhuma",
        endings: "",
    },
    Bounds {
        code: "nl",
        leading: &[
            (After, "~na|later dan|nadat"),
            (Since, "sinds|sedert|~vanaf"),
            (Before, "~voor|~vóór|eerder dan|voordat"),
            (Until, "~tot|~tot en met|totdat|~uiterlijk"),
            (From, "~van|~tussen"),
            (To, "~t m"),
        ],
        trailing: &[],
        negations: "niet|geen|nooit|zonder|behalve|anders dan",
        endings: "",
    },
    Bounds {
        code: "ro",
        leading: &[
            (After, "după"),
            (Since, "~începând cu|~începând din|~de la|~încă din"),
            (Before, "înainte|înainte de|înaintea"),
            (Until, "~până în|~până la|~până|~pînă în|~pînă la"),
            (From, "~între|~din"),
            (To, "~la"),
        ],
        trailing: &[],
        negations: "nu|niciodată|fără|exceptând|cu excepția|niciun|nicio|în afară de",
        endings: "",
    },
    Bounds {
        code: "pl",
        leading: &[
            (After, "~po|później niż"),
            (Since, "~od|~począwszy od"),
            (Before, "~przed|wcześniej niż"),
            (Until, "~do|aż do"),
            (From, "~między|~pomiędzy|~z"),
            (To, "~a"),
        ],
        trailing: &[],
        negations: "nie|nigdy|bez|oprócz|~poza|żaden|żadna|z wyjątkiem",
        endings: "",
    },
    Bounds {
        code: "lt",
        leading: &[
            (After, "~po|vėliau nei"),
            (Since, "~nuo"),
            (Before, "~prieš|iki to|anksčiau nei"),
            (Until, "~iki"),
            (From, "~tarp"),
            (To, ""),
        ],
        trailing: &[],
        negations: "ne|niekada|nėra|nebuvo|išskyrus|~be",
        endings: "m metų metais ųjų aisiais ais",
    },
    Bounds {
        code: "ru",
        leading: &[
            (After, "после|позже|позднее"),
            (Since, "~с|~со|~от|~начиная с|~начиная со"),
            (Before, "раньше|ранее|перед|прежде|накануне"),
            (UpTo, "~до|~вплоть до"),
            (Until, "~по"),
            (From, "~между|~из"),
            (To, ""),
        ],
        trailing: &[(Until, "включительно")],
        negations: "не|ни|нет|никогда|без|кроме|исключая|за исключением|~вне|помимо|никакой|никакие",
        endings: "года год году г го м ом ый ого х е",
    },
    Bounds {
        code: "be",
        leading: &[
            (After, "пасля|пазней за|пазней"),
            (Since, "~з|~са|~ад|~пачынаючы з"),
            (Before, "раней|перад|раней за"),
            (UpTo, "~да|~аж да"),
            (Until, "~па"),
            (From, "~паміж"),
            (To, ""),
        ],
        trailing: &[(Until, "уключна|ўключна")],
        negations: "не|ні|няма|ніколі|без|акрамя|апроч|за выключэннем|~па-за",
        endings: "года год годзе га м ым ы х я",
    },
    Bounds {
        code: "uk",
        leading: &[
            (After, "після|пізніше|пізніше за"),
            (Since, "~з|~зі|~із|~від|~починаючи з"),
            (Before, "раніше|перед|раніше за"),
            (UpTo, "~до|~аж до"),
            (Until, "~по"),
            (From, "~між|~поміж"),
            (To, "~та"),
        ],
        trailing: &[(Until, "включно")],
        negations: "не|ні|немає|ніколи|без|крім|окрім|за винятком|~поза|жоден|жодна",
        endings: "року рік році го му м ий х",
    },
    Bounds {
        code: "ba",
        leading: &[],
        trailing: &[
            (After, "һуң|һуңынан|һуңғы"),
            (Since, "~алып|~бирле"),
            (Before, "элек|алда"),
            (UpTo, "~тиклем|~саҡлы"),
            (To, "~араһында"),
            (Except, "~башҡа"),
        ],
        negations: "түгел|юҡ|~башҡа",
        endings: "се сы йылдан йылға йылдың йылдар йылдарҙа нан нән дан дән тан тән",
    },
    Bounds {
        code: "az",
        leading: &[],
        trailing: &[
            (After, "sonra|sonrakı|sonralar"),
            (Since, "~bəri|~etibarən|~başlayaraq|~bu yana"),
            (Before, "əvvəl|əvvəlki|qabaq|öncə"),
            (Until, "~qədər|~kimi|~dək|~ədək|~adək|~ilədək|~ilinədək"),
            (To, "~arasında|~aralığında|~arası"),
            (Except, "~başqa|~istisna olmaqla|~xaric|~savayı"),
        ],
        negations: "deyil|deyildi|yox|yoxdur|heç|olmadan|istisna|xaric|~başqa|savayı",
        endings: "cü cı ci cu dən dan nin nın nun nün də da ildən ilin ilindən ilə ilinə ilədək ildə illərdə illərin illəri ildən ya yə a ə",
    },
    Bounds {
        code: "tr",
        leading: &[],
        trailing: &[
            (After, "sonra|sonrası|sonrasında|sonraki"),
            (Since, "~beri|~itibaren|~bu yana|~başlayarak"),
            (Before, "önce|öncesi|öncesinde|önceki|evvel"),
            (Until, "~kadar|~dek|~değin"),
            (To, "~arasında|~arası|~aralığında"),
            (Except, "~hariç|~dışında|~haricinde|~başka"),
        ],
        negations: "değil|değildi|yok|yoktur|hiç|olmadan|hariç|~dışında|haricinde|~başka",
        endings: "ten tan den dan te ta de da e a ye ya nin nın yılından yılına yılı yılının yılında yıllarında yılları",
    },
    Bounds {
        code: "hi",
        leading: &[],
        trailing: &[
            (After, "के बाद|बाद"),
            (Before, "से पहले|पहले|पूर्व|के पूर्व"),
            (Since, "~से"),
            (Until, "~तक"),
            (To, "~के बीच"),
            (Except, "~के अलावा|~के सिवाय|~को छोड़कर"),
        ],
        negations: "नहीं|न|बिना|अलावा|सिवाय|कभी नहीं|छोड़कर",
        endings: "",
    },
    Bounds {
        code: "fa",
        leading: &[
            (After, "بعد از|پس از"),
            (Before, "قبل از|پیش از"),
            (Since, "~از"),
            (Until, "~تا"),
            (From, "~بین|~میان"),
        ],
        trailing: &[(Since, "~به بعد"), (Until, "~به قبل")],
        negations: "نه|نیست|نبود|نشد|نکرد|بدون|جز|بجز|غیر از|مگر",
        endings: "",
    },
    Bounds {
        code: "hy",
        leading: &[(Until, "~մինչև"), (Since, "~սկսած"), (After, "~հետո")],
        trailing: &[(After, "հետո"), (Before, "առաջ"), (Since, "~ի վեր|~սկսած"), (To, "~միջև")],
        negations: "ոչ|չէ|չեն|առանց|բացի",
        endings: "ից ին ի թվականից թվականի թվականին թվականը թթ",
    },
];
