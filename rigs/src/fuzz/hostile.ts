import type { Draw } from './draw.ts'

/** Texts that have broken programs: for SQL, paths, HTML, patterns, spreadsheets, encodings. */
export const hostileTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\t',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff\ud800',
    'é'.normalize('NFD'),
    '\u202Egnp.exe',
    '\ufeff',
    '💥',
  ],
  ...[
    "'",
    '"',
    "' or 1=1 --",
    "'; drop table users; --",
    '") or sleep(5)',
    '%',
    '_%_',
    '\\',
    '*',
    '(',
    '[a-',
    '((a+)+)+$',
  ],
  ...[
    '../../../../etc/passwd',
    '..\\..\\windows',
    '/dev/zero',
    'file:///etc/passwd',
    '//evil.test',
    'javascript:alert(1)',
  ],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '{{7*7}}', '${7*7}', '<!--', '&#0;'],
  ...['=1+1', '+1', '-1', '@SUM(A1)', '\r\nset-cookie: a=b', 'a\r\nb', '%00', '%0d%0a', '%zz', '%2e%2e%2f'],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', 'true', '0', '1e3', '0x10', '١٢٣', '1,5'],
  ...['a'.repeat(60) + '!', 'a@'.repeat(50), 'x'.repeat(101), 'x'.repeat(256), 'x'.repeat(5001), 'é'.repeat(10_001)],
]

/** Numbers that are none, or too large, or between two. */
const hostileNumbers: readonly number[] = [
  ...[0, -0, -1, 1, 0.1, -0.5, 1e21, -1e21, 1e308, 5e-324, 2 ** 31, 2 ** 32, 2 ** 53, -(2 ** 53), 2 ** 63],
  ...[Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, 100, 101, 99.999],
]

/** What JSON text may hold and no value can: written in the place of this text. */
export const rawMark = 'raw\u{E000}'
const rawNumbers = ['NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '0x10', '01', '1.', 'undefined', '9'.repeat(400)]

const hostileKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'length',
  '',
  '0',
  'id',
  'role',
  'a.b',
  '$where',
]

/** Any value at all, of any kind, at most `depth` deep. */
export function wildValue(draw: Draw, depth = 3): unknown {
  const kind = draw.int(0, depth > 0 ? 8 : 6)
  if (kind < 2) return draw.pick(hostileTexts)
  if (kind === 2) return draw.pick(hostileNumbers)
  if (kind === 3) return draw.pick([true, false])
  if (kind === 4) return null
  if (kind === 5) return rawMark + draw.pick(rawNumbers)
  if (kind === 6) return draw.pick<unknown>([[], {}, [[]], [null], { id: {} }])
  if (kind === 7) return Array.from({ length: draw.int(1, 4) }, () => wildValue(draw, depth - 1))
  const keys = Array.from({ length: draw.int(1, 4) }, () => draw.pick([...hostileKeys, draw.pick(hostileTexts)]))
  // As JSON makes them: a key called __proto__ is a key.
  return JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:${toJson(wildValue(draw, 0), false)}`).join(',')}}`)
}

/** The JSON text of a value, with what only text can hold. */
export function toJson(value: unknown, raw = true): string {
  const text = JSON.stringify(value) ?? 'null'
  return raw ? text.replaceAll(new RegExp(`"${rawMark}([^"]*)"`, 'g'), '$1') : text
}

/** A text of arrays or objects in one another. */
export const nested = (depth: number, draw: Draw): string =>
  draw.oneIn(2) ? '['.repeat(depth) + ']'.repeat(depth) : '{"a":'.repeat(depth) + '1' + '}'.repeat(depth)
