"use strict";

// The points of an item's frames, as they were estimated and as a person puts them. Every change can be undone. Knows
// no page.

// Where a point is from; the names are those of provenance.json.
const ORIGINS = ["estimated", "by-hand", "copied", "swapped", "interpolated"];
const [ESTIMATED, BY_HAND, COPIED, SWAPPED, INTERPOLATED] = ORIGINS.keys();

// Of the 68 points of a face in iBUG's order, the one on the other side; those in the middle are their own.
const FACE_MIRROR = [
  16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0,
  26, 25, 24, 23, 22, 21, 20, 19, 18, 17,
  27, 28, 29, 30, 35, 34, 33, 32, 31,
  45, 44, 43, 42, 47, 46, 39, 38, 37, 36, 41, 40,
  54, 53, 52, 51, 50, 49, 48, 59, 58, 57, 56, 55,
  64, 63, 62, 61, 60, 67, 66, 65,
];
const BODY_NAMES = ["nose", "left eye", "right eye", "left ear", "right ear", "left shoulder", "right shoulder", "left elbow",
  "right elbow", "left wrist", "right wrist", "left hip", "right hip", "left knee", "right knee", "left ankle",
  "right ankle", "left big toe", "left small toe", "left heel", "right big toe", "right small toe", "right heel"];
const BODY_LINES = [[0, 1], [0, 2], [1, 3], [2, 4], [5, 6], [5, 7], [7, 9], [6, 8], [8, 10], [5, 11], [6, 12], [11, 12],
  [11, 13], [13, 15], [12, 14], [14, 16], [15, 17], [15, 18], [15, 19], [16, 20], [16, 21], [16, 22]];

function range(first, end) {
  return Array.from({ length: end - first }, (none, i) => first + i);
}

function contourLines(start) {
  return CONTOURS.flatMap(([first, last, closed]) => [
    ...range(first, last).map((point) => [start + point, start + point + 1]),
    ...(closed ? [[start + last, start + first]] : []),
  ]);
}

function handLines(start) {
  return range(0, 5).flatMap((finger) => range(0, 4).map((joint) => (
    [start + (joint === 0 ? 0 : 4 * finger + joint), start + 4 * finger + joint + 1])));
}

// What points there are: their names and groups, the lines between them, and which one is which on the other side.
const LAYOUTS = {
  keypoints: {
    points: 133,
    groups: { body: [0, 17], feet: [17, 23], face: [23, 91], "left hand": [91, 112], "right hand": [112, 133] },
    lines: [...BODY_LINES, ...contourLines(23), ...handLines(91), ...handLines(112)],
    mirror: [0, ...range(1, 17).map((point) => (point % 2 === 1 ? point + 1 : point - 1)), 20, 21, 22, 17, 18, 19,
      ...FACE_MIRROR.map((point) => 23 + point), ...range(112, 133), ...range(91, 112)],
    name: (point) => (point < 23 ? BODY_NAMES[point] : point < 91 ? "face " + (point - 23)
      : point < 112 ? "left hand " + (point - 91) : "right hand " + (point - 112)),
  },
  landmarks: {
    points: 68,
    groups: { jaw: [0, 17], brows: [17, 27], nose: [27, 36], eyes: [36, 48], mouth: [48, 68] },
    lines: contourLines(0),
    mirror: FACE_MIRROR,
    name: (point) => Object.entries(LAYOUTS.landmarks.groups)
      .filter(([, [first, end]]) => point >= first && point < end)
      .map(([name, [first]]) => name + " " + (point - first))[0],
  },
};

class Points {
  // estimated: float32 [frames, points, 3] as readNumpy gives it
  constructor(layout, estimated) {
    const [frames, points, values] = estimated.shape;
    if (estimated.shape.length !== 3 || points !== layout.points || values !== VALUES) {
      throw new Error("points of the shape " + estimated.shape + " are not the " + layout.points + " of a frame");
    }
    this.layout = layout;
    this.frames = frames;
    this.count = points;
    this.estimated = estimated.values;
    this.values = estimated.values.slice();
    this.origins = new Uint8Array(frames * points);
    this.done = [];
    this.undone = [];
    this.pending = new Map();
  }

  // What a person corrected before: values as readNumpy gives them, and the content of provenance.json.
  restore(corrected, provenance) {
    provenance.corrected.forEach(({ frame, origins }) => Object.entries(origins).forEach(([origin, points]) =>
      points.forEach((point) => {
        const place = this.place(frame, point);
        this.put({ place, values: corrected.values.subarray(VALUES * place, VALUES * place + VALUES),
          origin: ORIGINS.indexOf(origin) });
      })));
  }

  place(frame, point) {
    return frame * this.count + point;
  }

  at(frame, point) {
    const start = VALUES * this.place(frame, point);
    return this.values.subarray(start, start + VALUES);
  }

  estimatedAt(frame, point) {
    const start = VALUES * this.place(frame, point);
    return this.estimated.subarray(start, start + VALUES);
  }

  isSeen(frame, point) {
    return this.at(frame, point)[2] > 0;
  }

  origin(frame, point) {
    return this.origins[this.place(frame, point)];
  }

  // Whether a person put it there, and it is not between two others.
  isKey(frame, point) {
    const origin = this.origin(frame, point);
    return origin !== ESTIMATED && origin !== INTERPOLATED;
  }

  now(place) {
    return { place, values: this.values.slice(VALUES * place, VALUES * place + VALUES), origin: this.origins[place] };
  }

  put({ place, values, origin }) {
    this.values.set(values, VALUES * place);
    this.origins[place] = origin;
  }

  // Changes that are seen already, and are one step once they are kept.
  preview(changes) {
    changes.forEach((change) => {
      if (!this.pending.has(change.place)) {
        this.pending.set(change.place, this.now(change.place));
      }
      this.put(change);
    });
  }

  keep(frame) {
    if (this.pending.size === 0) {
      return;
    }
    const before = [...this.pending.values()];
    this.done.push({ frame, before, after: before.map(({ place }) => this.now(place)) });
    this.undone = [];
    this.pending.clear();
  }

  change(frame, changes) {
    this.preview(changes);
    this.keep(frame);
    return changes.length;
  }

  // Returns the frame in which it was done.
  undo() {
    return this.back(this.done, this.undone, "before");
  }

  redo() {
    return this.back(this.undone, this.done, "after");
  }

  back(from, to, which) {
    const step = from.pop();
    if (step === undefined) {
      return null;
    }
    step[which].forEach((each) => this.put(each));
    to.push(step);
    return step.frame;
  }

  moved(frame, point, x, y) {
    return { place: this.place(frame, point), values: [x, y, 1], origin: BY_HAND };
  }

  hide(frame, points) {
    return this.change(frame, points.filter((point) => this.isSeen(frame, point))
      .map((point) => ({ place: this.place(frame, point), values: [0, 0, 0], origin: BY_HAND })));
  }

  // Where it was estimated, else where it is in the nearest frame in which it is seen, else in the middle.
  show(frame, points, middle) {
    return this.change(frame, points.filter((point) => !this.isSeen(frame, point)).map((point) => {
      const [x, y] = this.nearest(frame, point) || middle;
      return this.moved(frame, point, x, y);
    }));
  }

  nearest(frame, point) {
    if (this.estimatedAt(frame, point)[2] > 0) {
      return this.estimatedAt(frame, point);
    }
    const seen = range(1, this.frames).flatMap((by) => [frame - by, frame + by])
      .find((other) => other >= 0 && other < this.frames && this.isSeen(other, point));
    return seen === undefined ? null : this.at(seen, point);
  }

  copy(from, to, points) {
    return this.change(to, points.map((point) => (
      { place: this.place(to, point), values: this.at(from, point).slice(), origin: COPIED })));
  }

  // Each pair of which one is among the points.
  swap(frame, points) {
    const all = new Set(points.filter((point) => this.layout.mirror[point] !== point)
      .flatMap((point) => [point, this.layout.mirror[point]]));
    return this.change(frame, [...all].map((point) => (
      { place: this.place(frame, point), values: this.at(frame, this.layout.mirror[point]).slice(), origin: SWAPPED })));
  }

  // Each point on straight lines, in equal steps from frame to frame, between the two frames around this one in which a
  // person put it; from the last of them, between the last two. Returns how many points of frames that are.
  interpolate(frame, points) {
    return this.change(frame, points.flatMap((point) => {
      const keys = range(0, this.frames).filter((other) => this.isKey(other, point));
      const end = keys.find((other) => other >= frame) ?? keys.at(-1);
      const start = keys.filter((other) => other < end).at(-1);
      if (start === undefined || !this.isSeen(start, point) || !this.isSeen(end, point)) {
        return [];
      }
      const from = this.at(start, point);
      const to = this.at(end, point);
      return range(start + 1, end).map((between) => {
        const share = (between - start) / (end - start);
        return { place: this.place(between, point), values: range(0, VALUES).map((i) => from[i] + (to[i] - from[i]) * share),
          origin: INTERPOLATED };
      });
    }));
  }

  reset(frame, points) {
    return this.change(frame, points.filter((point) => this.origin(frame, point) !== ESTIMATED).map((point) => (
      { place: this.place(frame, point), values: this.estimatedAt(frame, point).slice(), origin: ESTIMATED })));
  }

  // Where most of a person's work is: the first of ORIGINS behind `estimated` that one of these points has.
  originOf(frame, points) {
    return points.reduce((least, point) => {
      const origin = this.origin(frame, point);
      return origin !== ESTIMATED && (least === ESTIMATED || origin < least) ? origin : least;
    }, ESTIMATED);
  }

  // As the service takes them.
  edits() {
    return range(0, this.frames).flatMap((frame) => ORIGINS.slice(1).flatMap((name, i) => {
      const points = range(0, this.count).filter((point) => this.origin(frame, point) === i + 1);
      return points.length === 0 ? []
        : [{ frame, origin: name, values: points.flatMap((point) => [point, ...this.at(frame, point)]) }];
    }));
  }
}
