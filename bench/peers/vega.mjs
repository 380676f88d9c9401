// Vega-Lite draws SVG, resvg makes PNG of it.
import * as vega from 'vega'
import { compile } from 'vega-lite'
import { family, height, run, width, writeSVG } from './shared.mjs'

const q = (field, more) => ({ field, type: 'quantitative', ...more })
const n = (field, more) => ({ field, type: 'nominal', sort: null, ...more })

// view is a kind of chart over rows of x, name and v, or of x and y.
function view(kind) {
  switch (kind) {
    case 'columns': return {
      encoding: { x: n('x'), xOffset: n('name'), y: q('v'), color: n('name') },
      layer: [{ mark: 'bar' }, { mark: { type: 'text', dy: -10 }, encoding: { text: q('v') } }],
    }
    case 'ranking': return {
      encoding: { y: n('x'), x: q('v') },
      layer: [{ mark: 'bar' }, { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: q('v') } }],
    }
    case 'line': return {
      encoding: { x: n('x'), y: q('v', { scale: { zero: false } }), color: n('name') },
      layer: [{ mark: { type: 'line', point: true } }, { mark: { type: 'text', dy: -12 }, encoding: { text: q('v') } }],
    }
    case 'stacked': return {
      encoding: { x: n('x'), y: q('v', { stack: 'zero' }), color: n('name') },
      layer: [{ mark: 'bar' }, { mark: { type: 'text', color: 'black' }, encoding: { y: q('v', { stack: 'zero', bandPosition: 0.5 }), text: q('v'), detail: n('name') } }],
    }
    case 'combo': return {
      encoding: { x: n('x') }, resolve: { scale: { y: 'independent' } },
      layer: [0, 1].map(i => ({
        transform: [{ filter: `datum.i === ${i}` }],
        encoding: { y: q('v'), color: n('name') },
        layer: [{ mark: i ? { type: 'line', point: true } : 'bar' }, { mark: { type: 'text', dy: -12 }, encoding: { text: q('v') } }],
      })),
    }
    case 'donut': return {
      encoding: { theta: q('v', { stack: true }), color: n('x') },
      layer: [{ mark: { type: 'arc', innerRadius: 200, outerRadius: 380 } }, { mark: { type: 'text', radius: 430 }, encoding: { text: n('label') } }],
    }
  }
  return { mark: kind === 'line-of-rows' ? 'line' : { type: 'point', filled: true }, encoding: { x: q('x'), y: q('y') } }
}

run(async (kind, title, { names, columns, categories }, out) => {
  const rowsAlone = typeof columns[0][0] === 'number'
  const values = rowsAlone
    ? columns[0].map((x, i) => ({ x, y: columns[1][i] }))
    : names.slice(1).flatMap((name, i) => categories.map((x, k) => ({ x, name, i, v: columns[i + 1][k], label: `${x} ${columns[1][k]} 人` })))
  const spec = { data: { values }, title, width, height, autosize: { type: 'fit', contains: 'padding' }, config: { font: family }, ...view(rowsAlone && kind === 'line' ? 'line-of-rows' : kind) }
  writeSVG(await new vega.View(vega.parse(compile(spec).spec), { renderer: 'none' }).toSVG(), out)
})
