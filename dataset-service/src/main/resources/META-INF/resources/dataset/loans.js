"use strict";

// What the queue's page has borrowed, so that nobody else is shown it meanwhile, and what it says of an item.

// Milliseconds; a loan ends after four of these.
const RENEWAL = 30000;

// With one of these, the service or what it needs may answer later: it can be asked again.
const ASK_AGAIN = [401, 502, 503, 504];

// What it throws is `away` where it can be asked again.
async function asked(address, method, signal = null) {
  const away = (error) => { throw Object.assign(new Error(error.message), { away: true }); };
  // What is decided arrives also where the page is left at once.
  const answer = await fetch(address,
    { method, signal, headers: { Accept: "application/json" }, keepalive: method === "POST" }).catch(away);
  if (answer.status === 204) {
    return null;
  }
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw Object.assign(new Error(problem.detail || "the service answered " + answer.status),
      { away: ASK_AGAIN.includes(answer.status) });
  }
  return answer.json().catch(away);
}

class Loans {
  constructor(filter) {
    this.address = "/api/reviews/loans";
    this.filter = filter;
    this.borrowed = [];
  }

  start() {
    setInterval(() => asked(this.all("renewed"), "POST").catch(() => {}), RENEWAL);
    // What this page has is free at once when it is left, and after a while when it is gone without a word.
    addEventListener("pagehide", () => navigator.sendBeacon(this.all("ended")));
    addEventListener("pageshow", (event) => {
      if (event.persisted) {
        location.reload();
      }
    });
  }

  // A loan whose items are all decided, and that told, may end.
  all(what) {
    this.borrowed = this.borrowed.filter((loan) =>
      loan.entries.some((entry) => entry.decision === null || entry.waits > 0));
    return this.address + "/" + what + "?" + this.borrowed.map((loan) => "borrower=" + loan.name).join("&");
  }

  // Under a new name each time: should the answer be lost, nobody renews it, and its items come back.
  async lend(most) {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const name = "page-" + Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const found = await asked(this.address + "?" + this.filter + "&borrower=" + name + "&limit=" + most, "POST");
    return { name, found };
  }
}

// When each frame is shown, in seconds from the first one: a face's list has seconds, a clip's has ticks. Null where it
// has neither.
function timesOf({ frames, timeBase }) {
  const second = timeBase === undefined ? 1 : timeBase.numerator / timeBase.denominator;
  const at = (frame) => (timeBase === undefined ? frame.time : frame.ticks) * second;
  return Array.isArray(frames) && frames.length > 0 && frames.every((frame) => Number.isFinite(at(frame)))
    ? frames.map((frame) => at(frame) - at(frames[0])) : null;
}

// First and last frame of the film; where none was said, that of the item.
function partOf(entry) {
  const { item, from, to } = entry;
  return [item.first + (from === null ? 0 : from), item.first + (to === null ? item.frames - 1 : to)];
}

// Whether it is a part and not all, and its end is not before its beginning.
function isPart(entry) {
  const [first, last] = partOf(entry);
  return last >= first && last - first + 1 < entry.item.frames;
}

// Into a list of terms.
function tellFacts(facts, entry) {
  const { item, grade, from, to } = entry;
  facts.replaceChildren();
  const add = (name, value) => {
    const term = document.createElement("dt");
    term.textContent = name;
    const text = document.createElement("dd");
    text.append(value);
    facts.append(term, text);
  };
  const link = document.createElement("a");
  link.href = item.page;
  link.textContent = item.id;
  add("Item", link);
  add("Subset", item.subset);
  add("Film", item.title + " (" + item.style + "), frames " + item.span);
  add("The stage says", item.outcome);
  if (item.nearest !== null) {
    const { rule, value, bound, threshold } = item.nearest;
    add("Nearest threshold", rule + " " + Number(value.toPrecision(4)) + ", has to be " + bound.replace("-", " ")
      + " " + Number(threshold.toPrecision(4)));
  }
  item.wishes.forEach(({ reviewer, reason }) =>
    add("Look again", (reviewer || "who said no name") + (reason ? ": " + reason : "")));
  if (grade !== null) {
    add("Difficulty", grade + ", as a person said");
  }
  if (from !== null || to !== null) {
    add("Part to keep", "frames " + partOf(entry).join(" to ") + " of the film");
  }
}
