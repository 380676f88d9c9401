// The search over the page: a field in a box over it, and under the field what
// was found. Ctrl+K opens it; a single letter would get in the way of readers who
// speak to their computer.

import { button, make } from './dom.js';
import { findable } from './findable.js';
import { sought } from './text.js';
import { interfaceWords, say } from './words.js';

const hitsShown = 50;

class Search {
  constructor() {
    this.field = make('input', 'search');
    Object.assign(this.field, { type: 'text', placeholder: interfaceWords.find, autocomplete: 'off', enterKeyHint: 'go' });
    const attributes = { role: 'combobox', 'aria-label': interfaceWords.find, 'aria-autocomplete': 'list', 'aria-controls': 'hits', 'aria-expanded': 'false' };
    for (const [name, value] of Object.entries(attributes)) this.field.setAttribute(name, value);
    this.said = make('p');
    this.said.setAttribute('role', 'status');
    this.list = make('ul');
    this.list.id = 'hits';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', interfaceWords.find);
    const bar = make('div', 'ask');
    bar.append(this.field, button(interfaceWords.close, () => this.box.close()));
    this.box = make('dialog', 'lookup');
    this.box.setAttribute('aria-label', interfaceWords.find);
    this.box.append(bar, this.said, this.list);
    document.body.append(this.box);
    this.field.addEventListener('input', () => this.ask());
    this.field.addEventListener('keydown', (e) => this.key(e));
    this.box.addEventListener('click', (e) => e.target === this.box && this.box.close());
    this.list.addEventListener('click', (e) => this.go([...this.list.children].indexOf(/** @type {Element} */ (e.target).closest('li'))));
  }

  open() {
    if (this.box.open) return;
    this.entries = findable();
    this.box.showModal();
    this.field.select();
    this.ask();
  }

  // ask lists what holds all the words of the field, first where they stand together.
  ask() {
    const terms = this.field.value.trim().split(/\s+/).map(sought).filter(Boolean);
    const whole = terms.join('');
    const found = terms.length ? this.entries.filter(({ key }) => terms.every((term) => key.includes(term))) : [];
    const together = ({ key }) => key.includes(whole);
    this.hits = [...found.filter(together), ...found.filter((entry) => !together(entry))].slice(0, hitsShown);
    this.list.replaceChildren(...this.hits.map((hit, i) => this.line(hit, i, terms)));
    this.list.hidden = !found.length;
    this.field.setAttribute('aria-expanded', String(found.length > 0));
    this.said.textContent = !terms.length ? '' : say(found.length > hitsShown ? 'hitsOf' : 'hits', found.length, hitsShown);
    this.choose(0);
  }

  line({ shown, where }, i, terms) {
    const line = make('li');
    line.id = `hit-${i}`;
    line.setAttribute('role', 'option');
    line.append(marked(shown, terms), make('span', 'where', where));
    return line;
  }

  // choose marks the hit that Enter goes to.
  choose(to) {
    const all = [...this.list.children];
    this.at = (to + all.length) % all.length || 0;
    all.forEach((line, i) => line.setAttribute('aria-selected', String(i === this.at)));
    this.field.setAttribute('aria-activedescendant', all.length ? `hit-${this.at}` : '');
    all[this.at]?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  key(e) {
    if (e.isComposing) return; // the reader is writing Chinese
    if (e.key === 'ArrowDown') this.choose(this.at + 1);
    else if (e.key === 'ArrowUp') this.choose(this.at - 1);
    else if (e.key === 'Enter') this.go(this.at);
    else return;
    e.preventDefault();
  }

  go(i) {
    if (!this.hits[i]) return;
    this.box.close();
    this.hits[i].reach();
  }
}

// marked is a text with the words that were looked for marked in it.
function marked(text, terms) {
  const out = make('span');
  const lower = text.toLowerCase();
  const places = terms.map((term) => [lower.indexOf(term), term.length]).filter(([at]) => at >= 0).sort(([a], [b]) => a - b);
  let from = 0;
  for (const [at, length] of places) {
    if (at < from) continue;
    out.append(text.slice(from, at), make('mark', '', text.slice(at, at + length)));
    from = at + length;
  }
  out.append(text.slice(from));
  return out;
}

export function searching() {
  let search;
  const open = () => (search ??= new Search()).open();
  const control = document.querySelector('[data-find]');
  if (!control) return;
  control.addEventListener('click', open);
  document.addEventListener('keydown', (e) => {
    if (!(e.ctrlKey || e.metaKey) || e.shiftKey || e.altKey || e.key.toLowerCase() !== 'k') return;
    e.preventDefault();
    open();
  });
}
