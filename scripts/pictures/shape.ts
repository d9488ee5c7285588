/** A drawn object: its foot stands at y = 0, its middle at x = 0, up is negative. */
export interface Thing {
  art: string
  width: number
  height: number
  /** `stand` throws a shadow on the ground, `hang` on the wall behind; `lie` is laid flat and throws a close one. */
  rests: 'stand' | 'hang' | 'lie'
}

const extra = (attributes: string) => (attributes ? ` ${attributes}` : '')

export const rect = (x: number, y: number, width: number, height: number, fill: string, attributes = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"${extra(attributes)}/>`

export const path = (d: string, fill: string, attributes = '') => `<path d="${d}" fill="${fill}"${extra(attributes)}/>`

export const stroke = (d: string, colour: string, width: number, attributes = '') =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${extra(attributes)}/>`

export const oval = (cx: number, cy: number, rx: number, ry: number, fill: string, attributes = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"${extra(attributes)}/>`

export const group = (attributes: string, ...children: string[]) => `<g${extra(attributes)}>${children.join('')}</g>`

/** Moves, turns (degrees) and scales what is drawn. */
export const put = (x: number, y: number, art: string, scale = 1, turn = 0) =>
  `<g transform="translate(${x} ${y})${turn ? ` rotate(${turn})` : ''}${scale === 1 ? '' : ` scale(${scale})`}">${art}</g>`

/** `count` drawings in a row, told their index. */
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => draw(i)).join('')

export const stand = (width: number, height: number, ...art: string[]): Thing => ({
  art: art.join(''),
  width,
  height,
  rests: 'stand',
})
export const hang = (width: number, height: number, ...art: string[]): Thing => ({
  art: art.join(''),
  width,
  height,
  rests: 'hang',
})
export const lie = (width: number, height: number, ...art: string[]): Thing => ({
  art: art.join(''),
  width,
  height,
  rests: 'lie',
})
