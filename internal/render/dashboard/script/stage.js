// One figure has the window to itself: full screen for one, a presentation when
// the reader goes on with the arrow keys. Escape ends it.

let alone; // the figure on the stage
let opener; // what had the focus before

function present(figure, from) {
  opener ??= from;
  leave();
  alone = figure;
  figure.alone = true;
  document.body.classList.add('staged');
  figure.element.classList.add('alone');
  reveal(figure.element);
  figure.near();
  figure.redraw();
  figure.element.querySelector('[data-stage]').setAttribute('aria-pressed', 'true');
  figure.box.focus();
  if (!document.fullscreenElement) document.documentElement.requestFullscreen?.().catch(() => {}); // a reader may forbid it
}

function leave() {
  if (!alone) return;
  alone.alone = false;
  alone.element.classList.remove('alone');
  alone.element.querySelector('[data-stage]').setAttribute('aria-pressed', 'false');
  document.body.classList.remove('staged');
  alone.redraw();
  alone = undefined;
}

function end() {
  const at = alone;
  leave();
  if (document.fullscreenElement) document.exitFullscreen();
  at?.element.scrollIntoView({ block: 'nearest' });
  opener?.focus();
  opener = undefined;
  settle();
}

function stage() {
  for (const f of figures) {
    const control = f.element.querySelector('[data-stage]');
    control.addEventListener('click', () => (alone ? end() : present(f, control)));
  }
  const start = document.querySelector('[data-present]');
  start?.addEventListener('click', () => present(figures[0], start));
  document.addEventListener('keydown', (e) => {
    if (!alone || e.shiftKey || e.target.closest('[role="tab"], select, input')) return;
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[e.key];
    if (e.key === 'Escape') end();
    else if (by) present(figures[(figures.indexOf(alone) + by + figures.length) % figures.length]);
    else return;
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && alone) end();
  });
}
