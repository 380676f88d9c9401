// The first of a presentation: what the page says before its figures.

import { make } from './dom.js';

export class Cover {
  alone = false; // on the stage
  near() {}
  redraw() {}

  constructor() {
    this.element = make('section', 'figure cover');
    this.element.tabIndex = -1;
    for (const part of document.querySelectorAll('.masthead :is(h1, .logo), .lede, .front :is(.points, #cards, .cards)')) this.element.append(part.cloneNode(true));
    for (const el of this.element.querySelectorAll('[id]')) el.removeAttribute('id');
    this.element.setAttribute('aria-label', document.title);
    document.querySelector('main').append(this.element);
  }
}
