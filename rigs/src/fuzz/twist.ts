import { hostileTexts, wildValue } from './hostile.ts'
import type { Draw } from './draw.ts'

type Path = (string | number)[]

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Where the values of an input stand, lists and objects included. */
function placesOf(value: unknown, path: Path = []): Path[] {
  const inner: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : isRecord(value)
      ? Object.entries(value)
      : []
  return [path, ...inner.flatMap(([key, one]) => placesOf(one, [...path, key]))]
}

/** The same input with what stands at a place changed; undefined takes it away. */
function changed(input: unknown, [step, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (step === undefined) return change(input)
  if (Array.isArray(input)) return input.map((one, i) => (i === step ? changed(one, rest, change) : one))
  if (!isRecord(input)) return input
  const fields = Object.entries(input).map(([key, one]): [string, unknown] => [
    key,
    key === step ? changed(one, rest, change) : one,
  ])
  return Object.fromEntries(fields)
}

/** What looks like the value and is not, or is one step too much of it. */
function nearly(value: unknown, draw: Draw): unknown {
  const more: unknown[] = [undefined, null, [value], { value }, wildValue(draw, 1)]
  if (typeof value === 'string') {
    more.push(`${value} `, `${value}\u0000`, value.slice(1), value.toUpperCase(), value.repeat(40), 5, true)
    more.push(value.replace(/^[a-z]+_/, 'cart_'), draw.pick(hostileTexts), draw.pick(hostileTexts), value + '\ud800')
  } else if (typeof value === 'number') {
    more.push(value + 0.5, -value, value + 1, value * 1e9, String(value), value > 0, 1e21, -1, 2 ** 53)
  } else if (typeof value === 'boolean') more.push(String(value), 0, 1, 'on')
  else if (Array.isArray(value))
    more.push([], [...value, ...value], { ...value }, Array(draw.pick([11, 51, 101, 1000])).fill(value[0] ?? null))
  else if (isRecord(value)) {
    const surprise = draw.pick(['surprise', 'role', 'userId', 'isAdmin', 'priceCents', '__proto__', 'constructor'])
    const with_ = JSON.parse(`{${JSON.stringify(surprise)}:"admin"}`) as Record<string, unknown>
    more.push({ ...with_, ...value }, Object.entries(value), Object.fromEntries(Object.entries(value).slice(1)))
    more.push(Object.assign(Object.create(null) as object, value, with_))
  }
  return draw.pick(more)
}

/** A valid input with one or two things wrong in it. */
export function twisted(input: unknown, draw: Draw): unknown {
  let wrong = input
  for (let turns = draw.int(1, 2); turns > 0; turns--)
    wrong = changed(wrong, draw.pick(placesOf(wrong)), (value) => nearly(value, draw))
  return wrong
}
