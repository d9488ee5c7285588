import { breachIn, type Invariant, invariants } from '@comptoir/domain/books'
import { expect, test } from 'vitest'
import { bookRules } from './index.ts'

/** Invariants that no copy of the books can tell, or not the whole of them. */
const elsewhere: Partial<Record<Invariant, string>> = {
  'INV-08': 'Before the invoice there is nothing to compare with: `orders` and `order_lines` are written by one verb.',
  'INV-10': 'Also constraint `variants_stock`.',
  'INV-22': 'Triggers refuse changes; the chain of hashes comes with the archive.',
  'INV-33': 'About two calls at once, not about rows: the race rig.',
  'INV-42': 'There are no coupons yet.',
  'INV-50': 'The effect itself is in other tables: the simulator and the idempotency tests repeat every mutation.',
  'INV-51': 'Also unique index `payment_events_once`. The order of arrival: `settlePayment` tests.',
  'INV-52': '“None for a rolled-back change” follows from one transaction: `outbox` tests.',
  'INV-53': 'About before and after a call: the bad-input rig compares all business rows.',
  'INV-61': 'The chain of hashes comes later; here: the triggers are in place.',
  'INV-62': 'Role and account are read at each call: `sessions` tests.',
  'INV-66': 'What people wrote into texts about others no rule can tell: `erase-account` tests read every table.',
  'INV-70': 'Needs what the client was told: the crash rig.',
  'INV-71': '`pnpm backup` and `pnpm restore` also run the whole `integrity_check`.',
  'INV-72': '`pnpm restore` runs this very check on the copy before it takes its place.',
  'INV-73': 'Needs both engines: every store and verb test runs on both.',
  'INV-74': 'About a change of the schema: `migrations` tests.',
}

const cell = (text: string) => text.replaceAll('|', '\\|')
const rows = Object.entries(invariants).map(([code, { en }]) => {
  const rules = bookRules.filter(({ invariant }) => invariant === code).map(({ says }) => `“${cell(says)}”`)
  const note = elsewhere[code as Invariant]
  const said = rules.length > 0 ? rules.join('<br>') : 'not sayable of one copy'
  return `| ${code} | ${en} | ${said}${note ? `<br>*${note}*` : ''} |`
})
const page = `# What \`pnpm check-books\` checks

The invariants of the shop, each with the rules that watch over it. A rule is a query (or, where both engines cannot say it alike, a walk page by page) in
\`packages/db/src/check-books\`; what it says when it is broken stands here. It runs after every test that writes, at \`pnpm check-books\`, on each copy that
\`pnpm backup\` and \`pnpm restore\` make, and from the console's page System. The tests plant each kind of corruption by raw SQL and see it named.

A rule names its first hundred breaches and counts the others, so the check needs the same little memory whatever it finds. The rules of INV-15 and the last one
of INV-52 need a shop that has been open for a minute: they run from the console only. Rules that read the same rows (the entries of an event, the lines of an
order, the history of one) are looked at together, in one statement.

\`pnpm check-books --file COPY\` looks at any copy of this release as it is, and says what it cost. 100,000 orders and 100,000 products (a file of 1.5 GB, 700,000 ledger
entries): 17 s of processor time on 2 cores, of which the engine's own look at its pages and references takes 5 s, the look at the text index (200,000 rows of words) 3 s, and
comparing each word of them with what a search knows 1.6 s; 54 MB of memory beside the program's own. Rules that each had a statement of their own took a third more.
What a search knows of words that no product has any more is left out: it hides nothing, and words stay on file by design.

This page is written by \`packages/db/src/check-books/document.test.ts\` (\`pnpm vitest run -u\` on that file) and the gate fails when it is not up to date.

| | Must hold | Broken, it says |
| --- | --- | --- |
${rows.join('\n')}
`

test('docs/check-books.md tells every rule', async () => {
  await expect(page).toMatchFileSnapshot('../../../../docs/check-books.md')
})

test('every invariant has a rule, or a reason why it has none', () => {
  const codes = new Set(bookRules.map(({ invariant }) => invariant))
  expect(Object.keys(invariants).filter((code) => !codes.has(code) && !elsewhere[code as Invariant])).toEqual([])
  expect([...codes].filter((code) => !Object.hasOwn(invariants, code))).toEqual([])
})

test('every rule has its sentence in French, with the same places', () => {
  const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).toSorted()
  for (const { says } of bookRules) {
    expect(breachIn('fr', says), `put it into French in domain/books/breach-words.ts: ${says}`).not.toBe(says)
    expect(places(breachIn('fr', says)), says).toEqual(places(says))
  }
})
