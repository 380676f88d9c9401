// Starts the page.

const figures = [...document.querySelectorAll('.figure')].filter((el) => el.querySelector('.option')).map((el) => new Figure(el));
figures.forEach(downloads);

// Charts near the window are drawn at once, the others when the browser has time.
const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    near.unobserve(target);
    figures.find((f) => f.element === target).near();
  }
}, { rootMargin: '300px' });

const idle = window.requestIdleCallback ?? ((work) => setTimeout(work, 20));
function drawNext() {
  const next = figures.find((f) => !f.wanted);
  if (!next) return;
  next.near();
  idle(drawNext);
}

filters();
stage();
ways();
figures.forEach((f) => near.observe(f.element));
idle(drawNext);
dark.addEventListener('change', () => figures.forEach((f) => f.redraw()));
