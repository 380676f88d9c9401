// The controls of the whole page: its colours, and the way to paper.

function colours() {
  const redraw = () => figures.forEach((f) => f.redraw());
  const control = document.querySelector('[data-theme]');
  if (control) control.value = theme.wanted;
  control?.addEventListener('change', () => {
    theme.want(control.value);
    theme.keep();
    redraw();
  });
  theme.system.addEventListener('change', redraw);
}

// toPaper gives a figure the still picture of what the reader's choice leaves: the
// page came with that of all data.
function toPaper(figure) {
  const image = figure.element.querySelector('.still');
  if (!image || !figure.changed) return;
  figure.changed = false;
  figure.whole ??= image.src;
  const width = 'small' in image.dataset ? 504 : 672; // of A4, within the margins
  image.src = figure.table.kept ? dataURL(picture(figure, { width, alone: false })) : figure.whole;
}

// printing waits for the still pictures that were far away.
function printing() {
  document.querySelector('[data-print]')?.addEventListener('click', async () => {
    figures.forEach(toPaper);
    const pictures = [...document.querySelectorAll('.still')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.allSettled(pictures.map((picture) => picture.decode()));
    print();
  });
}
