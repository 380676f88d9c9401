import assert from 'node:assert/strict';
import test from 'node:test';

import { keepBands, narrow } from '../narrow.js';

const option = () => ({
  xAxis: [{ type: 'category', data: ['2021年', '2022年', '2023年'] }],
  yAxis: [{ type: 'value' }],
  legend: { data: [{ name: '本科' }, { name: '专科' }] },
  series: [
    { name: '本科', xAxisIndex: 0, yAxisIndex: 0, data: [0, 1, 2].map((x) => ({ name: `${2021 + x}年`, value: [x, 10 * x] })) },
    { name: '专科', xAxisIndex: 0, yAxisIndex: 0, renderItem: { $fn: 'bar', xBands: 3 }, data: [0, 2].map((x) => ({ name: `${2021 + x}年`, value: [x, x] })) },
  ],
});

const values = ({ series }) => series.map((s) => s.data.map(({ value }) => value.join(':')).join(' '));

test('an option that lost nothing is as it was', () => {
  assert.deepEqual(narrow(option(), new Set()), option());
});

test('bands close up, and marks move with them', () => {
  const left = narrow(option(), new Set(['2022']));
  assert.deepEqual(left.xAxis[0].data, ['2021年', '2023年']);
  assert.deepEqual(values(left), ['0:0 1:20', '0:0 1:2']);
  assert.equal(left.series[1].renderItem.xBands, 2);
});

test('a series that is lost has no data and no entry of the legend', () => {
  const left = narrow(option(), new Set(['专科']));
  assert.deepEqual(values(left), ['0:0 1:10 2:20', '']);
  assert.deepEqual(left.legend.data, [{ name: '本科' }]);
});

test('a panel that is lost has no data', () => {
  const facets = option();
  facets.series.forEach((s, i) => Object.assign(s, { panel: ['东', '西'][i] }));
  assert.deepEqual(values(narrow(facets, new Set(['西']))), ['0:0 1:10 2:20', '']);
});

test('marks without axes fade and keep their places', () => {
  const rings = { series: [{ data: [{ name: 'a', value: [0, 1], datum: { label: 'a' } }, { name: 'b', value: [1, 2], datum: { label: 'b', path: ['c'] } }], renderItem: { $fn: 'cell' } }] };
  const [kept, faded] = narrow(rings, new Set(['c'])).series[0].data;
  assert.deepEqual([kept.itemStyle, kept.datum.label], [undefined, 'a']);
  assert.deepEqual([faded.itemStyle, faded.datum.label, faded.value], [{ opacity: 0.12 }, '', [1, 2]]);
});

test('cells belong to the band that they begin in', () => {
  const cells = { series: [{ xAxisIndex: 0, renderItem: { $fn: 'cell', xBands: 3 }, data: [[0, 0], [1, 0], [1.5, 0], [2, 0]].map((value) => ({ value })) }] };
  const axis = { data: ['a', 'b', 'c'] };
  keepBands(cells, 'xAxis', axis, 0, 0, [1]);
  assert.deepEqual(axis.data, ['b']);
  assert.deepEqual(values(cells), ['0:0 0.5:0']);
});

test('what is lost fades on an axis that has lost nothing', () => {
  const dots = option();
  dots.series[0].data[0].name = '护理';
  const [first, second] = narrow(dots, new Set(['护理'])).series[0].data;
  assert.notDeepEqual(first, { name: '护理', value: [0, 0] });
  assert.deepEqual(second, { name: '2022年', value: [1, 10] });
});
