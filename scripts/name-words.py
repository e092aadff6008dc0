#!/usr/bin/env python3
"""Builds src/meaning/names.txt: the word pieces of src/meaning/vectors.bin that name somebody, a place or a people.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6 scikit-learn==1.9.1
    venv/bin/pip download --no-deps textblob==0.20.1
    venv/bin/python scripts/name-words.py textblob-0.20.1-py3-none-any.whl src/meaning/vectors.bin src/meaning/names.txt

A question in small letters does not show its names: "oslo" has to be known as one. The lexicon of Brill's tagger (in TextBlob)
keeps the case of what its texts had. A word that it has with a capital only, tagged as a name, is one, and a word that it has in
small letters only is none; from these a logistic regression learns what the vectors of names have in common. A word counts as a
name if the lexicon says so and the regression does not doubt it, or if the lexicon does not know it and the regression is sure.
Prints how far the regression can be believed, by five-fold cross-validation.
"""

import re
import struct
import sys
import zipfile

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

NAMES = ("NNP", "NNPS", "JJ")
# Below the first, a word of the lexicon is no name; from the second on, a word that it does not have is one.
DOUBT, SURE = 0.4, 0.85
# Parts of dates, which are read as such.
DATES = set("""january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split())


def read_vectors(path):
    """The word pieces, and their vectors."""
    table = open(path, "rb").read()
    pieces, dimensions, text = struct.unpack("<III", table[8:20])
    ends = struct.unpack(f"<{pieces + 1}I", table[20:24 + 4 * pieces])
    start = 24 + 4 * pieces
    words = [table[start + begin:start + end].decode() for begin, end in zip(ends, ends[1:])]
    vectors = np.frombuffer(table[start + text:], dtype=np.int8).reshape(pieces, dimensions)
    return words, vectors.astype(np.float32) / 256


def read_lexicon(wheel):
    """The commonest tag of each word, by the word as it is written."""
    lines = zipfile.ZipFile(wheel).read("textblob/en/en-lexicon.txt").decode().splitlines()
    rows = [line.split(" ") for line in lines if not line.startswith(";;;") and " " in line]
    return {row[0]: row[1] for row in rows}


def label(lexicon, word):
    """1 for a name, 0 for an ordinary word, None where the lexicon does not tell."""
    capital, small = lexicon.get(word.capitalize()), lexicon.get(word)
    if capital and not small and capital in NAMES:
        return 1
    return 0 if small else None


def main():
    wheel, vectors, out = sys.argv[1:]
    words, vectors = read_vectors(vectors)
    lexicon = read_lexicon(wheel)
    kept = [at for at, word in enumerate(words) if re.fullmatch(r"[a-z]{3,}", word) and word not in DATES]
    labels = {at: label(lexicon, words[at]) for at in kept}
    # A word of both cases tells nothing of either.
    known = [at for at in kept if labels[at] == 1 or labels[at] == 0 and words[at].capitalize() not in lexicon]
    model, right = LogisticRegression(C=30, max_iter=3000), np.array([labels[at] for at in known])
    held_out = cross_val_predict(model, vectors[known], right, cv=5, method="predict_proba")[:, 1]
    for least in (DOUBT, SURE):
        taken = held_out > least
        print(f"from {least}: precision {right[taken].mean():.3f}, recall {right[taken].sum() / right.sum():.3f}")
    likely = dict(zip(kept, model.fit(vectors[known], right).predict_proba(vectors[kept])[:, 1]))
    likely.update(zip(known, held_out))
    least = {1: DOUBT, 0: 1.0, None: SURE}
    names = sorted(words[at] for at in kept if likely[at] > least[labels[at]])
    print(f"{len(names)} of {len(kept)} words are names")
    with open(out, "w", encoding="ascii") as file:
        file.write("\n".join(names) + "\n")


if __name__ == "__main__":
    main()
