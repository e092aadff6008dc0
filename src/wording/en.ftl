# Casebook's own words in English. What curators wrote is never here.
#
# A language is one file like this, a tag in SPOKEN (message.rs), and a line in LANGUAGES (wording.rs). What it leaves out is said in English.
# Numbers are written as the language writes them (CLDR), and [one], [few], [many] are its own plural categories.
#
# Case: an attribute with the name of an argument says in which form that argument is wanted. Every pattern below it
# can choose by $case, however deep it stands; where nothing is said, $case is "plain". An attribute can itself choose by
# $case and by the arguments that stand before its own in message.rs. In Russian:
#
#     date-since = с { $date }
#         .date = genitive
#     month = { $case ->
#         [genitive] { $number -> [1] января …
#        *[plain] { $number -> [1] январь …
#     }
#
# Descriptions of commands and options stand with the commands in English. Another language has them under keys: slash-ask
# for /ask, slash-ask-question for its option, slash-any-private and slash-any-language for the options that stand with every
# command. Where
# Discord speaks the language, an attribute .name says what the command or option is called there. The folder commands/
# has languages that have these keys alone.

## What the user has to do differently

no-such-command = There is no command `/{ $name }`. { $help }
did-you-mean = Did you mean `/{ $near }`?
the-commands-are = The commands are { $names }.
no-such-option = `/{ $command }` has no option `{ $name }`. It has { $names }.
option-missing = `/{ $command }` needs `{ $option }`: { $description }. For example: `{ $example }`.
takes-no-text = `/{ $command }` takes no text.
takes-several-texts = `/{ $command }` takes several texts; name each: `/{ $command } { $usage }`.
takes-text = `{ $option }` takes a text.
takes-flag = `{ $option }` takes `true` or `false`.
takes-one-of = `{ $option }` takes one of these: { $names }.
takes-date = `{ $option }` takes a year, month or day, such as `2010`, `2010-07`, `2010-07-15` or `July 2010`.
from-after-to = `from` is later than `to`. Swap them, or leave one out.
same-twice = Both are “{ $title }”. Name two different entries to compare.
unlike-pair = “{ $first }” is an { $first_kind } and “{ $second }” is an { $second_kind }. Compare two actors or two events.
stale-button = This button is from another version of Casebook. Please ask again.
not-understood = This cannot be answered here. Please use one of the commands; /help lists them.
apology = Something went wrong while this was being answered. The fault has been noted.
stopped = The bot was stopped before this was answered. Please ask again in a moment.
cooldown-user = You have asked a lot in a short time. Please go on in { $wait }.
cooldown-channel = Much has been asked here in a short time. Please go on in { $wait }.
second-count = { $count ->
    [one] { $count } second
   *[other] { $count } seconds
}
minute-count = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}

## What the language calls itself

language-name = English

## Kinds of entries

kind-event = event
kind-actor = actor
kind-topic = topic
kind-aspect = aspect
kind-fact = fact
kind-source = source
kind-relation = tie

actor-person = person
actor-country = country
actor-organisation = organisation
actor-company = company
actor-group = group
actor-object = object

## Not found, or more than one thing found

not-here = Not in this fact base
no-answer-for = The fact base has no answer for “{ $text }”. It does not guess.
no-answer = The fact base has no answer for what was typed. It does not guess.
nearest = Nearest entries, which may be about something else
which-one = Which one is meant?
several-fit = Several entries fit “{ $text }”. Choose one, or add a word.
several-fit-text = Several entries fit what was typed. Choose one, or add a word.
likely = Likely entries
read-as = “{ $text }” is read as: { $title }
shown-as = Shown as { $request }
twin = { $by } · { $title }

fact-count = { $count ->
    [one] { $count } fact
   *[other] { $count } facts
}
event-count = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
actor-count = { $count ->
    [one] { $count } actor
   *[other] { $count } actors
}
source-count = { $count ->
    [one] { $count } source
   *[other] { $count } sources
}
page-count = { $count ->
    [one] { $count } page
   *[other] { $count } pages
}
statement-count = { $count ->
    [one] { $count } statement
   *[other] { $count } statements
}
aspect-count = { $count ->
    [one] { $count } aspect
   *[other] { $count } aspects
}

coverage = It holds { $facts } on { $events } and { $actors }, from { $sources }.
coverage-span = It holds { $facts } on { $events } and { $actors }, from { $sources }; its events date from { $first } to { $last }.

## Labels of particulars

when = When
where = Where
who = Who
how-many = How many
value-by = { $value } ({ $who })
either-value = { $one } or { $other }
disputed-values = { $values }: disputed
topics = Topics
kind = Kind
also-called = Also called
author = Author
publisher = Publisher
published = Published
language = Language
link = Link
remark = Note

## Headings

facts = Facts
disagreements = Where sources disagree
before = Before
after = After
ties = Memberships and ties
latest-events = Latest events
related = Related
said = Said
in-facts-of-others = In facts about others
events = Events
see-also = See also
no-number = Without a number
one-number = There is one number only, which makes no trend.
only-partly-then = Partly or perhaps then
undated = Without a date
sources = Sources

## Comparisons

pair = { $first } and { $second }
summary = Summary
more-on-aspect = { $label } ({ $more } more with aspect:{ $aspect })
near-aspects = { $first } / { $second }
not-compared-on = The fact base does not compare the two on: { $aspect }.
no-such-aspect = The fact base compares nothing on “{ $text }”; this is all that it has of the two.
not-compared = The fact base makes no comparison of the two.
between = Between the two
between-latest = Between the two, the latest of { $count }
only-for = Only for { $name }
only-for-on = Only for { $name } there are facts on: { $aspects }.
label-count = { $label } ({ $count })
nothing-known = nothing known
nothing-known-of = { $name }: nothing known
side = { $name }:
ties-between = Ties between the two
ties-both = Ties that both have
ties-differing = Ties in which they differ
some = { $heading }, { $shown } of { $count }
events-both = Events with both
events-both-latest = Events with both, the latest of { $count }

## Ties

each = each
post = { $office } of { $to }
post-to = { $office } of { $to } to { $place }
held = ({ $post }, { $date })
held-as-of = ({ $post }, as of { $date })
with-note = { $text }. { $note }.
without-note = { $text }.
dated-tie = { $how ->
    [on] { $text } on { $date }
    [in] { $text } in { $date }
    [until] { $date }, { $text }
   *[other] { $text } ({ $date })
}
as-of = { $text } (as of { $date })

# A kind of tie that has no pattern below: "friend-of", "has-base-in". A language whose grammar does not fit may write
# joined = { $from } – { $kind } – { $to }
joined = { $shape ->
    [has] { $from } { $way ->
        [past] had
       *[now] has
    } { $article ->
        [an] an
       *[a] a
    } { $noun } { $to }
    [of] { $from } { $way ->
        [past] was
       *[now] is
    } { $article ->
        [an] an
       *[a] a
    } { $kind } { $to }
    [is] { $from } { $way ->
        [past] was
       *[now] is
    } { $kind } { $to }
   *[other] { $from } { $kind } { $to }
}

# A name that takes the article. A language without articles writes the name alone.
definite = the { $name }

## Kinds of ties: as things are and as they were, from the one end (now, past) and from the other (back, back-past)

tie-member-of = { $way ->
    [past] { $from } was a member of { $to }
    [back] { $to } has { $from } as a member
    [back-past] { $to } had { $from } as a member
   *[now] { $from } is a member of { $to }
}
tie-candidate-of = { $way ->
    [past] { $from } was a candidate for membership in { $to }
    [back] { $to } has { $from } as a candidate
    [back-past] { $to } had { $from } as a candidate
   *[now] { $from } is a candidate for membership in { $to }
}
tie-takes-part-in = { $way ->
    [past] { $from } took part in { $to }
    [back] { $to } includes { $from }
    [back-past] { $to } included { $from }
   *[now] { $from } takes part in { $to }
}
tie-part-of = { $way ->
    [past] { $from } was part of { $to }
    [back] { $to } includes { $from }
    [back-past] { $to } included { $from }
   *[now] { $from } is part of { $to }
}
tie-was-part-of = { $way ->
    [past] { $from } was part of { $to }
    [back] { $to } included { $from }
    [back-past] { $to } included { $from }
   *[now] { $from } was part of { $to }
}
tie-holds-office = { $way ->
    [past] { $from } was { $post }
    [back] { $to } has { $from } as { $office }
    [back-past] { $to } had { $from } as { $office }
   *[now] { $from } is { $post }
}
tie-successor-of = { $way ->
    [past] { $from } was the successor of { $to }
    [back] { $to } is succeeded by { $from }
    [back-past] { $to } was succeeded by { $from }
   *[now] { $from } is the successor of { $to }
}
tie-located-in = { $way ->
    [past] { $from } was located in { $to }
    [back] { $to } is the location of { $from }
    [back-past] { $to } was the location of { $from }
   *[now] { $from } is located in { $to }
}
tie-based-in = { $way ->
    [past] { $from } was based in { $to }
    [back] { $to } is home to { $from }
    [back-past] { $to } was home to { $from }
   *[now] { $from } is based in { $to }
}
tie-owned-by = { $way ->
    [past] { $from } was owned by { $to }
    [back] { $to } owns { $from }
    [back-past] { $to } owned { $from }
   *[now] { $from } is owned by { $to }
}
tie-built-by = { $way ->
    [past] { $from } was built by { $to }
    [back] { $to } built { $from }
    [back-past] { $to } built { $from }
   *[now] { $from } was built by { $to }
}
tie-runs = { $way ->
    [past] { $from } ran { $to }
    [back] { $to } is run by { $from }
    [back-past] { $to } was run by { $from }
   *[now] { $from } runs { $to }
}
tie-produces = { $way ->
    [past] { $from } produced { $to }
    [back] { $to } is produced by { $from }
    [back-past] { $to } was produced by { $from }
   *[now] { $from } produces { $to }
}
tie-assembles = { $way ->
    [past] { $from } assembled { $to }
    [back] { $to } is assembled by { $from }
    [back-past] { $to } was assembled by { $from }
   *[now] { $from } assembles { $to }
}
tie-developed = { $way ->
    [past] { $from } developed { $to }
    [back] { $to } was developed by { $from }
    [back-past] { $to } was developed by { $from }
   *[now] { $from } developed { $to }
}
tie-version-of = { $way ->
    [past] { $from } was a version of { $to }
    [back] { $to } has { $from } as a version
    [back-past] { $to } had { $from } as a version
   *[now] { $from } is a version of { $to }
}
tie-has-in-service = { $way ->
    [past] { $from } had { $to } in service
    [back] { $to } is in service with { $from }
    [back-past] { $to } was in service with { $from }
   *[now] { $from } has { $to } in service
}
tie-supplies-arms-to = { $way ->
    [past] { $from } supplied arms to { $to }
    [back] { $to } gets arms from { $from }
    [back-past] { $to } got arms from { $from }
   *[now] { $from } supplies arms to { $to }
}
tie-supplies-oil-to = { $way ->
    [past] { $from } supplied oil to { $to }
    [back] { $to } gets oil from { $from }
    [back-past] { $to } got oil from { $from }
   *[now] { $from } supplies oil to { $to }
}
tie-supplies-gas-to = { $way ->
    [past] { $from } supplied gas to { $to }
    [back] { $to } gets gas from { $from }
    [back-past] { $to } got gas from { $from }
   *[now] { $from } supplies gas to { $to }
}
tie-supplies-energy-to = { $way ->
    [past] { $from } supplied energy to { $to }
    [back] { $to } gets energy from { $from }
    [back-past] { $to } got energy from { $from }
   *[now] { $from } supplies energy to { $to }
}
tie-partner-of = { $way ->
    [past] { $from } was a partner of { $to }
    [back] { $to } is a partner of { $from }
    [back-past] { $to } was a partner of { $from }
   *[now] { $from } is a partner of { $to }
}
tie-ally-of = { $way ->
    [past] { $from } was an ally of { $to }
    [back] { $to } is an ally of { $from }
    [back-past] { $to } was an ally of { $from }
   *[now] { $from } is an ally of { $to }
}
tie-aligned-with = { $way ->
    [past] { $from } was aligned with { $to }
    [back] { $to } is aligned with { $from }
    [back-past] { $to } was aligned with { $from }
   *[now] { $from } is aligned with { $to }
}
tie-cooperates-with = { $way ->
    [past] { $from } cooperated with { $to }
    [back] { $to } cooperates with { $from }
    [back-past] { $to } cooperated with { $from }
   *[now] { $from } cooperates with { $to }
}
tie-has-ties-with = { $way ->
    [past] { $from } had ties with { $to }
    [back] { $to } has ties with { $from }
    [back-past] { $to } had ties with { $from }
   *[now] { $from } has ties with { $to }
}
tie-in-conflict-with = { $way ->
    [past] { $from } was in conflict with { $to }
    [back] { $to } is in conflict with { $from }
    [back-past] { $to } was in conflict with { $from }
   *[now] { $from } is in conflict with { $to }
}
tie-at-war-with = { $way ->
    [past] { $from } was at war with { $to }
    [back] { $to } is at war with { $from }
    [back-past] { $to } was at war with { $from }
   *[now] { $from } is at war with { $to }
}
tie-supports = { $way ->
    [past] { $from } supported { $to }
    [back] { $to } is supported by { $from }
    [back-past] { $to } was supported by { $from }
   *[now] { $from } supports { $to }
}
tie-mediates-for = { $way ->
    [past] { $from } mediated for { $to }
    [back] { $to } has { $from } as a mediator
    [back-past] { $to } had { $from } as a mediator
   *[now] { $from } mediates for { $to }
}
tie-recognises = { $way ->
    [past] { $from } recognised { $to }
    [back] { $to } is recognised by { $from }
    [back-past] { $to } was recognised by { $from }
   *[now] { $from } recognises { $to }
}
tie-does-not-recognise = { $way ->
    [past] { $from } did not recognise { $to }
    [back] { $to } is not recognised by { $from }
    [back-past] { $to } was not recognised by { $from }
   *[now] { $from } does not recognise { $to }
}
tie-has-embassy-in = { $way ->
    [past] { $from } had an embassy in { $to }
    [back] { $to } hosts an embassy of { $from }
    [back-past] { $to } hosted an embassy of { $from }
   *[now] { $from } has an embassy in { $to }
}
tie-broke-away-from = { $way ->
    [past] { $from } broke away from { $to }
    [back] { $to } was left by { $from }
    [back-past] { $to } was left by { $from }
   *[now] { $from } broke away from { $to }
}
tie-interviewed = { $way ->
    [past] { $from } interviewed { $to }
    [back] { $to } was interviewed by { $from }
    [back-past] { $to } was interviewed by { $from }
   *[now] { $from } interviewed { $to }
}
tie-spoke-to = { $way ->
    [past] { $from } spoke to { $to }
    [back] { $to } heard from { $from }
    [back-past] { $to } heard from { $from }
   *[now] { $from } spoke to { $to }
}
tie-wrote-for = { $way ->
    [past] { $from } wrote for { $to }
    [back] { $to } published { $from }
    [back-past] { $to } published { $from }
   *[now] { $from } wrote for { $to }
}

## Timelines and trends

timeline = Timeline
timeline-of = Timeline: { $of }
in-one-period = { $title }, { $date }
in-period = { $title }, { $from } to { $to }
since-date = { $title }, from { $from }
until-date = { $title }, until { $to }
no-such-event = The fact base holds no such event.
no-such-fact = The fact base holds no fact on this.
trend = { $aspect } ({ $unit })
trend-of = { $aspect }: { $about } ({ $unit })
trend-bare = { $aspect }
trend-bare-of = { $aspect }: { $about }
aspect-note = The curator’s note on this: { $note }
quantity = { $value } { $unit }
number = { $number }
value-range = { $least }–{ $most }
share-more = +{ $share } %
share-less = −{ $share } %
higher = From { $first } ({ $first_date }) to { $last } ({ $last_date }): higher, { $change }.
lower = From { $first } ({ $first_date }) to { $last } ({ $last_date }): lower, { $change }.
same = From { $first } ({ $first_date }) to { $last } ({ $last_date }): the same.
higher-than-none = From { $first } ({ $first_date }) to { $last } ({ $last_date }): higher.
lower-than-none = From { $first } ({ $first_date }) to { $last } ({ $last_date }): lower.

## Sources

sources-on = Sources on { $title }
rests-on = Everything in this fact base rests on { $sources }.
one-source = One source with all that rests on it: /sources source:…
source-line = { $publisher }, { $date }: { $facts }, { $events }, { $actors }
facts-resting = Facts that rest on it
events-resting = Events that rest on it
citation = “{ $title }”, { $publisher }, { $date }
citation-by = { $author }, { $citation }
citation-at = { $citation } ({ $places })

## Beside statements

dated = { $date }:
according-to = — according to { $who }
marks = ({ $marks })
disputed = disputed
disputed-on = disputed: { $on }
forecast = forecast
superseded = superseded
superseded-because = superseded: { $reason }
order-uncertain = order uncertain
card-label = { $label }:
candidate-kind = ({ $kind }, { $id })

## Dates

date-time = { $date }, { $time }
date-or = { $dates } or { $last }
date-and = { $dates } and { $last }
date-or-before = { $date } or before
date-or-after = { $date } or after
date-span = { $first }–{ $last }
year-span = { $first }–{ $last }
date-wide-span = { $first } – { $last }
date-unknown = at an unknown time
unknown-time = an unknown time
date-since = since { $date }
date-end-unknown = from { $date }, end unknown
date-until = until { $date }
date-beginning-unknown = until { $date }, beginning unknown
date-from-to = { $first } to { $last }
date-full = { $day } { $month } { $year }
date-day = { $day } { $month }
date-month = { $month } { $year }

# $half: where on the earth, north or south of the equator; "unknown" where that is not told.
date-season = { $season } { $year }{ $half ->
    [north] {" "}(Northern Hemisphere)
    [south] {" "}(Southern Hemisphere)
   *[unknown] {""}
}
date-perhaps-about = perhaps about { $date }
date-about = about { $date }
date-perhaps = perhaps { $date }

# $ending: the last word of the number as it is spoken, by which some languages choose a suffix: 3 in 2013, 90 in 1990, 100
# in 1900, 1000 in 2000, 1000000 in whole millions.
year-number = { $number }
year = { $year }
year-bce = { $year } BCE
year-unknown = an unknown year
first-decade = the decade of the { $year }s
decade = the { $year }s
century = { $number ->
    [1] the 1st century
    [2] the 2nd century
    [3] the 3rd century
    [21] the 21st century
    [22] the 22nd century
    [23] the 23rd century
   *[other] the { $number }th century
}
month = { $number ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}

# Seasons, then other parts of the year (ISO 8601-2, 4.8).
season = { $number ->
    [21] spring
    [22] summer
    [23] autumn
    [24] winter
    [33] first quarter of
    [34] second quarter of
    [35] third quarter of
    [36] fourth quarter of
    [37] first third of
    [38] second third of
    [39] last third of
    [40] first half of
   *[41] second half of
}

## What a message says, beside what is stored

check-title = What the fact base has on this message
check-differs = The fact base has something else
check-agrees = The fact base has the same
check-beside = On the same matter, without a figure or date to compare
message-says = the message: “{ $text }”
quoted = “{ $text }”
nothing-held = The fact base holds nothing on what this message says.
nothing-held-on = It holds nothing on: { $texts }.
nothing-to-check = This message has no sentence to compare: no figure, date or name that stands in a statement. Questions and denials are not compared.
no-text-in-message = This message has no text.
check-more = Not shown here: { $passages }. Check a shorter message to see the rest.
passage-count = { $count ->
    [one] { $count } passage
   *[other] { $count } passages
}
check-help = “Check this message”, under Apps in the menu of a message: { $description }. In a terminal: { $example }

## Help

casebook = Casebook
about-casebook = Casebook answers from a curated fact base. Each statement carries its sources; where sources disagree, both are shown; what is not in the fact base is not answered.
command-help = /{ $name }: { $description }. For example: { $example }
names-forgiven = Names may be misspelt or written in another script, and any option takes free text.
collections = Collections: { $names }.
version = Casebook { $version }.
knowledge-broken = Since { $since } the files of the fact base cannot be used, and answers come from what was there before: { $why }
gaps-kept = Questions that could not be answered are kept, without who asked them and where, so that the fact base can be mended.
nothing-kept = Questions are not stored.

## Pages

page = Page { $page } of { $count }
previous = ◀ Previous
next = Next ▶
choose-one = Choose one
to-choose-from = To choose from
menu-of-page = the menu offers what this page lists
shortened = (shortened)
continued = (continued)
sources-go-on = { $count ->
    [one] ({ $count } more source: next page)
   *[other] ({ $count } more sources: next page)
}
address-too-long = (the address is too long to show)

# The short form of an answer, and the way about in a long one.

in-short = In short; all of it: { $pages }
more = More ({ $pages })
shorter = In short
go-to = Go to …
go-to-page = Page { $page }: { $headings }
go-to-pages = Pages { $first }–{ $last }: { $headings }
last-page = The last page, { $page }
basis = facts as of version { $version }
more-statements = Left out here: { $statements }; all of it: { $way }
console-greeting = Ask a question, or type { $help }. { $tab } completes, { $all } shows the whole of an answer, { $quit } ends.
nothing-asked = Nothing was asked yet.

to-sources = Sources
to-related = Related
to-comparable = Compare with …
to-cite = Cite
to-share = Share
to-delete = Delete
not-yours = Only the one who asked, or who may manage messages here, can delete this.
where-it-stands = Where each statement stands
related-to = Related to { $title }
events-with = Events with { $names }
compare-title = Compare { $title } with …
comparable-heading = What it can be compared with
shared-aspects = ({ $aspects } in common)

## Between the parts of a list

joint-comma = { $before }, { $after }
joint-dot = { $before } · { $after }
joint-semicolon = { $before }; { $after }
joint-and = { $before } and { $after }

## The command line

fault-count = { $count ->
    [one] { $count } fault
   *[other] { $count } faults
}
error-count = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
warning-count = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
file-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
errors-warnings = { $errors }, { $warnings }
files-with = { $files }: { $found }

# What is near to a question that nothing answers.

near-title = Nothing stored says just this
near-note = Nothing in the fact base says just what was asked. Perhaps one of these helps.
near-heading = Perhaps
near-opposite = What is stored says the opposite of what was asked, or speaks of something near to it.
word-read-as = “{ $word }” read as “{ $read }”
word-not-found = nothing found for “{ $word }”
