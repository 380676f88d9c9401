// The controls of the whole page: its colours, and its way to paper.

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

// printing waits for the still pictures that were far away.
function printing() {
  document.querySelector('[data-print]')?.addEventListener('click', async () => {
    const pictures = [...document.querySelectorAll('.still')];
    for (const picture of pictures) picture.loading = 'eager';
    await Promise.allSettled(pictures.map((picture) => picture.decode()));
    print();
  });
}
