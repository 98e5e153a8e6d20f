"""Frames whose joints are known, and how far off what a model says of them is."""

import json

import numpy as np

from drawings import LIMBS

# COCO's 17 among BlazePose's 33.
COCO = [0, 2, 5, 7, 8, 11, 12, 13, 14, 15, 16, 23, 24, 25, 26, 27, 28]
SEEN, GUESSED = 2, 1
WRISTS = (15, 16)
LEAST_JOINTS = 4


def of_shard(shard, most):
    """name → (picture, frame) of drawn characters of which at least four joints are seen."""
    found = {}
    for i in range(len(shard)):
        if len(found) == most:
            break
        if shard.present[i] and shard.seen[i, LIMBS].sum() >= LEAST_JOINTS:
            flags = np.where(shard.seen[i], SEEN, np.where(shard.inside[i], GUESSED, 0))
            marks = [[*map(float, shard.points[i, joint]), int(flags[joint])] for joint in COCO]
            found[f"drawn_{shard.first + i:06d}"] = (np.array(shard.pictures[i]), {"box": shard.box[i].tolist(), "kp": marks})
    return found


def read_truth(file):
    """name → frame: film, number, box and 17 points (x, y, 2 seen, 1 guessed, 0 not marked)."""
    return json.loads(file.read_text())["frames"]


def diagonal(frame):
    left, top, right, bottom = frame["box"]
    return float(np.hypot(right - left, bottom - top))


def errors(points, frame):
    """BlazePose's number of each limb joint that is seen → how far off it is, in diagonals of the box."""
    off = {}
    for joint, (x, y, flag) in zip(COCO, frame["kp"]):
        if flag == SEEN and joint in LIMBS:
            off[joint] = float(np.hypot(points[joint][0] - x, points[joint][1] - y)) / diagonal(frame)
    return off


def is_right(off):
    """Whether a person would take the pose as it is: most joints within a tenth of the diagonal, none far off."""
    values = list(off.values())
    return bool(values) and float(np.mean(np.array(values) < 0.1)) >= 0.7 and max(values) < 0.25


def summary(all_errors):
    """From errors of frames to the row of a table."""
    judged = [frame for frame in all_errors if frame]
    flat = [e for frame in judged for e in frame.values()]
    wrists = [e for frame in judged for joint, e in frame.items() if joint in WRISTS]
    return {
        "joints": share(flat, 0.1),
        "wrists": share(wrists, 0.1),
        "all limbs": mean([max(frame.values()) < 0.15 for frame in judged]),
        "right": mean([is_right(frame) for frame in judged]),
        "mean error": mean(np.minimum(flat, 0.5)),
    }


def share(values, most):
    return mean(np.array(values) < most)


def mean(values):
    return float(np.mean(values)) if len(values) else float("nan")
