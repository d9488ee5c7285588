import { describe, expect, test } from 'vitest'
import { losses, median, type Scores, scoresOf, tableOf, tableOfDeeds } from './scores.ts'

const report = {
  categories: {
    performance: { score: 0.984 },
    accessibility: { score: 1 },
    'best-practices': { score: 0.96 },
    seo: { score: null },
  },
  audits: {
    'largest-contentful-paint': { score: 0.9, numericValue: 1180.4, title: 'Largest Contentful Paint' },
    'cumulative-layout-shift': { score: 1, numericValue: 0.004, title: 'Cumulative Layout Shift' },
    'total-blocking-time': { score: 1, numericValue: 12, title: 'Total Blocking Time' },
    'total-byte-weight': { score: 1, numericValue: 212_345, title: 'Bytes' },
    'errors-in-console': { score: 0, title: 'Browser errors were logged' },
    'is-on-https': { score: null, title: 'Uses HTTPS' },
  },
}
const scores = scoresOf(report)

describe('what a report says', () => {
  test('is read as points, ms and bytes', () => {
    expect(scores).toEqual({
      ...{ performance: 98, accessibility: 100, bestPractices: 96, seo: 0 },
      ...{ lcpMs: 1180.4, cls: 0.004, tbtMs: 12, bytes: 212_345 },
    })
  })

  test('names what was lost, and not what was not judged', () => {
    expect(losses(report, ['errors-in-console', 'is-on-https', 'unknown'])).toEqual([
      'errors-in-console: Browser errors were logged',
    ])
  })
})

test('the middle run counts, for each figure by itself', () => {
  const runs: Scores[] = [3, 1, 2].map((n) => ({ ...scores, lcpMs: n * 100, tbtMs: (4 - n) * 10 }))
  expect(median(runs)).toMatchObject({ lcpMs: 200, tbtMs: 20 })
  expect(() => median([])).toThrow('nothing was measured')
})

test('the table marks what misses its aim', () => {
  const [head, line, row] = tableOf([{ name: 'cart', found: false, scores }]).split('\n')
  expect(head?.split('|')).toHaveLength(line?.split('|').length ?? 0)
  expect(row).toBe('| cart | 98 | 100 | **96** | not for search engines | 1.18 s | 0.004 | 12 ms | 212 kB |')
})

test('a press whose answer takes too long is marked', () => {
  const table = tableOfDeeds([
    { name: 'tick a filter', ms: 48 },
    { name: 'add to cart', ms: 208 },
  ])
  expect(table.split('\n').slice(2)).toEqual(['| tick a filter | 48 ms |', '| add to cart | **208 ms** |'])
})
