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
  writeShow();
  seclude(figure.element);
  figure.near();
  figure.redraw();
  figure.element.querySelector('[data-stage]').setAttribute('aria-pressed', 'true');
  if (!controls.bar.contains(document.activeElement)) figure.box.focus({ preventScroll: true });
  const asked = navigator.userActivation?.isActive ?? true; // a page that opens as a presentation may not ask
  if (!document.fullscreenElement && asked) document.documentElement.requestFullscreen?.().catch(() => {}); // a reader may forbid it
}

// seclude keeps the keyboard out of what the stage covers.
function seclude(element) {
  for (let at = element; at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement.children) other.inert = other !== at && !other.matches('.show, dialog');
  }
}

function leave() {
  if (!alone) return;
  alone.alone = false;
  alone.element.classList.remove('alone');
  alone.element.querySelector('[data-stage]').setAttribute('aria-pressed', 'false');
  document.body.classList.remove('staged');
  for (const el of document.querySelectorAll('[inert]')) el.inert = false;
  alone.redraw();
  alone = undefined;
}

function end() {
  const at = alone;
  pause();
  leave();
  writeShow();
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
    else if (by) turn(by);
    else if (e.key === ' ' && e.target.closest('.panel.chart')) controls.toggle.click();
    else return;
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && alone) end();
  });
}
