"""Regions of a picture for pose_landmark_full, and what its tensors say, as libs/inference does it."""

import numpy as np

SIZE = 256
HEAT = 64


def cut(picture, box, scale, mirrored=False):
    """The square around a box, `scale` times as large as its longer side; outside of the picture its edge goes on.

    picture: bytes [h, w, 3]. Returns floats [256, 256, 3] of 0 to 1, and (left, top, side) of the square.
    """
    left, top, right, bottom = box
    side = scale * max(right - left, bottom - top)
    x0, y0 = (left + right - side) / 2, (top + bottom - side) / 2
    steps = np.arange(SIZE) / SIZE * side
    if mirrored:
        steps_x = steps[::-1] + side / SIZE
    else:
        steps_x = steps
    part = bilinear(picture, x0 + steps_x, y0 + steps) / 255
    return part.astype(np.float32), (x0, y0, side)


def bilinear(picture, xs, ys):
    height, width = picture.shape[:2]
    xs, ys = np.clip(xs, 0, width - 1), np.clip(ys, 0, height - 1)
    left, top = np.floor(xs).astype(int), np.floor(ys).astype(int)
    right, below = np.minimum(left + 1, width - 1), np.minimum(top + 1, height - 1)
    across, down = (xs - left)[None, :, None], (ys - top)[:, None, None]
    upper = picture[top][:, left] * (1 - across) + picture[top][:, right] * across
    lower = picture[below][:, left] * (1 - across) + picture[below][:, right] * across
    return upper * (1 - down) + lower * down


def regressed(landmarks):
    """[39, 2] pixels of the square."""
    return landmarks.reshape(-1, 5)[:, :2]


def peaks(heat):
    """Centroid of the 5x5 cells around the highest one of each map: [39, 2] pixels of the square."""
    heat = 1 / (1 + np.exp(-np.clip(heat.reshape(HEAT, HEAT, -1), -60, 60)))
    points = np.empty((heat.shape[2], 2), np.float32)
    for i in range(heat.shape[2]):
        row, column = divmod(int(heat[:, :, i].argmax()), HEAT)
        top, left = max(0, row - 2), max(0, column - 2)
        part = heat[top : row + 3, left : column + 3, i] + 1e-9
        ys, xs = np.mgrid[top : top + part.shape[0], left : left + part.shape[1]]
        points[i] = (xs * part).sum() / part.sum(), (ys * part).sum() / part.sum()
    return points * (SIZE / HEAT)


def to_picture(points, square, mirrored, swap):
    """From pixels of the square to pixels of the picture; of a mirrored square, with left and right exchanged."""
    x0, y0, side = square
    points = points.astype(np.float64).copy()
    if mirrored:
        points[:, 0] = SIZE - points[:, 0]
        points[: len(swap)] = points[swap]
    return points / SIZE * side + [x0, y0]
