// The way back up from a part that fills the picture.

import { button } from './dom.js';
import { interfaceWords } from './words.js';

// crumbs lead back up.
/** @param {import('./figure.js').Figure} figure */
export function crumbs(figure) {
  figure.trail.setAttribute('aria-label', interfaceWords.path);
  const steps = figure.path.length ? [interfaceWords.all, ...figure.path] : [];
  figure.trail.replaceChildren(...steps.map((name, i) => {
    const step = button(name, () => figure.open(figure.path.slice(0, i)));
    if (i === figure.path.length) step.setAttribute('aria-current', 'true');
    return step;
  }));
}
