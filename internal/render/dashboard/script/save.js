// The files that a reader takes away.

import { figures } from './figures.js';
import { picture, raster } from './picture.js';
import { csv, xlsx } from './sheet.js';

function saveAs(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// saveAll offers the data of all figures as one workbook.
export function saveAll() {
  document.querySelector('[data-save-all]')?.addEventListener('click', () => {
    saveAs(`${document.title}.xlsx`, xlsx(Object.fromEntries(figures.map((f) => [f.element.id, f.table]))));
  });
}

/** @param {import('./figure.js').Figure} figure */
export function downloads(figure) {
  const { element, table } = figure;
  const name = (format) => `${element.id}.${format}`;
  const save = {
    svg: () => saveAs(name('svg'), new Blob([picture(figure).svg], { type: 'image/svg+xml' })),
    png: async () => saveAs(name('png'), await raster(picture(figure))),
    csv: () => saveAs(name('csv'), new Blob(['\ufeff', csv(table)], { type: 'text/csv' })),
    xlsx: () => saveAs(name('xlsx'), xlsx({ [element.id]: table })),
  };
  for (const el of /** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('[data-save]'))) el.addEventListener('click', save[el.dataset.save]);
}
