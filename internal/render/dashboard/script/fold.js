// A chart much higher than the window shows its beginning until the reader asks for
// the rest, a long ranking its ends (ends.js).

import { button } from './dom.js';
import { interfaceWords, say } from './words.js';

const tooHigh = 1.5; // windows

/** @param {import('./figure.js').Figure} figure */
export function fold(figure) {
  const long = !figure.alone && figure.size.height > tooHigh * innerHeight;
  figure.panel.classList.toggle('folded', long && !figure.unfolded);
  if (!long && !figure.ranked && !figure.unfolder) return;
  figure.unfolder ??= unfolder(figure);
  const rows = figure.ranked || Math.max(0, ...((figure.planned ?? figure.current).yAxis ?? []).map((axis) => axis.data?.length ?? 0));
  figure.unfolder.hidden = !long && !figure.ranked;
  const all = `${interfaceWords.unfold} ${rows ? say('entries', rows) : ''}`.trim();
  figure.unfolder.textContent = figure.unfolded ? interfaceWords.fold : figure.ranked ? `${figure.excerpt}${all}` : all;
  figure.unfolder.setAttribute('aria-expanded', String(Boolean(figure.unfolded)));
}

/** @param {import('./figure.js').Figure} figure */
function unfolder(figure) {
  const control = button('', () => {
    figure.unfolded = !figure.unfolded;
    if (figure.ranked) figure.redraw();
    else fold(figure);
    if (!figure.unfolded) figure.element.scrollIntoView({ block: 'start', behavior: 'instant' });
  }, 'unfold');
  control.setAttribute('aria-controls', figure.panel.id);
  figure.panel.append(control);
  return control;
}

// unfold opens a chart whose marks the keyboard is about to reach.
/** @param {import('./figure.js').Figure} figure */
export function unfold(figure) {
  if (!figure.panel.classList.contains('folded')) return;
  figure.unfolded = true;
  fold(figure);
}
