// The lines of the report behind a figure, one after the other.

import { button, make } from './dom.js';
import { interfaceWords } from './words.js';

export function sources(figure) {
  const panel = figure.querySelector('.panel.source');
  const lines = [...panel.querySelectorAll('li')];
  let at = -1;
  const where = make('span');
  const show = (to) => {
    if (!lines.length) return;
    lines[at]?.removeAttribute('aria-current');
    at = (to + lines.length) % lines.length;
    lines[at].setAttribute('aria-current', 'true');
    panel.scrollTop += lines[at].getBoundingClientRect().top - panel.getBoundingClientRect().top - 60;
    where.textContent = `${at + 1} / ${lines.length}`;
  };
  if (lines.length > 1) {
    const bar = make('div', 'pager');
    where.setAttribute('aria-live', 'polite');
    bar.append(button(interfaceWords.before, () => show(Math.max(at, 0) - 1)), where, button(interfaceWords.next, () => show(at + 1)));
    panel.prepend(bar);
    where.textContent = `${lines.length}`;
  }
  return { show, at: (source) => show(Math.max(0, lines.findIndex((li) => li.dataset.source === String(source)))) };
}
