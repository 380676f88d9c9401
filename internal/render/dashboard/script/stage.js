// One figure has the window to itself: full screen for one, a presentation when
// the reader goes on with the arrow keys, or by itself at the pace that the reader
// sets, until the reader does anything else. Escape ends it.

import { address, fragment } from './address.js';
import { Cover } from './cover.js';
import { button, make } from './dom.js';
import { figures, settle } from './figures.js';
import { reveal } from './sections.js';
import { interfaceWords, say } from './words.js';

/** @type {import('./figure.js').Figure | Cover} */
export let alone; // the figure on the stage
let opener; // what had the focus before

// slides are all that a presentation shows.
/** @type {Cover} */
let cover;
const slides = () => [cover ??= new Cover(), ...figures];

/** @param {import('./figure.js').Figure | Cover} figure */
export function present(figure = slides()[0], from = undefined) {
  opener ??= from;
  leave();
  alone = figure;
  figure.alone = true;
  document.body.classList.add('staged');
  figure.element.classList.add('alone');
  reveal(figure.element);
  writeShow();
  seclude(figure.element);
  figure.near();
  figure.redraw();
  figure.element.querySelector('[data-stage]')?.setAttribute('aria-pressed', 'true');
  if (!controls.bar.contains(document.activeElement)) figure.element.focus({ preventScroll: true });
  const asked = navigator.userActivation?.isActive ?? true; // a page that opens as a presentation may not ask
  if (!document.fullscreenElement && asked) document.documentElement.requestFullscreen?.().catch(() => {}); // a reader may forbid it
}

// seclude keeps the keyboard out of what the stage covers.
function seclude(element) {
  for (let at = element; at !== document.body; at = at.parentElement) {
    for (const other of /** @type {Iterable<HTMLElement>} */ (at.parentElement.children)) other.inert = other !== at && !other.matches('.show, dialog');
  }
}

function leave() {
  if (!alone) return;
  alone.alone = false;
  alone.element.classList.remove('alone');
  alone.element.querySelector('[data-stage]')?.setAttribute('aria-pressed', 'false');
  document.body.classList.remove('staged');
  for (const el of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[inert]'))) el.inert = false;
  alone.redraw();
  alone = undefined;
}

export function end() {
  const at = alone;
  pause();
  leave();
  writeShow();
  if (document.fullscreenElement) document.exitFullscreen();
  at?.element.scrollIntoView({ block: 'nearest' });
  opener?.focus();
  opener = undefined;
  settle();
}

export function stage() {
  for (const f of figures) {
    const control = f.element.querySelector('[data-stage]');
    control.addEventListener('click', () => (alone ? end() : present(f, opens(control))));
  }
  const start = document.querySelector('[data-present]');
  start?.addEventListener('click', () => present(undefined, opens(start)));
  document.addEventListener('keydown', (e) => {
    const target = /** @type {Element} */ (e.target);
    if (!alone || e.shiftKey || target.closest('[role="tab"], select, input')) return;
    const by = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 }[e.key];
    if (e.key === 'Escape') end();
    else if (by) turn(by);
    else if (e.key === ' ' && (target === alone.element || target.closest('.panel.chart'))) controls.toggle.click();
    else return;
    e.preventDefault();
    e.stopImmediatePropagation();
  }, true);
  document.addEventListener('fullscreenchange', () => {
    if (!document.fullscreenElement && alone) end();
  });
}

// opens is what a control in a menu is reached by.
const opens = (control) => control.closest('.menu').querySelector('summary');

const paces = [5, 10, 20, 30, 60]; // seconds
export let pace = 0; // 0 while the presentation stands
let turning; // to the next figure
let controls; // of the presentation

// turn shows the figure after the one on the stage, or before it.
function turn(by) {
  const all = slides();
  present(all[(all.indexOf(alone) + by + all.length) % all.length]);
}

export function play(seconds) {
  pace = seconds;
  clearTimeout(turning);
  turning = setTimeout(() => {
    if (!document.hidden) turn(1);
    play(pace);
  }, pace * 1000);
  writeShow();
}

function pause() {
  if (!pace) return;
  pace = 0;
  clearTimeout(turning);
  writeShow();
}

// wantedPace is the pace that an address asks for.
export function wantedPace(text) {
  const seconds = Number(text);
  return seconds >= 1 && seconds <= 3600 ? seconds : paces[1];
}

// writeShow brings the controls, and the address, to what is on the stage.
function writeShow() {
  controls ??= showControls();
  controls.bar.hidden = !alone;
  document.body.classList.toggle('playing', pace > 0);
  controls.toggle.textContent = interfaceWords[pace ? 'pause' : 'play'];
  controls.where.textContent = `${slides().indexOf(alone) + 1} / ${figures.length + 1}`;
  controls.where.setAttribute('aria-live', pace ? 'off' : 'polite');
  if (pace && ![...controls.choice.options].some((o) => Number(o.value) === pace)) controls.choice.append(paceOption(pace));
  if (pace) controls.choice.value = pace;
  if (pace || address().wanted?.has('play')) history.replaceState(null, '', fragment(pace ? alone.element.id : address().id, pace));
}

function paceOption(seconds) {
  const option = make('option', '', say('seconds', seconds));
  option.value = seconds;
  return option;
}

function showControls() {
  const bar = make('section', 'show');
  bar.setAttribute('aria-label', interfaceWords.present);
  const choice = make('select');
  choice.setAttribute('aria-label', interfaceWords.pace);
  choice.append(...paces.map(paceOption));
  choice.value = String(paces[1]);
  choice.addEventListener('change', () => pace && play(Number(choice.value)));
  const toggle = button('', () => (pace ? pause() : play(Number(choice.value))), 'toggle');
  const by = (steps) => () => {
    pause();
    turn(steps);
  };
  const where = make('span');
  bar.append(toggle, choice, button(interfaceWords.figureBefore, by(-1)), where, button(interfaceWords.figureNext, by(1)), button(interfaceWords.end, end));
  document.querySelector('main').append(bar);
  for (const event of ['pointerdown', 'wheel', 'keydown']) {
    addEventListener(event, (e) => bar.contains(/** @type {Node} */ (e.target)) || ('key' in e && e.key === ' ') || pause(), { capture: true, passive: true });
  }
  return { bar, choice, toggle, where };
}
