// Texts that are measured, and broken where there is no room.

// ECharts writes the family into SVG attributes as it is, so it holds no quotes.
export const family = 'Noto Sans SC, Noto Sans CJK SC, system-ui, PingFang SC, Microsoft YaHei, sans-serif';

/** @type {CanvasRenderingContext2D} */
let ruler;

// measure is the width in pixels of the longest line of a text.
export function measure(text, size) {
  ruler ??= document.createElement('canvas').getContext('2d');
  ruler.font = `${size}px ${family}`;
  return Math.max(...text.split('\n').map((line) => ruler.measureText(line).width));
}

// broken breaks the lines of a text that are wider than the limit: at a blank or
// before a bracket where that is enough, else into even rows, never within a
// number or a word.
export function broken(text, limit, size) {
  return text.split('\n').map((line) => (measure(line, size) > limit ? halves(line, limit, size) ?? rows(line, limit, size) : line)).join('\n');
}

// halves breaks a line once, at its most even natural place.
export function halves(line, limit, size) {
  const places = [...line.matchAll(/ |(?=[（(])/g)].map((match) => match.index).filter((i) => i > 0);
  const pairs = places.map((i) => `${line.slice(0, i).trimEnd()}\n${line.slice(i).trimStart()}`);
  const [best] = pairs.sort((a, b) => measure(a, size) - measure(b, size));
  return best && measure(best, size) <= limit ? best : undefined;
}

// rows breaks between words where that needs no more rows than between letters, and
// leaves no letter alone.
function rows(line, limit, size) {
  const width = measure(line, size);
  const even = Math.min(limit, width / Math.ceil(width / limit) + 0.8 * size);
  const letters = filled(lettersOf(line), even, size);
  const fits = (all) => all.length <= letters.length && all.every((row) => row.length > 1 && measure(row, size) <= limit);
  const words = [even, limit].map((most) => filled(wordsOf(line), most, size)).find(fits);
  return (words ?? letters).join('\n');
}

// filled sets parts into rows as full as the limit lets them be.
function filled(parts, limit, size) {
  const out = [''];
  for (const part of parts) {
    const row = out.at(-1) + part;
    if (out.at(-1) && measure(row, size) > limit) out.push(part.trimStart());
    else out[out.length - 1] = row;
  }
  return out;
}

// lettersOf are the numbers, Latin words and single letters of a line.
const lettersOf = (line) => glued(line.match(/[\w.,%+−-]+[年月日]?|./gu));

/** @type {Intl.Segmenter} */
let segmenter;

// wordsOf are the words of a line, in any language, and whole numbers.
function wordsOf(line) {
  const letters = lettersOf(line);
  if (!Intl.Segmenter) return letters;
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const starts = new Set([...segmenter.segment(line)].map(({ index }) => index));
  const out = [];
  let at = 0;
  for (const letter of letters) {
    if (out.length && !starts.has(at)) out[out.length - 1] += letter;
    else out.push(letter);
    at += letter.length;
  }
  return out;
}

// glued keeps marks with what they belong to: no row begins with a closing one, nor
// ends with an opening one.
function glued(parts) {
  const out = [];
  for (const part of parts) {
    if (out.length && (/^[\p{Pe}\p{Pf}，。、；：！？]/u.test(part) || /[\p{Ps}\p{Pi}]$/u.test(out.at(-1)))) out[out.length - 1] += part;
    else out.push(part);
  }
  return out;
}
