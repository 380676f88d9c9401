// Names for which ECharts has no room.

import { make } from './dom.js';
import { broken } from './measure.js';
import { interfaceWords, say } from './words.js';

const solid = (text) => text.replace(/\s/g, '');

// uncut breaks labels where words end, and leaves out, of those that ECharts would
// cut, the value, and then the name: half a name is another one. It returns what is
// not written in full.
export function uncut(chart) {
  const lost = [];
  const all = chart.getModel().getSeriesByType('treemap');
  if (all.length) chart.getZr().storage.getDisplayList(true); // which lays out the texts, and makes lines with a label be painted anew
  all.forEach((series) => {
    const data = series.getData();
    const items = data.mapArray((i) => data.getItemModel(i).option);
    const valued = items.some(({ datum }) => datum?.label?.includes('\n'));
    items.forEach(({ name, datum, children }, i) => {
      let written = '';
      data.getItemGraphicEl(i)?.traverse((part) => { // the smallest have none
        const label = part.getTextContent();
        if (label && !children) breakName(label, label.style.text);
        if (label?.isTruncated) {
          breakName(label, name);
          label.ignore = label.isTruncated;
        }
        if (label?.style.width < label?.style.fontSize) label.ignore = true; // which ECharts lets stand out
        if (label && !label.ignore) written += label.style.text ?? '';
      });
      if (children || !datum) return;
      const [seen, own] = [solid(written), solid(name)];
      const whole = seen.includes(own) && (!valued || seen.length > own.length);
      if (!whole) lost.push(valued ? `${name}\u00a0${datum.text}` : name);
    });
  });
  return lost;
}

function breakName(label, text) {
  const { width, fontSize, padding: [, right, , left] } = label.style;
  const lines = broken(text, width - left - right, fontSize);
  if (label.style.text !== lines) label.setStyle('text', lines); // which has the label painted anew
  label.update();
}

const few = 12;

// writeLost lists under a figure what has no room in it.
/** @param {import('./figure.js').Figure} figure */
export function writeLost(figure, lost) {
  if (!lost.length && !figure.lost) return;
  figure.lost ??= listOf(figure);
  const text = lost.join(interfaceWords.comma);
  if (figure.lost.lastChild.textContent === text) return;
  figure.lost.hidden = !lost.length;
  figure.lost.open = lost.length <= few;
  figure.lost.firstChild.textContent = say('lost', lost.length);
  figure.lost.lastChild.textContent = text;
}

/** @param {import('./figure.js').Figure} figure */
function listOf(figure) {
  const list = /** @type {HTMLDetailsElement} */ (make('details', 'lost'));
  list.append(make('summary'), make('p'));
  figure.box.after(list);
  return list;
}
