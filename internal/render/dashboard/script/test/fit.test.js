import './canvas.js';

import assert from 'node:assert/strict';
import test from 'node:test';

import { fit, rowHeights } from '../fit.js';

const category = (data) => ({ type: 'category', gridIndex: 0, data, axisLabel: { fontSize: 10 } });
const value = () => ({ type: 'value', gridIndex: 0, axisLabel: { fontSize: 10 }, show: true, min: 0, max: 100 });
const names = (n, name = '名') => Array.from({ length: n }, (_, i) => `${name}${i}`);

const chart = (xAxis, yAxis, more = {}) => ({
  grid: [{ left: '0', top: '20', right: '10', bottom: '3', outerBoundsMode: 'same' }],
  xAxis: [{ show: true, ...xAxis }], yAxis: [yAxis],
  series: [{ type: 'bar', data: [] }],
  layout: { width: 600, height: 300 }, ...more,
});

test('rows get as high as can be read, and no higher than blocks', () => {
  for (const [option, want] of [
    [chart(value(), category(names(10))), { least: 200, most: 640 }],
    [chart(value(), category(names(2)), { series: Array.from({ length: 5 }, () => ({ type: 'bar', data: [] })) }), { least: 126, most: 352 }],
    [chart(value(), category(names(2)), { series: Array.from({ length: 5 }, () => ({ type: 'bar', stack: 'a', data: [] })) }), { least: 40, most: 128 }],
    [chart(category(names(3)), value()), undefined],
    [chart(category(names(3)), category(names(3))), undefined],
  ]) {
    assert.deepEqual(rowHeights(option), want);
  }
});

test('a chart is as high as its rows need', () => {
  const many = chart(value(), category(names(50)));
  assert.equal(fit(many, 600), 50 * 20 + 23);
  assert.equal(many.layout.most, 50 * 64 - 50 * 20);
  assert.equal(fit(chart(value(), category(names(4))), 600), 4 * 64 + 23);
  assert.equal(fit(chart(category(names(4)), value()), 600), 300);
});

test('names of columns break, then every other is left out, never the last', () => {
  const broken = chart(category(names(10, '信息工程学院')), value());
  fit(broken, 600);
  assert.equal(broken.xAxis[0].axisLabel.formatter('信息工程学院1'), '信息工程\n学院1');
  assert.equal(broken.xAxis[0].axisLabel.interval, undefined);
  const thin = chart(category(names(60)), value());
  fit(thin, 600);
  const shown = names(60).filter((_, i) => thin.xAxis[0].axisLabel.interval(i));
  assert.ok(shown.length < 60 && shown.at(-1) === '名59', shown.join());
  const roomy = chart(category(names(4)), value());
  fit(roomy, 600);
  assert.deepEqual(roomy.xAxis[0].axisLabel, { fontSize: 10 });
});

test('without axes marks keep their proportions', () => {
  const grid = () => [{ left: '25%', top: '0%', right: '25%', bottom: '0%', outerBoundsMode: 'none' }];
  const radar = (more = {}) => chart({ ...value(), show: false }, { ...value(), show: false }, { grid: grid(), series: [{ type: 'line', data: [{}] }], ...more });
  const wide = radar();
  assert.equal(fit(wide, 1200), 300);
  assert.deepEqual([wide.grid[0].left, wide.grid[0].right], [450, 450]); // half of 600
  const pie = radar({ series: [{ type: 'pie', label: {}, radius: ['0%', '50%'], data: [] }] });
  fit(pie, 1200);
  assert.equal(pie.grid[0].left, '25%');
});

test('panels stand under one another where there is no room beside', () => {
  const grids = () => [0, 1].map((i) => ({ left: `${50 * i}%`, top: '10%', right: `${50 - 50 * i}%`, bottom: '10%', outerBoundsMode: 'none' }));
  const panels = () => chart(category(names(3)), value(), { grid: grids() });
  const narrow = panels();
  assert.equal(fit(narrow, 400), 420);
  assert.deepEqual(narrow.grid.map(({ left, top, bottom }) => [left, top, bottom]), [[0, 36, 218], [0, 246, 8]]);
  const wide = panels();
  assert.equal(fit(wide, 500), 300);
  assert.deepEqual(wide.grid.map(({ left }) => left), ['0%', '50%']);
});

test('a legend takes the rows that it needs; where the page has one, its room goes', () => {
  const legend = (show) => ({ show, data: [{ name: '一二三四五' }, { name: '六七八九十' }], itemWidth: 10, itemGap: 10, textStyle: { fontSize: 10 } });
  const height = (width, show) => fit(chart(category(names(2)), value(), { legend: legend(show), layout: { width, height: 300, legend: 20 } }), width);
  assert.equal(height(150, true), 300);
  assert.equal(height(100, true), 320);
  assert.equal(height(150, false), 280);
});

test('values stand one under another where a reference line runs', () => {
  const line = { xAxis: 50, label: { show: true, distance: 0 } };
  const second = { xAxis: 60, label: { show: true, distance: 0 } };
  const option = chart(value(), category(names(2)), { series: [{ type: 'bar', data: [] }, { type: 'line', data: [], markLine: { data: [line, second] } }] });
  fit(option, 600);
  assert.deepEqual(option.series[0].labelLayout, { x: 595, align: 'left', verticalAlign: 'middle' });
  assert.equal(option.series[1].markLine.z, 3);
  assert.deepEqual([line.label.distance, second.label.distance], [[0, 5], [0, 20]]);
});

test('several lines say no values where it is narrow', () => {
  const line = () => ({ type: 'line', data: [{ value: [0, 1], label: { show: true } }] });
  const shows = (width, ...series) => {
    fit(chart(category(names(2)), value(), { series }), width);
    return series.map((s) => s.data[0].label.show);
  };
  assert.deepEqual(shows(600, line(), line()), [true, true]);
  assert.deepEqual(shows(400, line(), line()), [false, false]);
  assert.deepEqual(shows(400, line()), [true]);
});
