// Drill-down along the path of a treemap or a sunburst: the part that the reader
// chooses fills the whole picture. Areas keep their proportions.

import { button } from './dom.js';
import { interfaceWords } from './words.js';

/** @import { Option, Series } from './option.js' */

const starts = (path, head) => head.every((name, i) => path[i] === name);

// zoom leaves the marks under a path and spreads them over the room.
/** @param {Option} option */
export function zoom(option, path) {
  if (!path.length) return option;
  for (const s of option.series) {
    const fn = s.renderItem?.$fn;
    if (fn === 'cell') zoomCells(option, s, path);
    if (fn === 'sector') zoomSectors(s, path);
  }
  if (option.legend) option.legend.data = [];
  return option;
}

/** @param {Option} option */
function zoomCells(option, series, path) {
  series.data = series.data.filter((item) => starts(item.datum.path ?? [], path));
  const [x0, y0, x1, y1] = series.data.reduce(([a, b, c, d], { value: [x, y, w, h] }) => [Math.min(a, x), Math.min(b, y), Math.max(c, x + w), Math.max(d, y + h)], [1, 1, 0, 0]);
  for (const item of series.data) {
    const [x, y, w, h] = item.value;
    item.value = [(x - x0) / (x1 - x0), (y - y0) / (y1 - y0), w / (x1 - x0), h / (y1 - y0)];
    item.datum.label ||= `${item.name}\n${item.datum.text}`;
    item.label ??= { show: true, position: 'inside', color: inkOn(item.itemStyle.color) };
  }
  for (const notes of option.series.filter((s) => s.renderItem?.$fn === 'note')) {
    notes.data = notes.data.filter(({ value: [x, y] }) => x > x0 && x < x1 && y > y0 && y < y1);
    for (const item of notes.data) item.value = [(item.value[0] - x0) / (x1 - x0), (item.value[1] - y0) / (y1 - y0)];
  }
}

/** @param {Series} series */
function zoomSectors(series, path) {
  const whole = (item) => [...(item.datum.path ?? []), item.name];
  series.data = series.data.filter((item) => starts(whole(item), path));
  const [from, to] = series.data.find((item) => whole(item).length === path.length).value;
  for (const item of series.data) {
    const [a, b, inner, outer] = item.value;
    item.value = [(a - from) / (to - from), (b - from) / (to - from), inner, outer];
    if (item.label || (b - a) / (to - from) < 0.06) continue;
    item.datum.label ||= item.name;
    item.label = { show: true, position: 'inside', color: inkOn(item.itemStyle.color) };
  }
}

// inkOn is black or white, whichever reads better on a colour.
function inkOn(color) {
  const [r, g, b] = [1, 3, 5].map((i) => (parseInt(color.slice(i, i + 2), 16) / 255) ** 2.2);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.18 ? '#1a1d21' : '#ffffff';
}

// below is the path that a mark opens: one level further than the figure shows.
/** @param {import('./figure.js').Figure} figure */
export function below(figure, item) {
  const above = item.datum?.path;
  if (!above) return undefined;
  const whole = figure.current.series.some((s) => s.renderItem?.$fn === 'sector') ? [...above, item.name] : above;
  const next = whole.slice(0, figure.path.length + 1);
  return next.length > figure.path.length ? next : undefined;
}

// crumbs lead back up.
/** @param {import('./figure.js').Figure} figure */
export function crumbs(figure) {
  figure.trail.setAttribute('aria-label', interfaceWords.path);
  const steps = figure.path.length ? [interfaceWords.all, ...figure.path] : [];
  figure.trail.replaceChildren(...steps.map((name, i) => {
    const step = button(name, () => figure.open(figure.path.slice(0, i)));
    if (i === figure.path.length) step.setAttribute('aria-current', 'true');
    return step;
  }));
}
