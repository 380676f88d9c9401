// All figures of the page.

export const figures = /** @type {import('./figure.js').Figure[]} */ ([]); // boot.js fills it

// fillRows lets figures take what their neighbours leave. All rooms are read
// before one is taken: each would lay the page out anew.
export function fillRows(some) {
  const rooms = some.map((f) => f.spare());
  some.forEach((f, i) => f.fill(rooms[i]));
}

// settle lets the figures fill their rows, once all of them have their heights.
let settling = 0;
export function settle() {
  cancelAnimationFrame(settling);
  if (figures.every((f) => f.wanted)) settling = requestAnimationFrame(() => fillRows(figures));
}

const idle = window.requestIdleCallback ?? setTimeout; // Safari has none

// whenIdle does small works while the reader does nothing.
export function whenIdle(works) {
  if (!works.length) return;
  idle((left) => {
    do works.shift()();
    while (works.length && left?.timeRemaining() > 0);
    whenIdle(works);
  });
}
