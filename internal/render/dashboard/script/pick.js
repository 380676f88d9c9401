// A mark as a way to narrow the page: where it bears a value of a filter, a click
// keeps that value alone, and a second one gives the others back.

import { isAlone, picked } from './choice.js';
import { change } from './follow.js';
import { spotlight } from './spotlight.js';
import { below } from './tree.js';
import { interfaceWords, say } from './words.js';

/** @param {import('./figure.js').Figure} figure */
export function pick(figure, names) {
  const found = picked(figure, names);
  if (!found) return;
  spotlight('');
  found.filter.take(isAlone(found) ? [] : [found.value]);
  change();
}

// pickable says how a mark narrows the page.
export function pickable(found) {
  const how = matchMedia('(hover: none) and (pointer: coarse)').matches ? interfaceWords.tapAgain : interfaceWords.click;
  return `${how}${isAlone(found) ? interfaceWords.all : say('only', found.value)}`;
}

// picks lets clicks on the marks of a figure narrow the page. A finger points
// first: what is said of the mark could not be read else.
/** @param {import('./figure.js').Figure} figure */
export function picks(figure) {
  let pointed;
  let touched;
  figure.box.addEventListener('pointerdown', ({ pointerType }) => { touched = pointerType === 'touch'; }, true);
  figure.chart.on('click', ({ data, name, seriesName, event }) => {
    const path = data && !event.event.shiftKey && below(figure, data);
    if (path) {
      figure.open(path);
      return;
    }
    const before = pointed;
    pointed = `${name}\n${seriesName}`;
    if (!touched || pointed === before) pick(figure, [data?.name, name, seriesName]);
  });
}
