// The table of a figure: its rows in pages, sorted as the reader asks, without
// the rows outside the reader's choice.

const pageRows = 200;
const collator = new Intl.Collator(document.documentElement.lang);

// number is the number in a cell, or NaN.
const number = (text) => parseFloat(text.replace(/[,\s]/g, '').replace(/^−/, '-'));

class Table {
  constructor(figure) {
    this.panel = figure.querySelector('.panel.table');
    this.body = this.panel.querySelector('tbody');
    this.heads = [...this.panel.querySelectorAll('th')];
    this.columns = this.heads.map((th) => ({ name: th.dataset.name, unit: th.dataset.unit, number: th.classList.contains('number') }));
    this.rows = this.read(figure.querySelector('script.rows'));
    this.keys = new Map();
    this.sorted = { column: -1, down: false };
    this.page = 0;
    this.shown = this.rows;
    this.heads.forEach((th, i) => this.head(th, i));
    if (this.rows.length > pageRows) this.pager();
  }

  // read takes long tables from their data, short ones from the page.
  read(script) {
    if (script) return JSON.parse(script.textContent).map(({ Cells, Computed }) => ({ cells: Cells, computed: Computed }));
    return [...this.body.rows].map((tr) => ({
      cells: [...tr.cells].map((td) => td.dataset.text ?? td.textContent), computed: tr.classList.contains('computed'),
    }));
  }

  head(th, i) {
    const sort = button('', () => this.sort(i), 'sort');
    sort.append(...th.childNodes);
    th.append(sort);
  }

  // column is a column's cells as choices compare them.
  column(i) {
    if (!this.keys.has(i)) this.keys.set(i, this.rows.map((row) => normal(row.cells[i])));
    return this.keys.get(i);
  }

  // sort turns the order of a column round, or starts with it.
  sort(column) {
    this.sorted = { column, down: this.sorted.column === column ? !this.sorted.down : this.columns[column].number };
    this.heads.forEach((th, i) => th.removeAttribute('aria-sort') ?? (i === column && th.setAttribute('aria-sort', this.sorted.down ? 'descending' : 'ascending')));
    this.refresh();
  }

  // choose hides the rows outside the reader's choice.
  choose(choice) {
    const wanted = [...choice].map(([name, value]) => [this.columns.findIndex((c) => c.name === name), value]).filter(([i]) => i >= 0);
    this.kept = wanted.length ? this.rows.map((_, r) => wanted.every(([i, value]) => this.column(i)[r] === value)) : undefined;
    this.refresh();
  }

  // lost are the names that only rows outside the choice have.
  lost() {
    const gone = new Set();
    if (!this.kept) return gone;
    for (const keep of [false, true]) {
      this.columns.forEach((_, i) => this.column(i).forEach((key, r) => this.kept[r] === keep && (keep ? gone.delete(key) : gone.add(key))));
    }
    return gone;
  }

  refresh() {
    const { column, down } = this.sorted;
    const order = this.rows.map((_, r) => r).filter((r) => !this.kept || this.kept[r]);
    if (column >= 0) arrange(order, this.rows.map((row) => row.cells[column]), this.columns[column].number, down);
    this.shown = order.map((r) => this.rows[r]);
    this.page = 0;
    this.write();
  }

  write() {
    const from = this.page * pageRows;
    this.body.replaceChildren(...this.shown.slice(from, from + pageRows).map((row) => this.line(row)));
    if (!this.where) return;
    const to = Math.min(from + pageRows, this.shown.length);
    this.where.textContent = `${Math.min(from + 1, to)}–${to} / ${this.shown.length}`;
    [this.back.disabled, this.on.disabled] = [from === 0, to >= this.shown.length];
  }

  line(row) {
    const tr = make('tr', row.computed ? 'computed' : '');
    row.cells.forEach((text, i) => {
      const td = make('td', this.columns[i].number ? 'number' : '', text);
      if (row.computed && i === 0) td.append(make('span', 'mark', interfaceWords.computed));
      tr.append(td);
    });
    return tr;
  }

  pager() {
    const turn = (by) => () => {
      this.page += by;
      this.write();
    };
    this.where = make('span');
    this.back = button(interfaceWords.back, turn(-1));
    this.on = button(interfaceWords.on, turn(1));
    const bar = make('div', 'pager');
    bar.append(this.back, this.where, this.on);
    this.panel.append(bar);
    this.write();
  }
}

// arrange sorts rows by a column; rows without a number come last, and equal
// ones keep their order.
function arrange(order, texts, numeric, down) {
  const sign = down ? -1 : 1;
  if (!numeric) return order.sort((a, b) => sign * (texts.length > 5000 ? (texts[a] > texts[b]) - (texts[a] < texts[b]) : collator.compare(texts[a], texts[b])));
  const values = Float64Array.from(texts, number);
  const missing = (r) => Number.isNaN(values[r]);
  return order.sort((a, b) => (missing(a) || missing(b) ? missing(a) - missing(b) : sign * (values[a] - values[b])));
}
