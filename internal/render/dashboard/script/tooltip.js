// The box at the pointer, and what is said of a datum in words.

import { make } from './dom.js';
import { pickable } from './pick.js';
import { interfaceWords, say } from './words.js';

// tooltip builds the box as elements: every text is set as text.
/**
 * @param {any[]} params
 * @param {import('./option.js').Option} option
 */
export function tooltip(params, { sources = [], picked }) {
  const said = params.filter((p) => p.data?.datum?.text);
  if (!said.length) return '';
  const box = make('div');
  const head = said[0].data.name ?? said[0].name ?? '';
  if (head) box.append(make('div', 'tip-head', head));
  for (const p of said) box.append(tooltipRow(p, head));
  const seen = new Set(said.flatMap((p) => p.data.datum.sources ?? []));
  for (const i of [...seen].slice(0, 4)) if (sources[i]) box.append(tooltipSource(sources[i]));
  const found = picked(said.length > 1 ? [head] : [head, said[0].seriesName]);
  if (found) box.append(make('div', 'tip-how', pickable(found)));
  return box;
}

function tooltipRow(p, head) {
  const { text, share, computed } = p.data.datum;
  const row = make('div', 'tip-row');
  const dot = make('span', 'tip-dot');
  const color = p.data.itemStyle?.areaColor ?? p.data.lineStyle?.color ?? p.color;
  dot.style.background = typeof color === 'string' ? color : '';
  row.append(dot);
  const name = p.seriesName ?? '';
  if (name && !name.includes('\0') && name !== head) row.append(make('span', 'tip-name', name));
  row.append(make('span', 'tip-value', text));
  if (share) row.append(make('span', 'tip-more', share));
  if (computed) row.append(make('span', 'tip-more', interfaceWords.computed));
  return row;
}

/** @param {import('./option.js').Source} s */
function tooltipSource(s) {
  const at = make('div', 'tip-source', `${interfaceWords.source} ${place(s)}`);
  if (s.quote) at.append(make('q', 'tip-quote', s.quote.replace(/\s+/g, ' ')));
  if (s.contested) at.append(make('div', 'tip-contested', s.contested));
  return at;
}

// place names a place of a report: the report, the table, the line.
/** @param {import('./option.js').Source} s */
function place(s) {
  const line = s.place ? s.place : s.line ? say('line', s.line) : '';
  return [s.report, s.table, line].filter(Boolean).join(' · ');
}
