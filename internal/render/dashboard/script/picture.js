// The figure as a picture on its own: SVG and PNG.

import { narrowedTo } from './choice.js';
import { uncut } from './cut.js';
import { fit } from './fit.js';
import { revive } from './marks.js';
import { family, measure } from './measure.js';
import { fitNames } from './names.js';
import { encode } from './text.js';

// picture is the figure on its own, in light colours: heading, chart, source. On
// paper the page has the heading and the margins.
/** @param {import('./figure.js').Figure} figure */
export function picture(figure, { width, alone } = { width: 960, alone: true }) {
  const option = figure.option(true);
  const height = fit(option, width);
  fitNames(option, width, height);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...revive(option, option), animation: false });
  uncut(chart);
  const inner = chart.renderToSVGString();
  chart.dispose();
  const text = (selector) => figure.element.querySelector(selector)?.textContent.trim() ?? '';
  const title = alone ? [...lines(text('h3'), 20, width, 700, '#1f2933'), ...lines(text('.subtitle'), 14, width, 400, '#5f6b76')] : [];
  const head = [...title, ...lines(narrowedTo(figure), 14, width, 400, '#5f6b76')];
  const foot = [...figure.element.querySelectorAll('.from, figcaption p:not(.cite)')].flatMap((p) => lines(p.textContent.trim(), 12, width, 400, '#5f6b76'));
  return compose(inner, width, height, head, foot, alone ? 24 : 0);
}

// lines breaks a text to a width.
function lines(text, size, width, weight, color) {
  const out = [];
  let line = '';
  for (const c of text) {
    if (measure(line + c, size) > width) {
      out.push(line);
      line = '';
    }
    line += c;
  }
  return (line ? [...out, line] : out).map((s) => ({ s, size, weight, color }));
}

// compose writes the picture as text: a parsed one would meet the page's policy,
// which allows no style attributes.
function compose(inner, width, height, head, foot, margin) {
  const high = (list) => list.reduce((sum, l) => sum + l.size * 1.5, 0);
  const top = margin + high(head) + 12;
  const total = { width: width + 2 * margin, height: Math.ceil(top + height + 12 + high(foot) + margin) };
  const write = (list, from) => {
    let y = from;
    return list.map(({ s, size, weight, color }) => {
      const text = `<text x="${margin}" y="${y + size}" font-size="${size}" font-weight="${weight}" fill="${color}" font-family="${family}">${encode(s)}</text>`;
      y += size * 1.5;
      return text;
    }).join('');
  };
  const chart = inner.replace('<svg ', `<svg x="${margin}" y="${top}" `);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${total.width} ${total.height}" width="${total.width}" height="${total.height}">`
    + `<rect width="100%" height="100%" fill="#fff"/>${write(head, margin)}${chart}${write(foot, top + height + 12)}</svg>`;
  return { svg, ...total };
}

export const dataURL = ({ svg }) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

// raster draws the picture at twice its size. The picture is a data URL, because
// a page opened as a file may not read back what it drew from a blob.
export function raster(picture) {
  const { width, height } = picture;
  const image = new Image();
  return new Promise((done, fail) => {
    image.onload = () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [2 * width, 2 * height];
      canvas.getContext('2d').drawImage(image, 0, 0, 2 * width, 2 * height);
      canvas.toBlob(done, 'image/png');
    };
    image.onerror = fail;
    image.src = dataURL(picture);
  });
}
