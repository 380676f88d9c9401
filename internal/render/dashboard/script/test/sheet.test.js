import assert from 'node:assert/strict';
import test from 'node:test';
import zlib from 'node:zlib';

import { Rows } from '../rows.js';
import { csv, headed, inertRows, xlsx } from '../sheet.js';

const table = (columns, ...rows) => new Rows(columns, () => rows.map((cells) => ({ cells })), 'en');
const names = table([{ name: 'a' }, { name: 'b', unit: '人' }], ['x', '1'], ['y, "z"', '2\n3']);

// unzipped reads an archive by its directory, and checks what the directory says.
async function unzipped(blob) {
  const bytes = new DataView(await blob.arrayBuffer());
  const end = bytes.byteLength - 22;
  assert.equal(bytes.getUint32(end, true), 0x06054b50);
  const [files, decoder] = [{}, new TextDecoder()];
  let at = bytes.getUint32(end + 16, true);
  for (let n = bytes.getUint16(end + 10, true); n > 0; n--) {
    assert.equal(bytes.getUint32(at, true), 0x02014b50);
    const [crc, size, length, local] = [at + 16, at + 24, at + 28, at + 42].map((place, i) => (i === 2 ? bytes.getUint16(place, true) : bytes.getUint32(place, true)));
    const name = decoder.decode(new Uint8Array(bytes.buffer, at + 46, length));
    const body = new Uint8Array(bytes.buffer, local + 30 + length, size);
    assert.equal(bytes.getUint32(local, true), 0x04034b50, name);
    assert.equal(zlib.crc32(body), crc, name);
    files[name] = decoder.decode(body);
    at += 46 + length;
  }
  assert.equal(at, end);
  return files;
}

const sheets = async (tables) => Object.fromEntries(Object.entries(await unzipped(xlsx(tables))).filter(([name]) => name.startsWith('xl/worksheets/')));

test('a column is headed by its name and its unit', () => {
  assert.equal(headed({ name: '人数', unit: '人' }), '人数（人）');
  assert.equal(headed({ name: '人数' }), '人数');
  assert.equal(headed({ name: 'Staff', unit: 'FTE' }), 'Staff (FTE)');
});

test('no cell begins a formula, and numbers keep their signs', () => {
  for (const [text, want] of [
    ['=1+1', "'=1+1"], ['+cmd|x', "'+cmd|x"], ['-x', "'-x"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['\r=1', "'\r=1"], ['\n=1', "'\n=1"],
    ['-3.5%', '-3.5%'], ['+1,000', '+1,000'], ['-1+1', "'-1+1"], ['x=1', 'x=1'], ['', ''], ['−3', '−3'],
  ]) {
    assert.equal(inertRows(table([{ name: 'a' }], [text]))[1][0], want, JSON.stringify(text));
  }
  assert.equal(inertRows(table([{ name: '@a' }]))[0][0], "'@a");
});

test('CSV quotes what would part cells', () => {
  assert.equal(csv(names), 'a,b (人)\r\nx,1\r\n"y, ""z""","2\n3"\r\n');
  assert.equal(csv(table([{ name: 'a' }], ['@SUM("x")'])), 'a\r\n"\'@SUM(""x"")"\r\n');
  assert.equal(csv(table([{ name: 'a' }])), 'a\r\n');
});

test('a workbook has a sheet for each table, by its name', async () => {
  const files = await unzipped(xlsx({ 'a/b': names, 'long name of a sheet, too long for one': names, '[]': names }));
  const found = [...files['xl/workbook.xml'].matchAll(/<sheet name="([^"]*)" sheetId="(\d)" r:id="(r\d)"/g)].map(([, ...part]) => part.join());
  assert.deepEqual(found, ['ab,1,r1', 'long name of a sheet, too  2,2,r2', ' 3,3,r3']);
  for (const i of [1, 2, 3]) {
    assert.ok(files['xl/_rels/workbook.xml.rels'].includes(`Id="r${i}"`));
    assert.ok(files['[Content_Types].xml'].includes(`"/xl/worksheets/sheet${i}.xml"`));
  }
});

test('numbers are numbers, all else is text', async () => {
  const columns = [{ name: '人数', unit: '人', number: true }, { name: 'name' }];
  for (const [cells, want] of [
    [['2,469', '1'], '<v>2469</v>'],
    [['−3.5 人', ''], '<v>-3.5</v>'],
    [['约 300', ''], '约 300'],
    [['12 %', ''], '12 %'],
    [['', '7'], '<t xml:space="preserve">7</t>'],
    [['', '=1+1'], '<t xml:space="preserve">=1+1</t>'],
    [['', '<a>&"'], '&lt;a&gt;&amp;&quot;'],
    [['', 'a\x00b\uffff'], '>ab<'],
  ]) {
    const { 'xl/worksheets/sheet1.xml': sheet } = await sheets({ a: table(columns, cells) });
    assert.ok(sheet.includes(want), `${want} in ${sheet}`);
    assert.ok(!sheet.includes('<f>'), sheet);
  }
});

test('a workbook has the rows that the table shows', async () => {
  const some = table([{ name: 'a' }], ['x'], ['y']);
  some.choose(new Map([['a', new Set(['y'])]]));
  const { 'xl/worksheets/sheet1.xml': sheet } = await sheets({ a: some });
  assert.ok(sheet.includes('>y<') && !sheet.includes('>x<'), sheet);
});

test('a sheet has the whole of its name up to 31 signs, or a part and its number', async () => {
  const [whole, long] = ['a'.repeat(31), 'b'.repeat(32)];
  const book = (await unzipped(xlsx({ [whole]: names, [long]: names, '/': names })))['xl/workbook.xml'];
  assert.deepEqual([...book.matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1]), [whole, `${'b'.repeat(26)} 2`, ' 3']);
});
