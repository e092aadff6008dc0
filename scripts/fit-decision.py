#!/usr/bin/env python3
"""Fits the model behind the decision: how sure it is that the best entry is meant.

    pip install numpy scipy
    scripts/fit-decision.py --bot target/release/casebook DATA [--sets names,qald]

DATA holds a folder for each set, with its entries (`entries.jsonl.gz`: id, kind, name, aliases, summary, date) and its
questions (`queries.jsonl.gz`: query, kind, expect, note; an empty `expect` means that nothing stored is meant). The
program itself says what its decision rests on (`casebook eval --features`). The first half of each set is fitted, the
second half is held out. Prints the constants of `src/matcher/rank/model.rs`, the thresholds of `src/matcher/rank/decide.rs`,
and for both halves how often the best entry was right, by confidence.

Each feature has the sign that it must have: the fit is bounded, so that a better likeness never lowers the confidence.
Questions that are a stored name word for word have no part in it: there is nothing to guess.

The thresholds are chosen on the first half, too. A right answer or a right refusal gains 1, a choice with the right entry
first 1/2, a wrong answer loses 1: that is what each pair is worth. Pairs whose difference to the best one is less than its
standard error are equally good, and of those the one nearest to the thresholds that are built in is kept: chance moves nothing. Of
what is below the lower one nothing can be said, as the program does not tell what else it would have declined for.
"""
import argparse, gzip, json, os, re, subprocess, sys, tempfile

import numpy as np
from scipy.optimize import minimize

# The features, and their signs. The weight of the heaviest term found is left out: a surname that is rare in these sets is
# common in a small fact base, and is meant there all the same.
SIGNS = {"score": 1, "question": 1, "name": 1, "margin": 1, "missing": -1, "unfound": -1, "missing_name": -1,
         "elsewhere": -1, "worst": 1, "letters": 1}

# Strength of the penalty on the square of each weight but the bias: a few hundred questions do not carry large weights.
# Of 0.03, 0.1, 0.3 and 1, the one with the least loss on each half when the other is fitted.
RIDGE = 0.3

# The thresholds that are built in, FOUND and LIKELY, and the pairs that are tried.
BUILT_IN = (0.60, 0.45)
PAIRS = [(found / 20, likely / 20) for found in range(10, 17) for likely in range(9, 13) if likely <= found]


def read(path):
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def toml(value):
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_knowledge(entries, folder):
    """Writes the entries as a fact base; gives the id there of each id in the set."""
    with open(os.path.join(folder, "sources.toml"), "w", encoding="utf-8") as file:
        file.write('[[source]]\nid = "set"\ntitle = "Set"\npublisher = "Public"\npublished = "2026"\n')
    keys = {}
    for start in range(0, len(entries), 2000):
        with open(os.path.join(folder, f"entries-{start:06}.toml"), "w", encoding="utf-8") as file:
            for number, entry in enumerate(entries[start:start + 2000], start):
                key = keys[entry["id"]] = f"e{number:06}"
                event = entry["kind"] == "event"
                file.write(f'[[{entry["kind"]}]]\nid = "{key}"\n{"title" if event else "name"} = {toml(entry["name"])}\n')
                file.write(f'aliases = {toml(entry["aliases"])}\nsummary = {toml(entry["summary"] or entry["name"])}\n')
                file.write('sources = ["set"]\n' + ("" if event else 'kind = "group"\n'))
                if event and re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", entry.get("date") or ""):
                    file.write(f'date = {toml(entry["date"])}\n')
    return keys


def features(bot, data, name):
    """The features of each question of a set: those of the first half, and those of the second."""
    entries = read(os.path.join(data, name, "entries.jsonl.gz"))
    queries = read(os.path.join(data, name, "queries.jsonl.gz"))
    with tempfile.TemporaryDirectory() as work:
        folder = os.path.join(work, "knowledge")
        os.makedirs(os.path.join(folder, "set"))
        keys = write_knowledge(entries, os.path.join(folder, "set"))
        path = os.path.join(work, "questions.toml")
        with open(path, "w", encoding="utf-8") as file:
            for number, query in enumerate(queries):
                half = "fitted" if number < len(queries) / 2 else "held-out"
                meant = "" if query["expect"] else " nobody"
                expect = [keys[entry] for entry in query["expect"] if entry in keys]
                ask = re.sub(r"\s+", " ", query["query"]).strip()
                file.write(f'[[question]]\nask = {toml(ask)}\ncommand = "{query["kind"]}"\nexpect = {toml(expect)}\n'
                           f'class = "{half}{meant}"\n\n')
        argv = [bot, "eval", path, "--knowledge", folder, "--features"]
        run = subprocess.run(argv, capture_output=True, text=True, encoding="utf-8")
    if run.returncode:
        sys.exit(run.stderr[-2000:])
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    for row in rows:
        row["class"], _, nobody = row["class"].partition(" ")
        row["meant"] = not nobody
    return rows


def table(rows):
    return np.array([[row["features"][name] for name in SIGNS] + [1.0] for row in rows])


def odds(weights, rows):
    return table(rows) @ weights


def fit(rows):
    """Bounded logistic regression: weights of the features, then the bias."""
    x, right = table(rows), np.array([row["right"] for row in rows], dtype=float)

    def loss(weights):
        z = x @ weights
        penalty = np.append(weights[:-1], 0.0)
        value = np.sum(np.logaddexp(0.0, z) - right * z) + RIDGE / 2 * penalty @ penalty
        return value, x.T @ (1 / (1 + np.exp(-z)) - right) + RIDGE * penalty

    bounds = [(0, None) if sign > 0 else (None, 0) for sign in SIGNS.values()] + [(None, None)]
    start = np.zeros(len(bounds))
    return minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B").x.round(1) + 0.0


def log_loss(weights, rows):
    z, right = odds(weights, rows), np.array([row["right"] for row in rows])
    return float(np.mean(np.logaddexp(0.0, z) - right * z))


def outcome(row, sure, found, likely):
    """What a question would end as with these thresholds; what the program declines for another reason stays so."""
    if row["model"] == "exact":
        return row["outcome"]
    if sure < likely or row["outcome"] == "none" and row["confidence"] >= BUILT_IN[1]:
        return "none"
    chosen = row["outcome"] == "ambiguous" and row["confidence"] >= BUILT_IN[0]
    return "ambiguous" if sure < found or chosen else "match"


def worth(row, ends):
    if not row["meant"]:
        return {"none": 1.0, "ambiguous": 0.0, "match": -1.0}[ends]
    return {"none": 0.0, "ambiguous": 0.5 * row["right"], "match": 1.0 if row["right"] else -1.0}[ends]


def thresholds(believed):
    """Chooses the thresholds on the first half, and prints what the candidates are worth on both."""
    value = {pair: np.array([worth(row, outcome(row, sure, *pair)) for row, sure in believed]) for pair in PAIRS}
    first = np.array([row["class"] == "fitted" for row, _ in believed])
    best = max(PAIRS, key=lambda pair: value[pair][first].sum())
    equal = []
    for pair in PAIRS:
        less = (value[best] - value[pair])[first]
        if less.sum() <= np.std(less) * len(less) ** 0.5:
            equal.append(pair)
    far = lambda pair: sum(abs(one - other) for one, other in zip(pair, BUILT_IN))
    kept = min(equal, key=far)
    print(f"FOUND, LIKELY = {kept[0]:.2f}, {kept[1]:.2f}")
    for name, pair in [("best on the first half", best), ("kept", kept), ("built in", BUILT_IN)]:
        print(f"// {name}: {pair[0]:.2f}, {pair[1]:.2f}, worth {value[pair][first].sum():.1f} of {first.sum()} fitted, "
              f"{value[pair][~first].sum():.1f} of {(~first).sum()} held out")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data")
    parser.add_argument("--bot", required=True)
    parser.add_argument("--sets", default="names,qald")
    args = parser.parse_args()
    rows = [row for name in args.sets.split(",") for row in features(args.bot, args.data, name)]
    believed = []
    for model in ["lookup", "sentence"]:
        own = [row for row in rows if row["model"] == model]
        halves = {half: [row for row in own if row["class"] == half] for half in ["fitted", "held-out"]}
        weights = fit(halves["fitted"])
        print(f"const {model.upper()}: Weights = Weights {{")
        for name, weight in zip([*SIGNS, "bias"], weights):
            print(f"    {name}: {weight:.1f},")
        print("};")
        for half, some in halves.items():
            print(f"// {half}: {len(some)} questions, log loss {log_loss(weights, some):.3f}")
        believed += [(row, 1 / (1 + np.exp(-z))) for row, z in zip(own, odds(weights, own))]
    exact = [row for row in rows if row["model"] == "exact"]
    print()
    thresholds(believed + [(row, 1.0) for row in exact])
    print(f"\nstored names word for word: {len(exact)}, of which right {sum(row['right'] for row in exact)}\n")
    print("| confidence | fitted: questions | predicted | right | held out: questions | predicted | right |")
    print("|---|---|---|---|---|---|---|")
    for tenth in range(10):
        cells = []
        for half in ["fitted", "held-out"]:
            band = [(row, p) for row, p in believed if row["class"] == half and min(int(p * 10), 9) == tenth]
            share = lambda values: f"{np.mean(values):.2f}" if band else "–"
            cells += [str(len(band)), share([p for _, p in band]), share([row["right"] for row, _ in band])]
        print(f"| {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
