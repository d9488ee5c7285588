/** What is read of one run of Lighthouse: points of 100, ms, CLS without a unit, bytes. */
export interface Scores {
  performance: number
  accessibility: number
  bestPractices: number
  seo: number
  lcpMs: number
  cls: number
  tbtMs: number
  bytes: number
}
interface Report {
  categories: Record<string, { score: number | null } | undefined>
  audits: Record<string, { score: number | null; numericValue?: number; title: string } | undefined>
}

/** The figures of one report; a category that was not judged counts as nothing. */
export function scoresOf({ categories, audits }: Report): Scores {
  const points = (name: string) => Math.round((categories[name]?.score ?? 0) * 100)
  const figure = (name: string) => audits[name]?.numericValue ?? Number.NaN
  return {
    ...{ performance: points('performance'), accessibility: points('accessibility') },
    ...{ bestPractices: points('best-practices'), seo: points('seo') },
    ...{ lcpMs: figure('largest-contentful-paint'), cls: figure('cumulative-layout-shift') },
    ...{ tbtMs: figure('total-blocking-time'), bytes: figure('total-byte-weight') },
  }
}

/** What a category of the report holds against the page. */
export const losses = ({ audits }: Report, names: readonly string[]): string[] =>
  names.flatMap((name) => {
    const audit = audits[name]
    return audit && audit.score !== null && audit.score < 1 ? [`${name}: ${audit.title}`] : []
  })

/** The middle of several runs, for each figure by itself. */
export function median(runs: readonly Scores[]): Scores {
  if (runs.length === 0) throw new Error('nothing was measured')
  const middle = (name: keyof Scores) => runs.map((run) => run[name]).toSorted((a, b) => a - b)[runs.length >> 1] ?? 0
  return {
    ...{ performance: middle('performance'), accessibility: middle('accessibility') },
    ...{ bestPractices: middle('bestPractices'), seo: middle('seo'), lcpMs: middle('lcpMs') },
    ...{ cls: middle('cls'), tbtMs: middle('tbtMs'), bytes: middle('bytes') },
  }
}

/** From a press to the next picture, ms. */
const soonMs = 200

/** What is aimed at; SEO only where a search engine may come. */
export const aims = {
  performance: 98,
  accessibility: 100,
  bestPractices: 100,
  seo: 100,
  lcpMs: 1200,
  cls: 0.02,
  tbtMs: 50,
}

const rounded = (value: number, digits = 0) => value.toFixed(digits)

/** The medians of all pages as a table in Markdown; what misses its aim is marked. */
export function tableOf(pages: readonly { name: string; found: boolean; scores: Scores }[]): string {
  const marked = (text: string, good: boolean) => (good ? text : `**${text}**`)
  const rows = pages.map(({ name, found, scores: s }) =>
    [
      name,
      marked(rounded(s.performance), s.performance >= aims.performance),
      marked(rounded(s.accessibility), s.accessibility >= aims.accessibility),
      marked(rounded(s.bestPractices), s.bestPractices >= aims.bestPractices),
      found ? marked(rounded(s.seo), s.seo >= aims.seo) : 'not for search engines',
      marked(`${rounded(s.lcpMs / 1000, 2)} s`, s.lcpMs <= aims.lcpMs),
      marked(rounded(s.cls, 3), s.cls <= aims.cls),
      marked(`${rounded(s.tbtMs)} ms`, s.tbtMs <= aims.tbtMs),
      `${rounded(s.bytes / 1000)} kB`,
    ].join(' | '),
  )
  const head = 'page | performance | accessibility | best practices | SEO | LCP | CLS | TBT | bytes'
  return [head, head.replaceAll(/[^|]+/g, ' --- ').trim(), ...rows].map((row) => `| ${row} |`).join('\n')
}

/** How soon the page answers each deed, as a table in Markdown; what takes longer than 200 ms is marked. */
export const tableOfDeeds = (deeds: readonly { name: string; ms: number }[]): string =>
  ['| press | INP |', '| --- | --- |']
    .concat(deeds.map(({ name, ms }) => `| ${name} | ${ms <= soonMs ? `${ms} ms` : `**${ms} ms**`} |`))
    .join('\n')
