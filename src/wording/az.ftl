# Casebook-un öz sözləri azərbaycanca. Açarlar və qaydalar en.ftl faylındadır.
#
# Adlar yazıldığı kimi qalır və şəkilçi almır: yanlarında adlıq halda olan birləşmələr (X üzvü, X ilə, X üçün, X ərazisində)
# işlənir. Əlaqədə birinci yerdə ya mübtəda, ya da iki nöqtədən əvvəlki ad durur: orada “hər ikisi” də ola bilər.
#
# Tarixlərin halları: plain (2016-cı il), bare (2016, istinadlar üçün), genitive (2016-cı ilin), in (2016-cı ildə),
# since (2016-cı ildən), until (2016-cı ilə). Ay və fəsil ildən sonra mənsubiyyət şəkilçisi alır: its, its-in və s.

## İstifadəçi nəyi başqa cür etməlidir

no-such-command = `/{ $name }` əmri yoxdur. { $help }
did-you-mean = Bəlkə, `/{ $near }`?
the-commands-are = Mövcud əmrlər: { $names }.
no-such-option = `/{ $command }` əmrində `{ $name }` parametri yoxdur. Mövcud parametrlər: { $names }.
option-missing = `/{ $command }` əmri üçün `{ $option }` parametri lazımdır (“{ $description }”). Məsələn: `{ $example }`.
takes-no-text = `/{ $command }` əmri mətn qəbul etmir.
takes-several-texts = `/{ $command }` əmri bir neçə mətn qəbul edir, hər birini adlandırın: `/{ $command } { $usage }`.
takes-text = `{ $option }` parametri mətn qəbul edir.
takes-flag = `{ $option }` parametri `true` və ya `false` qəbul edir.
takes-one-of = `{ $option }` parametri bunlardan birini qəbul edir: { $names }.
takes-date = `{ $option }` parametri il, ay və ya gün qəbul edir, məsələn, `2010`, `2010-07`, `2010-07-15` və ya `iyul 2010`.
from-after-to = Dövrün başlanğıcı sonundan gecdir. Yerlərini dəyişin və ya birini çıxarın.
same-twice = Hər ikisi eynidir: “{ $title }”. Müqayisə üçün iki fərqli qeyd göstərin.
unlike-pair = “{ $first }” – { $first_kind }, “{ $second }” isə – { $second_kind }. İki iştirakçını və ya iki hadisəni müqayisə edin.
stale-button = Bu düymə Casebook-un başqa versiyasından qalıb. Zəhmət olmasa, yenidən soruşun.
not-understood = Buna burada cavab vermək mümkün deyil. Zəhmət olmasa, əmrlərdən birini seçin; onların siyahısı /help əmrindədir.
apology = Cavab hazırlanarkən xəta baş verdi. Xəta qeydə alındı.
stopped = Bot cavab hazır olmadan dayandırıldı. Zəhmət olmasa, bir az sonra yenidən soruşun.
cooldown-user = Qısa müddətdə çox sual verdiniz. Zəhmət olmasa, bir az gözləyin: { $wait }.
cooldown-channel = Burada qısa müddətdə çox sual verilib. Zəhmət olmasa, bir az gözləyin: { $wait }.
second-count = { $count } saniyə
minute-count = { $count } dəqiqə

## Dil özünü necə adlandırır

language-name = Azərbaycanca

## Qeydlərin növləri

kind-event = hadisə
kind-actor = iştirakçı
kind-topic = mövzu
kind-aspect = aspekt
kind-fact = fakt
kind-source = mənbə
kind-relation = əlaqə

actor-person = şəxs
actor-country = ölkə
actor-organisation = təşkilat
actor-company = şirkət
actor-group = qrup
actor-object = obyekt

## Tapılmadı və ya bir neçəsi tapıldı

not-here = Bu fakt bazasında yoxdur
no-answer-for = Fakt bazasında “{ $text }” sorğusuna cavab yoxdur. Bot təxmin etmir.
no-answer = Fakt bazasında bu sorğuya cavab yoxdur. Bot təxmin etmir.
nearest = Ən yaxın qeydlər; başqa şey haqqında ola bilər
which-one = Hansı nəzərdə tutulur?
several-fit = “{ $text }” sorğusuna bir neçə qeyd uyğun gəlir. Birini seçin və ya söz əlavə edin.
several-fit-text = Bu sorğuya bir neçə qeyd uyğun gəlir. Birini seçin və ya söz əlavə edin.
likely = Ehtimal olunan qeydlər
read-as = “{ $text }” belə başa düşüldü: { $title }
shown-as = Belə göstərilir: { $request }
twin = { $by } · { $title }
    .by = bare

fact-count = { $count } fakt
event-count = { $count } hadisə
actor-count = { $count } iştirakçı
source-count = { $count } mənbə
page-count = { $count } səhifə
statement-count = { $count } ifadə
aspect-count = { $count } ortaq aspekt

coverage = { $sources } əsasında bazada { $facts }, { $events } və { $actors } var.
coverage-span = { $sources } əsasında bazada { $facts }, { $events } və { $actors } var. Hadisələr { $first } { $last } qədər olan dövrü əhatə edir.
    .first = since
    .last = until

## Yarlıqlar

when = Nə vaxt
where = Harada
who = Kim
how-many = Nə qədər
value-by = { $value } ({ $who })
either-value = { $one } və ya { $other }
disputed-values = { $values }: mübahisəlidir
topics = Mövzular
kind = Növ
also-called = Digər adları
author = Müəllif
publisher = Naşir
published = Nəşr tarixi
language = Dil
link = Keçid
remark = Qeyd

## Başlıqlar

facts = Faktlar
disagreements = Mənbələrin ziddiyyət təşkil etdiyi məqamlar
before = Bundan əvvəl
after = Bundan sonra
ties = Üzvlük və əlaqələr
latest-events = Son hadisələr
related = Əlaqəli hadisələr
said = Deyilənlər
in-facts-of-others = Başqaları haqqında faktlarda
events = Hadisələr
see-also = Həmçinin baxın
no-number = Rəqəmsiz
one-number = Yalnız bir rəqəm var, ondan dinamika görünmür.
only-partly-then = Qismən və ya bəlkə də o vaxt
undated = Tarixsiz
sources = Mənbələr

## Müqayisələr

pair = { $first } və { $second }
summary = Qısaca
more-on-aspect = { $label } (daha { $more }: aspect:{ $aspect })
near-aspects = { $first } / { $second }
not-compared-on = Fakt bazası onları bu aspekt üzrə müqayisə etmir: { $aspect }.
no-such-aspect = Fakt bazasında “{ $text }” üzrə müqayisə yoxdur; bu cütlük haqqında olanların hamısı budur.
not-compared = Fakt bazası bu cütlüyü müqayisə etmir.
between = İkisi arasında
between-latest = İkisi arasında (ən sonuncular: { $count })
only-for = Yalnız { $name } üçün
only-for-on = Yalnız { $name } üçün bu aspektlər üzrə faktlar var: { $aspects }.
label-count = { $label } ({ $count })
nothing-known = məlumat yoxdur
nothing-known-of = { $name }: məlumat yoxdur
side = { $name }:
ties-between = İkisi arasındakı əlaqələr
ties-both = Ortaq əlaqələr
ties-differing = Fərqli əlaqələr
some = { $heading } ({ $shown }/{ $count })
events-both = Ortaq hadisələr
events-both-latest = Ortaq hadisələr (ən sonuncular: { $count })

## Əlaqələr

each = hər ikisi

# Vəzifəni tərtibçi yazır. “ to ” proqramda yerdən ayrılıb, burada öz yerinə qayıdır.
post = “{ $office }” ({ $to })
post-to = “{ $office } to { $place }” ({ $to })
held = ({ $post }; { $date })
held-as-of = ({ $post }; { $date } olan məlumata görə)
    .date = until
with-note = { $text }. { $note }.
without-note = { $text }.
dated-tie = { $text } ({ $date })
    .date = { $how ->
        [on] in
        [in] in
       *[other] plain
    }
as-of = { $text } ({ $date } olan məlumata görə)
    .date = until
joined = { $from } – { $kind } – { $to }
definite = { $name }

## Əlaqə növləri

tie-member-of = { $way ->
    [past] { $from } – { $to } üzvü idi
    [back] { $to }: üzvləri arasında { $from } var
    [back-past] { $to }: üzvləri arasında { $from } var idi
   *[now] { $from } – { $to } üzvüdür
}
tie-candidate-of = { $way ->
    [past] { $from } – { $to } üzvlüyünə namizəd idi
    [back] { $to }: üzvlüyə namizədlər arasında { $from } var
    [back-past] { $to }: üzvlüyə namizədlər arasında { $from } var idi
   *[now] { $from } – { $to } üzvlüyünə namizəddir
}
tie-takes-part-in = { $way ->
    [past] { $from } – { $to } iştirakçısı idi
    [back] { $to }: iştirakçıları arasında { $from } var
    [back-past] { $to }: iştirakçıları arasında { $from } var idi
   *[now] { $from } – { $to } iştirakçısıdır
}
tie-part-of = { $way ->
    [past] { $from } – { $to } tərkibində idi
    [back] { $to }: tərkibində { $from } var
    [back-past] { $to }: tərkibində { $from } var idi
   *[now] { $from } – { $to } tərkibindədir
}
tie-was-part-of = { $way ->
    [past] { $from } – { $to } tərkibində idi
    [back] { $to }: tərkibində { $from } var idi
    [back-past] { $to }: tərkibində { $from } var idi
   *[now] { $from } – { $to } tərkibində idi
}
tie-holds-office = { $way ->
    [past] { $from } – { $post } vəzifəsində idi
    [back] { $to }: “{ $office }” vəzifəsini { $from } tutur
    [back-past] { $to }: “{ $office }” vəzifəsini { $from } tuturdu
   *[now] { $from } – { $post } vəzifəsindədir
}
tie-successor-of = { $way ->
    [past] { $from } – { $to } varisi idi
    [back] { $to }: varisi – { $from }
    [back-past] { $to }: varisi { $from } idi
   *[now] { $from } – { $to } varisidir
}
tie-located-in = { $way ->
    [past] { $from } – { $to } ərazisində idi
    [back] { $to }: ərazisində { $from } var
    [back-past] { $to }: ərazisində { $from } var idi
   *[now] { $from } – { $to } ərazisindədir
}
tie-based-in = { $way ->
    [past] { $from }: mərkəzi { $to } ərazisində idi
    [back] { $to }: ərazisində { $from } mərkəzi var
    [back-past] { $to }: ərazisində { $from } mərkəzi var idi
   *[now] { $from }: mərkəzi { $to } ərazisindədir
}
tie-owned-by = { $way ->
    [past] { $from } – { $to } mülkiyyətində idi
    [back] { $to }: mülkiyyətində { $from } var
    [back-past] { $to }: mülkiyyətində { $from } var idi
   *[now] { $from } – { $to } mülkiyyətindədir
}
tie-built-by = { $way ->
    [past] { $from }: inşaatçısı – { $to }
    [back] { $to }: inşa etdiyi – { $from }
    [back-past] { $to }: inşa etdiyi – { $from }
   *[now] { $from }: inşaatçısı – { $to }
}
tie-runs = { $way ->
    [past] { $from } – { $to } idarəçisi idi
    [back] { $to }: idarəçisi – { $from }
    [back-past] { $to }: idarəçisi { $from } idi
   *[now] { $from } – { $to } idarəçisidir
}
tie-produces = { $way ->
    [past] { $from } – { $to } istehsalçısı idi
    [back] { $to }: istehsalçısı – { $from }
    [back-past] { $to }: istehsalçısı { $from } idi
   *[now] { $from } – { $to } istehsalçısıdır
}
tie-assembles = { $way ->
    [past] { $from } – { $to } yığan tərəf idi
    [back] { $to }: yığan tərəf – { $from }
    [back-past] { $to }: yığan tərəf { $from } idi
   *[now] { $from } – { $to } yığan tərəfdir
}
tie-developed = { $way ->
    [past] { $from } – { $to } yaradıcısı
    [back] { $to }: yaradıcısı – { $from }
    [back-past] { $to }: yaradıcısı – { $from }
   *[now] { $from } – { $to } yaradıcısı
}
tie-version-of = { $way ->
    [past] { $from } – { $to } versiyası idi
    [back] { $to }: versiyaları arasında { $from } var
    [back-past] { $to }: versiyaları arasında { $from } var idi
   *[now] { $from } – { $to } versiyasıdır
}
tie-has-in-service = { $way ->
    [past] { $from }: silahlanmasında { $to } var idi
    [back] { $to } – { $from } silahlanmasındadır
    [back-past] { $to } – { $from } silahlanmasında idi
   *[now] { $from }: silahlanmasında { $to } var
}
tie-supplies-arms-to = { $way ->
    [past] { $from } – { $to } üçün silah təchizatçısı idi
    [back] { $to }: silah təchizatçısı – { $from }
    [back-past] { $to }: silah təchizatçısı { $from } idi
   *[now] { $from } – { $to } üçün silah təchizatçısıdır
}
tie-supplies-oil-to = { $way ->
    [past] { $from } – { $to } üçün neft təchizatçısı idi
    [back] { $to }: neft təchizatçısı – { $from }
    [back-past] { $to }: neft təchizatçısı { $from } idi
   *[now] { $from } – { $to } üçün neft təchizatçısıdır
}
tie-supplies-gas-to = { $way ->
    [past] { $from } – { $to } üçün qaz təchizatçısı idi
    [back] { $to }: qaz təchizatçısı – { $from }
    [back-past] { $to }: qaz təchizatçısı { $from } idi
   *[now] { $from } – { $to } üçün qaz təchizatçısıdır
}
tie-supplies-energy-to = { $way ->
    [past] { $from } – { $to } üçün enerji təchizatçısı idi
    [back] { $to }: enerji təchizatçısı – { $from }
    [back-past] { $to }: enerji təchizatçısı { $from } idi
   *[now] { $from } – { $to } üçün enerji təchizatçısıdır
}
tie-partner-of = { $way ->
    [past] { $from } – { $to } tərəfdaşı idi
    [back] { $to } – { $from } tərəfdaşıdır
    [back-past] { $to } – { $from } tərəfdaşı idi
   *[now] { $from } – { $to } tərəfdaşıdır
}
tie-ally-of = { $way ->
    [past] { $from } – { $to } müttəfiqi idi
    [back] { $to } – { $from } müttəfiqidir
    [back-past] { $to } – { $from } müttəfiqi idi
   *[now] { $from } – { $to } müttəfiqidir
}
tie-aligned-with = { $way ->
    [past] { $from } – { $to } ilə eyni mövqedə idi
    [back] { $to } – { $from } ilə eyni mövqedədir
    [back-past] { $to } – { $from } ilə eyni mövqedə idi
   *[now] { $from } – { $to } ilə eyni mövqedədir
}
tie-cooperates-with = { $way ->
    [past] { $from } – { $to } ilə əməkdaşlıqda idi
    [back] { $to } – { $from } ilə əməkdaşlıqdadır
    [back-past] { $to } – { $from } ilə əməkdaşlıqda idi
   *[now] { $from } – { $to } ilə əməkdaşlıqdadır
}
tie-has-ties-with = { $way ->
    [past] { $from }: { $to } ilə əlaqələri var idi
    [back] { $to }: { $from } ilə əlaqələri var
    [back-past] { $to }: { $from } ilə əlaqələri var idi
   *[now] { $from }: { $to } ilə əlaqələri var
}
tie-in-conflict-with = { $way ->
    [past] { $from } – { $to } ilə münaqişədə idi
    [back] { $to } – { $from } ilə münaqişədədir
    [back-past] { $to } – { $from } ilə münaqişədə idi
   *[now] { $from } – { $to } ilə münaqişədədir
}
tie-at-war-with = { $way ->
    [past] { $from } – { $to } ilə müharibə vəziyyətində idi
    [back] { $to } – { $from } ilə müharibə vəziyyətindədir
    [back-past] { $to } – { $from } ilə müharibə vəziyyətində idi
   *[now] { $from } – { $to } ilə müharibə vəziyyətindədir
}
tie-supports = { $way ->
    [past] { $from } – { $to } tərəfdarı idi
    [back] { $to }: tərəfdarları arasında { $from } var
    [back-past] { $to }: tərəfdarları arasında { $from } var idi
   *[now] { $from } – { $to } tərəfdarıdır
}
tie-mediates-for = { $way ->
    [past] { $from } – { $to } üçün vasitəçi idi
    [back] { $to }: vasitəçisi – { $from }
    [back-past] { $to }: vasitəçisi { $from } idi
   *[now] { $from } – { $to } üçün vasitəçidir
}
tie-recognises = { $way ->
    [past] { $from } tərəfindən { $to } tanınırdı
    [back] { $to }: { $from } tərəfindən tanınır
    [back-past] { $to }: { $from } tərəfindən tanınırdı
   *[now] { $from } tərəfindən { $to } tanınır
}
tie-does-not-recognise = { $way ->
    [past] { $from } tərəfindən { $to } tanınmırdı
    [back] { $to }: { $from } tərəfindən tanınmır
    [back-past] { $to }: { $from } tərəfindən tanınmırdı
   *[now] { $from } tərəfindən { $to } tanınmır
}
tie-has-embassy-in = { $way ->
    [past] { $from }: { $to } ərazisində səfirliyi var idi
    [back] { $to }: ərazisində { $from } səfirliyi var
    [back-past] { $to }: ərazisində { $from } səfirliyi var idi
   *[now] { $from }: { $to } ərazisində səfirliyi var
}
tie-broke-away-from = { $way ->
    [past] { $from }: { $to } tərkibindən ayrılıb
    [back] { $to }: tərkibindən { $from } ayrılıb
    [back-past] { $to }: tərkibindən { $from } ayrılıb
   *[now] { $from }: { $to } tərkibindən ayrılıb
}
tie-interviewed = { $way ->
    [past] { $from }: { $to } ilə müsahibə aparıb
    [back] { $to }: müsahibəni aparan – { $from }
    [back-past] { $to }: müsahibəni aparan – { $from }
   *[now] { $from }: { $to } ilə müsahibə aparıb
}
tie-spoke-to = { $way ->
    [past] { $from }: { $to } üçün açıqlama verib
    [back] { $to }: açıqlama verən – { $from }
    [back-past] { $to }: açıqlama verən – { $from }
   *[now] { $from }: { $to } üçün açıqlama verib
}
tie-wrote-for = { $way ->
    [past] { $from }: { $to } üçün yazıb
    [back] { $to }: müəllifləri arasında { $from } var
    [back-past] { $to }: müəllifləri arasında { $from } var
   *[now] { $from }: { $to } üçün yazıb
}

## Xronologiya və dinamika

timeline = Xronologiya
timeline-of = Xronologiya: { $of }
in-one-period = { $title }, { $date }
in-period = { $title }, { $from } { $to } qədər
    .from = since
    .to = until
since-date = { $title }, { $from } etibarən
    .from = since
until-date = { $title }, { $to } qədər
    .to = until
no-such-event = Fakt bazasında belə hadisə yoxdur.
no-such-fact = Fakt bazasında bu haqda fakt yoxdur.
trend = { $aspect } ({ $unit })
trend-of = { $aspect }: { $about } ({ $unit })
trend-bare = { $aspect }
trend-bare-of = { $aspect }: { $about }
aspect-note = Tərtibçinin bu barədə qeydi: { $note }
quantity = { $value } { $unit }
number = { $number }
value-range = { $least }–{ $most }
share-more = +{ $share }%
share-less = −{ $share }%
higher = Əvvəl { $first } ({ $first_date }), sonra { $last } ({ $last_date }): artım, { $change }.
    .first_date = bare
    .last_date = bare
lower = Əvvəl { $first } ({ $first_date }), sonra { $last } ({ $last_date }): azalma, { $change }.
    .first_date = bare
    .last_date = bare
same = Əvvəl { $first } ({ $first_date }), sonra { $last } ({ $last_date }): dəyişməyib.
    .first_date = bare
    .last_date = bare
higher-than-none = Əvvəl { $first } ({ $first_date }), sonra { $last } ({ $last_date }): artım.
    .first_date = bare
    .last_date = bare
lower-than-none = Əvvəl { $first } ({ $first_date }), sonra { $last } ({ $last_date }): azalma.
    .first_date = bare
    .last_date = bare

## Mənbələr

sources-on = Mənbələr: { $title }
rests-on = Bu fakt bazasında hər şey { $sources } əsasında verilir.
one-source = Bir mənbə və ona əsaslanan hər şey: /sources source:…
source-line = { $publisher }, { $date }: { $facts }, { $events }, { $actors }
    .date = bare
facts-resting = Ona əsaslanan faktlar
events-resting = Ona əsaslanan hadisələr
citation = “{ $title }”, { $publisher }, { $date }
    .date = bare
citation-by = { $author }, { $citation }
citation-at = { $citation } ({ $places })

## İfadələrin yanında

dated = { $date }:
according-to = — { $who } məlumatına görə
marks = ({ $marks })
disputed = mübahisəli
disputed-on = mübahisəli: { $on }
forecast = proqnoz
superseded = köhnəlib
superseded-because = köhnəlib: { $reason }
order-uncertain = ardıcıllıq dəqiq deyil
card-label = { $label }:
candidate-kind = ({ $kind }, { $id })

## Tarixlər

date-time = { $date }, { $time }
date-or = { $dates } və ya { $last }
    .dates = bare
    .last = bare
date-and = { $dates } və { $last }
    .dates = bare
    .last = bare
date-or-before = { $case ->
    [since] { $date } və ya daha əvvəldən
    [until] { $date } və ya daha əvvələ
   *[plain] { $date } və ya daha əvvəl
}
date-or-after = { $case ->
    [since] { $date } və ya daha sonradan
    [until] { $date } və ya daha sonraya
   *[plain] { $date } və ya daha sonra
}
date-span = { $first }–{ $last }
    .first = plain
year-span = { $case ->
    [bare] { $first }–{ $last }
    [in] { $first }–{ $last } illərdə
    [since] { $first }–{ $last } illərdən
    [until] { $first }–{ $last } illərə
   *[plain] { $first }–{ $last } illər
}
    .first = bare
    .last = { $case ->
        [bare] bare
       *[plain] ordinal
    }
date-wide-span = { $first } – { $last }
date-unknown = vaxtı məlum deyil
unknown-time = { $case ->
    [since] naməlum vaxtdan
    [until] naməlum vaxta
   *[plain] naməlum vaxt
}
date-since = { $date } bəri
    .date = since
date-end-unknown = { $date }, sonu məlum deyil
    .date = since
date-until = { $date } qədər
    .date = until
date-beginning-unknown = { $date } qədər, başlanğıcı məlum deyil
    .date = until
date-from-to = { $first } { $last } qədər
    .first = since
    .last = until
date-full = { $day } { $month } { $year }
    .month = plain
date-day = { $day } { $month }
    .month = plain
date-month = { $case ->
    [bare] { $month } { $year }
   *[plain] { $year } { $month }
}
    .month = { $case ->
        [bare] plain
        [in] its-in
        [since] its-since
        [until] its-until
       *[plain] its
    }
    .year = { $case ->
        [bare] bare
       *[plain] genitive
    }
date-season = { $year } { $season }{ $half ->
    [north] {" "}(Şimal yarımkürəsi)
    [south] {" "}(Cənub yarımkürəsi)
   *[unknown] {""}
}
    .season = { $case ->
        [in] its-in
        [since] its-since
        [until] its-until
       *[plain] its
    }
    .year = genitive
date-perhaps-about = ehtimal ki, təxminən { $date }
date-about = təxminən { $date }
date-perhaps = ehtimal ki, { $date }

# Şəkilçi ilin son sözünə uyğundur: 2013-cü, 2016-cı, 2009-cu, 1990-cı, 1900-cü, 2000-ci.
year-number = { $case ->
    [bare] { $number }
   *[plain] { $number }-{ $ending ->
        [3] cü
        [4] cü
        [100] cü
        [6] cı
        [40] cı
        [60] cı
        [90] cı
        [9] cu
        [10] cu
        [30] cu
        [1000000] cu
       *[other] ci
    }
}
year = { $case ->
    [bare] { $year }
    [ordinal] { $year }
    [genitive] { $year } ilin
    [in] { $year } ildə
    [since] { $year } ildən
    [until] { $year } ilə
   *[plain] { $year } il
}
year-bce = { $case ->
    [bare] e.ə. { $year }
    [genitive] e.ə. { $year } ilin
    [in] e.ə. { $year } ildə
    [since] e.ə. { $year } ildən
    [until] e.ə. { $year } ilə
   *[plain] e.ə. { $year } il
}
year-unknown = { $case ->
    [genitive] naməlum ilin
    [in] naməlum ildə
    [since] naməlum ildən
    [until] naməlum ilə
   *[plain] naməlum il
}
first-decade = { $case ->
    [genitive] { $year } illərin ilk onilliyinin
    [in] { $year } illərin ilk onilliyində
    [since] { $year } illərin ilk onilliyindən
    [until] { $year } illərin ilk onilliyinə
   *[plain] { $year } illərin ilk onilliyi
}
    .year = plain
decade = { $case ->
    [genitive] { $year } illərin
    [in] { $year } illərdə
    [since] { $year } illərdən
    [until] { $year } illərə
   *[plain] { $year } illər
}
    .year = plain
century = { $number ->
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
   *[other] { $number }-ci
}{ $case ->
    [genitive] {" "}əsrin
    [in] {" "}əsrdə
    [since] {" "}əsrdən
    [until] {" "}əsrə
   *[plain] {" "}əsr
}
month = { $case ->
    [its] { $number ->
        [1] yanvarı
        [2] fevralı
        [3] martı
        [4] apreli
        [5] mayı
        [6] iyunu
        [7] iyulu
        [8] avqustu
        [9] sentyabrı
        [10] oktyabrı
        [11] noyabrı
       *[12] dekabrı
    }
    [its-in] { $number ->
        [1] yanvarında
        [2] fevralında
        [3] martında
        [4] aprelində
        [5] mayında
        [6] iyununda
        [7] iyulunda
        [8] avqustunda
        [9] sentyabrında
        [10] oktyabrında
        [11] noyabrında
       *[12] dekabrında
    }
    [its-since] { $number ->
        [1] yanvarından
        [2] fevralından
        [3] martından
        [4] aprelindən
        [5] mayından
        [6] iyunundan
        [7] iyulundan
        [8] avqustundan
        [9] sentyabrından
        [10] oktyabrından
        [11] noyabrından
       *[12] dekabrından
    }
    [its-until] { $number ->
        [1] yanvarına
        [2] fevralına
        [3] martına
        [4] aprelinə
        [5] mayına
        [6] iyununa
        [7] iyuluna
        [8] avqustuna
        [9] sentyabrına
        [10] oktyabrına
        [11] noyabrına
       *[12] dekabrına
    }
   *[plain] { $number ->
        [1] yanvar
        [2] fevral
        [3] mart
        [4] aprel
        [5] may
        [6] iyun
        [7] iyul
        [8] avqust
        [9] sentyabr
        [10] oktyabr
        [11] noyabr
       *[12] dekabr
    }
}
season = { $case ->
    [its] { $number ->
        [21] yazı
        [22] yayı
        [23] payızı
        [24] qışı
        [33] birinci rübü
        [34] ikinci rübü
        [35] üçüncü rübü
        [36] dördüncü rübü
        [37] ilk üçdə biri
        [38] ikinci üçdə biri
        [39] son üçdə biri
        [40] birinci yarısı
       *[41] ikinci yarısı
    }
    [its-in] { $number ->
        [21] yazında
        [22] yayında
        [23] payızında
        [24] qışında
        [33] birinci rübündə
        [34] ikinci rübündə
        [35] üçüncü rübündə
        [36] dördüncü rübündə
        [37] ilk üçdə birində
        [38] ikinci üçdə birində
        [39] son üçdə birində
        [40] birinci yarısında
       *[41] ikinci yarısında
    }
    [its-since] { $number ->
        [21] yazından
        [22] yayından
        [23] payızından
        [24] qışından
        [33] birinci rübündən
        [34] ikinci rübündən
        [35] üçüncü rübündən
        [36] dördüncü rübündən
        [37] ilk üçdə birindən
        [38] ikinci üçdə birindən
        [39] son üçdə birindən
        [40] birinci yarısından
       *[41] ikinci yarısından
    }
    [its-until] { $number ->
        [21] yazına
        [22] yayına
        [23] payızına
        [24] qışına
        [33] birinci rübünə
        [34] ikinci rübünə
        [35] üçüncü rübünə
        [36] dördüncü rübünə
        [37] ilk üçdə birinə
        [38] ikinci üçdə birinə
        [39] son üçdə birinə
        [40] birinci yarısına
       *[41] ikinci yarısına
    }
   *[plain] { $number ->
        [21] yaz
        [22] yay
        [23] payız
        [24] qış
        [33] birinci rüb
        [34] ikinci rüb
        [35] üçüncü rüb
        [36] dördüncü rüb
        [37] ilk üçdə bir
        [38] ikinci üçdə bir
        [39] son üçdə bir
        [40] birinci yarı
       *[41] ikinci yarı
    }
}

## Mesajda deyilənlər, saxlanılanların yanında

check-title = Bu mesaj haqqında fakt bazasında olanlar
check-differs = Fakt bazasında başqa cürdür
check-agrees = Fakt bazasında da belədir
check-beside = Eyni mövzuda, müqayisə üçün rəqəm və ya tarix olmadan
message-says = mesajda: “{ $text }”
quoted = “{ $text }”
nothing-held = Bu mesajda deyilənlər haqqında fakt bazasında heç nə yoxdur.
nothing-held-on = Bazada bunlar haqqında heç nə yoxdur: { $texts }.
nothing-to-check = Bu mesajda müqayisə ediləsi bir şey yoxdur: rəqəm, tarix və ya ad olan ifadə yoxdur. Suallar və inkarlar müqayisə edilmir.
no-text-in-message = Bu mesajda mətn yoxdur.
check-more = Burada göstərilmir: { $passages }. Qalanını görmək üçün daha qısa mesajı yoxlayın.
passage-count = { $count } yer
check-help = “Check this message”, mesajın menyusunda, “Tətbiqlər” bölməsində: { $description }. Terminalda: { $example }

## Kömək

casebook = Casebook
about-casebook = Casebook seçilib yoxlanılmış fakt bazası əsasında cavab verir. Hər ifadənin mənbələri göstərilir; mənbələr fərqli olanda hər ikisi göstərilir; bazada olmayana cavab verilmir.
command-help = /{ $name }: { $description }. Məsələn: { $example }
names-forgiven = Adları səhvlə və ya başqa əlifba ilə də yazmaq olar, istənilən parametr adi mətn qəbul edir.
collections = Toplular: { $names }.
version = Casebook { $version }.
knowledge-broken = { $since } tarixindən fakt bazasının faylları yararsızdır, cavablar əvvəlki vəziyyət əsasında verilir: { $why }
gaps-kept = Cavabsız qalan suallar, kimin və harada soruşduğu göstərilmədən, fakt bazasını tamamlamaq üçün saxlanılır.
nothing-kept = Suallar saxlanılmır.

## Səhifələr

page = Səhifə { $page }/{ $count }
previous = ◀ Əvvəlki
next = Növbəti ▶
choose-one = Birini seçin
to-choose-from = Seçim üçün
menu-of-page = menyuda bu səhifədə göstərilənlər var
shortened = (qısaldılıb)
continued = (davamı)
sources-go-on = (daha { $count } mənbə: növbəti səhifə)
address-too-long = (ünvan göstərilmək üçün çox uzundur)

# Cavabın qısa forması və uzun cavabda keçidlər.

in-short = Qısaca; bütövlükdə { $pages }
more = Ətraflı ({ $pages })
shorter = Qısaca
go-to = Keçin …
go-to-page = Səhifə { $page }: { $headings }
go-to-pages = Səhifələr { $first }–{ $last }: { $headings }
last-page = Son səhifə, { $page }
basis = faktların versiyası: { $version }
more-statements = Burada göstərilməyib: { $statements }; bütövlükdə: { $way }
console-greeting = Sual verin və ya { $help } yazın. { $tab } tamamlayır, { $all } cavabı bütövlükdə göstərir, { $quit } bitirir.
nothing-asked = Hələ heç nə soruşulmayıb.

to-sources = Mənbələr
to-related = Əlaqəli
to-comparable = Müqayisə et …
to-cite = Sitat gətir
to-share = Hamıya göstər
to-delete = Sil
not-yours = Bunu yalnız sual verən və ya burada mesajları idarə edən şəxs silə bilər.
where-it-stands = Hər ifadənin mənbədəki yeri
related-to = Əlaqəli: { $title }
events-with = İştirakçıların hadisələri: { $names }
compare-title = Nə ilə müqayisə etməli: { $title }
comparable-heading = Müqayisə etmək üçün
shared-aspects = ({ $aspects })

## Siyahının hissələri arasında

joint-comma = { $before }, { $after }
joint-dot = { $before } · { $after }
joint-semicolon = { $before }; { $after }
joint-and = { $before } və { $after }

## Əmr sətri

fault-count = { $count } nöqsan
error-count = { $count } xəta
warning-count = { $count } xəbərdarlıq
file-count = { $count } fayl
errors-warnings = { $errors }, { $warnings }
files-with = { $files }: { $found }

## Cavabı olmayan suala yaxın olanlar

near-title = Bazada məhz bu deyilmir
near-note = Fakt bazasında məhz soruşulan haqda heç nə deyilmir. Bəlkə, bunlardan biri kömək edər.
near-heading = Bəlkə
near-opposite = Bazada soruşulanın əksi deyilir və ya ona yaxın bir şeydən danışılır.
word-read-as = “{ $word }” sözü “{ $read }” kimi başa düşüldü
word-not-found = “{ $word }” üçün heç nə tapılmadı

## Discord əmrləri (Discord-da Azərbaycan dili yoxdur; bunlar köməkdə göstərilir)

slash-ask = Öz sözlərinizlə soruşun; ən uyğun faktlar mənbələri ilə cavab verir
slash-ask-question = Sualınız
slash-event = Bir hadisə: tarix, yer, iştirakçılar, faktlar, fikir ayrılıqları, əvvəl və sonra baş verənlər
slash-event-question = Hadisə öz sözlərinizlə, bilirsinizsə, ili ilə
slash-actor = Şəxs, ölkə, təşkilat və ya obyekt: adlar, üzvlüklər, aspektlər üzrə faktlar, son hadisələr
slash-actor-question = Ad, istənilən yazılışda və ya əlifbada
slash-compare = İki iştirakçı və ya iki hadisə yanaşı, hər birinin mənbələri ilə
slash-compare-first = Şəxs, ölkə, təşkilat və ya hadisə
slash-compare-second = Eyni növdən başqa biri
slash-compare-aspect = Yalnız bu, məsələn, press freedom
slash-timeline = Hadisələr tarix sırası ilə
slash-timeline-about = Kimin hadisələri: şəxs, ölkə və ya təşkilat
slash-timeline-from = Nə vaxtdan, məsələn, 2010 və ya 2010-07
slash-timeline-to = Nə vaxta qədər, məsələn, 2016 və ya 2016-11-29
slash-timeline-topic = Yalnız bu mövzuya aid hadisələr
slash-trend = Aspektin zaman üzrə rəqəmləri; mübahisəli və proqnoz qiymətlər işarələnir
slash-trend-aspect = Nə ölçülür, məsələn, trade turnover
slash-trend-about = Kimin rəqəmləri: şəxs, ölkə və ya təşkilat
slash-sources = Bu fakt bazasının mənbələri və ya onlardan biri ona əsaslanan hər şeylə
slash-sources-source = Mənbə: başlığı, müəllifi və ya naşiri ilə
slash-check = Mesajdakı rəqəmlər və tarixlər fakt bazasındakılarla yanaşı
slash-check-message = Mesajın mətni
slash-help = Nə soruşmaq olar və bu fakt bazasında nə var
slash-any-private = Cavabı yalnız sizə göstərmək
slash-any-language = Başlıqların, tarixlərin və qeydlərin dili; faktlar yazıldığı kimi qalır
