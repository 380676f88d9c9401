import assert from 'node:assert/strict';
import test from 'node:test';

import { numbersOf, total } from '../sums.js';

const of = (kind, ...texts) => total(kind, numbersOf(texts));

test('a sum is written as its numbers are', () => {
  for (const [texts, want] of [
    [['1', '2', '3'], '6'],
    [['0.1', '0.2'], '0.3'], // not 0.30000000000000004
    [['38.62 %', '28.63 %'], '67.25 %'],
    [['1,000', '2,469'], '3,469'],
    [['1000', '2469'], '3469'],
    [['9000', '2000'], '11,000'], // long numbers are grouped
    [['1.5', '2'], '3.5'],
    [['−3', '5'], '2'],
    [['约 300 人', '200 人'], '约 500 人'],
    [['约 300', '近 200'], '约 500'],
    [['300', '—', ''], '300'], // missing is not 0
    [['—', ''], ''],
    [[], ''],
  ]) {
    assert.equal(of('sum', ...texts), want, texts.join());
  }
});

test('the ends are texts of the table, the middle is between two', () => {
  const texts = ['约 10 人', '2 人', '30 人', '—'];
  assert.equal(of('highest', ...texts), '30 人');
  assert.equal(of('lowest', ...texts), '2 人');
  assert.equal(of('median', ...texts), '约 10 人');
  assert.equal(of('median', '1', '2'), '1.5');
  assert.equal(of('median', '10', '9', '100'), '10'); // by value, not by text
  assert.equal(of('highest'), '');
});
