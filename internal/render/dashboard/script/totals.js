// What stands under the numbers of a table: the sum of parts of a whole, else the
// highest, the middle and the lowest of many. A sum that the chart does not draw
// might count some twice, and is not there. The sum of all rows comes with the page.

const manyRows = 8;

// totals are the lines under the rows that a table shows.
function totals({ columns, shown, rows }) {
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

// numbersOf are the numbers among texts, in their order, with the texts of the
// lowest and the highest. Each text is read once: there may be many.
function numbersOf(texts) {
  const known = texts.map((text) => ({ text, value: amount(text) })).filter(({ value }) => !Number.isNaN(value));
  const values = Float64Array.from(known, ({ value }) => value).sort();
  const textOf = (wanted) => known.find(({ value }) => value === wanted)?.text ?? '';
  const decimals = known.reduce((most, { text }) => Math.max(most, text.match(/\.(\d+)/)?.[1].length ?? 0), 0);
  const words = [...new Set(known.map(({ text }) => text.match(/^[^-−\d]*/)[0].trim()).filter(Boolean))];
  const tails = known.map(({ text }) => text.replace(/^[^\d]*[\d.,]+/, ''));
  return { values, decimals, unit: tails.reduce((longest, tail) => (tail.length > longest.length ? tail : longest), ''), about: words.length > 1 ? '约' : words[0] ?? '', lowest: textOf(values[0]), highest: textOf(values.at(-1)), grouped: known.some(({ text }) => text.includes(',')) };
}

// total is the highest or lowest text, or a number written as the texts are, with
// their decimals and their unit.
function total(kind, { values, decimals, unit, about, lowest, highest, grouped }) {
  const middle = (values.length - 1) / 2;
  const write = (value, more) => {
    const digits = new Intl.NumberFormat('en-US', { useGrouping: grouped || value >= 10000, minimumFractionDigits: decimals, maximumFractionDigits: decimals + more });
    return (about && `${about} `) + digits.format(value) + unit;
  };
  return values.length ? {
    sum: () => write(values.reduce((sum, value) => sum + Math.round(value * 10 ** decimals), 0) / 10 ** decimals, 0),
    highest: () => highest,
    median: () => write((values[Math.floor(middle)] + values[Math.ceil(middle)]) / 2, 1),
    lowest: () => lowest,
  }[kind]() : '';
}
