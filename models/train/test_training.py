"""python3 -m unittest discover models/train"""

import json
import sys
import tempfile
import unittest
from pathlib import Path

import av
import numpy as np
import onnx
import onnxruntime
import torch
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent))

from decoding import cut, peaks, to_picture
from drawings import LIMBS, MIRRORED, POSE, Shard
from films import film, frames
from labelled import errors, is_right, of_shard, summary
from losses import Batch, circle, heat_maps, losses, right, weights_of_points
from network import OnnxNetwork
from squares import collect, staged
from telling import auc, moved, spread, threshold
from train import kept_loss, main

MODEL = Path(__file__).resolve().parents[1] / "starter/pose_landmark_full.onnx"
OUTPUTS = ["Identity", "Identity_1", "Identity_3"]


def asked(path, picture):
    return onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"]).run(None, {"input_1": picture})


class NetworkTest(unittest.TestCase):
    def setUp(self):
        self.picture = np.random.default_rng(1).random((1, 256, 256, 3), np.float32)

    def test_gives_what_onnx_runtime_gives(self):
        wanted = asked(MODEL, self.picture)
        with torch.no_grad():
            found = OnnxNetwork(MODEL)(torch.from_numpy(self.picture))
        self.assertEqual(5, len(found))
        for one, other in zip(wanted, found):
            self.assertEqual(one.shape, tuple(other.shape))
        for number in (0, 3, 4):
            np.testing.assert_allclose(found[number].numpy(), wanted[number], rtol=1e-3, atol=2e-2)
        self.assertAlmostEqual(float(torch.sigmoid(found[1])), float(wanted[1].item()), places=4)

    def test_writes_the_same_model_and_what_was_changed(self):
        network = OnnxNetwork(MODEL, OUTPUTS)
        with tempfile.TemporaryDirectory() as folder:
            same, changed = Path(folder) / "same.onnx", Path(folder) / "changed.onnx"
            network.write(same)
            name = list(network.weights)[-1]
            network.write(changed, {name: network.weights[name].detach() + 1}, "Changed once more.")
            self.assertTrue(onnx.load(changed).doc_string.endswith("converted from TFLite to ONNX. Changed once more."))
            before, after = asked(MODEL, self.picture), asked(same, self.picture)
            for one, other in zip(before, after):
                np.testing.assert_array_equal(one, other)
            self.assertTrue(any(np.abs(a - b).max() > 0.1 for a, b in zip(before, asked(changed, self.picture))))
            self.assertLessEqual(same.stat().st_size, MODEL.stat().st_size + 1000)

    def test_refuses_weights_that_are_no_numbers(self):
        network = OnnxNetwork(MODEL, OUTPUTS)
        name = list(network.weights)[0]
        with tempfile.TemporaryDirectory() as folder, self.assertRaisesRegex(ValueError, "no longer numbers"):
            network.write(Path(folder) / "x.onnx", {name: network.weights[name].detach() * float("nan")})

    def test_first_layers_stay(self):
        network = OnnxNetwork(MODEL, OUTPUTS)
        trained = network.freeze_down_to(64)
        everything = sum(p.numel() for p in network.parameters())
        self.assertTrue(0 < everything - trained < 0.1 * everything)
        marks, score, heat = network(torch.from_numpy(self.picture))
        (marks.sum() + score.sum() + heat.sum()).backward()
        for parameter in network.parameters():
            self.assertEqual(parameter.requires_grad, parameter.grad is not None)


def one_person(seed=0):
    random = np.random.default_rng(seed)
    points = random.uniform(40, 216, (2, 33, 2)).astype(np.float32)
    yes = np.ones((2, 33), bool)
    return Batch(
        random.integers(0, 255, (2, 256, 256, 3), np.uint8),
        points,
        yes,
        yes,
        np.ones(2, bool),
        np.ones(2, bool),
        np.full(2, 250.0),
    )


class LossTest(unittest.TestCase):
    def test_is_small_where_all_is_right(self):
        batch = one_person()
        marks = torch.zeros(2, 39, 5)
        marks[:, :33, :2] = batch.points
        marks[:, 33:35, :2] = circle(batch.points)
        marks[..., 3:] = 9
        heat = torch.full((2, 64, 64, 39), -9.0)
        heat[..., :33] += 18 * (heat_maps(batch.points) > 0.6)
        right, _ = losses(marks.view(2, 195), torch.full((2, 1), 9.0), heat, batch, weights_of_points())
        moved = marks.clone()
        moved[:, 15, 0] += 60
        wrong, parts = losses(moved.view(2, 195), torch.full((2, 1), -9.0), heat, batch, weights_of_points())
        self.assertLess(right.item(), wrong.item())
        self.assertGreater(parts["there"].item(), 5)

    def test_a_picture_of_nobody_only_asks_for_the_score(self):
        batch = one_person()
        batch.present[:], batch.seen[:], batch.inside[:] = 0, 0, 0
        marks = torch.zeros(2, 195, requires_grad=True)
        _, parts = losses(marks, torch.zeros(2, 1), torch.zeros(2, 64, 64, 39), batch, weights_of_points())
        self.assertEqual(0, parts["places"].item())
        self.assertEqual(0, parts["region"].item())
        self.assertAlmostEqual(0.693, parts["there"].item(), places=2)

    def test_the_score_says_how_much_is_right(self):
        batch = one_person()
        heat = torch.full((2, 64, 64, 39), -9.0)
        heat[..., :33] += 18 * (heat_maps(batch.points) > 0.6)
        self.assertEqual([1, 1], right(heat, batch).tolist())
        heat[0, :, :, LIMBS[:6]] = -9.0
        heat[0, 0, 0, LIMBS[:6]] = 9.0
        self.assertEqual([0.5, 1], right(heat, batch).tolist())
        weights, marks = weights_of_points(), torch.zeros(2, 195)
        lowest = {}
        for score in (1.0, 1.1, 3.0):
            _, parts = losses(marks, torch.tensor([[score], [9.0]]), heat, batch, weights)
            lowest[score] = parts["there"].item()
        self.assertEqual(1.1, min(lowest, key=lowest.get), "a logit of 1.1 is 0.75")

    def test_what_is_kept_costs_nothing_where_nothing_changed(self):
        random = torch.Generator().manual_seed(1)
        old = [torch.randn(2, 195, generator=random), torch.full((2, 1), 3.0), torch.full((2, 64, 64, 39), -12.0)]
        somebody = torch.tensor([False, False])
        same = kept_loss(old, old, somebody).item()
        moved_marks = [old[0] + 20, *old[1:]]
        self.assertGreater(kept_loss(moved_marks, old, somebody).item(), same + 0.3)
        nobody = torch.tensor([True, True])
        self.assertEqual(kept_loss(moved_marks, old, nobody).item(), kept_loss(old, old, nobody).item())
        unsure = [old[0], torch.full((2, 1), -3.0), old[2]]
        self.assertLess(kept_loss(unsure, old, nobody).item(), kept_loss(old, old, nobody).item() - 0.5)

    def test_training_makes_it_smaller(self):
        torch.manual_seed(0)
        network = OnnxNetwork(MODEL, OUTPUTS)
        network.freeze_down_to(64)
        batch, weights = one_person(), weights_of_points()
        optimizer = torch.optim.AdamW([p for p in network.parameters() if p.requires_grad], lr=1e-4)
        course = []
        for _ in range(6):
            total, _ = losses(*network(batch.pictures), batch, weights)
            optimizer.zero_grad()
            total.backward()
            optimizer.step()
            course.append(total.item())
        self.assertLess(course[-1], 0.9 * course[0])

    def test_a_mirrored_picture_has_mirrored_truth(self):
        batch = one_person()
        before = batch.points.clone()
        generator = torch.Generator().manual_seed(3)
        batch.varied(generator)
        mirrored = [i for i in range(2) if not torch.equal(batch.points[i], before[i])]
        self.assertTrue(mirrored)
        for i in mirrored:
            np.testing.assert_allclose(batch.points[i, 15, 0], 256 - before[i, 16, 0], rtol=1e-6)
            np.testing.assert_allclose(batch.points[i, 0, 1], before[i, 0, 1])

    def test_points_have_partners(self):
        self.assertEqual(33, len(POSE))
        self.assertEqual(list(range(33)), [MIRRORED[MIRRORED[i]] for i in range(33)])


DRAW = """
import json, sys
from pathlib import Path
import numpy as np
wish = dict(zip(sys.argv[1::2], sys.argv[2::2]))
folder, first, count = Path(wish["--out"]) / "shard-00000", int(wish["--first"]), int(wish["--count"])
folder.mkdir(parents=True)
random = np.random.default_rng(first + int(wish["--seed"]))
random.integers(0, 255, (count, 256, 256, 3), np.uint8).tofile(folder / "pictures.rgb")
np.save(folder / "points.npy", np.dstack([random.uniform(9, 250, (count, 133, 2)), np.full((count, 133), 2)]).astype(np.float32))
columns = ["present", "left", "top", "right", "bottom", "area"]
rows = np.tile([1, 0, 0, 250, 250, 9000], (count, 1)).astype(np.float32)
rows[0, [0, 5]] = 0
np.save(folder / "scenes.npy", rows)
(folder / "shard.json").write_text(json.dumps({"first": first, "count": count, "columns": columns}))
"""


class TrainingTest(unittest.TestCase):
    def test_goes_on_where_it_stopped(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "draw.py").write_text(DRAW)
            always = ["--draw", f"{sys.executable} {folder}/draw.py", "--batch", "2", "--per-shard", "4"]
            always += ["--measured", "4", "--measure-every", "4", "--threads", "1", "--pictures", "8"]
            main(["--out", str(folder / "whole"), *always])
            main(["--out", str(folder / "parts"), "--stop-after", "4", *always])
            self.assertEqual(4, torch.load(folder / "parts/checkpoint.pt", weights_only=True)["seen"])
            main(["--out", str(folder / "parts"), *always])
            whole, parts = (torch.load(folder / d / "checkpoint.pt", weights_only=True) for d in ("whole", "parts"))
            self.assertEqual((8, 8), (whole["seen"], parts["seen"]))
            for name, mean in whole["mean"].items():
                torch.testing.assert_close(parts["mean"][name], mean)
            rows = [json.loads(row) for row in (folder / "whole/curve.jsonl").read_text().splitlines()]
            self.assertEqual([0, 4, 8], [row["seen"] for row in rows if "pck_peak" in row])
            self.assertEqual(["pose_drawn.onnx", "pose_drawn_mean.onnx"], [r["model"] for r in rows if "model" in r])


    def test_what_is_to_be_kept_is_kept(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            (folder / "draw.py").write_text(DRAW)
            random = np.random.default_rng(5)
            squares = np.repeat(random.integers(0, 255, (4, 16, 16, 3), np.uint8), 16, 1).repeat(16, 2)
            (folder / "kept").mkdir()
            np.save(folder / "kept/pictures.npy", squares)
            np.save(folder / "kept/nobody.npy", np.array([False, False, False, True]))
            always = ["--draw", f"{sys.executable} {folder}/draw.py", "--batch", "2", "--per-shard", "24", "--measured", "4"]
            always += ["--measure-every", "99", "--threads", "1", "--pictures", "24", "--rate", "1e-3"]
            main(["--out", str(folder / "without"), *always])
            main(["--out", str(folder / "with"), "--keep", str(folder / "kept"), "--keep-batch", "4", *always])
            off = {}
            for name in ("without", "with"):
                off[name] = 0.0
                for square in squares[:3]:
                    picture = square[None].astype(np.float32) / 255
                    old, new = asked(MODEL, picture), asked(folder / name / "pose_drawn.onnx", picture)
                    off[name] += float(np.abs(old[3] - new[3]).mean())
            self.assertLess(off["with"], 0.7 * off["without"])


class DecodingTest(unittest.TestCase):
    def test_a_square_leads_there_and_back(self):
        picture = np.zeros((100, 200, 3), np.uint8)
        picture[60, 120] = 255
        for mirrored in (False, True):
            part, square = cut(picture, (80, 20, 160, 90), 1.5, mirrored)
            self.assertEqual((256, 256, 3), part.shape)
            row, column = np.unravel_index(part[..., 0].argmax(), (256, 256))
            back = to_picture(np.tile([[column, row]], (33, 1)), square, mirrored, MIRRORED)
            self.assertLess(np.hypot(*(back[0] - [120, 60])), 1)

    def test_outside_the_edge_goes_on(self):
        picture = np.full((50, 50, 3), 10, np.uint8)
        picture[:, 0] = 200
        part, _ = cut(picture, (0, 0, 40, 40), 2)
        self.assertAlmostEqual(200 / 255, float(part[128, 0, 0]), places=3)

    def test_a_peak_is_its_centroid(self):
        heat = np.full((64, 64, 39), -20, np.float32)
        heat[10, 20:22] = 5
        np.testing.assert_allclose(peaks(heat)[0], [20.5 * 4, 40], atol=0.01)


class EvaluationTest(unittest.TestCase):
    def test_only_what_is_seen_counts(self):
        frame = {"box": [0, 0, 30, 40], "kp": [[0, 0, 0]] * 17}
        frame["kp"][5], frame["kp"][9], frame["kp"][10] = [10, 10, 2], [20, 20, 2], [5, 5, 1]
        points = np.zeros((33, 2))
        points[11], points[15] = [10, 14], [20, 28]
        off = errors(points, frame)
        self.assertEqual({11: 0.08, 15: 0.16}, {k: round(v, 4) for k, v in off.items()})
        row = summary([off])
        self.assertEqual((0.5, 0.0, 0.0), (row["joints"], row["wrists"], row["all limbs"]))
        self.assertEqual(1.0, summary([{11: 0.02, 15: 0.03}])["right"])

    def test_right_is_most_near_and_none_far(self):
        self.assertTrue(is_right({11: 0.05, 12: 0.05, 13: 0.09, 14: 0.2}))
        self.assertFalse(is_right({11: 0.05, 12: 0.05, 13: 0.05, 14: 0.05, 15: 0.3}))
        self.assertFalse(is_right({11: 0.05, 12: 0.15}))
        self.assertFalse(is_right({}))


class TellingTest(unittest.TestCase):
    def test_auc_is_the_chance_of_the_right_order(self):
        self.assertEqual(1.0, auc([1, 2, 3], [False, False, True]))
        self.assertEqual(0.125, auc([3, 1, 2, 2], [False, True, False, True]))
        self.assertEqual(0.5, auc([2, 2], [False, True]))
        self.assertTrue(np.isnan(auc([1, 2], [True, True])))

    def test_a_threshold_reaches_its_precision(self):
        values, right = [0.9, 0.8, 0.7, 0.6, 0.5], [True, True, False, True, False]
        self.assertEqual({"from": 0.8, "precision": 1.0, "recall": 2 / 3}, threshold(values, right, 0.95))
        self.assertEqual({"from": 0.6, "precision": 0.75, "recall": 1.0}, threshold(values, right, 0.75))
        self.assertIsNone(threshold([0.9, 0.8], [False, True], 0.95))

    def test_views_that_agree_have_no_spread(self):
        views = np.zeros((8, 33, 2))
        self.assertEqual(0, spread(views, 100))
        views[:4, :, 0] = 10
        self.assertAlmostEqual(0.05, spread(views, 100))
        self.assertAlmostEqual(0.1, moved(views[0], views[3:5], 100))


class SquaresTest(unittest.TestCase):
    def test_cuts_what_the_plan_says(self):
        class Searcher:
            def body(self, picture):
                return (100, 100, 300, 300) if picture.mean() > 100 else None, [(0, 0, 50, 50), (50, 50, 90, 90)]

        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            write_film(folder / "grey.mkv", [20, 200, 200])
            Image.new("RGB", (300, 200), "red").save(folder / "wall.png")
            plan = {
                "films": [{"film": "grey", "from": 0, "to": 2, "every": 1, "group": "a", "copies": 3, "others": 1}],
                "nobody": [{"files": "wall*.png", "group": "b", "copies": 2, "box": [0, 0, 300, 100]}],
            }
            found = collect(plan, folder, Searcher(), np.random.default_rng(1))
            self.assertEqual(["a, hardly anybody"] + ["a"] * 3 + ["a, hardly anybody"] + ["b"] * 2, found.groups)
            self.assertEqual([False] * 5 + [True] * 2, found.nobody)
            self.assertEqual([255, 0, 0], found.pictures[-1][128, 128].tolist())
            found.write(folder / "out")
            self.assertEqual((7, 256, 256, 3), np.load(folder / "out/pictures.npy").shape)

    def test_what_is_measured_with_is_not_trained_with(self):
        plan = json.loads((Path(__file__).parent / "squares.json").read_text())
        seen = {(w["film"], n) for w in plan["kept"]["films"] for n in range(w["from"], w["to"])}
        unseen = {(w["film"], n) for w in plan["unseen"]["films"] for n in range(w["from"], w["to"])}
        unseen |= {(w["film"], n) for w in plan["unseen"]["nobody"] if "film" in w for n in w["frames"]}
        self.assertTrue(seen and unseen and not seen & unseen)
        sprites = [{w["files"] for w in plan[part]["sprites"]} for part in ("kept", "unseen")]
        self.assertTrue(sprites[0] and not sprites[0] & sprites[1])

    def test_frames_have_the_numbers_of_the_film(self):
        with tempfile.TemporaryDirectory() as folder:
            write_film(Path(folder) / "grey.mkv", [20, 120, 220])
            found = frames(film(Path(folder), "gr"), [1])
            self.assertEqual([1], list(found))
            self.assertAlmostEqual(120, found[1].mean(), delta=8)
            with self.assertRaisesRegex(SystemExit, "ends before"):
                frames(film(Path(folder), "gr"), [3])
            with self.assertRaisesRegex(SystemExit, "no film"):
                film(Path(folder), "blue")

    def test_a_sprite_stands_on_a_stage(self):
        sprite = Image.new("RGBA", (100, 300), (255, 0, 0, 255))
        stage = staged(sprite, np.random.default_rng(2))
        self.assertEqual((720, 960, 3), stage.shape)
        red = (stage == [255, 0, 0]).all(2)
        self.assertTrue(red[-1].any() and not red[0].all())
        self.assertAlmostEqual(3, red.sum(0).max() / red.sum(1).max(), delta=0.1)


def write_film(file, greys):
    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=25)
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p"
        for grey in greys:
            picture = np.full((64, 96, 3), grey, np.uint8)
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)


class ShardTest(unittest.TestCase):
    def test_is_what_was_written(self):
        with tempfile.TemporaryDirectory() as folder:
            folder = Path(folder)
            columns = ["number", "present", "left", "top", "right", "bottom", "area"]
            (folder / "shard.json").write_text(json.dumps({"first": 7, "count": 3, "columns": columns}))
            np.arange(3 * 256 * 256 * 3, dtype=np.uint32).astype(np.uint8).tofile(folder / "pictures.rgb")
            points = np.zeros((3, 133, 3), np.float32)
            points[:, 9] = [50, 60, 2]
            points[:, 10] = [70, 80, 1]
            np.save(folder / "points.npy", points)
            rows = [[7, 1, 0, 0, 30, 40, 900], [8, 0, 0, 0, 0, 0, 0], [9, 0, 0, 0, 3, 4, 6]]
            np.save(folder / "scenes.npy", np.array(rows, np.float32))
            shard = Shard(folder)
            self.assertEqual((3, 7), (len(shard), shard.first))
            self.assertEqual([50, 60], shard.points[0, 15].tolist())
            self.assertTrue(shard.seen[0, 15] and shard.inside[0, 16] and not shard.seen[0, 16])
            self.assertFalse(shard.seen[1].any())
            self.assertEqual([True, True, False], shard.judged.tolist())
            self.assertEqual([0, 0, 30, 40], shard.box[0].tolist())
            self.assertEqual(50, shard.diagonal[0])
            self.assertEqual({}, of_shard(shard, 9), "two joints are too few to judge a pose by")
            self.assertEqual(12, len(LIMBS))


if __name__ == "__main__":
    unittest.main()
