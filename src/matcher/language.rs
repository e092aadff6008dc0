//! Words that carry a question rather than its subject, in the languages that people ask in.
//!
//! The table holds general words only: question words, articles, pronouns, prepositions, forms of *be*, *have* and *do*,
//! and the imperatives with which people ask for lists. It stands in each language's own script and is folded when a
//! matcher is made. What is done with the words is decided in `question`.

use super::normalize::Words;
use super::question::Slot;
use foldhash::HashMap;

/// What a word does in a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// It asks for something.
    Asks(Slot),
    /// It only holds the sentence together.
    Binds,
}

/// The words of all languages, folded.
#[derive(Debug)]
pub(super) struct FunctionWords {
    roles: HashMap<Box<str>, Role>,
}

impl FunctionWords {
    /// Folds the tables.
    pub(super) fn new() -> FunctionWords {
        let mut roles = HashMap::default();
        let mut words = Words::default();
        let asking = ASKING.iter().map(|&(slot, text)| (Role::Asks(slot), text));
        let binding = BINDING.iter().map(|&text| (Role::Binds, text));
        for (role, text) in asking.chain(binding) {
            words.read(text);
            for word in words.iter() {
                roles.entry(word.folded.into()).or_insert(role);
            }
        }
        FunctionWords { roles }
    }

    /// The role of a folded word, if it has one.
    pub(super) fn role(&self, folded: &str) -> Option<Role> {
        self.roles.get(folded).copied()
    }
}

/// Question words by the slot that they ask for. A word that stands twice counts where it stands first.
const ASKING: [(Slot, &str); 6] = [
    (
        Slot::When,
        "when date year wann when quand quando cuándo cuando wanneer când kada kiedy \
         когда году года год дата калі годзе дата коли році дата ҡасан қашан \
         vaxt haçan zaman tarix tarih ildə yılında yıl \
         कब کی زمان երբ 何时",
    ),
    (
        Slot::Where,
        "where wo wohin woher où dove onde dónde donde adónde waar unde kur gdzie \
         где куда откуда дзе куды адкуль де куди звідки ҡайҙа қайда \
         harada hara hardan haraya nerede nereye nereden nerde nere कहाँ کجا کجاست որտեղ",
    ),
    (
        Slot::Who,
        "who whom whose wer wen wem wessen qui chi quem quién quiénes quien quienes wie cine kas kuo kam kto \
         кто кого кому кем чей чья хто каго каму кім чый кого ким чий кем кемдең \
         kim kimdir kimin kimi kime kimler kimlər कौन किसने किसके کی کسی کسانی ով ովքեր",
    ),
    (
        Slot::HowMany,
        "how many much combien quanti quante quanto quanta quantos quantas cuántos cuántas cuánto cuánta cuantos cuantas \
         wieviel wieviele viele hoeveel câți câte cât kiek ile сколько колькі скільки күпме нисә \
         neçə qədər kaç kadar कितने कितनी कितना چند تعداد چقدر քանի",
    ),
    (
        Slot::Which,
        "which what was welche welcher welches welchen welchem quel quelle quels quelles quale quali che cosa qual quais que \
         qué cuál cuáles welk welke wat care ce ktorý kuris kuri kurie kurios kurioje kuriame koks kokia kokie kokios \
         какой какая какое какие каких какую каком каким какими что чего чем который которая которые котором которых \
         які якая якое якія якіх якой якім што чаго чым каторы який яка яке які яких якій якому якого що чого \
         ниндәй нимә ҡайһы кайсы ниндай hansı hansılar nədir nə hangi hangisi nedir ne \
         क्या कौनसा किस کدام چه چیست چی آیا ինչ որ որն",
    ),
    (
        Slot::Which,
        "why how warum wieso weshalb pourquoi comment perché come como cómo porque hoe waarom cum kaip kodėl \
         почему зачем как чаму як чому нисек нишләп niyə necə niçin neden nasıl क्यों कैसे چرا چگونه چطور ինչպես ինչու",
    ),
];

/// Words that hold sentences together, a line or two for each language.
const BINDING: [&str; 19] = [
    "a an the and or of in on at to from for by with about into over after before during between against under \
     is are was were be been being am do does did done has have had having will would can could may might shall should must \
     it its this that these those there their they them he she his her him we us our you your i me my not no all any some \
     give tell list show name find please also as than then so such other same most more than still ever just only",
    "der die das den dem des ein eine einen einem einer eines und oder von vom zu zum zur im in am an auf aus bei mit nach für \
     über unter durch gegen um ist sind war waren sein hat haben hatte wird werden wurde wurden es er sie ihr sein seine ihre \
     als nicht alle gib mir liste nenne zeige mich bitte dass ob auch noch nur mehr",
    "le la les un une des du de et ou à au aux en dans sur sous par pour avec sans entre contre chez vers est sont était étaient \
     être a ont avait été il elle ils elles on ce cet cette ces son sa ses leur leurs qui que dont ne pas plus tous toutes tout \
     toute donne donnes donnez moi liste fait y se si est-ce",
    "il lo la i gli le un uno una di del dello della dei degli delle da dal dalla in nel nella nei nelle su sul sulla con per tra fra \
     e ed o è sono era erano essere ha hanno aveva stato stata stati state si ci vi non più tutti tutte tutto dammi elenca \
     questo questa questi suo sua suoi loro al allo alla ai agli alle anche",
    "el la los las un una unos unas de del al a en por para con sin sobre entre desde hasta y e o u es son fue fueron era eran ser \
     ha han había está están se su sus lo le les no más todos todas todo toda dame lista muéstrame este esta estos estas ese \
     tiene tienen hay muy también",
    "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com sem sobre entre até e ou é são foi foram \
     era eram ser está estão tem têm há se seu sua seus suas não mais todos todas todo toda dê me liste mostre este esta \
     isso ao aos à às também mim",
    "de het een en of van in op aan bij met voor naar uit door over onder tussen tegen is zijn was waren ben wordt worden werd werden \
     heeft hebben had er het hij zij ze haar hun dit dat deze die niet geen meer alle al geef noem mij me lijst toon ook als dan om te",
    "un o și sau de la în din pe pentru cu fără despre între este sunt era erau a au fi fost avea are al ai ale lui ei lor său sa \
     se nu mai toate toți tot dă dăm mi listă enumeră arată acest această care ce prin spre sub după",
    "i w we z ze na do od po za przez przy dla o u nad pod między jest są był była było były być się nie to ten ta te tym tego jego jej \
     ich który która które jaki jaka jakie co czy oraz a ale lub wszystkie podaj wymień",
    "ir arba iš į su be per po prie apie už nuo iki yra buvo būti ar kad ne jo jos jų tai šis ši visi visos visus visas \
     pateikite išvardykite išvardinkite pasakyk man duok parodyk taip dar",
    "и или в во на из от до с со по за при для о об обо у к ко над под между через без не ни есть был была было были быть является \
     являются это этот эта эти этом тот та те том его её их ему им он она они мы вы я мне все всех всё весь ли же бы ещё также \
     перечисли перечислите назови назовите дай дайте покажи список свой своей своего году",
    "і ці або ў у на з са да ад па за пры для аб пра к над пад паміж праз без не ёсць быў была было былі быць з'яўляецца з'яўляюцца \
     гэта гэты гэтая гэтыя той тая тыя яго яе іх ён яна яны мы вы я мне усе ўсе ўсіх усіх увесь жа бы яшчэ таксама \
     пералічы пералічыце назаві назавіце дай дайце пакажы спіс",
    "і й та або чи в у на із зі з до від по за при для про к над під між через без не є був була було були бути це цей ця ці цьому \
     той та ті його її їх він вона вони ми ви я мені всі усі всіх усіх весь же би ще також \
     перерахуй перерахуйте назви назвіть дай дайте покажи список",
    "һәм менән өсөн тураһында булған була булды бар юҡ был ул улар мин беҙ һеҙ миңә бөтә бөтәһе ине икән инде әле иң нын ның нең һы",
    "və ilə üçün haqqında bu o onun onlar onların mən biz siz mənə bütün hamısı idi olub olmuşdur var yox da də ki bir hər ən çox az \
     edən edib olan necə isə göstər sadala mi mı mu mü",
    "ve ile için hakkında bu şu o onun onlar onların ben biz siz bana bütün tüm hepsi idi oldu olmuş olan var yok da de ki bir her en \
     çok az mi mı mu mü miydi göster listele söyle edilen",
    "है हैं था थी थे का की के को में से पर और या ने यह वह ये वे इस उस जो तक लिए द्वारा साथ एक सभी सब मुझे दें दो बताओ बताएं सूची हो हुआ हुई हुए गया \
     गई गए कर करता करते करती किया किए की होता होती होते रहा रहे रही अपने अपनी उसके उनके भी ही तथा नहीं",
    "و یا در به از با که را این آن برای بر تا بود بودند است هست هستند شد شده شدند می کند کرد کردند های ها هر همه تمام یک من \
     ما شما او آنها ایشان لیست بده نام چیست دارد دارند داشت خود هم نیز بین روی",
    "է են էր էին և ու կամ ի մեջ մոտ հետ համար մասին այս այդ այն նա նրանք բոլոր ինձ տուր տվեք ցույց ցուցակ մի \
     的 了 在 是 和 の は が を に で と も か",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_question_words_of_the_users_languages() {
        let words = FunctionWords::new();
        for (word, slot) in [
            ("when", Slot::When),
            ("kogda", Slot::When),
            ("where", Slot::Where),
            ("dze", Slot::Where),
            ("harada", Slot::Where),
            ("nerede", Slot::Where),
            ("kto", Slot::Who),
            ("kim", Slot::Who),
            ("many", Slot::HowMany),
            ("skolko", Slot::HowMany),
            ("hansi", Slot::Which),
        ] {
            assert_eq!(words.role(word), Some(Role::Asks(slot)), "{word}");
        }
        assert_eq!(words.role("the"), Some(Role::Binds));
        assert_eq!(words.role("belarus"), None);
    }
}
