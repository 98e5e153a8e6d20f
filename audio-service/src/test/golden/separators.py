"""Makes tiny separation models, and what they should make of a sound: the folder ../resources/separators.

    pip install demucs==4.1.0 numpy onnx torch
    python separators.py

Models: what each does is linear, so that it is known what comes out.
  identity, half, mid, left   the voice is the sound, half of it, the mean of both sides, half of the left side on both
  ramp                        the voice is the sound times numbers that differ from place to place of what the model sees,
                              so that it matters where a sound's pieces begin and how they are put together
  two                         has two outputs: "half", which is half of the sound, and "whole", which is the sound
  mdx_*        [1, 4, 33, 17], ramp [1, 4, 24, 17]: frames of 64 samples, each 16
  htdemucs_*   [1, 2, 400] to [1, 2, 2, 400], ramp 401: stem 1 is the voice, stem 0 the rest

separators.json: of a sound that both sides make by arithmetic, every fifth sample of what should come out.
  htdemucs  by demucs.apply.apply_model (without shifts), with mean and deviation as demucs.api takes them off
  mdx       by torch.stft and torch.istft, in pieces as MDX-Net's authors and Ultimate Vocal Remover cut them:
            half a frame of margin on either side is thrown away
"""

import json
from pathlib import Path

import numpy as np
import onnx
import torch
from demucs.apply import apply_model
from onnx import TensorProto, helper, numpy_helper

FOLDER = Path(__file__).parent.parent / "resources" / "separators"
FFT, HOP, FRAMES = 64, 16, 17
PIECE = 400
MIXES = {
    "identity": [[1, 0], [0, 1]],
    "half": [[0.5, 0], [0, 0.5]],
    "mid": [[0.5, 0.5], [0.5, 0.5]],
    "left": [[0.5, 0], [0.5, 0]],
}


def ramp(length):
    """1 at the beginning, 2 at the end, with teeth."""
    n = np.arange(length)
    return (1 + n / length + 0.1 * (n % 3)).astype(np.float32)


def save(name, nodes, constants, shape_in, shape_out, outputs=("out",)):
    graph = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("in", TensorProto.FLOAT, shape_in)],
        [helper.make_tensor_value_info(output, TensorProto.FLOAT, shape_out) for output in outputs],
        [numpy_helper.from_array(value, key) for key, value in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], producer_name="separators.py")
    model.ir_version = 8
    onnx.checker.check_model(model)
    (FOLDER / f"{name}.onnx").write_bytes(model.SerializeToString(deterministic=True))


def mdx_models():
    for name, mix in MIXES.items():
        # Real and imaginary parts are mixed alike.
        weights = np.kron(np.array(mix), np.eye(2)).astype(np.float32).reshape(4, 4, 1, 1)
        shape = [1, 4, FFT // 2 + 1, FRAMES]
        save(f"mdx_{name}", [helper.make_node("Conv", ["in", "w"], ["out"])], {"w": weights}, shape, shape)
    shape = [1, 4, FFT // 2 + 1, FRAMES]
    nodes = [helper.make_node("Mul", ["in", "h"], ["half"]), helper.make_node("Identity", ["in"], ["whole"])]
    save("mdx_two", nodes, {"h": np.array(0.5, dtype=np.float32)}, shape, shape, ["half", "whole"])
    shape = [1, 4, 24, FRAMES]
    factors = mdx_ramp()
    save("mdx_ramp", [helper.make_node("Mul", ["in", "r"], ["out"])], {"r": factors}, shape, shape)


def mdx_ramp():
    return (ramp(24)[:, None] * ramp(FRAMES)[None, :]).reshape(1, 1, 24, FRAMES)


def demucs_models():
    stems = {"s": np.array([1, 2, 2, PIECE], dtype=np.int64)}
    for name, mix in MIXES.items():
        weights = np.concatenate([np.eye(2) - np.array(mix), np.array(mix)]).astype(np.float32)[:, :, None]
        nodes = [helper.make_node("Conv", ["in", "w"], ["m"]), helper.make_node("Reshape", ["m", "s"], ["out"])]
        save(f"htdemucs_{name}", nodes, {"w": weights, **stems}, [1, 2, PIECE], [1, 2, 2, PIECE])
    odd = PIECE + 1
    nodes = [
        helper.make_node("Mul", ["in", "r"], ["v"]),
        helper.make_node("Sub", ["in", "v"], ["o"]),
        helper.make_node("Concat", ["o", "v"], ["m"], axis=1),
        helper.make_node("Reshape", ["m", "s"], ["out"]),
    ]
    constants = {"r": ramp(odd).reshape(1, 1, odd), "s": np.array([1, 2, 2, odd], dtype=np.int64)}
    save("htdemucs_ramp", nodes, constants, [1, 2, odd], [1, 2, 2, odd])


def sound(length):
    """Two sides of noise from -0.5 to 0.5, the right one 0.1 higher, as float32."""
    state = 12345
    samples = np.zeros((2, length), dtype=np.float32)
    for i in range(length):
        for side in range(2):
            state = (1103515245 * state + 12345) % 2147483648
            samples[side, i] = ((state >> 8) & 0xFFFF) / 65536 - 0.5 + 0.1 * side
    return torch.from_numpy(samples).double()


def mdx(mix, silent, compensation):
    window = torch.hann_window(FFT, periodic=True, dtype=torch.float64)
    bins, margin, piece = 24, FFT // 2, HOP * (FRAMES - 1)
    kept = piece - 2 * margin
    length = mix.shape[1]
    padded = torch.nn.functional.pad(mix, (margin, kept + margin))
    factors = torch.from_numpy(mdx_ramp()[0]).double()
    parts = []
    for start in range(0, length, kept):
        spectrum = torch.stft(padded[:, start : start + piece], FFT, HOP, window=window, return_complex=True)
        spectrum[:, :silent] = 0
        answer = torch.zeros_like(spectrum)
        answer[:, :bins] = spectrum[:, :bins] * factors
        wave = torch.istft(answer, FFT, HOP, window=window)
        parts.append(wave[:, margin : margin + kept])
    return compensation * torch.cat(parts, 1)[:, :length]


class Ramp(torch.nn.Module):
    sources = ["rest", "voice"]
    samplerate = PIECE + 1
    segment = 1
    audio_channels = 2

    def __init__(self):
        super().__init__()
        self.register_parameter("r", torch.nn.Parameter(torch.from_numpy(ramp(PIECE + 1)).double()))

    def valid_length(self, length):
        return PIECE + 1

    def forward(self, mix):
        voice = mix * self.r
        return torch.stack([mix - voice, voice], 1)


def demucs(mix, overlap):
    reference = mix.mean(0)
    mean, deviation = reference.mean(), reference.std() + 1e-8
    with torch.no_grad():
        stems = apply_model(Ramp(), ((mix - mean) / deviation)[None], shifts=0, split=True, overlap=overlap)[0]
    return stems[1] * deviation + mean


def numbers(samples):
    return [[round(float(value), 8) for value in side[::5]] for side in samples]


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    mdx_models()
    demucs_models()
    cases = []
    for length in (1, 2, 100, 192, 193, 1000):
        mix = sound(length)
        voice = mdx(mix, 3, 1.035)
        cases.append({"model": "mdx_ramp", "length": length, "gives": "voice", "voice": numbers(voice)})
        cases.append({"model": "mdx_ramp", "length": length, "gives": "rest", "voice": numbers(mix - voice)})
    for length in (2, 100, 401, 402, 1000):
        for overlap in (0.25, 0.6):
            voice = demucs(sound(length), overlap)
            cases.append({"model": "htdemucs_ramp", "length": length, "overlap": overlap, "voice": numbers(voice)})
    lines = ",\n".join(json.dumps(case) for case in cases)
    (FOLDER / "separators.json").write_text(f"[\n{lines}\n]\n")


main()
