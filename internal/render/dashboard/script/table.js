// The table of a figure: its rows in pages, sorted as the reader asks, without
// the rows outside the reader's choice.

import { button, make } from './dom.js';
import { Rows } from './rows.js';
import { amount, normal } from './text.js';
import { totals } from './totals.js';
import { interfaceWords, say } from './words.js';

const pageRows = 200;
const searchedRows = 20; // a shorter table is read faster than searched

// columnOf is what the head of a column says of it.
function columnOf({ dataset, classList }) {
  const { name, unit, most = 0, total } = dataset;
  return { name, unit, number: classList.contains('number'), most: Number(most), whole: 'whole' in dataset, total };
}

// rowOf is a row of a long table, which comes as data; rowAt one of a short table,
// which stands in the page.
const rowOf = ({ Cells, Computed }) => ({ cells: Cells, computed: Computed });
const rowAt = ({ cells, classList }) => ({ cells: [...cells].map((td) => td.dataset.text ?? td.textContent), computed: classList.contains('computed') });

export class Table extends Rows {
  /** @param {HTMLElement} figure */
  constructor(figure) {
    const panel = figure.querySelector('.panel.table');
    const heads = [...panel.querySelectorAll('th')];
    const body = panel.querySelector('tbody');
    const script = figure.querySelector('script.rows');
    super(heads.map(columnOf), () => (script ? JSON.parse(script.textContent).map(rowOf) : [...body.rows].map(rowAt)), document.documentElement.lang);
    this.panel = panel;
    this.heads = heads;
    this.body = body;
    this.sorted = { column: -1, down: false };
    this.page = 0;
    this.heads.forEach((th, i) => this.head(th, i));
    if (script || body.rows.length >= searchedRows) this.search();
    if (script) this.pager();
  }

  // open adds what only a reader of the table needs: bars, and lines under them.
  open() {
    if (this.foot || !this.columns.some((c) => c.most)) return;
    this.foot = this.body.closest('table').createTFoot();
    this.foot.replaceChildren(...totals(this));
    this.write();
  }

  // search leaves the rows that hold a text.
  search() {
    const field = this.field = make('input', 'search');
    Object.assign(field, { type: 'search', placeholder: interfaceWords.search });
    field.setAttribute('aria-label', interfaceWords.search);
    const found = make('span');
    found.setAttribute('role', 'status');
    field.addEventListener('input', () => {
      this.sought = normal(field.value).toLowerCase();
      this.refresh();
      found.textContent = this.sought ? say('found', this.shown.length) : '';
    });
    const bar = make('div', 'finder');
    bar.append(field, found);
    this.panel.prepend(bar);
  }

  // preparations are what the reader would wait for: the count of the rows, the
  // columns that a choice looks at.
  preparations() {
    const columns = document.querySelector('.filters') ? this.columns : [];
    return [...(this.where ? [() => this.where.textContent || this.write()] : []), ...columns.map((_, i) => () => this.column(i))];
  }

  head(th, i) {
    const sort = button('', () => this.sort(i), 'sort');
    sort.append(...th.childNodes);
    th.append(sort);
  }

  // sort turns the order of a column round, or starts with it.
  sort(column) {
    const down = this.sorted.column === column ? !this.sorted.down : this.columns[column].number;
    this.sorted = { column, down };
    this.heads.forEach((th) => th.removeAttribute('aria-sort'));
    this.heads[column].setAttribute('aria-sort', down ? 'descending' : 'ascending');
    this.arrange(column, down);
  }

  // reach shows a row, also one that the reader's search in the table left out.
  reach(row) {
    if (!this.shown.includes(row)) {
      this.sought = this.field.value = '';
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
    super.refresh();
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
        td.style.setProperty('--share', String(amount(text) / most));
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
