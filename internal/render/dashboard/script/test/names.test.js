import './canvas.js';

import assert from 'node:assert/strict';
import test from 'node:test';

import { fitNames } from '../names.js';

// cloud has dots at places of 0 … 100, of which those with a name ask for a side.
const cloud = (...dots) => ({
  grid: [{ left: 0, top: 0, right: 0, bottom: 0 }],
  xAxis: [{ type: 'value', gridIndex: 0, min: 0, max: 100, axisLabel: { fontSize: 10 } }],
  yAxis: [{ type: 'value', gridIndex: 0, min: 0, max: 100, axisLabel: { fontSize: 10 } }],
  series: [{
    type: 'scatter', xAxisIndex: 0, symbolSize: 10, label: { fontSize: 10 },
    data: dots.map(([x, y, side]) => ({ value: [x, y], ...(side && { label: { show: true, position: side }, datum: { label: '名称' } }) })),
  }],
});

// sides are where the names are after all, '' where they are left out.
function sides(...dots) {
  const option = cloud(...dots);
  fitNames(option, 400, 300);
  return option.series[0].data.filter(({ label }) => label).map(({ label }) => (label.show ? label.position : ''));
}

test('a name stands on the first side that is free', () => {
  for (const [dots, want] of [
    [[[50, 50, 'top']], ['top']],
    [[[99, 50, 'right']], ['left']], // the edge
    [[[50, 50, 'right'], [55, 50]], ['left']], // a dot
    [[[50, 50, 'right'], [55, 50], [45, 50]], ['top']],
    [[[50, 50, 'right'], [55, 50], [45, 50], [50, 55], [50, 45]], ['']],
    [[[50, 50, 'right'], [60, 50, 'left']], ['right', 'right']], // another name
  ]) {
    assert.deepEqual(sides(...dots), want, JSON.stringify(dots));
  }
});

test('a chart of categories is left as it is', () => {
  const option = cloud([99, 50, 'right']);
  option.xAxis[0].type = 'category';
  fitNames(option, 400, 300);
  assert.equal(option.series[0].data[0].label.position, 'right');
});

test('a name stays in its own of several panels', () => {
  const option = cloud([99, 50, 'right']);
  const axis = { type: 'value', gridIndex: 1, min: 0, max: 100, axisLabel: { fontSize: 10 } };
  const grids = [['0%', '55%'], ['55%', '0%']].map(([left, right]) => ({ left, right, top: 0, bottom: 0, outerBoundsMode: 'none' }));
  const dots = [10, 99].map((x) => ({ value: [x, 50], label: { show: true, position: 'right' }, datum: { label: '名称' } }));
  Object.assign(option, { grid: grids, xAxis: [option.xAxis[0], axis], yAxis: [option.yAxis[0], axis] });
  option.series.push(/** @type {any} */ ({ type: 'scatter', xAxisIndex: 1, symbolSize: 10, label: { fontSize: 10 }, data: dots }));
  fitNames(option, 400, 300);
  const at = option.series.flatMap((s) => s.data).map(({ label }) => label.show && label.position);
  assert.deepEqual(at, ['right', 'right', 'left']); // a gap of 10 % between them; the edge of the page
});
