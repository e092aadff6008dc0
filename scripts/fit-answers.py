#!/usr/bin/env python3
"""Fits how likely a candidate is to be the answer to a question of `/ask`.

    pip install numpy scipy
    scripts/fit-answers.py --bot target/release/casebook [--knowledge knowledge] --people QUESTIONS KNOWLEDGE …

Which candidate is rather the answer (softmax over the candidates of a question) is fitted on the questions that the entries of a
fact base answer (`asked`), each asked of a copy of the fact base that does not hold it: in three copies every third is left
out, in a fourth all are. A third of the entries is held out.

Whether the first is the answer (logistic) is fitted on questions that people wrote without seeing what the program makes of them:
folders of files with `[[question]]` tables, each with the fact base that they are asked of. A question whose answer is not stored
expects nothing. What they say of likelihood is checked by five-fold cross-validation.

The program itself says what speaks for each candidate (`casebook eval --features`). Each weight has the sign that it must have: the
fit is bounded. Prints the constants of `src/command/likelihood.rs`, and how many first candidates were right, by likelihood.
"""
import argparse, json, os, re, shutil, subprocess, sys, tempfile, tomllib

import numpy as np
from scipy.optimize import minimize

# The features, and the sign that each must have; 0 for none.
SIGNS = {"words": 1, "words_rank": 1, "decided": 1, "meaning": 1, "meaning_rank": 1, "asked": 1, "line": 1, "explained": 1,
         "missing_name": -1, "missing_number": -1, "untold": -1, "answer_type": 1, "lacks": -1,
         "event": 0, "actor": 0, "terms": 1, "margin": 1}

# What tells the candidates of one question apart, and what tells whether the first is the answer.
ORDER = ["words", "words_rank", "decided", "meaning", "meaning_rank", "asked", "line", "explained",
         "missing_name", "missing_number", "answer_type", "event", "actor"]
SURE = ["words_rank", "decided", "meaning", "meaning_rank", "line", "missing_name", "untold", "lacks", "terms", "margin"]

# Strength of the penalty on the square of each weight but the bias.
RIDGE = 1.0

# As in src/command/likelihood.rs.
BARRED, MOST_MARGIN = 6.0, 3.0

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


def evidence(bot, knowledge, rows):
    """What speaks for each candidate of each question, given with the ids that answer it."""
    with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
        for question, expect in rows:
            file.write(f'[[question]]\nask = {json.dumps(question, ensure_ascii=False)}\ncommand = "ask"\n'
                       f'expect = {json.dumps(expect)}\nclass = "any"\n\n')
        file.flush()
        run = subprocess.run([bot, "eval", file.name, "--knowledge", knowledge, "--features"], capture_output=True, text=True,
                             encoding="utf-8")
    if run.returncode:
        sys.exit(run.stderr[-2000:])
    return [line for line in map(json.loads, run.stdout.splitlines()) if line["candidates"]]


def from_asked(bot, knowledge):
    """The lines of `asked`, each asked of a copy that does not hold it."""
    lines = []
    for fold in range(4):
        with tempfile.TemporaryDirectory() as work:
            folder = shutil.copytree(knowledge, os.path.join(work, "knowledge"))
            left_out = [(question, [entry]) for entry, question in leave_out(folder, fold) if question.isascii()]
            lines += evidence(bot, folder, left_out)
    return lines


def from_people(bot, folder, knowledge):
    """The questions of `/ask` in a folder."""
    rows = []
    for path in paths(folder):
        with open(path, "rb") as file:
            asked = [row for row in tomllib.load(file)["question"] if row["command"] == "ask" and "as" not in row]
            rows += [(row["ask"], row["expect"]) for row in asked]
    return evidence(bot, knowledge, rows)


def held_out(line):
    """A third of the entries, by their ids, with all their questions."""
    return sum(next((c["id"] for c in line["candidates"] if c["right"]), line["ask"]).encode()) % 3 == 0


def bounds(names):
    return [{1: (0, None), -1: (None, 0), 0: (None, None)}[SIGNS[name]] for name in names]


def fit_order(lines):
    sets = []
    for line in lines:
        right = np.array([c["right"] for c in line["candidates"]])
        if right.any():
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
    """Features of each first candidate that nothing bars, and whether it is right."""
    found = [first(line, order) for line in lines]
    open_ = [(ranked[0], features) for ranked, features in found if not ranked[0]["bar"]]
    rows = [[features[name] for name in SURE] + [1.0] for _, features in open_]
    return np.array(rows), np.array([float(best["right"]) for best, _ in open_])


def cross_validated(x, right):
    """How likely each row is by a fit to four fifths of the others."""
    likely = np.zeros(len(right))
    part = np.random.default_rng(1).permutation(len(right)) % 5
    for fold in range(5):
        weights = fit_sure(x[part != fold], right[part != fold])
        likely[part == fold] = 1 / (1 + np.exp(-(x[part == fold] @ weights)))
    return likely


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
    parser.add_argument("--people", nargs=2, action="append", required=True, metavar=("QUESTIONS", "KNOWLEDGE"))
    args = parser.parse_args()
    lines = from_asked(args.bot, args.knowledge)
    parts = {"fitted": [line for line in lines if not held_out(line)], "held out": [line for line in lines if held_out(line)]}
    order = fit_order(parts["fitted"])
    show("ORDER", dict(zip(ORDER, order)))
    for part, some in parts.items():
        rights = [[c["right"] for c in first(line, order)[0]] for line in some]
        print(f"// {part}: {len(some)} questions, right one first {np.mean([r[0] for r in rights]):.3f}, "
              f"among five {np.mean([any(r[:5]) for r in rights]):.3f}")
    x, right = decided([line for folder, knowledge in args.people for line in from_people(args.bot, folder, knowledge)], order)
    show("SURE", dict(zip([*SURE, "bias"], fit_sure(x, right))))
    likely = cross_validated(x, right)
    print("\n| likelihood | questions | right |\n|---|---|---|")
    for tenth in range(10):
        band = right[(likely >= tenth / 10) & (likely < tenth / 10 + 0.1)]
        print(f"| {tenth / 10:.1f}–{tenth / 10 + 0.1:.1f} | {len(band)} | {f'{np.mean(band):.2f}' if len(band) else '–'} |")


if __name__ == "__main__":
    main()
