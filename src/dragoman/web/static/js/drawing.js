// What the drawings share: colours from the style sheet, a canvas as sharp as the screen, and the sign of a status.

export const DAY = 86400000;

export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function prepare(canvas) {
  const box = canvas.getBoundingClientRect();
  const scale = window.devicePixelRatio || 1;
  canvas.width = Math.round(box.width * scale);
  canvas.height = Math.round(box.height * scale);
  const context = canvas.getContext("2d");
  context.setTransform(scale, 0, 0, scale, 0, 0);
  return { context, width: box.width, height: box.height };
}

// Planned is a ring, under way half a disc, done a disc, cancelled a cross, postponed a square, proposed a dot in a ring.
export function sign(context, status, x, y, radius) {
  const tone = colour(status);
  context.fillStyle = tone;
  context.strokeStyle = tone;
  context.lineWidth = 1.6;
  context.beginPath();
  switch (status) {
    case "completed": context.arc(x, y, radius, 0, 2 * Math.PI); context.fill(); break;
    case "ongoing":
      context.arc(x, y, radius, Math.PI / 2, 1.5 * Math.PI); context.fill();
      context.beginPath(); context.arc(x, y, radius, 0, 2 * Math.PI); context.stroke(); break;
    case "cancelled":
      context.moveTo(x - radius, y - radius); context.lineTo(x + radius, y + radius);
      context.moveTo(x + radius, y - radius); context.lineTo(x - radius, y + radius); context.stroke(); break;
    case "postponed": context.rect(x - radius, y - radius, 2 * radius, 2 * radius); context.stroke(); break;
    case "proposed":
      context.arc(x, y, radius, 0, 2 * Math.PI); context.stroke();
      context.beginPath(); context.arc(x, y, Math.max(1, radius / 4), 0, 2 * Math.PI); context.fill(); break;
    default: context.arc(x, y, radius, 0, 2 * Math.PI); context.stroke();
  }
}

export function whenResized(element, draw) {
  let width = 0;
  new ResizeObserver(() => {
    const now = Math.round(element.getBoundingClientRect().width);
    if (now && now !== width) { width = now; draw(); }
  }).observe(element);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
}

// Labels that fit: each is drawn only where it covers no earlier one.
export function labels(context, wanted, width, height) {
  const taken = [];
  context.font = "12px system-ui, sans-serif";
  context.textBaseline = "middle";
  for (const { text, x, y, gap, dodge = true } of wanted) {
    const long = context.measureText(text).width;
    const spots = [[x + gap, y], [x - gap - long, y]];
    if (dodge) spots.push([x - long / 2, y - gap - 7], [x - long / 2, y + gap + 7]);
    const spot = spots.find(([left, top]) => left >= 0 && left + long <= width && top > 7 && top < height - 7 &&
      !taken.some((box) => left < box[2] + 3 && left + long > box[0] - 3 && top - 7 < box[3] && top + 7 > box[1]));
    if (!spot) continue;
    taken.push([spot[0], spot[1] - 7, spot[0] + long, spot[1] + 7]);
    context.lineWidth = 3;
    context.strokeStyle = colour("sheet");
    context.strokeText(text, spot[0], spot[1]);
    context.fillStyle = colour("ink");
    context.fillText(text, spot[0], spot[1]);
  }
}
