// Texts as they are compared, and the numbers in them.

// normal is a text as choices and names compare it: without blanks, and a year
// without its 年.
export const normal = (text) => String(text ?? '').replace(/\s+/g, '').replace(/^(\d{4})年$/, '$1');

// sought is a text as searches compare it: letters of any width and case, no
// blanks, no commas within numbers.
export const sought = (text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, '').replace(/(\d),(?=\d{3})/g, '$1');

// number is the number in a cell, or NaN.
export const number = (text) => (/^\d+$/.test(text) ? Number(text) : parseFloat(text.replace(/[,\s]/g, '').replace(/^−/, '-')));

// amount is the number in a cell with the words around it, or NaN: 约 300 人.
export const amount = (text) => {
  const found = text.match(/[-−]?\d[\d,]*(?:\.\d+)?(?:×10\^[-−]?\d+)?/);
  return found ? Number(found[0].replaceAll(',', '').replaceAll('−', '-').replace('×10^', 'e')) : NaN;
};

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function encode(text) {
  return text.replace(/[&<>"]/g, (c) => entities[c]);
}
