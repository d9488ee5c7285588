import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { demoCategories, demoProducts } from '../../packages/db/src/demo/index.ts'
import type { DemoProduct } from '../../packages/db/src/demo/index.ts'
import { favicon, parcel } from './emblem.ts'
import { createPen } from './pen.ts'
import { drawAlone, drawPlaced } from './scene.ts'
import type { Scene } from './scene.ts'
import { epicerie } from './scenes/epicerie.ts'
import { livres } from './scenes/livres.ts'
import { maison } from './scenes/maison.ts'
import { papeterie } from './scenes/papeterie.ts'
import { soin } from './scenes/soin.ts'
import { vetements } from './scenes/vetements.ts'

const scenes: Record<string, Scene> = { ...epicerie, ...papeterie, ...maison, ...vetements, ...livres, ...soin }
const folder = new URL('../../apps/web/pictures/', import.meta.url)

/** The colour of the first value of the picture that has one. */
function swatchOf(product: DemoProduct, values: string[]): string {
  const shown = product.options
    .flatMap((option) => option.values)
    .find(({ code, swatch }) => swatch && values.includes(code))
  return shown?.swatch ?? ''
}

function drawingsOf(product: DemoProduct): [name: string, svg: string][] {
  const scene = scenes[product.slug]
  const tint = demoCategories.find(({ slug }) => slug === product.category)?.tint
  if (!scene || !tint) throw new Error(`no scene for ${product.slug}`)
  return product.pictures.map(({ name, values }, index) => {
    const draw = index === product.pictures.length - 1 ? drawPlaced : drawAlone
    return [name, draw(createPen(name), scene, tint, swatchOf(product, values))]
  })
}

const drawings: [string, string][] = [
  ...demoProducts.flatMap(drawingsOf),
  ['placeholder', drawAlone(createPen('placeholder'), { alone: parcel, scale: 0.86, at: 'shelf' }, '#e9dfcf', '')],
  ['favicon', favicon()],
]

mkdirSync(folder, { recursive: true })
const wanted = new Set(drawings.map(([name]) => `${name}.svg`))
for (const file of readdirSync(folder)) if (file.endsWith('.svg') && !wanted.has(file)) rmSync(new URL(file, folder))
for (const [name, svg] of drawings) writeFileSync(new URL(`${name}.svg`, folder), svg)

const sizes = drawings.map(([, svg]) => svg.length)
console.log(
  `${drawings.length} pictures, ${Math.round(sizes.reduce((a, b) => a + b, 0) / 1024)} KB, largest ${Math.round(Math.max(...sizes) / 102.4) / 10} KB`,
)
