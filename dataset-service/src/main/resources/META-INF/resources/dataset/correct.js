"use strict";

// The page on which a person corrects points: what the mouse and keys do, and saving. The picture is in board.js.

// Pixels of the screen by which a pointer moves before that is a drag.
const STILL = 2;
const FAR = 10;
const WHEEL = 1.0015;
const KEYS = { ",": "before", ".": "after", " ": "play", k: "earlier", j: "later", h: "hide", w: "swap", x: "reset", b: "back",
  n: "next", l: "interpolate", a: "all", Escape: "none", "+": "larger", "=": "larger", "-": "smaller", 0: "whole", u: "undo",
  y: "redo", s: "save", "?": "help", o: "overlay", g: "ghost", "[": "point-before", "]": "point-after", Home: "first",
  End: "last" };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

async function sent(address, body) {
  const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json",
    "Content-Type": "application/json" } });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail || "the service answered " + answer.status);
  }
  return answer.json();
}

class Correction extends Board {
  constructor(root) {
    super(root);
    this.state = root.querySelector("#state");
    this.list = root.querySelector("#point");
    this.drag = null;
    this.saving = false;
    this.saved = null;
  }

  get lastStep() {
    return this.points.done.at(-1) ?? null;
  }

  async start() {
    await super.start();
    Object.keys(this.points.layout.groups).forEach((group) => this.addGroup(group));
    this.say(this.older ? "What is corrected was corrected on an older version; what was estimated since is white." : "");
    this.tell();
  }

  addGroup(group) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = true;
    box.addEventListener("change", () => {
      this.hidden[box.checked ? "delete" : "add"](group);
      this.select([...this.selected].filter((point) => !this.hidden.has(this.groupOf(point))));
    });
    label.append(box, " " + group);
    this.root.querySelector("#groups").append(label);
  }

  listen() {
    super.listen();
    this.root.querySelectorAll("button[data-do]").forEach((button) => button.addEventListener("click", () => {
      this.act(button.dataset.do);
      // Else the next press of the space bar would press it again.
      button.blur();
    }));
    this.ghost.addEventListener("change", () => this.draw());
    this.list.addEventListener("change", () => this.select([Number(this.list.value)]));
    this.canvas.addEventListener("pointerdown", (event) => this.grab(event));
    this.canvas.addEventListener("pointermove", (event) => this.pull(event));
    this.canvas.addEventListener("pointerup", (event) => this.drop(event));
    this.canvas.addEventListener("pointercancel", (event) => this.drop(event));
    this.canvas.addEventListener("contextmenu", (event) => event.preventDefault());
    this.canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.enlarge(WHEEL ** -event.deltaY, event.offsetX, event.offsetY);
    }, { passive: false });
    const scrub = (event) => {
      if (event.buttons === 1) {
        this.go(Math.floor((event.offsetX / this.strip.clientWidth) * this.points.frames));
      }
    };
    ["pointerdown", "pointermove"].forEach((name) => this.strip.addEventListener(name, scrub));
    addEventListener("beforeunload", (event) => {
      if (this.isChanged) {
        event.preventDefault();
      }
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.draw());
  }

  get isChanged() {
    return this.lastStep !== this.saved;
  }

  grab(event) {
    this.video.pause();
    this.canvas.setPointerCapture(event.pointerId);
    const [x, y] = [event.offsetX, event.offsetY];
    this.drag = { x, y, does: "move", moved: false };
    if (event.button !== 0) {
      this.drag = { ...this.drag, does: "pan", zoom: this.zoom };
      return;
    }
    const point = this.overlay.checked ? this.hit(x, y) : null;
    if (point === null) {
      this.drag = { ...this.drag, does: "box", before: event.shiftKey ? [...this.selected] : [] };
    } else if (event.shiftKey) {
      this.drag.does = "none";
      this.select(this.selected.has(point) ? [...this.selected].filter((each) => each !== point)
        : [...this.selected, point]);
    } else if (!this.selected.has(point)) {
      this.select([point]);
    }
    this.drag.frame = this.frame;
    this.drag.from = new Map([...this.selected].map((each) => [each, this.points.at(this.frame, each).slice()]));
  }

  pull(event) {
    const drag = this.drag;
    if (drag === null) {
      this.canvas.classList.toggle("over-point", this.overlay.checked && this.hit(event.offsetX, event.offsetY) !== null);
      return;
    }
    const [dx, dy] = [event.offsetX - drag.x, event.offsetY - drag.y];
    drag.moved = drag.moved || Math.hypot(dx, dy) > STILL;
    if (!drag.moved) {
      return;
    }
    if (drag.does === "pan") {
      this.look(drag.zoom.scale, drag.zoom.x + dx, drag.zoom.y + dy);
    } else if (drag.does === "box") {
      this.box = [Math.min(drag.x, event.offsetX), Math.min(drag.y, event.offsetY), Math.abs(dx), Math.abs(dy)];
      this.draw();
    } else if (drag.does === "move") {
      this.points.preview([...drag.from].filter(([, at]) => at[2] > 0).map(([point, at]) =>
        this.points.moved(drag.frame, point, at[0] + dx / this.scale, at[1] + dy / this.scale)));
      this.draw();
    }
  }

  drop() {
    const drag = this.drag;
    this.drag = null;
    if (drag === null) {
      return;
    }
    if (drag.does === "box") {
      const inside = drag.moved ? this.inBox() : [];
      this.box = null;
      this.select([...drag.before, ...inside]);
    }
    this.points.keep(drag.frame ?? this.frame);
    this.tell();
  }

  inBox() {
    const [left, top, width, height] = this.box;
    return this.shownPoints.filter((point) => this.points.isSeen(this.frame, point)).filter((point) => {
      const [x, y] = this.toScreen(this.points.at(this.frame, point));
      return x >= left && x <= left + width && y >= top && y <= top + height;
    });
  }

  key(event) {
    const typing = event.target instanceof Element && event.target.closest("input:not([type=checkbox]), textarea, select");
    if (typing && event.key === "Escape") {
      event.target.blur();
    }
    if (typing || event.metaKey || event.altKey || event.ctrlKey && !["z", "y"].includes(event.key)) {
      return;
    }
    if (event.key in ARROWS) {
      event.preventDefault();
      this.nudge(ARROWS[event.key], event.shiftKey ? FAR : 1);
      return;
    }
    const does = event.ctrlKey ? { z: "undo", y: "redo" }[event.key] : KEYS[event.key];
    if (does !== undefined && !(event.repeat && does === "save")) {
      event.preventDefault();
      this.act(does);
    }
  }

  act(does) {
    const words = this.does(does);
    if (words !== undefined) {
      this.say(words);
    }
    this.tell();
  }

  // Returns what to say of it.
  does(what) {
    const frame = this.place;
    switch (what) {
      case "before": return this.go(frame - 1);
      case "after": return this.go(frame + 1);
      case "first": return this.go(0);
      case "last": return this.go(this.points.frames - 1);
      case "earlier": return this.goToCorrected(-1);
      case "later": return this.goToCorrected(1);
      case "play": return this.play();
      case "hide": return this.hide(frame);
      case "swap": this.points.swap(frame, this.scope); return "Left and right are swapped.";
      case "reset": this.points.reset(frame, this.scope); return "As estimated.";
      case "back": return this.copy(frame, frame - 1);
      case "next": return this.copy(frame, frame + 1);
      case "interpolate": return this.interpolate(frame);
      case "all": return this.select(this.shownPoints);
      case "none": return this.select([]);
      case "point-before": return this.selectNext(-1);
      case "point-after": return this.selectNext(1);
      case "larger": return this.enlarge(1.5);
      case "smaller": return this.enlarge(1 / 1.5);
      case "whole": return this.look(1, 0, 0);
      case "undo": return this.goBack(this.points.undo(), "There is nothing to undo.");
      case "redo": return this.goBack(this.points.redo(), "There is nothing to redo.");
      case "overlay": case "ghost": return this.toggle(this[what]);
      case "help": return this.help();
      case "save": this.save(); return undefined;
      case "takeback": this.takeBack(); return undefined;
    }
  }

  toggle(box) {
    box.checked = !box.checked;
    this.draw();
  }

  help() {
    const help = this.root.querySelector("#help");
    help.hidden = !help.hidden;
    this.root.querySelector("[data-do=help]").setAttribute("aria-expanded", String(!help.hidden));
  }

  play() {
    if (this.video.paused) {
      this.video.play().catch((error) => this.say("The clip does not play: " + error.message + "."));
    } else {
      this.video.pause();
    }
  }

  go(frame) {
    this.video.pause();
    this.seek(Math.max(0, Math.min(this.points.frames - 1, frame)));
    this.draw();
  }

  goToCorrected(by) {
    let frame = this.place + by;
    while (frame >= 0 && frame < this.points.frames) {
      if (this.points.originOf(frame, this.scope) !== ESTIMATED) {
        return this.go(frame);
      }
      frame += by;
    }
    return "Nothing of it is corrected " + (by < 0 ? "before." : "behind.");
  }

  goBack(frame, nothing) {
    if (frame === null) {
      return nothing;
    }
    if (frame !== this.place) {
      this.go(frame);
    }
    return "";
  }

  hide(frame) {
    if (this.selected.size === 0) {
      return "Select first what is hidden or shown.";
    }
    const points = [...this.selected];
    const middle = [this.video.videoWidth / 2, this.video.videoHeight / 2];
    return points.some((point) => this.points.isSeen(frame, point))
      ? this.points.hide(frame, points) + " hidden." : this.points.show(frame, points, middle) + " shown.";
  }

  copy(from, to) {
    if (to < 0 || to >= this.points.frames) {
      return "There is no such frame.";
    }
    const copied = this.points.copy(from, to, this.scope);
    this.go(to);
    return copied + " copied.";
  }

  interpolate(frame) {
    const filled = this.points.interpolate(frame, this.scope);
    return filled === 0 ? "There is nothing between two frames in which the same point was put." : filled + " interpolated.";
  }

  nudge([x, y], by) {
    const frame = this.place;
    this.points.change(frame, [...this.selected].filter((point) => this.points.isSeen(frame, point)).map((point) => {
      const at = this.points.at(frame, point);
      return this.points.moved(frame, point, at[0] + x * by, at[1] + y * by);
    }));
    this.tell();
  }

  select(points) {
    this.selected = new Set(points);
    this.tell();
  }

  selectNext(by) {
    const shown = this.shownPoints;
    const at = shown.indexOf([...this.selected].at(-1));
    const next = at === -1 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    this.select([shown[next]]);
  }

  show(frame) {
    super.show(frame);
    this.tell();
  }

  // The list of points, what is selected, and whether something is to be saved.
  tell() {
    this.draw();
    const one = this.selected.size === 1 ? [...this.selected][0] : null;
    const shown = this.shownPoints;
    const words = shown.map((point) => this.points.layout.name(point)
      + (this.points.isSeen(this.place, point) ? "" : " (not seen)"));
    const first = this.selected.size === 0 ? "none is selected: all that are shown" : this.selected.size + " are selected";
    if (this.told !== first + words.join()) {
      this.told = first + words.join();
      this.list.replaceChildren(...[new Option(first, "-1"), ...shown.map((point, i) => new Option(words[i], point))]);
    }
    this.list.value = one === null ? "-1" : String(one);
    this.root.querySelector("[data-do=save]").disabled = this.saving || !this.isChanged;
    this.root.querySelector("[data-do=undo]").disabled = this.points.done.length === 0;
    this.root.querySelector("[data-do=redo]").disabled = this.points.undone.length === 0;
  }

  say(words) {
    this.state.textContent = words;
  }

  address(path, more = {}) {
    const { subset, id, params } = this.root.dataset;
    return path + "?" + new URLSearchParams({ subset, id, params, reason: this.root.querySelector("#reason").value, ...more });
  }

  async save() {
    if (this.saving || !this.isChanged) {
      return;
    }
    this.saving = true;
    this.say("Saving.");
    const edits = this.points.edits();
    const step = this.lastStep;
    try {
      if (edits.length === 0) {
        await sent(this.address("/api/reviews/decisions", { decision: "uncorrected" }));
        this.root.dataset.base = this.root.dataset.estimated;
      } else {
        const decided = await sent(this.address("/api/reviews/corrections"),
          JSON.stringify({ base: this.root.dataset.base, edits }));
        this.root.dataset.base = decided.correction.points.sha256;
      }
      this.saved = step;
      this.root.querySelector("[data-do=takeback]").hidden = edits.length === 0;
      this.say(edits.length === 0 ? "Saved: all as estimated." : "Saved. What was estimated is kept beside it.");
    } catch (error) {
      this.say("It was not saved: " + error.message + ".");
    } finally {
      this.saving = false;
      this.tell();
    }
  }

  async takeBack() {
    try {
      await sent(this.address("/api/reviews/decisions", { decision: "uncorrected" }));
      this.saved = this.lastStep;
      location.reload();
    } catch (error) {
      this.say("It was not taken back: " + error.message + ".");
    }
  }
}

const correction = new Correction(document.getElementById("correct"));
correction.start().catch((error) => correction.say("The points cannot be corrected: " + error.message + "."));
