// Travel: map, timeline and table show the same trips; a stretch picked on the timeline narrows all three.

import { announce } from "./app.js";
import { DAY } from "./drawing.js";
import { Lanes } from "./lanes.js";
import { WorldMap } from "./map.js";

const drawn = document.getElementById("travel");
const tip = document.getElementById("map-tip");
if (drawn && window.d3 && window.topojson) start();

async function start() {
  const [trips, world] = await Promise.all([drawn.dataset.trips, drawn.dataset.world].map((url) => fetch(url).then((r) => r.json())));
  trips.all = trips.start.map((_, index) => index);
  if (!trips.all.length) {
    drawn.dataset.ready = "nothing to draw";
    return;
  }
  for (const part of drawn.querySelectorAll("[hidden]")) part.hidden = false;
  const form = document.getElementById("dates");
  const picked = stretchOf(form);
  const map = new WorldMap(document.getElementById("map"), world, trips);
  const lanes = new Lanes(document.getElementById("lanes"), trips, {
    picked,
    onPick: () => map.show(trips.all.filter((trip) => lanes.isPicked(trip))),
    onRelease: (stretch) => refresh(form, stretch),
  });
  map.show(trips.all.filter((trip) => lanes.isPicked(trip)));
  tellPlaces(map, trips);
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    lanes.pick(stretchOf(form));
    refresh(form, stretchOf(form));
  });
  drawn.dataset.ready = "yes";
}

function stretchOf(form) {
  const [from, to] = [form?.elements.from.value, form?.elements.to.value];
  if (!from && !to) return null;
  return [from ? Date.parse(from) / DAY : -1e6, to ? Date.parse(to) / DAY : 1e6];
}

function refresh(form, stretch) {
  const url = new URL(location.href);
  url.searchParams.delete("cursor");
  const iso = (day) => (Math.abs(day) >= 1e6 ? "" : new Date(day * DAY).toISOString().slice(0, 10));
  [["from", stretch && iso(stretch[0])], ["to", stretch && iso(stretch[1])]].forEach(([name, value]) => {
    if (form) form.elements[name].value = value || "";
    if (value) url.searchParams.set(name, value); else url.searchParams.delete(name);
  });
  history.replaceState(null, "", url);
  htmx.ajax("GET", url.pathname + url.search, { target: "#results", select: "#results", swap: "outerHTML" })
    .then(() => announce(document.querySelector("#results caption, #results .none")?.textContent || ""));
}

function tellPlaces(map, trips) {
  const canvas = map.canvas;
  const at = (event) => {
    const box = canvas.getBoundingClientRect();
    return map.placeAt(event.clientX - box.left, event.clientY - box.top);
  };
  canvas.addEventListener("pointermove", (event) => {
    const spot = at(event);
    canvas.classList.toggle("pointing", Boolean(spot));
    if (spot) tip.textContent = told(spot, trips);
  });
  canvas.addEventListener("click", (event) => {
    const spot = at(event);
    if (!spot) return;
    const url = new URL(drawn.dataset.trips, location.href);
    const days = new URLSearchParams(location.pathname === "/travel" ? location.search : "");
    url.pathname = "/travel";
    for (const name of ["from", "to"]) if (days.get(name)) url.searchParams.set(name, days.get(name));
    url.searchParams.set("place", trips.places[spot.place][4]);
    location.assign(url);
  });
}

function told(spot, trips) {
  const [, , name, country] = trips.places[spot.place];
  const parts = [...spot.by].sort((a, b) => b[1] - a[1]).map(([which, count]) => `${count} ${trips.words[which]}`);
  return `${name}${country ? `, ${country}` : ""}: ${parts.join(", ")}. Click to see only these.`;
}
