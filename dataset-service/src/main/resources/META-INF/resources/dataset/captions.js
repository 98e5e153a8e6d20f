"use strict";

// Draws the facts behind a caption: of a motion each one on the frames in which it holds, of a clip what was measured.

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 1000;
const ROW = 22;
const BAR = 14;

function drawn(name, attributes, words) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (words !== undefined) {
    element.textContent = words;
  }
  return element;
}

function named(fact) {
  const words = [fact.id, fact.predicate];
  [fact.side, fact.heading].forEach((word) => {
    if (word && word !== "none") {
      words.push(word);
    }
  });
  if (fact.count !== undefined) {
    words.push("×" + fact.count);
  }
  return words.join(" ");
}

function measured(fact) {
  return fact.measures.map((each) => each.rule + " " + each.value + " (" + each.bound + " " + each.threshold + ")").join(", ");
}

// The first video of the page shows the item's frames.
function show(frame, span, framesPerSecond) {
  const video = document.querySelector("video");
  if (video && framesPerSecond > 0) {
    video.currentTime = (frame - span.first + 0.5) / framesPerSecond;
  }
}

function timeline(facts) {
  const span = facts.span;
  const all = span.end - span.first;
  const svg = drawn("svg", {
    viewBox: "0 0 " + WIDTH + " " + ROW * facts.facts.length,
    role: "img",
    "aria-label": facts.facts.length + " facts on the frames " + span.first + " to " + (span.end - 1),
  });
  facts.facts.forEach((fact, i) => {
    const x = (WIDTH * (fact.frames.first - span.first)) / all;
    const width = (WIDTH * (fact.frames.end - fact.frames.first)) / all;
    const row = drawn("g", { class: "fact", tabindex: 0 });
    row.append(
      drawn("title", {}, "frames " + fact.frames.first + " to " + (fact.frames.end - 1) + ": " + measured(fact)),
      drawn("rect", { x: x.toFixed(1), y: ROW * i + 4, width: Math.max(2, width).toFixed(1), height: BAR }),
      drawn("text", { x: Math.min(x + 4, WIDTH - 260).toFixed(1), y: ROW * i + 15 }, named(fact)),
    );
    row.addEventListener("click", () => show(fact.frames.first, span, facts.framesPerSecond));
    svg.append(row);
  });
  return svg;
}

function table(facts) {
  const rows = Object.entries({ "shot size": facts.shotSize, characters: facts.characters, ...(facts.look || {}) });
  const element = document.createElement("table");
  element.className = "facts";
  rows.filter(([, value]) => value !== undefined).forEach(([key, value]) => {
    const row = element.insertRow();
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = key;
    row.append(head);
    row.insertCell().textContent = Array.isArray(value)
      ? value.map((each) => each.colour + " " + each.share).join(", ")
      : value;
  });
  return element;
}

async function start(figure) {
  const answer = await fetch(figure.dataset.facts);
  if (!answer.ok) {
    throw new Error("the service answered " + answer.status);
  }
  const facts = await answer.json();
  figure.replaceChildren(Array.isArray(facts.facts) ? timeline(facts) : table(facts));
}

document.querySelectorAll("[data-facts]").forEach((figure) => {
  start(figure).catch((error) => {
    figure.querySelector("[role=status]").textContent = "What was measured cannot be shown: " + error.message;
  });
});
