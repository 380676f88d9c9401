import './canvas.js';

import assert from 'node:assert/strict';
import test from 'node:test';

import { broken, halves, measure } from '../measure.js';

test('a text is as wide as its longest line', () => {
  assert.equal(measure('学', 10), 10);
  assert.equal(measure('ab\n学生', 10), 20);
});

test('lines break where there is no room, at natural places first', () => {
  for (const [text, limit, want] of [
    ['计算机', 30, '计算机'],
    ['会计 学院', 30, '会计\n学院'],
    ['毕业生（人）', 40, '毕业生\n（人）'],
    ['一二三四五六', 30, '一二三\n四五六'],
    ['一二三四', 30, '一二\n三四'], // even rows
    ['达到12345人', 30, '达到\n12345\n人'], // no number is broken
    ['2023年10月', 15, '2023年\n10月'], // nor a date from its word
    ['abcdefgh', 20, 'abcdefgh'], // nor a word
    ['一二\n三四五六', 20, '一二\n三四\n五六'],
    ['大数据与会计', 40, '大数据\n与会计'], // between words
    ['机电一体化技术', 50, '机电一体化\n技术'],
    ['工业机器人', 20, '工业\n机器\n人'], // where that needs no more rows
    ['设计（平面、广告）', 40, '设计\n（平面、\n广告）'], // a row ends with a mark
  ]) {
    assert.equal(broken(text, limit, 10), want, text);
  }
});

test('a line is halved at its most even place, or not at all', () => {
  assert.equal(halves('一 二三四五 六七', Infinity, 10), '一 二三四五\n六七');
  assert.equal(halves('一二 三四', 20, 10), '一二\n三四'); // just wide enough
  assert.equal(halves('一二三', 10, 10), undefined);
  assert.equal(halves('一二三四 五', 30, 10), undefined);
});
