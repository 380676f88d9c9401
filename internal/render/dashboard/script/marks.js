// The functions that an option may name ({"$fn": "tick", …}). Each takes the
// arguments of the option, which are plain data, and the series that it is for,
// and returns what ECharts calls. None of them makes code or HTML of a text.

import { broken, family, measure } from './measure.js';
import { tooltip } from './tooltip.js';

/** @import { Item } from './option.js' */

const functions = {
  // tick writes the label of the nearest tick of the table.
  tick: ({ at = [], text = [] }) => (value) => {
    let best = 0;
    at.forEach((v, i) => {
      if (Math.abs(v - value) < Math.abs(at[best] - value)) best = i;
    });
    return at.length ? text[best] : '';
  },

  // label is the text that the chart gave the datum; name is that of a rule.
  label: () => (params) => params.data?.datum?.label ?? '',
  name: () => (params) => params.data?.name ?? params.name ?? '',

  tooltip: (_, option) => (params) => tooltip([].concat(params), option),

  bar: (args, series) => (params, api) => {
    const across = args.yBands > 0;
    const item = series.data[params.dataIndex];
    const [along, value] = across ? [item.value[1], item.value[0]] : item.value;
    if (value == null) return null;
    const from = along + 0.5 + (args.offset ?? 0) - args.width / 2;
    const base = item.value[2];
    const corners = across
      ? [[base, from], [value, from + args.width]]
      : [[from, base], [from + args.width, value]];
    return rect(corners.map((c) => point(args, api, c)), item, series, true);
  },

  cell: (args, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    const [x, y, w, h] = item.value;
    return rect([[x, y], [x + w, y + h]].map((c) => point(args, api, c)), item, series, true);
  },

  // number is one large number under its name, with what is said of it below.
  number: (args, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    const [x, y, w] = item.value;
    const [left, top] = point(args, api, [x, y]);
    const room = point(args, api, [x + w, y])[0] - left - 8;
    const { fontSize, color } = series.label;
    const [name, value, ...rest] = (item.datum.label ?? '').split('\n');
    const big = Math.min(fontSize * 2.6, (fontSize * 2.6 * room) / measure(value, fontSize * 2.6));
    let at = top;
    const line = (text, size, style) => {
      const shown = broken(text, room, size);
      const child = { type: 'text', x: left, y: at, silent: true, style: { text: shown, fontSize: size, lineHeight: size * 1.35, fontFamily: family, fill: color, ...style } };
      at += shown.split('\n').length * size * 1.35;
      return child;
    };
    const shape = { x: left, y: top, width: room, height: 1 };
    const spot = { type: 'rect', shape, style: fill(item, series) };
    const texts = [line(name, fontSize), line(value, big, { fill: item.label.color, fontWeight: 'bold' }), ...rest.map((text) => line(text, fontSize))];
    shape.height = at - top;
    return { type: 'group', children: [spot, ...texts] };
  },

  note: (args, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    if (item.value.includes(null)) return null;
    const [x, y] = point(args, api, [item.value[0] + (args.xBands ? 0.5 : 0), item.value[1] + (args.yBands ? 0.5 : 0)]);
    return beside(item, series, api, x, y);
  },

  // over stands over the first row, at the left of the bars.
  over: (_, series) => (params) => {
    const { fontSize, color } = series.label;
    const style = { text: series.data[0].datum.label, fill: color, fontSize, fontFamily: family, verticalAlign: 'bottom' };
    return { type: 'text', x: params.coordSys.x, y: params.coordSys.y - 5, silent: true, style };
  },

  // end stands beside the end of a line, clear of the other ends.
  end: (args, series) => (params, api) => {
    const size = series.label.fontSize;
    const place = (item) => point(args, api, [item.value[0] + (args.xBands ? 0.5 : 0), item.value[1]]);
    const lines = (item) => {
      const [x] = place(item);
      return broken(item.datum.label, roomBeside(item.label?.position, x, api, size), size).split('\n').length;
    };
    const heights = series.data.map((item) => lines(item) * size * 1.3);
    const ys = spread(series.data.map((item) => place(item)[1]), heights, params.coordSys.y + params.coordSys.height);
    const item = series.data[params.dataIndex];
    return beside(item, series, api, place(item)[0], ys[params.dataIndex]);
  },
};

// revive puts the page's functions in the place of their names. A series' own
// functions get the series, all others the option.
export function revive(node, owner) {
  if (node === null || typeof node !== 'object') return node;
  if (Object.hasOwn(node, '$fn')) return functions[node.$fn](node, owner);
  for (const key of Object.keys(node)) {
    node[key] = revive(node[key], node.renderItem ? node : owner);
  }
  return node;
}

// point turns a place in the units of the chart's axes into pixels. On a band
// axis those are bands, 0.5 the middle of the first; ECharts knows only middles.
/**
 * @param {any} args
 * @param {any} api
 * @param {number[]} place
 */
function point(args, api, [x, y]) {
  return [coordinate(api, 0, args.xBands, x), coordinate(api, 1, args.yBands, y)];
}

function coordinate(api, dim, bands, v) {
  const pixel = (u) => api.coord(dim === 0 ? [u, 0] : [0, u])[dim];
  if (!bands) return pixel(v);
  const first = pixel(0);
  const step = bands > 1 ? pixel(1) - first : Math.abs([].concat(api.size([1, 1]))[dim]);
  return first + (v - 0.5) * step;
}

const gap = 6; // between a point and its text

/** @param {number[][]} corners */
function rect([[x0, y0], [x1, y1]], item, series, within = false) {
  const shape = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
  const out = { type: 'rect', shape, style: fill(item, series), emphasis: { style: { opacity: 0.85 } } };
  if (!item.label?.show) return out;
  const style = words(item, series);
  if (within && shape.width > 0 && item.label.position === 'inside') {
    const lines = Math.max(1, style.text.split('\n').length) * style.lineHeight;
    if (shape.height < lines || measure(style.text, style.fontSize) > shape.width - 4) return out;
  }
  return { ...out, textContent: { type: 'text', style, silent: true }, textConfig: { position: item.label.position, distance: 5 } };
}

// roomBeside is the width from a point to the edge of the canvas, on one side.
function roomBeside(position, x, api, size) {
  const right = api.getWidth() - x;
  return Math.max({ right: right - gap, left: x - gap }[position] ?? 2 * Math.min(x, right), 3 * size);
}

// beside is a text at a point, on the side that the label names; it breaks at
// the edge of the canvas.
/** @param {Item} item */
function beside(item, series, api, x, y) {
  const sides = {
    top: [0, -gap, 'center', 'bottom'], bottom: [0, gap, 'center', 'top'],
    left: [-gap, 0, 'right', 'middle'], right: [gap, 0, 'left', 'middle'],
  };
  const [dx, dy, align, verticalAlign] = sides[item.label?.position] ?? [0, 0, 'center', 'middle'];
  const style = { ...words(item, series), align, verticalAlign };
  style.text = broken(style.text, roomBeside(item.label?.position, x, api, style.fontSize), style.fontSize);
  return { type: 'text', x: x + dx, y: y + dy, silent: true, style };
}

// spread moves centres apart by their heights and keeps them above the bottom.
function spread(centres, heights, bottom) {
  const order = centres.map((_, i) => i).sort((a, b) => centres[a] - centres[b]);
  const out = [...centres];
  const gap = (a, b) => (heights[a] + heights[b]) / 2;
  order.forEach((i, k) => {
    if (k > 0) out[i] = Math.max(out[i], out[order[k - 1]] + gap(order[k - 1], i));
  });
  let limit = bottom;
  for (const i of order.reverse()) {
    out[i] = Math.min(out[i], limit - heights[i] / 2);
    limit = out[i] - heights[i] / 2;
  }
  return out;
}

/** @param {Item} item */
function words(item, series) {
  return {
    text: item.datum?.label ?? '',
    fill: item.label?.color ?? series.label?.color,
    fontSize: series.label?.fontSize,
    lineHeight: series.label?.fontSize * 1.3,
    fontWeight: item.label?.fontWeight ?? 'normal',
    fontFamily: family,
  };
}

/** @param {Item} item */
function fill(item, series) {
  const style = { ...series.itemStyle, ...item.itemStyle };
  return { fill: style.color, stroke: style.borderColor, lineWidth: style.borderWidth ?? 0, opacity: style.opacity ?? 1 };
}
