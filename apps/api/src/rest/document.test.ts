import path from 'node:path'
import { expect, test } from 'vitest'
import { documentText } from '../../openapi/make-document.ts'

const file = path.join(import.meta.dirname, '../../../../docs/openapi.json')

test('the committed document is the one that the procedures make today', async () => {
  const help = 'docs/openapi.json is not what the procedures say today: run `pnpm openapi` and commit what it writes'
  await expect(await documentText(), help).toMatchFileSnapshot(file)
})
