"use strict";

// Tells what a person decides.

// Milliseconds until the service is asked again, where it is away.
const ASKED_AGAIN = 1000;

// What is said of decisions that wait for the service.
function waiting(left) {
  return left === 0 ? "" : "The service is away. " + left + (left === 1 ? " decision waits" : " decisions wait")
    + " to be told: leave this page open.";
}

class Deciding {
  // `away` hears how many decisions wait for the service, and 0 once it is there again.
  constructor(away) {
    this.away = away;
    this.left = 0;
    this.isAway = false;
    this.sending = Promise.resolve();
    addEventListener("beforeunload", (event) => {
      if (this.isAway) {
        event.preventDefault();
      }
    });
  }

  // One after the other, so that the service takes them in this order.
  tell(decision) {
    // With the same time it is the same decision, also where only the answer was lost.
    const query = new URLSearchParams({ ...decision, at: Date.now() });
    this.left++;
    this.tellAway();
    const told = this.sending.then(() => this.untilAnswered("/api/reviews/decisions?" + query))
      .finally(() => { this.left--; });
    this.sending = told.catch(() => {});
    return told;
  }

  async untilAnswered(address) {
    for (;;) {
      try {
        const answer = await asked(address, "POST");
        this.isThere();
        return answer;
      } catch (error) {
        if (!error.away) {
          this.isThere();
          throw error;
        }
        this.isAway = true;
        this.tellAway();
        await new Promise((then) => setTimeout(then, ASKED_AGAIN));
      }
    }
  }

  tellAway() {
    if (this.isAway) {
      this.away(this.left);
    }
  }

  isThere() {
    if (this.isAway) {
      this.isAway = false;
      this.away(0);
    }
  }
}
