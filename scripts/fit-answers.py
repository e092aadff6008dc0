#!/usr/bin/env python3
"""Fits how likely a candidate is to be the answer to a question of `/ask`.

    pip install numpy scipy
    scripts/fit-answers.py --bot target/release/casebook [--knowledge knowledge]

The questions are those that the entries of a fact base answer (`asked`), each asked of a copy of the fact base that does
not hold it: in three copies every third is left out, in a fourth all are. From each, traps are made whose answer is not
stored: with another year, with another country or a name that is stored nowhere, with another word, and with one word alone.
The program itself says what speaks for each candidate (`casebook eval --features`). Two models are fitted: which candidate
is rather the answer (softmax over the candidates of a question), and whether the first is (logistic). A third of the entries
is held out of either. Each weight has the sign that it must have: the fit is bounded. Prints the constants of
`src/command/likelihood.rs`, and for both parts how many first candidates were right, by likelihood.
"""
import argparse, json, os, random, re, shutil, subprocess, sys, tempfile, tomllib

import numpy as np
from scipy.optimize import minimize

# The features, and the sign that each must have; 0 for none.
SIGNS = {"words": 1, "words_rank": 1, "decided": 1, "meaning": 1, "meaning_rank": 1, "asked": 1, "line": 1, "explained": 1,
         "missing": -1, "missing_name": -1, "missing_number": -1, "unknown": -1, "answer_type": 1, "event": 0, "actor": 0, "terms": 1,
         "margin": 1}

# What tells the candidates of one question apart, and what tells whether the first is the answer.
ORDER = ["words", "words_rank", "decided", "meaning", "meaning_rank", "asked", "line", "explained", "missing",
         "missing_name", "missing_number", "unknown", "answer_type", "event", "actor"]
SURE = ["decided", "meaning", "asked", "line", "explained", "missing", "unknown", "answer_type", "terms", "margin"]

# Strength of the penalty on the square of each weight but the bias.
RIDGE = 1.0

# As in src/command/likelihood.rs.
BARRED, MOST_MARGIN = 6.0, 3.0

# Names that no fact base about other countries holds, as people write them.
STRANGERS = ["Norway", "Oslo", "Merkel", "Portugal", "Vietnam", "Nigeria", "Trudeau", "Brazil", "kenya", "zagreb", "dublin",
             "chile", "peru", "morocco", "Thailand", "Johnson", "Macron", "canada"]

FUNCTION_WORDS = set("""what when where who whom whose how why which did does do is are was were the and with for from that
this there been not has have had his her their they many much any ever about than into over under after before between""".split())


def entries_of(folder):
    """Each entry by its id, with its table."""
    entries = {}
    for path in paths(folder):
        with open(path, "rb") as file:
            for table, rows in tomllib.load(file).items():
                entries.update({row["id"]: (table, row) for row in rows if "id" in row})
    return entries


def paths(folder):
    return sorted(os.path.join(at, name) for at, _, names in os.walk(folder) for name in names if name.endswith(".toml"))


def leave_out(folder, fold):
    """Takes every third line of `asked` out of a copy of a fact base, or all for fold 3; gives them with their entries."""
    left_out = []
    for path in paths(folder):
        lines, kept, inside, entry = open(path, encoding="utf-8").read().split("\n"), [], False, None
        for line in lines:
            if match := re.match(r'id = "(.*)"', line):
                entry = match.group(1)
            if line == "asked = [":
                inside, number = True, 0
            elif inside and line.startswith("]"):
                inside = False
            elif inside:
                number += 1
                if fold == 3 or number % 3 == fold:
                    left_out.append((entry, json.loads(line.strip().rstrip(","))))
                    continue
            kept.append(line)
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(kept))
    return left_out


class Traps:
    """Makes of a question one whose answer is not stored."""

    def __init__(self, entries, questions):
        actors = [row for table, row in entries.values() if table == "actor"]
        self.texts = {key: json.dumps(row, ensure_ascii=False).lower() for key, (_, row) in entries.items()}
        self.countries = {row["name"].lower(): row["name"] for row in actors if row["kind"] == "country"}
        self.names = {word.lower()[:5] for row in actors for name in [row["name"], *row.get("aliases", [])]
                      for word in re.findall(r"\w+", name)}
        self.words = sorted({word.lower() for _, question in questions for word in self.ordinary(question)})

    def ordinary(self, question):
        words = re.findall(r"[A-Za-z]{4,}", question)
        return [word for word in words if word.lower() not in FUNCTION_WORDS and word.lower()[:5] not in self.names]

    def of(self, entry, question):
        """Traps by their class; the entry does not answer them."""
        text, ordinary = self.texts[entry], self.ordinary(question)
        if ordinary:
            other = random.choice(self.words)
            if other[:5] not in text:
                yield "trap-word", re.sub(rf"\b{random.choice(ordinary)}\b", other, question, count=1)
            if random.random() < 0.15:
                yield "trap-short", random.choice(ordinary) + random.choice(["", "?", " please"])
        if years := re.findall(r"\b(?:19|20)\d\d\b", question):
            year = str(int(years[0]) + random.choice([-9, -7, -5, -3, 3, 5, 7, 9]))
            if year not in text:
                yield "trap-year", question.replace(years[0], year)
        elif random.random() < 0.25:
            yield "trap-year", f"{question} in {random.choice([1987, 1995, 1999, 2003, 2008, 2019, 2020])}"
        named = next((name for name in self.countries if re.search(rf"\b{re.escape(name)}\b", question.lower())), None)
        if named:
            others = [name for low, name in self.countries.items() if low not in text]
            for kind, name in [("trap-actor", random.choice(others)), ("trap-name", random.choice(STRANGERS))]:
                name = name.lower() if question.islower() else name
                yield kind, re.sub(rf"\b{re.escape(named)}\b", name, question, flags=re.I)


def asked(bot, folder, rows):
    """What speaks for each candidate of each question: (class, id that must or, in a trap, must not be first, candidates)."""
    path = os.path.join(folder, "..", "questions.toml")
    with open(path, "w", encoding="utf-8") as file:
        for kind, entry, question in rows:
            file.write(f'[[question]]\nask = {json.dumps(question, ensure_ascii=False)}\ncommand = "ask"\n'
                       f'expect = ["{entry}"]\nclass = "{kind}"\n\n')
    run = subprocess.run([bot, "eval", path, "--knowledge", folder, "--features"], capture_output=True, text=True,
                         encoding="utf-8")
    if run.returncode:
        sys.exit(run.stderr[-2000:])
    return [json.loads(line) for line in run.stdout.splitlines()]


def questions(bot, knowledge):
    entries = entries_of(knowledge)
    random.seed(1)
    lines = []
    for fold in range(4):
        with tempfile.TemporaryDirectory() as work:
            folder = shutil.copytree(knowledge, os.path.join(work, "knowledge"))
            left_out = [(entry, question) for entry, question in leave_out(folder, fold) if question.isascii()]
            traps = Traps(entries, left_out)
            rows = [("real", entry, question) for entry, question in left_out]
            rows += [(kind, entry, trap) for entry, question in left_out for kind, trap in traps.of(entry, question)]
            lines += asked(bot, folder, rows)
    return [line for line in lines if line["candidates"]]


def held_out(line):
    """A third of the entries, by their ids, with all their questions and traps."""
    return sum(next((c["id"] for c in line["candidates"] if c["right"]), line["ask"]).encode()) % 3 == 0


def bounds(names):
    return [{1: (0, None), -1: (None, 0), 0: (None, None)}[SIGNS[name]] for name in names]


def fit_order(lines):
    sets = []
    for line in lines:
        right = np.array([c["right"] for c in line["candidates"]])
        if line["class"] == "real" and right.any():
            sets.append((np.array([[c["features"][name] for name in ORDER] for c in line["candidates"]]), right))

    def loss(weights):
        value, slope = RIDGE / 2 * weights @ weights, RIDGE * weights
        for x, right in sets:
            odds = x @ weights
            p = np.exp(odds - odds.max())
            p /= p.sum()
            chosen = p * right / p[right].sum()
            value -= np.log(p[right].sum())
            slope = slope + x.T @ (p - chosen)
        return value, slope

    return minimize(loss, np.zeros(len(ORDER)), jac=True, bounds=bounds(ORDER), method="L-BFGS-B").x.round(1) + 0.0


def first(line, order):
    """The first candidate with its features, its lead among them."""
    def odds(candidate):
        barred = BARRED if candidate["bar"] in ("opposite", "other-time", "no-holder") else 0.0
        return sum(candidate["features"][name] * weight for name, weight in zip(ORDER, order)) - barred

    ranked = sorted(line["candidates"], key=odds, reverse=True)
    lead = odds(ranked[0]) - odds(ranked[1]) if len(ranked) > 1 else MOST_MARGIN
    return ranked, {**ranked[0]["features"], "margin": min(lead, MOST_MARGIN) / MOST_MARGIN}


def decided(lines, order):
    """Features of the first candidate, and whether it is right; of traps only where the entry that it was made from is first."""
    rows, right = [], []
    for line in lines:
        ranked, features = first(line, order)
        trap = line["class"] != "real"
        if ranked[0]["bar"] or trap and not ranked[0]["right"]:
            continue
        rows.append([features[name] for name in SURE] + [1.0])
        right.append(float(ranked[0]["right"] and not trap))
    return np.array(rows), np.array(right)


def fit_sure(x, right):
    def loss(weights):
        odds, penalty = x @ weights, np.append(weights[:-1], 0.0)
        value = np.sum(np.logaddexp(0.0, odds) - right * odds) + RIDGE / 2 * penalty @ penalty
        return value, x.T @ (1 / (1 + np.exp(-odds)) - right) + RIDGE * penalty

    box = bounds(SURE) + [(None, None)]
    return minimize(loss, np.zeros(len(box)), jac=True, bounds=box, method="L-BFGS-B").x.round(1) + 0.0


def show(name, weights):
    print(f"const {name}: Weights = Weights {{")
    for feature in [*SIGNS, "bias"]:
        print(f"    {feature}: {weights.get(feature, 0.0):.1f},")
    print("};")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bot", required=True)
    parser.add_argument("--knowledge", default="knowledge")
    args = parser.parse_args()
    lines = questions(args.bot, args.knowledge)
    parts = {"fitted": [line for line in lines if not held_out(line)], "held out": [line for line in lines if held_out(line)]}
    order = fit_order(parts["fitted"])
    sure = fit_sure(*decided(parts["fitted"], order))
    show("ORDER", dict(zip(ORDER, order)))
    show("SURE", dict(zip([*SURE, "bias"], sure)))
    for part, some in parts.items():
        real = [line for line in some if line["class"] == "real"]
        rights = [[c["right"] for c in first(line, order)[0]] for line in real]
        print(f"// {part}: {len(real)} questions, right one first {np.mean([r[0] for r in rights]):.3f}, "
              f"among five {np.mean([any(r[:5]) for r in rights]):.3f}; {len(some) - len(real)} traps")
    print("\n| likelihood | fitted: questions | right | held out: questions | right |\n|---|---|---|---|---|")
    tables = [(right, 1 / (1 + np.exp(-(x @ sure)))) for x, right in (decided(some, order) for some in parts.values())]
    for tenth in range(10):
        bands = [right[(p >= tenth / 10) & (p < tenth / 10 + 0.1)] for right, p in tables]
        cells = " | ".join(f"{len(band)} | {np.mean(band):.2f}" if len(band) else "0 | –" for band in bands)
        print(f"| {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} | {cells} |")


if __name__ == "__main__":
    main()
