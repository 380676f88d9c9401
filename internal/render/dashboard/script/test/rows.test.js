import assert from 'node:assert/strict';
import test from 'node:test';

import { ordered, Rows } from '../rows.js';
import { normal } from '../text.js';

const table = () => new Rows([{ name: '年份' }, { name: '学历' }, { name: '人数', number: true }], () => [
  ['2022年', '本科', '约 300'], ['2022年', '专科', '20'], ['2023', '本科', '—'], ['2023', '专科', '100'], ['2023', '硕士', '20'],
].map((cells) => ({ cells })), 'zh-CN');

const left = (rows) => rows.shown.map(({ cells }) => cells.join(' '));
const choice = (...columns) => new Map(columns.map(([name, ...values]) => [name, new Set(values.map(normal))]));

test('numbers sort by value, what is none comes last, equal ones keep their order', () => {
  for (const [texts, numeric, down, want] of [
    [['100', '20', '3'], true, false, [2, 1, 0]],
    [['100', '20', '3'], true, true, [0, 1, 2]],
    [['5', '—', '7', ''], true, false, [0, 2, 1, 3]],
    [['5', '—', '7', ''], true, true, [2, 0, 1, 3]],
    [['1', '约 1', '1.0', '0'], true, true, [0, 1, 2, 3]],
    [['−2', '1,000', '3'], true, false, [0, 2, 1]],
    [['b', 'a', 'c'], false, false, [1, 0, 2]],
    [['b', 'a', 'c'], false, true, [2, 0, 1]],
    [['本科', '博士'], false, false, [0, 1]], // by their sounds: běn, bó
  ]) {
    assert.deepEqual(ordered(texts, numeric, down, 'zh-CN'), want, texts.join());
  }
});

test('many texts are sorted by their characters', () => {
  const texts = Array.from({ length: 5001 }, (_, i) => String(i % 7));
  const order = ordered(texts, false, false, 'en');
  assert.ok(order.every((r, i) => i === 0 || texts[order[i - 1]] < texts[r] || (texts[order[i - 1]] === texts[r] && order[i - 1] < r)));
});

test('a choice leaves rows that have a value of each of its columns', () => {
  const rows = table();
  rows.choose(choice(['年份', '2022']));
  assert.deepEqual(left(rows), ['2022年 本科 约 300', '2022年 专科 20']);
  rows.choose(choice(['年份', '2023年'], ['学历', '本科', '硕士']));
  assert.deepEqual(left(rows), ['2023 本科 —', '2023 硕士 20']);
  rows.choose(choice(['年份', '2022'], ['学历', '硕士']));
  assert.deepEqual(left(rows), []);
  rows.choose(choice(['省份', '江苏'])); // no column of this table
  assert.equal(left(rows).length, 5);
  assert.equal(rows.kept, undefined);
});

test('lost are the names that no row has that is left', () => {
  const rows = table();
  assert.deepEqual([...rows.lost()], []);
  rows.choose(choice(['年份', '2022']));
  assert.deepEqual([...rows.lost()].sort(), ['100', '2023', '—', '硕士'].sort()); // 20 is left in another row
});

test('order, choice and search hold together', () => {
  const rows = table();
  rows.arrange(2, true);
  rows.choose(choice(['学历', '专科', '硕士']));
  assert.deepEqual(left(rows), ['2023 专科 100', '2022年 专科 20', '2023 硕士 20']);
  rows.sought = '2023';
  rows.refresh();
  assert.deepEqual(left(rows), ['2023 专科 100', '2023 硕士 20']);
  rows.choose(new Map());
  assert.deepEqual(left(rows), ['2023 专科 100', '2023 硕士 20', '2023 本科 —']);
});
