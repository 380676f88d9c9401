// The functions that an option may name ({"$fn": "tick", …}). Each takes the
// arguments of the option, which are plain data, and the series that it is for,
// and returns what ECharts calls. None of them makes code or HTML of a text.

const functions = {
  // tick writes the label of the nearest tick of the table.
  tick: ({ at = [], text = [] }) => (value) => {
    let best = 0;
    at.forEach((v, i) => {
      if (Math.abs(v - value) < Math.abs(at[best] - value)) best = i;
    });
    return at.length ? text[best] : '';
  },

  // label is the text that the chart gave the datum; name is that of a rule.
  label: () => (params) => params.data?.datum?.label ?? '',
  name: () => (params) => params.data?.name ?? params.name ?? '',

  tooltip: (_, option) => (params) => tooltip([].concat(params), option.sources ?? []),

  bar: (args, series) => (params, api) => {
    const across = args.yBands > 0;
    const item = series.data[params.dataIndex];
    const [along, value] = across ? [item.value[1], item.value[0]] : item.value;
    if (value == null) return null;
    const from = along + 0.5 + (args.offset ?? 0) - args.width / 2;
    const base = item.value[2];
    const corners = across
      ? [[base, from], [value, from + args.width]]
      : [[from, base], [from + args.width, value]];
    return rect(corners.map((c) => point(args, api, c)), item, series);
  },

  cell: (args, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    const [x, y, w, h] = item.value;
    return rect([[x, y], [x + w, y + h]].map((c) => point(args, api, c)), item, series, true);
  },

  note: (args, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    if (item.value.includes(null)) return null;
    const [x, y] = point(args, api, [item.value[0] + (args.xBands ? 0.5 : 0), item.value[1] + (args.yBands ? 0.5 : 0)]);
    return beside(item, series, x, y);
  },

  ribbon: (args, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    const [fromX, fromY, toX, toY, thick] = item.value;
    const [x0, y0] = point(args, api, [fromX, fromY]);
    const [x1, y1] = point(args, api, [toX, toY]);
    const t = point(args, api, [fromX, fromY + thick])[1] - y0;
    const m = (x0 + x1) / 2;
    const d = `M${x0} ${y0}C${m} ${y0} ${m} ${y1} ${x1} ${y1}L${x1} ${y1 + t}C${m} ${y1 + t} ${m} ${y0 + t} ${x0} ${y0 + t}Z`;
    return { type: 'path', shape: { pathData: d }, style: fill(item, series), emphasis: { style: { opacity: 0.75 } } };
  },

  sector: ({ center, radius }, series) => (params, api) => {
    const item = series.data[params.dataIndex];
    const [from, to, inner, outer] = item.value;
    const unit = (Math.min(api.getWidth(), api.getHeight()) / 2) * radius;
    const angle = (turn) => (turn * 2 - 0.5) * Math.PI;
    const shape = {
      cx: api.getWidth() * center[0], cy: api.getHeight() * center[1],
      r0: inner * unit, r: outer * unit, startAngle: angle(from), endAngle: angle(to),
    };
    const sector = { type: 'sector', shape, style: fill(item, series) };
    if (!item.label?.show) return sector;
    return { type: 'group', children: [sector, sectorLabel(item, series, shape, angle((from + to) / 2))] };
  },
};

// point turns a place in the units of the chart's axes into pixels. On a band
// axis those are bands, 0.5 the middle of the first; ECharts knows only middles.
function point(args, api, [x, y]) {
  return [coordinate(api, 0, args.xBands, x), coordinate(api, 1, args.yBands, y)];
}

function coordinate(api, dim, bands, v) {
  const pixel = (u) => api.coord(dim === 0 ? [u, 0] : [0, u])[dim];
  if (!bands) return pixel(v);
  const first = pixel(0);
  const step = bands > 1 ? pixel(1) - first : Math.abs([].concat(api.size([1, 1]))[dim]);
  return first + (v - 0.5) * step;
}

function rect([[x0, y0], [x1, y1]], item, series, within = false) {
  const shape = { x: Math.min(x0, x1), y: Math.min(y0, y1), width: Math.abs(x1 - x0), height: Math.abs(y1 - y0) };
  const out = { type: 'rect', shape, style: fill(item, series), emphasis: { style: { opacity: 0.85 } } };
  if (!item.label?.show) return out;
  const style = words(item, series);
  if (within && item.label.position === 'inside') {
    const lines = Math.max(1, style.text.split('\n').length) * style.lineHeight;
    if (shape.height < lines || measure(style.text, style.fontSize) > shape.width - 4) return out;
  }
  return { ...out, textContent: { type: 'text', style, silent: true }, textConfig: { position: item.label.position, distance: 5 } };
}

// beside is a text at a point, on the side that the label names.
function beside(item, series, x, y) {
  const gap = 6;
  const sides = {
    top: [0, -gap, 'center', 'bottom'], bottom: [0, gap, 'center', 'top'],
    left: [-gap, 0, 'right', 'middle'], right: [gap, 0, 'left', 'middle'],
  };
  const [dx, dy, align, verticalAlign] = sides[item.label?.position] ?? [0, 0, 'center', 'middle'];
  return { type: 'text', x: x + dx, y: y + dy, silent: true, style: { ...words(item, series), align, verticalAlign } };
}

function sectorLabel(item, series, s, middle) {
  const at = (r) => [s.cx + Math.cos(middle) * r, s.cy + Math.sin(middle) * r];
  if (item.label.position !== 'outside') {
    const [x, y] = at((s.r0 + s.r) / 2);
    return beside({ ...item, label: { ...item.label, position: 'inside' } }, series, x, y);
  }
  const position = Math.cos(middle) < -0.01 ? 'left' : 'right';
  return beside({ ...item, label: { ...item.label, position } }, series, ...at(s.r + 4));
}

function words(item, series) {
  return {
    text: item.datum?.label ?? '',
    fill: item.label?.color ?? series.label?.color,
    fontSize: series.label?.fontSize,
    lineHeight: series.label?.lineHeight,
    fontWeight: item.label?.fontWeight ?? 'normal',
    fontFamily: family,
  };
}

function fill(item, series) {
  const style = { ...series.itemStyle, ...item.itemStyle };
  return { fill: style.color, stroke: style.borderColor, lineWidth: style.borderWidth ?? 0 };
}

// tooltip builds the box as elements: every text is set as text.
function tooltip(params, sources) {
  const said = params.filter((p) => p.data?.datum?.text);
  if (!said.length) return '';
  const box = make('div');
  const head = said[0].data.name ?? said[0].name ?? '';
  if (head) box.append(make('div', 'tip-head', head));
  for (const p of said) box.append(tooltipRow(p, head));
  const seen = new Set(said.flatMap((p) => p.data.datum.sources ?? []));
  for (const i of [...seen].slice(0, 4)) if (sources[i]) box.append(tooltipSource(sources[i]));
  return box;
}

function tooltipRow(p, head) {
  const { text, share, computed } = p.data.datum;
  const row = make('div', 'tip-row');
  const dot = make('span', 'tip-dot');
  dot.style.background = typeof p.color === 'string' ? p.color : '';
  row.append(dot);
  const name = p.seriesName ?? '';
  if (name && !name.includes('\0') && name !== head) row.append(make('span', 'tip-name', name));
  row.append(make('span', 'tip-value', text));
  if (share) row.append(make('span', 'tip-more', share));
  if (computed) row.append(make('span', 'tip-more', interfaceWords.computed));
  return row;
}

function tooltipSource(s) {
  const at = make('div', 'tip-source', `${interfaceWords.source} ${place(s)}`);
  if (s.quote) at.append(make('q', 'tip-quote', s.quote.replace(/\s+/g, ' ')));
  return at;
}

// place names a place of a report: the report, the table, the line.
function place(s) {
  const line = s.line ? interfaceWords.line.replace('%d', s.line) : '';
  return [s.report, s.table, line].filter(Boolean).join(' · ');
}

function make(tag, className = '', text = '') {
  const el = document.createElement(tag);
  if (className) el.className = className;
  el.textContent = text;
  return el;
}
