// The table of a figure: its rows in pages, sorted as the reader asks, without
// the rows outside the reader's choice.

const pageRows = 200;
const searchedRows = 20; // a shorter table is read faster than searched
const collator = new Intl.Collator(document.documentElement.lang);

// number is the number in a cell, or NaN.
const number = (text) => (/^\d+$/.test(text) ? Number(text) : parseFloat(text.replace(/[,\s]/g, '').replace(/^−/, '-')));

// amount is the number in a cell with the words around it, or NaN: 约 300 人.
const amount = (text) => {
  const found = text.match(/[-−]?\d[\d,]*(?:\.\d+)?(?:×10\^[-−]?\d+)?/);
  return found ? Number(found[0].replaceAll(',', '').replaceAll('−', '-').replace('×10^', 'e')) : NaN;
};

class Table {
  constructor(figure) {
    this.panel = figure.querySelector('.panel.table');
    this.body = this.panel.querySelector('tbody');
    this.heads = [...this.panel.querySelectorAll('th')];
    this.columns = this.heads.map((th) => ({ name: th.dataset.name, unit: th.dataset.unit, number: th.classList.contains('number'), most: Number(th.dataset.most ?? 0), whole: 'whole' in th.dataset, total: th.dataset.total }));
    this.script = figure.querySelector('script.rows');
    this.keys = new Map();
    this.sorted = { column: -1, down: false };
    this.page = 0;
    this.heads.forEach((th, i) => this.head(th, i));
    if (this.script || this.body.rows.length >= searchedRows) this.search();
    if (this.script) this.pager();
  }

  // The rows are read when they are first asked for: most readers look at charts.
  get rows() {
    this.all ??= this.read();
    return this.all;
  }

  get shown() {
    return this.chosen ?? this.rows;
  }

  // open adds what only a reader of the table needs: bars, and lines under them.
  open() {
    if (this.foot || !this.columns.some((c) => c.most)) return;
    this.foot = this.body.parentElement.createTFoot();
    this.foot.replaceChildren(...totals(this));
    this.write();
  }

  // search leaves the rows that hold a text.
  search() {
    const field = make('input', 'search');
    Object.assign(field, { type: 'search', placeholder: interfaceWords.search });
    field.setAttribute('aria-label', interfaceWords.search);
    const found = make('span');
    found.setAttribute('role', 'status');
    field.addEventListener('input', () => {
      this.sought = normal(field.value).toLowerCase();
      this.refresh();
      found.textContent = this.sought ? interfaceWords.found.replace('%d', this.shown.length) : '';
    });
    const bar = make('div', 'finder');
    bar.append(field, found);
    this.panel.prepend(bar);
  }

  // holds reports whether a row has the text that the reader looks for.
  holds(row) {
    return !this.sought || row.cells.some((text) => normal(text).toLowerCase().includes(this.sought));
  }

  // preparations are what the reader would wait for: the count of the rows, the
  // columns that a choice looks at.
  preparations() {
    const columns = document.querySelector('.filters') ? this.columns : [];
    return [...(this.where ? [() => this.where.textContent || this.write()] : []), ...columns.map((_, i) => () => this.column(i))];
  }

  // read takes long tables from their data, short ones from the page.
  read() {
    if (this.script) return JSON.parse(this.script.textContent).map(({ Cells, Computed }) => ({ cells: Cells, computed: Computed }));
    return [...this.body.rows].map((tr) => ({
      cells: [...tr.cells].map((td) => td.dataset.text ?? td.textContent), computed: tr.classList.contains('computed'),
    }));
  }

  head(th, i) {
    const sort = button('', () => this.sort(i), 'sort');
    sort.append(...th.childNodes);
    th.append(sort);
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

  // sort turns the order of a column round, or starts with it.
  sort(column) {
    const down = this.sorted.column === column ? !this.sorted.down : this.columns[column].number;
    this.sorted = { column, down };
    this.heads.forEach((th) => th.removeAttribute('aria-sort'));
    this.heads[column].setAttribute('aria-sort', down ? 'descending' : 'ascending');
    this.order = arrange(this.rows.map((_, r) => r), this.rows.map((row) => row.cells[column]), this.columns[column].number, down);
    this.refresh();
  }

  has(column) {
    return this.columns.some((c) => c.name === column);
  }

  // choose hides the rows outside the reader's choice.
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
    const gone = new Set();
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

  // reach shows a row, also one that the reader's search in the table left out.
  reach(row) {
    if (!this.shown.includes(row)) {
      this.sought = this.panel.querySelector('.search').value = '';
      this.refresh();
    }
    const at = this.shown.indexOf(row);
    this.page = Math.floor(at / pageRows);
    this.write();
    const line = this.body.rows[at % pageRows];
    line.setAttribute('aria-current', 'true');
    return line;
  }

  refresh() {
    const order = this.order ?? this.rows.map((_, r) => r);
    this.chosen = (this.kept ? order.filter((r) => this.kept[r]) : order).map((r) => this.rows[r]).filter((row) => this.holds(row));
    this.page = 0;
    this.foot?.replaceChildren(...totals(this));
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
      const { number: numeric, most } = this.columns[i];
      const td = make('td', numeric ? 'number' : '', text);
      if (most && amount(text) >= 0) {
        td.classList.add('barred');
        td.style.setProperty('--share', amount(text) / most);
      }
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
  }
}

// arrange sorts rows by a column; rows without a number come last, and equal
// ones keep their order.
function arrange(order, texts, numeric, down) {
  const sign = down ? -1 : 1;
  if (!numeric) return order.sort((a, b) => sign * (texts.length > 5000 ? (texts[a] > texts[b]) - (texts[a] < texts[b]) : collator.compare(texts[a], texts[b])));
  const values = Float64Array.from(texts, amount);
  const missing = (r) => Number.isNaN(values[r]);
  return order.sort((a, b) => (missing(a) || missing(b) ? missing(a) - missing(b) : sign * (values[a] - values[b])));
}
