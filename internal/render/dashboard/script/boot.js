// Starts the page.

const figures = [...document.querySelectorAll('.figure')].filter((el) => el.querySelector('.option')).map((el) => new Figure(el));
figures.forEach(downloads);

// One chart is drawn at a time, those near the window first, so that the first
// stands soon and the page answers meanwhile.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) figures.find((f) => f.element === target).seen = isIntersecting;
}, { rootMargin: '300px' });

function drawNext() {
  const next = figures.find((f) => f.seen && !f.wanted) ?? figures.find((f) => !f.wanted);
  if (!next) return;
  near.unobserve(next.element);
  next.near();
  setTimeout(drawNext);
}

filters();
stage();
ways();
figures.forEach((f) => near.observe(f.element));
drawNext();
dark.addEventListener('change', () => figures.forEach((f) => f.redraw()));
