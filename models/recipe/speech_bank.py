"""speech_bank.py VAD.onnx OUT.csv: makes the bank of unrelated speech that lip sync is measured against.

Lets eSpeak NG speak the lines of speech-bank.txt (voice|pitch|words a minute|text, written for this), puts them one after
the other with pauses, and writes loudness and probability of voice, 24 times a second. Needs espeak-ng (Debian package
of that name, 1.51 was used), numpy and onnxruntime. The sound itself is not kept.
"""

import subprocess
import sys
from pathlib import Path

import numpy
import onnxruntime

RATE = 16000
PER_SECOND = 24
WINDOW, CONTEXT = 512, 64
PAUSES = [0.25, 0.6, 0.4, 0.75, 0.15, 0.5, 0.35, 0.65]  # seconds between the speakers
EFFECTIVE = 0.05


def spoken(line):
    """One line as samples at 16 kHz, -1 to 1."""
    voice, pitch, speed, text = line.split("|")
    command = ["espeak-ng", "-v", voice, "-p", pitch, "-s", speed, "--stdout", text]
    wave = subprocess.run(command, check=True, capture_output=True).stdout
    start = wave.index(b"data") + 8
    rate = int.from_bytes(wave[24:28], "little")
    samples = numpy.frombuffer(wave[start : start + (len(wave) - start) // 2 * 2], "<i2") / 32768
    samples = samples[numpy.flatnonzero(numpy.abs(samples) > 0.002)[0] :][: numpy.flatnonzero(numpy.abs(samples) > 0.002)[-1]]
    return resampled(samples, rate)


def resampled(samples, rate):
    """With a windowed sinc (32 zero crossings to either side), cut off below the lower Nyquist frequency."""
    cut = 0.95 * min(1, RATE / rate)
    times = numpy.arange(int(len(samples) * RATE / rate)) * rate / RATE
    reach = int(32 / cut)
    offsets = numpy.arange(-reach, reach + 1)
    first = numpy.floor(times).astype(int)
    padded = numpy.pad(samples, reach)
    result = numpy.zeros(len(times))
    for offset in offsets:
        distance = first + offset - times
        shape = 0.5 + 0.5 * numpy.cos(numpy.pi * numpy.clip(distance / (reach + 1), -1, 1))
        index = numpy.clip(first + offset + reach, 0, len(padded) - 1)
        result += padded[index] * cut * numpy.sinc(cut * distance) * shape
    return result


def voice(samples, model):
    session = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])
    state = numpy.zeros((2, 1, 128), numpy.float32)
    padded = numpy.concatenate([numpy.zeros(CONTEXT), samples]).astype(numpy.float32)
    found = []
    for window in range(len(samples) // WINDOW):
        part = padded[window * WINDOW : window * WINDOW + CONTEXT + WINDOW][None]
        answer, state = session.run(None, {"input": part, "state": state, "sr": numpy.array(RATE)})
        found.append(answer[0, 0])
    return numpy.array(found)


def loudness(samples):
    """Decibels under a Hann window of two frames, the loudest 35 of which become 0 to 1."""
    size = 2 * RATE // PER_SECOND
    window = 0.5 - 0.5 * numpy.cos(2 * numpy.pi * numpy.arange(1, size + 1) / (size + 1))
    padded = numpy.pad(samples, size)
    frames = len(samples) * PER_SECOND // RATE
    decibels = []
    for frame in range(frames):
        first = int((frame + 0.5) * RATE / PER_SECOND) - (size + 1) // 2 + size
        power = (padded[first : first + size] ** 2 * window).sum() / window.sum()
        decibels.append(20 * numpy.log10(numpy.sqrt(power) + 1e-6))
    decibels = numpy.array(decibels)
    return numpy.clip((decibels - numpy.percentile(decibels, 95) + 35) / 35, 0, 1)


def main(model, target):
    lines = (Path(__file__).parent / "speech-bank.txt").read_text().splitlines()
    parts = []
    for line, pause in zip(lines, PAUSES, strict=True):
        samples = spoken(line)
        parts += [samples * EFFECTIVE / numpy.sqrt((samples**2).mean()), numpy.zeros(int(pause * RATE))]
    sound = numpy.concatenate(parts)
    loud, probability = loudness(sound), voice(sound, model)
    middles = (numpy.arange(len(probability)) + 0.5) * WINDOW / RATE
    voiced = numpy.interp((numpy.arange(len(loud)) + 0.5) / PER_SECOND, middles, probability)
    rows = [f"{a:.4f},{b:.4f}" for a, b in zip(loud, voiced)]
    target.write_text("\n".join(["loudness,voice", *rows]) + "\n")
    print(f"{len(rows)} frames, {(voiced > 0.5).mean():.2f} of them spoken", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
