// Shows what the service sends in place of what it sent before. The browser connects again by itself.
const live = document.getElementById("live");
const source = new EventSource(live.dataset.from);
source.onmessage = (event) => {
  live.innerHTML = event.data;
};
