// Starts the page.

import { address } from './address.js';
import { startFilters } from './choice.js';
import { copies } from './copy.js';
import { Figure } from './figure.js';
import { figures, fillRows, whenIdle } from './figures.js';
import { adopt, change, embed, jumps, links, reach } from './follow.js';
import { menus } from './menu.js';
import { colours, printing, stills } from './page.js';
import { downloads, saveAll } from './save.js';
import { searching } from './search.js';
import { folds, shares, ways } from './sections.js';
import { stage } from './stage.js';

figures.push(...[.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.figure'))].filter((el) => el.querySelector('.option')).map((el) => new Figure(el)));
figures.forEach(downloads);
figures.forEach(copies);

// A chart is drawn when it is near the window, the others while the reader does
// nothing: a page that is printed or presented has them all.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) figures.find((f) => f.element === target).seen = isIntersecting;
  drawNear();
}, { rootMargin: '300px' });

// ready plans figures, so that nothing moves when they are drawn. All widths are
// read before anything is written: each would lay the page out anew.
function ready(some) {
  for (const f of some) f.room = f.panel.clientWidth;
  for (const f of some) if (f.room > 0) f.plan(f.room);
  fillRows(some.filter((f) => f.planned));
}

// The first chart is shown before the second is made; then as many are made
// before the page is shown again, and answers, as a reader does not notice.
const batch = 100; // ms
let drawing;

function drawNear() {
  drawing ??= setTimeout(() => {
    drawing = undefined;
    const until = performance.now() + batch;
    while (performance.now() < until) if (!draw(figures.find((f) => f.seen && !f.wanted))) return;
    drawNear();
  });
}

function draw(figure) {
  if (!figure) return false;
  near.unobserve(figure.element);
  figure.near();
  return true;
}

// pictures loads the still pictures that were far away, for paper.
function pictures() {
  return stills().map((picture) => () => { picture.loading = 'eager'; });
}

const first = figures.filter((f) => address().id || f.element.getBoundingClientRect().top < innerHeight);
startFilters(change);
stage();
shares();
ways();
folds();
adopt();
embed();
ready(first);
figures.forEach((f) => near.observe(f.element));
links();
jumps();
saveAll();
menus();
searching();
setTimeout(() => ready(figures.filter((f) => !first.includes(f))));
draw(first.find((f) => f.room > 0));
whenIdle([...figures.map((f) => () => f.wanted || draw(f)), ...pictures(), ...figures.flatMap((f) => f.table.preparations())]);
reach();
colours();
printing();
