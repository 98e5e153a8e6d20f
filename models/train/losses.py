"""What pose_landmark_full is trained for: points, heat maps, visibility, presence, and whether somebody is there."""

import torch
import torch.nn.functional as F

from drawings import LIMBS, MIRRORED

SIZE, HEAT, POINTS = 256, 64, 33
SPREAD = 1.6  # of a point in its heat map, cells
ARMS = [13, 14, 15, 16]


def weights_of_points():
    """Limbs count most, arms among them more, as they are what is found worst; points of the face and hands little."""
    weights = torch.full((POINTS,), 0.25)
    weights[[0, 7, 8, 29, 30, 31, 32]] = 0.5
    weights[LIMBS] = 1
    weights[ARMS] = 1.5
    return weights


class Batch:
    """Pictures and truth as tensors.

    pictures: [n, 256, 256, 3] of 0 to 1; points: [n, 33, 2] pixels; seen, inside: [n, 33]; present, judged: [n];
    diagonal: [n] of the box around what is seen, pixels
    """

    def __init__(self, pictures, points, seen, inside, present, judged, diagonal):
        self.pictures = torch.from_numpy(pictures).float() / 255
        self.points = torch.from_numpy(points).float()
        self.seen, self.inside = torch.from_numpy(seen).float(), torch.from_numpy(inside).float()
        self.present, self.judged = torch.from_numpy(present).float(), torch.from_numpy(judged).float()
        self.diagonal = torch.from_numpy(diagonal).float()

    def varied(self, generator):
        """Half of the pictures mirrored, some with other colours."""
        mirrored = torch.rand(len(self.pictures), generator=generator) < 0.5
        self.pictures[mirrored] = self.pictures[mirrored].flip(2)
        points = self.points[mirrored][:, MIRRORED].clone()
        points[..., 0] = SIZE - points[..., 0]
        self.points[mirrored] = points
        self.seen[mirrored] = self.seen[mirrored][:, MIRRORED]
        self.inside[mirrored] = self.inside[mirrored][:, MIRRORED]
        if torch.rand((), generator=generator) < 0.3:
            self.pictures = self.pictures[..., torch.randperm(3, generator=generator)]
        gain = 0.85 + 0.3 * torch.rand(len(self.pictures), 1, 1, 3, generator=generator)
        self.pictures = (self.pictures * gain).clamp(0, 1)
        return self


def right(heat, batch):
    """[n] of 0 to 1: the share of the limb joints that are seen which the peaks of the maps show within a tenth of the
    box's diagonal."""
    highest = heat[..., LIMBS].detach().flatten(1, 2).argmax(1)
    peak = torch.stack([highest % HEAT, highest // HEAT], -1) * (SIZE / HEAT)
    seen = batch.seen[:, LIMBS]
    near = (peak - batch.points[:, LIMBS]).norm(dim=-1) < 0.1 * batch.diagonal[:, None]
    return (near * seen).sum(1) / seen.sum(1).clamp(min=1)


def heat_maps(points):
    """[n, 33, 2] pixels → [n, 64, 64, 33], 1 at the point."""
    cells = torch.arange(HEAT, dtype=torch.float32)
    x, y = points[..., 0] * HEAT / SIZE, points[..., 1] * HEAT / SIZE
    across = torch.exp(-((cells[None, :, None] - x[:, None]) ** 2) / (2 * SPREAD**2))
    down = torch.exp(-((cells[None, :, None] - y[:, None]) ** 2) / (2 * SPREAD**2))
    return down[:, :, None] * across[:, None]


def losses(landmarks, score, heat, batch, weights):
    """landmarks [n, 195], score [n, 1] before its sigmoid, heat [n, 64, 64, 39]. Returns the sum and its parts."""
    landmarks = landmarks.view(-1, 39, 5)
    somebody = batch.present[:, None]
    known = batch.points.abs().sum(-1) > 0
    # What is hidden is guessed, and what is outside of the picture more so.
    trust = (batch.seen + 0.4 * (batch.inside - batch.seen) + 0.05 * (1 - batch.inside)) * weights * somebody * known
    off = (landmarks[:, :POINTS, :2] - batch.points) / SIZE
    distance = torch.sqrt((off**2).sum(-1) + 1e-5).clamp(max=1)
    places = (distance * trust).sum() / (trust.sum() + 1e-6)
    around = torch.sqrt((((landmarks[:, 33:35, :2] - circle(batch.points)) / SIZE) ** 2).sum(-1) + 1e-5)
    region = (around.clamp(max=1) * somebody).mean()
    judged = batch.judged[:, None]
    visible = (F.binary_cross_entropy_with_logits(landmarks[:, :POINTS, 3], batch.seen, reduction="none") * judged).mean()
    inside = (F.binary_cross_entropy_with_logits(landmarks[:, :POINTS, 4], batch.inside, reduction="none") * judged).mean()
    # From a half on there is somebody; what is above says how much of the pose is right.
    worth = batch.present * (0.5 + 0.5 * right(heat, batch))
    there = F.binary_cross_entropy_with_logits(score[:, 0], worth, reduction="none")
    there = (there * batch.judged).sum() / batch.judged.sum().clamp(min=1)
    shown = batch.seen * somebody
    target = heat_maps(batch.points) * shown[:, None, None]
    # Where something hides a point, its map may say what it likes.
    free = 1 - (batch.inside - batch.seen) * somebody
    importance = (1 + 25 * target) * (weights * free * judged)[:, None, None]
    maps = (F.binary_cross_entropy_with_logits(heat[..., :POINTS], target, reduction="none") * importance).mean()
    parts = {"places": places, "region": region, "visible": visible, "inside": inside, "there": there, "maps": maps}
    total = 10 * places + 1.5 * region + 0.15 * (visible + inside) + 0.4 * there + 6 * maps
    return total, parts


def circle(points):
    """The two points that tell the next frame's region: the hips' middle, and the top of a circle around the body."""
    hips = (points[:, 23] + points[:, 24]) / 2
    shoulders = (points[:, 11] + points[:, 12]) / 2
    up = F.normalize(shoulders - hips, dim=-1, eps=1e-3)
    radius = (points - hips[:, None]).norm(dim=-1).amax(1, keepdim=True)
    return torch.stack([hips, hips + up * radius], 1)
