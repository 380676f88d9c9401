// What a figure says of the reader's choice.

import { narrowing } from './choice.js';
import { button, make } from './dom.js';
import { change } from './follow.js';
import { interfaceWords, say } from './words.js';

// writeLeft says beside the title of a figure, which was written for all rows, how
// many of them are left.
/** @param {import('./figure.js').Figure} figure */
export function writeLeft(figure) {
  const { kept } = figure.table;
  if (!figure.left) figure.element.querySelector('h3').append(figure.left = make('span', 'left'));
  figure.left.textContent = kept ? say('left', kept.reduce((sum, one) => sum + one, 0), kept.length) : '';
}

// writeChips says at a figure to what it is narrowed, and takes it back.
/** @param {import('./figure.js').Figure} figure */
export function writeChips(figure) {
  figure.chips ??= chipsOf(figure);
  figure.chips.replaceChildren(...narrowing(figure).map((filter) => {
    const chip = button('', () => {
      filter.take([]);
      change();
      figure.element.focus({ preventScroll: true });
    }, 'chip');
    chip.append(`${filter.name} `, make('b', '', filter.said), make('span', 'unseen', `, ${interfaceWords.reset}`));
    return chip;
  }));
}

/** @param {import('./figure.js').Figure} figure */
function chipsOf(figure) {
  const chips = make('div', 'chips');
  figure.element.querySelector('.panels').before(chips);
  return chips;
}
