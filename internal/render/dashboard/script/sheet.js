// The table of a figure for spreadsheets: CSV, and XLSX as a zip without
// compression.

const headed = ({ name, unit }) => (unit ? `${name}（${unit}）` : name);

// inert is a text that no spreadsheet takes for a formula: one that begins with a
// sign of formulas gets an apostrophe.
const formulas = '=+-@\t\r\n';
const inert = (text) => (text && formulas.includes(text[0]) && !/^[-+]?[\d.,]+%?$/.test(text) ? `'${text}` : text);

// inertRows are the rows that a table shows, under their heads.
const inertRows = (table) => [table.columns.map(headed), ...table.shown.map((row) => row.cells)].map((row) => row.map(inert));

function csv(table) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return inertRows(table).map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';

// xlsx writes tables as a workbook with a sheet for each, by its name.
function xlsx(tables) {
  const names = Object.keys(tables);
  const rel = (type, target, i) => `<Relationship Id="r${i + 1}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const rels = (list) => `${xmlHead}<Relationships xmlns="${office}/package/2006/relationships">${list.join('')}</Relationships>`;
  const kind = (part, type) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const part = (i) => `worksheets/sheet${i + 1}.xml`;
  return zip({
    '[Content_Types].xml': `${xmlHead}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${kind('/xl/workbook.xml', 'sheet.main')}${names.map((_, i) => kind(`/xl/${part(i)}`, 'worksheet')).join('')}</Types>`,
    '_rels/.rels': rels([rel('officeDocument', 'xl/workbook.xml', 0)]),
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets>${names.map((name, i) => `<sheet name="${encode(sheetName(name, i))}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(names.map((_, i) => rel('worksheet', part(i), i))),
    ...Object.fromEntries(names.map((name, i) => [`xl/${part(i)}`, sheet(tables[name])])),
  });
}

// sheetName is a name as Excel takes it; one that was cut has its number, so that
// no two are the same.
function sheetName(name, i) {
  const plain = name.replace(/[[\]:*?/\\]/g, '');
  return plain.length > 31 || !plain ? `${plain.slice(0, 26)} ${i + 1}` : plain;
}

// sheet is a table as a sheet. Numbers in the unit of their column are numbers, all
// else is text and never a formula: about 300, or 12 of another unit.
function sheet(table) {
  const text = (s) => `<c t="inlineStr"><is><t xml:space="preserve">${encode(s.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ''))}</t></is></c>`;
  const value = (s, i) => {
    const { number: numeric, unit } = table.columns[i];
    const digits = (unit && s.endsWith(unit) ? s.slice(0, -unit.length) : s).trim();
    return numeric && /^[-−]?\d[\d,]*(\.\d+)?$/.test(digits) ? `<c><v>${amount(digits)}</v></c>` : text(s);
  };
  const rows = [table.columns.map((c) => text(headed(c))), ...table.shown.map((row) => row.cells.map(value))];
  return `${xmlHead}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${rows.map((r) => `<row>${r.join('')}</row>`).join('')}</sheetData></worksheet>`;
}

// zip stores files one after the other, then their directory.
function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, body] = [name, text].map((s) => new TextEncoder().encode(s));
    const shared = [20, 0, 0, 0, 0x21, crc(body), body.length, body.length, path.length, 0];
    const local = record('42222244422', [0x04034b50, ...shared]);
    directory.push(record('42222224442222244', [0x02014b50, 20, ...shared, 0, 0, 0, 0, at]), path);
    parts.push(local, path, body);
    at += local.length + path.length + body.length;
  }
  const size = directory.reduce((sum, p) => sum + p.length, 0);
  const n = directory.length / 2;
  return new Blob([...parts, ...directory, record('42222442', [0x06054b50, 0, 0, n, n, size, at, 0])]);
}

// record packs numbers of two and four bytes, the lowest byte first.
function record(widths, values) {
  const view = new DataView(new ArrayBuffer([...widths].reduce((sum, w) => sum + Number(w), 0)));
  let at = 0;
  [...widths].forEach((w, i) => {
    if (w === '4') view.setUint32(at, values[i], true);
    else view.setUint16(at, values[i], true);
    at += Number(w);
  });
  return new Uint8Array(view.buffer);
}

const crcTable = Uint32Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

function crc(bytes) {
  let c = 0xffffffff;
  for (const b of bytes) c = crcTable[(c ^ b) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
