// The controls of a figure: the switch between chart, table and source, and the
// downloads.

// tabs makes the switch follow the keyboard: arrows move, Home and End jump.
function tabs(figure) {
  const all = [...figure.querySelectorAll('[role="tab"]')];
  const panels = all.map((tab) => document.getElementById(tab.getAttribute('aria-controls')));
  const show = (chosen) => {
    all.forEach((tab, i) => {
      tab.setAttribute('aria-selected', String(i === chosen));
      tab.tabIndex = i === chosen ? 0 : -1;
      panels[i].classList.toggle('shown', i === chosen);
    });
  };
  all.forEach((tab, i) => {
    tab.addEventListener('click', () => show(i));
    tab.addEventListener('keydown', (e) => {
      const next = { ArrowRight: i + 1, ArrowLeft: i - 1, Home: 0, End: all.length - 1 }[e.key];
      if (next === undefined) return;
      e.preventDefault();
      const to = (next + all.length) % all.length;
      show(to);
      all[to].focus();
    });
  });
}

function downloads(figure) {
  const { element } = figure;
  const save = {
    svg: () => saveAs(`${element.id}.svg`, new Blob([picture(figure).svg], { type: 'image/svg+xml' })),
    png: async () => saveAs(`${element.id}.png`, await raster(picture(figure))),
    csv: () => saveAs(`${element.id}.csv`, new Blob(['\ufeff', csv(element.querySelector('table'))], { type: 'text/csv' })),
  };
  for (const button of element.querySelectorAll('[data-save]')) {
    button.addEventListener('click', save[button.dataset.save]);
  }
}

function saveAs(name, blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// picture is the figure on its own, in light colours: heading, chart, source.
function picture(figure) {
  const width = 960;
  const option = figure.option(true);
  const height = fit(option, width);
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ ...revive(option, option), animation: false });
  const inner = chart.renderToSVGString();
  chart.dispose();
  const text = (selector) => figure.element.querySelector(selector)?.textContent.trim() ?? '';
  const head = [...lines(text('h3'), 20, width, 700, '#1f2933'), ...lines(text('.subtitle'), 14, width, 400, '#5f6b76')];
  const foot = [...figure.element.querySelectorAll('figcaption p')].flatMap((p) => lines(p.textContent.trim(), 12, width, 400, '#5f6b76'));
  return compose(inner, width, height, head, foot);
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
function compose(inner, width, height, head, foot) {
  const margin = 24;
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

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function encode(text) {
  return text.replace(/[&<>"]/g, (c) => entities[c]);
}

// raster draws the picture at twice its size. The picture is a data URL, because
// a page opened as a file may not read back what it drew from a blob.
function raster({ svg, width, height }) {
  const image = new Image();
  return new Promise((done, fail) => {
    image.onload = () => {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [2 * width, 2 * height];
      canvas.getContext('2d').drawImage(image, 0, 0, 2 * width, 2 * height);
      canvas.toBlob(done, 'image/png');
    };
    image.onerror = fail;
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  });
}

// csv writes the table of the figure for a spreadsheet. A text that would be
// taken for a formula gets an apostrophe.
function csv(table) {
  const cell = (el) => {
    let text = el.textContent.trim();
    if (/^[=+\-@]/.test(text) && Number.isNaN(Number(text.replace(/[,%]/g, '')))) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [...table.rows].map((row) => [...row.cells].map(cell).join(',')).join('\r\n') + '\r\n';
}
