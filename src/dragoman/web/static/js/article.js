// An article: its marked words and what was read from them show each other; n and p go from mark to mark.

import { announce, isTyping } from "./app.js";

const marks = [...document.querySelectorAll(".text mark, .headline mark")];
const cards = new Map([...document.querySelectorAll(".found .entry")].map((card) => [card.id, card]));

function show(key, { from } = {}) {
  for (const mark of marks) mark.classList.toggle("on", mark.dataset.of.split(" ").includes(key));
  for (const card of cards.values()) card.classList.toggle("on", card.id === key);
  const card = cards.get(key);
  if (!card) return;
  const other = from === "text" ? card : marks.find((mark) => mark.classList.contains("on"));
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  other?.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  announce(card.querySelector(".told").textContent);
}

for (const mark of marks) {
  const open = () => show(mark.dataset.of.split(" ")[0], { from: "text" });
  mark.addEventListener("click", open);
  mark.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(); }
  });
}
for (const card of cards.values()) card.querySelector("button").addEventListener("click", () => show(card.id));

document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  if (event.key === "Escape") show("");
  const step = { n: 1, p: -1 }[event.key];
  if (!step) return;
  const told = marks.filter((mark) => mark.tabIndex === 0);
  const at = told.indexOf(document.activeElement);
  const next = told[(at + step + told.length) % told.length];
  next?.focus();
  if (next) show(next.dataset.of.split(" ")[0], { from: "text" });
});

const asked = location.hash.slice(1);
if (cards.has(asked)) show(asked);
