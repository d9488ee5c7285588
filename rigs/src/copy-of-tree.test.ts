import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyOfTree } from './copy-of-tree.ts'

const passing = (folder: string) => {
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return realpathSync(folder)
}

/** A repository with two packages and a module that has a command. */
function aTree(): string {
  const root = passing(mkdtempSync(join(tmpdir(), 'comptoir-tree-')))
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  const packed = (file: string, manifest: object) => put(file, JSON.stringify({ version: '1.0.0', ...manifest }))
  put('.gitignore', 'node_modules\ndist\n')
  put('pnpm-workspace.yaml', 'packages:\n  - packages/*\n')
  packed('package.json', { name: 'tree', dependencies: { gauge: 'file:./gauge' } })
  packed('gauge/package.json', { name: 'gauge', bin: 'gauge.js' })
  put('gauge/gauge.js', '#!/usr/bin/env node\n// installed')
  packed('packages/domain/package.json', { name: 'domain' })
  packed('packages/db/package.json', { name: 'db', dependencies: { domain: 'workspace:*', gauge: 'file:../../gauge' } })
  put('packages/db/src/stock.ts', 'the control')
  put('apps/api/dist/main.mjs', 'built')
  execFileSync('git', ['init', '--quiet'], { cwd: root })
  execFileSync('pnpm', ['install', '--offline', '--no-frozen-lockfile'], { cwd: root, stdio: 'ignore' })
  return root
}

test('a copy has the sources, what is built, and modules of its own: nothing in it leads back to the tree', () => {
  const root = aTree()
  const copy = passing(copyOfTree(root))
  expect(readFileSync(join(copy, 'packages/db/src/stock.ts'), 'utf8')).toBe('the control')
  expect(readFileSync(join(copy, 'apps/api/dist/main.mjs'), 'utf8')).toBe('built')
  const modules = ['node_modules/gauge', 'packages/db/node_modules/gauge', 'packages/db/node_modules/domain']
  for (const one of modules) expect(realpathSync(join(copy, one)).startsWith(`${copy}/`), one).toBe(true)
  expect(readFileSync(join(copy, 'node_modules/.bin/gauge'), 'utf8')).not.toContain(root)
  writeFileSync(join(copy, 'node_modules/gauge/gauge.js'), 'changed in the copy')
  // PostgreSQL's programs in it are started by another user.
  expect(statSync(copy).mode & 0o5).toBe(0o5)
  rmSync(join(copy, 'node_modules'), { recursive: true })
  expect(readFileSync(join(root, 'packages/db/node_modules/gauge/gauge.js'), 'utf8')).toContain('installed')
})
