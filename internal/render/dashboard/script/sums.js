// The sum, the middle and the ends of numbers that are texts.

import { amount } from './text.js';

// numbersOf are the numbers among texts, in their order, with the texts of the
// lowest and the highest. Each text is read once: there may be many.
export function numbersOf(texts) {
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
export function total(kind, { values, decimals, unit, about, lowest, highest, grouped }) {
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
