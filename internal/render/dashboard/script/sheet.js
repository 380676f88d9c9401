// The table of a figure for spreadsheets: CSV, and XLSX as a zip without
// compression.

import { amount, encode } from './text.js';
import { zip } from './zip.js';

// headed is a column with its unit, in the brackets of its name: as the program heads
// the columns of a report.
/** @param {{ name: string, unit?: string }} column */
export const headed = ({ name, unit }) => {
  if (!unit) return name;
  return /\p{Script=Han}/u.test(name) || !name ? `${name}（${unit}）` : `${name} (${unit})`;
};

// inert is a text that no spreadsheet takes for a formula: one that begins with a
// sign of formulas gets an apostrophe.
const formulas = '=+-@\t\r\n';
const inert = (text) => (text && formulas.includes(text[0]) && !/^[-+]?[\d.,]+%?$/.test(text) ? `'${text}` : text);

// inertRows are the rows that a table shows, under their heads.
/** @param {import('./rows.js').Rows} table */
export const inertRows = (table) => [table.columns.map(headed), ...table.shown.map((row) => row.cells)].map((row) => row.map(inert));

/** @param {import('./rows.js').Rows} table */
export function csv(table) {
  const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return inertRows(table).map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org';

// xlsx writes tables as a workbook with a sheet for each, by its name.
/** @param {Object<string, import('./rows.js').Rows>} tables */
export function xlsx(tables) {
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
/** @param {import('./rows.js').Rows} table */
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

