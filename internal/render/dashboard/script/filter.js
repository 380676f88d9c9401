// The control of a filter: a list of values to check that opens under its name.
// Long lists are searched by typing; numbers and years are chosen from one to
// another, too.

import { button, make } from './dom.js';
import { normal, number, sought } from './text.js';
import { interfaceWords, say } from './words.js';

const typedValues = 12; // a longer list is searched

export class Filter {
  /**
   * @param {HTMLDetailsElement} element
   * @param {() => void} change is called after each choice of the reader
   */
  constructor(element, change) {
    this.element = element;
    this.change = change;
    /** @type {HTMLSelectElement} */
    this.from = undefined; // and to are the ends of a span
    /** @type {HTMLSelectElement} */
    this.to = undefined;
    this.name = element.dataset.name;
    this.summary = element.querySelector('summary');
    this.list = element.querySelector('ul');
    this.boxes = [...this.list.querySelectorAll('input')];
    this.keys = new Map(this.boxes.map((box) => [normal(box.value), box]));
    if (this.boxes.length > 2 && [...this.keys.keys()].every((key) => /^-?\d+(\.\d+)?$/.test(key))) this.span();
    else if (this.boxes.length > typedValues) this.finder();
    this.list.addEventListener('change', () => this.change());
    this.summary.addEventListener('pointerdown', ({ pointerType }) => { this.touched = pointerType === 'touch'; });
    element.addEventListener('toggle', () => this.opened());
    element.addEventListener('keydown', (e) => this.key(e));
    element.addEventListener('focusout', ({ relatedTarget }) => { // a press on words gives the focus to what is around
      const to = /** @type {Node} */ (relatedTarget);
      if (to && !element.contains(to) && !to.contains(element)) element.open = false;
    });
    document.addEventListener('pointerdown', ({ target }) => { if (!element.contains(/** @type {Node} */ (target))) element.open = false; });
  }

  // values are what the reader chose; none and all of them are no choice.
  get values() {
    const checked = this.boxes.filter((box) => box.checked);
    return checked.length < this.boxes.length ? checked.map((box) => box.value) : [];
  }

  // said is the choice in words.
  get said() {
    const { values } = this;
    if (!values.length) return interfaceWords.all;
    const [first, last] = [values[0], values.at(-1)];
    if (values.length <= 2) return values.join(interfaceWords.comma);
    const row = this.boxes.findIndex((box) => box.value === last) - this.boxes.findIndex((box) => box.value === first) + 1;
    return this.from && row === values.length ? `${first} – ${last}` : say('entries', values.length);
  }

  // take chooses the values that the filter has.
  take(values) {
    const wanted = new Set(values.map(normal));
    for (const [key, box] of this.keys) box.checked = wanted.has(key);
  }

  write() {
    const { values } = this;
    if (!values.length) this.take([]);
    this.element.classList.toggle('on', values.length > 0);
    this.summary.querySelector('.chosen').textContent = this.said;
    if (this.all) this.all.hidden = !values.length;
    if (!this.from) return;
    this.from.value = values[0] ?? this.boxes[0].value;
    this.to.value = values.at(-1) ?? this.boxes.at(-1).value;
  }

  // span chooses all values from one to another.
  span() {
    this.boxes.sort((a, b) => number(normal(a.value)) - number(normal(b.value)));
    this.list.append(...this.boxes.map((box) => box.closest('li')));
    [this.from, this.to] = [interfaceWords.from, interfaceWords.to].map((name) => {
      const end = make('select');
      end.setAttribute('aria-label', `${this.name} ${name}`);
      end.append(...this.boxes.map(({ value }) => make('option', '', value)));
      end.addEventListener('change', () => this.between(end));
      return end;
    });
    this.over(this.from, make('span', '', '–'), this.to);
    this.to.value = this.boxes.at(-1).value;
  }

  // between takes the values from one end to the other; the end that the reader
  // moved beyond the other takes it along.
  between(moved) {
    const [from, to] = [this.from, this.to].map((end) => end.selectedIndex);
    const [low, high] = from <= to ? [from, to] : [moved.selectedIndex, moved.selectedIndex];
    this.boxes.forEach((box, i) => { box.checked = i >= low && i <= high; });
    this.change();
  }

  // finder leaves the values that hold a text. Enter takes the first, or gives it
  // back.
  finder() {
    this.field = make('input', 'search');
    Object.assign(this.field, { type: 'search', placeholder: interfaceWords.findValue, autocomplete: 'off' });
    this.field.setAttribute('aria-label', `${interfaceWords.findValue} ${this.name}`);
    const found = make('span', 'unseen');
    found.setAttribute('role', 'status');
    this.field.addEventListener('input', () => {
      const text = sought(this.field.value);
      for (const box of this.boxes) box.closest('li').hidden = !sought(box.value).includes(text);
      found.textContent = text ? say('entries', this.shown.length) : '';
    });
    this.over(this.field, found);
  }

  // over sets controls over the list, and one that takes the choice back.
  over(...controls) {
    const bar = make('div', 'ask');
    this.all = button(interfaceWords.all, () => {
      this.take([]);
      this.change();
      this.summary.focus();
    });
    bar.append(...controls, this.all);
    this.list.before(bar);
  }

  get shown() {
    return this.boxes.filter((box) => !box.closest('li').hidden);
  }

  // opened sets the list under its name, within the page.
  opened() {
    if (!this.element.open) return;
    const panel = this.element.querySelector('fieldset');
    const page = this.element.closest('.filters').getBoundingClientRect();
    panel.style.left = `${Math.max(0, Math.min(this.summary.getBoundingClientRect().left - page.left, page.width - panel.offsetWidth))}px`;
    panel.scrollIntoView({ block: 'nearest' });
    if (!this.touched) this.field?.focus({ preventScroll: true }); // fingers would get a keyboard over the list
  }

  key(e) {
    if (e.isComposing) return; // the reader is writing Chinese
    const stops = [...(this.field ? [this.field] : []), ...this.shown];
    const at = stops.indexOf(e.target);
    const to = at < 0 ? undefined : stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[e.key] ?? NaN)];
    if (e.key === 'Escape' && this.element.open) {
      this.element.open = false;
      this.summary.focus();
    } else if (e.key === 'Enter' && e.target === this.field) this.shown[0]?.click();
    else if (to) to.focus();
    else return;
    e.preventDefault();
    e.stopPropagation();
  }
}
