// Review by keyboard: every key presses a button that is on the page. Keys can be changed and switched off.

import { announce, isTyping } from "./app.js";

const STORED = "dragoman-review-keys";
const DEFAULTS = {
  accept: "a", reject: "x", edit: "e", select: "s", next: "j", previous: "k", rest: "Enter", undo: "u", flag: "f", skip: "g", help: "?",
};

function keys() {
  try { return { ...DEFAULTS, ...JSON.parse(localStorage.getItem(STORED) || "{}") }; } catch { return { ...DEFAULTS }; }
}

const act = (name) => document.querySelector(`#review [data-act="${name}"]`);

function label() {
  const now = keys();
  for (const place of document.querySelectorAll("[data-key-of]")) {
    place.textContent = now.off ? "" : now[place.dataset.keyOf];
    place.hidden = Boolean(now.off);
  }
}

document.addEventListener("keydown", (event) => {
  const now = keys(), dialog = document.querySelector("dialog[open]");
  if (now.off || isTyping(event) || dialog || event.repeat) return;
  if (event.key === "Enter" && event.target.closest("a, button, summary, input")) return;
  const name = Object.keys(DEFAULTS).find((one) => now[one] === event.key || now[one] === event.key.toLowerCase());
  const button = name && act(name);
  if (button) { event.preventDefault(); button.click(); }
});

document.addEventListener("click", (event) => {
  const name = event.target.closest("[data-act]")?.dataset.act;
  if (name === "edit") { event.preventDefault(); open("edit-value"); }
  if (name === "select") { event.preventDefault(); select(); }
  if (name === "help") { event.preventDefault(); document.getElementById("help").showModal(); }
});

function open(id) {
  const part = document.getElementById(id);
  part.open = true;
  part.querySelector("input, select, textarea")?.focus();
}

// Another stretch of the sentence: drag over it, or move its ends by words with Shift and the arrows.
function select() {
  const words = document.querySelector("#review .sentence");
  words.tabIndex = 0;
  words.focus();
  const range = document.createRange();
  range.selectNodeContents(words.querySelector("mark.field") || words);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  announce("Select the words: Shift with left or right moves the end, Enter takes them, Escape leaves.");
  words.onkeydown = (event) => {
    if (event.key === "Escape") { words.onkeydown = null; selection.removeAllRanges(); act("accept")?.focus(); }
    if (event.shiftKey && ["ArrowLeft", "ArrowRight"].includes(event.key)) {
      event.preventDefault();
      selection.modify("extend", event.key === "ArrowRight" ? "forward" : "backward", "word");
    }
    if (event.key === "Enter") { event.preventDefault(); event.stopPropagation(); words.onkeydown = null; take(words, selection); }
  };
}

function take(words, selection) {
  const picked = selection.getRangeAt(0), before = document.createRange();
  before.setStart(words, 0);
  before.setEnd(picked.startContainer, picked.startOffset);
  const points = (text) => [...text].length;  // offsets count code points, as everywhere
  const text = picked.toString(), lead = text.length - text.trimStart().length;
  const start = Number(words.dataset.start) + points(before.toString()) + points(text.slice(0, lead));
  const form = document.getElementById("edit-form");
  form.elements.start.value = start;
  form.elements.end.value = start + points(text.trim());
  form.elements.value.value = text.trim();
  open("edit-value");
}

document.querySelector("[data-close]")?.addEventListener("click", (event) => {
  event.preventDefault();
  document.getElementById("help").close();
});

const settings = document.getElementById("keys-form");
settings?.addEventListener("submit", (event) => {
  event.preventDefault();
  const chosen = Object.fromEntries(Object.keys(DEFAULTS).map((name) => [name, settings.elements[name].value.trim() || DEFAULTS[name]]));
  const doubled = Object.values(chosen).length !== new Set(Object.values(chosen)).size;
  document.getElementById("keys-said").textContent = doubled ? "Two actions have the same key." : "Saved in this browser.";
  if (!doubled) localStorage.setItem(STORED, JSON.stringify({ ...chosen, off: settings.elements.off.checked }));
  label();
});
if (settings) {
  for (const [name, key] of Object.entries(keys())) {
    if (name === "off") settings.elements.off.checked = Boolean(key);
    else settings.elements[name].value = key;
  }
}
document.addEventListener("htmx:after:swap", label);
label();
