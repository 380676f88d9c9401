// What the reader's choice leaves of a chart.

import { itemsOf } from './items.js';
import { normal } from './text.js';

/** @import { Item, Option } from './option.js' */

// narrow takes what is lost out of an option: bands of an axis close up, series
// and panels lose their data, and marks without axes fade.
/** @param {Option} option */
export function narrow(option, lost) {
  if (!lost.size) return option;
  for (const s of option.series) if ([s.name, s.panel].some((name) => name && lost.has(normal(name)))) s.data = [];
  const seen = [['xAxis', 0], ['yAxis', 1]].map(([axes, dim]) => (option[axes] ?? []).map((axis, i) => closeUp(option, axes, axis, i, dim, lost)));
  const closed = (s) => seen[0][s.xAxisIndex] || seen[1][s.yAxisIndex];
  /** @param {Item} item */
  const gone = ({ name, datum }) => [name, ...(datum?.path ?? [])].some((text) => lost.has(normal(text)));
  for (const s of option.series) if (!closed(s)) for (const { item } of itemsOf(s)) if (gone(item)) fade(item, s);
  for (const s of option.series) if (s.renderItem?.$fn === 'note') s.data = s.data.filter(({ datum }) => !lost.has(normal(datum.label)));
  if (option.legend) option.legend.data = option.legend.data.filter(({ name }) => !lost.has(normal(name)));
  return option;
}

// closeUp takes what is lost out of an axis. It reports whether the axis lost any.
/** @param {Option} option */
function closeUp(option, axes, axis, index, dim, lost) {
  if (axis.type !== 'category') return false;
  const kept = axis.data.map((_, i) => i).filter((i) => !lost.has(normal(axis.data[i])));
  if (kept.length === axis.data.length) return false;
  keepBands(option, axes, axis, index, dim, kept);
  return true;
}

// keepBands leaves some bands of an axis, by their numbers, and moves the data on
// them.
/** @param {Option} option */
export function keepBands(option, axes, axis, index, dim, kept) {
  const to = new Map(kept.map((from, i) => [from, i]));
  axis.data = kept.map((i) => axis.data[i]);
  for (const s of option.series) {
    const fn = s.renderItem;
    if (s[`${axes}Index`] !== index || fn?.$fn === 'over') continue;
    if (fn) fn[dim === 0 ? 'xBands' : 'yBands'] = kept.length;
    const band = fn?.$fn === 'cell' ? (v) => Math.floor(v + 1e-9) : Math.round;
    s.data = s.data.filter((item) => to.has(band(item.value[dim])));
    for (const item of s.data) item.value[dim] += to.get(band(item.value[dim])) - band(item.value[dim]);
  }
}

// fade leaves a mark without its label. Custom marks keep their text element, in
// which ECharts would else leave the old text.
/** @param {Item} item */
function fade(item, series) {
  for (const style of ['itemStyle', 'lineStyle']) item[style] = { ...item[style], opacity: 0.12 };
  if (series.type === 'treemap' && item.itemStyle.color) item.itemStyle.color += '1f'; // it has no opacity
  if (series.renderItem && item.datum) item.datum.label = '';
  else item.label = { ...item.label, show: false };
}
