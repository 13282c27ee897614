"use strict";
(() => {
  const cards = [...document.querySelectorAll(".card")];
  const marks = [...document.querySelectorAll("mark[data-of]")];
  const announcement = document.getElementById("announcement");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const keysOf = (mark) => mark.dataset.of.split(" ");
  let shown = null;

  const scrollTo = (element, block) =>
    element?.scrollIntoView({ block, behavior: calm.matches ? "auto" : "smooth" });

  function show(card, { text = false, list = false, focus = false } = {}) {
    shown = card;
    for (const other of cards) {
      other.classList.toggle("on", other === card);
      other.querySelector("button").setAttribute("aria-pressed", String(other === card));
    }
    const tone = card ? getComputedStyle(card).getPropertyValue("--tone") : "";
    for (const mark of marks) {
      const belongs = card !== null && keysOf(mark).includes(card.id);
      mark.classList.toggle("on", belongs);
      mark.style.setProperty("--shown", belongs ? tone : "");
    }
    history.replaceState(null, "", card ? `#${card.id}` : location.pathname + location.search);
    announcement.textContent = card ? card.querySelector(".told").textContent : "";
    if (!card) return;
    const own = marks.filter((mark) => keysOf(mark).includes(card.id));
    if (text) scrollTo(own.find((mark) => mark.matches(".told") && keysOf(mark)[0] === card.id) ?? own[0], "center");
    if (list) scrollTo(card, "nearest");
    if (focus) card.querySelector("button").focus({ preventScroll: true });
  }

  function showNextAt(mark) {
    const keys = keysOf(mark);
    const key = keys[(keys.indexOf(shown?.id) + 1) % keys.length];
    show(document.getElementById(key), { list: true });
  }

  function step(by) {
    if (!cards.length) return;
    const at = shown ? cards.indexOf(shown) + by : by > 0 ? 0 : cards.length - 1;
    show(cards[(at + cards.length) % cards.length], { text: true, list: true, focus: true });
  }

  for (const card of cards) {
    card.querySelector("button").addEventListener("click", () => {
      if (card === shown) show(null);
      else show(card, { text: true });
    });
  }
  for (const mark of marks) {
    mark.addEventListener("click", () => showNextAt(mark));
    mark.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        showNextAt(mark);
      }
    });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
    else if (event.key === "Escape") show(null);
  });
  const start = cards.find((card) => `#${card.id}` === location.hash);
  if (start) show(start, { text: true, list: true });
})();
