"use strict";

// Draws what the verdict on a face's sound rests on: the wave form with where somebody speaks, mouth, loudness and
// voice 24 times a second, and how well mouth and sound fit at each lag.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1000;
const HEIGHT = 100;
// Above this probability a window counts as speech.
const SPEAKS = 0.5;
const COLUMNS = 500;

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error("the service answered " + answer.status);
  }
  return answer;
}

function drawn(name, attributes, words) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (words !== undefined) {
    element.textContent = words;
  }
  return element;
}

// From the lower edge (0) to the upper one (1).
function high(value) {
  return ((1 - Math.max(0, Math.min(1, value))) * HEIGHT).toFixed(2);
}

function shown(number) {
  return Number(number.toPrecision(3));
}

// The places at which a series is in seconds, as a path.
function path(values, scaled, at) {
  return values.map((value, i) => (i === 0 ? "M" : "L") + at(i).toFixed(2) + " " + scaled(value)).join("");
}

class SpeechFigure {
  constructor(root) {
    this.root = root;
    this.wave = root.querySelector("[data-shows=wave]");
    this.series = root.querySelector("[data-shows=series]");
    this.lags = root.querySelector("[data-shows=lags]");
  }

  async start() {
    const sync = await fetched(this.root.dataset.sync).then((answer) => answer.json());
    if (!["mouth", "loudness", "voice"].every((name) => Array.isArray(sync[name])) || !(sync.perSecond > 0)) {
      throw new Error("sync.json has no series");
    }
    this.sync = sync;
    this.seconds = sync.mouth.length / sync.perSecond;
    this.drawSeries();
    this.drawLags();
    this.tellScore();
    await this.drawWave();
    this.follow();
  }

  drawSeries() {
    const at = (i) => ((i + 0.5) * WIDTH) / this.sync.mouth.length;
    // The mouth has no bound of its own.
    const widest = Math.max(...this.sync.mouth, 1e-9);
    this.series.append(
      drawn("line", { class: "limit", x1: 0, x2: WIDTH, y1: high(SPEAKS), y2: high(SPEAKS) }),
      drawn("path", { class: "curve voice", d: path(this.sync.voice, high, at) }),
      drawn("path", { class: "curve loudness", d: path(this.sync.loudness, high, at) }),
      drawn("path", { class: "curve mouth", d: path(this.sync.mouth, (value) => high(value / widest), at) }));
    this.say("mouth", shown(widest));
  }

  drawLags() {
    const fits = this.sync.score.atLag;
    const most = (fits.length - 1) / 2;
    const at = (i) => (i * WIDTH) / (fits.length - 1);
    // −1 to 1.
    const scaled = (value) => high((value + 1) / 2);
    const best = at(most + this.sync.score.lag);
    this.lags.append(
      drawn("line", { class: "zero", x1: 0, x2: WIDTH, y1: scaled(0), y2: scaled(0) }),
      drawn("line", { class: "lag", x1: best, x2: best, y1: 0, y2: HEIGHT }),
      drawn("path", { class: "curve mouth", d: path(fits, scaled, at) }));
    const words = this.sync.score.lag === 0 ? "at the same time" : Math.abs(this.sync.score.lag) + "/"
      + this.sync.perSecond + " s " + (this.sync.score.lag > 0 ? "later" : "earlier") + " than the sound";
    this.say("lag", "best fit " + shown(this.sync.score.loudness) + " with the mouth " + words
      + (this.sync.correctedFrames === 0 ? ", not corrected" : ", corrected"));
  }

  tellScore() {
    const { loudnessScore, voiceScore, margin } = this.sync.score;
    // As the stage computes it; a mouth that only flaps while somebody speaks fits by chance more often.
    const score = Math.max(loudnessScore, voiceScore - 0.4);
    const { score: least, margin: leastMargin } = this.root.dataset;
    this.say("score", "Score " + shown(score) + (least ? ", has to be at least " + least : "") + "; better than elsewhere"
      + " in the clip by " + shown(margin) + (leastMargin ? ", has to be at least " + leastMargin : "") + ".");
  }

  say(name, words) {
    this.root.querySelector("[data-says=" + name + "]").textContent = words;
  }

  async drawWave() {
    const bytes = await fetched(this.root.dataset.speech).then((answer) => answer.arrayBuffer());
    const sound = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes);
    const samples = sound.getChannelData(0);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 1e-9);
    const voice = this.sync.voice;
    voice.forEach((value, i) => {
      if (value > SPEAKS) {
        this.wave.append(drawn("rect", {
          class: "spoken", x: (i * WIDTH) / voice.length, y: 0, width: WIDTH / voice.length, height: HEIGHT,
        }));
      }
    });
    const column = samples.length / COLUMNS;
    let outline = "";
    for (let i = 0; i < COLUMNS; i++) {
      const part = samples.subarray(Math.floor(i * column), Math.max(Math.floor(i * column) + 1, Math.floor((i + 1) * column)));
      const most = part.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0) / loudest;
      const x = (i * WIDTH) / COLUMNS;
      outline += "M" + x + " " + high(0.5 + most / 2) + "V" + high(0.5 - most / 2) + "h" + WIDTH / COLUMNS + "V"
        + high(0.5 + most / 2) + "z";
    }
    this.wave.append(drawn("path", { class: "wave", d: outline }));
    const spoken = voice.filter((value) => value > SPEAKS).length / voice.length;
    this.say("voice", (100 * spoken).toFixed(0) + " % of " + this.seconds.toFixed(2) + " s");
  }

  // A line where a player is.
  follow() {
    const lines = [this.wave, this.series].map((figure) => {
      const line = drawn("line", { class: "now", x1: 0, x2: 0, y1: 0, y2: HEIGHT });
      figure.append(line);
      return line;
    });
    document.querySelectorAll("audio, video").forEach((player) =>
      player.addEventListener("timeupdate", () => lines.forEach((line) => {
        const x = Math.min(1, player.currentTime / this.seconds) * WIDTH;
        line.setAttribute("x1", x);
        line.setAttribute("x2", x);
      })));
  }
}

document.querySelectorAll(".sound-and-lips").forEach((root) => {
  new SpeechFigure(root).start().catch((error) => {
    root.querySelector("[data-says=score]").textContent = "The curves cannot be drawn: " + error.message + ".";
  });
});
