import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { problems } from '../../domain/src/index.ts'
import { expect, inject, test } from 'vitest'
import { compile } from './testing-compile.ts'
import { roomOf } from './testing-outsider.ts'

/** A program that answers each of these codes, and says that there is no other. */
const switchOver = (codes: string[]) => `import { problemOf } from '@comptoir/client'

export function answer(error: unknown): string {
  const problem = problemOf(error)
  if (problem === null) return 'no refusal'
  switch (problem.code) {
${codes.map((code) => `    case '${code}':`).join('\n')}
      return problem.message
    default:
      return problem satisfies never
  }
}
`

test('a switch over every code of the catalogue is exhaustive; one that forgets a code does not compile', async () => {
  const room = await roomOf(inject('outsider'), 'problems')
  const codes = Object.keys(problems)
  await writeFile(path.join(room, 'every-code.ts'), switchOver(codes))
  await writeFile(path.join(room, 'one-less.ts'), switchOver(codes.filter((code) => code !== 'quote_changed')))
  const { complaints } = await compile('6.0', room, ['*.ts'], { skipLibCheck: true })
  expect([...complaints.keys()]).toEqual(['one-less.ts'])
  expect(complaints.get('one-less.ts')).toMatch(/TS1360: .*"quote_changed".* does not satisfy .*'never'/)
})
