// Drill-down along the path of a treemap or a sunburst: the part that the reader
// chooses fills the whole picture, on the page and where it is saved.

import { isTree, itemsOf } from './items.js';

/** @import { Item, Option } from './option.js' */

// zoom makes the part under a path the whole.
/** @param {Option} option */
export function zoom(option, path) {
  const tree = path.length && option.series.find(isTree);
  if (!tree) return option;
  /** @type {Item} */
  const part = path.reduce((at, name) => at.children.find((item) => item.name === name), { children: tree.data });
  tree.data = tree.type === 'treemap' ? part.children : [part];
  option.series = [tree];
  if (option.legend) option.legend.data = [];
  for (const { item } of itemsOf(tree)) {
    item.label ??= { show: true, minAngle: 20 };
    item.datum.label ||= tree.type === 'treemap' ? `${item.name}\n${item.datum.text}` : item.name;
  }
  return option;
}

// below is the path that a mark opens: one level further than the figure shows.
/** @param {import('./figure.js').Figure} figure */
export function below(figure, item) {
  if (!figure.current.series.some(isTree)) return undefined;
  const above = item.datum.path ?? [];
  const whole = item.children ? [...above, item.name] : above;
  const next = whole.slice(0, figure.path.length + 1);
  return next.length > figure.path.length ? next : undefined;
}
