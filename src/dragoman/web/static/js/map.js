// The map: one sign per place and status, as large as there are visits, and the ways between the stops of a trip.

import { colour, labels, prepare, sign, whenResized } from "./drawing.js";

const MOST_WAYS = 400;  // more lines than this are a tangle
const LABELS = 14;
const CROWDED = 60;  // with more places than this only the most frequent status of each is drawn, the text tells all

export class WorldMap {
  constructor(canvas, world, trips) {
    this.canvas = canvas;
    this.trips = trips;
    this.land = topojson.feature(world, world.objects.countries);
    this.borders = topojson.mesh(world, world.objects.countries, (a, b) => a !== b);
    this.shown = trips.all;
    this.spots = [];
    whenResized(canvas, () => { this.ground = null; this.draw(); });
  }

  show(shown) {
    this.shown = shown;
    this.draw();
  }

  draw() {
    const { context, width, height } = prepare(this.canvas);
    this.projection = d3.geoEqualEarth().rotate([-11, 0]).fitExtent([[2, 2], [width - 2, height - 2]], { type: "Sphere" });
    this.ground ||= this.drawGround(width, height);
    context.drawImage(this.ground, 0, 0, width, height);
    this.drawWays(context);
    this.drawPlaces(context, width, height);
  }

  drawGround(width, height) {
    const scale = window.devicePixelRatio || 1;
    const ground = document.createElement("canvas");
    ground.width = this.canvas.width;
    ground.height = this.canvas.height;
    const context = ground.getContext("2d");
    context.scale(scale, scale);
    const path = d3.geoPath(this.projection, context);
    const fill = (shape, tone) => { context.beginPath(); path(shape); context.fillStyle = colour(tone); context.fill(); };
    fill({ type: "Sphere" }, "water");
    fill(this.land, "land");
    context.beginPath();
    path(this.borders);
    context.strokeStyle = colour("border");
    context.lineWidth = 0.6;
    context.stroke();
    return ground;
  }

  drawWays(context) {
    const { stops, places } = this.trips;
    const tours = this.shown.filter((trip) => stops[trip].length > 1);
    if (!tours.length || tours.length > MOST_WAYS) return;
    const path = d3.geoPath(this.projection, context);
    context.strokeStyle = colour("ink");
    context.globalAlpha = Math.max(0.12, Math.min(0.7, 12 / tours.length));
    context.lineWidth = 1.2;
    for (const trip of tours) {
      context.beginPath();
      path({ type: "LineString", coordinates: stops[trip].map((place) => places[place].slice(0, 2)) });
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  drawPlaces(context, width, height) {
    const { stops, status, statuses, places } = this.trips;
    const counts = new Map();
    for (const trip of this.shown) {
      for (const place of new Set(stops[trip])) {
        if (!counts.has(place)) counts.set(place, new Map());
        const at = counts.get(place);
        at.set(status[trip], (at.get(status[trip]) || 0) + 1);
      }
    }
    const busiest = [...counts].map(([place, by]) => ({ place, by, all: [...by.values()].reduce((a, b) => a + b, 0) }))
      .sort((a, b) => b.all - a.all);
    const crowded = busiest.length > CROWDED;
    const small = width < 500 ? 0.75 : 1;
    context.globalAlpha = crowded ? 0.8 : 1;
    this.spots = busiest.map(({ place, by, all }) => {
      const [x, y] = this.projection(places[place].slice(0, 2));
      const [most, ...others] = [...by].sort((a, b) => b[1] - a[1]);
      const radius = Math.min(crowded ? 6 : 9, 2.6 + 0.55 * Math.sqrt(all)) * small;
      sign(context, statuses[most[0]], x, y, radius);
      if (!crowded) {
        others.forEach(([which], at) => sign(context, statuses[which], x + radius + 4 + at * 8, y - radius, 2.6));
      }
      return { place, x, y, radius, all, by };
    });
    context.globalAlpha = 1;
    const one = this.shown.length === 1 ? stops[this.shown[0]] : null;
    labels(context, this.spots.slice(0, LABELS).map(({ place, x, y, radius }) => ({
      text: one ? `${one.indexOf(place) + 1} ${places[place][2]}` : places[place][2], x, y, gap: radius + 4,
    })), width, height);
  }

  placeAt(x, y) {
    let found = null, nearest = 12;
    for (const spot of this.spots) {
      const distance = Math.hypot(spot.x - x, spot.y - y) - spot.radius;
      if (distance < nearest) { nearest = distance; found = spot; }
    }
    return found;
  }
}
