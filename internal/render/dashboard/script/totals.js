// What stands under the numbers of a table: the sum of parts of a whole, else the
// highest, the middle and the lowest of many. A sum that the chart does not draw
// might count some twice, and is not there. The sum of all rows comes with the page.

import { make } from './dom.js';
import { numbersOf, total } from './sums.js';
import { interfaceWords } from './words.js';

const manyRows = 8;

// totals are the lines under the rows that a table shows.
export function totals({ columns, shown, rows }) {
  const kinds = columns.some((c) => c.whole) ? ['sum'] : shown.length >= manyRows ? ['highest', 'median', 'lowest'] : [];
  if (columns[0].most || !kinds.length) return []; // a number leaves no place for a name
  const numbers = columns.map((c, i) => c.most && numbersOf(shown.map((row) => row.cells[i])));
  return kinds.map((kind) => {
    const line = make('tr');
    const head = make('th', '', interfaceWords[kind]);
    head.scope = 'row';
    if (kind === 'sum' || kind === 'median') head.append(make('span', 'mark', interfaceWords.computed));
    const whole = kind === 'sum' && shown.length === rows.length;
    line.append(head, ...numbers.map((all, i) => make('td', 'number', all ? (whole && columns[i].total) || total(kind, all) : '')).slice(1));
    return line;
  });
}

