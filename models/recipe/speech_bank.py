"""speech_bank.py VAD.onnx OUT.csv RECORDING.wav...: makes the bank of unrelated speech that lip sync is measured against.

Puts recordings (16 kHz, one channel, 16 bits) one after the other at the same level with pauses, and writes loudness and
probability of voice, 24 times a second. The sound itself is not kept. Synthetic speech was tried (eSpeak NG, eight
voices): it is more regular than people's, so that chance looks rarer than it is and up to a third of wrong mouths pass.

The bank that comes with the project was made from, in this order: sense_and_sensibility_01_austen_64kb-0870, -0880, -0890,
-0920, -0930 (LibriVox, public domain), cmu_arctic_us_aew_a0001, cmu_arctic_us_axb_a0004 (CMU ARCTIC, free of
restrictions), jfk (1961, public domain). Needs numpy and onnxruntime.
"""

import sys
import wave
from pathlib import Path

import numpy
import onnxruntime

RATE = 16000
PER_SECOND = 24
WINDOW, CONTEXT = 512, 64
PAUSES = [0.25, 0.6, 0.4, 0.75, 0.15, 0.5, 0.35, 0.65]  # seconds between the recordings
EFFECTIVE = 0.05


def recording(file):
    with wave.open(str(file)) as sound:
        if (sound.getframerate(), sound.getnchannels(), sound.getsampwidth()) != (RATE, 1, 2):
            sys.exit(f"{file} has not 16 kHz, one channel and 16 bits")
        return numpy.frombuffer(sound.readframes(sound.getnframes()), "<i2") / 32768


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


def main(model, target, recordings):
    parts = []
    for number, file in enumerate(recordings):
        samples, pause = recording(file), PAUSES[number % len(PAUSES)]
        parts += [samples * EFFECTIVE / numpy.sqrt((samples**2).mean()), numpy.zeros(int(pause * RATE))]
    sound = numpy.concatenate(parts)
    loud, probability = loudness(sound), voice(sound, model)
    middles = (numpy.arange(len(probability)) + 0.5) * WINDOW / RATE
    voiced = numpy.interp((numpy.arange(len(loud)) + 0.5) / PER_SECOND, middles, probability)
    rows = [f"{a:.4f},{b:.4f}" for a, b in zip(loud, voiced)]
    target.write_text("\n".join(["loudness,voice", *rows]) + "\n")
    print(f"{len(rows)} frames, {(voiced > 0.5).mean():.2f} of them spoken", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [Path(file) for file in sys.argv[3:]])
