// Fits an option to its room: charts give way by rule on narrow screens, and get
// as high as their rows need.

import { broken, measure } from './measure.js';

/** @import { Option, Series } from './option.js' */

export const longRow = 60; // categories: a shorter row shows each of them

export const pixels = (v) => parseFloat(v) || 0;

// fit gives way by rule on narrow screens: the legend takes more rows, names of
// categories break, panels side by side stand under one another. It returns the
// height that the chart needs.
/** @param {Option} option */
export function fit(option, width) {
  const grids = option.grid ?? [];
  if (grids.length > 1 && width < option.layout.width * 0.7) {
    const height = pile(option);
    grids.forEach((grid, i) => fitCategories(option, grid, i, width));
    return height;
  }
  const extra = fitLegend(option, width);
  if (option.series.some((s) => s.type === 'pie')) option.layout.height = Math.max(option.layout.height, Math.min(200, width * 0.6));
  const height = bare(option) ? shrunk(option, width) : lower(option, width);
  if (bare(option) && !option.layout.rows) centre(option, width, height);
  for (const grid of grids) {
    Object.assign(grid, { top: Math.max(3, length(grid.top, height) + extra), bottom: length(grid.bottom, height) });
    if (grid.outerBoundsMode === 'same') grid.right = Math.min(pixels(grid.right), width * 0.42);
  }
  grids.forEach((grid, i) => fitCategories(option, grid, i, width));
  for (const s of option.series) {
    if (s.type === 'pie') fitPie(s, option, width);
    if (s.nodeGap) s.nodeGap = length(s.nodeGap, height);
  }
  if (width < option.layout.width * 0.7) quietLines(option);
  const above = grids.length === 1 ? lineUp(option, width) : 0;
  const rows = grids.length === 1 ? rowHeights(option) : undefined;
  const room = height + extra + above;
  option.layout.most = bare(option) || grids.length > 1 ? 0 : room; // how much higher it may get
  if (!rows) return Math.round(room);
  const least = room - grids[0].top - grids[0].bottom;
  const wanted = Math.min(Math.max(least, rows.least), rows.most);
  option.layout.most = rows.most - wanted;
  return Math.round(room + wanted - least);
}

// lower is the height of a chart, of upright columns and lines that are narrow no more
// than looks well.
/** @param {Option} option */
function lower({ layout, grid = [], xAxis }, width) {
  const upright = grid.length === 1 && xAxis?.[0].type === 'category';
  return upright && width < layout.width * 0.7 ? Math.min(layout.height, Math.max(240, width * 0.75)) : layout.height;
}

// lineUp sets the values of bars one under another at the right when a reference
// line would run through them, the lines over the bars, and the names of lines
// and bands one over another above the plot. It returns the height of the names
// beyond the first row.
/** @param {Option} option */
function lineUp(option, width) {
  const lines = option.series.flatMap((s) => s.markLine?.data ?? []).filter((line) => 'xAxis' in line);
  const bands = option.series.flatMap((s) => s.markArea?.data ?? []).filter(([from]) => 'xAxis' in from);
  if (!lines.length && !bands.length) return 0;
  const x = width - pixels(option.grid[0].right) + 5;
  for (const s of option.series) {
    if (s.type === 'bar') s.labelLayout = { x, align: 'left', verticalAlign: 'middle' };
    if (s.markLine) s.markLine.z = 3;
  }
  const row = Math.round(1.45 * option.xAxis[0].axisLabel.fontSize);
  const titled = option.series.some((s) => s.renderItem?.$fn === 'over');
  let up = titled && width < 480 ? row : 0; // no room beside the title
  const { min, max } = option.xAxis[0];
  for (const [{ label, xAxis: from }, { xAxis: to }] of bands) {
    if (!label.show) continue;
    const right = from + to > min + max;
    Object.assign(label, { position: [right ? '100%' : '0%', -5 - up], align: right ? 'right' : 'left', verticalAlign: 'bottom' });
    up += row;
  }
  for (const line of lines.filter(({ label }) => label.show)) {
    line.label.distance = [0, 5 + up];
    up += row;
  }
  const more = Math.max(0, up - row);
  option.grid[0].top += more;
  return more;
}

// rowHeights are the heights between which the rows of horizontal bars can be
// read and are not blocks.
/** @param {Option} option */
export function rowHeights(option) {
  const axis = option.yAxis.find((a) => a.type === 'category');
  if (!axis || option.xAxis.some((a) => a.type === 'category')) return undefined;
  const size = axis.axisLabel.fontSize;
  const lines = Math.max(1, ...axis.data.map((name) => named(axis, name).split('\n').length));
  const bars = new Set(option.series.filter((s) => s.type === 'bar').map((s, i) => s.stack || i)).size;
  const each = Math.max(20, lines * size * 1.25 + 6, bars * (size + 1) + 8);
  return { least: axis.data.length * each, most: axis.data.length * Math.max(64, bars * 32 + 16, each) };
}

// named is a name of a category as the axis writes it.
const named = ({ axisLabel }, name) => (typeof axisLabel.formatter === 'function' ? axisLabel.formatter(name) : name);

// bare reports whether the chart has no axes to see: its proportions count. A
// pie with nothing beside it keeps its own.
export const bare = ({ xAxis = [], series }) => xAxis.some((axis) => !axis.show) && series.some((s) => s.type !== 'pie' && s.data.length);

// centre keeps marks that have proportions, as a radar has, in the middle of a
// room that is wider or higher.
/** @param {Option} option */
function centre({ layout, grid }, width, height) {
  const scale = Math.min(width / layout.width, height / layout.height);
  const [w, h] = [layout.width * scale, layout.height * scale];
  const inset = (side, inner, outer) => (outer - inner) / 2 + length(side, inner);
  for (const g of grid) {
    const [left, right] = [g.left, g.right].map((side) => inset(side, w, width));
    const [top, bottom] = [g.top, g.bottom].map((side) => inset(side, h, height));
    Object.assign(g, { left, right, top, bottom });
  }
}

function shrunk({ layout }, width) {
  if (layout.rows) return layout.height;
  return Math.max(Math.min(layout.height, (width * layout.height) / layout.width), Math.min(layout.height, 240));
}

// length is a place of ECharts in pixels: a number of them, or a share.
export const length = (v, whole) => (String(v).endsWith('%') ? (parseFloat(v) / 100) * whole : pixels(v));

// fitLegend returns the pixels that the legend needs beyond its first row. The
// page has a legend of its own, of which the chart leaves out the row.
/** @param {Option} option */
function fitLegend({ legend, grid = [], layout, series }, width) {
  if (!legend) return 0;
  const circle = series.some((s) => s.type === 'pie' || s.type === 'sunburst'); // its middle is a share of the height
  if (legend.show === false) return grid.length === 1 && !circle ? -(layout.legend ?? 0) : 0;
  let rows = 1;
  let x = 0;
  for (const { name } of legend.data) {
    const w = legend.itemWidth + 5 + measure(name, legend.textStyle.fontSize);
    if (x > 0 && x + w > width) [rows, x] = [rows + 1, 0];
    x += w + legend.itemGap;
  }
  return (rows - 1) * (legend.textStyle.fontSize + legend.itemGap);
}

/** @param {Option} option */
function fitCategories(option, grid, index, width) {
  const of = (axes) => axes.filter((axis) => axis.gridIndex === index && axis.type === 'category').map((axis) => [axis, axis.axisLabel]);
  const narrow = ([axis, label], limit) => {
    const size = label.fontSize;
    if (axis.data.every((name) => measure(name, size) <= limit)) return;
    Object.assign(label, { formatter: (name) => broken(name, limit, size), hideOverlap: false, lineHeight: size * 1.25 });
  };
  for (const [axis, label] of of(option.yAxis)) {
    narrow([axis, label], Math.min(240, width * 0.4));
    if (label.align !== 'left') continue;
    const lines = axis.data.flatMap((name) => named(axis, name).split('\n'));
    label.margin = (label.margin ?? 8) + Math.max(...lines.map((line) => measure(line, label.fontSize))); // they begin where the longest does
  }
  const beside = grid.outerBoundsMode === 'same' ? 40 : 0; // the labels of the other axis
  const room = width - length(grid.left, width) - length(grid.right, width) - beside;
  for (const axis of of(option.xAxis)) {
    const each = room / axis[0].data.length - 6;
    if (each > axis[1].fontSize * 2) narrow(axis, each);
    thin(axis, each);
  }
}

// thin leaves out every other name, or more, where a word is wider than its room.
// The last is always there, as on paper.
function thin([axis, label], each) {
  const widest = axis.data.length > longRow ? measure(longest(axis.data), label.fontSize) : Math.max(...axis.data.map((name) => measure(named(axis, name), label.fontSize)));
  const every = Math.ceil(widest / (each + 6));
  const last = axis.data.length - 1;
  if (every > 1) label.interval = (index) => (last - index) % every === 0;
}

// longest is about the widest of many names, which would take long to measure.
function longest(names) {
  const wide = (name) => name.length + (name.match(/[^\0-\xff]/g) ?? []).length;
  return names.reduce((a, b) => (wide(b) > wide(a) ? b : a));
}

// quietLines leaves out the values at several lines, which had a clear place in
// the layout's width.
/** @param {Option} option */
function quietLines({ series }) {
  const lines = series.filter((s) => s.type === 'line' && s.data.length);
  if (lines.length < 2) return;
  for (const item of lines.flatMap((s) => s.data)) if (item.label) item.label.show = false;
}

// fitPie leaves room for labels beside the ring, which ECharts breaks.
/** @param {Series} series */
function fitPie(series, option, width) {
  const size = series.label.fontSize;
  const half = Math.min(width, option.layout.height) / 2;
  const radii = series.radius.map((r) => (pixels(r) / 100) * half);
  const outside = series.data.some((item) => item.label.position === 'outside');
  const shrink = outside ? Math.max(0.5, Math.min(1, (width / 2 - 6 * size - 28) / radii[1])) : 1;
  series.radius = radii.map((r) => r * shrink);
  for (const title of option.title ?? []) {
    if (title.textAlign !== 'center') continue;
    const { textStyle, subtextStyle } = title;
    textStyle.fontSize = Math.min(textStyle.fontSize, (textStyle.fontSize * 1.6 * series.radius[0]) / measure(title.text, textStyle.fontSize));
    if (subtextStyle) subtextStyle.fontSize = Math.min(subtextStyle.fontSize, textStyle.fontSize);
  }
}

// pile sets panels under one another and returns the height that they need.
/** @param {Option} option */
function pile(option) {
  const each = Math.max(200, option.layout.height * 0.7);
  const height = each * option.grid.length;
  option.grid.forEach((g, i) => {
    Object.assign(g, { left: 0, right: 8, top: i * each + 36, bottom: height - (i + 1) * each + 8, outerBoundsMode: 'same' });
    const title = option.title?.[i];
    if (title) Object.assign(title, { left: 0, top: i * each + 4 });
  });
  return height;
}
