// ECharts draws SVG on the server, resvg makes PNG of it.
import * as echarts from 'echarts'
import { family, height, run, width, writeSVG } from './shared.mjs'

const values = { show: true, fontSize: 16 }

function option(kind, { names, columns, categories }) {
  const category = { type: 'category', data: categories, axisLabel: { interval: 0 } }
  const value = { type: 'value', scale: kind === 'line' }
  const series = (type, more) => names.slice(1).map((name, i) => ({ name, type, data: columns[i + 1], label: values, ...more }))
  const named = { legend: { top: 60 }, grid: { top: 120 } }
  switch (kind) {
    case 'columns': return { xAxis: category, yAxis: value, series: series('bar', { label: { ...values, position: 'top' } }), ...named }
    case 'line': return { xAxis: category, yAxis: value, series: series('line', { label: { ...values, position: 'top' } }), ...named }
    case 'stacked': return { xAxis: category, yAxis: value, series: series('bar', { stack: 'all' }), ...named }
    case 'ranking': return {
      xAxis: value, yAxis: { ...category, inverse: true }, grid: { left: 240, top: 80 },
      series: series('bar', { label: { ...values, fontSize: 11, position: 'right' } }),
    }
    case 'combo': return {
      xAxis: category, yAxis: [value, value], ...named,
      series: series('bar').map((s, i) => (i ? { ...s, type: 'line', yAxisIndex: 1 } : s)),
    }
    case 'donut': return {
      series: [{
        type: 'pie', radius: ['40%', '70%'], label: { fontSize: 18, formatter: '{b} {c} 人 {d}%' },
        data: categories.map((name, i) => ({ name, value: columns[1][i] })),
      }],
    }
  }
  const data = columns[0].map((x, i) => [x, columns[1][i]])
  return { xAxis: { type: 'value', name: names[0] }, yAxis: { type: 'value', name: names[1] }, series: [{ type: kind, data, symbolSize: 7, showSymbol: kind === 'scatter' }] }
}

run((kind, title, table, out) => {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height })
  chart.setOption({ title: { text: title, left: 'center', textStyle: { fontSize: 28 } }, textStyle: { fontFamily: family, fontSize: 18 }, animation: false, ...option(kind, table) })
  writeSVG(chart.renderToSVGString(), out)
  chart.dispose()
})
