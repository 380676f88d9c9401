import assert from 'node:assert/strict';
import test from 'node:test';

import { below, zoom } from '../tree.js';

const option = (type) => ({
  layout: { width: 1, height: 1 },
  legend: { data: [{ name: 'a' }] },
  series: [
    { type, data: [
      { name: 'a', value: [], datum: {}, children: [{ name: 'b', value: [3], datum: { text: '3 人', path: ['a'] } }, { name: 'c', value: [1], label: { show: true }, datum: { label: 'c', text: '1 人', path: ['a'] } }] },
      { name: 'd', value: [1], datum: { text: '1 人' } },
    ] },
    { type: 'custom', data: [] },
  ],
});

test('a part is the whole, and its parts have names', () => {
  const { series, legend } = zoom(option('treemap'), ['a']);
  assert.deepEqual(series[0].data.map(({ name, datum, label }) => [name, datum.label, label.show]), [['b', 'b\n3 人', true], ['c', 'c', true]]);
  assert.equal(series.length, 1); // leads and names of the whole are gone
  assert.deepEqual(legend.data, []);
});

test('a sunburst keeps the part in its middle', () => {
  assert.deepEqual(zoom(option('sunburst'), ['a']).series[0].data.map(({ name }) => name), ['a']);
});

test('no path leaves the whole', () => {
  assert.deepEqual(zoom(option('treemap'), []), option('treemap'));
});

test('a mark opens the next level above it, and a part without parts none', () => {
  const figure = { current: option('treemap'), path: [] };
  const [a, d] = figure.current.series[0].data;
  for (const [item, want] of [[a, ['a']], [a.children[0], ['a']], [d, undefined]]) assert.deepEqual(below(figure, item), want);
  assert.equal(below({ ...figure, path: ['a'] }, a.children[0]), undefined);
});
