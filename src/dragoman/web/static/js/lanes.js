// The timeline: one lane per traveller, one bar per trip; dragging over it picks a stretch of time.

import { DAY, colour, prepare, whenResized } from "./drawing.js";

const TOP = 4, FOOT = 22, LANE = 18;  // pixels

export class Lanes {
  constructor(canvas, trips, { picked, onPick, onRelease }) {
    Object.assign(this, { canvas, trips, picked, onPick, onRelease });
    this.first = d3.min(trips.start) - 3;
    this.last = d3.max(trips.end) + 4;
    canvas.style.height = `${TOP + FOOT + Math.max(2, trips.lanes.length) * LANE}px`;
    whenResized(canvas, () => this.draw());
    canvas.addEventListener("pointerdown", (event) => this.begin(event));
    canvas.addEventListener("dblclick", () => { this.pick(null); this.onRelease(null); });
  }

  draw() {
    const { context, width, height } = prepare(this.canvas);
    const { lanes, lane, start, end, status, statuses, all } = this.trips;
    this.left = Math.min(170, width * 0.3);
    this.width = width;
    const high = (height - TOP - FOOT) / lanes.length;
    this.drawAxis(context, height);
    context.font = "12px system-ui, sans-serif";
    context.textBaseline = "middle";
    lanes.forEach(([, name], index) => {
      const y = TOP + index * high;
      context.fillStyle = colour("band");
      context.fillRect(this.left, y + 1, width - this.left, high - 2);
      context.fillStyle = colour("ink");
      context.fillText(shorten(context, name, this.left - 8), 0, y + high / 2);
    });
    const tones = statuses.map((name) => colour(name));
    const dimmed = all.length > 1500 ? 0.55 : 0.9;
    for (const trip of all) {
      const x = this.x(start[trip]), wide = Math.max(1.6, this.x(end[trip] + 1) - x - 0.5);
      const y = TOP + lane[trip] * high;
      context.globalAlpha = this.isPicked(trip) ? dimmed : 0.12;
      context.fillStyle = context.strokeStyle = tones[status[trip]];
      if (statuses[status[trip]] === "completed") context.fillRect(x, y + 2, wide, high - 4);
      else if (statuses[status[trip]] === "ongoing") context.fillRect(x, y + high / 2, wide, high / 2 - 2);
      else { context.lineWidth = 1; context.strokeRect(x + 0.5, y + 2.5, Math.max(1, wide - 1), high - 5); }
    }
    context.globalAlpha = 1;
    this.drawPicked(context, height);
  }

  drawAxis(context, height) {
    context.font = "11px system-ui, sans-serif";
    context.textBaseline = "alphabetic";
    const months = (this.last - this.first) / 30.4, room = (this.width - this.left) / 64;
    const step = [1, 2, 3, 6, 12, 24, 60, 120].find((n) => months / n <= room) || 240;
    const day = new Date(this.first * DAY);
    let month = Math.ceil((day.getUTCFullYear() * 12 + day.getUTCMonth() + 1) / step) * step;
    if (months < 1.5) month = day.getUTCFullYear() * 12 + day.getUTCMonth();
    context.strokeStyle = colour("line");
    context.fillStyle = colour("soft");
    for (; ; month += step) {
      const year = Math.floor(month / 12), date = new Date(Date.UTC(year, month % 12, 1));
      const x = this.x(Math.max(this.first, date.getTime() / DAY));
      if (x > this.width - 40) break;
      context.beginPath(); context.moveTo(x, TOP); context.lineTo(x, height - FOOT + 4); context.stroke();
      const name = step % 12 ? `${date.toLocaleString("en", { month: "short", timeZone: "UTC" })} ${year}` : `${year}`;
      context.fillText(name, x + 2, height - 5);
    }
  }

  drawPicked(context, height) {
    if (!this.picked) return;
    const [from, to] = [this.x(Math.max(this.first, this.picked[0])), this.x(Math.min(this.last, this.picked[1] + 1))];
    context.strokeStyle = colour("link");
    context.lineWidth = 2;
    context.strokeRect(from, 1, Math.max(2, to - from), height - FOOT);
  }

  x(day) { return this.left + ((day - this.first) / (this.last - this.first)) * (this.width - this.left); }

  dayAt(x) {
    const part = (x - this.left) / (this.width - this.left);
    return Math.round(this.first + Math.min(1, Math.max(0, part)) * (this.last - this.first));
  }

  isPicked(trip) {
    return !this.picked || (this.trips.start[trip] <= this.picked[1] && this.trips.end[trip] >= this.picked[0]);
  }

  pick(stretch) {
    this.picked = stretch;
    this.draw();
    this.onPick(stretch);
  }

  begin(event) {
    const left = this.canvas.getBoundingClientRect().left;
    const from = this.dayAt(event.clientX - left);
    const move = (moved) => {
      const to = this.dayAt(moved.clientX - left);
      if (Math.abs(moved.clientX - event.clientX) > 4) this.pick([Math.min(from, to), Math.max(from, to)]);
    };
    const done = (ended) => {
      this.canvas.removeEventListener("pointermove", move);
      if (Math.abs(ended.clientX - event.clientX) > 4) this.onRelease(this.picked);
    };
    this.canvas.setPointerCapture(event.pointerId);
    this.canvas.addEventListener("pointermove", move);
    this.canvas.addEventListener("pointerup", done, { once: true });
  }
}

function shorten(context, text, width) {
  let kept = text;
  while (kept.length > 3 && context.measureText(kept).width > width) kept = `${kept.slice(0, -2).trimEnd()}…`;
  return kept;
}
