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

// What a person said of an entry: on this page (`decision`), of keeping it (`vote`), why they want it looked at again
// (`wish`; null: they do not), how difficult it is (`grade`).
function saidOf({ decision, vote, wish, grade }) {
  return { decision, vote, wish, grade };
}

// Those who want an item looked at again, in one reason.
function wishesOf(wishes) {
  return wishes.map(({ reviewer, reason }) => [reviewer, reason].filter(Boolean).join(": ")).filter(Boolean)
    .join("; ").slice(0, 500);
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

  // What was said of an item before this page was opened.
  begin(item) {
    const own = item.wishes.find(({ reviewer }) => (reviewer || "") === this.reviewer);
    return { decision: null, vote: item.vote || null, wish: own ? own.reason || "" : null,
      grade: item.difficulty || null };
  }

  // What is decided about an entry's item. One after the other, so that the service takes them in this order; the entry
  // `waits` as long. Where it is refused, the entry is as before, and `refused` hears why, and what this gave back.
  tell(entry, decision, details, refused) {
    const state = decision === "look-again" ? { decision, wish: details.reason || "" } : { decision, vote: decision, wish: null };
    return this.become(entry, state, decision, details, refused);
  }

  // How difficult it is, which is no decision about keeping it; null: as difficult as what was measured says.
  grade(entry, grade, refused) {
    return grade === null ? this.become(entry, { grade }, "ungraded", {}, refused)
      : this.become(entry, { grade }, "graded", { difficulty: grade }, refused);
  }

  // Takes back what was `said`; the entry is as `before`. A part that was kept before is not known any more.
  undo(entry, said, before, refused) {
    if (said.decision === "graded") {
      this.grade(entry, before.grade, refused);
      return;
    }
    const { decision, vote, wish } = before;
    const state = vote === "trimmed" ? { decision: null, vote: null, wish } : { decision, vote, wish };
    const again = (reason) => this.become(entry, { ...state, wish: reason }, "look-again", { reason }, refused);
    if (said.decision === "look-again") {
      if (wish === null) {
        this.become(entry, state, "looked-again", {}, refused);
      } else {
        again(wish);
      }
    } else if (vote !== "accepted" && vote !== "rejected") {
      this.become(entry, state, "open", {}, refused);
    } else {
      // A vote that is told anew ends what is wanted, by whomever, unless that is told anew, too.
      this.become(entry, state, vote, {}, refused);
      if (wish !== null) {
        again(wish);
      } else if (decision === null && entry.item.wishes.length > 0) {
        again(wishesOf(entry.item.wishes));
      }
    }
  }

  become(entry, state, decision, details, refused) {
    entry.answered = entry.answered || saidOf(entry);
    entry.latest = entry.latest || {};
    Object.assign(entry, state);
    const { subset, id, params } = entry.item;
    const said = { subset, id, params, decision, ...details };
    Object.keys(state).forEach((key) => { entry.latest[key] = said; });
    this.send(entry, said).then(() => Object.assign(entry.answered, state), (error) => {
      // A later one may wait.
      Object.keys(state).filter((key) => entry.latest[key] === said)
        .forEach((key) => { entry[key] = entry.answered[key]; });
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
