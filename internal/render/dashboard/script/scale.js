// On the stage a chart is read from the back of a room: all that has a size in
// pixels grows with the window.

import { bare } from './fit.js';

/** @import { Option } from './option.js' */

const stageRoom = { width: 815, height: 320 }; // in which texts have their usual size: at 1920 × 1080 none is below 24 pixels

// stageScale is how much larger texts are on the stage, at most.
export const stageScale = ({ clientWidth, clientHeight }) => Math.max(1, Math.min(2.2, clientWidth / stageRoom.width, clientHeight / stageRoom.height));

// fitStage gives an option the room that the figure has on the stage, and larger texts.
/** @param {Option} option */
export function fitStage(option, scale, room) {
  enlarge(option, scale);
  const maps = option.series.filter((s) => s.type === 'map');
  for (const map of maps) map.roam = true; // a page scrolls by the same wheel
  if (maps.length) option.series = maps; // without series that only the legend names: ECharts cannot move them
  const { layout } = option;
  const by = Math.max(240, room) / layout.height;
  layout.height *= by;
  if (bare(option)) layout.width *= by; // its proportions count
}

const sizes = new Set(['fontSize', 'lineHeight', 'symbolSize', 'nodeWidth', 'nameGap', 'margin', 'distance', 'itemGap', 'borderWidth', 'textBorderWidth', 'length']);
const edges = ['left', 'top', 'right', 'bottom'];

// enlarge makes the texts, dots and lines of an option larger.
function enlarge(node, by, within = '') {
  for (const [key, value] of Object.entries(node)) {
    const grows = sizes.has(key) || (key === 'width' && /^(lineStyle|layout)$/.test(within)) || (key === 'height' && within === 'upperLabel') || (within === 'layout' && typeof value === 'number')
      || (/^(grid|series)$/.test(within) && edges.includes(key) && !String(value).endsWith('%'));
    if (grows && !Number.isNaN(Number(value))) node[key] = Number(value) * by;
    else if (value && typeof value === 'object' && key !== 'value' && key !== 'sources' && key !== 'geoJSON') enlarge(value, by, Array.isArray(node) ? within : key);
  }
  return node;
}
