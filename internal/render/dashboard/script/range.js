// A range of a long row of categories, which the reader draws near by the
// controls under the chart, or by hand (hand.js).

import { button, make } from './dom.js';
import { longRow } from './fit.js';
import { Hand } from './hand.js';
import { keepBands } from './narrow.js';
import { interfaceWords, say } from './words.js';

const leastRange = 4;

export class Range {
  /** @param {import('./figure.js').Figure} figure */
  constructor(figure) {
    this.figure = figure;
    this.count = 0; // of the row, 0 when it is short
    /** @type {number[]} */
    this.part = undefined; // [from, to), or the whole
    /** @type {HTMLElement} */
    this.bar = undefined; // of controls
  }

  // cut leaves the range of an option.
  /** @param {import('./option.js').Option} option */
  cut(option) {
    const rows = (option.xAxis ?? []).map((axis, i) => ({ axis, i })).filter(({ axis }) => axis.type === 'category' && axis.data.length > longRow);
    this.count = rows.length ? rows[0].axis.data.length : 0;
    if (!this.count) return option;
    this.names = rows[0].axis.data;
    if (!this.part) return option;
    const [from, to] = this.part;
    carryNames(option, from, to);
    const kept = Array.from({ length: to - from }, (_, i) => from + i);
    for (const { axis, i } of rows) if (axis.data.length === this.count) keepBands(option, 'xAxis', axis, i, 0, kept);
    return option;
  }

  get shown() {
    return this.part ?? [0, this.count];
  }

  // write shows the controls of a long row, and what they have led to.
  write() {
    if (!this.count && !this.bar) return;
    this.bar ??= this.controls();
    this.bar.hidden = !this.count;
    if (!this.count) return;
    const [from, to] = this.shown;
    const name = (i) => this.names[i].replace(/\n/g, ' ');
    const said = `${name(from)} – ${name(to - 1)}`;
    this.said.textContent = `${said} · ${this.part ? `${to - from} / ` : ''}${say('entries', this.count)}`;
    Object.assign(this.slider, { max: this.count - (to - from), value: from, disabled: !this.part });
    this.slider.setAttribute('aria-valuetext', said);
    this.nearer.setAttribute('aria-disabled', String(to - from <= leastRange));
    for (const el of [this.farther, this.whole]) el.setAttribute('aria-disabled', String(!this.part));
  }

  controls() {
    const { box } = this.figure;
    const named = (sign, name, press) => {
      const el = button(sign, press);
      el.setAttribute('aria-label', name);
      return el;
    };
    this.nearer = named('+', interfaceWords.nearer, () => this.zoom(0.5));
    this.nearer.title = interfaceWords.nearerHow;
    this.farther = named('−', interfaceWords.farther, () => this.zoom(2));
    this.whole = button(interfaceWords.all, () => this.look());
    this.slider = make('input');
    Object.assign(this.slider, { type: 'range', min: 0 });
    this.slider.setAttribute('aria-label', interfaceWords.move);
    this.slider.addEventListener('input', () => this.move(Number(this.slider.value) - this.part[0]));
    this.said = make('span');
    this.said.setAttribute('role', 'status');
    const bar = make('div', 'range');
    bar.setAttribute('role', 'group');
    bar.setAttribute('aria-label', interfaceWords.range);
    bar.append(this.farther, this.nearer, this.whole, this.slider, this.said);
    this.figure.panel.append(bar);
    box.classList.add('ranged');
    new Hand(this);
    return bar;
  }

  // look draws a range near, or the whole row.
  look(from = 0, to = this.count) {
    const size = Math.max(leastRange, Math.min(this.count, to - from));
    const start = Math.max(0, Math.min(this.count - size, from));
    const part = size < this.count ? [start, start + size] : undefined;
    if (String(part) === String(this.part)) return;
    this.part = part;
    cancelAnimationFrame(this.soon);
    this.soon = requestAnimationFrame(() => this.figure.refresh());
  }

  // zoom makes the range longer or shorter around a place of it, a share.
  zoom(factor, at = 0.5) {
    const [from, to] = this.shown;
    const wanted = factor < 1 ? Math.floor((to - from) * factor) : Math.ceil((to - from) * factor);
    const size = Math.max(leastRange, Math.min(this.count, wanted));
    const start = Math.round(from + (to - from - size) * at);
    this.look(start, start + size);
  }

  move(by) {
    if (this.part) this.look(this.part[0] + by, this.part[1] + by);
  }
}

// carryNames sets the names of lines beside the last of their data in the range.
// The values that stand with them are of the end of the line and stay there.
/** @param {import('./option.js').Option} option */
function carryNames({ series }, from, to) {
  for (const ends of series.filter((s) => s.renderItem?.$fn === 'end')) {
    for (const item of ends.data.filter(({ value: [x] }) => x >= to)) {
      const line = series.find((s) => s.type === 'line' && s.xAxisIndex === ends.xAxisIndex && s.data.some(({ value }) => String(value) === String(item.value)));
      const last = line?.data.findLast(({ value: [x, y] }) => x < to && y !== null);
      if (!last || last.value[0] < from || !line.name || !item.datum.label.startsWith(line.name)) continue;
      item.value = [...last.value];
      item.datum.label = line.name;
    }
  }
}
