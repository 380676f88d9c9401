// A figure by keyboard.

import { make } from './dom.js';
import { unfold } from './fold.js';
import { itemsOf } from './items.js';
import { pick } from './pick.js';
import { spotlight } from './spotlight.js';

// walk lets the keyboard reach every mark of a figure: arrows move, Home and End
// jump, Enter opens the line of the report or the level below, Shift with it
// narrows the page to the mark, Escape leaves.
/** @param {import('./figure.js').Figure} figure */
export function walk(figure) {
  const { box, element } = figure;
  box.tabIndex = 0;
  const said = make('p', 'unseen');
  said.setAttribute('aria-live', 'polite');
  element.append(said);
  let at = -1;
  const stops = () => figure.current.series.flatMap((s, seriesIndex) => itemsOf(s)
    .map(({ item, ...at }) => ({ item, name: item.name || s.name, at: { seriesIndex, ...at }, series: s.name }))
    .filter(({ item }) => item.datum?.text));
  const go = (to) => {
    const all = stops();
    if (!all.length) return;
    unfold(figure);
    at = (to + all.length) % all.length;
    const { item, name, series } = all[at];
    point(figure, all[at]);
    spotlight(name);
    said.textContent = [...new Set([name, series ?? ''])].filter((s) => s && !s.includes('\0')).join(' ') + ` ${item.datum.text} ${item.datum.share ?? ''}`;
  };
  // keep narrows the page and leaves the reader at the mark, wherever it is then.
  const keep = () => {
    const { item, name, series } = stops()[at];
    pick(figure, [name, series]);
    go(Math.max(0, stops().findIndex((stop) => stop.item.name === item.name && stop.series === series)));
  };
  const leave = () => {
    at = -1;
    for (const type of ['hideTip', 'downplay']) figure.chart?.dispatchAction({ type });
    spotlight('');
  };
  box.addEventListener('keydown', (e) => {
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: Math.max(at, 0) - 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: -1 }[e.key];
    if (to !== undefined) go(to);
    else if (e.key === 'Enter' && at >= 0 && e.shiftKey) keep();
    else if (e.key === 'Enter' && at >= 0) figure.enter(stops()[at]);
    else if (e.key === 'Escape' && at >= 0) leave();
    else return;
    e.preventDefault();
    e.stopPropagation();
  });
  box.addEventListener('blur', leave);
}

// point shows the box of a mark. ECharts finds data by their numbers, but no
// links: their box is put where they are.
/** @param {import('./figure.js').Figure} figure */
function point({ chart, current }, { item, name, at, series }) {
  if (!at.dataType) {
    chart.dispatchAction({ type: 'showTip', ...at });
    return;
  }
  const el = chart.getModel().getSeriesByIndex(at.seriesIndex).getData(at.dataType).getItemGraphicEl(at.dataIndex);
  const box = el.getBoundingRect().clone();
  box.applyTransform(el.transform);
  const formatter = () => current.tooltip.formatter({ data: item, name, seriesName: series, color: el.style.fill });
  chart.dispatchAction({ type: 'showTip', x: box.x + box.width / 2, y: box.y + box.height / 2, tooltip: { formatter } });
}
