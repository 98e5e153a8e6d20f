"""Cuts squares of films and stills, on which nothing is to be forgotten. See README.md."""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from decoding import SIZE, cut
from films import film, frames
from network import OnnxNetwork

HOME = Path(__file__).resolve().parents[2]
OUTPUTS = ["Identity", "Identity_1"]
STAGE = (960, 720)
SURE, CERTAINLY_NOT = 0.9, 0.1
SIDES = [0.45, 0.7, 1.0, 1.4]


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="gets pictures.npy, nobody.npy and groups.json")
    parser.add_argument("--plan", type=Path, default=HOME / "models/train/squares.json", help="what to cut of what")
    parser.add_argument("--part", choices=["kept", "unseen"], required=True, help="of the plan: to train with, to measure with")
    parser.add_argument("--films", type=Path, required=True, help="folder with the films, and stills below it")
    parser.add_argument("--sheet", type=Path, help="picture of what was cut, to look at")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--model", type=Path, default=HOME / "models/starter/pose_landmark_full.onnx")
    return parser.parse_args(words)


def staged(sprite, random):
    """A figure that was cut out, before a plain or graded background: bytes [720, 960, 3]."""
    above, below = random.integers(20, 250, (2, 1, 1, 3))
    down = np.linspace(0, 1, STAGE[1])[:, None, None]
    stage = Image.fromarray(np.broadcast_to(above + (below - above) * down, (STAGE[1], STAGE[0], 3)).astype(np.uint8))
    scale = STAGE[1] * random.uniform(0.7, 1.0) / sprite.height
    small = sprite.resize((round(sprite.width * scale), round(sprite.height * scale)), Image.Resampling.BICUBIC)
    left = int(random.uniform(0, STAGE[0] - small.width))
    stage.paste(small, (left, STAGE[1] - small.height), small)
    return np.asarray(stage)


def square(middle, side):
    """A box whose longer side is that of the square."""
    x, y = middle
    return (x - side / 2, y - side / 2, x + side / 2, y + side / 2)


def varied(box, random):
    """A square around the box's, moved by up to a twentieth and up to half as large again."""
    side = (box[2] - box[0]) * np.exp(random.uniform(np.log(0.9), np.log(1.5)))
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return square((x + random.normal(0, 0.03) * side, y + random.normal(0, 0.03) * side), side)


class Searcher:
    """Finds bodies by asking the pose model itself about squares all over a frame."""

    def __init__(self, model):
        self.network = OnnxNetwork(model, OUTPUTS)

    def asked(self, picture, boxes):
        """Scores [n] and landmarks [n, 39, 2] in pixels of the picture."""
        cuts = [cut(picture, box, 1) for box in boxes]
        parts = torch.from_numpy(np.stack([part for part, _ in cuts]))
        with torch.no_grad():
            marks, score = self.network(parts)
        points = marks.view(-1, 39, 5)[..., :2].numpy()
        places = np.stack([p / SIZE * side + [x, y] for p, (_, (x, y, side)) in zip(points, cuts)])
        return torch.sigmoid(score[:, 0]).numpy(), places

    def everywhere(self, picture):
        height, width = picture.shape[:2]
        boxes = []
        for share in SIDES:
            side = share * height
            for y in (0.35, 0.65) if share < 1 else (0.5,):
                boxes += [square((x * width, y * height), side) for x in (0.15, 0.32, 0.5, 0.68, 0.85)]
        scores, places = self.asked(picture, boxes)
        return boxes, scores, places

    def body(self, picture):
        """The square around the body that is seen best, and the squares in which hardly anybody is."""
        boxes, scores, places = self.everywhere(picture)
        empty = [box for box, score in zip(boxes, scores) if score < CERTAINLY_NOT]
        best = int(scores.argmax())
        score, place, box = scores[best], places[best], boxes[best]
        for _ in range(2):
            if score < 0.5:
                return None, empty
            # The model's own word on where the body is: its middle, and the top of a circle around it.
            box = square(place[33], 2.5 * np.hypot(*(place[34] - place[33])))
            (score,), (place,) = self.asked(picture, [box])
        return (box if score > SURE else None), empty


class Collection:
    def __init__(self):
        self.pictures, self.nobody, self.groups = [], [], []

    def add(self, picture, box, group, nobody):
        part, _ = cut(picture, box, 1)
        self.pictures.append(np.rint(part * 255).astype(np.uint8))
        self.nobody.append(nobody)
        self.groups.append(group)

    def write(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "pictures.npy", np.stack(self.pictures))
        np.save(folder / "nobody.npy", np.array(self.nobody))
        (folder / "groups.json").write_text(json.dumps(self.groups))

    def sheet(self, file):
        columns, cell = 24, 80
        sheet = Image.new("RGB", (columns * cell, -(-len(self.pictures) // columns) * cell))
        for i, picture in enumerate(self.pictures):
            small = Image.fromarray(picture).resize((cell - 2, cell - 2))
            sheet.paste(small, (i % columns * cell, i // columns * cell))
        file.parent.mkdir(parents=True, exist_ok=True)
        sheet.save(file)


def collect(plan, folder, searcher, random):
    """plan: see squares.json. Bodies are cut several times each, moved and larger; so are places where nobody is."""
    found = Collection()

    def body_of(picture, group, copies, others):
        box, empty = searcher.body(picture)
        for _ in range(copies if box else 0):
            found.add(picture, varied(box, random), group, False)
        for number in random.permutation(len(empty))[:others]:
            found.add(picture, empty[number], f"{group}, hardly anybody", False)

    for wish in plan.get("films", []):
        numbers = range(wish["from"], wish["to"], wish["every"])
        for picture in frames(film(folder, wish["film"]), numbers).values():
            body_of(picture, wish["group"], wish["copies"], wish.get("others", 0))
    for wish in plan.get("sprites", []):
        for file in sorted(folder.glob(wish["files"])):
            for _ in range(wish["stages"]):
                body_of(staged(Image.open(file).convert("RGBA"), random), wish["group"], wish["copies"], 0)
    for wish in plan.get("nobody", []):
        if "film" in wish:
            pictures = frames(film(folder, wish["film"]), wish["frames"]).values()
        else:
            pictures = [np.asarray(Image.open(file).convert("RGB")) for file in sorted(folder.glob(wish["files"]))]
        for picture in pictures:
            height, width = picture.shape[:2]
            left, top, right, bottom = wish.get("box", [0, 0, width, height])
            for _ in range(wish["copies"]):
                side = min(right - left, bottom - top) * random.uniform(0.4, 1)
                x = random.uniform(left + side / 2, right - side / 2)
                y = random.uniform(top + side / 2, bottom - side / 2)
                found.add(picture, square((x, y), side), wish["group"], True)
    return found


def main(words=None):
    wanted = arguments(words)
    plan = json.loads(wanted.plan.read_text())[wanted.part]
    found = collect(plan, wanted.films, Searcher(wanted.model), np.random.default_rng(wanted.seed))
    found.write(wanted.out)
    if wanted.sheet:
        found.sheet(wanted.sheet)
    for group in sorted(set(found.groups)):
        print(f"{group}: {found.groups.count(group)}")


if __name__ == "__main__":
    main()
