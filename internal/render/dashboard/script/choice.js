// The reader's choice: some values of each column that the page names, for all
// figures that have the column.

import { figures, settle } from './figures.js';
import { Filter } from './filter.js';
import { normal } from './text.js';
import { say } from './words.js';

export const choice = /** @type {Map<string, Set<string>>} */ (new Map()); // the values of a column, as they are compared
export const filters = /** @type {Filter[]} */ ([]);

// choose narrows the figures to what the filters say.
export function choose() {
  choice.clear();
  for (const f of filters) {
    f.write();
    if (f.values.length) choice.set(f.name, new Set(f.values.map(normal)));
  }
  for (const f of figures) f.choose(choice);
  writeChoice();
  settle();
}

function writeChoice() {
  const form = document.querySelector('.filters');
  if (!form) return;
  const some = figures.filter((f) => f.table.kept).length;
  form.querySelector('.narrowing').textContent = choice.size ? say('narrowed', some, figures.length) : '';
  /** @type {HTMLElement} */ (form.querySelector('.reset')).hidden = !choice.size;
}

// startFilters makes the controls of the choice; change is called after each of
// the reader's.
export function startFilters(change) {
  const form = document.querySelector('.filters');
  if (!form) return;
  filters.push(...[.../** @type {NodeListOf<HTMLDetailsElement>} */ (form.querySelectorAll('.filter'))].map((el) => new Filter(el, change)));
  form.addEventListener('submit', (e) => e.preventDefault()); // Enter in a field
  form.querySelector('.reset').addEventListener('click', () => {
    for (const f of filters) f.take([]);
    change();
    form.querySelector('summary').focus();
  });
  writeChoice();
}

// narrowing are the filters that narrow a figure.
/** @param {import('./figure.js').Figure} figure */
export const narrowing = (figure) => filters.filter((f) => choice.has(f.name) && figure.table.has(f.name));

// narrowedTo says for what a figure is taken away.
/** @param {import('./figure.js').Figure} figure */
export function narrowedTo(figure) {
  const all = narrowing(figure).map((f) => `${f.name} ${f.said}`);
  return all.length ? say('narrowedTo', all.join(' · ')) : '';
}

// picked is the first of some names that is a value of a filter that the figure
// has, with its filter.
/** @param {import('./figure.js').Figure} figure */
export function picked(figure, names) {
  for (const key of names.map(normal)) {
    const filter = filters.find((f) => figure.table.has(f.name) && f.keys.has(key));
    if (filter) return { filter, value: filter.keys.get(key).value };
  }
  return undefined;
}

export const isAlone = ({ filter, value }) => filter.values.length === 1 && filter.values[0] === value;
