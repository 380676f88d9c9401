import assert from 'node:assert/strict';
import test from 'node:test';

import { itemsOf } from '../items.js';

test('links come first, and are counted by themselves', () => {
  const items = itemsOf({ type: 'sankey', data: [{ name: 'a', value: [] }, { name: 'b', value: [] }], links: [{ name: 'a → b', value: [1] }] });
  assert.deepEqual(items.map(({ item, dataIndex, dataType }) => [item.name, dataIndex, dataType]), [['a → b', 0, 'edge'], ['a', 0, undefined], ['b', 1, undefined]]);
});

test('parts come after their whole, and below a root', () => {
  const items = itemsOf({ type: 'treemap', data: [{ name: 'a', value: [], children: [{ name: 'b', value: [1] }] }, { name: 'c', value: [1] }] });
  assert.deepEqual(items.map(({ item, dataIndex }) => [item.name, dataIndex]), [['a', 1], ['b', 2], ['c', 3]]);
});
