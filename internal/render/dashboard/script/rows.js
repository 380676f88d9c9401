// Rows of a table: what the reader's choice and search leave of them, in the order
// that the reader asks for.

import { amount, normal } from './text.js';

/**
 * A column is what its head says: a number has a unit, and a sum where it is part
 * of a whole; most is its highest number where bars are drawn.
 * @typedef {{ name: string, unit?: string, number?: boolean, most?: number, whole?: boolean, total?: string }} Column
 * @typedef {{ cells: string[], computed?: boolean, key?: string }} Row
 */

export class Rows {
  /**
   * @param {Column[]} columns
   * @param {() => Row[]} read is called when the rows are first asked for: most readers look at charts
   * @param {string} lang decides the order of texts
   */
  constructor(columns, read, lang) {
    this.columns = columns;
    this.read = read;
    this.lang = lang;
    /** @type {Row[]} */
    this.all = undefined;
    /** @type {Map<number, { codes: Int32Array, names: string[] }>} */
    this.keys = new Map();
    this.sought = ''; // text of the reader's search
  }

  get rows() {
    this.all ??= this.read();
    return this.all;
  }

  get shown() {
    return this.chosen ?? this.rows;
  }

  // holds reports whether a row has the text that the reader looks for.
  holds(row) {
    return !this.sought || row.cells.some((text) => normal(text).toLowerCase().includes(this.sought));
  }

  // column is a column's cells as choices compare them: a number for each
  // different text.
  column(i) {
    if (this.keys.has(i)) return this.keys.get(i);
    const [texts, names, known] = [new Map(), [], new Map()];
    const codes = Int32Array.from(this.rows, ({ cells }) => {
      if (!texts.has(cells[i])) {
        const name = normal(cells[i]);
        if (!known.has(name)) known.set(name, names.push(name) - 1);
        texts.set(cells[i], known.get(name));
      }
      return texts.get(cells[i]);
    });
    this.keys.set(i, { codes, names });
    return this.keys.get(i);
  }

  has(column) {
    return this.columns.some((c) => c.name === column);
  }

  // choose hides the rows outside the reader's choice.
  /** @param {Map<string, Set<string>>} choice the values of each column, as normal has them */
  choose(choice) {
    const wanted = [...choice].filter(([name]) => this.has(name)).map(([name, values]) => {
      const { codes, names } = this.column(this.columns.findIndex((c) => c.name === name));
      return [codes, names.map((key) => values.has(key))];
    });
    if (!wanted.length && !this.kept) return;
    this.kept = wanted.length ? new Uint8Array(this.rows.length).fill(1) : undefined;
    for (const [codes, keeps] of wanted) codes.forEach((code, r) => { if (!keeps[code]) this.kept[r] = 0; });
    this.refresh();
  }

  // lost are the names that only rows outside the choice have.
  lost() {
    const gone = /** @type {Set<string>} */ (new Set());
    if (!this.kept) return gone;
    const alive = this.columns.map((_, i) => {
      const { codes, names } = this.column(i);
      const marked = new Uint8Array(names.length);
      this.kept.forEach((keep, r) => keep && (marked[codes[r]] = 1));
      names.forEach((name, code) => marked[code] || gone.add(name));
      return names.filter((_, code) => marked[code]);
    });
    for (const name of alive.flat()) gone.delete(name);
    return gone;
  }

  // arrange puts the rows into the order of a column.
  arrange(column, down) {
    this.order = ordered(this.rows.map((row) => row.cells[column]), this.columns[column].number, down, this.lang);
    this.refresh();
  }

  // refresh finds the rows that are left.
  refresh() {
    const order = this.order ?? this.rows.map((_, r) => r);
    this.chosen = (this.kept ? order.filter((r) => this.kept[r]) : order).map((r) => this.rows[r]).filter((row) => this.holds(row));
  }
}

// ordered are the numbers of rows in the order of their texts; those without a
// number come last, and equal ones keep their order.
/** @param {string[]} texts */
export function ordered(texts, numeric, down, lang) {
  const order = texts.map((_, r) => r);
  const sign = down ? -1 : 1;
  const { compare } = new Intl.Collator(lang);
  if (!numeric) return order.sort((a, b) => sign * (texts.length > 5000 ? Number(texts[a] > texts[b]) - Number(texts[a] < texts[b]) : compare(texts[a], texts[b])));
  const values = Float64Array.from(texts, amount);
  const missing = (r) => Number(Number.isNaN(values[r]));
  return order.sort((a, b) => (missing(a) || missing(b) ? missing(a) - missing(b) : sign * (values[a] - values[b])));
}
