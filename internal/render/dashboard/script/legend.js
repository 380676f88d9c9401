// The legend of a figure as controls of the page, so that it wraps, takes the
// keyboard and is read aloud.

import { button, make } from './dom.js';
import { spotlight } from './spotlight.js';

/** @param {import('./figure.js').Figure} figure */
export function writeLegend(figure, legend) {
  const write = legend?.selectedMode ? toggle : (_, entry) => signed(make('span', 'entry'), entry);
  figure.legend.replaceChildren(...(legend?.data ?? []).map((entry) => write(figure, entry)));
}

function signed(el, { name, icon, itemStyle }) {
  const sign = make('span', { circle: 'sign dot', rect: 'sign' }[icon] ?? 'sign dash');
  sign.style.background = itemStyle.color;
  el.append(sign, make('span', '', name));
  return el;
}

// toggle hides a series and shows it again.
/** @param {import('./figure.js').Figure} figure */
function toggle(figure, entry) {
  const { name } = entry;
  const shown = () => figure.selected[name] !== false;
  const el = signed(button('', () => {
    figure.selected[name] = !shown();
    figure.chart.dispatchAction({ type: shown() ? 'legendSelect' : 'legendUnSelect', name });
    el.setAttribute('aria-pressed', String(shown()));
  }, 'entry'), entry);
  el.setAttribute('aria-pressed', String(shown()));
  for (const [event, to] of [['pointerenter', name], ['pointerleave', ''], ['focus', name], ['blur', '']]) {
    el.addEventListener(event, () => spotlight(to));
  }
  return el;
}
