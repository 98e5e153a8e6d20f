"""Frames of films, by number."""

import av
import numpy as np
from PIL import Image

WIDTH = 960


def film(folder, name):
    """The one file in the folder whose name begins so."""
    files = sorted(f for f in folder.iterdir() if f.name.startswith(name) and f.suffix != ".json")
    if not files:
        raise SystemExit(f"there is no film in {folder} whose name begins with {name}")
    return files[0]


def frames(file, numbers):
    """number → picture [h, 960, 3] of the frames that are asked for, from 0."""
    found, wanted = {}, set(numbers)
    with av.open(str(file)) as container:
        for number, picture in enumerate(container.decode(video=0)):
            if number in wanted:
                image = picture.to_image()
                size = (WIDTH, round(image.height * WIDTH / image.width))
                found[number] = np.asarray(image.resize(size, Image.Resampling.BICUBIC))
            if number >= max(wanted):
                break
    missing = sorted(wanted - set(found))
    if missing:
        raise SystemExit(f"{file} ends before {missing}")
    return found
