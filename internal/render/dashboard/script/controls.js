// The controls of a figure: the switch between chart, table and source, and the
// downloads.

// tabs makes a switch follow the keyboard: arrows move, Home and End jump. It
// returns a function that shows one of the panels.
function tabs(element, changed = () => {}) {
  const all = [...element.querySelectorAll('[role="tab"]')];
  const panels = all.map((tab) => document.getElementById(tab.getAttribute('aria-controls')));
  const show = (chosen) => {
    all.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      panels[i].classList.toggle('shown', i === chosen);
    });
    changed(chosen);
  };
  all.forEach((tab, i) => {
    tab.addEventListener('click', (e) => {
      e.preventDefault();
      show(i);
    });
    tab.addEventListener('keydown', (e) => {
      const next = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[e.key];
      if (next === undefined) return;
      e.preventDefault();
      const to = (next + all.length) % all.length;
      show(to);
      all[to].focus();
    });
  });
  return show;
}

// saveAll offers the data of all figures as one workbook.
function saveAll() {
  document.querySelector('[data-save-all]')?.addEventListener('click', () => {
    saveAs(`${document.title}.xlsx`, xlsx(Object.fromEntries(figures.map((f) => [f.element.id, f.table]))));
  });
}

function downloads(figure) {
  const { element, table } = figure;
  const name = (format) => `${element.id}.${format}`;
  const save = {
    svg: () => saveAs(name('svg'), new Blob([picture(figure).svg], { type: 'image/svg+xml' })),
    png: async () => saveAs(name('png'), await raster(picture(figure))),
    csv: () => saveAs(name('csv'), new Blob(['\ufeff', csv(table)], { type: 'text/csv' })),
    xlsx: () => saveAs(name('xlsx'), xlsx({ [element.id]: table })),
  };
  for (const el of element.querySelectorAll('[data-save]')) el.addEventListener('click', save[el.dataset.save]);
}
