// What can be found on the page: cards, headings, texts, figures and the rows of
// their tables, each with the way there.

import { figures } from './figures.js';
import { parts, reveal } from './sections.js';
import { headed } from './sheet.js';
import { alone, end } from './stage.js';
import { sought } from './text.js';

// findable lists the entries: what stands in the page first, then rows of tables.
// Rows outside the reader's choice are not there.
export function findable() {
  const entries = [];
  const says = (el) => el?.textContent.trim().replace(/\s+/g, ' ') ?? '';
  const add = (el, where, shown = says(el), text = shown) => entries.push({ shown, where, key: sought(text), reach: () => bring(el) });
  for (const card of document.querySelectorAll('.card:not(.cover *)')) {
    add(card, says(card.closest('section').querySelector('h2')), `${says(card.querySelector('h3'))} ${says(card.querySelector('.value'))}`, says(card));
  }
  for (const part of [...document.querySelectorAll('.lead'), ...parts]) {
    const title = says(part.querySelector('h2:not(.unseen)'));
    if (title) add(part, '', title);
    for (const text of part.querySelectorAll('.prose :is(p, li)')) add(text, title);
    for (const figure of part.querySelectorAll('.figure')) {
      const head = says(figure.querySelector('h3'));
      add(figure, title, head, head + says(figure.querySelector('.subtitle')));
      for (const text of figure.querySelectorAll('.from, figcaption p:not(.cite), .about :is(p, li)')) add(figure, head, says(text));
    }
  }
  return [...entries, ...figures.flatMap(rowsOf)];
}

// rowsOf are the rows of a figure's table, headed by its columns.
/** @param {import('./figure.js').Figure} figure */
function rowsOf(figure) {
  const { table } = figure;
  const where = figure.element.querySelector('h3').textContent;
  const heads = { shown: table.columns.map(headed).join(' · '), where, key: sought(table.columns.map(headed).join('\t')), reach: () => bring(table.heads[0], figure) };
  const rows = table.kept ? table.rows.filter((_, r) => table.kept[r]) : table.rows;
  return [heads, ...rows.map((row) => ({
    where,
    get shown() { return row.cells.join(' · '); },
    get key() { return (row.key ??= sought(row.cells.join('\t'))); },
    reach: () => {
      figure.show(1);
      bring(table.reach(row), figure);
    },
  }))];
}

// bring leads the reader to an element, in the table of a figure where there is
// one.
function bring(el, figure) {
  if (alone) end();
  figure?.show(1);
  reveal(el);
  el.closest('details')?.setAttribute('open', '');
  if (el.tabIndex < 0) el.tabIndex = -1;
  el.scrollIntoView({ behavior: 'instant', block: el.matches('.part, .figure') ? 'start' : 'center' });
  el.focus({ preventScroll: true });
}
