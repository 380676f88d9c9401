// Draws the figures of the page: reads each option, resolves the functions that
// it names, fits it to the room, and draws it again when the room or the
// reader's colours change.

// ECharts writes it into SVG attributes as it is, so it holds no quotes.
const family = 'Noto Sans SC, Noto Sans CJK SC, system-ui, PingFang SC, Microsoft YaHei, sans-serif';
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

const ruler = document.createElement('canvas').getContext('2d');

// measure is the width in pixels of the longest line of a text.
function measure(text, size) {
  ruler.font = `${size}px ${family}`;
  return Math.max(...text.split('\n').map((line) => ruler.measureText(line).width));
}

const pixels = (v) => parseFloat(v) || 0;

// fit gives way by rule on narrow screens: the legend takes more rows, names of
// categories break, panels side by side stand under one another.
function fit(option, width) {
  let height = option.layout.height;
  const fixed = option.grid?.length === 1 && option.grid[0].outerBoundsMode === 'same';
  if (fixed) {
    const extra = fitLegend(option, width);
    option.grid[0].top = pixels(option.grid[0].top) + extra;
    option.grid[0].right = Math.min(pixels(option.grid[0].right), width * 0.3);
    height += extra;
    fitCategories(option, width);
  } else if (option.grid?.length > 1 && width < option.layout.width * 0.7) {
    height = pile(option);
  } else if (!fixed) {
    height = Math.max(Math.min(height, (width * height) / option.layout.width), Math.min(height, 280));
  }
  for (const s of option.series) if (s.type === 'pie') fitPie(s, option, width);
  return Math.round(height);
}

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

function fitCategories(option, width) {
  for (const axis of option.yAxis) {
    if (axis.type === 'category') Object.assign(axis.axisLabel, { width: Math.min(220, width * 0.36), overflow: 'break' });
  }
  for (const { type, data, axisLabel } of option.xAxis) {
    if (type !== 'category') continue;
    const room = (width - option.grid[0].right - 48) / data.length - 6;
    const widest = Math.max(...data.map((name) => measure(name, axisLabel.fontSize)));
    if (widest > room && room > axisLabel.fontSize * 3) Object.assign(axisLabel, { width: room, overflow: 'break', hideOverlap: false });
  }
}

// fitPie leaves room for the labels beside the ring.
function fitPie(series, option, width) {
  const widest = Math.max(0, ...series.data.filter((d) => d.label.position === 'outside')
    .map((d) => measure(d.datum.label ?? '', series.label.fontSize)));
  const room = width / 2 - Math.min(widest, width * 0.26) - 26;
  const half = Math.min(width, option.layout.height) / 2;
  const shrink = Math.min(1, room / ((pixels(series.radius[1]) / 100) * half));
  series.radius = series.radius.map((r) => `${pixels(r) * shrink}%`);
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
    this.selected = {};
    this.width = 0;
    new ResizeObserver(() => this.draw()).observe(element.querySelector('.chart'));
    element.classList.add('drawn');
    this.draw();
  }

  // option is the one for the reader's colours, or for paper.
  option(paper) {
    const wanted = dark.matches && !paper ? '.option-dark' : '.option';
    const script = this.element.querySelector(wanted) ?? this.element.querySelector('.option');
    return JSON.parse(script.textContent);
  }

  draw(force = false) {
    const width = this.box.clientWidth;
    if (width === 0 || (width === this.width && !force)) return;
    this.width = width;
    const option = this.option(false);
    this.box.style.height = `${fit(option, width)}px`;
    this.chart ??= this.start();
    this.chart.resize();
    if (option.legend) option.legend.selected = this.selected;
    this.chart.setOption({ ...revive(option, option), animation: option.animation && !still.matches, animationDuration: 300 }, true);
  }

  start() {
    const chart = echarts.init(this.box, null, { renderer: 'svg', locale: interfaceWords.locale });
    chart.on('legendselectchanged', (e) => (this.selected = e.selected));
    return chart;
  }
}

const figures = [...document.querySelectorAll('.figure')].filter((el) => el.querySelector('.option')).map((el) => new Figure(el));
dark.addEventListener('change', () => figures.forEach((f) => f.draw(true)));
document.querySelectorAll('.figure').forEach(tabs);
figures.forEach(downloads);
