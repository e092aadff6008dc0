# Слова Casebook по-русски. Ключи и правила — в en.ftl.
#
# Имена и названия остаются такими, как записаны (латиницей), и не склоняются: вокруг них нет форм, которые потребовали бы
# рода, числа или падежа. Поэтому «X — участник Y», а не «X был(а) участником Y». В связи первым стоит либо подлежащее, либо
# ярлык перед двоеточием: на этом месте бывает и «каждая сторона». То, что длится, сказано глаголом; то, что прошло, без него.
#
# Падежи дат: plain (2016 год), bare (2016, для ссылок), genitive и prepositional для частей, а с предлогом — in
# (в 2016 году), since (с 2016 года), until (до 2016 года), by (по 2016 год), as-of (на 2016 год).

## Что сделать иначе

no-such-command = Команды `/{ $name }` нет. { $help }
did-you-mean = Может быть, `/{ $near }`?
the-commands-are = Есть команды { $names }.
no-such-option = У команды `/{ $command }` нет параметра `{ $name }`. Есть { $names }.
option-missing = Команде `/{ $command }` нужен параметр `{ $option }` («{ $description }»). Например: `{ $example }`.
takes-no-text = Команда `/{ $command }` не принимает текста.
takes-several-texts = Команда `/{ $command }` принимает несколько текстов, назовите каждый: `/{ $command } { $usage }`.
takes-text = Параметр `{ $option }` принимает текст.
takes-flag = Параметр `{ $option }` принимает `true` или `false`.
takes-one-of = Параметр `{ $option }` принимает одно из значений: { $names }.
takes-date = Параметр `{ $option }` принимает год, месяц или день, например `2010`, `2010-07`, `2010-07-15` или `июль 2010`.
from-after-to = Начало периода позже его конца. Поменяйте их местами или уберите одно из них.
same-twice = Дважды названо одно и то же: «{ $title }». Для сравнения назовите две разные записи.
unlike-pair = «{ $first }» — это { $first_kind }, а «{ $second }» — это { $second_kind }. Сравнить можно двух участников или два события.
stale-button = Эта кнопка осталась от другой версии Casebook. Пожалуйста, задайте вопрос ещё раз.
not-understood = Здесь на это ответить нельзя. Пожалуйста, воспользуйтесь одной из команд; их список — в /help.
apology = При подготовке ответа что-то пошло не так. Ошибка записана.
stopped = Бот остановлен раньше, чем был готов ответ. Пожалуйста, повторите вопрос чуть позже.
cooldown-user = Вы много спрашивали за короткое время. Пожалуйста, подождите ещё немного: { $wait }.
cooldown-channel = Здесь много спрашивали за короткое время. Пожалуйста, подождите ещё немного: { $wait }.
second-count = { $count ->
    [one] { $count } секунда
    [few] { $count } секунды
    [many] { $count } секунд
   *[other] { $count } секунды
}
minute-count = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
    [many] { $count } минут
   *[other] { $count } минуты
}

## Как язык называет себя

language-name = Русский

## Виды записей

kind-event = событие
kind-actor = участник
kind-topic = тема
kind-aspect = аспект
kind-fact = факт
kind-source = источник
kind-relation = связь

actor-person = человек
actor-country = страна
actor-organisation = организация
actor-company = компания
actor-group = группа
actor-object = объект

## Не найдено или найдено несколько

not-here = В этой базе фактов такого нет
no-answer-for = В базе фактов нет ответа на запрос «{ $text }». Догадок бот не строит.
no-answer = В базе фактов нет ответа на этот запрос. Догадок бот не строит.
nearest = Ближайшие записи; возможно, они о другом
which-one = Что имеется в виду?
several-fit = Запросу «{ $text }» соответствует несколько записей. Выберите одну или добавьте слово.
several-fit-text = Этому запросу соответствует несколько записей. Выберите одну или добавьте слово.
likely = Вероятные записи
read-as = «{ $text }» понято как: { $title }
shown-as = Показано как { $request }
twin = { $by } · { $title }
    .by = bare

fact-count = { $count ->
    [one] { $count } факт
    [few] { $count } факта
    [many] { $count } фактов
   *[other] { $count } факта
}
event-count = { $count ->
    [one] { $count } событие
    [few] { $count } события
    [many] { $count } событий
   *[other] { $count } события
}
actor-count = { $count ->
    [one] { $count } участник
    [few] { $count } участника
    [many] { $count } участников
   *[other] { $count } участника
}
source-count = { $count ->
    [one] { $count } источник
    [few] { $count } источника
    [many] { $count } источников
   *[other] { $count } источника
}
page-count = { $count ->
    [one] { $count } страница
    [few] { $count } страницы
    [many] { $count } страниц
   *[other] { $count } страницы
}
statement-count = { $count ->
    [one] { $count } утверждение
    [few] { $count } утверждения
    [many] { $count } утверждений
   *[other] { $count } утверждения
}
aspect-count = { $count ->
    [one] { $count } аспект
    [few] { $count } аспекта
    [many] { $count } аспектов
   *[other] { $count } аспекта
}

coverage = В базе — { $facts }, { $events } и { $actors }; всё опирается на { $sources }.
coverage-span = В базе — { $facts }, { $events } и { $actors }; всё опирается на { $sources }. События охватывают время { $first } { $last }.
    .first = since
    .last = by

## Подписи

when = Когда
where = Где
who = Кто
how-many = Сколько
value-by = { $value } ({ $who })
either-value = { $one } или { $other }
disputed-values = { $values }: данные расходятся
topics = Темы
kind = Вид
also-called = Другие имена и названия
author = Автор
publisher = Издатель
published = Опубликовано
language = Язык
link = Ссылка
remark = Примечание

## Заголовки

facts = Факты
disagreements = В чём источники расходятся
before = До этого
after = После этого
ties = Членство и связи
latest-events = Последние события
related = Связанные события
said = Высказывания
in-facts-of-others = В фактах о других
events = События
see-also = См. также
no-number = Без числа
one-number = Число здесь только одно, поэтому динамики не видно.
only-partly-then = Отчасти или, возможно, тогда
undated = Без даты
sources = Источники

## Сравнения

pair = { $first } и { $second }
summary = Кратко
more-on-aspect = { $label } (ещё { $more }: aspect:{ $aspect })
near-aspects = { $first } / { $second }
not-compared-on = База фактов не сравнивает их по аспекту: { $aspect }.
no-such-aspect = По запросу «{ $text }» базе фактов сравнивать нечего; вот всё, что в ней есть об этой паре.
not-compared = База фактов не даёт сравнения этой пары.
between = Между ними
between-latest = Между ними (последних: { $count })
only-for = Только для { $name }
only-for-on = Только для { $name } есть факты по аспектам: { $aspects }.
label-count = { $label } ({ $count })
nothing-known = сведений нет
nothing-known-of = { $name }: сведений нет
side = { $name }:
ties-between = Связи между ними
ties-both = Общие связи
ties-differing = Связи, которыми они различаются
some = { $heading }: { $shown } из { $count }
events-both = Общие события
events-both-latest = Общие события (последних: { $count })

## Связи

each = каждая сторона

# Должность — слова составителя. " to " отделено от места в программе; здесь оно возвращается на своё место.
post = «{ $office }», { $to }
post-to = «{ $office } to { $place }», { $to }
held = ({ $post }; { $date })
held-as-of = ({ $post }; по состоянию { $date })
    .date = as-of
with-note = { $text }. { $note }.
without-note = { $text }.
dated-tie = { $text } ({ $date })
    .date = { $how ->
        [in] in
       *[other] plain
    }
as-of = { $text } (по состоянию { $date })
    .date = as-of
joined = { $from } — { $kind } — { $to }
definite = { $name }

## Виды связей

tie-member-of = { $way ->
    [past] { $from } — участник { $to }
    [back] { $to }: в состав входит { $from }
    [back-past] { $to }: в числе участников — { $from }
   *[now] { $from } входит в { $to }
}
tie-candidate-of = { $way ->
    [past] { $from } — кандидат на вступление в { $to }
    [back] { $to }: на членство претендует { $from }
    [back-past] { $to }: кандидат на вступление — { $from }
   *[now] { $from } претендует на членство в { $to }
}
tie-takes-part-in = { $way ->
    [past] { $from } — участник { $to }
    [back] { $to }: среди участников есть { $from }
    [back-past] { $to }: в числе участников — { $from }
   *[now] { $from } участвует в { $to }
}
tie-part-of = { $way ->
    [past] { $from } — в составе { $to }
    [back] { $to }: в состав входит { $from }
    [back-past] { $to }: в составе — { $from }
   *[now] { $from } входит в состав { $to }
}
tie-was-part-of = { $way ->
    [past] { $from } — в прошлом в составе { $to }
    [back] { $to }: в прошлом в составе — { $from }
    [back-past] { $to }: в прошлом в составе — { $from }
   *[now] { $from } — в прошлом в составе { $to }
}
tie-holds-office = { $way ->
    [past] { $from } — на посту { $post }
    [back] { $to }: должность «{ $office }» занимает { $from }
    [back-past] { $to }: на посту «{ $office }» — { $from }
   *[now] { $from } занимает должность { $post }
}
tie-successor-of = { $way ->
    [past] { $from } — преемник { $to }
    [back] { $to }: преемником является { $from }
    [back-past] { $to }: преемник — { $from }
   *[now] { $from } является преемником { $to }
}
tie-located-in = { $way ->
    [past] { $from } — на территории { $to }
    [back] { $to }: здесь находится { $from }
    [back-past] { $to }: место расположения { $from }
   *[now] { $from } находится в { $to }
}
tie-based-in = { $way ->
    [past] { $from } — с базой в { $to }
    [back] { $to }: здесь базируется { $from }
    [back-past] { $to }: место базирования { $from }
   *[now] { $from } базируется в { $to }
}
tie-owned-by = { $way ->
    [past] { $from } — в собственности { $to }
    [back] { $to }: в собственности находится { $from }
    [back-past] { $to }: в собственности — { $from }
   *[now] { $from } находится в собственности { $to }
}
tie-built-by = { $way ->
    [past] { $from }: строительство — { $to }
    [back] { $to }: строительство { $from }
    [back-past] { $to }: строительство { $from }
   *[now] { $from }: строительство — { $to }
}
tie-runs = { $way ->
    [past] { $from } — во главе { $to }
    [back] { $to }: руководство осуществляет { $from }
    [back-past] { $to }: во главе — { $from }
   *[now] { $from } руководит { $to }
}
tie-produces = { $way ->
    [past] { $from } — производитель { $to }
    [back] { $to }: производством занимается { $from }
    [back-past] { $to }: производитель — { $from }
   *[now] { $from } производит { $to }
}
tie-assembles = { $way ->
    [past] { $from }: сборка { $to }
    [back] { $to }: сборку ведёт { $from }
    [back-past] { $to }: сборка — { $from }
   *[now] { $from } ведёт сборку { $to }
}
tie-developed = { $way ->
    [past] { $from } — разработчик { $to }
    [back] { $to }: разработчик — { $from }
    [back-past] { $to }: разработчик — { $from }
   *[now] { $from } — разработчик { $to }
}
tie-version-of = { $way ->
    [past] { $from } — версия { $to }
    [back] { $to }: одной из версий является { $from }
    [back-past] { $to }: одна из версий — { $from }
   *[now] { $from } является версией { $to }
}
tie-has-in-service = { $way ->
    [past] { $from }: на вооружении — { $to }
    [back] { $to } состоит на вооружении { $from }
    [back-past] { $to } — на вооружении { $from }
   *[now] { $from } имеет на вооружении { $to }
}
tie-supplies-arms-to = { $way ->
    [past] { $from } — поставщик оружия в { $to }
    [back] { $to }: оружие поставляет { $from }
    [back-past] { $to }: поставщик оружия — { $from }
   *[now] { $from } поставляет оружие в { $to }
}
tie-supplies-oil-to = { $way ->
    [past] { $from } — поставщик нефти в { $to }
    [back] { $to }: нефть поставляет { $from }
    [back-past] { $to }: поставщик нефти — { $from }
   *[now] { $from } поставляет нефть в { $to }
}
tie-supplies-gas-to = { $way ->
    [past] { $from } — поставщик газа в { $to }
    [back] { $to }: газ поставляет { $from }
    [back-past] { $to }: поставщик газа — { $from }
   *[now] { $from } поставляет газ в { $to }
}
tie-supplies-energy-to = { $way ->
    [past] { $from } — поставщик энергии в { $to }
    [back] { $to }: энергию поставляет { $from }
    [back-past] { $to }: поставщик энергии — { $from }
   *[now] { $from } поставляет энергию в { $to }
}
tie-partner-of = { $way ->
    [past] { $from } — партнёр { $to }
    [back] { $to } является партнёром { $from }
    [back-past] { $to } — партнёр { $from }
   *[now] { $from } является партнёром { $to }
}
tie-ally-of = { $way ->
    [past] { $from } — союзник { $to }
    [back] { $to } является союзником { $from }
    [back-past] { $to } — союзник { $from }
   *[now] { $from } является союзником { $to }
}
tie-aligned-with = { $way ->
    [past] { $from } — на одной стороне с { $to }
    [back] { $to } выступает на одной стороне с { $from }
    [back-past] { $to } — на одной стороне с { $from }
   *[now] { $from } выступает на одной стороне с { $to }
}
tie-cooperates-with = { $way ->
    [past] { $from } — в сотрудничестве с { $to }
    [back] { $to } сотрудничает с { $from }
    [back-past] { $to } — в сотрудничестве с { $from }
   *[now] { $from } сотрудничает с { $to }
}
tie-has-ties-with = { $way ->
    [past] { $from }: связи с { $to }
    [back] { $to } поддерживает связи с { $from }
    [back-past] { $to }: связи с { $from }
   *[now] { $from } поддерживает связи с { $to }
}
tie-in-conflict-with = { $way ->
    [past] { $from } — в конфликте с { $to }
    [back] { $to } находится в конфликте с { $from }
    [back-past] { $to } — в конфликте с { $from }
   *[now] { $from } находится в конфликте с { $to }
}
tie-at-war-with = { $way ->
    [past] { $from } — в состоянии войны с { $to }
    [back] { $to } находится в состоянии войны с { $from }
    [back-past] { $to } — в состоянии войны с { $from }
   *[now] { $from } находится в состоянии войны с { $to }
}
tie-supports = { $way ->
    [past] { $from } — в поддержку { $to }
    [back] { $to } пользуется поддержкой { $from }
    [back-past] { $to } — при поддержке { $from }
   *[now] { $from } поддерживает { $to }
}
tie-mediates-for = { $way ->
    [past] { $from } — посредник для { $to }
    [back] { $to }: посредником выступает { $from }
    [back-past] { $to }: посредник — { $from }
   *[now] { $from } выступает посредником для { $to }
}
tie-recognises = { $way ->
    [past] { $from }: признание { $to }
    [back] { $to } пользуется признанием { $from }
    [back-past] { $to }: признание от { $from }
   *[now] { $from } признаёт { $to }
}
tie-does-not-recognise = { $way ->
    [past] { $from }: непризнание { $to }
    [back] { $to } не пользуется признанием { $from }
    [back-past] { $to }: без признания от { $from }
   *[now] { $from } не признаёт { $to }
}
tie-has-embassy-in = { $way ->
    [past] { $from }: посольство в { $to }
    [back] { $to } принимает посольство { $from }
    [back-past] { $to }: посольство { $from }
   *[now] { $from } имеет посольство в { $to }
}
tie-broke-away-from = { $way ->
    [past] { $from }: отделение от { $to }
    [back] { $to }: отделение { $from }
    [back-past] { $to }: отделение { $from }
   *[now] { $from }: отделение от { $to }
}
tie-interviewed = { $way ->
    [past] { $from } — автор интервью с { $to }
    [back] { $to }: автор интервью — { $from }
    [back-past] { $to }: автор интервью — { $from }
   *[now] { $from } — автор интервью с { $to }
}
tie-spoke-to = { $way ->
    [past] { $from }: комментарий для { $to }
    [back] { $to }: комментарий от { $from }
    [back-past] { $to }: комментарий от { $from }
   *[now] { $from }: комментарий для { $to }
}
tie-wrote-for = { $way ->
    [past] { $from } — автор публикаций в { $to }
    [back] { $to }: среди авторов — { $from }
    [back-past] { $to }: среди авторов — { $from }
   *[now] { $from } — автор публикаций в { $to }
}

## Хронология и динамика

timeline = Хронология
timeline-of = Хронология: { $of }
in-one-period = { $title }, { $date }
in-period = { $title }, { $from } { $to }
    .from = since
    .to = by
since-date = { $title }, { $from }
    .from = since
until-date = { $title }, { $to }
    .to = by
no-such-event = В базе фактов нет такого события.
no-such-fact = В базе фактов нет фактов об этом.
trend = { $aspect } ({ $unit })
trend-of = { $aspect }: { $about } ({ $unit })
trend-bare = { $aspect }
trend-bare-of = { $aspect }: { $about }
aspect-note = Примечание составителя: { $note }
quantity = { $value } { $unit }
number = { $number }
value-range = { $least }–{ $most }
share-more = +{ $share }{"\u00A0"}%
share-less = −{ $share }{"\u00A0"}%
higher = Было { $first } ({ $first_date }), стало { $last } ({ $last_date }): рост, { $change }.
    .first_date = bare
    .last_date = bare
lower = Было { $first } ({ $first_date }), стало { $last } ({ $last_date }): снижение, { $change }.
    .first_date = bare
    .last_date = bare
same = Было { $first } ({ $first_date }), стало { $last } ({ $last_date }): без изменений.
    .first_date = bare
    .last_date = bare
higher-than-none = Было { $first } ({ $first_date }), стало { $last } ({ $last_date }): рост.
    .first_date = bare
    .last_date = bare
lower-than-none = Было { $first } ({ $first_date }), стало { $last } ({ $last_date }): снижение.
    .first_date = bare
    .last_date = bare

## Источники

sources-on = Источники: { $title }
rests-on = Всё в этой базе фактов опирается на { $sources }.
one-source = Один источник и всё, что на него опирается: /sources source:…
source-line = { $publisher }, { $date }: { $facts }, { $events }, { $actors }
    .date = bare
facts-resting = Факты, которые на него опираются
events-resting = События, которые на него опираются
citation = «{ $title }», { $publisher }, { $date }
    .date = bare
citation-by = { $author }, { $citation }
citation-at = { $citation } ({ $places })

## При утверждениях

dated = { $date }:
according-to = — по данным { $who }
marks = ({ $marks })
disputed = спорно
disputed-on = спорно: { $on }
forecast = прогноз
superseded = устарело
superseded-because = устарело: { $reason }
order-uncertain = порядок точно не известен
card-label = { $label }:
candidate-kind = ({ $kind }, { $id })

## Даты

date-time = { $date }, { $time }
date-or = { $dates } или { $last }
    .dates = bare
    .last = bare
date-and = { $dates } и { $last }
    .dates = bare
    .last = bare
date-or-before = { $date } или раньше
date-or-after = { $date } или позже
date-span = { $first }–{ $last }
year-span = { $case ->
    [bare] { $first }–{ $last }
    [in] в { $first }–{ $last } годах
    [since] с { $first }–{ $last } годов
    [until] до { $first }–{ $last } годов
    [by] по { $first }–{ $last } годы
    [as-of] на { $first }–{ $last } годы
   *[plain] { $first }–{ $last } годы
}
    .first = bare
    .last = bare
date-wide-span = { $first } — { $last }
date-unknown = время неизвестно
unknown-time = { $case ->
    [since] с неизвестного времени
    [until] до неизвестного времени
    [by] по неизвестное время
   *[plain] неизвестное время
}
date-since = { $date }
    .date = since
date-end-unknown = { $date }, окончание неизвестно
    .date = since
date-until = { $date }
    .date = until
date-beginning-unknown = { $date }, начало неизвестно
    .date = until
date-from-to = { $first } { $last }
    .first = since
    .last = by
date-full = { $case ->
    [since] { $day ->
        [2] со
       *[other] с
    } { $day } { $month } { $year }
    [until] до { $day } { $month } { $year }
    [by] по { $day } { $month } { $year }
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
    [in] в { $month } { $year }
    [since] с { $month } { $year }
    [until] до { $month } { $year }
    [by] по { $month } { $year }
    [as-of] на { $month } { $year }
   *[plain] { $month } { $year }
}
    .month = { $case ->
        [in] prepositional
        [since] genitive
        [until] genitive
       *[plain] plain
    }
    .year = { $case ->
        [bare] bare
       *[plain] genitive
    }
date-season = { $season } { $year }{ $half ->
    [north] {" "}(Северное полушарие)
    [south] {" "}(Южное полушарие)
   *[unknown] {""}
}
    .year = { $case ->
        [bare] bare
       *[plain] genitive
    }
date-perhaps-about = возможно, примерно { $date }
date-about = примерно { $date }
date-perhaps = предположительно { $date }
year-number = { $number }
year = { $case ->
    [bare] { $year }
    [genitive] { $year } года
    [in] в { $year } году
    [since] с { $year } года
    [until] до { $year } года
    [by] по { $year } год
    [as-of] на { $year } год
   *[plain] { $year } год
}
year-bce = { $case ->
    [bare] { $year } до н. э.
    [genitive] { $year } года до н. э.
    [in] в { $year } году до н. э.
    [since] с { $year } года до н. э.
    [until] до { $year } года до н. э.
    [by] по { $year } год до н. э.
    [as-of] на { $year } год до н. э.
   *[plain] { $year } год до н. э.
}
year-unknown = { $case ->
    [genitive] неизвестного года
    [in] в неизвестном году
    [since] с неизвестного года
    [until] до неизвестного года
    [by] по неизвестный год
    [as-of] на неизвестный год
   *[plain] неизвестный год
}

# «1900-е годы» по-русски — всегда десятилетие.
first-decade = { $case ->
    [bare] { $year }-е
    [genitive] { $year }-х годов
    [in] в { $year }-х годах
    [since] с { $year }-х годов
    [until] до { $year }-х годов
    [by] по { $year }-е годы
    [as-of] на { $year }-е годы
   *[plain] { $year }-е годы
}
decade = { $case ->
    [bare] { $year }-е
    [genitive] { $year }-х годов
    [in] в { $year }-х годах
    [since] с { $year }-х годов
    [until] до { $year }-х годов
    [by] по { $year }-е годы
    [as-of] на { $year }-е годы
   *[plain] { $year }-е годы
}
century = { $case ->
    [in] { $number ->
        [2] во
       *[other] в
    }{" "}
    [since] { $number ->
        [2] со
       *[other] с
    }{" "}
    [until] до{" "}
    [by] по{" "}
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
   *[other] { $number }-й
}{ $case ->
    [genitive] {" "}века
    [in] {" "}веке
    [since] {" "}века
    [until] {" "}века
   *[plain] {" "}век
}
month = { $case ->
    [genitive] { $number ->
        [1] января
        [2] февраля
        [3] марта
        [4] апреля
        [5] мая
        [6] июня
        [7] июля
        [8] августа
        [9] сентября
        [10] октября
        [11] ноября
       *[12] декабря
    }
    [prepositional] { $number ->
        [1] январе
        [2] феврале
        [3] марте
        [4] апреле
        [5] мае
        [6] июне
        [7] июле
        [8] августе
        [9] сентябре
        [10] октябре
        [11] ноябре
       *[12] декабре
    }
   *[plain] { $number ->
        [1] январь
        [2] февраль
        [3] март
        [4] апрель
        [5] май
        [6] июнь
        [7] июль
        [8] август
        [9] сентябрь
        [10] октябрь
        [11] ноябрь
       *[12] декабрь
    }
}
season = { $case ->
    [in] { $number ->
        [21] весной
        [22] летом
        [23] осенью
        [24] зимой
        [33] в первом квартале
        [34] во втором квартале
        [35] в третьем квартале
        [36] в четвёртом квартале
        [37] в первой трети
        [38] во второй трети
        [39] в последней трети
        [40] в первой половине
       *[41] во второй половине
    }
    [since] { $number ->
        [21] с весны
        [22] с лета
        [23] с осени
        [24] с зимы
        [33] с первого квартала
        [34] со второго квартала
        [35] с третьего квартала
        [36] с четвёртого квартала
        [37] с первой трети
        [38] со второй трети
        [39] с последней трети
        [40] с первой половины
       *[41] со второй половины
    }
    [until] { $number ->
        [21] до весны
        [22] до лета
        [23] до осени
        [24] до зимы
        [33] до первого квартала
        [34] до второго квартала
        [35] до третьего квартала
        [36] до четвёртого квартала
        [37] до первой трети
        [38] до второй трети
        [39] до последней трети
        [40] до первой половины
       *[41] до второй половины
    }
    [by] { $number ->
        [21] по весну
        [22] по лето
        [23] по осень
        [24] по зиму
        [33] по первый квартал
        [34] по второй квартал
        [35] по третий квартал
        [36] по четвёртый квартал
        [37] по первую треть
        [38] по вторую треть
        [39] по последнюю треть
        [40] по первую половину
       *[41] по вторую половину
    }
    [as-of] { $number ->
        [21] на весну
        [22] на лето
        [23] на осень
        [24] на зиму
        [33] на первый квартал
        [34] на второй квартал
        [35] на третий квартал
        [36] на четвёртый квартал
        [37] на первую треть
        [38] на вторую треть
        [39] на последнюю треть
        [40] на первую половину
       *[41] на вторую половину
    }
   *[plain] { $number ->
        [21] весна
        [22] лето
        [23] осень
        [24] зима
        [33] первый квартал
        [34] второй квартал
        [35] третий квартал
        [36] четвёртый квартал
        [37] первая треть
        [38] вторая треть
        [39] последняя треть
        [40] первая половина
       *[41] вторая половина
    }
}

## Что сказано в сообщении, рядом с тем, что хранится

check-title = Что есть в базе фактов об этом сообщении
check-differs = В базе фактов сказано иначе
check-agrees = В базе фактов то же самое
check-beside = О том же, но без числа или даты для сравнения
message-says = в сообщении: «{ $text }»
quoted = «{ $text }»
nothing-held = В базе фактов нет ничего о том, что сказано в этом сообщении.
nothing-held-on = В базе ничего нет о следующем: { $texts }.
nothing-to-check = В этом сообщении нечего сравнивать: нет утверждений с числами, датами или именами. Вопросы и отрицания не сравниваются.
no-text-in-message = В этом сообщении нет текста.
check-more = Здесь не показано: { $passages }. Чтобы увидеть остальное, проверьте сообщение покороче.
passage-count = { $count ->
    [one] { $count } место
    [few] { $count } места
    [many] { $count } мест
   *[other] { $count } места
}
check-help = «Проверить сообщение», в меню сообщения, раздел «Приложения»: { $description }. В терминале: { $example }

## Справка

casebook = Casebook
about-casebook = Casebook отвечает по выверенной базе фактов. У каждого утверждения указаны источники; где источники расходятся, показаны обе стороны; на то, чего в базе нет, ответа не будет.
command-help = /{ $name }: { $description }. Например: { $example }
names-forgiven = Имена можно писать с ошибками и другим алфавитом, а в любом параметре — обычный текст.
collections = Коллекции: { $names }.
version = Casebook { $version }.
knowledge-broken = С { $since } файлы базы фактов не читаются, и ответы даются по прежнему их состоянию: { $why }
gaps-kept = Вопросы, на которые не нашлось ответа, сохраняются без того, кто и где их задал, чтобы дополнить базу фактов.
nothing-kept = Вопросы не сохраняются.

## Страницы

page = Страница { $page } из { $count }
previous = ◀ Назад
next = Вперёд ▶
choose-one = Выберите
to-choose-from = На выбор
menu-of-page = в меню то, что перечислено на этой странице
shortened = (сокращено)
continued = (продолжение)
sources-go-on = { $count ->
    [one] (ещё { $count } источник: следующая страница)
    [few] (ещё { $count } источника: следующая страница)
    [many] (ещё { $count } источников: следующая страница)
   *[other] (ещё { $count } источника: следующая страница)
}
address-too-long = (адрес слишком длинный, чтобы его показать)

# Краткий вид ответа и переходы в длинном.

in-short = Кратко; целиком: { $pages }
more = Подробнее ({ $pages })
shorter = Кратко
go-to = Перейти к …
go-to-page = Страница { $page }: { $headings }
go-to-pages = Страницы { $first }–{ $last }: { $headings }
last-page = Последняя страница, { $page }
basis = факты по версии { $version }
more-statements = Здесь опущено: { $statements }; целиком: { $way }
console-greeting = Задайте вопрос или наберите { $help }. { $tab } дополняет, { $all } показывает ответ целиком, { $quit } завершает.
nothing-asked = Ещё ничего не спрошено.

to-sources = Источники
to-related = Связанное
to-comparable = Сравнить с …
to-cite = Цитировать
to-share = Показать всем
to-delete = Удалить
not-yours = Удалить это может только тот, кто спросил, или тот, кто управляет здесь сообщениями.
where-it-stands = Где что сказано
related-to = Связанное: { $title }
events-with = События с участием: { $names }
compare-title = С чем сравнить: { $title }
comparable-heading = Есть с чем сравнить
shared-aspects = (общее: { $aspects })

## Между частями списка

joint-comma = { $before }, { $after }
joint-dot = { $before } · { $after }
joint-semicolon = { $before }; { $after }
joint-and = { $before } и { $after }

## Командная строка

fault-count = { $count ->
    [one] { $count } проблема
    [few] { $count } проблемы
    [many] { $count } проблем
   *[other] { $count } проблемы
}
error-count = { $count ->
    [one] { $count } ошибка
    [few] { $count } ошибки
    [many] { $count } ошибок
   *[other] { $count } ошибки
}
warning-count = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
    [many] { $count } предупреждений
   *[other] { $count } предупреждения
}
file-count = { $count ->
    [one] { $count } файл
    [few] { $count } файла
    [many] { $count } файлов
   *[other] { $count } файла
}
errors-warnings = { $errors }, { $warnings }
files-with = { $files }: { $found }

## Близкое к вопросу, на который ответа нет

near-title = Именно этого в базе фактов нет
near-note = В базе фактов нет ничего именно о том, что спрошено. Возможно, поможет что-то из этого.
near-heading = Возможно
near-opposite = В базе сказано обратное тому, о чём спрошено, или речь идёт о чём-то близком.
word-read-as = «{ $word }» понято как «{ $read }»
word-not-found = по слову «{ $word }» ничего не найдено

## Команды в Discord

slash-ask = Спросить своими словами; отвечают лучшие факты с источниками
    .name = спросить
slash-ask-question = Ваш вопрос
    .name = вопрос
slash-event = Одно событие: дата, место, участники, факты, разногласия, что было до и после
    .name = событие
slash-event-question = Событие своими словами, с годом, если он известен
    .name = событие
slash-actor = Человек, страна, организация или вещь: имена, членство, факты по аспектам, последние события
    .name = участник
slash-actor-question = Имя или название, в любом написании и любым алфавитом
    .name = имя
slash-compare = Два участника или два события рядом, с источниками для каждого
    .name = сравнить
slash-compare-first = Человек, страна, организация или событие
    .name = первый
slash-compare-second = Ещё одна запись того же рода
    .name = второй
slash-compare-aspect = Только об этом, например press freedom
    .name = аспект
slash-timeline = События в порядке дат
    .name = хронология
slash-timeline-about = Чьи события: человек, страна или организация
    .name = участник
slash-timeline-from = С какого времени, например 2010 или 2010-07
    .name = с
slash-timeline-to = По какое время, например 2016 или 2016-11-29
    .name = по
slash-timeline-topic = Только события на эту тему
    .name = тема
slash-trend = Числа по аспекту во времени; спорные значения и прогнозы отмечены
    .name = динамика
slash-trend-aspect = Что измеряется, например trade turnover
    .name = аспект
slash-trend-about = Чьи числа: человек, страна или организация
    .name = участник
slash-sources = Источники этой базы фактов или один из них со всем, что на него опирается
    .name = источники
slash-sources-source = Источник по названию, автору или издателю
    .name = источник
slash-check = Числа и даты сообщения рядом с тем, что есть в базе фактов
    .name = Проверить сообщение
slash-check-message = Текст сообщения
    .name = сообщение
slash-help = О чём можно спросить и что есть в этой базе фактов
    .name = помощь
slash-any-private = Показать ответ только вам
    .name = приватно
slash-any-language = Язык подписей, дат и пометок; факты остаются как записаны
    .name = язык
