"""Fine-tunes pose_landmark_full on drawn characters. See README.md."""

import argparse
import hashlib
import json
import math
import os
import shlex
import time
from pathlib import Path

import numpy as np
import torch

from drawings import LIMBS, Drawings, Shard, draw
from losses import Batch, losses, weights_of_points
from network import OnnxNetwork

HOME = Path(__file__).resolve().parents[2]
VALIDATION_SEED = 900_000_001
OUTPUTS = ["Identity", "Identity_1", "Identity_3"]


def arguments(words=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="checkpoint, curve and models; a second start goes on")
    parser.add_argument("--pictures", type=int, default=200_000, help="how many in all (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop after so many; another start goes on")
    parser.add_argument("--stop-after", type=int, default=math.inf, help="pictures of this start; another goes on")
    parser.add_argument("--seed", type=int, default=1, help="of the drawings and of chance (default: %(default)s)")
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1.1e-4, help="of learning, at its highest (default: %(default)s)")
    parser.add_argument("--train-below", type=int, default=64, help="layers with larger maps stay as they are")
    parser.add_argument("--measure-every", type=int, default=3072, help="pictures between two points of the curve")
    parser.add_argument("--measured", type=int, default=512, help="pictures that are measured with, of another seed")
    parser.add_argument("--per-shard", type=int, default=1024, help="pictures that are drawn at a time")
    parser.add_argument("--keep", type=Path, help="folder that `squares` made: what the original says of it is kept")
    parser.add_argument("--keep-batch", type=int, default=10, help="pictures of that in each step (default: %(default)s)")
    parser.add_argument("--model", type=Path, default=HOME / "models/starter/pose_landmark_full.onnx")
    parser.add_argument("--draw", default=f"{HOME}/magicanime models draw", help="command that draws")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    return parser.parse_args(words)


class Kept:
    """Squares of films and photographs of which the network shall go on saying what the original says; of those in which
    nobody is, that nobody is there."""

    def __init__(self, wanted, generator, device):
        self.generator, self.device, self.count = generator, device, wanted.keep_batch
        self.original = OnnxNetwork(wanted.model, OUTPUTS).to(device)
        self.pictures = np.load(wanted.keep / "pictures.npy", mmap_mode="r")
        self.nobody = torch.from_numpy(np.load(wanted.keep / "nobody.npy"))

    def loss(self, network):
        chosen = torch.randint(0, len(self.pictures), (self.count,), generator=self.generator)
        part = torch.from_numpy(np.array(self.pictures[chosen.numpy()])).float() / 255
        mirrored = torch.rand(self.count, generator=self.generator) < 0.5
        part[mirrored] = part[mirrored].flip(2)
        gain = 0.8 + 0.4 * torch.rand(self.count, 1, 1, 3, generator=self.generator)
        part = (part * gain).clamp(0, 1).to(self.device)
        with torch.no_grad():
            old_marks, old_score, old_heat = self.original(part)
        return kept_loss(network(part), (old_marks, old_score, old_heat), self.nobody[chosen].to(self.device))


def kept_loss(new, old, nobody):
    """new, old: landmarks, score and maps; nobody: [n] booleans, True where it is known that nobody is there."""
    (marks, score, heat), (old_marks, old_score, old_heat) = new, old
    somebody = torch.sigmoid(old_score[:, 0]) * ~nobody
    places = ((marks.view(-1, 39, 5)[..., :2] - old_marks.view(-1, 39, 5)[..., :2]) / 256).abs().mean((1, 2))
    there = torch.nn.functional.binary_cross_entropy_with_logits(score[:, 0], somebody)
    wanted = torch.sigmoid(old_heat) * ~nobody[:, None, None, None]
    importance = 1 + 25 * wanted
    maps = torch.nn.functional.binary_cross_entropy_with_logits(heat, wanted, reduction="none") * importance
    return 10 * (places * somebody).mean() + 0.4 * there + 6 * maps.mean()


class Training:
    def __init__(self, wanted):
        self.wanted = wanted
        self.out = wanted.out
        self.out.mkdir(parents=True, exist_ok=True)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        torch.manual_seed(wanted.seed)
        self.network = OnnxNetwork(wanted.model, OUTPUTS)
        self.trained = self.network.freeze_down_to(wanted.train_below)
        self.network.to(self.device)
        self.original = {n: p.detach().clone() for n, p in self.network.weights.items()}
        self.mean = {n: p.detach().clone() for n, p in self.network.weights.items() if p.requires_grad}
        self.optimizer = torch.optim.AdamW(
            [p for p in self.network.parameters() if p.requires_grad], lr=wanted.rate, weight_decay=1e-4, betas=(0.9, 0.99)
        )
        self.generator = torch.Generator().manual_seed(wanted.seed)
        self.weights = weights_of_points().to(self.device)
        self.seen, self.steps, self.seconds = 0, 0, 0.0
        self.checkpoint = self.out / "checkpoint.pt"
        if self.checkpoint.exists():
            self.resume()
        self.kept = Kept(wanted, self.generator, self.device) if wanted.keep else None

    def resume(self):
        state = torch.load(self.checkpoint, map_location=self.device, weights_only=True)
        if state["seed"] != self.wanted.seed:
            raise SystemExit(f"{self.checkpoint} has seed {state['seed']}; take that, or another --out")
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.mean = state["mean"]
        self.generator.set_state(state["generator"].cpu())
        self.seen, self.steps, self.seconds = state["seen"], state["steps"], state["seconds"]

    def save(self):
        partial = self.checkpoint.with_suffix(".partial")
        torch.save(
            {
                "seed": self.wanted.seed,
                "network": self.network.state_dict(),
                "optimizer": self.optimizer.state_dict(),
                "mean": self.mean,
                "generator": self.generator.get_state(),
                "seen": self.seen,
                "steps": self.steps,
                "seconds": self.seconds,
            },
            partial,
        )
        partial.replace(self.checkpoint)

    def step(self, batch):
        share = self.seen / self.wanted.pictures
        rate = self.wanted.rate * min(1, (self.steps + 1) / 100) * (0.02 + 0.49 * (1 + math.cos(math.pi * min(1, share))))
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        marks, score, heat = self.network(batch.pictures.to(self.device))
        for name, value in vars(batch).items():
            setattr(batch, name, value.to(self.device))
        total, parts = losses(marks, score, heat, batch, self.weights)
        if self.kept:
            total = total + self.kept.loss(self.network)
        if not torch.isfinite(total):
            raise SystemExit(f"the loss is no number after {self.seen} pictures; a lower --rate may help")
        self.optimizer.zero_grad(set_to_none=True)
        total.backward()
        torch.nn.utils.clip_grad_norm_([p for p in self.network.parameters() if p.grad is not None], 2.0)
        self.optimizer.step()
        self.steps += 1
        self.seen += len(batch.pictures)
        keep = min(0.998, self.steps / (self.steps + 20))
        with torch.no_grad():
            for name, mean in self.mean.items():
                mean.lerp_(self.network.weights[name], 1 - keep)
        return {name: round(value.item(), 4) for name, value in parts.items()}

    def measure(self, shard, weights):
        """Shares of seen limb joints within a tenth of the box's diagonal, and of pictures whose score is right."""
        model = OnnxNetwork(self.wanted.model, OUTPUTS).to(self.device)
        model.load_state_dict({f"weights.{n}": t for n, t in {**self.original, **weights}.items()})
        off = {"regression": [], "peak": [], "wrists": []}
        scores = []
        with torch.no_grad():
            for i in range(0, len(shard), 32):
                part = torch.from_numpy(np.array(shard.pictures[i : i + 32])).float().to(self.device) / 255
                marks, score, heat = (t.cpu() for t in model(part))
                points = torch.from_numpy(shard.points[i : i + 32])
                diagonal = torch.from_numpy(shard.diagonal[i : i + 32]).clamp(min=1)[:, None]
                highest = heat[..., :33].flatten(1, 2).argmax(1)
                peak = torch.stack([highest % 64, highest // 64], -1) * 4.0
                regression = marks.view(-1, 39, 5)[:, :33, :2]
                seen = torch.from_numpy(shard.seen[i : i + 32])
                for name, found, joints in (
                    ("regression", regression, LIMBS),
                    ("peak", peak, LIMBS),
                    ("wrists", peak, [15, 16]),
                ):
                    distance = (found - points).norm(dim=-1) / diagonal
                    off[name] += distance[:, joints][seen[:, joints]].tolist()
                scores += score[:, 0].tolist()
        judged, present = shard.judged, shard.present
        scores = np.array(scores)
        found = {f"pck_{name}": round(float((np.array(values) < 0.1).mean()), 4) for name, values in off.items()}
        found["score_of_nobody"] = round(float((scores[judged & ~present] > 0).mean()), 4)
        found["score_of_somebody"] = round(float((scores[judged & present] > 0).mean()), 4)
        return found

    def averaged(self, share):
        return {n: self.original[n] + share * (m - self.original[n]) for n, m in self.mean.items()}

    def tell(self, row):
        print(json.dumps(row), flush=True)
        with open(self.out / "curve.jsonl", "a") as curve:
            curve.write(json.dumps(row) + "\n")

    def run(self, shard):
        command = shlex.split(self.wanted.draw)
        if self.seen == 0:
            self.tell({"seen": 0, "seconds": 0, "trained_parameters": self.trained, **self.measure(shard, {})})
        ahead = Drawings(command, self.out / "drawings", self.wanted.seed, self.seen, self.wanted.per_shard)
        began, before = time.monotonic(), self.seconds
        stop = min(self.wanted.pictures, self.seen + self.wanted.stop_after)
        next_measure = self.seen + self.wanted.measure_every
        while self.seen < stop and time.monotonic() - began < 60 * self.wanted.minutes:
            drawn = ahead.take()
            order = torch.randperm(len(drawn), generator=self.generator).numpy()
            for i in range(0, len(drawn), self.wanted.batch):
                chosen = np.sort(order[i : i + self.wanted.batch])
                batch = Batch(
                    np.array(drawn.pictures[chosen]),
                    drawn.points[chosen],
                    drawn.seen[chosen],
                    drawn.inside[chosen],
                    drawn.present[chosen],
                    drawn.judged[chosen],
                    drawn.diagonal[chosen],
                )
                parts = self.step(batch.varied(self.generator))
            self.seconds = before + time.monotonic() - began
            self.save()
            if self.seen >= next_measure or self.seen >= self.wanted.pictures:
                next_measure += self.wanted.measure_every
                row = {"seen": self.seen, "seconds": round(self.seconds), **self.measure(shard, self.mean)}
                self.tell({**row, "last": parts})
        ahead.close()
        self.write()

    def write(self):
        """Twice: as trained, and the mean with the original, which forgets less."""
        for name, share in (("pose_drawn", 1.0), ("pose_drawn_mean", 0.5)):
            file = self.out / f"{name}.onnx"
            note = f"Its weights were trained further on {self.seen} drawn pictures (seed {self.wanted.seed}) by models/train"
            self.network.write(file, self.averaged(share), note + (", and are the mean of those and its own." if share < 1 else "."))
            digest = hashlib.sha256(file.read_bytes()).hexdigest()
            self.tell({"model": file.name, "seen": self.seen, "seed": self.wanted.seed, "sha256": digest})


def main(words=None):
    wanted = arguments(words)
    torch.set_num_threads(wanted.threads)
    place = wanted.out / "measured"
    if not (place / "shard-00000/shard.json").exists():
        draw(shlex.split(wanted.draw), place, VALIDATION_SEED, 0, wanted.measured)
    Training(wanted).run(Shard(place / "shard-00000"))


if __name__ == "__main__":
    main()
