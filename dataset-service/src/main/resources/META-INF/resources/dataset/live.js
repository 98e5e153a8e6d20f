// Shows what the service sends in place of what it sent before, until that says it is done. The browser connects again
// by itself.
const live = document.getElementById("live");
const source = new EventSource(live.dataset.from);
source.onmessage = (event) => {
  live.innerHTML = event.data;
  if (live.querySelector("[data-done]")) {
    source.close();
  }
};
source.onerror = () => {
  if (source.readyState === EventSource.CLOSED) {
    live.insertAdjacentHTML("afterbegin", '<p class="bad">This is no longer live. Load the page again.</p>');
  }
};
