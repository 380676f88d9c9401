// The switch between panels.

// tabs makes a switch follow the keyboard: arrows move, Home and End jump. It
// returns a function that shows one of the panels.
/**
 * @param {Element} element
 * @param {(panel: number) => void} changed
 */
export function tabs(element, changed = () => {}) {
  const all = [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll('[role="tab"]'))];
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
