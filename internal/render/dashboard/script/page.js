// The controls of the whole page: its colours, and the way to paper.

import { figures } from './figures.js';
import { dataURL, picture } from './picture.js';

export function colours() {
  const redraw = () => figures.forEach((f) => f.redraw());
  const control = /** @type {HTMLSelectElement} */ (document.querySelector('[data-theme]'));
  if (control) control.value = theme.wanted;
  control?.addEventListener('change', () => {
    theme.want(control.value);
    theme.keep();
    redraw();
  });
  theme.system.addEventListener('change', redraw);
}

// stills are the still pictures of the figures, for paper.
export const stills = () => [.../** @type {NodeListOf<HTMLImageElement>} */ (document.querySelectorAll('.still'))];

// toPaper gives a figure the still picture of what the reader's choice leaves: the
// page came with that of all data.
/** @param {import('./figure.js').Figure} figure */
export function toPaper(figure) {
  const image = /** @type {HTMLImageElement} */ (figure.element.querySelector('.still'));
  if (!image || !figure.changed) return;
  figure.changed = false;
  figure.whole ??= image.src;
  const width = !figure.element.matches('.full, .tall') ? 321 : 'small' in image.dataset ? 504 : 672; // of A4, within the margins
  image.src = figure.table.kept ? dataURL(picture(figure, { width, alone: false })) : figure.whole;
}

// printing waits for the still pictures that were far away.
export function printing() {
  document.querySelector('[data-print]')?.addEventListener('click', async () => {
    figures.forEach(toPaper);
    const pictures = stills();
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.allSettled(pictures.map((picture) => picture.decode()));
    print();
  });
}
