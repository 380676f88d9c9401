// Menus: one opens at a time, and closes when the reader goes on elsewhere.

/** @param {HTMLDetailsElement} menu */
function close(menu) {
  const back = menu.contains(document.activeElement) && menu.open;
  menu.open = false;
  if (back) menu.querySelector('summary').focus();
}

export function menus() {
  const all = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll('.menu, .card .about'))];
  // A number of a text leads to its line, in the list that everybody else opens.
  document.addEventListener('click', ({ target }) => {
    const number = /** @type {HTMLElement} */ (/** @type {Element} */ (target).closest('[data-from]'));
    if (!number) return;
    const line = document.getElementById(number.dataset.from);
    line.closest('details').open = true;
    for (const other of document.querySelectorAll('.sought')) other.classList.remove('sought');
    line.classList.add('sought');
    line.scrollIntoView({ block: 'nearest' });
  });
  const leave = (/** @type {Node} */ to) => {
    for (const menu of all) if (menu.open && !menu.contains(to)) menu.open = false;
  };
  document.addEventListener('pointerdown', ({ target }) => leave(/** @type {Node} */ (target)));
  document.addEventListener('focusin', ({ target }) => leave(/** @type {Node} */ (target)));
  for (const menu of all) {
    menu.addEventListener('keydown', (e) => {
      if (e.key !== 'Escape' || !menu.open) return;
      close(menu);
      e.stopPropagation();
    });
    menu.querySelector('.controls')?.addEventListener('click', ({ target }) => {
      if (/** @type {Element} */ (target).closest('[role="tab"], [data-stage], [data-present], [data-print]')) close(menu);
    });
  }
}
