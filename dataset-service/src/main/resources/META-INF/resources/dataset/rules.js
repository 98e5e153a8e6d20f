"use strict";

// The page /review/rules: applies a rule, or takes one back, portion by portion, and says how far it is. What is broken
// off in the middle stays as it is; the same rule goes on with the rest.

const MOST_IDLE = 3;

const state = document.querySelector("#state");
const buttons = [...document.querySelectorAll("button[data-do]")];

async function portions(address, items, words) {
  let done = 0;
  let left = items;
  let idle = 0;
  buttons.forEach((button) => { button.disabled = true; });
  try {
    while (left > 0) {
      state.textContent = words + " " + done + " of " + items + " …";
      const portion = await asked(address(left), "POST");
      // People may have been faster than one portion, but not again and again.
      idle = portion.decided === 0 ? idle + 1 : 0;
      if (portion.left > 0 && idle === MOST_IDLE) {
        throw new Error("nothing more could be decided, and " + portion.left + " items are left");
      }
      done += portion.decided;
      left = portion.left;
    }
    // Shows what came of it.
    location.href = "/review/rules";
  } catch (fault) {
    state.textContent = words + " " + done + " of " + items + ", then: " + fault.message;
    buttons.forEach((button) => { button.disabled = false; });
  }
}

buttons.forEach((button) => button.addEventListener("click", () => {
  if (button.dataset.do === "undo") {
    const rule = encodeURIComponent(button.dataset.rule);
    portions(() => "/api/reviews/rules/undo?rule=" + rule, Number(button.dataset.items), "Taken back:");
  } else {
    const { rule, items } = document.querySelector("#preview").dataset;
    portions((left) => "/api/reviews/rules?" + rule + "&expected=" + left, Number(items), "Decided:");
  }
}));
