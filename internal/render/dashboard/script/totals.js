// What stands under the numbers of a table: the sum of parts of a whole, else the
// highest, the middle and the lowest of many. A sum that the chart does not draw
// might count some twice, and is not there.

const manyRows = 8;

// totals are the lines under the rows that a table shows.
function totals({ columns, shown }) {
  const kinds = columns.some((c) => c.whole) ? ['sum'] : shown.length >= manyRows ? ['highest', 'median', 'lowest'] : [];
  if (columns[0].most) return []; // no place for a name
  return kinds.map((kind) => {
    const line = make('tr');
    const head = make('th', '', interfaceWords[kind]);
    head.scope = 'row';
    if (kind === 'sum' || kind === 'median') head.append(make('span', 'mark', interfaceWords.computed));
    line.append(head, ...columns.slice(1).map((c, i) => make('td', 'number', c.most ? total(kind, shown.map((row) => row.cells[i + 1])) : '')));
    return line;
  });
}

// total is the highest or lowest text, or a number written as the texts are, with
// their decimals and their unit.
function total(kind, texts) {
  const known = texts.filter((text) => !Number.isNaN(number(text))).sort((a, b) => number(a) - number(b));
  const middle = (known.length - 1) / 2;
  const decimals = Math.max(0, ...known.map((text) => (text.match(/\.(\d+)/)?.[1] ?? '').length));
  const write = (value, more) => {
    const grouped = known.some((text) => text.includes(',')) || value >= 10000;
    const digits = new Intl.NumberFormat('en-US', { useGrouping: grouped, minimumFractionDigits: decimals, maximumFractionDigits: decimals + more });
    return digits.format(value) + known[0].replace(/^[-−\d.,]+/, '');
  };
  return known.length ? {
    sum: () => write(known.reduce((sum, text) => sum + Math.round(number(text) * 10 ** decimals), 0) / 10 ** decimals, 0),
    highest: () => known.at(-1),
    median: () => write((number(known[Math.floor(middle)]) + number(known[Math.ceil(middle)])) / 2, 1),
    lowest: () => known[0],
  }[kind]() : '';
}
