import { readFile } from 'node:fs/promises'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { expect, test } from 'vitest'
import { tarball } from './testing-outsider.ts'

test('the packed client is well made: nothing for publint to say', async () => {
  const data = await readFile(tarball)
  const { messages, pkg } = await publint({ pack: { tarball: new Uint8Array(data).buffer }, strict: true })
  expect(messages.map((message) => formatMessage(message, pkg))).toEqual([])
})

test('its types are found the way its code is, by every resolution that knows modules', async () => {
  const types = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))))
  if (types.types === false) throw new Error('no declarations in the package')
  expect(Object.keys(types.entrypoints)).toContain('.')
  // The package is of modules only: require, and what was before exports, are not served.
  const unserved = ['node10', 'node16-cjs']
  const problems = types.problems.filter((one) => !('resolutionKind' in one && unserved.includes(one.resolutionKind)))
  expect(problems).toEqual([])
})
