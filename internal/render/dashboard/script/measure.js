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

function rows(line, limit, size) {
  const width = measure(line, size);
  const even = Math.min(limit, width / Math.ceil(width / limit) + 0.8 * size);
  const out = [''];
  for (const word of line.match(/[\w.,%+−-]+[年月日]?|./gu)) {
    const row = out.at(-1) + word;
    if (out.at(-1) && measure(row, size) > even) out.push(word.trimStart());
    else out[out.length - 1] = row;
  }
  return out.join('\n');
}
