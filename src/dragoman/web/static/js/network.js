// The network: who met whom, laid out before it is shown; two sliders pick the months. The table beside it says the same.

import { announce } from "./app.js";
import { DAY, colour, labels, prepare, whenResized } from "./drawing.js";

const canvas = document.getElementById("net");
if (canvas && window.d3?.forceSimulation) start();

const STEPS = 260;  // after so many the layout moves no more that one could see

async function start() {
  const data = await fetch(canvas.dataset.edges).then((response) => response.json());
  if (!data.edges.length) {
    canvas.dataset.drawn = "0";
    return;
  }
  for (const part of document.querySelectorAll("#network [hidden]")) part.hidden = false;
  const nodes = data.nodes.map(([id, name, family], index) => ({ id, name, family, index, centre: id === data.centre }));
  const days = data.edges.map((edge) => edge[2]);
  const [first, last] = [d3.min(days), d3.max(days)];
  const sliders = ["since", "until"].map((id) => document.getElementById(id));
  sliders.forEach((slider, which) => {
    slider.min = first; slider.max = last; slider.value = which ? last : first;
    slider.addEventListener("input", draw);
    slider.addEventListener("change", () => announce(document.getElementById("stretch").textContent));
  });
  layOut(nodes, data.edges);
  let placed = [];

  function draw() {
    const [since, until] = sliders.map((slider) => Number(slider.value)).sort((a, b) => a - b);
    const edges = data.edges.filter((edge) => edge[2] >= since && edge[2] <= until);
    sliders.forEach((slider) => { slider.setAttribute("aria-valuetext", words(Number(slider.value))); });
    document.getElementById("stretch").textContent = `${words(since)} – ${words(until)}: ${edges.length} contacts`;
    placed = paint(nodes, edges);
    canvas.dataset.drawn = String(edges.length);
  }

  whenResized(canvas, draw);
  canvas.addEventListener("click", (event) => {
    const box = canvas.getBoundingClientRect();
    const near = placed.find(([x, y, radius]) => Math.hypot(x - event.clientX + box.left, y - event.clientY + box.top) < radius + 5);
    if (near) location.assign(`/network?actor=${encodeURIComponent(near[3].id)}`);
  });
}

function layOut(nodes, edges) {
  const weight = new Map();
  for (const [a, b] of edges) {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    weight.set(key, (weight.get(key) || 0) + 1);
  }
  const links = [...weight].map(([key, count]) => {
    const [source, target] = key.split(" ").map(Number);
    return { source, target, count };
  });
  d3.forceSimulation(nodes)
    .force("link", d3.forceLink(links).distance((link) => 90 - 8 * Math.min(6, link.count)).strength(0.25))
    .force("charge", d3.forceManyBody().strength(-220))
    .force("collide", d3.forceCollide(26))
    .force("x", d3.forceX().strength(0.06)).force("y", d3.forceY().strength(0.09))
    .stop().tick(STEPS);
}

function paint(nodes, edges) {
  const { context, width, height } = prepare(canvas);
  const [left, right] = d3.extent(nodes, (node) => node.x), [top, bottom] = d3.extent(nodes, (node) => node.y);
  const margin = 40;
  const x = (node) => margin + ((node.x - left) / (right - left || 1)) * (width - 2 * margin);
  const y = (node) => margin + ((node.y - top) / (bottom - top || 1)) * (height - 2 * margin);
  const counts = new Map(), pairs = new Map();
  for (const [a, b] of edges) {
    for (const end of [a, b]) counts.set(end, (counts.get(end) || 0) + 1);
    const key = a < b ? a * 1000 + b : b * 1000 + a;
    pairs.set(key, (pairs.get(key) || 0) + 1);
  }
  context.strokeStyle = colour("soft");
  for (const [key, count] of pairs) {
    const [a, b] = [nodes[Math.floor(key / 1000)], nodes[key % 1000]];
    context.globalAlpha = 0.45;
    context.lineWidth = Math.min(7, 0.6 + 0.8 * Math.sqrt(count));
    context.beginPath(); context.moveTo(x(a), y(a)); context.lineTo(x(b), y(b)); context.stroke();
  }
  context.globalAlpha = 1;
  const shown = nodes.filter((node) => counts.has(node.index) || node.centre)
    .sort((a, b) => (b.centre - a.centre) || (counts.get(b.index) || 0) - (counts.get(a.index) || 0));
  const placed = shown.map((node) => {
    const radius = node.centre ? 11 : Math.min(10, 3.5 + Math.sqrt(counts.get(node.index) || 0));
    shape(context, node, x(node), y(node), radius);
    return [x(node), y(node), radius, node];
  });
  labels(context, placed.map(([px, py, radius, node]) => ({ text: node.name, x: px, y: py, gap: radius + 3 })), width, height);
  return placed;
}

// People are discs, countries squares, organisations diamonds.
function shape(context, node, x, y, radius) {
  context.fillStyle = node.centre ? colour("hot") : colour({ person: "contact", country: "cooperation" }[node.family] || "other");
  context.beginPath();
  if (node.family === "person") context.arc(x, y, radius, 0, 2 * Math.PI);
  else if (node.family === "country") context.rect(x - radius, y - radius, 2 * radius, 2 * radius);
  else { context.moveTo(x, y - radius - 1); context.lineTo(x + radius + 1, y); context.lineTo(x, y + radius + 1); context.lineTo(x - radius - 1, y); }
  context.fill();
}

function words(day) {
  return new Date(day * DAY).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
}
