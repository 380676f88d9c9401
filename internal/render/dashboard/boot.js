// Draws the figures of the page: reads each option, resolves the functions that
// it names, fits it to the room, and draws it again when the room or the
// reader's colours change.

const interfaceWords = JSON.parse(document.getElementById('words').textContent);
const dark = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

// revive puts the page's functions in the place of their names. A series' own
// functions get the series, all others the option.
function revive(node, owner) {
  if (node === null || typeof node !== 'object') return node;
  if (Object.hasOwn(node, '$fn')) return functions[node.$fn](node, owner);
  for (const key of Object.keys(node)) {
    node[key] = revive(node[key], node.renderItem ? node : owner);
  }
  return node;
}

const pixels = (v) => parseFloat(v) || 0;

// fit gives way by rule on narrow screens: the legend takes more rows, names of
// categories break, panels side by side stand under one another. It returns the
// height that the chart needs.
function fit(option, width) {
  const grids = option.grid ?? [];
  const abreast = grids.some((grid) => grid.left !== grids[0].left);
  if (abreast && width < option.layout.width * 0.7) {
    const height = pile(option);
    grids.forEach((grid, i) => fitCategories(option, grid, i, width));
    return height;
  }
  const extra = fitLegend(option, width);
  const height = bare(option) ? shrunk(option, width) : option.layout.height;
  for (const grid of grids) {
    Object.assign(grid, { top: length(grid.top, height) + extra, bottom: length(grid.bottom, height) });
    if (grid.outerBoundsMode === 'same') grid.right = Math.min(pixels(grid.right), width * 0.3);
  }
  grids.forEach((grid, i) => fitCategories(option, grid, i, width));
  for (const s of option.series) if (s.type === 'pie') fitPie(s, option, width);
  return Math.round(height + extra);
}

// bare reports whether the chart has no axes to see: its proportions count. A
// pie keeps its own.
const bare = ({ xAxis = [], series }) => xAxis.some((axis) => !axis.show) && !series.some((s) => s.type === 'pie');

function shrunk({ layout }, width) {
  return Math.max(Math.min(layout.height, (width * layout.height) / layout.width), Math.min(layout.height, 240));
}

// length is a place of ECharts in pixels: a number of them, or a share.
const length = (v, whole) => (String(v).endsWith('%') ? (parseFloat(v) / 100) * whole : pixels(v));

// fitLegend returns the pixels that the legend needs beyond its first row.
function fitLegend({ legend }, width) {
  if (!legend) return 0;
  let rows = 1;
  let x = 0;
  for (const { name } of legend.data) {
    const w = legend.itemWidth + 5 + measure(name, legend.textStyle.fontSize);
    if (x > 0 && x + w > width) [rows, x] = [rows + 1, 0];
    x += w + legend.itemGap;
  }
  return (rows - 1) * (legend.textStyle.fontSize + legend.itemGap);
}

function fitCategories(option, grid, index, width) {
  const of = (axes) => axes.filter((axis) => axis.gridIndex === index && axis.type === 'category').map((axis) => [axis, axis.axisLabel]);
  const narrow = ([axis, label], limit) => {
    const size = label.fontSize;
    if (axis.data.every((name) => measure(name, size) <= limit)) return;
    Object.assign(label, { formatter: (name) => broken(name, limit, size), hideOverlap: false, lineHeight: size * 1.25 });
  };
  for (const axis of of(option.yAxis)) narrow(axis, Math.min(240, width * 0.4));
  const beside = grid.outerBoundsMode === 'same' ? 40 : 0; // the labels of the other axis
  const room = width - length(grid.left, width) - length(grid.right, width) - beside;
  for (const axis of of(option.xAxis)) {
    const each = room / axis[0].data.length - 6;
    if (each > axis[1].fontSize * 3) narrow(axis, each);
  }
}

// fitPie leaves room for the labels beside the ring: before the ring gets small,
// they break, all of them, because ECharts keeps only labels of one height in
// the order of the slices.
function fitPie(series, option, width) {
  const size = series.label.fontSize;
  const outside = series.data.filter((item) => item.label.position === 'outside').map((item) => item.datum);
  const widest = () => Math.max(0, ...outside.map((datum) => measure(datum.label, size)));
  const room = () => width / 2 - widest() - 40;
  const half = Math.min(width, option.layout.height) / 2;
  const radii = series.radius.map((r) => (pixels(r) / 100) * half);
  if (room() < radii[1]) for (const datum of outside) datum.label = halves(datum.label, Infinity, size) ?? datum.label;
  if (room() < radii[1] / 2) for (const datum of outside) datum.label = broken(datum.label, width / 2 - radii[1] / 2 - 40, size);
  const shrink = Math.max(0.5, Math.min(1, room() / radii[1]));
  series.radius = radii.map((r) => r * shrink);
  for (const title of option.title ?? []) {
    if (title.textAlign === 'center') title.textStyle.fontSize = Math.min(title.textStyle.fontSize, (title.textStyle.fontSize * 1.6 * series.radius[0]) / measure(title.text, title.textStyle.fontSize));
  }
}

// pile sets panels under one another and returns the height that they need.
function pile(option) {
  const each = Math.max(200, option.layout.height * 0.7);
  const height = each * option.grid.length;
  option.grid.forEach((g, i) => {
    Object.assign(g, { left: 0, right: 8, top: i * each + 36, bottom: height - (i + 1) * each + 8, outerBoundsMode: 'same' });
    const title = option.title?.[i];
    if (title) Object.assign(title, { left: 0, top: i * each + 4 });
  });
  return height;
}

// A figure is one figure element with its chart.
class Figure {
  constructor(element) {
    this.element = element;
    this.box = element.querySelector('.live');
    this.panels = element.querySelector('.panels');
    this.selected = {};
    this.width = 0;
    element.classList.add('drawn');
    new ResizeObserver(() => this.resize()).observe(element.querySelector('.chart'));
    this.resize();
  }

  // option is the one for the reader's colours, or for paper.
  option(paper) {
    const wanted = dark.matches && !paper ? '.option-dark' : '.option';
    const script = this.element.querySelector(wanted) ?? this.element.querySelector('.option');
    return JSON.parse(script.textContent);
  }

  resize() {
    const width = this.box.clientWidth;
    if (width === 0 || width === this.width) return;
    this.width = width;
    this.stretch = 0;
    this.draw();
    settle();
  }

  draw() {
    if (this.width === 0) return;
    const option = this.option(false);
    const height = fit(option, this.width);
    this.most = bare(option) ? 0 : height * 0.5;
    this.box.style.height = `${height + this.stretch}px`;
    this.chart ??= this.start();
    this.chart.resize();
    if (option.legend) option.legend.selected = this.selected;
    this.chart.setOption({ ...revive(option, option), animation: option.animation && !still.matches, animationDuration: 300 }, true);
  }

  // fill takes the room that a taller neighbour leaves.
  fill() {
    const room = this.panels.clientHeight - this.box.offsetHeight;
    if (this.box.offsetHeight === 0 || room < 12 || this.stretch > 0) return;
    this.stretch = Math.min(room, this.most);
    if (this.stretch > 0) this.draw();
  }

  start() {
    const chart = echarts.init(this.box, null, { renderer: 'svg', locale: interfaceWords.locale });
    chart.on('legendselectchanged', (e) => (this.selected = e.selected));
    return chart;
  }
}

// settle lets the figures fill their rows, once all of them have their heights.
let settling = 0;
function settle() {
  cancelAnimationFrame(settling);
  settling = requestAnimationFrame(() => figures.forEach((f) => f.fill()));
}

const figures = [...document.querySelectorAll('.figure')].filter((el) => el.querySelector('.option')).map((el) => new Figure(el));
dark.addEventListener('change', () => figures.forEach((f) => f.draw()));
document.querySelectorAll('.figure').forEach(tabs);
figures.forEach(downloads);
