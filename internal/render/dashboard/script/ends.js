// A long ranking shows both its ends until the reader asks for the rest, and one that
// shows the first of more rows its beginning: its last row is none of the whole.

import { longRow } from './fit.js';
import { keepBands } from './narrow.js';

/** @import { Option } from './option.js' */

const mostBars = 10; // of both ends

// ranked is how many rows a chart has that is a ranking longer than its ends; 0: it is
// none.
/** @param {Option} option */
export function ranked(option) {
  const [axis, more] = option.yAxis ?? [];
  if (more || axis?.type !== 'category' || option.xAxis?.[0].type === 'category' || axis.data.length > longRow) return 0;
  const bars = option.series.filter((s) => s.type === 'bar' && s.data.length);
  if (!bars.length || axis.data.length < 2 * endRows(option) + 4) return 0;
  const numbers = bars[0].data.map(({ value }) => value).sort((a, b) => a[1] - b[1]).map(([number]) => number).filter((n) => n !== null);
  const sorted = (sign) => numbers.every((n, i) => !i || sign * (n - numbers[i - 1]) >= 0);
  return sorted(1) || sorted(-1) ? axis.data.length : 0;
}

// endRows is how many rows stand at each end.
/** @param {Option} option */
export function endRows(option) {
  const bars = option.series.filter((s) => s.type === 'bar' && s.data.length && !s.stack).length || 1;
  return Math.max(4, Math.floor(mostBars / bars / 2));
}

/** @param {Option} option */
export function keepEnds(option) {
  const axis = option.yAxis[0];
  const all = axis.data.length;
  const rows = endRows(option);
  const kept = option.layout.part ? (i) => i < 2 * rows : (i) => i < rows || i >= all - rows;
  option.layout.height *= (2 * rows) / all;
  keepBands(option, 'yAxis', axis, 0, 1, axis.data.map((_, i) => i).filter(kept));
}
