"""Makes the numbered films with B-frames that the page of a face is tested with.

The product's own encoder makes none, but people may choose another one. Frame n has the bits of n as eight black or
white bars in its upper half, as `NumberedClip` draws them.

    pip install numpy imageio-ffmpeg    # its ffmpeg has libx264
    python b_frames.py ../resources/org/magicanime/local
"""

import subprocess
import sys
from pathlib import Path

import imageio_ffmpeg
import numpy as np

SIDE = 512
FRAMES = 40
# As in NumberedClip: 40 ms each; or 20 ms and more, no two frames that follow each other alike. Rate and filter.
TIMES = {
    "steady": ("25", "null"),
    "unsteady": ("1000", "setpts='if(eq(N,0),0,PREV_OUTPTS+20+mod(N*7,50))'"),
}


def picture(number):
    rgb = np.full((SIDE, SIDE, 3), 0x80, np.uint8)
    for bar in range(8):
        left = bar * SIDE // 8
        rgb[: SIDE // 2, left : left + SIDE // 8] = 255 if number >> bar & 1 else 0
    return rgb.tobytes()


for name, (rate, times) in TIMES.items():
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{SIDE}x{SIDE}", "-r", rate, "-i", "-"]
    command += ["-vf", f"{times},format=yuv420p", "-fps_mode", "passthrough", "-enc_time_base", f"1/{rate}"]
    # Three B-frames between two others, one of which others refer to; two groups of pictures.
    command += ["-c:v", "libx264", "-bf", "3", "-b_strategy", "0", "-b-pyramid", "normal", "-g", "24", "-sc_threshold", "0"]
    command += ["-crf", "24", "-threads", "1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    command += ["-video_track_timescale", "1000", "-movflags", "+faststart", str(Path(sys.argv[1]) / f"b-frames-{name}.mp4")]
    subprocess.run(command, input=b"".join(picture(n) for n in range(FRAMES)), check=True)
