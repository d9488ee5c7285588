// Writes what the pages for developers say of every refusal, from the catalogue itself; with --check it only looks whether that is up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { wireProblems } from '../apps/api/src/rest/problems.ts'
import { problemStatus } from '../apps/api/src/problem-status.ts'
import { type ProblemCode, problems, wordsFor } from '../packages/domain/src/problems.ts'
import { root } from './bring-node.mjs'
import { type Facts, factsOf } from './lib/facts-of.ts'

interface Refusal {
  code: string
  kind: string
  status: number
  words: { fr: string; en: string }
  /** The type of its details, as TypeScript writes it; null when it has none. */
  details: string | null
}

const ofCatalogue = ([code, { type, sample }]: [string, Facts]): Refusal => {
  const known = code as ProblemCode
  const { kind } = problems[known]
  const words = { fr: wordsFor(known, sample, 'fr'), en: wordsFor(known, sample, 'en') }
  return { code, kind, status: problemStatus[kind], words, details: type }
}
const ofWire = ([code, { status, words }]: [string, (typeof wireProblems)[keyof typeof wireProblems]]): Refusal => ({
  ...{ code, kind: 'wire', status, words, details: null },
})

const refusals = [
  ...Object.entries(factsOf(path.join(root, 'packages/domain/src/problems.ts'))).map(ofCatalogue),
  ...Object.entries(wireProblems).map(ofWire),
].toSorted((one, other) => one.code.localeCompare(other.code, 'en'))

const listed = ({ code, kind, status, words, details }: Refusal) =>
  [
    `## ${code}`,
    `Status ${status}${kind === 'wire' ? ', over REST only' : `, kind \`${kind}\``}.`,
    `- en: ${words.en}\n- fr: ${words.fr}`,
    ...(details === null ? [] : [`Details: \`${details}\``]),
  ].join('\n\n')

const files = {
  'apps/web/src/storefront/developers/refusals.json': `${JSON.stringify(refusals, null, 2)}\n`,
  'docs/refusals.md': `# Every refusal

${refusals.length} codes, written from the catalogue by \`pnpm refusals\`. A code never changes its meaning. The running shop has a page for each, at
\`/developers/refusals/<code>\`; \`problemOf\` of the client and the \`type\` of a REST problem lead to them. “…” and numbers stand for the facts of the case.

${refusals.map(listed).join('\n\n')}
`,
}

for (const [file, text] of Object.entries(files)) {
  const full = path.join(root, file)
  if (!process.argv.includes('--check')) writeFileSync(full, text)
  else if (!existsSync(full) || readFileSync(full, 'utf8') !== text) {
    console.error(
      `${file} is not what the catalogue of refusals says: run \`pnpm refusals\` and commit what it writes.`,
    )
    process.exitCode = 1
  }
}
