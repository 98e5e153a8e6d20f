"use strict";

// The queue of the page /review: shows one item after another, and tells the service what a person decides by a key or
// a button. The item behind the one that is shown is fetched meanwhile, so that it plays at once.

// Few, so that several people at one queue all have something to look at.
const PORTION = 6;
const AHEAD = 3;
// Milliseconds until a queue that is empty is looked at again: others may have given something back.
const PATIENCE = 5000;
const SPEEDS = [1, 0.5, 2];
const ZOOMS = [1, 2, 4];
// Seconds by which the sound may be away from the picture.
const DRIFT = 0.08;

// One item with its players, which load from the moment that it is made.
class Screen {
  constructor(item) {
    this.item = item;
    this.element = document.createElement("div");
    this.element.className = "over";
    this.video = document.createElement("video");
    this.video.loop = true;
    this.video.preload = "auto";
    this.video.playsInline = true;
    this.video.src = item.video;
    this.element.append(this.video);
    this.sound = null;
    if (item.sound !== null) {
      this.sound = document.createElement("audio");
      this.sound.preload = "auto";
      this.sound.loop = true;
      this.sound.src = item.sound;
      this.element.append(this.sound);
      this.video.addEventListener("timeupdate", () => this.follow());
      this.video.addEventListener("seeked", () => this.follow());
    }
    this.times = null;
    this.wanted = null;
    this.video.addEventListener("play", () => {
      this.wanted = null;
      this.video.loop = true;
    });
    this.drawn = false;
    this.timesKnown = this.fetchTimes().catch(() => {});
  }

  // Without told times, frames are taken to be shown equally long; so they are when the answer never comes, as when the
  // page is left.
  async fetchTimes() {
    if (this.item.times === null) {
      return;
    }
    const answer = await fetch(this.item.times);
    this.times = timesOf(answer.ok ? await answer.json() : {});
  }

  follow() {
    if (Math.abs(this.sound.currentTime - this.video.currentTime) > DRIFT) {
      this.sound.currentTime = this.video.currentTime;
    }
  }

  async play(silent) {
    this.mute(silent);
    try {
      await this.video.play();
      if (this.sound !== null) {
        this.follow();
        await this.sound.play();
      }
      return true;
    } catch (refused) {
      if (refused.name !== "NotAllowedError") {
        return true;
      }
      // Before the first key or click a browser plays nothing that can be heard.
      this.mute(true);
      this.video.play().catch(() => {});
      return false;
    }
  }

  mute(silent) {
    this.video.muted = silent;
    if (this.sound !== null) {
      this.sound.muted = silent;
    }
  }

  // `times` as fast as it was filmed.
  speed(times) {
    [this.video, this.sound].filter((each) => each !== null).forEach((each) => {
      // Also of another source, as with the overlay.
      each.defaultPlaybackRate = times;
      each.playbackRate = times;
    });
  }

  // `times` as large, about a place: shares of width and height.
  zoom(times, { across, down }) {
    this.video.style.transformOrigin = across * 100 + "% " + down * 100 + "%";
    this.video.style.transform = "scale(" + times + ")";
  }

  pause() {
    this.video.pause();
    if (this.sound !== null) {
      this.sound.pause();
    }
  }

  middle(frame) {
    if (this.times !== null) {
      const end = frame + 1 < this.times.length ? this.times[frame + 1] : this.video.duration;
      return (this.times[frame] + Math.max(end, this.times[frame])) / 2;
    }
    return ((frame + 0.5) * this.video.duration) / this.frames();
  }

  frames() {
    return this.times === null ? Math.max(1, this.item.frames) : this.times.length;
  }

  frame() {
    if (this.wanted !== null) {
      return this.wanted;
    }
    if (this.times !== null) {
      let frame = 0;
      while (frame + 1 < this.times.length && this.times[frame + 1] <= this.video.currentTime + 1e-6) {
        frame++;
      }
      return frame;
    }
    return Math.min(this.frames() - 1, Math.floor((this.video.currentTime / this.video.duration) * this.frames()));
  }

  // From where the steps before lead to, which may not be seen yet. Not before the times of frames are known: a step by
  // equal lengths would show another frame.
  async step(by) {
    this.pause();
    // A video that loops may begin again when its last frame is sought.
    this.video.loop = false;
    await this.timesKnown;
    if (!Number.isFinite(this.video.duration)) {
      return;
    }
    const next = Math.max(0, Math.min(this.frames() - 1, this.frame() + by));
    this.video.currentTime = this.middle(next);
    this.wanted = next;
  }

  // With or without what was found drawn on it, at the same place.
  swap() {
    if (this.item.overlay === null) {
      return;
    }
    this.drawn = !this.drawn;
    const time = this.video.currentTime;
    const plays = !this.video.paused;
    this.video.src = this.drawn ? this.item.overlay : this.item.video;
    this.video.addEventListener("loadedmetadata", () => {
      this.video.currentTime = time;
      if (plays) {
        this.video.play().catch(() => {});
      }
    }, { once: true });
  }
}

// The value after this one, and after the last one the first.
function after(values, value) {
  return values[(values.indexOf(value) + 1) % values.length];
}

class Queue {
  constructor(root) {
    this.root = root;
    this.loans = new Loans(root.dataset.queue);
    this.stage = root.querySelector(".stage");
    this.place = root.querySelector(".screen");
    this.state = root.querySelector("#state");
    this.items = [];
    this.known = new Set();
    this.at = 0;
    this.screens = new Map();
    this.done = [];
    this.silent = false;
    this.speed = SPEEDS[0];
    this.zoom = ZOOMS[0];
    this.pointer = { across: 0.5, down: 0.5 };
    this.fetching = null;
    this.ended = false;
    this.waiting = null;
    this.deciding = new Deciding(root);
  }

  async start() {
    this.state.textContent = "Looking for items.";
    this.root.querySelectorAll("button[data-do]").forEach((button) =>
      button.addEventListener("click", () => {
        this.act(button.dataset.do);
        // Else the next press of the space bar would press it again.
        button.blur();
      }));
    document.addEventListener("keydown", (event) => this.key(event));
    this.place.addEventListener("pointermove", (event) => this.point(event));
    this.loans.start();
    await this.more();
    this.show();
  }

  // What is decided is told before more is asked for, so that it does not come again.
  more() {
    if (this.ended || this.fetching !== null) {
      return this.fetching || Promise.resolve();
    }
    this.fetching = this.deciding.sending
      .then(() => this.loans.lend(PORTION))
      .then(({ name, found }) => {
        const fresh = found.filter((each) => !this.known.has(this.name(each)));
        // What is absent may have been left out.
        const entries = fresh.map((each) => (
          { item: { overlay: null, sound: null, times: null, nearest: null, ...each }, ...this.deciding.begin(each),
            from: null, to: null }));
        fresh.forEach((each) => this.known.add(this.name(each)));
        this.items.push(...entries);
        this.loans.borrowed.push({ name, entries });
        this.ended = found.length < PORTION;
      })
      .finally(() => { this.fetching = null; });
    return this.fetching;
  }

  // Others may have given something back since, such as this page before it was loaded anew.
  lookAgain() {
    clearTimeout(this.waiting);
    this.waiting = null;
    if (this.at < this.items.length) {
      return;
    }
    this.ended = false;
    this.more().catch((error) => this.fail(error)).then(() => {
      if (this.at < this.items.length) {
        this.show();
      } else if (this.waiting === null) {
        this.waiting = setTimeout(() => this.lookAgain(), PATIENCE);
      }
    });
  }

  name(item) {
    return item.subset + " " + item.id + " " + item.params;
  }

  screen(place) {
    const { item } = this.items[place];
    const name = this.name(item);
    if (!this.screens.has(name)) {
      this.screens.set(name, new Screen(item));
    }
    return this.screens.get(name);
  }

  get shown() {
    return this.screen(this.at);
  }

  show() {
    if (this.at >= this.items.length) {
      this.stage.hidden = true;
      this.state.textContent = this.items.length === 0
        ? "There is nothing to look at, or others have it before them." : "That was the last one. K leads back.";
      this.screens.forEach((screen) => screen.pause());
      this.lookAgain();
      return;
    }
    this.state.textContent = "";
    this.stage.hidden = false;
    const screen = this.shown;
    this.screens.forEach((other) => {
      if (other !== screen) {
        other.pause();
      }
    });
    screen.wanted = null;
    screen.speed(this.speed);
    screen.zoom(this.zoom, this.pointer);
    this.place.replaceChildren(screen.element);
    screen.play(this.silent).then((heard) => {
      if (!heard) {
        this.state.textContent = "Sound begins with the first key or click.";
      }
    });
    this.describe();
    // The next one, and the one before for those who go back; older ones are let go.
    const near = [this.at - 1, this.at, this.at + 1].filter((place) => place >= 0 && place < this.items.length);
    const names = new Set(near.map((place) => this.name(this.items[place].item)));
    near.forEach((place) => this.screen(place));
    [...this.screens.keys()].filter((name) => !names.has(name)).forEach((name) => this.screens.delete(name));
    if (this.items.length - this.at <= AHEAD) {
      this.more().then(() => {
        if (this.at + 1 < this.items.length) {
          this.screen(this.at + 1);
        }
      }).catch((error) => this.fail(error));
    }
  }

  describe() {
    const { decision } = this.items[this.at];
    document.getElementById("place").textContent =
      "Item " + (this.at + 1) + " of " + this.items.length + (this.ended ? "" : " and more");
    tellFacts(document.getElementById("facts"), this.items[this.at]);
    const decided = document.getElementById("decided");
    decided.textContent = decision === null ? "Not decided."
      : decision === "look-again" ? "You want it looked at again." : "You " + decision + " it.";
    decided.className = "decided " + (decision === null || decision === "look-again" ? "quiet" : decision === "accepted" ? "good" : "bad");
  }

  key(event) {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (typing && event.key === "Escape") {
      event.target.blur();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const does = { a: "accept", r: "reject", l: "again", u: "undo", j: "next", k: "previous", " ": "play", ",": "back", ".": "forward",
      o: "overlay", m: "sound", s: "speed", z: "zoom", h: "notHumanoid", 1: "easy", 2: "medium", 3: "hard", i: "from", e: "to", t: "trim", "?": "help" }[event.key];
    // A held key may step through frames, but decides once.
    if (does !== undefined && !(event.repeat && ["accept", "reject", "notHumanoid", "trim", "again", "undo", "easy", "medium", "hard"].includes(does))) {
      event.preventDefault();
      this.act(does);
    }
  }

  act(does) {
    if (does === "help") {
      const help = document.getElementById("help");
      help.hidden = !help.hidden;
      this.root.querySelector("[data-do=help]").setAttribute("aria-expanded", String(!help.hidden));
    } else if (does === "undo") {
      this.undo();
    } else if (does === "previous") {
      this.go(-1);
    } else if (this.at < this.items.length) {
      this.actOnShown(does);
    }
  }

  actOnShown(does) {
    const screen = this.shown;
    switch (does) {
      case "accept": this.decide("accepted", ""); break;
      case "reject": this.decide("rejected", document.getElementById("reason").value); break;
      case "notHumanoid": this.decide("rejected", "not-humanoid"); break;
      case "again": this.decide("look-again", document.getElementById("reason").value); break;
      case "easy":
      case "medium":
      case "hard": this.grade(does); break;
      case "from": this.part("from", screen.frame()); break;
      case "to": this.part("to", screen.frame()); break;
      case "trim": this.trim(); break;
      case "next": this.go(1); break;
      case "back": screen.step(-1); break;
      case "forward": screen.step(1); break;
      case "overlay": screen.swap(); break;
      case "play":
        if (screen.video.paused) {
          screen.play(this.silent);
        } else {
          screen.pause();
        }
        break;
      case "speed":
        this.speed = after(SPEEDS, this.speed);
        screen.speed(this.speed);
        this.state.textContent = "Speed " + this.speed + ".";
        break;
      case "zoom":
        this.zoom = after(ZOOMS, this.zoom);
        screen.zoom(this.zoom, this.pointer);
        this.state.textContent = this.zoom === 1 ? "" : "Zoom " + this.zoom + ", about the place under the pointer.";
        break;
      case "sound":
        this.silent = !this.silent;
        screen.mute(this.silent);
        break;
    }
  }

  point(event) {
    const place = this.place.getBoundingClientRect();
    this.pointer = {
      across: (event.clientX - place.left) / place.width,
      down: (event.clientY - place.top) / place.height,
    };
    if (this.at < this.items.length) {
      this.shown.zoom(this.zoom, this.pointer);
    }
  }

  go(by) {
    this.at = Math.max(0, Math.min(this.items.length, this.at + by));
    this.show();
  }

  part(end, frame) {
    const entry = this.items[this.at];
    if (entry.item.subset !== "image-to-video") {
      this.state.textContent = "Only clips of image-to-video can be trimmed.";
      return;
    }
    entry[end] = frame;
    this.state.textContent = "";
    this.describe();
  }

  trim() {
    const entry = this.items[this.at];
    const [first, last] = partOf(entry);
    if (!isPart(entry)) {
      this.state.textContent = "Say first which part is kept: I at its first frame, E at its last one.";
      return;
    }
    this.decide("trimmed", document.getElementById("reason").value, { first, end: last + 1 });
  }

  decide(decision, reason, part = {}) {
    const entry = this.items[this.at];
    const before = saidOf(entry);
    this.done.push({ entry, before, said: this.tell(entry, decision, reason, part) });
    document.getElementById("reason").value = "";
    this.go(1);
  }

  // The item stays: whether it is kept is another question.
  grade(grade) {
    const entry = this.items[this.at];
    const before = saidOf(entry);
    const said = this.deciding.grade(entry, grade, (error, refused) => this.refused(entry, error, refused));
    this.done.push({ entry, before, said });
    this.describe();
  }

  undo() {
    const last = this.done.pop();
    if (last === undefined) {
      this.state.textContent = "There is nothing to undo.";
      return;
    }
    this.deciding.undo(last.entry, last.said, last.before, (error, said) => this.refused(last.entry, error, said));
    this.at = this.items.indexOf(last.entry);
    this.show();
  }

  tell(entry, decision, reason, part = {}) {
    return this.deciding.tell(entry, decision, { reason, ...part }, (error, said) => this.refused(entry, error, said));
  }

  refused(entry, error, said) {
    this.done = this.done.filter((each) => each.said !== said);
    this.fail(error, "It was not decided about " + entry.item.id + ": ");
    if (this.at < this.items.length) {
      this.describe();
    }
  }

  fail(error, words = "") {
    this.state.textContent = words + error.message + ".";
  }
}

const queue = new Queue(document.getElementById("queue"));
queue.start().catch((error) => queue.fail(error, "The queue cannot be read: "));
