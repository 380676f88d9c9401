// Chart.js draws on a canvas of Skia. Values at the marks would need a plugin, and are not drawn.
import { writeFileSync } from 'node:fs'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import Chart from 'chart.js/auto'
import { family, font, height, run, width } from './shared.mjs'

const colors = ['#0b6fb8', '#d1495b', '#2a9d8f', '#e9a23b', '#7b5ea7', '#8a6d3b', '#4f772d', '#c06c84', '#577590', '#999999']

function config(kind, { names, columns, categories }) {
  const datasets = names.slice(1).map((label, i) => ({ label, data: columns[i + 1], backgroundColor: colors[i], borderColor: colors[i] }))
  const data = { labels: categories, datasets }
  const scales = { x: { stacked: kind === 'stacked' }, y: { stacked: kind === 'stacked' } }
  switch (kind) {
    case 'columns': case 'stacked': return { type: 'bar', data, options: { scales } }
    case 'ranking': return { type: 'bar', data, options: { indexAxis: 'y', scales: { y: { ticks: { autoSkip: false, font: { size: 11 } } } } } }
    case 'donut': return { type: 'doughnut', data: { labels: categories, datasets: [{ data: columns[1], backgroundColor: colors }] } }
    case 'combo':
      Object.assign(datasets[1], { type: 'line', yAxisID: 'right' })
      return { type: 'bar', data, options: { scales: { right: { axis: 'y', position: 'right' } } } }
  }
  if (typeof columns[0][0] !== 'number') return { type: 'line', data }
  const points = columns[0].map((x, i) => ({ x, y: columns[1][i] }))
  const line = kind === 'line'
  return { type: 'scatter', data: { datasets: [{ label: names[1], data: points, showLine: line, pointRadius: line ? 0 : 3, borderColor: colors[0], backgroundColor: colors[0] }] } }
}

GlobalFonts.registerFromPath(font, family)
Chart.defaults.font = { family, size: 18 }
run((kind, title, table, out) => {
  const canvas = createCanvas(width, height)
  const { options, ...rest } = config(kind, table)
  const white = { id: 'white', beforeDraw: ({ ctx }) => { ctx.fillStyle = 'white'; ctx.fillRect(0, 0, width, height) } }
  const chart = new Chart(canvas.getContext('2d'), {
    ...rest, plugins: [white],
    options: { ...options, animation: false, responsive: false, devicePixelRatio: 1, plugins: { title: { display: true, text: title, font: { size: 28 } } } },
  })
  writeFileSync(out, canvas.toBuffer('image/png'))
  chart.destroy()
})
