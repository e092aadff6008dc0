# Casebook's own words in English. What curators wrote is never here.

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
takes-date = `{ $option }` takes a year, month or day, such as `2010`, `2010-07`, `2010-07-15` or `July 2010`.
from-after-to = `from` is later than `to`. Swap them, or leave one out.
same-twice = Both are “{ $title }”. Name two different entries to compare.
unlike-pair = “{ $first }” is an { $first_kind } and “{ $second }” is an { $second_kind }. Compare two actors or two events.
stale-button = This button is from another version of Casebook. Please ask again.
not-understood = This cannot be answered here. Please use one of the commands; /help lists them.
apology = Something went wrong while this was being answered. The fault has been noted.
stopped = The bot was stopped before this was answered. Please ask again in a moment.

## Kinds of entries

kind-event = event
kind-actor = actor
kind-topic = topic
kind-aspect = aspect
kind-fact = fact
kind-source = source

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

coverage = It holds { $facts } on { $events } and { $actors }, from { $sources }.
coverage-span = It holds { $facts } on { $events } and { $actors }, from { $sources }; its events date from { $first } to { $last }.

## Labels of particulars

when = When
where = Where
who = Who
how-many = How many
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
events = Events
see-also = See also
no-number = Without a number
undated = Without a date
sources = Sources

## Comparisons

pair = { $first } and { $second }
summary = Summary
more-on-aspect = { $label } ({ $more } more with aspect:{ $aspect })
near-aspects = { $first } / { $second }
not-compared-on = The fact base does not compare the two on: { $aspect }.
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

tie = { $from } { $kind } { $to }
tie-of-each = Each { $kind } { $to }
tie-to-each = { $from } { $kind } each
noted = { $text } ({ $note })

## Timelines and trends

timeline = Timeline
timeline-of = Timeline: { $of }
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
higher = From { $first } ({ $first_date }) to { $last } ({ $last_date }): higher, { $change }.
lower = From { $first } ({ $first_date }) to { $last } ({ $last_date }): lower, { $change }.
same = From { $first } ({ $first_date }) to { $last } ({ $last_date }): the same.
higher-than-none = From { $first } ({ $first_date }) to { $last } ({ $last_date }): higher.
lower-than-none = From { $first } ({ $first_date }) to { $last } ({ $last_date }): lower.

## Sources

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
date-wide-span = { $first } – { $last }
date-unknown = at an unknown time
unknown-time = an unknown time
date-since = since { $date }
date-end-unknown = from { $date }, end unknown
date-until = until { $date }
date-beginning-unknown = until { $date }, beginning unknown
date-from-to = { $first } to { $last }
date-day = { $day } { $month }
date-month = { $month } { $year }
date-perhaps-about = perhaps about { $date }
date-about = about { $date }
date-perhaps = perhaps { $date }
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

# Where the place is not told, then north and south of the equator, then parts of the year (ISO 8601-2, 4.8).
season = { $number ->
    [21] spring
    [22] summer
    [23] autumn
    [24] winter
    [25] spring (north)
    [26] summer (north)
    [27] autumn (north)
    [28] winter (north)
    [29] spring (south)
    [30] summer (south)
    [31] autumn (south)
    [32] winter (south)
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

## Help

casebook = Casebook
about-casebook = Casebook answers from a curated fact base. Each statement carries its sources; where sources disagree, both are shown; what is not in the fact base is not answered.
command-help = /{ $name }: { $description }. For example: { $example }
names-forgiven = Names may be misspelt or written in another script, and any option takes free text.
collections = Collections: { $names }.
version = Casebook { $version }.

## Pages

page = Page { $page } of { $count }
previous = ◀ Previous
next = Next ▶

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
