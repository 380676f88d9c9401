// The reader's hand on a range: keys, wheel, pointer, two fingers. The wheel
// alone scrolls the page.

import { make } from './dom.js';

export class Hand {
  /** @param {import('./range.js').Range} range */
  constructor(range) {
    this.range = range;
    this.pointers = new Map(); // where each of them is
    const { box } = range.figure;
    box.addEventListener('keydown', (e) => this.key(e), true);
    box.addEventListener('wheel', (e) => this.wheel(e), { passive: false });
    box.addEventListener('dblclick', () => range.look());
    box.addEventListener('pointerdown', (e) => this.press(e));
    box.addEventListener('pointermove', (e) => this.drag(e));
    for (const end of ['pointerup', 'pointercancel']) box.addEventListener(end, (e) => this.release(e));
  }

  key(e) {
    const { range } = this;
    if (!range.count || e.ctrlKey || e.metaKey || e.altKey) return;
    const [from, to] = range.shown;
    const step = Math.ceil((to - from) / 4);
    const press = {
      '+': () => range.zoom(0.5), '=': () => range.zoom(0.5), '-': () => range.zoom(2), 0: () => range.look(),
      ...(e.shiftKey && { ArrowLeft: () => range.move(-step), ArrowRight: () => range.move(step) }),
    }[e.key];
    if (!press) return;
    press();
    e.preventDefault();
    e.stopImmediatePropagation();
  }

  wheel(e) {
    const { range } = this;
    if (!range.count) return;
    const aside = e.shiftKey ? e.deltaX || e.deltaY : e.deltaX;
    if (e.ctrlKey || e.metaKey) range.zoom(Math.exp(Math.max(-100, Math.min(100, e.deltaY)) / 250), this.share(e.clientX));
    else if (range.part && (e.shiftKey || Math.abs(aside) > Math.abs(e.deltaY))) range.move(Math.round((aside / 1000) * (range.part[1] - range.part[0])) || Math.sign(aside));
    else return;
    e.preventDefault();
  }

  // share is where a pointer stands in the row that is shown, from 0 to 1.
  share(x) {
    const { box, chart } = this.range.figure;
    const at = x - box.getBoundingClientRect().left;
    const plots = chart.getModel().queryComponents({ mainType: 'grid' }).map((g) => g.coordinateSystem.getRect());
    const plot = plots.find((p) => at >= p.x && at <= p.x + p.width) ?? plots[0];
    return Math.max(0, Math.min(1, (at - plot.x) / plot.width));
  }

  // shares are the places of all pointers, from left to right.
  shares() {
    return [...this.pointers.values()].sort((a, b) => a - b).map((x) => this.share(x));
  }

  press(e) {
    if (!this.range.count || e.button !== 0) return;
    this.pointers.set(e.pointerId, e.clientX);
    this.begin(e.clientX);
  }

  // begin is the start of a drag: of the range, or, where the whole row is shown,
  // of a new one. Two fingers draw the range near.
  begin(x) {
    this.start = { x, shares: this.shares(), shown: this.range.shown };
  }

  drag(e) {
    if (!this.pointers.has(e.pointerId)) return;
    this.pointers.set(e.pointerId, e.clientX);
    const { figure } = this.range;
    if (!figure.box.classList.contains('held')) {
      const scrolls = e.pointerType === 'touch' && !this.range.part;
      if (this.pointers.size < 2 && (scrolls || Math.abs(e.clientX - this.start.x) < 5)) return;
      figure.box.classList.add('held');
      figure.box.setPointerCapture(e.pointerId);
      figure.chart.dispatchAction({ type: 'hideTip' });
    }
    if (this.pointers.size > 1) this.pinch();
    else if (this.range.part) this.pull();
    else this.mark(this.start.x, e.clientX);
  }

  pinch() {
    const { shares: [a, b], shown: [from, to] } = this.start;
    const [left, right] = this.shares();
    const size = Math.round(((to - from) * (b - a)) / Math.max(0.02, right - left));
    const start = Math.round(from + (to - from) * a - size * left);
    this.range.look(start, start + size);
  }

  pull() {
    const { shares: [a], shown: [from, to] } = this.start;
    const start = from + Math.round((to - from) * (a - this.shares()[0]));
    this.range.look(start, start + to - from);
  }

  // mark shows the range that a pointer is about to choose.
  mark(...ends) {
    const { box } = this.range.figure;
    this.marked ??= box.appendChild(make('div', 'marked'));
    this.marked.style.left = `${Math.min(...ends) - box.getBoundingClientRect().left}px`;
    this.marked.style.width = `${Math.abs(ends[1] - ends[0])}px`;
  }

  release(e) {
    if (!this.pointers.delete(e.pointerId)) return;
    if (this.pointers.size) this.begin(...this.pointers.values());
    else this.range.figure.box.classList.remove('held');
    if (!this.marked) return;
    this.marked.remove();
    this.marked = undefined;
    if (e.type !== 'pointerup') return;
    const [a, b] = [this.start.shares[0], this.share(e.clientX)].sort((x, y) => x - y);
    this.range.look(Math.floor(a * this.range.count), Math.ceil(b * this.range.count));
  }
}
