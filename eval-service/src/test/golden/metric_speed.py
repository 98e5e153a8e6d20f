"""Frames per second of scikit-image and torchmetrics on one thread: metric_speed.py FIRST SECOND WIDTH HEIGHT ROUNDS."""

import statistics
import sys
import time

import numpy as np
import torch
from skimage.metrics import peak_signal_noise_ratio, structural_similarity
from torchmetrics.functional.image import peak_signal_noise_ratio as torch_psnr
from torchmetrics.functional.image import structural_similarity_index_measure as torch_ssim

torch.set_num_threads(1)
width, height, rounds = map(int, sys.argv[3:6])
a, b = (np.fromfile(path, np.uint8).reshape(height, width, 3) for path in sys.argv[1:3])
ta, tb = (torch.from_numpy(p.transpose(2, 0, 1)[None].astype(np.float32)) for p in (a, b))
gaussian = dict(gaussian_weights=True, sigma=1.5, use_sample_covariance=False)


def luma(p):
    return 0.299 * p[..., 0] + 0.587 * p[..., 1] + 0.114 * p[..., 2]


metrics = {
    "skimage psnr, numpy l1": lambda: (
        peak_signal_noise_ratio(a, b, data_range=255),
        np.mean(np.abs(a.astype(np.float64) - b)),
    ),
    "skimage ssim gaussian rgb": lambda: structural_similarity(a, b, channel_axis=2, data_range=255, **gaussian),
    "skimage ssim uniform rgb": lambda: structural_similarity(a, b, channel_axis=2, data_range=255),
    "skimage ssim gaussian luma": lambda: structural_similarity(luma(a), luma(b), data_range=255, **gaussian),
    "skimage ssim uniform luma": lambda: structural_similarity(luma(a), luma(b), data_range=255),
    "torchmetrics psnr": lambda: torch_psnr(tb, ta, data_range=255.0),
    "torchmetrics ssim rgb": lambda: torch_ssim(tb, ta, data_range=255.0),
}
for name, metric in metrics.items():
    metric()
    rates = []
    for _ in range(rounds):
        began, frames = time.perf_counter(), 0
        while time.perf_counter() - began < 0.3:
            metric()
            frames += 1
        rates.append(frames / (time.perf_counter() - began))
    print(f"  {name:<26} {statistics.median(rates):7.1f} frames/s", flush=True)
