"use strict";

// The page /review/grid: sixty items at a time, of which a person selects those that are not as the others, and decides
// about all that are selected at once. What is shown is lent to this page, as the queue's is.

const AT_ONCE = 60;
const WORDS = { "accepted": "accepted", "rejected": "rejected", "look-again": "to be looked at again" };

class Cell {
  constructor(item, place, begun) {
    this.item = item;
    Object.assign(this, begun);
    this.element = document.createElement("button");
    this.element.type = "button";
    this.element.className = "cell";
    this.element.dataset.place = place;
    this.video = document.createElement("video");
    this.video.loop = true;
    this.video.muted = true;
    this.video.playsInline = true;
    this.video.preload = item.picture ? "none" : "metadata";
    if (item.picture) {
      this.video.poster = item.picture;
    }
    this.video.src = item.video;
    this.words = document.createElement("span");
    this.element.append(this.video, this.words);
    this.selected = false;
    this.tell();
  }

  tell() {
    const { nearest, outcome, id } = this.item;
    const measured = nearest ? nearest.rule + " " + Number(nearest.value.toPrecision(3)) : outcome;
    this.words.textContent = this.decision === null ? measured : this.decision.replace("-", " ");
    this.element.setAttribute("aria-pressed", String(this.selected));
    this.element.setAttribute("aria-label", id + ", " + this.words.textContent);
    this.element.classList.toggle("accepted", this.decision === "accepted");
    this.element.classList.toggle("rejected", this.decision === "rejected");
  }

  play(plays) {
    if (plays) {
      this.video.play().catch(() => {});
    } else {
      this.video.pause();
    }
  }
}

class Grid {
  constructor(root) {
    this.root = root;
    this.place = root.querySelector(".cells");
    this.state = root.querySelector("#state");
    this.reason = root.querySelector("#reason");
    this.loans = new Loans(root.dataset.queue);
    this.cells = [];
    this.anchor = 0;
    this.done = [];
    this.playing = false;
    this.deciding = new Deciding(root);
    this.asking = null;
    this.visible = new Set();
    this.watch = new IntersectionObserver((entries) => entries.forEach(({ target, isIntersecting }) => {
      this.visible[isIntersecting ? "add" : "delete"](target);
      this.playVisible();
    }));
  }

  async start() {
    this.root.querySelectorAll("button[data-do]").forEach((button) => button.addEventListener("click", () => {
      this.act(button.dataset.do);
      // Else the next press of the space bar would press it again.
      button.blur();
    }));
    document.addEventListener("keydown", (event) => this.key(event));
    this.place.addEventListener("click", (event) => this.click(event));
    ["mouseover", "focusin"].forEach((name) => this.place.addEventListener(name, (event) => this.hover(event)));
    this.loans.start();
    await this.next();
  }

  // What is decided is told before more is asked for. What is left undecided stays lent, so that it does not come again.
  next() {
    // However often it is asked for meanwhile.
    this.asking ??= this.lend().finally(() => { this.asking = null; });
    return this.asking;
  }

  async lend() {
    this.say("Looking for items.");
    await this.deciding.sending;
    const { name, found } = await this.loans.lend(AT_ONCE);
    this.cells.forEach((cell) => this.watch.unobserve(cell.element));
    this.visible.clear();
    this.cells = found.map((item, place) => 
      new Cell({ nearest: null, picture: null, ...item }, place, this.deciding.begin(item)));
    this.loans.borrowed.push({ name, entries: this.cells });
    this.place.replaceChildren(...this.cells.map((cell) => cell.element));
    this.cells.forEach((cell) => this.watch.observe(cell.element));
    this.anchor = 0;
    this.done = [];
    this.say(found.length === 0 ? "There is nothing more to look at." : "");
    this.tell();
    if (this.cells.length > 0) {
      this.cells[0].element.focus({ preventScroll: true });
    }
  }

  cellOf(event) {
    const element = event.target instanceof Element ? event.target.closest(".cell") : null;
    return element === null ? null : this.cells[Number(element.dataset.place)];
  }

  click(event) {
    const cell = this.cellOf(event);
    if (cell === null) {
      return;
    }
    const place = this.cells.indexOf(cell);
    if (event.shiftKey) {
      const [from, to] = [Math.min(this.anchor, place), Math.max(this.anchor, place)];
      this.select(this.cells.slice(from, to + 1), true);
    } else {
      this.select([cell], !cell.selected);
      this.anchor = place;
    }
  }

  // One plays at a time, unless all do: sixty would be too many for most machines.
  hover(event) {
    const cell = this.cellOf(event);
    if (cell !== null && !this.playing) {
      this.cells.forEach((other) => other.play(other === cell));
    }
  }

  playVisible() {
    if (this.playing) {
      this.cells.forEach((cell) => cell.play(this.visible.has(cell.element)));
    }
  }

  select(cells, selected) {
    cells.forEach((cell) => {
      cell.selected = selected;
      cell.tell();
    });
    this.tell();
  }

  key(event) {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
    if (typing && event.key === "Escape") {
      event.target.blur();
    }
    if (typing || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const does = { a: "accept", r: "reject", l: "again", u: "undo", n: "next", "*": "all", Escape: "none", i: "invert", p: "play",
      "?": "help", ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down", o: "open" }[event.key];
    // A held key may walk, but decides once.
    if (does !== undefined && !(event.repeat && ["accept", "reject", "again", "undo", "next"].includes(does))) {
      event.preventDefault();
      this.act(does);
    }
  }

  act(does) {
    switch (does) {
      case "accept": this.decide("accepted", ""); break;
      case "reject": this.decide("rejected", this.reason.value); break;
      case "again": this.decide("look-again", this.reason.value); break;
      case "undo": this.undo(); break;
      case "next": this.next().catch((error) => this.fail(error)); break;
      case "all": this.select(this.cells.filter((cell) => cell.decision === null), true); break;
      case "none": this.select(this.cells, false); break;
      case "invert": this.cells.filter((cell) => cell.decision === null)
        .forEach((cell) => this.select([cell], !cell.selected)); break;
      case "play": this.playAll(); break;
      case "help": this.help(); break;
      case "open": this.open(); break;
      default: this.walk(does);
    }
  }

  playAll() {
    this.playing = !this.playing;
    this.root.querySelector("[data-do=play]").setAttribute("aria-pressed", String(this.playing));
    this.cells.forEach((cell) => cell.play(false));
    this.playVisible();
  }

  help() {
    const help = this.root.querySelector("#help");
    help.hidden = !help.hidden;
    this.root.querySelector("[data-do=help]").setAttribute("aria-expanded", String(!help.hidden));
  }

  get focused() {
    return this.cells.find((cell) => cell.element === document.activeElement) || null;
  }

  open() {
    if (this.focused !== null) {
      location.href = this.focused.item.page;
    }
  }

  walk(where) {
    const at = this.cells.indexOf(this.focused);
    const top = this.cells.length === 0 ? 0 : this.cells[0].element.offsetTop;
    const columns = Math.max(1, this.cells.filter((cell) => cell.element.offsetTop === top).length);
    const to = at === -1 ? 0 : at + { left: -1, right: 1, up: -columns, down: columns }[where];
    if (this.cells[to] !== undefined) {
      this.cells[to].element.focus();
    }
  }

  // What is selected; nothing is decided by accident where nothing is.
  decide(decision, reason) {
    const cells = this.cells.filter((cell) => cell.selected);
    if (cells.length === 0) {
      this.say("Select first what is " + WORDS[decision] + ".");
      return;
    }
    this.done.push(cells.map((cell) => {
      const before = saidOf(cell);
      return { cell, before, said: this.send(cell, decision, reason) };
    }));
    this.select(cells, false);
    this.reason.value = "";
    this.say(cells.length + " " + WORDS[decision] + ".");
  }

  undo() {
    const last = this.done.pop();
    if (last === undefined) {
      this.say("There is nothing to undo.");
      return;
    }
    last.forEach(({ cell, before, said }) => {
      this.deciding.undo(cell, said, before, (error, refused) => this.refused(cell, error, refused));
      cell.tell();
    });
    this.tell();
    this.say(last.length + " as before.");
  }

  send(cell, decision, reason) {
    const said = this.deciding.tell(
      cell, decision, { reason }, (error, refused) => this.refused(cell, error, refused));
    cell.tell();
    return said;
  }

  refused(cell, error, said) {
    this.done = this.done.map((each) => each.filter((one) => one.said !== said)).filter((each) => each.length > 0);
    cell.tell();
    this.tell();
    this.fail(error, "It was not decided about " + cell.item.id + ": ");
  }

  tell() {
    const selected = this.cells.filter((cell) => cell.selected).length;
    const left = this.cells.filter((cell) => cell.decision === null).length;
    this.root.querySelector("#count").textContent = this.cells.length + " items, " + left + " not decided, " + selected
      + " selected";
    this.root.querySelectorAll("[data-do=accept], [data-do=reject], [data-do=again]").forEach((button) => {
      button.disabled = selected === 0;
    });
  }

  say(words) {
    this.state.textContent = words;
  }

  fail(error, words = "") {
    this.say(words + error.message + ".");
  }
}

const grid = new Grid(document.getElementById("grid"));
grid.start().catch((error) => grid.fail(error, "The items cannot be read: "));
