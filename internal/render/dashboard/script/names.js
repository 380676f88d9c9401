// Sets the names of dots where this room leaves them a place.

import { length, pixels } from './fit.js';
import { measure } from './measure.js';

// fitNames puts the name of a dot on the first side where it meets no dot, no
// other name, nor that of the axis, and no edge, and leaves it out where there is
// none: paper has other proportions than a phone.
/** @param {import('./option.js').Option} option */
export function fitNames({ series, grid = [], xAxis = [], yAxis = [] }, width, height) {
  grid.forEach((own, i) => {
    const clouds = series.filter((s) => s.type === 'scatter' && xAxis[s.xAxisIndex].gridIndex === i);
    const [x, y] = [xAxis, yAxis].map((all) => all.find((axis) => axis.gridIndex === i));
    if (x.type === 'value' && y.type === 'value' && clouds.some((s) => s.data.some((item) => item.label?.show))) {
      const beside = grid.map((g) => length(g.left, width)).filter((left) => left > width - length(own.right, width));
      fitCloud(clouds, own, [x, y], [Math.min(width, ...beside), width], height);
    }
  });
}

function fitCloud(clouds, grid, [x, y], [end, width], height) {
  const plot = plotOf(grid, x, y, width, height);
  const dots = clouds.flatMap((s) => s.data.map((item) => dotOf(s, item, plot, x, y)));
  const taken = dots.map((dot) => ({ left: dot.x - dot.r, right: dot.x + dot.r, top: dot.y - dot.r, bottom: dot.y + dot.r }));
  if (y.name) taken.push(nameOf(y, plot));
  const bounds = { ...plot, right: end, top: pixels(grid.top) };
  for (const { item, size, ...dot } of dots.filter(({ item }) => item.label?.show)) {
    const sides = sidesOf(dot, measure(item.datum.label, size), size * 1.25);
    const own = { left: dot.x - dot.r, top: dot.y - dot.r };
    const free = (box) => inside(box, bounds) && !taken.some((t) => meet(box, t) && !(t.left === own.left && t.top === own.top));
    const side = [item.label.position, 'right', 'left', 'top', 'bottom'].find((name) => sides[name] && free(sides[name]));
    item.label.show = Boolean(side);
    if (!side) continue;
    item.label.position = side;
    taken.push(sides[side]);
  }
}

// placed reports whether the place of a grid is that of its plot: one of several.
const placed = (grid) => grid.outerBoundsMode === 'none';

// plotOf is about where ECharts will draw the dots: beside and above the labels
// of the axes.
function plotOf(grid, x, y, width, height) {
  if (placed(grid)) {
    return { left: length(grid.left, width), right: width - length(grid.right, width), top: pixels(grid.top), bottom: height - pixels(grid.bottom) };
  }
  const size = y.axisLabel.fontSize;
  const ticks = y.axisLabel.formatter?.text ?? [];
  return {
    left: pixels(grid.left) + 8 + Math.max(0, ...ticks.map((text) => measure(text, size))),
    right: width - pixels(grid.right),
    top: pixels(grid.top) + (y.name ? y.nameGap + size : 0),
    bottom: height - pixels(grid.bottom) - 8 - size * (x.name ? 2.4 : 1.2),
  };
}

// nameOf is about where ECharts will write the name of the axis: above its end.
/** @param {import('./option.js').Axis} axis */
function nameOf({ name, nameGap, nameTextStyle: { fontSize } }, { left, top }) {
  return { left, right: left + measure(name, fontSize), top: top - nameGap - fontSize * 1.2, bottom: top - nameGap };
}

function dotOf(series, item, plot, x, y) {
  const part = ({ min, max, inverse }, v) => ((v - min) / (max - min) + (inverse ? -1 : 0)) * (inverse ? -1 : 1);
  return {
    item,
    size: item.label?.fontSize ?? series.label.fontSize,
    x: plot.left + part(x, item.value[0]) * (plot.right - plot.left),
    y: plot.bottom - part(y, item.value[1]) * (plot.bottom - plot.top),
    r: (item.symbolSize ?? series.symbolSize) / 2,
  };
}

// sidesOf are the boxes of a name around its dot.
function sidesOf({ x, y, r }, w, h) {
  const gap = r + 5;
  const box = (left, top) => ({ left, right: left + w, top, bottom: top + h });
  return { right: box(x + gap, y - h / 2), left: box(x - gap - w, y - h / 2), top: box(x - w / 2, y - gap - h), bottom: box(x - w / 2, y + gap) };
}

const inside = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;
const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
