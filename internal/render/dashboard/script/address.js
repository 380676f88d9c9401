// The address of the page says what the reader sees, so that it can be sent to
// others: #figure, or #figure?column=value when the page is narrowed,
// with a column=value for each value. With play=10
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

// chosen is the reader's choice as an address has it.
const chosen = () => new URLSearchParams(filters.flatMap((f) => f.values.map((value) => [f.name, value])));

// fragment is the address of a figure, or of the page, with the reader's choice.
function fragment(id) {
  const query = chosen();
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
    for (const f of filters) f.take(wanted.getAll(f.name));
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
