// The reader's choice: some values of each column that the page names, for all
// figures that have the column.

const choice = new Map(); // the values of a column, as they are compared
const filters = [];

// choose narrows the figures to what the filters say.
function choose() {
  choice.clear();
  for (const f of filters) {
    f.write();
    if (f.values.length) choice.set(f.name, new Set(f.values.map(normal)));
  }
  for (const f of figures) f.choose(choice);
  writeChoice();
  settle();
  whenIdle(figures.map((f) => () => toPaper(f)));
}

// change is a choice that the reader made.
function change() {
  choose();
  remember();
}

function writeChoice() {
  const form = document.querySelector('.filters');
  if (!form) return;
  const some = figures.filter((f) => f.table.kept).length;
  form.querySelector('.narrowing').textContent = choice.size ? interfaceWords.narrowed.replace('%d', some).replace('%d', figures.length) : '';
  form.querySelector('.reset').hidden = !choice.size;
}

function startFilters() {
  const form = document.querySelector('.filters');
  if (!form) return;
  filters.push(...[...form.querySelectorAll('.filter')].map((el) => new Filter(el)));
  form.addEventListener('submit', (e) => e.preventDefault()); // Enter in a field
  form.querySelector('.reset').addEventListener('click', () => {
    for (const f of filters) f.take([]);
    change();
    form.querySelector('summary').focus();
  });
  writeChoice();
}

// narrowing are the filters that narrow a figure.
const narrowing = (figure) => filters.filter((f) => choice.has(f.name) && figure.table.has(f.name));

// narrowedTo says for what a figure is taken away.
function narrowedTo(figure) {
  const all = narrowing(figure).map((f) => `${f.name} ${f.said}`);
  return all.length ? interfaceWords.narrowedTo.replace('%s', () => all.join(' · ')) : '';
}

// writeLeft says beside the title of a figure, which was written for all rows, how
// many of them are left.
function writeLeft(figure) {
  const { kept } = figure.table;
  if (!figure.left) figure.element.querySelector('h3').append(figure.left = make('span', 'left'));
  figure.left.textContent = kept ? interfaceWords.left.replace('%d', kept.reduce((sum, one) => sum + one, 0)).replace('%d', kept.length) : '';
}

// writeChips says at a figure to what it is narrowed, and takes it back.
function writeChips(figure) {
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

function chipsOf(figure) {
  const chips = make('div', 'chips');
  figure.element.querySelector('.panels').before(chips);
  return chips;
}
