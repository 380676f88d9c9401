// The address of the page says what the reader sees, so that it can be sent to
// others: #figure, or #figure?column=value when the page is narrowed. With play=10
// it opens as a presentation that goes on every ten seconds.

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // no address of ours
  }
};

// address reads what stands behind the #; without a ? it leaves the choice as it
// is.
function address() {
  const [id, query] = location.hash.slice(1).split('?');
  return { id: decoded(id), wanted: query === undefined ? undefined : new URLSearchParams(query) };
}

// fragment is the address of a figure, or of the page, with the reader's choice.
function fragment(id) {
  const query = new URLSearchParams([...document.querySelectorAll('.filters select')].filter((s) => s.value).map((s) => [s.name, s.value]));
  if (pace) query.set('play', pace);
  return `#${encodeURIComponent(id)}${query.size ? `?${query}` : ''}`;
}

// remember writes the choice into the address, without a step to go back to.
function remember() {
  history.replaceState(null, '', fragment(address().id));
}

// follow brings the page to what its address says.
function follow() {
  adopt();
  reach();
}

// adopt narrows the page as its address says.
function adopt() {
  const { wanted } = address();
  if (wanted) {
    for (const s of document.querySelectorAll('.filters select')) s.value = choosable(s, wanted.get(s.name));
    choose();
  } else if (choice.size) remember();
  document.documentElement.classList.remove('narrowed'); // early.js
}

// reach brings the reader to the figure of the address.
function reach() {
  const { id, wanted } = address();
  const figure = figures.find((f) => f.element.id === id);
  if (wanted?.has('play') && figures.length) {
    present(figure ?? figures[0]);
    play(wantedPace(wanted.get('play')));
    return;
  }
  if (alone) end();
  if (!figure) return;
  reveal(figure.element);
  figure.element.scrollIntoView({ behavior: 'instant' });
  figure.element.focus({ preventScroll: true });
}

// choosable is a value that a select has, or that of no choice.
function choosable(select, value) {
  return [...select.options].some((o) => o.value === value) ? value : '';
}

// links give every figure its address, for the clipboard where there is one.
function links() {
  for (const { element } of figures) {
    const link = element.querySelector('.anchor');
    const said = element.querySelector('.linked');
    element.tabIndex = -1;
    link.addEventListener('click', async (e) => {
      e.preventDefault();
      history.replaceState(null, '', fragment(element.id));
      await navigator.clipboard?.writeText(location.href).catch(() => {}); // a reader may forbid it; the address bar has it
      said.textContent = interfaceWords.linked;
      setTimeout(() => { said.textContent = ''; }, 3000);
    });
  }
  addEventListener('hashchange', follow);
}
