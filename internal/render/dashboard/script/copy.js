// The clipboard gets what a figure shows: its picture, its table, or the lines of
// the report that it was read from.

import { fading } from './dom.js';
import { picture, raster } from './picture.js';
import { inertRows } from './sheet.js';
import { encode } from './text.js';
import { interfaceWords } from './words.js';

/** @param {import('./figure.js').Figure} figure */
export function copies(figure) {
  const { element } = figure;
  const say = fading(element.querySelector('.copied'));
  element.querySelector('[data-copy]').addEventListener('click', async () => {
    const [content, done] = contentOf(figure);
    try {
      await toClipboard(content);
      say(done);
    } catch {
      say(interfaceWords.notCopied);
    }
  });
}

// contentOf is what a figure shows, by media types, and the words for it.
/** @param {import('./figure.js').Figure} figure */
function contentOf(figure) {
  const shown = figure.element.querySelector('.panel.shown').classList;
  if (shown.contains('table')) return [{ 'text/plain': tabbed(figure.table), 'text/html': asHTML(figure.table) }, interfaceWords.copiedTable];
  if (shown.contains('source')) return [{ 'text/plain': quotedLines(figure) }, interfaceWords.copiedSource];
  return [{ 'image/png': raster(picture(figure)) }, interfaceWords.copiedPicture];
}

async function toClipboard(content) {
  const blob = (type, value) => (typeof value === 'string' ? new Blob([value], { type }) : value);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(content).map(([type, value]) => [type, blob(type, value)])))]);
  } catch (error) {
    if (!byCommand(content)) throw error;
  }
}

// byCommand is the way without a clipboard of scripts, which a page has not that
// came over plain HTTP. It takes texts only.
function byCommand(content) {
  if (!content['text/plain']) return false;
  const write = (e) => {
    for (const [type, text] of Object.entries(content)) e.clipboardData.setData(type, text);
    e.preventDefault();
  };
  document.addEventListener('copy', write);
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', write);
  }
}

/** @param {import('./rows.js').Rows} table */
const tabbed = (table) => inertRows(table).map((row) => row.map((text) => text.replace(/\s+/g, ' ')).join('\t')).join('\n');

/** @param {import('./rows.js').Rows} table */
function asHTML(table) {
  const row = (cells, tag) => wrap('tr', cells.map((text, i) => wrap(tag, encode(text), table.columns[i].number ? ' align="right"' : '')).join(''));
  const [head, ...rows] = inertRows(table);
  return wrap('table', wrap('thead', row(head, 'th')) + wrap('tbody', rows.map((cells) => row(cells, 'td')).join('')), ' border="1" cellspacing="0"');
}

const wrap = (tag, inner, more = '') => `<${tag}${more}>${inner}</${tag}>`;

function quotedLines({ element }) {
  const parts = [...element.querySelectorAll('.panel.source > p, .panel.source li')];
  return parts.map((el) => (el.matches('li') ? [...el.children].map((part) => part.textContent).join('\t') : el.textContent)).join('\n');
}
