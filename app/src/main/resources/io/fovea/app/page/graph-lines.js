// The lines of the graph, with round corners and a small head where they end.

const RADIUS = 6;
const HEAD = 3;
const paths = new WeakMap();

/** One path of all lines; made once for each list of edges. */
export function linePath(edges) {
  if (!paths.has(edges)) paths.set(edges, edges.map((edge) => line(edge.points)).join(''));
  return paths.get(edges);
}

function line(points) {
  const path = [`M${at(points[0])}`];
  for (let i = 1; i < points.length - 1; i++) {
    const radius = Math.min(RADIUS, distance(points[i - 1], points[i]) / 2, distance(points[i], points[i + 1]) / 2);
    path.push(`L${at(towards(points[i], points[i - 1], radius))}`);
    path.push(`Q${at(points[i])} ${at(towards(points[i], points[i + 1], radius))}`);
  }
  const [x, y] = points[points.length - 1];
  path.push(`L${x},${y}M${x - HEAD},${y - HEAD - 1}L${x},${y - 1}L${x + HEAD},${y - HEAD - 1}`);
  return path.join('');
}

function at([x, y]) {
  return `${x},${y}`;
}

function distance([x, y], [otherX, otherY]) {
  return Math.hypot(otherX - x, otherY - y);
}

function towards(from, to, length) {
  const share = length / (distance(from, to) || 1);
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
}
