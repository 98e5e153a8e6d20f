"use strict";

// Tells what a person decides.

// Milliseconds: until the service is asked again where it did not answer; until an answer counts as late; until it is
// not awaited any longer.
const ASKED_AGAIN = 1000;
const LATE = 3000;
const GIVEN_UP = 20000;

// What is said of decisions that wait for the service.
function waiting(left, why) {
  return left + (left === 1 ? " decision waits" : " decisions wait") + " to be told (" + why + "). Leave this page open.";
}

// Decision and vote of an entry; they differ where it is to be looked at again.
function saidOf({ decision, vote }) {
  return { decision, vote };
}

// The decisions that take back what was `undone`, so that it is as `before`. A part that was kept before is not known
// any more. A vote that is told anew ends what is wanted, unless that is told anew, too.
function takingBack(undone, before, wanted) {
  if (undone === "look-again") {
    return ["looked-again"];
  }
  if (before.vote !== "accepted" && before.vote !== "rejected") {
    return ["open"];
  }
  return wanted ? [before.vote, "look-again"] : [before.vote];
}

class Deciding {
  constructor(root) {
    this.reviewer = root.dataset.reviewer;
    this.away = root.querySelector("#away");
    this.left = 0;
    this.why = null;
    this.sending = Promise.resolve();
    addEventListener("beforeunload", (event) => {
      // One that is on its way arrives all the same.
      if (this.left > 1 || this.why !== null) {
        event.preventDefault();
      }
    });
  }

  // What is decided about an entry's item. One after the other, so that the service takes them in this order; the entry
  // `waits` as long. Where it is refused, the entry is as before, and `refused` hears why, and what this gave back.
  tell(entry, decision, details, refused) {
    return this.become(entry, { decision, vote: decision === "look-again" ? entry.vote : decision },
      decision, details, refused);
  }

  // Takes back what was `said`; the entry is as `before`.
  undo(entry, said, before, refused) {
    const wanted = before.decision === "look-again" || before.decision === null && entry.item.wishes.length > 0;
    const state = before.vote === "trimmed" ? { decision: null, vote: null } : before;
    takingBack(said.decision, before, wanted).forEach((each) => this.become(entry, state, each, {}, refused));
  }

  become(entry, state, decision, details, refused) {
    const before = saidOf(entry);
    Object.assign(entry, state);
    const { subset, id, params } = entry.item;
    const said = { subset, id, params, decision, ...details };
    this.send(entry, said).catch((error) => {
      // A later one may wait.
      if (entry.decision === state.decision) {
        Object.assign(entry, before);
      }
      refused(error, said);
    });
    return said;
  }

  send(entry, said) {
    // With the same time it is the same decision, also where only the answer was lost; whoever is named meanwhile.
    const query = new URLSearchParams({ ...said, at: Date.now() });
    if (this.reviewer !== "") {
      query.set("reviewer", this.reviewer);
    }
    this.left++;
    entry.waits = (entry.waits || 0) + 1;
    this.say();
    const told = this.sending.then(() => this.untilAnswered("/api/reviews/decisions?" + query)).finally(() => {
      this.left--;
      entry.waits--;
      this.say();
    });
    this.sending = told.catch(() => {});
    return told;
  }

  async untilAnswered(address) {
    for (;;) {
      const late = setTimeout(() => this.say("the service does not answer"), LATE);
      try {
        return await asked(address, "POST", AbortSignal.timeout(GIVEN_UP));
      } catch (error) {
        if (!error.away) {
          throw error;
        }
        this.say(error.message);
      } finally {
        clearTimeout(late);
      }
      await new Promise((then) => setTimeout(then, ASKED_AGAIN));
    }
  }

  // Until all are told, however soon the service is there again.
  say(why = this.why) {
    this.why = this.left === 0 ? null : why;
    this.away.textContent = this.why === null ? "" : waiting(this.left, this.why);
  }
}
