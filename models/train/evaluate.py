"""Measures pose models on frames that were labelled by hand. See README.md."""

import argparse
import json
from pathlib import Path

import av
import numpy as np
import onnxruntime
from PIL import Image

from decoding import cut, peaks, regressed, to_picture
from drawings import LIMBS, MIRRORED

HOME = Path(__file__).resolve().parents[2]
# COCO's 17 among BlazePose's 33.
COCO = [0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28]
VIEWS = [1.25, 1.5, 1.8, 2.2]
WIDTH = 960
SEEN = 2
OUTPUTS = ["Identity", "Identity_3"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--truth", type=Path, required=True, help="JSON: frames with film, frame, box and 17 points")
    parser.add_argument("--films", type=Path, required=True, help="folder with the films")
    parser.add_argument("--model", type=Path, action="append", default=[], help="also this one; may be repeated")
    parser.add_argument("--by-film", action="store_true", help="also a table for each film")
    parser.add_argument("--sheet", type=Path, help="folder for pictures of what each model says")
    return parser.parse_args()


def frames(truth, folder):
    """name → picture [h, 960, 3], of the frames that the truth names. Films are found by the beginning of their names."""
    films = {}
    for name, frame in truth.items():
        films.setdefault(frame["film"], {})[frame["frame"]] = name
    pictures = {}
    for film, wanted in films.items():
        files = sorted(f for f in folder.iterdir() if f.name.startswith(film) and f.suffix != ".json")
        if not files:
            raise SystemExit(f"there is no film in {folder} whose name begins with {film}")
        with av.open(str(files[0])) as container:
            for number, picture in enumerate(container.decode(video=0)):
                if number in wanted:
                    image = picture.to_image()
                    size = (WIDTH, round(image.height * WIDTH / image.width))
                    pictures[wanted[number]] = np.asarray(image.resize(size, Image.Resampling.BICUBIC))
                if number >= max(wanted):
                    break
        missing = [n for n in wanted.values() if n not in pictures]
        if missing:
            raise SystemExit(f"{files[0]} ends before {missing}")
    return pictures


def answers(session, picture, box):
    """For each way of asking: points in the picture [33, 2]."""
    found, every = {}, []
    for scale in VIEWS:
        for mirrored in (False, True):
            part, square = cut(picture, box, scale, mirrored)
            marks, heat = session.run(OUTPUTS, {"input_1": part[None]})
            peak = to_picture(peaks(heat[0]), square, mirrored, MIRRORED)[:33]
            every.append(peak)
            if not mirrored:
                found[f"regression {scale}"] = to_picture(regressed(marks[0]), square, False, MIRRORED)[:33]
                found[f"peak {scale}"] = peak
    found["median of 8 peaks"] = np.median(every, 0)
    return found


def errors(points, frame):
    """BlazePose's number of each limb joint that is seen → how far off it is, in diagonals of the box."""
    left, top, right, bottom = frame["box"]
    diagonal = np.hypot(right - left, bottom - top)
    off = {}
    for joint, (x, y, flag) in zip(COCO, frame["kp"]):
        if flag == SEEN and joint in LIMBS:
            off[joint] = float(np.hypot(points[joint][0] - x, points[joint][1] - y) / diagonal)
    return off


def summary(all_errors):
    """From errors of frames to the row of a table."""
    flat = [e for frame in all_errors for e in frame.values()]
    wrists = [e for frame in all_errors for joint, e in frame.items() if joint in (15, 16)]
    limbs = [max(frame.values()) < 0.15 for frame in all_errors if frame]
    right = [
        np.mean([e < 0.1 for e in frame.values()]) >= 0.7 and max(frame.values()) < 0.25 for frame in all_errors if frame
    ]
    return {
        "joints": share(flat, 0.1),
        "wrists": share(wrists, 0.1),
        "all limbs": float(np.mean(limbs)) if limbs else float("nan"),
        "right": float(np.mean(right)) if right else float("nan"),
        "mean error": float(np.mean(np.minimum(flat, 0.5))) if flat else float("nan"),
    }


def share(values, most):
    return float(np.mean(np.array(values) < most)) if values else float("nan")


def table(title, found, truth, names):
    print(f"\n{title}: {len(names)} frames")
    print(f"{'':22s} {'joints<.1':>9s} {'wrists<.1':>9s} {'limbs<.15':>9s} {'right':>6s} {'error':>6s}")
    ways = list(found[names[0]])
    rows = {}
    for way in ways:
        rows[way] = summary([errors(found[name][way], truth[name]) for name in names])
        row = rows[way]
        print(
            f"{way:22s} {row['joints']:9.2f} {row['wrists']:9.2f} {row['all limbs']:9.2f} {row['right']:6.2f} "
            f"{row['mean error']:6.3f}"
        )
    return rows


def main():
    wanted = arguments()
    truth = json.loads(wanted.truth.read_text())["frames"]
    pictures = frames(truth, wanted.films)
    names = sorted(truth)
    models = [HOME / "models/starter/pose_landmark_full.onnx", *wanted.model]
    print("Shares of visible limb joints within 0.1 of the box's diagonal, of wrists, of frames with every visible limb")
    print("joint within 0.15, of frames that are right (70 % within 0.1, none off by 0.25), and the mean error (cut at 0.5).")
    for model in models:
        session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
        found = {name: answers(session, pictures[name], truth[name]["box"]) for name in names}
        table(model.name, found, truth, names)
        if wanted.by_film:
            for film in sorted({truth[name]["film"] for name in names}):
                table(f"{model.name}, {film}", found, truth, [n for n in names if truth[n]["film"] == film])
        if wanted.sheet:
            from sheet import overlay

            overlay(wanted.sheet / f"{model.stem}.png", pictures, truth, {n: f["median of 8 peaks"] for n, f in found.items()})


if __name__ == "__main__":
    main()
