"""Finds persons in raw pictures with rtmlib, on one thread: MODEL SIDE PICTURES WIDTH HEIGHT ROUNDS.

PICTURES is a file of 8-bit BGR pictures, one after the other. Prints rtmlib's version, the median of frames a second
over the rounds after one to warm up, and how many persons were found in a round.
"""
import functools
import importlib.metadata
import statistics
import sys
import time

import cv2
import numpy
import onnxruntime

model, side, pictures, width, height, rounds = sys.argv[1:]
side, width, height, rounds = int(side), int(width), int(height), int(rounds)

# rtmlib has no setting for the threads of a session.
options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
onnxruntime.InferenceSession = functools.partial(onnxruntime.InferenceSession, sess_options=options)
cv2.setNumThreads(1)

from rtmlib import YOLOX  # noqa: E402

# Otherwise whatever is found counts as a person.
detector = YOLOX(
    model, model_input_size=(side, side), det_mode="multiclass", score_thr=0.4, backend="onnxruntime", device="cpu"
)
frames = numpy.fromfile(pictures, dtype=numpy.uint8).reshape(-1, height, width, 3)
speeds = []
for _ in range(rounds + 1):
    began = time.perf_counter()
    persons = sum(int((detector(frame)[1] == 0).sum()) for frame in frames)
    speeds.append(len(frames) / (time.perf_counter() - began))
print(importlib.metadata.version("rtmlib"), statistics.median(speeds[1:]), persons)
