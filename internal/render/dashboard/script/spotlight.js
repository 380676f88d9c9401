// The same category stands out in all charts of the page when the reader points
// at it, or reaches it by keyboard.

import { figures } from './figures.js';
import { normal } from './text.js';

// spotlight dims, in every chart that knows the name, all that bears another;
// without a name it lights everything again.
export function spotlight(name) {
  const wanted = normal(name);
  for (const f of figures) if (f.chart) light(f, wanted);
}

function light({ chart, full }, wanted) {
  const marks = [];
  chart.getModel().eachSeries((series) => {
    if (series.get(['emphasis', 'focus'])) {
      focus(chart, series, wanted);
      return;
    }
    const own = normal(series.name) === wanted;
    const data = series.getData();
    data.eachItemGraphicEl((el, i) => marks.push([el, own || normal(data.getName(i)) === wanted]));
  });
  const known = wanted && marks.some(([, lit]) => lit);
  for (const [el, lit] of marks) dim(el, known && !lit, full);
}

// focus leaves the light to ECharts, where what belongs to a mark keeps it, too.
function focus(chart, series, wanted) {
  const { seriesIndex } = series;
  const names = series.getData().mapArray((i) => normal(series.getData().getName(i)));
  const dataIndex = wanted ? names.indexOf(wanted) : -1;
  chart.dispatchAction(dataIndex < 0 ? { type: 'downplay', seriesIndex } : { type: 'highlight', seriesIndex, dataIndex });
}

// dim fades a mark, or gives it back the opacity that it was drawn with.
function dim(el, faded, full) {
  el.traverse?.((part) => part !== el && dim(part, faded, full));
  if (!el.style || el.type === 'text') return;
  if (!full.has(el)) full.set(el, el.style.opacity ?? 1);
  const opacity = faded ? Math.min(0.25, full.get(el)) : full.get(el);
  if ((el.style.opacity ?? 1) !== opacity) el.attr('style', { opacity });
}

