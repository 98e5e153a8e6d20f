"""Makes metric-values.json: what public packages say about pairs of pictures that both sides draw by arithmetic.

    pip install numpy scikit-image onnxruntime      (torchmetrics and torch where they can be had)
    python golden.py > ../resources/org/magicanime/eval/domain/metric/metric-values.json
    python golden.py --lpips lpips_squeeze_v01.onnx > ../resources/org/magicanime/eval/model/lpips-values.json

The pictures are those of DrawnPictures.java. SSIM: scikit-image's structural_similarity with data_range 255,
uniform (win_size 7, sample covariance, its defaults) and Gaussian (gaussian_weights, sigma 1.5, no sample covariance,
which makes the window 11). Y is 0.299 R + 0.587 G + 0.114 B, not rounded.
"""

import json
import sys
import warnings

import numpy as np

PAIRS = [  # name, width, height, first, second; a picture is kind:number
    ("noise", 64, 64, "noise:1", "noise:2"),
    ("soft-noise", 64, 64, "soft:1", "soft:2"),
    ("soft-shifted", 96, 64, "soft:1", "shifted:1"),
    ("identical", 64, 48, "soft:3", "soft:3"),
    ("identical-constant", 40, 40, "constant:77", "constant:77"),
    ("black-white", 48, 48, "constant:0", "constant:255"),
    ("near-constants", 48, 48, "constant:100", "constant:101"),
    ("constant-noise", 64, 64, "constant:128", "noise:4"),
    ("one-level", 128, 128, "gradient:0", "brighter:0"),
    ("gradient-noise", 100, 75, "gradient:0", "noise:5"),
    ("odd-both", 63, 47, "soft:6", "soft:7"),
    ("odd-width", 101, 64, "waves:1", "waves:2"),
    ("odd-height", 64, 33, "waves:3", "soft:3"),
    ("prime", 131, 67, "soft:8", "shifted:8"),
    ("sixteen", 16, 16, "soft:9", "soft:10"),
    ("sixteen-identical", 16, 16, "noise:9", "noise:9"),
    ("eleven", 11, 11, "soft:11", "soft:12"),
    ("narrow", 12, 200, "waves:4", "waves:5"),
    ("flat", 300, 13, "soft:13", "shifted:13"),
    ("face-clip", 512, 512, "soft:14", "shifted:14"),
    ("face-clip-noise", 512, 512, "soft:14", "soft:15"),
    ("hd", 1280, 720, "soft:16", "shifted:16"),
    ("full-hd", 1920, 1080, "waves:6", "soft:16"),
    ("eight-k", 7680, 4320, "soft:17", "shifted:17"),
]


def hashed(x, y, c, number):
    """32-bit arithmetic that wraps."""
    with np.errstate(over="ignore"):
        v = (
            x.astype(np.uint32) * np.uint32(374761393)
            + y.astype(np.uint32) * np.uint32(668265263)
            + np.uint32(c * 2246822519 % 2**32)
            + np.uint32(number * 3266489917 % 2**32)
        )
        v ^= v >> np.uint32(13)
        v *= np.uint32(1274126177)
        v ^= v >> np.uint32(16)
    return v


def drawn(picture, width, height):
    kind, number = picture.split(":")
    number = int(number)
    y, x = np.mgrid[0:height, 0:width].astype(np.int32)
    planes = []
    for c in range(3):
        gradient = (x * (c + 1) * 255 // (3 * width) + y * 170 // height) % 256
        if kind == "constant":
            plane = np.full((height, width), number)
        elif kind == "gradient":
            plane = gradient
        elif kind == "brighter":
            plane = np.minimum(gradient + 1, 255)
        elif kind == "noise":
            plane = hashed(x, y, c, number) >> np.uint32(24)
        elif kind == "waves":
            plane = ((x * (3 + number)) ^ (y * 5 + c * 40)) & 255
        elif kind in ("soft", "shifted"):
            moved = x + 1 if kind == "shifted" else x
            smooth = (moved * (c + 1) * 255 // (3 * width) + y * 170 // height) % 256
            level = hashed(moved, y, c, number) & np.uint32(31)
            plane = np.clip(smooth + level.astype(np.int32) - 16, 0, 255)
        else:
            raise ValueError(kind)
        planes.append(plane.astype(np.uint8))
    return np.stack(planes, axis=2)


def luma(rgb):
    wide = rgb.astype(np.float64)
    return 0.299 * wide[..., 0] + 0.587 * wide[..., 1] + 0.114 * wide[..., 2]


def ssim(a, b, gaussian):
    from skimage.metrics import structural_similarity

    more = dict(gaussian_weights=True, sigma=1.5, use_sample_covariance=False) if gaussian else {}
    if a.ndim == 2:
        return float(structural_similarity(a, b, data_range=255, **more))
    return float(np.mean([structural_similarity(a[..., c], b[..., c], data_range=255, **more) for c in range(3)]))


def by_torchmetrics(a, b):
    """The same from a second package, where it is there: Gaussian SSIM of RGB and PSNR in float64."""
    try:
        import torch
        from torchmetrics.functional.image import peak_signal_noise_ratio, structural_similarity_index_measure
    except ImportError:
        return {}
    one, two = (torch.from_numpy(p.astype(np.float64).transpose(2, 0, 1)[None]) for p in (a, b))
    psnr = float(peak_signal_noise_ratio(two, one, data_range=255.0))
    return {
        "torchmetricsPsnr": psnr if np.isfinite(psnr) else None,
        "torchmetricsSsim": float(structural_similarity_index_measure(two, one, data_range=255.0)),
    }


def values():
    from skimage.metrics import peak_signal_noise_ratio

    for name, width, height, first, second in PAIRS:
        a, b = drawn(first, width, height), drawn(second, width, height)
        same = bool((a == b).all())
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            psnr = None if same else float(peak_signal_noise_ratio(a, b, data_range=255))
        ya, yb = luma(a), luma(b)
        print("#", name, file=sys.stderr)
        yield {
            "name": name,
            "width": width,
            "height": height,
            "first": first,
            "second": second,
            "psnr": psnr,
            "l1": float(np.mean(np.abs(a.astype(np.float64) - b)) / 255),
            "ssimGaussianRgb": ssim(a, b, True),
            "ssimUniformRgb": ssim(a, b, False),
            "ssimGaussianLuma": ssim(ya, yb, True),
            "ssimUniformLuma": ssim(ya, yb, False),
            **(by_torchmetrics(a, b) if width < 7680 else {}),
        }


LPIPS_PAIRS = [
    ("constant:0", "constant:255"),
    ("soft:1", "soft:2"),
    ("soft:1", "shifted:1"),
    ("gradient:0", "noise:5"),
    ("waves:1", "waves:2"),
    ("soft:3", "soft:3"),
]


def lpips(model):
    import onnxruntime

    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    for first, second in LPIPS_PAIRS:
        one, two = (
            (drawn(p, 256, 256).astype(np.float32) / 255 * 2 - 1).transpose(2, 0, 1)[None] for p in (first, second)
        )
        distance = float(session.run(None, {"img0": one, "img1": two})[0].ravel()[0])
        yield {"first": first, "second": second, "distance": distance}


rows = lpips(sys.argv[2]) if sys.argv[1:2] == ["--lpips"] else values()
print("[\n  " + ",\n  ".join(json.dumps(row) for row in rows) + "\n]")
