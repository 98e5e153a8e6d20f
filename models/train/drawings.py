"""Drawn pictures in the order of their numbers, which `magicanime models draw` makes while others are trained on."""

import json
import shutil
import subprocess
import threading
from pathlib import Path

import numpy as np

SIZE = 256

# BlazePose's 33 points among the 133 of COCO-WholeBody. Eyes' and mouth's corners are landmarks of the face, knuckles
# and thumbs points of the hands.
FACE, LEFT_HAND, RIGHT_HAND = 23, 91, 112
POSE = (
    [0, FACE + 42, 1, FACE + 45, FACE + 39, 2, FACE + 36, 3, 4, FACE + 54, FACE + 48]
    + [5, 6, 7, 8, 9, 10]
    + [LEFT_HAND + 17, RIGHT_HAND + 17, LEFT_HAND + 5, RIGHT_HAND + 5, LEFT_HAND + 2, RIGHT_HAND + 2]
    + [11, 12, 13, 14, 15, 16, 19, 22, 17, 20]
)
MIRRORED = [0, 4, 5, 6, 1, 2, 3, 8, 7, 10, 9] + [i + 1 if i % 2 else i - 1 for i in range(11, 33)]
LIMBS = [11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28]


class Shard:
    """Consecutive pictures with their truth.

    pictures: bytes [n, 256, 256, 3]; points: [n, 33, 2] pixels; seen, inside: [n, 33] booleans; present: [n] booleans;
    judged: [n] booleans, False where so little of a character is left that nobody should say whether it is one;
    box: [n, 4] around what is seen, pixels: left, top, right, bottom; diagonal: [n] of it
    """

    def __init__(self, folder):
        folder = Path(folder)
        about = json.loads((folder / "shard.json").read_text())
        count = about["count"]
        self.first = about["first"]
        self.pictures = np.memmap(folder / "pictures.rgb", np.uint8, "r", shape=(count, SIZE, SIZE, 3))
        points = np.load(folder / "points.npy")[:, POSE]
        scenes = np.load(folder / "scenes.npy")
        column = {name: scenes[:, i] for i, name in enumerate(about["columns"])}
        self.points = points[..., :2]
        self.present = column["present"] > 0
        self.seen = (points[..., 2] == 2) & self.present[:, None]
        self.inside = (points[..., 2] > 0) & self.present[:, None]
        self.judged = self.present | (column["area"] == 0)
        self.box = np.stack([column[side] for side in ("left", "top", "right", "bottom")], 1)
        self.diagonal = np.hypot(column["right"] - column["left"], column["bottom"] - column["top"])

    def __len__(self):
        return len(self.pictures)


class Drawings:
    """Draws ahead: while one shard is used, the next one is made. Shards that were used are deleted."""

    def __init__(self, command, folder, seed, first, per_shard):
        self.command, self.folder, self.seed, self.per_shard = command, Path(folder), seed, per_shard
        shutil.rmtree(self.folder, ignore_errors=True)
        self.next = first // per_shard
        self.thread = None
        self.failure = None
        self._begin()

    def _begin(self):
        self.thread = threading.Thread(target=self._draw, args=(self.next,), daemon=True)
        self.thread.start()

    def _draw(self, number):
        try:
            draw(self.command, self._place(number), self.seed, number * self.per_shard, self.per_shard)
        except (OSError, subprocess.CalledProcessError) as failure:
            self.failure = failure

    def _place(self, number):
        return self.folder / f"{number:06d}"

    def take(self):
        """The next shard; begins to draw the one after it."""
        self.thread.join()
        if self.failure:
            raise RuntimeError("drawing failed") from self.failure
        shutil.rmtree(self._place(self.next - 1), ignore_errors=True)
        shard = Shard(self._place(self.next) / "shard-00000")
        self.next += 1
        self._begin()
        return shard

    def close(self):
        """Waits for what is being drawn, and deletes it."""
        self.thread.join()
        shutil.rmtree(self.folder, ignore_errors=True)


def draw(command, folder, seed, first, count):
    """Has pictures drawn into folder/shard-00000."""
    subprocess.run(
        [*command, "--out", str(folder), "--seed", str(seed), "--first", str(first), "--count", str(count)]
        + ["--per-shard", str(count)],
        check=True,
        stdout=subprocess.DEVNULL,
    )
