# Словы Casebook па-беларуску (афіцыйны правапіс). Ключы і правілы — у en.ftl.
#
# Імёны і назвы застаюцца такімі, як запісаныя (лацінкай), і не скланяюцца: побач з імі няма форм, якія патрабавалі б роду,
# ліку ці склону. Таму «X — удзельнік Y», а не «X быў(ла) удзельнікам Y». Пасля назвы няма слова на «у», бо невядома, ці не
# трэба было б «ў». У сувязі першым стаіць або дзейнік, або ярлык перад двукроп’ем: на гэтым месцы бывае і «кожны бок».
#
# Склоны дат: plain (2016 год), bare (2016, для спасылак), genitive і prepositional для частак, а з прыназоўнікам —
# in (у 2016 годзе), since (з 2016 года), until (да 2016 года), by (па 2016 год), as-of (на 2016 год).

## Што зрабіць інакш

no-such-command = Каманды `/{ $name }` няма. { $help }
did-you-mean = Магчыма, `/{ $near }`?
the-commands-are = Ёсць каманды { $names }.
no-such-option = У каманды `/{ $command }` няма параметра `{ $name }`. Ёсць { $names }.
option-missing = Камандзе `/{ $command }` патрэбны параметр `{ $option }` («{ $description }»). Напрыклад: `{ $example }`.
takes-no-text = Каманда `/{ $command }` не прымае тэксту.
takes-several-texts = Каманда `/{ $command }` прымае некалькі тэкстаў, назавіце кожны: `/{ $command } { $usage }`.
takes-text = Параметр `{ $option }` прымае тэкст.
takes-flag = Параметр `{ $option }` прымае `true` або `false`.
takes-one-of = Параметр `{ $option }` прымае адно са значэнняў: { $names }.
takes-date = Параметр `{ $option }` прымае год, месяц або дзень, напрыклад `2010`, `2010-07`, `2010-07-15` або `ліпень 2010`.
from-after-to = Пачатак перыяду пазнейшы за яго канец. Памяняйце іх месцамі або прыбярыце адно з іх.
same-twice = Двойчы названа адно і тое ж: «{ $title }». Для параўнання назавіце два розныя запісы.
unlike-pair = «{ $first }» — гэта { $first_kind }, а «{ $second }» — гэта { $second_kind }. Параўнаць можна двух удзельнікаў або дзве падзеі.
stale-button = Гэтая кнопка засталася ад іншай версіі Casebook. Калі ласка, задайце пытанне яшчэ раз.
not-understood = Тут на гэта адказаць нельга. Калі ласка, скарыстайцеся адной з каманд; іх спіс — у /help.
apology = Падчас падрыхтоўкі адказу нешта пайшло не так. Памылка запісана.
stopped = Бот спынены раней, чым быў гатовы адказ. Калі ласка, паўтарыце пытанне крыху пазней.
cooldown-user = Вы шмат пыталіся за кароткі час. Калі ласка, пачакайце яшчэ крыху: { $wait }.
cooldown-channel = Тут шмат пыталіся за кароткі час. Калі ласка, пачакайце яшчэ крыху: { $wait }.
second-count = { $count ->
    [one] { $count } секунда
    [few] { $count } секунды
    [many] { $count } секунд
   *[other] { $count } секунды
}
minute-count = { $count ->
    [one] { $count } хвіліна
    [few] { $count } хвіліны
    [many] { $count } хвілін
   *[other] { $count } хвіліны
}

## Як мова называе сябе

language-name = Беларуская

## Віды запісаў

kind-event = падзея
kind-actor = удзельнік
kind-topic = тэма
kind-aspect = аспект
kind-fact = факт
kind-source = крыніца
kind-relation = сувязь

actor-person = чалавек
actor-country = краіна
actor-organisation = арганізацыя
actor-company = кампанія
actor-group = група
actor-object = аб’ект

## Не знойдзена або знойдзена некалькі

not-here = У гэтай базе фактаў такога няма
no-answer-for = У базе фактаў няма адказу на запыт «{ $text }». Здагадак бот не робіць.
no-answer = У базе фактаў няма адказу на гэты запыт. Здагадак бот не робіць.
nearest = Найбліжэйшыя запісы; магчыма, яны пра іншае
which-one = Што маецца на ўвазе?
several-fit = Запыту «{ $text }» адпавядае некалькі запісаў. Выберыце адзін або дадайце слова.
several-fit-text = Гэтаму запыту адпавядае некалькі запісаў. Выберыце адзін або дадайце слова.
likely = Верагодныя запісы
read-as = «{ $text }» зразумета як: { $title }
shown-as = Паказана як { $request }
twin = { $by } · { $title }
    .by = bare

fact-count = { $count ->
    [one] { $count } факт
    [few] { $count } факты
    [many] { $count } фактаў
   *[other] { $count } факта
}
event-count = { $count ->
    [one] { $count } падзея
    [few] { $count } падзеі
    [many] { $count } падзей
   *[other] { $count } падзеі
}
actor-count = { $count ->
    [one] { $count } удзельнік
    [few] { $count } удзельнікі
    [many] { $count } удзельнікаў
   *[other] { $count } удзельніка
}
source-count = { $count ->
    [one] { $count } крыніца
    [few] { $count } крыніцы
    [many] { $count } крыніц
   *[other] { $count } крыніцы
}
page-count = { $count ->
    [one] { $count } старонка
    [few] { $count } старонкі
    [many] { $count } старонак
   *[other] { $count } старонкі
}
statement-count = { $count ->
    [one] { $count } сцвярджэнне
    [few] { $count } сцвярджэнні
    [many] { $count } сцвярджэнняў
   *[other] { $count } сцвярджэння
}
aspect-count = { $count ->
    [one] { $count } аспект
    [few] { $count } аспекты
    [many] { $count } аспектаў
   *[other] { $count } аспекта
}

coverage = У базе — { $facts }, { $events } і { $actors }; у аснове — { $sources }.
coverage-span = У базе — { $facts }, { $events } і { $actors }; у аснове — { $sources }. Падзеі ахопліваюць час { $first } { $last }.
    .first = since
    .last = by

## Подпісы

when = Калі
where = Дзе
who = Хто
how-many = Колькі
value-by = { $value } ({ $who })
either-value = { $one } або { $other }
disputed-values = { $values }: звесткі разыходзяцца
topics = Тэмы
kind = Від
also-called = Іншыя імёны і назвы
author = Аўтар
publisher = Выдавец
published = Апублікавана
language = Мова
link = Спасылка
remark = Заўвага

## Загалоўкі

facts = Факты
disagreements = У чым крыніцы разыходзяцца
before = Да гэтага
after = Пасля гэтага
ties = Членства і сувязі
latest-events = Апошнія падзеі
related = Звязаныя падзеі
said = Выказванні
in-facts-of-others = У фактах пра іншых
events = Падзеі
see-also = Гл. таксама
no-number = Без ліку
one-number = Лік тут толькі адзін, таму дынамікі не відаць.
only-partly-then = Часткова або, магчыма, тады
undated = Без даты
sources = Крыніцы

## Параўнанні

pair = { $first } і { $second }
summary = Коратка
more-on-aspect = { $label } (яшчэ { $more }: aspect:{ $aspect })
near-aspects = { $first } / { $second }
not-compared-on = База фактаў не параўноўвае іх паводле аспекту: { $aspect }.
no-such-aspect = Паводле запыту «{ $text }» базе фактаў параўноўваць няма чаго; вось усё, што ў ёй ёсць пра гэтую пару.
not-compared = База фактаў не дае параўнання гэтай пары.
between = Паміж імі
between-latest = Паміж імі (апошніх: { $count })
only-for = Толькі для { $name }
only-for-on = Толькі для { $name } ёсць факты паводле аспектаў: { $aspects }.
label-count = { $label } ({ $count })
nothing-known = звестак няма
nothing-known-of = { $name }: звестак няма
side = { $name }:
ties-between = Сувязі паміж імі
ties-both = Агульныя сувязі
ties-differing = Сувязі, якімі яны адрозніваюцца
some = { $heading }: { $shown } з { $count }
events-both = Агульныя падзеі
events-both-latest = Агульныя падзеі (апошніх: { $count })

## Сувязі

each = кожны бок

# Пасада — словы ўкладальніка. " to " аддзелена ад месца ў праграме; тут яно вяртаецца на сваё месца.
post = «{ $office }», { $to }
post-to = «{ $office } to { $place }», { $to }
held = ({ $post }; { $date })
held-as-of = ({ $post }; станам { $date })
    .date = as-of
with-note = { $text }. { $note }.
without-note = { $text }.
dated-tie = { $text } ({ $date })
    .date = { $how ->
        [in] in
       *[other] plain
    }
as-of = { $text } (станам { $date })
    .date = as-of
joined = { $from } — { $kind } — { $to }
definite = { $name }

## Віды сувязей

tie-member-of = { $way ->
    [past] { $from } — удзельнік { $to }
    [back] { $to }: у склад уваходзіць { $from }
    [back-past] { $to }: у ліку ўдзельнікаў — { $from }
   *[now] { $from } з’яўляецца ўдзельнікам { $to }
}
tie-candidate-of = { $way ->
    [past] { $from } — кандыдат на ўступленне ў { $to }
    [back] { $to }: на членства прэтэндуе { $from }
    [back-past] { $to }: кандыдат на ўступленне — { $from }
   *[now] { $from } прэтэндуе на членства ў { $to }
}
tie-takes-part-in = { $way ->
    [past] { $from } — удзельнік { $to }
    [back] { $to }: сярод удзельнікаў ёсць { $from }
    [back-past] { $to }: у ліку ўдзельнікаў — { $from }
   *[now] { $from } бярэ ўдзел у { $to }
}
tie-part-of = { $way ->
    [past] { $from } — у складзе { $to }
    [back] { $to }: у склад уваходзіць { $from }
    [back-past] { $to }: у складзе — { $from }
   *[now] { $from } з’яўляецца часткай { $to }
}
tie-was-part-of = { $way ->
    [past] { $from } — у мінулым у складзе { $to }
    [back] { $to }: у мінулым у складзе — { $from }
    [back-past] { $to }: у мінулым у складзе — { $from }
   *[now] { $from } — у мінулым у складзе { $to }
}
tie-holds-office = { $way ->
    [past] { $from } — на пасадзе { $post }
    [back] { $to }: пасаду «{ $office }» займае { $from }
    [back-past] { $to }: на пасадзе «{ $office }» — { $from }
   *[now] { $from } займае пасаду { $post }
}
tie-successor-of = { $way ->
    [past] { $from } — пераемнік { $to }
    [back] { $to }: пераемнікам з’яўляецца { $from }
    [back-past] { $to }: пераемнік — { $from }
   *[now] { $from } з’яўляецца пераемнікам { $to }
}
tie-located-in = { $way ->
    [past] { $from } — на тэрыторыі { $to }
    [back] { $to }: тут знаходзіцца { $from }
    [back-past] { $to }: месца знаходжання { $from }
   *[now] { $from } знаходзіцца ў { $to }
}
tie-based-in = { $way ->
    [past] { $from } — з базай у { $to }
    [back] { $to }: тут базуецца { $from }
    [back-past] { $to }: месца базавання { $from }
   *[now] { $from } базуецца ў { $to }
}
tie-owned-by = { $way ->
    [past] { $from } — ва ўласнасці { $to }
    [back] { $to }: ва ўласнасці знаходзіцца { $from }
    [back-past] { $to }: ва ўласнасці — { $from }
   *[now] { $from } знаходзіцца ва ўласнасці { $to }
}
tie-built-by = { $way ->
    [past] { $from }: будаўніцтва — { $to }
    [back] { $to }: будаўніцтва { $from }
    [back-past] { $to }: будаўніцтва { $from }
   *[now] { $from }: будаўніцтва — { $to }
}
tie-runs = { $way ->
    [past] { $from } — на чале { $to }
    [back] { $to }: кіраванне ажыццяўляе { $from }
    [back-past] { $to }: на чале — { $from }
   *[now] { $from } кіруе { $to }
}
tie-produces = { $way ->
    [past] { $from } — вытворца { $to }
    [back] { $to }: вытворчасцю займаецца { $from }
    [back-past] { $to }: вытворца — { $from }
   *[now] { $from } вырабляе { $to }
}
tie-assembles = { $way ->
    [past] { $from }: зборка { $to }
    [back] { $to }: зборку вядзе { $from }
    [back-past] { $to }: зборка — { $from }
   *[now] { $from } вядзе зборку { $to }
}
tie-developed = { $way ->
    [past] { $from } — распрацоўшчык { $to }
    [back] { $to }: распрацоўшчык — { $from }
    [back-past] { $to }: распрацоўшчык — { $from }
   *[now] { $from } — распрацоўшчык { $to }
}
tie-version-of = { $way ->
    [past] { $from } — версія { $to }
    [back] { $to }: адной з версій з’яўляецца { $from }
    [back-past] { $to }: адна з версій — { $from }
   *[now] { $from } з’яўляецца версіяй { $to }
}
tie-has-in-service = { $way ->
    [past] { $from }: на ўзбраенні — { $to }
    [back] { $to } стаіць на ўзбраенні { $from }
    [back-past] { $to } — на ўзбраенні { $from }
   *[now] { $from } мае на ўзбраенні { $to }
}
tie-supplies-arms-to = { $way ->
    [past] { $from } — пастаўшчык зброі ў { $to }
    [back] { $to }: зброю пастаўляе { $from }
    [back-past] { $to }: пастаўшчык зброі — { $from }
   *[now] { $from } пастаўляе зброю ў { $to }
}
tie-supplies-oil-to = { $way ->
    [past] { $from } — пастаўшчык нафты ў { $to }
    [back] { $to }: нафту пастаўляе { $from }
    [back-past] { $to }: пастаўшчык нафты — { $from }
   *[now] { $from } пастаўляе нафту ў { $to }
}
tie-supplies-gas-to = { $way ->
    [past] { $from } — пастаўшчык газу ў { $to }
    [back] { $to }: газ пастаўляе { $from }
    [back-past] { $to }: пастаўшчык газу — { $from }
   *[now] { $from } пастаўляе газ у { $to }
}
tie-supplies-energy-to = { $way ->
    [past] { $from } — пастаўшчык энергіі ў { $to }
    [back] { $to }: энергію пастаўляе { $from }
    [back-past] { $to }: пастаўшчык энергіі — { $from }
   *[now] { $from } пастаўляе энергію ў { $to }
}
tie-partner-of = { $way ->
    [past] { $from } — партнёр { $to }
    [back] { $to } з’яўляецца партнёрам { $from }
    [back-past] { $to } — партнёр { $from }
   *[now] { $from } з’яўляецца партнёрам { $to }
}
tie-ally-of = { $way ->
    [past] { $from } — саюзнік { $to }
    [back] { $to } з’яўляецца саюзнікам { $from }
    [back-past] { $to } — саюзнік { $from }
   *[now] { $from } з’яўляецца саюзнікам { $to }
}
tie-aligned-with = { $way ->
    [past] { $from } — на адным баку з { $to }
    [back] { $to } выступае на адным баку з { $from }
    [back-past] { $to } — на адным баку з { $from }
   *[now] { $from } выступае на адным баку з { $to }
}
tie-cooperates-with = { $way ->
    [past] { $from } — у супрацоўніцтве з { $to }
    [back] { $to } супрацоўнічае з { $from }
    [back-past] { $to } — у супрацоўніцтве з { $from }
   *[now] { $from } супрацоўнічае з { $to }
}
tie-has-ties-with = { $way ->
    [past] { $from }: сувязі з { $to }
    [back] { $to } падтрымлівае сувязі з { $from }
    [back-past] { $to }: сувязі з { $from }
   *[now] { $from } падтрымлівае сувязі з { $to }
}
tie-in-conflict-with = { $way ->
    [past] { $from } — у канфлікце з { $to }
    [back] { $to } знаходзіцца ў канфлікце з { $from }
    [back-past] { $to } — у канфлікце з { $from }
   *[now] { $from } знаходзіцца ў канфлікце з { $to }
}
tie-at-war-with = { $way ->
    [past] { $from } — у стане вайны з { $to }
    [back] { $to } знаходзіцца ў стане вайны з { $from }
    [back-past] { $to } — у стане вайны з { $from }
   *[now] { $from } знаходзіцца ў стане вайны з { $to }
}
tie-supports = { $way ->
    [past] { $from } — у падтрымку { $to }
    [back] { $to } карыстаецца падтрымкай { $from }
    [back-past] { $to } — пры падтрымцы { $from }
   *[now] { $from } падтрымлівае { $to }
}
tie-mediates-for = { $way ->
    [past] { $from } — пасярэднік для { $to }
    [back] { $to }: пасярэднікам выступае { $from }
    [back-past] { $to }: пасярэднік — { $from }
   *[now] { $from } выступае пасярэднікам для { $to }
}
tie-recognises = { $way ->
    [past] { $from }: прызнанне { $to }
    [back] { $to } карыстаецца прызнаннем { $from }
    [back-past] { $to }: прызнанне ад { $from }
   *[now] { $from } прызнае { $to }
}
tie-does-not-recognise = { $way ->
    [past] { $from }: непрызнанне { $to }
    [back] { $to } не карыстаецца прызнаннем { $from }
    [back-past] { $to }: без прызнання ад { $from }
   *[now] { $from } не прызнае { $to }
}
tie-has-embassy-in = { $way ->
    [past] { $from }: пасольства ў { $to }
    [back] { $to } прымае пасольства { $from }
    [back-past] { $to }: пасольства { $from }
   *[now] { $from } мае пасольства ў { $to }
}
tie-broke-away-from = { $way ->
    [past] { $from }: аддзяленне ад { $to }
    [back] { $to }: аддзяленне { $from }
    [back-past] { $to }: аддзяленне { $from }
   *[now] { $from }: аддзяленне ад { $to }
}
tie-interviewed = { $way ->
    [past] { $from } — аўтар інтэрв’ю з { $to }
    [back] { $to }: аўтар інтэрв’ю — { $from }
    [back-past] { $to }: аўтар інтэрв’ю — { $from }
   *[now] { $from } — аўтар інтэрв’ю з { $to }
}
tie-spoke-to = { $way ->
    [past] { $from }: каментарый для { $to }
    [back] { $to }: каментарый ад { $from }
    [back-past] { $to }: каментарый ад { $from }
   *[now] { $from }: каментарый для { $to }
}
tie-wrote-for = { $way ->
    [past] { $from } — аўтар публікацый у { $to }
    [back] { $to }: сярод аўтараў — { $from }
    [back-past] { $to }: сярод аўтараў — { $from }
   *[now] { $from } — аўтар публікацый у { $to }
}

## Храналогія і дынаміка

timeline = Храналогія
timeline-of = Храналогія: { $of }
in-one-period = { $title }, { $date }
in-period = { $title }, { $from } { $to }
    .from = since
    .to = by
since-date = { $title }, { $from }
    .from = since
until-date = { $title }, { $to }
    .to = by
no-such-event = У базе фактаў няма такой падзеі.
no-such-fact = У базе фактаў няма фактаў пра гэта.
trend = { $aspect } ({ $unit })
trend-of = { $aspect }: { $about } ({ $unit })
trend-bare = { $aspect }
trend-bare-of = { $aspect }: { $about }
aspect-note = Заўвага ўкладальніка: { $note }
quantity = { $value } { $unit }
number = { $number }
value-range = { $least }–{ $most }
share-more = +{ $share }{"\u00A0"}%
share-less = −{ $share }{"\u00A0"}%
higher = Было { $first } ({ $first_date }), стала { $last } ({ $last_date }): рост, { $change }.
    .first_date = bare
    .last_date = bare
lower = Было { $first } ({ $first_date }), стала { $last } ({ $last_date }): зніжэнне, { $change }.
    .first_date = bare
    .last_date = bare
same = Было { $first } ({ $first_date }), стала { $last } ({ $last_date }): без змен.
    .first_date = bare
    .last_date = bare
higher-than-none = Было { $first } ({ $first_date }), стала { $last } ({ $last_date }): рост.
    .first_date = bare
    .last_date = bare
lower-than-none = Было { $first } ({ $first_date }), стала { $last } ({ $last_date }): зніжэнне.
    .first_date = bare
    .last_date = bare

## Крыніцы

sources-on = Крыніцы: { $title }
rests-on = У аснове ўсёй гэтай базы фактаў — { $sources }.
one-source = Адна крыніца і ўсё, што на ёй грунтуецца: /sources source:…
source-line = { $publisher }, { $date }: { $facts }, { $events }, { $actors }
    .date = bare
facts-resting = Факты, якія на ёй грунтуюцца
events-resting = Падзеі, якія на ёй грунтуюцца
citation = «{ $title }», { $publisher }, { $date }
    .date = bare
citation-by = { $author }, { $citation }
citation-at = { $citation } ({ $places })

## Пры сцвярджэннях

dated = { $date }:
according-to = — паводле { $who }
marks = ({ $marks })
disputed = спрэчна
disputed-on = спрэчна: { $on }
forecast = прагноз
superseded = састарэла
superseded-because = састарэла: { $reason }
order-uncertain = парадак дакладна не вядомы
card-label = { $label }:
candidate-kind = ({ $kind }, { $id })

## Даты

date-time = { $date }, { $time }
date-or = { $dates } або { $last }
    .dates = bare
    .last = bare
date-and = { $dates } і { $last }
    .dates = bare
    .last = bare
date-or-before = { $date } або раней
date-or-after = { $date } або пазней
date-span = { $first }–{ $last }
    .last = { $case ->
        [since] genitive
       *[other] { $case }
    }
year-span = { $case ->
    [bare] { $first }–{ $last }
    [in] у { $first }–{ $last } гадах
    [since] з { $first }–{ $last } гадоў
    [until] да { $first }–{ $last } гадоў
    [by] па { $first }–{ $last } гады
    [as-of] на { $first }–{ $last } гады
   *[plain] { $first }–{ $last } гады
}
    .first = bare
    .last = bare
date-wide-span = { $first } — { $last }
date-unknown = час невядомы
unknown-time = { $case ->
    [since] з невядомага часу
    [until] да невядомага часу
    [by] па невядомы час
   *[plain] невядомы час
}
date-since = { $date }
    .date = since
date-end-unknown = { $date }, заканчэнне невядомае
    .date = since
date-until = { $date }
    .date = until
date-beginning-unknown = { $date }, пачатак невядомы
    .date = until
date-from-to = { $first } { $last }
    .first = since
    .last = by
date-full = { $case ->
    [since] з { $day } { $month } { $year }
    [until] да { $day } { $month } { $year }
    [by] па { $day } { $month } { $year }
    [as-of] на { $day } { $month } { $year }
   *[plain] { $day } { $month } { $year }
}
    .month = genitive
    .year = { $case ->
        [bare] bare
       *[plain] genitive
    }
date-day = { $day } { $month }
    .month = genitive
date-month = { $case ->
    [in] у { $month } { $year }
    [until] да { $month } { $year }
    [by] па { $month } { $year }
    [as-of] на { $month } { $year }
   *[plain] { $month } { $year }
}
    .month = { $case ->
        [in] prepositional
        [since] since
        [until] genitive
       *[plain] plain
    }
    .year = { $case ->
        [bare] bare
       *[plain] genitive
    }
date-season = { $season } { $year }{ $half ->
    [north] {" "}(Паўночнае паўшар’е)
    [south] {" "}(Паўднёвае паўшар’е)
   *[unknown] {""}
}
    .year = { $case ->
        [bare] bare
       *[plain] genitive
    }
date-perhaps-about = магчыма, прыкладна { $date }
date-about = прыкладна { $date }
date-perhaps = меркавана { $date }
year-number = { $number }
year = { $case ->
    [bare] { $year }
    [genitive] { $year } года
    [in] у { $year } годзе
    [since] з { $year } года
    [until] да { $year } года
    [by] па { $year } год
    [as-of] на { $year } год
   *[plain] { $year } год
}
year-bce = { $case ->
    [bare] { $year } да н. э.
    [genitive] { $year } года да н. э.
    [in] у { $year } годзе да н. э.
    [since] з { $year } года да н. э.
    [until] да { $year } года да н. э.
    [by] па { $year } год да н. э.
    [as-of] на { $year } год да н. э.
   *[plain] { $year } год да н. э.
}
year-unknown = { $case ->
    [genitive] невядомага года
    [in] у невядомым годзе
    [since] з невядомага года
    [until] да невядомага года
    [by] па невядомы год
    [as-of] на невядомы год
   *[plain] невядомы год
}

# «1900-я гады» па-беларуску — заўсёды дзесяцігоддзе.
first-decade = { $case ->
    [bare] { $year }-я
    [genitive] { $year }-х гадоў
    [in] у { $year }-х гадах
    [since] з { $year }-х гадоў
    [until] да { $year }-х гадоў
    [by] па { $year }-я гады
    [as-of] на { $year }-я гады
   *[plain] { $year }-я гады
}
decade = { $case ->
    [bare] { $year }-я
    [genitive] { $year }-х гадоў
    [in] у { $year }-х гадах
    [since] з { $year }-х гадоў
    [until] да { $year }-х гадоў
    [by] па { $year }-я гады
    [as-of] на { $year }-я гады
   *[plain] { $year }-я гады
}
century = { $case ->
    [in] у{" "}
    [since] з{" "}
    [until] да{" "}
    [by] па{" "}
    [as-of] на{" "}
   *[plain] {""}
}{ $number ->
    [1] I
    [2] II
    [3] III
    [4] IV
    [5] V
    [6] VI
    [7] VII
    [8] VIII
    [9] IX
    [10] X
    [11] XI
    [12] XII
    [13] XIII
    [14] XIV
    [15] XV
    [16] XVI
    [17] XVII
    [18] XVIII
    [19] XIX
    [20] XX
    [21] XXI
    [22] XXII
    [23] XXIII
    [24] XXIV
    [25] XXV
   *[other] { $number }-е
}{ $case ->
    [genitive] {" "}стагоддзя
    [in] {" "}стагоддзі
    [since] {" "}стагоддзя
    [until] {" "}стагоддзя
   *[plain] {" "}стагоддзе
}
month = { $case ->
    [genitive] { $number ->
        [1] студзеня
        [2] лютага
        [3] сакавіка
        [4] красавіка
        [5] мая
        [6] чэрвеня
        [7] ліпеня
        [8] жніўня
        [9] верасня
        [10] кастрычніка
        [11] лістапада
       *[12] снежня
    }
    [since] { $number ->
        [1] са студзеня
        [2] з лютага
        [3] з сакавіка
        [4] з красавіка
        [5] з мая
        [6] з чэрвеня
        [7] з ліпеня
        [8] са жніўня
        [9] з верасня
        [10] з кастрычніка
        [11] з лістапада
       *[12] са снежня
    }
    [prepositional] { $number ->
        [1] студзені
        [2] лютым
        [3] сакавіку
        [4] красавіку
        [5] маі
        [6] чэрвені
        [7] ліпені
        [8] жніўні
        [9] верасні
        [10] кастрычніку
        [11] лістападзе
       *[12] снежні
    }
   *[plain] { $number ->
        [1] студзень
        [2] люты
        [3] сакавік
        [4] красавік
        [5] май
        [6] чэрвень
        [7] ліпень
        [8] жнівень
        [9] верасень
        [10] кастрычнік
        [11] лістапад
       *[12] снежань
    }
}
season = { $case ->
    [in] { $number ->
        [21] вясной
        [22] летам
        [23] восенню
        [24] зімой
        [33] у першым квартале
        [34] у другім квартале
        [35] у трэцім квартале
        [36] у чацвёртым квартале
        [37] у першай трэці
        [38] у другой трэці
        [39] у апошняй трэці
        [40] у першай палове
       *[41] у другой палове
    }
    [since] { $number ->
        [21] з вясны
        [22] з лета
        [23] з восені
        [24] з зімы
        [33] з першага квартала
        [34] з другога квартала
        [35] з трэцяга квартала
        [36] з чацвёртага квартала
        [37] з першай трэці
        [38] з другой трэці
        [39] з апошняй трэці
        [40] з першай паловы
       *[41] з другой паловы
    }
    [until] { $number ->
        [21] да вясны
        [22] да лета
        [23] да восені
        [24] да зімы
        [33] да першага квартала
        [34] да другога квартала
        [35] да трэцяга квартала
        [36] да чацвёртага квартала
        [37] да першай трэці
        [38] да другой трэці
        [39] да апошняй трэці
        [40] да першай паловы
       *[41] да другой паловы
    }
    [by] { $number ->
        [21] па вясну
        [22] па лета
        [23] па восень
        [24] па зіму
        [33] па першы квартал
        [34] па другі квартал
        [35] па трэці квартал
        [36] па чацвёрты квартал
        [37] па першую трэць
        [38] па другую трэць
        [39] па апошнюю трэць
        [40] па першую палову
       *[41] па другую палову
    }
    [as-of] { $number ->
        [21] на вясну
        [22] на лета
        [23] на восень
        [24] на зіму
        [33] на першы квартал
        [34] на другі квартал
        [35] на трэці квартал
        [36] на чацвёрты квартал
        [37] на першую трэць
        [38] на другую трэць
        [39] на апошнюю трэць
        [40] на першую палову
       *[41] на другую палову
    }
   *[plain] { $number ->
        [21] вясна
        [22] лета
        [23] восень
        [24] зіма
        [33] першы квартал
        [34] другі квартал
        [35] трэці квартал
        [36] чацвёрты квартал
        [37] першая трэць
        [38] другая трэць
        [39] апошняя трэць
        [40] першая палова
       *[41] другая палова
    }
}

## Што сказана ў паведамленні, побач з тым, што захоўваецца

check-title = Што ёсць у базе фактаў пра гэтае паведамленне
check-differs = У базе фактаў сказана інакш
check-agrees = У базе фактаў тое самае
check-beside = Пра тое самае, але без ліку ці даты для параўнання
message-says = у паведамленні: «{ $text }»
quoted = «{ $text }»
nothing-held = У базе фактаў няма нічога пра тое, што сказана ў гэтым паведамленні.
nothing-held-on = У базе нічога няма пра наступнае: { $texts }.
nothing-to-check = У гэтым паведамленні няма чаго параўноўваць: няма сцвярджэнняў з лікамі, датамі ці імёнамі. Пытанні і адмаўленні не параўноўваюцца.
no-text-in-message = У гэтым паведамленні няма тэксту.
check-more = Тут не паказана: { $passages }. Каб убачыць астатняе, праверце карацейшае паведамленне.
passage-count = { $count ->
    [one] { $count } месца
    [few] { $count } месцы
    [many] { $count } месцаў
   *[other] { $count } месца
}
check-help = У меню паведамлення, раздзел «Праграмы»: { $description }. У тэрмінале: { $example }

## Даведка

casebook = Casebook
about-casebook = Casebook адказвае паводле выверанай базы фактаў. Пры кожным сцвярджэнні ўказаныя крыніцы; дзе крыніцы разыходзяцца, паказаны абодва бакі; на тое, чаго ў базе няма, адказу не будзе.
command-help = /{ $name }: { $description }. Напрыклад: { $example }
names-forgiven = Імёны можна пісаць з памылкамі і іншым алфавітам, а ў любым параметры — звычайны тэкст.
collections = Калекцыі: { $names }.
version = Casebook { $version }.
knowledge-broken = З { $since } файлы базы фактаў не чытаюцца, і адказы даюцца паводле ранейшага іх стану: { $why }
gaps-kept = Пытанні, на якія не знайшлося адказу, захоўваюцца без таго, хто і дзе іх задаў, каб дапоўніць базу фактаў.
nothing-kept = Пытанні не захоўваюцца.

## Старонкі

page = Старонка { $page } з { $count }
previous = ◀ Назад
next = Наперад ▶
choose-one = Выберыце
to-choose-from = На выбар
menu-of-page = у меню тое, што пералічана на гэтай старонцы
shortened = (скарочана)
continued = (працяг)
sources-go-on = { $count ->
    [one] (яшчэ { $count } крыніца: наступная старонка)
    [few] (яшчэ { $count } крыніцы: наступная старонка)
    [many] (яшчэ { $count } крыніц: наступная старонка)
   *[other] (яшчэ { $count } крыніцы: наступная старонка)
}
address-too-long = (адрас занадта доўгі, каб яго паказаць)

# Кароткі выгляд адказу і пераходы ў доўгім.

in-short = Коратка; цалкам: { $pages }
more = Падрабязней ({ $pages })
shorter = Коратка
go-to = Перайсці да …
go-to-page = Старонка { $page }: { $headings }
go-to-pages = Старонкі { $first }–{ $last }: { $headings }
last-page = Апошняя старонка, { $page }
basis = факты паводле версіі { $version }
more-statements = Тут апушчана: { $statements }; цалкам: { $way }
console-greeting = Задайце пытанне або набярыце { $help }. { $tab } дапаўняе, { $all } паказвае адказ цалкам, { $quit } завяршае.
nothing-asked = Яшчэ нічога не спытана.

to-sources = Крыніцы
to-related = Звязанае
to-comparable = Параўнаць з …
to-cite = Цытаваць
to-share = Паказаць усім
to-delete = Выдаліць
not-yours = Выдаліць гэта можа толькі той, хто спытаў, або той, хто кіруе тут паведамленнямі.
where-it-stands = Дзе што сказана
related-to = Звязанае: { $title }
events-with = Падзеі з удзелам: { $names }
compare-title = З чым параўнаць: { $title }
comparable-heading = Ёсць з чым параўнаць
shared-aspects = (агульнае: { $aspects })

## Паміж часткамі спіса

joint-comma = { $before }, { $after }
joint-dot = { $before } · { $after }
joint-semicolon = { $before }; { $after }
joint-and = { $before } і { $after }

## Камандны радок

fault-count = { $count ->
    [one] { $count } праблема
    [few] { $count } праблемы
    [many] { $count } праблем
   *[other] { $count } праблемы
}
error-count = { $count ->
    [one] { $count } памылка
    [few] { $count } памылкі
    [many] { $count } памылак
   *[other] { $count } памылкі
}
warning-count = { $count ->
    [one] { $count } папярэджанне
    [few] { $count } папярэджанні
    [many] { $count } папярэджанняў
   *[other] { $count } папярэджання
}
file-count = { $count ->
    [one] { $count } файл
    [few] { $count } файлы
    [many] { $count } файлаў
   *[other] { $count } файла
}
errors-warnings = { $errors }, { $warnings }
files-with = { $files }: { $found }

## Блізкае да пытання, на якое адказу няма

near-title = Менавіта гэтага ў базе фактаў няма
near-note = У базе фактаў няма нічога менавіта пра тое, што спытана. Магчыма, дапаможа нешта з гэтага.
near-heading = Магчыма
near-opposite = У базе сказана адваротнае таму, пра што спытана, або гаворка ідзе пра нешта блізкае.
word-read-as = «{ $word }» зразумета як «{ $read }»
word-not-found = паводле слова «{ $word }» нічога не знойдзена

## Каманды (у Discord беларускай мовы няма; гэта паказваецца ў даведцы)

slash-ask = Спытаць сваімі словамі; адказваюць найлепшыя факты з крыніцамі
slash-ask-question = Ваша пытанне
slash-event = Адна падзея: дата, месца, удзельнікі, факты, разыходжанні, што было да і пасля
slash-event-question = Падзея сваімі словамі, з годам, калі ён вядомы
slash-actor = Чалавек, краіна, арганізацыя або рэч: імёны, членства, факты паводле аспектаў, апошнія падзеі
slash-actor-question = Імя або назва, у любым напісанні і любым алфавітам
slash-compare = Два ўдзельнікі або дзве падзеі побач, з крыніцамі для кожнага боку
slash-compare-first = Чалавек, краіна, арганізацыя або падзея
slash-compare-second = Яшчэ адзін запіс таго ж роду
slash-compare-aspect = Толькі пра гэта, напрыклад press freedom
slash-timeline = Падзеі ў парадку дат
slash-timeline-about = Чые падзеі: чалавек, краіна або арганізацыя
slash-timeline-from = З якога часу, напрыклад 2010 або 2010-07
slash-timeline-to = Па які час, напрыклад 2016 або 2016-11-29
slash-timeline-topic = Толькі падзеі на гэтую тэму
slash-trend = Лікі паводле аспекту ў часе; спрэчныя значэнні і прагнозы адзначаны
slash-trend-aspect = Што вымяраецца, напрыклад trade turnover
slash-trend-about = Чые лікі: чалавек, краіна або арганізацыя
slash-sources = Крыніцы гэтай базы фактаў або адна з іх з усім, што на ёй грунтуецца
slash-sources-source = Крыніца паводле назвы, аўтара або выдаўца
slash-check = Лікі і даты паведамлення побач з тым, што ёсць у базе фактаў
slash-check-message = Тэкст паведамлення
slash-help = Пра што можна спытаць і што ёсць у гэтай базе фактаў
slash-any-private = Паказаць адказ толькі вам
slash-any-language = Мова подпісаў, дат і паметак; факты застаюцца як запісаныя
