import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repoRoot } from '@comptoir/db'
import { expect, test } from 'vitest'
import { controls } from './controls.ts'

test.each(controls)('$without can be taken out where it stands, once', ({ file, find, replace, rig }) => {
  const source = readFileSync(join(repoRoot(), file), 'utf8')
  expect(source.split(find)).toHaveLength(2)
  expect(source.replace(find, () => replace)).not.toBe(source)
  expect(existsSync(join(repoRoot(), 'rigs/src', rig))).toBe(true)
})
