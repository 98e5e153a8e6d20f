"use strict";

// An item's frame with its points on it, at any size, and the strip of all frames below it: what is seen where, and what
// is under the pointer. What points are is in points.js; which frame is seen, in overlay.js.

// Pixels of the screen within which a point is hit.
const REACH = 10;
const LARGEST = 16;
const COLOURS = { estimated: "#ffffff", "by-hand": "#ffd60a", copied: "#22d3ee", swapped: "#d08bff", interpolated: "#7cf08a" };
// Left is the character's own.
const SIDES = { left: "#79b8ff", right: "#ff9db0", middle: "#ffffff" };
const DARK = "rgb(0 0 0 / 75%)";

// Of each frame of the item its number and, where they are told, its time in seconds from the first one.
function framesOf(list, first, frames) {
  const second = list && list.timeBase ? list.timeBase.numerator / list.timeBase.denominator : 1;
  const told = list && Array.isArray(list.frames)
    ? list.frames.filter(({ number }) => number >= first && number < first + frames) : [];
  const at = (frame) => (frame.ticks === undefined ? frame.time : frame.ticks) * second;
  return told.length === frames && told.every((frame) => Number.isFinite(at(frame)))
    ? told.map((frame) => ({ number: frame.number, time: at(frame) - at(told[0]) }))
    : range(first, first + frames).map((number) => ({ number }));
}

class Board extends FramePlayer {
  constructor(root) {
    super(root);
    this.root = root;
    this.screen = root.querySelector(".screen");
    this.strip = root.querySelector(".strip");
    this.ghost = root.querySelector("[name=ghost]");
    this.zoom = { scale: 1, x: 0, y: 0 };
    this.width = 0;
    this.selected = new Set();
    this.hidden = new Set();
    this.box = null;
  }

  async start() {
    const { layout, points, corrected, provenance, times, first } = this.root.dataset;
    const json = (address) => fetched(address).then((answer) => answer.json());
    const numpy = (address) => fetched(address).then((answer) => answer.arrayBuffer()).then(readNumpy);
    const [estimated, before, from, list] = await Promise.all([
      numpy(points),
      corrected === "" ? null : numpy(corrected),
      provenance === "" ? null : json(provenance),
      // Without told times, frames are taken to be shown equally long.
      times === "" ? null : json(times).catch(() => null),
      this.loaded(),
    ]);
    this.points = new Points(LAYOUTS[layout], estimated);
    if (before !== null) {
      this.points.restore(before, from);
    }
    this.older = from !== null && from.estimated !== this.root.dataset.estimated;
    const frames = framesOf(list, Number(first), this.points.frames);
    this.numbers = frames.map((frame) => frame.number);
    this.times = this.timesOf(frames);
    this.screen.style.setProperty("--ratio", this.video.videoWidth / this.video.videoHeight);
    new ResizeObserver(() => this.resize()).observe(this.screen);
    this.listen();
    this.resize();
    this.show(0);
    this.seek(0);
  }

  // That which steps lead to, which may not be seen yet.
  get place() {
    return this.wanted === null ? this.frame : this.wanted;
  }

  groupOf(point) {
    return Object.entries(this.points.layout.groups).find(([, [first, end]]) => point >= first && point < end)[0];
  }

  get shownPoints() {
    return range(0, this.points.count).filter((point) => !this.hidden.has(this.groupOf(point)));
  }

  // What an action is about.
  get scope() {
    return this.selected.size > 0 ? [...this.selected] : this.shownPoints;
  }

  resize() {
    [this.canvas, this.strip].forEach((canvas) => {
      canvas.width = Math.round(canvas.clientWidth * devicePixelRatio);
      canvas.height = Math.round(canvas.clientHeight * devicePixelRatio);
    });
    // What one looks at stays where it is.
    const larger = this.width > 0 ? this.screen.clientWidth / this.width : 1;
    this.width = this.screen.clientWidth;
    this.look(this.zoom.scale, this.zoom.x * larger, this.zoom.y * larger);
  }

  // Shows the picture at a size, without leaving a part of the screen empty.
  look(scale, x, y) {
    const within = (value, length) => Math.min(0, Math.max(length * (1 - scale), value));
    this.zoom = { scale, x: within(x, this.screen.clientWidth), y: within(y, this.screen.clientHeight) };
    this.video.style.transform = "translate(" + this.zoom.x + "px, " + this.zoom.y + "px) scale(" + scale + ")";
    this.draw();
  }

  // At another size, with the place of the screen at which one looks where it is.
  enlarge(by, x = this.screen.clientWidth / 2, y = this.screen.clientHeight / 2) {
    const scale = Math.min(LARGEST, Math.max(1, this.zoom.scale * by));
    const change = scale / this.zoom.scale;
    this.look(scale, x - (x - this.zoom.x) * change, y - (y - this.zoom.y) * change);
  }

  // Pixels of the screen for one of the picture.
  get scale() {
    return (this.screen.clientWidth / this.video.videoWidth) * this.zoom.scale;
  }

  toScreen([x, y]) {
    return [x * this.scale + this.zoom.x, y * this.scale + this.zoom.y];
  }

  toPicture(x, y) {
    return [(x - this.zoom.x) / this.scale, (y - this.zoom.y) / this.scale];
  }

  // The nearest point within reach.
  hit(x, y) {
    const near = this.shownPoints.filter((point) => this.points.isSeen(this.frame, point)).map((point) => {
      const [px, py] = this.toScreen(this.points.at(this.frame, point));
      // Of two that lie close together the selected one is meant.
      return { point, distance: Math.hypot(px - x, py - y) - (this.selected.has(point) ? 3 : 0) };
    }).filter(({ distance }) => distance <= REACH);
    return near.length === 0 ? null : near.reduce((best, each) => (each.distance < best.distance ? each : best)).point;
  }

  draw() {
    if (this.points === undefined) {
      return;
    }
    const context = this.canvas.getContext("2d");
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    if (this.ghost.checked) {
      context.globalAlpha = 0.55;
      this.drawLines(context, (point) => this.points.estimatedAt(this.frame, point), () => COLOURS.estimated, [4, 4]);
      context.globalAlpha = 1;
    }
    if (this.overlay.checked) {
      this.drawLines(context, (point) => this.points.at(this.frame, point), (point) => SIDES[this.side(point)], []);
      this.shownPoints.forEach((point) => this.drawPoint(context, point));
    }
    if (this.box !== null) {
      context.strokeStyle = COLOURS.estimated;
      context.lineWidth = 1;
      context.setLineDash([3, 3]);
      context.strokeRect(...this.box);
      context.setLineDash([]);
    }
    this.drawStrip();
  }

  side(point) {
    const name = this.points.layout.name(point);
    return name.startsWith("left") ? "left" : name.startsWith("right") ? "right" : "middle";
  }

  drawLines(context, at, colour, dash) {
    context.setLineDash(dash);
    this.points.layout.lines.forEach(([first, second]) => {
      if (this.hidden.has(this.groupOf(first)) || at(first)[2] === 0 || at(second)[2] === 0) {
        return;
      }
      [[DARK, 4], [colour(second), 1.5]].forEach(([style, width]) => {
        context.strokeStyle = style;
        context.lineWidth = width;
        context.beginPath();
        context.moveTo(...this.toScreen(at(first)));
        context.lineTo(...this.toScreen(at(second)));
        context.stroke();
      });
    });
    context.setLineDash([]);
  }

  drawPoint(context, point) {
    if (!this.points.isSeen(this.frame, point)) {
      return;
    }
    const [x, y] = this.toScreen(this.points.at(this.frame, point));
    const origin = this.points.origin(this.frame, point);
    const circle = (radius) => {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
    };
    // Faces and hands have many, close together.
    const radius = this.points.count > 68 && point < 23 ? 4 : 2.6;
    circle(radius + 1.2);
    context.fillStyle = DARK;
    context.fill();
    circle(radius);
    context.fillStyle = COLOURS[ORIGINS[origin]];
    context.fill();
    if (this.selected.has(point)) {
      circle(radius + 4);
      context.strokeStyle = DARK;
      context.lineWidth = 4;
      context.stroke();
      context.strokeStyle = COLOURS["by-hand"];
      context.lineWidth = 2;
      context.stroke();
    }
  }

  // What is corrected in each frame, of what is selected, and where one is.
  drawStrip() {
    const context = this.strip.getContext("2d");
    const width = this.strip.clientWidth;
    const height = this.strip.clientHeight;
    const wide = width / this.points.frames;
    // As the legend has them, by day and by night.
    const colour = (name) => getComputedStyle(this.root.querySelector(".key." + name)).backgroundColor;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, this.strip.width, this.strip.height);
    const scope = this.scope;
    const colours = ORIGINS.map(colour);
    range(0, this.points.frames).forEach((frame) => {
      const origin = this.points.originOf(frame, scope);
      context.fillStyle = colours[origin];
      const tall = origin === ESTIMATED ? 0.3 : origin === INTERPOLATED ? 0.6 : 1;
      context.fillRect(frame * wide, height * (1 - tall), Math.max(1, wide - (wide > 4 ? 1 : 0)), height * tall);
    });
    context.fillStyle = getComputedStyle(this.root).color;
    context.fillRect(this.place * wide + wide / 2 - 1, 0, 2, height);
  }
}
