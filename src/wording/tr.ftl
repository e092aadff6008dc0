# Casebook’un kendi sözleri, Türkçe. Anahtarlar ve kurallar en.ftl dosyasındadır.
#
# Adlar yazıldığı gibi kalır ve ek almaz: yanlarında yalın durumla kurulan sözler (X üyesi, X ile, X için, X tarafından)
# bulunur. Bir bağda ilk sırada ya özne ya da iki noktadan önceki ad durur: orada “her ikisi” de olabilir.
#
# Tarihlerin durumları: plain (Kasım 2016), genitive (2016 yılının), in (2016 yılının Kasım ayında),
# since (2016 yılının Kasım ayından), until (2016 yılının Kasım ayına). Sayılar ek almaz; eki “yıl”, “ay”, “tarih” alır.

## Kullanıcının başka türlü yapması gerekenler

no-such-command = `/{ $name }` diye bir komut yok. { $help }
did-you-mean = `/{ $near }` mi demek istediniz?
the-commands-are = Komutlar: { $names }.
no-such-option = `/{ $command }` komutunun `{ $name }` diye bir seçeneği yok. Seçenekleri: { $names }.
option-missing = `/{ $command }` komutu için `{ $option }` gerekli (“{ $description }”). Örneğin: `{ $example }`.
takes-no-text = `/{ $command }` komutu metin almaz.
takes-several-texts = `/{ $command }` komutu birkaç metin alır; her birini adıyla yazın: `/{ $command } { $usage }`.
takes-text = `{ $option }` seçeneği bir metin alır.
takes-flag = `{ $option }` seçeneği `true` ya da `false` alır.
takes-one-of = `{ $option }` seçeneği şunlardan birini alır: { $names }.
takes-date = `{ $option }` seçeneği bir yıl, ay ya da gün alır; örneğin `2010`, `2010-07`, `2010-07-15` ya da `Temmuz 2010`.
from-after-to = Dönemin başı sonundan daha geç. Yerlerini değiştirin ya da birini çıkarın.
same-twice = İkisi de aynı: “{ $title }”. Karşılaştırmak için iki farklı kayıt belirtin.
unlike-pair = “{ $first }” bir { $first_kind }, “{ $second }” ise bir { $second_kind }. İki aktörü ya da iki olayı karşılaştırın.
stale-button = Bu düğme Casebook’un başka bir sürümünden kalma. Lütfen yeniden sorun.
not-understood = Buna burada yanıt verilemiyor. Lütfen komutlardan birini kullanın; listesi /help komutunda.
apology = Yanıt hazırlanırken bir şeyler ters gitti. Hata kaydedildi.
stopped = Bot, yanıt hazır olmadan durduruldu. Lütfen birazdan yeniden sorun.
cooldown-user = Kısa sürede çok soru sordunuz. Lütfen biraz bekleyin: { $wait }.
cooldown-channel = Burada kısa sürede çok soru soruldu. Lütfen biraz bekleyin: { $wait }.
second-count = { $count } saniye
minute-count = { $count } dakika

## Dilin kendine verdiği ad

language-name = Türkçe

## Kayıt türleri

kind-event = olay
kind-actor = aktör
kind-topic = konu
kind-aspect = boyut
kind-fact = bilgi
kind-source = kaynak
kind-relation = bağ

actor-person = kişi
actor-country = ülke
actor-organisation = kuruluş
actor-company = şirket
actor-group = grup
actor-object = nesne

## Bulunamadı ya da birden fazlası bulundu

not-here = Bu bilgi tabanında yok
no-answer-for = Bilgi tabanında “{ $text }” için bir yanıt yok. Bot tahmin yürütmez.
no-answer = Bilgi tabanında yazılanlar için bir yanıt yok. Bot tahmin yürütmez.
nearest = En yakın kayıtlar; başka bir şeyle ilgili olabilirler
which-one = Hangisi kastediliyor?
several-fit = “{ $text }” birkaç kayıtla eşleşiyor. Birini seçin ya da bir sözcük ekleyin.
several-fit-text = Yazılanlar birkaç kayıtla eşleşiyor. Birini seçin ya da bir sözcük ekleyin.
likely = Olası kayıtlar
read-as = “{ $text }” şöyle anlaşıldı: { $title }
shown-as = Şöyle gösteriliyor: { $request }
twin = { $by } · { $title }

fact-count = { $count } bilgi
event-count = { $count } olay
actor-count = { $count } aktör
source-count = { $count } kaynak
page-count = { $count } sayfa
statement-count = { $count } ifade
aspect-count = { $count } ortak boyut

coverage = Bilgi tabanında { $facts }, { $events } ve { $actors } var; dayanağı { $sources }.
coverage-span = Bilgi tabanında { $facts }, { $events } ve { $actors } var; dayanağı { $sources }. Olaylar { $first } { $last } uzanan dönemi kapsıyor.
    .first = since
    .last = until

## Ayrıntı etiketleri

when = Ne zaman
where = Nerede
who = Kim
how-many = Ne kadar
value-by = { $value } ({ $who })
either-value = { $one } ya da { $other }
disputed-values = { $values }: tartışmalı
topics = Konular
kind = Tür
also-called = Diğer adları
author = Yazar
publisher = Yayımlayan
published = Yayım tarihi
language = Dil
link = Bağlantı
remark = Not

## Başlıklar

facts = Bilgiler
disagreements = Kaynakların ayrıştığı noktalar
before = Öncesi
after = Sonrası
ties = Üyelikler ve bağlar
latest-events = Son olaylar
related = İlgili olaylar
said = Söylenenler
in-facts-of-others = Başkalarıyla ilgili bilgilerde
events = Olaylar
see-also = Ayrıca bakınız
no-number = Sayısı olmayanlar
one-number = Yalnızca tek bir sayı var; bundan eğilim çıkmaz.
only-partly-then = Kısmen veya belki o zaman
undated = Tarihi olmayanlar
sources = Kaynaklar

## Karşılaştırmalar

pair = { $first } ve { $second }
summary = Özet
more-on-aspect = { $label } ({ $more } tane daha: aspect:{ $aspect })
near-aspects = { $first } / { $second }
not-compared-on = Bilgi tabanı ikisini şu boyutta karşılaştırmıyor: { $aspect }.
no-such-aspect = Bilgi tabanında “{ $text }” konusunda karşılaştırma yok; ikisi hakkında bulunanların tümü bu.
not-compared = Bilgi tabanı ikisini karşılaştırmıyor.
between = İkisi arasında
between-latest = İkisi arasında (en son { $count })
only-for = Yalnızca { $name } için
only-for-on = Yalnızca { $name } için şu boyutlarda bilgi var: { $aspects }.
label-count = { $label } ({ $count })
nothing-known = bilgi yok
nothing-known-of = { $name }: bilgi yok
side = { $name }:
ties-between = İkisi arasındaki bağlar
ties-both = İkisinin ortak bağları
ties-differing = Ayrıldıkları bağlar
some = { $heading } ({ $shown }/{ $count })
events-both = Ortak olaylar
events-both-latest = Ortak olaylar (en son { $count })

## Bağlar

each = her ikisi

# Görevi derleyen yazar. “ to ” programda yerden ayrılır, burada yerine döner.
post = “{ $office }” ({ $to })
post-to = “{ $office } to { $place }” ({ $to })
held = ({ $post }; { $date })
held-as-of = ({ $post }; { $date } itibarıyla)
with-note = { $text }. { $note }.
without-note = { $text }.
dated-tie = { $text } ({ $date })
    .date = { $how ->
        [on] in
        [in] in
       *[other] plain
    }
as-of = { $text } ({ $date } itibarıyla)
joined = { $from } – { $kind } – { $to }
definite = { $name }

## Bağ türleri

tie-member-of = { $way ->
    [past] { $from }, { $to } üyesiydi
    [back] { $to }: üyeleri arasında { $from } var
    [back-past] { $to }: üyeleri arasında { $from } vardı
   *[now] { $from }, { $to } üyesidir
}
tie-candidate-of = { $way ->
    [past] { $from }, { $to } üyeliğine adaydı
    [back] { $to }: üyeliğe adaylar arasında { $from } var
    [back-past] { $to }: üyeliğe adaylar arasında { $from } vardı
   *[now] { $from }, { $to } üyeliğine adaydır
}
tie-takes-part-in = { $way ->
    [past] { $from }, { $to } katılımcısıydı
    [back] { $to }: katılımcıları arasında { $from } var
    [back-past] { $to }: katılımcıları arasında { $from } vardı
   *[now] { $from }, { $to } katılımcısıdır
}
tie-part-of = { $way ->
    [past] { $from }, { $to } bünyesindeydi
    [back] { $to }: bünyesinde { $from } var
    [back-past] { $to }: bünyesinde { $from } vardı
   *[now] { $from }, { $to } bünyesindedir
}
tie-was-part-of = { $way ->
    [past] { $from }, { $to } bünyesindeydi
    [back] { $to }: bünyesinde { $from } vardı
    [back-past] { $to }: bünyesinde { $from } vardı
   *[now] { $from }, { $to } bünyesindeydi
}
tie-holds-office = { $way ->
    [past] { $from }, { $post } görevindeydi
    [back] { $to }: “{ $office }” görevinde { $from } var
    [back-past] { $to }: “{ $office }” görevinde { $from } vardı
   *[now] { $from }, { $post } görevindedir
}
tie-successor-of = { $way ->
    [past] { $from }, { $to } ardılıydı
    [back] { $to }: ardılı – { $from }
    [back-past] { $to }: ardılı { $from } idi
   *[now] { $from }, { $to } ardılıdır
}
tie-located-in = { $way ->
    [past] { $from }, { $to } sınırları içindeydi
    [back] { $to }: sınırları içinde { $from } var
    [back-past] { $to }: sınırları içinde { $from } vardı
   *[now] { $from }, { $to } sınırları içindedir
}
tie-based-in = { $way ->
    [past] { $from }, { $to } merkezliydi
    [back] { $to }: { $from } merkezine ev sahipliği yapıyor
    [back-past] { $to }: { $from } merkezine ev sahipliği yapıyordu
   *[now] { $from }, { $to } merkezlidir
}
tie-owned-by = { $way ->
    [past] { $from }, { $to } mülkiyetindeydi
    [back] { $to }: mülkiyetinde { $from } var
    [back-past] { $to }: mülkiyetinde { $from } vardı
   *[now] { $from }, { $to } mülkiyetindedir
}
tie-built-by = { $way ->
    [past] { $from }, { $to } tarafından inşa edildi
    [back] { $to }: inşa ettikleri arasında { $from } var
    [back-past] { $to }: inşa ettikleri arasında { $from } var
   *[now] { $from }, { $to } tarafından inşa edildi
}
tie-runs = { $way ->
    [past] { $from }, { $to } yönetimini yürütüyordu
    [back] { $to }: yönetimini { $from } yürütüyor
    [back-past] { $to }: yönetimini { $from } yürütüyordu
   *[now] { $from }, { $to } yönetimini yürütüyor
}
tie-produces = { $way ->
    [past] { $from }, { $to } üreticisiydi
    [back] { $to }: { $from } tarafından üretiliyor
    [back-past] { $to }: { $from } tarafından üretiliyordu
   *[now] { $from }, { $to } üreticisidir
}
tie-assembles = { $way ->
    [past] { $from }, { $to } montajını yapıyordu
    [back] { $to }: montajını { $from } yapıyor
    [back-past] { $to }: montajını { $from } yapıyordu
   *[now] { $from }, { $to } montajını yapıyor
}
tie-developed = { $way ->
    [past] { $from } tarafından { $to } geliştirildi
    [back] { $to }: { $from } tarafından geliştirildi
    [back-past] { $to }: { $from } tarafından geliştirildi
   *[now] { $from } tarafından { $to } geliştirildi
}
tie-version-of = { $way ->
    [past] { $from }, { $to } sürümüydü
    [back] { $to }: sürümleri arasında { $from } var
    [back-past] { $to }: sürümleri arasında { $from } vardı
   *[now] { $from }, { $to } sürümüdür
}
tie-has-in-service = { $way ->
    [past] { $from }: envanterinde { $to } vardı
    [back] { $to }, { $from } envanterindedir
    [back-past] { $to }, { $from } envanterindeydi
   *[now] { $from }: envanterinde { $to } var
}
tie-supplies-arms-to = { $way ->
    [past] { $from }, { $to } için silah tedarik ediyordu
    [back] { $to }: silah tedarikçileri arasında { $from } var
    [back-past] { $to }: silah tedarikçileri arasında { $from } vardı
   *[now] { $from }, { $to } için silah tedarik ediyor
}
tie-supplies-oil-to = { $way ->
    [past] { $from }, { $to } için petrol tedarik ediyordu
    [back] { $to }: petrol tedarikçileri arasında { $from } var
    [back-past] { $to }: petrol tedarikçileri arasında { $from } vardı
   *[now] { $from }, { $to } için petrol tedarik ediyor
}
tie-supplies-gas-to = { $way ->
    [past] { $from }, { $to } için gaz tedarik ediyordu
    [back] { $to }: gaz tedarikçileri arasında { $from } var
    [back-past] { $to }: gaz tedarikçileri arasında { $from } vardı
   *[now] { $from }, { $to } için gaz tedarik ediyor
}
tie-supplies-energy-to = { $way ->
    [past] { $from }, { $to } için enerji tedarik ediyordu
    [back] { $to }: enerji tedarikçileri arasında { $from } var
    [back-past] { $to }: enerji tedarikçileri arasında { $from } vardı
   *[now] { $from }, { $to } için enerji tedarik ediyor
}
tie-partner-of = { $way ->
    [past] { $from }, { $to } ortağıydı
    [back] { $to }, { $from } ortağıdır
    [back-past] { $to }, { $from } ortağıydı
   *[now] { $from }, { $to } ortağıdır
}
tie-ally-of = { $way ->
    [past] { $from }, { $to } müttefikiydi
    [back] { $to }, { $from } müttefikidir
    [back-past] { $to }, { $from } müttefikiydi
   *[now] { $from }, { $to } müttefikidir
}
tie-aligned-with = { $way ->
    [past] { $from }, { $to } ile aynı çizgideydi
    [back] { $to }, { $from } ile aynı çizgidedir
    [back-past] { $to }, { $from } ile aynı çizgideydi
   *[now] { $from }, { $to } ile aynı çizgidedir
}
tie-cooperates-with = { $way ->
    [past] { $from }, { $to } ile iş birliği yapıyordu
    [back] { $to }, { $from } ile iş birliği yapıyor
    [back-past] { $to }, { $from } ile iş birliği yapıyordu
   *[now] { $from }, { $to } ile iş birliği yapıyor
}
tie-has-ties-with = { $way ->
    [past] { $from }: { $to } ile ilişkileri vardı
    [back] { $to }: { $from } ile ilişkileri var
    [back-past] { $to }: { $from } ile ilişkileri vardı
   *[now] { $from }: { $to } ile ilişkileri var
}
tie-in-conflict-with = { $way ->
    [past] { $from }, { $to } ile çatışma hâlindeydi
    [back] { $to }, { $from } ile çatışma hâlindedir
    [back-past] { $to }, { $from } ile çatışma hâlindeydi
   *[now] { $from }, { $to } ile çatışma hâlindedir
}
tie-at-war-with = { $way ->
    [past] { $from }, { $to } ile savaş hâlindeydi
    [back] { $to }, { $from } ile savaş hâlindedir
    [back-past] { $to }, { $from } ile savaş hâlindeydi
   *[now] { $from }, { $to } ile savaş hâlindedir
}
tie-supports = { $way ->
    [past] { $from }, { $to } destekçisiydi
    [back] { $to }: { $from } tarafından destekleniyor
    [back-past] { $to }: { $from } tarafından destekleniyordu
   *[now] { $from }, { $to } destekçisidir
}
tie-mediates-for = { $way ->
    [past] { $from }, { $to } için arabuluculuk yapıyordu
    [back] { $to }: arabulucuları arasında { $from } var
    [back-past] { $to }: arabulucuları arasında { $from } vardı
   *[now] { $from }, { $to } için arabuluculuk yapıyor
}
tie-recognises = { $way ->
    [past] { $from } tarafından { $to } tanınıyordu
    [back] { $to }: { $from } tarafından tanınıyor
    [back-past] { $to }: { $from } tarafından tanınıyordu
   *[now] { $from } tarafından { $to } tanınıyor
}
tie-does-not-recognise = { $way ->
    [past] { $from } tarafından { $to } tanınmıyordu
    [back] { $to }: { $from } tarafından tanınmıyor
    [back-past] { $to }: { $from } tarafından tanınmıyordu
   *[now] { $from } tarafından { $to } tanınmıyor
}
tie-has-embassy-in = { $way ->
    [past] { $from }: { $to } sınırları içinde büyükelçiliği vardı
    [back] { $to }: sınırları içinde { $from } büyükelçiliği var
    [back-past] { $to }: sınırları içinde { $from } büyükelçiliği vardı
   *[now] { $from }: { $to } sınırları içinde büyükelçiliği var
}
tie-broke-away-from = { $way ->
    [past] { $from }, { $to } bünyesinden ayrıldı
    [back] { $to }: bünyesinden { $from } ayrıldı
    [back-past] { $to }: bünyesinden { $from } ayrıldı
   *[now] { $from }, { $to } bünyesinden ayrıldı
}
tie-interviewed = { $way ->
    [past] { $from }, { $to } ile röportaj yaptı
    [back] { $to }: röportajı yapan – { $from }
    [back-past] { $to }: röportajı yapan – { $from }
   *[now] { $from }, { $to } ile röportaj yaptı
}
tie-spoke-to = { $way ->
    [past] { $from }, { $to } için açıklama yaptı
    [back] { $to }: açıklama yapan – { $from }
    [back-past] { $to }: açıklama yapan – { $from }
   *[now] { $from }, { $to } için açıklama yaptı
}
tie-wrote-for = { $way ->
    [past] { $from }, { $to } için yazdı
    [back] { $to }: yazarları arasında { $from } var
    [back-past] { $to }: yazarları arasında { $from } var
   *[now] { $from }, { $to } için yazdı
}

## Zaman çizelgeleri ve eğilimler

timeline = Zaman çizelgesi
timeline-of = Zaman çizelgesi: { $of }
in-one-period = { $title }, { $date }
in-period = { $title }, { $from } { $to } kadar
    .from = since
    .to = until
since-date = { $title }, { $from } itibaren
    .from = since
until-date = { $title }, { $to } kadar
    .to = until
no-such-event = Bilgi tabanında böyle bir olay yok.
no-such-fact = Bilgi tabanında bu konuda bilgi yok.
trend = { $aspect } ({ $unit })
trend-of = { $aspect }: { $about } ({ $unit })
trend-bare = { $aspect }
trend-bare-of = { $aspect }: { $about }
aspect-note = Derleyenin bu konudaki notu: { $note }
quantity = { $value } { $unit }
number = { $number }
value-range = { $least }–{ $most }
share-more = %{ $share }
share-less = %{ $share }
higher = Önce { $first } ({ $first_date }), sonra { $last } ({ $last_date }): { $change } artış.
lower = Önce { $first } ({ $first_date }), sonra { $last } ({ $last_date }): { $change } düşüş.
same = Önce { $first } ({ $first_date }), sonra { $last } ({ $last_date }): değişmedi.
higher-than-none = Önce { $first } ({ $first_date }), sonra { $last } ({ $last_date }): artış.
lower-than-none = Önce { $first } ({ $first_date }), sonra { $last } ({ $last_date }): düşüş.

## Kaynaklar

sources-on = Kaynaklar: { $title }
rests-on = Bu bilgi tabanındaki her şeyin dayanağı { $sources }.
one-source = Bir kaynak ve ona dayanan her şey: /sources source:…
source-line = { $publisher }, { $date }: { $facts }, { $events }, { $actors }
facts-resting = Ona dayanan bilgiler
events-resting = Ona dayanan olaylar
citation = “{ $title }”, { $publisher }, { $date }
citation-by = { $author }, { $citation }
citation-at = { $citation } ({ $places })

## İfadelerin yanında

dated = { $date }:
according-to = — { $who } açıklamasına göre
marks = ({ $marks })
disputed = tartışmalı
disputed-on = tartışmalı: { $on }
forecast = tahmin
superseded = geçerliliğini yitirdi
superseded-because = geçerliliğini yitirdi: { $reason }
order-uncertain = sırası kesin değil
card-label = { $label }:
candidate-kind = ({ $kind }, { $id })

## Tarihler

date-time = { $date }, { $time }
date-or = { $dates } ya da { $last }
    .dates = plain
    .last = plain
date-and = { $dates } ve { $last }
    .dates = plain
    .last = plain
date-or-before = { $case ->
    [since] { $date } ya da daha öncesinden
    [until] { $date } ya da daha öncesine
   *[plain] { $date } ya da öncesi
}
    .date = plain
date-or-after = { $case ->
    [since] { $date } ya da daha sonrasından
    [until] { $date } ya da daha sonrasına
   *[plain] { $date } ya da sonrası
}
    .date = plain
date-span = { $first }–{ $last }
year-span = { $case ->
    [in] { $first }–{ $last } yıllarında
    [since] { $first }–{ $last } yıllarından
    [until] { $first }–{ $last } yıllarına
   *[plain] { $first }–{ $last }
}
    .first = plain
    .last = plain
date-wide-span = { $first } – { $last }
date-unknown = zamanı bilinmiyor
unknown-time = { $case ->
    [since] bilinmeyen bir zamandan
    [until] bilinmeyen bir zamana
   *[plain] bilinmeyen bir zaman
}
date-since = { $date } beri
    .date = since
date-end-unknown = { $date } itibaren, sonu bilinmiyor
    .date = since
date-until = { $date } kadar
    .date = until
date-beginning-unknown = { $date } kadar, başlangıcı bilinmiyor
    .date = until
date-from-to = { $first } { $last } kadar
    .first = since
    .last = until
date-full = { $case ->
    [in] { $day } { $month } { $year } tarihinde
    [since] { $day } { $month } { $year } tarihinden
    [until] { $day } { $month } { $year } tarihine
   *[plain] { $day } { $month } { $year }
}
    .year = plain
date-day = { $day } { $month }
date-month = { $case ->
    [in] { $year } { $month } ayında
    [since] { $year } { $month } ayından
    [until] { $year } { $month } ayına
   *[plain] { $month } { $year }
}
    .year = { $case ->
        [in] genitive
        [since] genitive
        [until] genitive
       *[plain] plain
    }
date-season = { $year } { $season }{ $half ->
    [north] {" "}(Kuzey Yarım Küre)
    [south] {" "}(Güney Yarım Küre)
   *[unknown] {""}
}
    .season = { $case ->
        [in] in
        [since] since
        [until] until
       *[plain] its
    }
    .year = genitive
date-perhaps-about = belki yaklaşık { $date }
date-about = yaklaşık { $date }
date-perhaps = muhtemelen { $date }
year-number = { $number }
year = { $case ->
    [genitive] { $year } yılının
    [in] { $year } yılında
    [since] { $year } yılından
    [until] { $year } yılına
   *[plain] { $year }
}
year-bce = { $case ->
    [genitive] MÖ { $year } yılının
    [in] MÖ { $year } yılında
    [since] MÖ { $year } yılından
    [until] MÖ { $year } yılına
   *[plain] MÖ { $year }
}
year-unknown = { $case ->
    [genitive] bilinmeyen bir yılın
    [in] bilinmeyen bir yılda
    [since] bilinmeyen bir yıldan
    [until] bilinmeyen bir yıla
   *[plain] bilinmeyen bir yıl
}

# Ek, yazıyla okunan son sözcüğe uyar: 1990’lı (doksan), 2010’lu (on), 1980’li (seksen).
decade = { $year }’{ $ending ->
    [10] lu
    [30] lu
    [40] lı
    [60] lı
    [90] lı
   *[other] li
} { $case ->
    [genitive] yılların
    [in] yıllarda
    [since] yıllardan
    [until] yıllara
   *[plain] yıllar
}
    .year = plain
first-decade = { $case ->
    [genitive] { $year } yılıyla başlayan on yılın
    [in] { $year } yılıyla başlayan on yılda
    [since] { $year } yılıyla başlayan on yıldan
    [until] { $year } yılıyla başlayan on yıla
   *[plain] { $year } yılıyla başlayan on yıl
}
    .year = plain
century = { $number }. { $case ->
    [genitive] yüzyılın
    [in] yüzyılda
    [since] yüzyıldan
    [until] yüzyıla
   *[plain] yüzyıl
}
month = { $number ->
    [1] Ocak
    [2] Şubat
    [3] Mart
    [4] Nisan
    [5] Mayıs
    [6] Haziran
    [7] Temmuz
    [8] Ağustos
    [9] Eylül
    [10] Ekim
    [11] Kasım
   *[12] Aralık
}
season = { $case ->
    [its] { $number ->
        [21] ilkbaharı
        [22] yazı
        [23] sonbaharı
        [24] kışı
        [33] ilk çeyreği
        [34] ikinci çeyreği
        [35] üçüncü çeyreği
        [36] son çeyreği
        [37] ilk dört ayı
        [38] ikinci dört ayı
        [39] son dört ayı
        [40] ilk yarısı
       *[41] ikinci yarısı
    }
    [in] { $number ->
        [21] ilkbaharında
        [22] yazında
        [23] sonbaharında
        [24] kışında
        [33] ilk çeyreğinde
        [34] ikinci çeyreğinde
        [35] üçüncü çeyreğinde
        [36] son çeyreğinde
        [37] ilk dört ayında
        [38] ikinci dört ayında
        [39] son dört ayında
        [40] ilk yarısında
       *[41] ikinci yarısında
    }
    [since] { $number ->
        [21] ilkbaharından
        [22] yazından
        [23] sonbaharından
        [24] kışından
        [33] ilk çeyreğinden
        [34] ikinci çeyreğinden
        [35] üçüncü çeyreğinden
        [36] son çeyreğinden
        [37] ilk dört ayından
        [38] ikinci dört ayından
        [39] son dört ayından
        [40] ilk yarısından
       *[41] ikinci yarısından
    }
    [until] { $number ->
        [21] ilkbaharına
        [22] yazına
        [23] sonbaharına
        [24] kışına
        [33] ilk çeyreğine
        [34] ikinci çeyreğine
        [35] üçüncü çeyreğine
        [36] son çeyreğine
        [37] ilk dört ayına
        [38] ikinci dört ayına
        [39] son dört ayına
        [40] ilk yarısına
       *[41] ikinci yarısına
    }
   *[plain] { $number ->
        [21] ilkbahar
        [22] yaz
        [23] sonbahar
        [24] kış
        [33] ilk çeyrek
        [34] ikinci çeyrek
        [35] üçüncü çeyrek
        [36] son çeyrek
        [37] ilk dört ay
        [38] ikinci dört ay
        [39] son dört ay
        [40] ilk yarı
       *[41] ikinci yarı
    }
}

## Mesajda söylenenler, saklananların yanında

check-title = Bu mesaj hakkında bilgi tabanında olanlar
check-differs = Bilgi tabanında başka türlü
check-agrees = Bilgi tabanında da böyle
check-beside = Aynı konuda, karşılaştırılacak sayı veya tarih olmadan
message-says = mesajda: “{ $text }”
quoted = “{ $text }”
nothing-held = Bu mesajda söylenenler hakkında bilgi tabanında hiçbir şey yok.
nothing-held-on = Bilgi tabanında bunlar hakkında hiçbir şey yok: { $texts }.
nothing-to-check = Bu mesajda karşılaştırılacak bir şey yok: sayı, tarih veya ad içeren bir ifade yok. Sorular ve olumsuzlamalar karşılaştırılmaz.
no-text-in-message = Bu mesajda metin yok.
check-more = Burada gösterilmiyor: { $passages }. Kalanını görmek için daha kısa bir mesajı denetleyin.
passage-count = { $count } yer
check-help = “Mesajı denetle”, mesajın menüsünde, “Uygulamalar” altında: { $description }. Uçbirimde: { $example }

## Yardım

casebook = Casebook
about-casebook = Casebook, derlenmiş bir bilgi tabanından yanıt verir. Her ifadenin kaynakları belirtilir; kaynaklar ayrışınca iki taraf da gösterilir; bilgi tabanında olmayana yanıt verilmez.
command-help = /{ $name }: { $description }. Örneğin: { $example }
names-forgiven = Adlar yanlış ya da başka bir alfabeyle yazılabilir; her seçenek serbest metin de alır.
collections = Derlemeler: { $names }.
version = Casebook { $version }.
knowledge-broken = { $since } tarihinden beri bilgi tabanının dosyaları kullanılamıyor, yanıtlar önceki duruma göre veriliyor: { $why }
gaps-kept = Yanıtsız kalan sorular, kimin ve nerede sorduğu belirtilmeden, bilgi tabanını tamamlamak için saklanır.
nothing-kept = Sorular saklanmaz.

## Sayfalar

page = Sayfa { $page }/{ $count }
previous = ◀ Önceki
next = Sonraki ▶
choose-one = Birini seçin
to-choose-from = Seçenekler
menu-of-page = menüde bu sayfada listelenenler var
shortened = (kısaltıldı)
continued = (devamı)
sources-go-on = ({ $count } kaynak daha: sonraki sayfa)
address-too-long = (adres gösterilemeyecek kadar uzun)

# Yanıtın kısa biçimi ve uzun yanıtta geçişler.

in-short = Kısaca; tamamı { $pages }
more = Devamı ({ $pages })
shorter = Kısaca
go-to = Git …
go-to-page = Sayfa { $page }: { $headings }
go-to-pages = Sayfalar { $first }–{ $last }: { $headings }
last-page = Son sayfa, { $page }
basis = bilgilerin sürümü: { $version }
more-statements = Burada gösterilmeyen: { $statements }; tamamı: { $way }
console-greeting = Bir soru sorun ya da { $help } yazın. { $tab } tamamlar, { $all } yanıtın tamamını gösterir, { $quit } bitirir.
nothing-asked = Henüz bir şey sorulmadı.

to-sources = Kaynaklar
to-related = İlgili
to-comparable = Karşılaştır …
to-cite = Alıntıla
to-share = Herkese göster
to-delete = Sil
not-yours = Bunu yalnızca soran kişi ya da burada iletileri yönetebilen biri silebilir.
where-it-stands = Her ifadenin kaynaktaki yeri
related-to = İlgili: { $title }
events-with = Katılanların olayları: { $names }
compare-title = Neyle karşılaştırmalı: { $title }
comparable-heading = Karşılaştırılabilecekler
shared-aspects = ({ $aspects })

## Listelerin parçaları arasında

joint-comma = { $before }, { $after }
joint-dot = { $before } · { $after }
joint-semicolon = { $before }; { $after }
joint-and = { $before } ve { $after }

## Komut satırı

fault-count = { $count } kusur
error-count = { $count } hata
warning-count = { $count } uyarı
file-count = { $count } dosya
errors-warnings = { $errors }, { $warnings }
files-with = { $files }: { $found }

## Yanıtı olmayan bir soruya yakın olanlar

near-title = Kayıtlarda tam olarak bu yok
near-note = Bilgi tabanında tam olarak sorulanı söyleyen bir şey yok. Belki bunlardan biri işe yarar.
near-heading = Belki
near-opposite = Bilgi tabanı sorulanın tersini söylüyor ya da ona yakın bir şeyden söz ediyor.
word-read-as = “{ $word }”, “{ $read }” olarak anlaşıldı
word-not-found = “{ $word }” için bir şey bulunamadı

## Discord komutları

slash-ask = Kendi sözlerinizle sorun; en uygun bilgiler kaynaklarıyla yanıt verir
    .name = sor
slash-ask-question = Sorunuz
    .name = soru
slash-event = Bir olay: tarih, yer, katılanlar, bilgiler, anlaşmazlıklar, öncesi ve sonrası
    .name = olay
slash-event-question = Olay, kendi sözlerinizle; biliyorsanız yılıyla
    .name = olay
slash-actor = Bir kişi, ülke, kuruluş ya da nesne: adlar, üyelikler, boyutlara göre bilgiler, son olaylar
    .name = aktör
slash-actor-question = Ad, herhangi bir yazımla ya da alfabeyle
    .name = ad
slash-compare = İki aktör ya da iki olay yan yana, her birinin kaynaklarıyla
    .name = karşılaştır
slash-compare-first = Bir kişi, ülke, kuruluş ya da olay
    .name = birinci
slash-compare-second = Aynı türden bir başkası
    .name = ikinci
slash-compare-aspect = Yalnızca bu, örneğin press freedom
    .name = boyut
slash-timeline = Tarih sırasıyla olaylar
    .name = çizelge
slash-timeline-about = Kimin olayları: bir kişi, ülke ya da kuruluş
    .name = aktör
slash-timeline-from = Ne zamandan, örneğin 2010 ya da 2010-07
    .name = başlangıç
slash-timeline-to = Ne zamana kadar, örneğin 2016 ya da 2016-11-29
    .name = bitiş
slash-timeline-topic = Yalnızca bu konudaki olaylar
    .name = konu
slash-trend = Bir boyutun zaman içindeki sayıları; tartışmalı değerler ve tahminler işaretli
    .name = eğilim
slash-trend-aspect = Ölçülen şey, örneğin trade turnover
    .name = boyut
slash-trend-about = Kimin sayıları: bir kişi, ülke ya da kuruluş
    .name = aktör
slash-sources = Bu bilgi tabanının kaynakları ya da biri, ona dayanan her şeyle birlikte
    .name = kaynaklar
slash-sources-source = Başlığı, yazarı ya da yayımlayanıyla bir kaynak
    .name = kaynak
slash-check = Mesajdaki sayılar ve tarihler, bilgi tabanındakilerle yan yana
    .name = Mesajı denetle
slash-check-message = Mesajın metni
    .name = mesaj
slash-help = Neler sorulabilir ve bu bilgi tabanında neler var
    .name = yardım
slash-any-private = Yanıtı yalnızca size göster
    .name = gizli
slash-any-language = Başlıkların, tarihlerin ve notların dili; bilgiler yazıldığı gibi kalır
    .name = dil
