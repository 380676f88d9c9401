import assert from 'node:assert/strict';
import test from 'node:test';

import { amount, encode, normal, number, sought } from '../text.js';

test('texts are compared without blanks, and years without 年', () => {
  for (const [text, want] of [['2023年', '2023'], [' 本 科\n生 ', '本科生'], ['2023年度', '2023年度'], ['12023年', '12023年'], [undefined, ''], [0, '0']]) {
    assert.equal(normal(text), want, String(text));
  }
});

test('searches take letters of any width and case, and numbers with and without commas', () => {
  for (const [text, want] of [['ＡＢ c', 'abc'], ['2,469 人', '2469人'], ['a,b', 'a,b'], ['1,23', '1,23']]) {
    assert.equal(sought(text), want, text);
  }
});

test('a number is read exactly, and what is none is none', () => {
  for (const [text, want] of [['2023', 2023], ['1,234.5', 1234.5], ['−3.5', -3.5], ['', NaN], ['本科', NaN]]) {
    assert.equal(number(text), want, text);
  }
});

test('an amount is the number among its words', () => {
  for (const [text, want] of [
    ['约 300 人', 300], ['2,469', 2469], ['−3.5 %', -3.5], ['-7', -7], ['1.2×10^6', 1.2e6], ['3×10^−2', 0.03], ['—', NaN], ['', NaN], ['.', NaN],
  ]) {
    assert.equal(amount(text), want, text);
  }
});

test('markup is text', () => {
  assert.equal(encode('<b a="1">&'), '&lt;b a=&quot;1&quot;&gt;&amp;');
});
