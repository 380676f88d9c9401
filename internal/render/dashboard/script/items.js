// The marks of a series, as ECharts counts them.

/** @import { Series } from './option.js' */

/** @param {Series} series */
export const isTree = ({ type }) => type === 'treemap' || type === 'sunburst';

// itemsOf are the marks of a series: the links of a sankey, then all data, those
// of a tree after the one that they are parts of.
/** @param {Series} series */
export function itemsOf(series) {
  const { data, links = [] } = series;
  const whole = (item) => [item, ...(item.children ?? []).flatMap(whole)];
  const root = isTree(series) ? 1 : 0; // ECharts puts one above all
  return [...links.map((item, dataIndex) => ({ item, dataIndex, dataType: 'edge' })), ...data.flatMap(whole).map((item, i) => ({ item, dataIndex: i + root, dataType: undefined }))];
}
