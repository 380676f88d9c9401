// The page follows its address, and the address the reader.

import { address, chosen, fragment } from './address.js';
import { choice, choose, filters } from './choice.js';
import { fading } from './dom.js';
import { figures } from './figures.js';
import { reveal } from './sections.js';
import { alone, end, pace, play, present, wantedPace } from './stage.js';
import { interfaceWords } from './words.js';

// change is a choice that the reader made.
export function change() {
  choose();
  remember();
}

// remember writes the choice into the address, without a step to go back to.
function remember() {
  history.replaceState(null, '', fragment(address().id, pace));
}

// follow brings the page to what its address says.
function follow() {
  adopt();
  reach();
}

// adopt narrows the page as its address says.
export function adopt() {
  const { wanted } = address();
  if (wanted) {
    for (const f of filters) f.take(wanted.getAll(f.name));
    choose();
  } else if (choice.size) remember();
  document.documentElement.classList.remove('narrowed'); // early.js
}

// embed leaves the page a figure, with its source, for a frame in another page.
export function embed() {
  const page = document.documentElement.classList;
  if (!page.contains('embedded')) return;
  const figure = figures.length === 1 ? figures[0] : figures.find((f) => f.element.id === address().id);
  if (!figure) {
    page.remove('embedded');
    return;
  }
  figure.element.classList.add('lone');
  reveal(figure.element);
}

// reach brings the reader to the figure of the address.
export function reach() {
  const { id, wanted } = address();
  const figure = figures.find((f) => f.element.id === id);
  if (wanted?.has('play') && figures.length) {
    present(figure);
    play(wantedPace(wanted.get('play')));
    return;
  }
  if (alone) end();
  if (!figure) return;
  reveal(figure.element);
  figure.element.scrollIntoView({ behavior: 'instant' });
  figure.element.focus({ preventScroll: true });
}

// links give every figure its address, for the clipboard where there is one.
export function links() {
  for (const { element } of figures) {
    const link = element.querySelector('.anchor');
    const say = fading(element.querySelector('.linked'));
    element.tabIndex = -1;
    link.addEventListener('click', async (e) => {
      e.preventDefault();
      history.replaceState(null, '', fragment(element.id, pace));
      await navigator.clipboard?.writeText(location.href).catch(() => {}); // a reader may forbid it; the address bar has it
      say(interfaceWords.linked);
    });
  }
  addEventListener('hashchange', follow);
}

// jumps are links within the page and to others.
export function jumps() {
  // One to where the reader has been before changes no address, and leads there all
  // the same.
  document.addEventListener('click', (e) => {
    const link = /** @type {HTMLAnchorElement} */ (/** @type {Element} */ (e.target).closest('main a[href^="#"]'));
    if (link && !e.defaultPrevented && link.hash === location.hash) reach();
  });
  // The choice goes along to another page, in this window or a new one.
  const bar = document.querySelector('.pages');
  const take = (e) => {
    const link = /** @type {Element} */ (e.target).closest('a');
    const query = chosen();
    if (link) link.hash = query.size ? `?${query}` : '';
  };
  for (const type of ['click', 'auxclick', 'contextmenu']) bar?.addEventListener(type, take);
}
