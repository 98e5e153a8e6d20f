"""Measures pose models on frames whose joints are known, on places where nobody is, and on what is not to be forgotten.
See README.md."""

import argparse
import json
from pathlib import Path

import numpy as np
import onnxruntime

from decoding import cut, peaks, regressed, to_picture
from drawings import LIMBS, MIRRORED, SIZE, Shard
from films import film, frames
from labelled import errors, is_right, mean, of_shard, read_truth, share, summary
from telling import auc, moved, spread, threshold

HOME = Path(__file__).resolve().parents[2]
VIEWS = [1.25, 1.5, 1.8, 2.2]
SHIFTED, SHIFTS = 1.8, [(0.06, 0, 1), (0, 0.06, 1), (0, 0, 1.15)]
OUTPUTS = ["Identity", "Identity_1", "Identity_3"]
VISIBLE = 0.7
SURE = 0.9
PRECISION = 0.95
MEDIAN = "median of 8 peaks"


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--truth", type=Path, required=True, help="JSON: frames with film, frame, box and 17 points")
    parser.add_argument("--films", type=Path, required=True, help="folder with the films")
    parser.add_argument("--model", type=Path, action="append", default=[], help="also this one; may be repeated")
    parser.add_argument("--drawn", type=Path, help="folder with a shard that `models draw` made with a seed of its own")
    parser.add_argument("--drawn-frames", type=int, default=150, help="characters of it that are judged (default: %(default)s)")
    parser.add_argument("--unseen", type=Path, help="folder that `squares --part unseen` made")
    parser.add_argument("--by-film", action="store_true", help="also a table for each film")
    parser.add_argument("--sheet", type=Path, help="folder for pictures of what each model says")
    parser.add_argument("--json", type=Path, help="file that gets all figures")
    parser.add_argument("--threads", type=int, default=0, help="of the runtime; its own choice by default")
    return parser.parse_args(words)


def labelled_pictures(truth, folder):
    """name → picture [h, 960, 3], of the frames that the truth names."""
    films = {}
    for name, frame in truth.items():
        films.setdefault(frame["film"], {})[frame["frame"]] = name
    pictures = {}
    for beginning, wanted in films.items():
        for number, picture in frames(film(folder, beginning), wanted).items():
            pictures[wanted[number]] = picture
    return pictures


class Model:
    def __init__(self, path, threads=0):
        self.name = path.name
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def asked(self, square):
        """Landmarks [39, 5], score 0 to 1, heat maps; square: floats [256, 256, 3]."""
        marks, score, heat = self.session.run(OUTPUTS, {"input_1": square[None]})
        return marks.reshape(39, 5), float(score.item()), heat[0]


def answers(model, picture, box):
    """For each way of asking: points in the picture [33, 2]. Beside them, what might say how good they are."""
    found, every, scores = {}, [], []
    for scale in VIEWS:
        for mirrored in (False, True):
            part, square = cut(picture, box, scale, mirrored)
            marks, score, heat = model.asked(part)
            peak = to_picture(peaks(heat), square, mirrored, MIRRORED)[:33]
            every.append(peak)
            scores.append(score)
            if not mirrored:
                found[f"regression {scale}"] = to_picture(regressed(marks), square, False, MIRRORED)[:33]
                found[f"peak {scale}"] = peak
    found[MEDIAN] = np.median(every, 0)
    left, top, right, bottom = box
    side = SHIFTED * max(right - left, bottom - top)
    others = []
    for right_by, down_by, larger in SHIFTS:
        there = (left + right_by * side, top + down_by * side, right + right_by * side, bottom + down_by * side)
        part, square = cut(picture, there, SHIFTED * larger)
        others.append(to_picture(regressed(model.asked(part)[0]), square, False, MIRRORED)[:33])
    signs = {
        "score": float(np.median(scores)),
        "spread": -spread(np.array(every), float(np.hypot(right - left, bottom - top))),
        "shift": -moved(found[f"regression {SHIFTED}"], np.array(others), side),
    }
    return found, signs


def table(title, found, truth, names):
    print(f"\n{title}: {len(names)} frames")
    print(f"{'':22s} {'joints<.1':>9s} {'wrists<.1':>9s} {'limbs<.15':>9s} {'right':>6s} {'error':>6s}")
    rows = {}
    for way in found[names[0]]:
        rows[way] = row = summary([errors(found[name][way], truth[name]) for name in names])
        print(
            f"{way:22s} {row['joints']:9.2f} {row['wrists']:9.2f} {row['all limbs']:9.2f} {row['right']:6.2f} "
            f"{row['mean error']:6.3f}"
        )
    return rows


def telling(found, signs, truth, names):
    """How well each sign tells right poses (of the median of eight peaks) from wrong ones."""
    right = [is_right(errors(found[name][MEDIAN], truth[name])) for name in names]
    rows = {"frames": len(names), "right": int(np.sum(right))}
    for sign in signs[names[0]]:
        values = [signs[name][sign] for name in names]
        none = {"from": None, "precision": None, "recall": 0.0}
        rows[sign] = {"auc": auc(values, right), "at 0.95": threshold(values, right, PRECISION) or none}
    return rows


def nobody(model, squares):
    """Share of squares without a body, floats [256, 256, 3] each, that the model takes for one."""
    scores = np.array([model.asked(square)[1] for square in squares])
    return {"squares": len(squares), "score > 0.5": mean(scores > 0.5), "score > 0.9": mean(scores > 0.9)}


def forgotten(model, original, folder):
    """On squares where the original is sure: the share of the joints it sees that are within 0.05 sides of where it says."""
    pictures = np.load(folder / "pictures.npy", mmap_mode="r")
    empty = np.load(folder / "nobody.npy")
    groups = json.loads((folder / "groups.json").read_text())
    off = {}
    for i in np.flatnonzero(~empty):
        square = pictures[i].astype(np.float32) / 255
        old_marks, old_score, old_heat = original.asked(square)
        seen = [joint for joint in LIMBS if 1 / (1 + np.exp(-old_marks[joint, 3])) > VISIBLE]
        if old_score < SURE or len(seen) < 4:
            continue
        marks, _, heat = model.asked(square)
        row = off.setdefault(groups[i], {"squares": 0, "regression": [], "peak": []})
        row["squares"] += 1
        row["regression"] += list(np.linalg.norm((marks[:, :2] - old_marks[:, :2])[seen], axis=1) / SIZE)
        row["peak"] += list(np.linalg.norm((peaks(heat) - peaks(old_heat))[seen], axis=1) / SIZE)
    return {
        group: {"squares": row["squares"], "regression": share(row["regression"], 0.05), "peak": share(row["peak"], 0.05)}
        for group, row in sorted(off.items())
    }


def flat(figures, before=""):
    """name → value of everything that is nested in the figures."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield from flat(value, f"{before}{name} · ")
        else:
            yield before + name, value


def beside(figures):
    """One line for each figure, one column for each model."""
    columns = {model: dict(flat(own)) for model, own in figures.items()}
    print(f"\n{'':52s}" + "".join(f"{model.removesuffix('.onnx'):>22s}" for model in columns))
    for name in dict.fromkeys(name for own in columns.values() for name in own):
        cells = [own.get(name) for own in columns.values()]
        print(f"{name:52s}" + "".join(f"{'-' if cell is None else f'{cell:.3f}'.removesuffix('.000'):>22s}" for cell in cells))


def main(words=None):
    wanted = arguments(words)
    truth = read_truth(wanted.truth)
    pictures = labelled_pictures(truth, wanted.films)
    real = sorted(truth)
    empty = {}
    drawn = []
    if wanted.drawn:
        shard = Shard(wanted.drawn)
        for name, (picture, frame) in of_shard(shard, wanted.drawn_frames).items():
            pictures[name], truth[name] = picture, frame
            drawn.append(name)
        empty["drawn"] = [shard.pictures[i].astype(np.float32) / 255 for i in np.flatnonzero(shard.judged & ~shard.present)]
    if wanted.unseen:
        squares, groups = np.load(wanted.unseen / "pictures.npy"), json.loads((wanted.unseen / "groups.json").read_text())
        for i in np.flatnonzero(np.load(wanted.unseen / "nobody.npy")):
            square = squares[i].astype(np.float32) / 255
            empty.setdefault(groups[i], []).append(square)
            empty.setdefault("all real", []).append(square)
    print("Shares of visible limb joints within 0.1 of the box's diagonal, of wrists, of frames with every visible limb")
    print("joint within 0.15, of frames that are right (70 % within 0.1, none off by 0.25), and the mean error (cut at 0.5).")
    paths = [HOME / "models/starter/pose_landmark_full.onnx", *wanted.model]
    models = [Model(path, wanted.threads) for path in paths]
    figures = {}
    for model in models:
        asked = {name: answers(model, pictures[name], truth[name]["box"]) for name in real + drawn}
        found, signs = ({name: pair[i] for name, pair in asked.items()} for i in (0, 1))
        own = figures[model.name] = {"real": table(model.name, found, truth, real)[MEDIAN]}
        if wanted.by_film:
            for beginning in sorted({truth[name]["film"] for name in real}):
                table(f"{model.name}, {beginning}", found, truth, [n for n in real if truth[n]["film"] == beginning])
        own["tells right from wrong, real"] = telling(found, signs, truth, real)
        if drawn:
            own["drawn"] = table(f"{model.name}, drawn", found, truth, drawn)[MEDIAN]
            own["tells right from wrong, drawn"] = telling(found, signs, truth, drawn)
            own["tells right from wrong, both"] = telling(found, signs, truth, real + drawn)
        own["nobody there"] = {place: nobody(model, squares) for place, squares in empty.items() if squares}
        if wanted.unseen:
            own["as the original says"] = forgotten(model, models[0], wanted.unseen)
        if wanted.sheet:
            from sheet import overlay

            shown = {n: found[n][MEDIAN] for n in real}
            overlay(wanted.sheet / f"{Path(model.name).stem}.png", {n: pictures[n] for n in real}, truth, shown)
    beside(figures)
    if wanted.json:
        wanted.json.write_text(json.dumps(figures, indent=1) + "\n")


if __name__ == "__main__":
    main()
