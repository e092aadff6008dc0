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

## Kinds of entries

kind-event = event
kind-actor = actor
kind-topic = topic
kind-aspect = aspect
kind-fact = fact
kind-source = source
