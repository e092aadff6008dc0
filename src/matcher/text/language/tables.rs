//! Stop words of each language that people ask in, in its own script: question words by what they ask for, and words that
//! only hold a sentence together.
//!
//! The tables hold general words only: articles, pronouns, prepositions, forms of *be*, *have* and *do*, words for *year*
//! and *date*, and the imperatives with which people ask for lists. Which table counts is decided in `language`.

use super::Script::{self, Arabic, Armenian, Cyrillic, Devanagari, Han, Latin};

/// The stop words of one language.
pub(super) struct StopWords {
    /// ISO 639-1 code.
    pub(super) code: &'static str,
    pub(super) script: Script,
    /// When, where, who, how many, which. A word that stands twice counts where it stands first.
    pub(super) asks: [&'static str; 5],
    pub(super) binds: &'static str,
}

const fn row(code: &'static str, script: Script, asks: [&'static str; 5], binds: &'static str) -> StopWords {
    StopWords { code, script, asks, binds }
}

/// One row a language.
pub(super) static STOP_WORDS: [StopWords; 20] = [
    row(
        "en",
        Latin,
        ["when whens date year", "where wheres", "who whos whom whose", "many much", "which what whats why how"],
        "a an the and or of in on at to from for by with about into over after before during between against under \
         is are was were be been being am do does did done has have had having will would can could may might shall should must \
         it its this that these those there their they them he she his her him we us our you your i me my not no all any some \
         give tell list show name find please also as than then so such other same most more still ever just only happen happens happened \
         arent cant couldnt didnt doesnt dont hadnt hasnt havent hows isnt shouldnt thats theres wasnt werent wont wouldnt",
    ),
    row(
        "de",
        Latin,
        [
            "wann jahr jahre jahren jahres datum",
            "wo wohin woher",
            "wer wen wem wessen",
            "wieviel wieviele viele",
            "welche welcher welches welchen welchem was warum wieso weshalb wie",
        ],
        "der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur im in am an auf aus bei mit nach für \
         über unter durch gegen um ist sind war waren sein hat haben hatte wird werden wurde wurden es er sie ihr sein seine ihre \
         als nicht alle gib mir liste nenne zeige mich bitte dass ob auch noch nur mehr",
    ),
    row(
        "fr",
        Latin,
        ["quand année années", "où", "qui", "combien", "quel quelle quels quelles que pourquoi comment"],
        "le la les un une des du de et ou à au aux en dans sur sous par pour avec sans entre contre chez vers est sont était étaient \
         être a ont avait été il elle ils elles on ce cet cette ces son sa ses leur leurs dont ne pas plus tous toutes tout \
         toute donne donnes donnez moi liste fait y se si est-ce date",
    ),
    row(
        "it",
        Latin,
        [
            "quando anno anni data",
            "dove",
            "chi",
            "quanti quante quanto quanta",
            "quale quali che cosa qual perché come",
        ],
        "il lo la i gli le un uno una di del dello della dei degli delle da dal dalla in nel nella nei nelle su sul sulla con per tra fra \
         e ed o è sono era erano essere ha hanno aveva stata state si ci vi non più tutti tutte tutto dammi elenca \
         questo questa questi suo sua suoi loro al allo alla ai agli alle anche",
    ),
    row(
        "es",
        Latin,
        [
            "cuándo cuando año años fecha",
            "dónde donde adónde",
            "quién quiénes quien quienes",
            "cuántos cuántas cuánto cuánta cuantos cuantas",
            "qué que cuál cuáles cómo como porque",
        ],
        "el la los las un una unos unas de del al a en por para con sin sobre entre desde hasta y e o u es son fue fueron era eran ser \
         ha han había está están se su sus lo le les no más todos todas todo toda dame lista muéstrame este esta estos estas ese \
         tiene tienen hay muy también",
    ),
    row(
        "pt",
        Latin,
        ["quando ano anos data", "onde", "quem", "quantos quantas quanto quanta", "qual quais que porque como"],
        "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre até e ou é são foi foram \
         era eram ser está estão tem têm há se seu sua seus suas não mais todos todas todo toda dê me liste mostre este esta \
         isso ao aos à às também mim",
    ),
    row(
        "nl",
        Latin,
        ["wanneer jaar jaren datum", "waar", "wie", "hoeveel", "welk welke wat waarom hoe"],
        "de het een en of van in op aan bij met voor naar uit door over onder tussen tegen is zijn was waren ben wordt worden werd werden \
         heeft hebben had er het hij zij ze haar hun dit dat deze die niet geen meer alle al geef noem mij me lijst toon ook als dan om te",
    ),
    row(
        "ro",
        Latin,
        ["când cand anul anului ani data", "unde", "cine", "câți câte cât", "care ce cum"],
        "un o și sau de la în din pe pentru cu fără despre între este sunt era erau a au fi fost avea are al ai ale lui ei lor său sa \
         se nu mai toate toți tot dă dăm mi listă enumeră arată acest această prin spre sub după",
    ),
    row(
        "pl",
        Latin,
        [
            "kiedy rok roku lat lata data",
            "gdzie",
            "kto kogo komu kim",
            "ile",
            "który która które kiedy jaki jaka jakie co dlaczego jak",
        ],
        "i w we z ze na do od po za przez przy dla o u nad pod między jest są był była było były być się nie to ten ta te tym tego jego jej \
         ich czy oraz a ale lub wszystkie podaj wymień",
    ),
    row(
        "lt",
        Latin,
        [
            "kada metai metais metų m data",
            "kur",
            "kas kuo kam",
            "kiek",
            "kuris kuri kurie kurios kurioje kuriame koks kokia kokie kokios kaip kodėl",
        ],
        "ir arba iš į su be per po prie apie už nuo iki yra buvo būti ar kad ne jo jos jų tai šis ši visi visos visus visas \
         pateikite išvardykite išvardinkite pasakyk man duok parodyk taip dar",
    ),
    row(
        "ru",
        Cyrillic,
        [
            "когда году года год годы годов годах дата",
            "где куда откуда",
            "кто кого кому кем чей чья",
            "сколько",
            "какой какая какое какие каких какую каком каким какими что чего чем который которая которые котором которых \
             почему зачем как",
        ],
        "и или в во на из от до с со по за при для о об обо у к ко над под между через без не ни есть был была было были быть является \
         являются это этот эта эти этом тот та те том его её их ему им он она они мы вы я мне все всех всё весь ли же бы ещё также \
         перечисли перечислите назови назовите дай дайте покажи список свой своей своего г гг",
    ),
    row(
        "be",
        Cyrillic,
        [
            "калі годзе годзе года год гады гадоў дата",
            "дзе куды адкуль",
            "хто каго каму кім чый",
            "колькі",
            "які якая якое якія якіх якой якім што чаго чым каторы чаму як",
        ],
        "і ці або ў у на з са да ад па за пры для аб пра к над пад паміж праз без не ёсць быў была было былі быць з'яўляецца з'яўляюцца \
         гэта гэты гэтая гэтыя той тая тыя яго яе іх ён яна яны мы вы я мне усе ўсе ўсіх усіх увесь жа бы яшчэ таксама \
         пералічы пералічыце назаві назавіце дай дайце покажы пакажы спіс г",
    ),
    row(
        "uk",
        Cyrillic,
        [
            "коли році року рік роки років дата",
            "де куди звідки",
            "хто кого ким чий",
            "скільки",
            "який яка яке які яких якій якому якого що чого чому як",
        ],
        "і й та або чи в у на із зі з до від по за при для про к над під між через без не є був була було були бути це цей ця ці цьому \
         той та ті його її їх він вона вони ми ви я мені всі усі всіх усіх весь же би ще також \
         перерахуй перерахуйте назви назвіть дай дайте покажи список р рр",
    ),
    row(
        "ba",
        Cyrillic,
        [
            "ҡасан қашан йыл йылда йылы йылдар дата",
            "ҡайҙа қайда",
            "кем кемдең",
            "күпме нисә",
            "ниндәй нимә ҡайһы кайсы ниндай нисек нишләп",
        ],
        "һәм менән өсөн тураһында булған була булды бар юҡ был ул улар мин беҙ һеҙ миңә бөтә бөтәһе ине икән инде әле иң нын ның нең һы",
    ),
    row(
        "az",
        Latin,
        [
            "vaxt haçan zaman tarix ildə il ilin ili illər illərdə",
            "harada hara hardan haraya",
            "kim kimdir kimin kimi kimə kimlər",
            "neçə qədər",
            "hansı hansılar nədir nə niyə necə",
        ],
        "və ilə üçün haqqında bu o onun onlar onların mən biz siz mənə bütün hamısı idi olub olmuşdur var yox da də ki bir hər ən çox az \
         edən edib olan isə göstər sadala mi mı mu mü",
    ),
    row(
        "tr",
        Latin,
        [
            "tarih zaman yılında yıl yılı yılının yıllar yıllarda",
            "nerede nereye nereden nerde nere",
            "kim kimdir kimin kimi kime kimler",
            "kaç kadar",
            "hangi hangisi nedir ne niçin neden nasıl",
        ],
        "ve ile için hakkında bu şu o onun onlar onların ben biz siz bana bütün tüm hepsi idi oldu olmuş olan var yok da de ki bir her en \
         çok az mi mı mu mü miydi göster listele söyle edilen",
    ),
    row(
        "hi",
        Devanagari,
        ["कब साल वर्ष सन", "कहाँ", "कौन किसने किसके", "कितने कितनी कितना", "क्या कौनसा किस क्यों कैसे"],
        "है हैं था थी थे का की के को में से पर और या ने यह वह ये वे इस उस जो तक लिए द्वारा साथ एक सभी सब मुझे दें दो बताओ बताएं सूची हो हुआ हुई हुए गया \
         गई गए कर करता करते करती किया किए की होता होती होते रहा रहे रही अपने अपनी उसके उनके भी ही तथा नहीं",
    ),
    row(
        "fa",
        Arabic,
        ["کی زمان سال", "کجا کجاست", "کسی کسانی", "چند تعداد چقدر", "کدام چه چیست چی آیا چرا چگونه چطور"],
        "و یا در به از با که را این آن برای بر تا بود بودند است هست هستند شد شده شدند می کند کرد کردند های ها هر همه تمام یک من \
         ما شما او آنها ایشان لیست بده نام دارد دارند داشت خود هم نیز بین روی",
    ),
    row(
        "hy",
        Armenian,
        ["երբ թվականին թվականի թվական", "որտեղ", "ով ովքեր", "քանի", "ինչ որ որն ինչպես ինչու"],
        "է են էր էին և ու կամ ի մեջ մոտ հետ համար մասին այս այդ այն նա նրանք բոլոր ինձ տուր տվեք ցույց ցուցակ մի",
    ),
    row("zh", Han, ["何时", "", "", "", ""], "的 了 在 是 和 の は が を に で と も か"),
];
