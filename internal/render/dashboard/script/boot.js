// Starts the page.

const figures = [...document.querySelectorAll('.figure')].filter((el) => el.querySelector('.option')).map((el) => new Figure(el));
figures.forEach(downloads);

// Charts near the window are drawn first, the others after them: a page that is
// printed or presented has them all.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) figures.find((f) => f.element === target).seen = isIntersecting;
}, { rootMargin: '300px' });

// The first chart is shown before the second is made; then as many are made
// before the page is shown again as a reader does not notice.
const batch = 40; // ms

function drawNext(until = 0) {
  do {
    const next = figures.find((f) => f.seen && !f.wanted) ?? figures.find((f) => !f.wanted);
    if (!next) {
      whenIdle(figures.flatMap((f) => f.table.preparations()));
      return;
    }
    near.unobserve(next.element);
    next.near();
  } while (performance.now() < until);
  setTimeout(() => drawNext(performance.now() + batch));
}

// whenIdle does one small work after the other while the reader does nothing.
function whenIdle(works) {
  if (works.length) {
    requestIdleCallback(() => {
      works.shift()();
      whenIdle(works);
    });
  }
}

filters();
stage();
ways();
for (const f of figures) f.room = f.box.clientWidth; // all at once: reading one after the other lays the page out each time
figures.forEach((f) => near.observe(f.element));
links();
saveAll();
drawNext();
follow();
dark.addEventListener('change', () => figures.forEach((f) => f.redraw()));
