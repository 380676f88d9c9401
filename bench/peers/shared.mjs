// What the three scripts for Node.js share: the data, the font, and the order of the pictures.
import { readFileSync, writeFileSync } from 'node:fs'
import { Resvg } from '@resvg/resvg-js'

export const font = process.env.FONT
export const family = 'Noto Sans CJK SC'
export const [width, height] = [1600, 1000]

const texts = {
  columns: '2025 年各学院招生计划、录取与报到情况',
  ranking: '2025 届 56 个本科专业毕业去向落实率排名',
  donut: '2025 届毕业生毕业去向分布',
  line: '2021—2025 届各学历层次毕业去向落实率',
  stacked: '2023—2025 届毕业生就业行业构成',
  combo: '2021—2025 年社会服务到款额与项目数',
}

// table is a csv file as the names of its columns and its columns, the first of names.
function table(path) {
  const [names, ...rows] = readFileSync(path, 'utf8').trim().split('\n').map(line => line.split(','))
  const columns = names.map((_, c) => rows.map(row => (c ? +row[c] : row[c])))
  return { names, columns, categories: columns[0] }
}

export function writeSVG(svg, out) {
  const fonts = { fontFiles: [font], loadSystemFonts: false, defaultFontFamily: family }
  writeFileSync(out, new Resvg(svg, { font: fonts, background: 'white' }).render().asPng())
}

// run draws what the command line asks for with one function: it takes the kind, the
// title, the table and the path of the picture. Without a command nothing is drawn.
export async function run(draw) {
  const [what, from, out] = process.argv.slice(2)
  if (what === 'six') { // pictures, folder
    const kinds = Object.keys(texts)
    for (let i = 0; i < +from; i++) {
      const kind = kinds[i % kinds.length]
      await draw(kind, texts[kind], table(`data/${kind}.csv`), `${out}/${i}.png`)
    }
  } else if (what) { // file, picture
    const t = table(from)
    t.columns[0] = t.categories.map(Number)
    await draw(what, '投入与产出', t, out)
  }
}
