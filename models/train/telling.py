"""Whether a model's numbers tell right poses from wrong ones, and somebody from nobody."""

import numpy as np

from drawings import LIMBS


def spread(views, diagonal):
    """How far views of one frame disagree: the median over limb joints of the median distance from their middle, in
    diagonals of the box. views: [v, 33, 2]."""
    middle = np.median(views, 0)
    return float(np.median(np.median(np.linalg.norm(views - middle, axis=-1), 0)[LIMBS])) / diagonal


def moved(first, others, side):
    """The shift test: how far limb joints move at most when the square is moved or made larger, the median of them, in
    sides of the square. first: [33, 2]; others: [v, 33, 2]."""
    return float(np.median(np.linalg.norm(others - first, axis=-1).max(0)[LIMBS])) / side


def auc(values, right):
    """The chance that a right one has a higher value than a wrong one; not a number where there is only one sort."""
    values, right = np.asarray(values, float), np.asarray(right, bool)
    if right.all() or not right.any():
        return float("nan")
    higher = values[right][:, None] - values[~right][None]
    return float(np.mean(higher > 0) + 0.5 * np.mean(higher == 0))


def threshold(values, right, precision):
    """The lowest value from which on at least so many are right, with the precision and recall that it gives. None where
    no value does."""
    values, right = np.asarray(values, float), np.asarray(right, bool)
    best = None
    for value in np.unique(values):
        passed = values >= value
        reached = float(right[passed].mean())
        if reached >= precision:
            best = {"from": float(value), "precision": reached, "recall": float(right[passed].sum() / right.sum())}
            break
    return best
