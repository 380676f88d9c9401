// A figure of the page. Its still picture stands in the place of the chart, which
// is planned first (how much room it takes), then drawn, and both again when the
// room, the reader's colours or the reader's choice change.

import { writeChips, writeLeft } from './chips.js';
import { picked } from './choice.js';
import { uncut, writeLost } from './cut.js';
import { make } from './dom.js';
import { crumbs } from './drill.js';
import { settle, whenIdle } from './figures.js';
import { fit, pixels } from './fit.js';
import { endRows, keepEnds, ranked } from './ends.js';
import { fold } from './fold.js';
import { writeLegend } from './legend.js';
import { revive } from './marks.js';
import { fitNames } from './names.js';
import { narrow } from './narrow.js';
import { toPaper } from './page.js';
import { picks } from './pick.js';
import { Range } from './range.js';
import { fitStage, stageScale } from './scale.js';
import { sources } from './sources.js';
import { spotlight } from './spotlight.js';
import { Table } from './table.js';
import { tabs } from './tabs.js';
import { below, zoom } from './tree.js';
import { walk } from './walk.js';
import { interfaceWords, say } from './words.js';

const still = matchMedia('(prefers-reduced-motion: reduce)');

export class Figure {
  seen = false; // near the window
  wanted = false; // drawn, or about to be
  unfolded = false;
  /** @type {HTMLElement} */ unfolder; // of fold.js
  /** @type {HTMLElement} */ chips; // of chips.js
  /** @type {HTMLElement} */ left;
  /** @type {HTMLDetailsElement} */ lost; // of cut.js
  /** @type {string} */ whole; // the still picture of all data, of page.js

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
    /** @type {HTMLElement} */
    this.box = element.querySelector('.live');
    this.panel = element.querySelector('.panel.chart');
    this.panels = element.querySelector('.panels');
    this.trail = make('nav', 'crumbs');
    this.legend = make('div', 'legend');
    this.box.before(this.legend, this.trail);
    this.table = new Table(element);
    this.sources = sources(element);
    this.range = new Range(this);
    this.show = tabs(element, (panel) => panel === 1 && this.table.open());
    this.selected = {}; // series that the legend hides are false
    /** @type {string[]} */
    this.path = []; // into a treemap or a sunburst
    this.width = 0;
    this.stretch = 0;
    this.alone = false; // on the stage
    walk(this);
    const resize = () => this.resize(this.panel.clientWidth);
    new ResizeObserver(() => requestAnimationFrame(resize)).observe(this.panel); // what it moves is for the next look
  }

  // option is the one for the reader's colours and room, or for paper, as far as
  // the reader's choice leaves it.
  /** @returns {import('./option.js').Option} */
  option(paper) {
    const fits = ({ dataset }) => !dataset.below || (!paper && this.width < dataset.below);
    const first = (name) => [...this.element.querySelectorAll(name)].find(fits);
    const script = (theme.dark() && !paper && first('.option-dark')) || first('.option');
    const option = this.range.cut(zoom(narrow(JSON.parse(script.textContent), this.table.lost()), this.path));
    for (const s of option.series) if (s.geoJSON) echarts.registerMap(s.map, s.geoJSON);
    if (option.series.length && !option.series.some((s) => s.data.length)) option.title = [nothing(option)];
    if (!paper) this.shorten(option);
    return option;
  }

  // shorten leaves the ends of a long ranking, or its beginning.
  shorten(option) {
    this.ranked = ranked(option);
    this.excerpt = option.layout.part ? say('firsts', 2 * endRows(option)) : say('ends', endRows(option));
    if (this.ranked && !this.unfolded) keepEnds(option);
    this.element.classList.toggle('shortened', this.ranked > 0);
    this.element.classList.toggle('unfolded', this.unfolded);
  }

  near() {
    this.wanted = true;
    if (this.planned && this.room === this.width) this.draw();
    else this.resize(this.room ?? this.panel.clientWidth); // a first chart below the window has no room yet
  }

  // resize draws the chart into a width, unless it is the one that it has.
  resize(width) {
    this.room = width;
    if (!this.wanted || width === 0 || width === this.width) return;
    this.stretch = 0;
    this.plan(width);
    this.draw();
    settle();
  }

  // plan decides what is drawn into a width and takes the room that it needs.
  plan(width) {
    this.width = width;
    const option = this.option(false);
    writeLegend(this, option.legend);
    crumbs(this);
    this.range.write();
    this.planned = option;
    this.height = this.alone ? this.fitAlone(width) : this.fit(width);
    this.reserve();
  }

  fit(width) {
    const { legend } = this.planned;
    if (legend) Object.assign(legend, { show: false, selected: this.selected });
    return fit(this.planned, width);
  }

  // fitAlone takes the largest texts with which all of the chart has room.
  fitAlone(width) {
    const room = this.roomAlone();
    for (let scale = stageScale(this.panels); ; scale = Math.max(1, 0.93 * scale)) {
      this.planned = this.option(false);
      fitStage(this.planned, scale, room);
      const height = this.fit(width);
      if (height <= room || scale === 1) return height;
    }
  }

  reserve() {
    const height = this.alone ? Math.max(this.height, this.roomAlone()) : this.height + this.stretch;
    this.size = { width: this.width, height };
    this.box.style.height = `${height}px`;
    fold(this);
    this.element.classList.add('placed');
  }

  // draw shows what is planned. Marks move to their places only when the reader
  // asked for a change.
  draw(moving = false) {
    const option = this.planned;
    this.planned = undefined;
    fitNames(option, this.size.width, this.size.height);
    if (this.chart) this.chart.resize(this.size);
    else {
      this.chart = this.start(this.size);
      picks(this);
    }
    this.current = option;
    this.full = new WeakMap(); // opacities, of spotlight.js
    option.picked = (names) => picked(this, names);
    this.chart.setOption({ ...revive(option, option), animation: option.animation && !still.matches && moving, animationDuration: 300 }, true);
    if (!moving) writeLost(this, uncut(this.chart));
    this.element.classList.add('drawn');
  }

  // spare is the room that a taller neighbour leaves.
  spare() {
    if (this.box.offsetHeight === 0 || this.alone || this.stretch > 0) return 0;
    const end = (el) => el.getBoundingClientRect().bottom;
    const content = Math.max(end(this.panels), end(this.element.querySelector('figcaption')));
    return Math.floor(end(this.element) - pixels(getComputedStyle(this.element).paddingBottom) - content);
  }

  // fill takes room that is spare, as far as it helps.
  fill(room) {
    if (room < 12) return;
    this.stretch = Math.max(0, Math.min(room, Math.floor((this.planned ?? this.current).layout.most)));
    if (!this.stretch) return;
    if (this.planned) this.reserve();
    else this.plan(this.width);
    if (this.chart) this.draw();
  }

  // roomAlone is the height for a figure that has the window to itself.
  roomAlone() {
    const beside = [this.legend, this.trail, this.range.bar, this.unfolder].filter((el) => el?.offsetHeight);
    const taken = (el) => el.offsetHeight + pixels(getComputedStyle(el).marginTop) + pixels(getComputedStyle(el).marginBottom);
    return Math.floor(beside.reduce((room, el) => room - taken(el), this.panels.clientHeight));
  }

  // start makes the chart. It is told its size, its place in the box and how the box
  // stands: ECharts would lay the page out to know, once a chart.
  start(size) {
    Object.assign(this.box, { currentStyle: { position: 'relative' } });
    const chart = echarts.init(this.box, null, { ...size, renderer: 'svg', locale: interfaceWords.locale });
    chart.getZr().painter.getViewportRootOffset = () => ({ offsetLeft: 0, offsetTop: 0 });
    chart.on('finished', () => writeLost(this, uncut(chart))); // after marks have moved
    chart.on('mouseover', ({ data, name }) => spotlight(data?.name ?? name));
    chart.on('mouseout', () => spotlight(''));
    return chart;
  }

  choose(choice) {
    const before = this.table.kept;
    this.table.choose(choice);
    if (!before && !this.table.kept) return;
    writeChips(this);
    writeLeft(this);
    this.element.classList.toggle('narrowed', Boolean(this.table.kept)); // the still picture shows all
    this.range.part = undefined;
    this.redraw();
    this.changed = true; // for paper
    whenIdle([() => toPaper(this)]);
  }

  // refresh draws the chart anew as it stands.
  refresh() {
    this.plan(this.width);
    if (this.chart) this.draw();
  }

  redraw() {
    if (this.width === 0) return;
    this.stretch = 0;
    this.plan(this.width);
    if (this.chart) this.draw(true);
  }

  // open shows the part under a path.
  open(path) {
    if (path.length === this.path.length) return;
    this.path = path;
    this.redraw();
  }

  // enter goes deeper at a mark, or to the line that it was read from.
  enter({ item }) {
    const path = below(this, item);
    if (path) {
      this.open(path);
      return;
    }
    this.show(2);
    this.sources.at(item.datum.sources?.[0]);
    /** @type {HTMLElement} */ (this.element.querySelector('.panel.source')).focus();
  }
}

// nothing is the word in the place of marks that the reader's choice left out.
/** @param {import('./option.js').Option} option */
function nothing({ textStyle }) {
  return { text: interfaceWords.nothing, left: 'center', top: 'middle', textStyle: { ...textStyle, fontWeight: 'normal' } };
}

