// A presentation that goes on by itself, at the pace that the reader sets, until
// the reader does anything else. Its controls are those of every presentation.

const paces = [5, 10, 20, 30, 60]; // seconds
let pace = 0; // 0 while the presentation stands
let turning; // to the next figure
let controls; // of the presentation

// turn shows the figure after the one on the stage, or before it.
function turn(by) {
  present(figures[(figures.indexOf(alone) + by + figures.length) % figures.length]);
}

function play(seconds) {
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
function wantedPace(text) {
  const seconds = Number(text);
  return seconds >= 1 && seconds <= 3600 ? seconds : paces[1];
}

// writeShow brings the controls, and the address, to what is on the stage.
function writeShow() {
  controls ??= showControls();
  controls.bar.hidden = !alone;
  document.body.classList.toggle('playing', pace > 0);
  controls.toggle.textContent = interfaceWords[pace ? 'pause' : 'play'];
  controls.where.textContent = `${figures.indexOf(alone) + 1} / ${figures.length}`;
  controls.where.setAttribute('aria-live', pace ? 'off' : 'polite');
  if (pace && ![...controls.choice.options].some((o) => Number(o.value) === pace)) controls.choice.append(paceOption(pace));
  if (pace) controls.choice.value = pace;
  if (pace || address().wanted?.has('play')) history.replaceState(null, '', fragment(pace ? alone.element.id : address().id));
}

function paceOption(seconds) {
  const option = make('option', '', interfaceWords.seconds.replace('%d', seconds));
  option.value = seconds;
  return option;
}

function showControls() {
  const bar = make('section', 'show');
  bar.setAttribute('aria-label', interfaceWords.present);
  const choice = make('select');
  choice.setAttribute('aria-label', interfaceWords.pace);
  choice.append(...paces.map(paceOption));
  choice.value = paces[1];
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
    addEventListener(event, (e) => bar.contains(e.target) || e.key === ' ' || pause(), { capture: true, passive: true });
  }
  return { bar, choice, toggle, where };
}
