// On every page: the search key, the announcement of changes, and where the focus goes after a part was replaced.

const announcement = document.getElementById("announcement");

export function announce(text) {
  announcement.textContent = "";
  requestAnimationFrame(() => { announcement.textContent = text; });
}

export function isTyping(event) {
  const target = event.target;
  return event.ctrlKey || event.metaKey || event.altKey || target.isContentEditable ||
    ["TEXTAREA", "SELECT"].includes(target.tagName) ||
    (target.tagName === "INPUT" && !["button", "submit", "checkbox", "radio", "range"].includes(target.type));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !isTyping(event)) {
    event.preventDefault();
    document.getElementById("q").focus();
  }
});

document.addEventListener("htmx:after:swap", () => {
  const heading = document.querySelector("[data-focus]");
  if (heading) {
    heading.focus({ preventScroll: true });
    announce(heading.dataset.focus || heading.textContent);
  }
});

if (matchMedia("(max-width: 56rem)").matches) document.querySelector(".filters details")?.removeAttribute("open");

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
