// The ways through a page of many sections: a rail that follows the reader, or
// tabs that show one section at a time. On a phone, sections fold.

import { address } from './address.js';
import { button } from './dom.js';
import { settle } from './figures.js';
import { tabs } from './tabs.js';

const nav = document.querySelector('.rail');
export const parts = [...document.querySelectorAll('.part')];
let showPart;

export function ways() {
  if (!nav) return;
  const links = [...nav.querySelectorAll('a')];
  if (nav.classList.contains('tabs')) {
    nav.querySelector('ol').setAttribute('role', 'tablist');
    links.forEach((link, i) => {
      link.parentElement.setAttribute('role', 'presentation');
      link.setAttribute('role', 'tab');
      link.setAttribute('aria-controls', parts[i].id);
      parts[i].setAttribute('role', 'tabpanel');
    });
    showPart = tabs(nav, settle);
    document.body.classList.add('by-tabs');
    const wanted = document.getElementById(address().id);
    showPart(Math.max(0, parts.findIndex((p) => wanted && p.contains(wanted))));
    return;
  }
  const mark = () => {
    const bottom = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const at = bottom ? parts.length - 1 : parts.findLastIndex((p) => p.getBoundingClientRect().top < innerHeight * 0.3);
    links.forEach((link, i) => (i === at ? link.setAttribute('aria-current', 'true') : link.removeAttribute('aria-current')));
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}

// folds lets a phone fold sections, which are closed but for the first.
export function folds() {
  if (showPart || !matchMedia('(max-width: 36rem)').matches) return;
  for (const part of parts) {
    const head = part.querySelector('h2:not(.unseen)');
    if (!head) continue;
    head.replaceChildren(button(head.textContent, () => unclose(part, part.classList.contains('closed')), 'folder'));
    unclose(part, part === parts[0]);
  }
}

function unclose(part, open) {
  part?.classList.toggle('closed', !open);
  part?.querySelector('.folder')?.setAttribute('aria-expanded', String(open));
}

// shifts are the places that figures share.
const shifts = new Map();

export function shares() {
  for (const place of document.querySelectorAll('.shared')) {
    const figures = [...place.querySelectorAll(':scope > .figure')];
    figures[0].classList.add('shown');
    shifts.set(place, tabs(place.querySelector('.shift'), settle));
  }
}

// reveal shows the section that an element is in, and the figure.
export function reveal(element) {
  unclose(parts.find((p) => p.contains(element)), true);
  showPart?.(parts.findIndex((p) => p.contains(element)));
  const place = element.closest('.shared');
  const figure = place && [...place.querySelectorAll(':scope > .figure')].findIndex((f) => f.contains(element));
  if (place && figure >= 0) shifts.get(place)(figure);
}
