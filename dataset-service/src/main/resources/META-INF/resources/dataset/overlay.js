// Draws the landmarks of a face clip over its video, exact to the frame, and steps through it frame by frame.

// Contours of the 68 points in iBUG's order: first point, last point, whether it is closed.
const CONTOURS = [
  [0, 16, false], [17, 21, false], [22, 26, false], [27, 30, false], [31, 35, false],
  [36, 41, true], [42, 47, true], [48, 59, true], [60, 67, true],
];
const POINTS = 68;
const VALUES = 3;
// Points that are less sure than this are drawn as rings.
const SURE = 0.5;

// Reads float32 arrays as NumPy writes them (format versions 1 to 3, little-endian, C order).
function readNumpy(buffer) {
  const bytes = new Uint8Array(buffer);
  if (String.fromCharCode(...bytes.subarray(0, 6)) !== "\x93NUMPY") {
    throw new Error("this is no NumPy file");
  }
  const view = new DataView(buffer);
  const wide = bytes[6] > 1;
  const start = wide ? 12 : 10;
  const length = wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const header = new TextDecoder().decode(bytes.subarray(start, start + length));
  const shape = /'shape':\s*\(([0-9, ]*)\)/.exec(header);
  if (!/'descr':\s*'<f4'/.test(header) || !/'fortran_order':\s*False/.test(header) || shape === null) {
    throw new Error("this is no array of float32 in C order: " + header.trim());
  }
  const sizes = shape[1].split(",").filter((size) => size.trim() !== "").map(Number);
  const count = sizes.reduce((product, size) => product * size, 1);
  if (buffer.byteLength !== start + length + 4 * count) {
    throw new Error("the file does not have the " + count + " numbers that its header says");
  }
  // A copy, since numbers must begin at a multiple of four bytes.
  return { shape: sizes, values: new Float32Array(buffer.slice(start + length)) };
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error("the service answered " + answer.status);
  }
  return answer;
}

class FramePlayer {
  constructor(figure) {
    this.figure = figure;
    this.video = figure.querySelector("video");
    this.canvas = figure.querySelector("canvas");
    this.shown = figure.querySelector("output");
    this.overlay = figure.querySelector("input");
    this.frame = 0;
    this.wanted = null;
  }

  async start() {
    const { landmarks, crop } = this.figure.dataset;
    const [array, map] = await Promise.all([
      fetched(landmarks).then((answer) => answer.arrayBuffer()).then(readNumpy),
      fetched(crop).then((answer) => answer.json()),
      this.loaded(),
    ]);
    const [frames, points, values] = array.shape;
    if (array.shape.length !== 3 || points !== POINTS || values !== VALUES || frames !== map.frames.length) {
      throw new Error("landmarks of the shape " + array.shape + " do not fit " + map.frames.length + " frames");
    }
    this.landmarks = array.values;
    this.numbers = map.frames.map((frame) => frame.number);
    this.times = this.timesOf(map.frames);
    this.listen();
    this.show(0);
    this.seek(0);
  }

  // Until its length is known.
  loaded() {
    return this.video.readyState > 0
      ? Promise.resolve()
      : new Promise((done, failed) => {
          this.video.addEventListener("loadedmetadata", done, { once: true });
          this.video.addEventListener("error", () => failed(new Error("the video cannot be played")), { once: true });
        });
  }

  // Seconds from the first frame. Where they were not told, frames are taken to be shown equally long.
  timesOf(frames) {
    this.timed = frames.every((frame) => typeof frame.time === "number");
    return frames.map((frame, i) => (this.timed ? frame.time : (i * this.video.duration) / frames.length));
  }

  listen() {
    this.figure.querySelectorAll("button[data-step]").forEach((button) =>
      button.addEventListener("click", () => this.step(Number(button.dataset.step))));
    this.overlay.addEventListener("change", () => this.draw());
    document.addEventListener("keydown", (event) => this.key(event));
    if ("requestVideoFrameCallback" in this.video) {
      // Tells which frame is seen, by the time that the file has for it: also where frames are not stored in the order
      // in which they are shown.
      const seen = (now, frame) => {
        this.show(this.at(frame.mediaTime));
        this.video.requestVideoFrameCallback(seen);
      };
      this.video.requestVideoFrameCallback(seen);
      // Of a place that is sought before the one before was found, Chromium does not tell the frame.
      this.video.addEventListener("seeked", () => {
        if (this.video.paused) {
          this.show(this.before(this.video.currentTime));
        }
      });
    } else {
      const seen = () => this.show(this.before(this.video.currentTime));
      ["seeked", "timeupdate", "pause"].forEach((name) => this.video.addEventListener(name, seen));
    }
  }

  key(event) {
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === "o") {
      this.overlay.checked = !this.overlay.checked;
      this.draw();
    } else if (event.key === "," || event.key === ".") {
      event.preventDefault();
      this.step(event.key === "," ? -1 : 1);
    }
  }

  // From where the steps before lead to, which may not be seen yet.
  step(by) {
    this.video.pause();
    const from = this.wanted === null ? this.frame : this.wanted;
    this.seek(Math.max(0, Math.min(this.times.length - 1, from + by)));
  }

  // To the middle of a frame, so that no rounding of times leads to the one beside it.
  seek(frame) {
    const end = frame + 1 < this.times.length ? this.times[frame + 1] : this.video.duration;
    this.wanted = frame;
    this.video.currentTime = (this.times[frame] + Math.max(end, this.times[frame])) / 2;
  }

  // The frame whose time is the nearest.
  at(time) {
    const frame = this.before(time);
    const next = Math.min(frame + 1, this.times.length - 1);
    return this.times[next] - time < time - this.times[frame] ? next : frame;
  }

  // The last frame that began by then.
  before(time) {
    let low = 0;
    let high = this.times.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.times[middle] <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  show(frame) {
    this.frame = frame;
    if (this.wanted === frame || !this.video.paused) {
      this.wanted = null;
    }
    this.shown.textContent = "Frame " + (frame + 1) + " of " + this.times.length + ", frame " + this.numbers[frame]
      + " of the film" + (this.timed ? "" : ", if all are shown equally long");
    this.draw();
  }

  draw() {
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (!this.overlay.checked) {
      return;
    }
    // Light on dark, to be seen on any picture.
    [["#000", 3.5], ["#fff", 1.5]].forEach(([colour, width]) => {
      context.strokeStyle = colour;
      context.lineWidth = width;
      CONTOURS.forEach((contour) => this.line(context, ...contour));
      for (let point = 0; point < POINTS; point++) {
        this.dot(context, point);
      }
    });
  }

  point(number) {
    const start = (this.frame * POINTS + number) * VALUES;
    return this.landmarks.subarray(start, start + VALUES);
  }

  line(context, first, last, closed) {
    context.beginPath();
    for (let number = first; number <= last; number++) {
      const [x, y] = this.point(number);
      context.lineTo(x, y);
    }
    if (closed) {
      context.closePath();
    }
    context.stroke();
  }

  dot(context, number) {
    const [x, y, confidence] = this.point(number);
    context.beginPath();
    context.arc(x, y, 1.5, 0, 2 * Math.PI);
    context.stroke();
    if (confidence >= SURE) {
      context.fillStyle = context.strokeStyle;
      context.fill();
    }
  }
}

document.querySelectorAll(".frames").forEach((figure) => {
  new FramePlayer(figure).start().catch((error) => {
    figure.querySelector("output").textContent = "The landmarks cannot be drawn: " + error.message + ".";
  });
});
