// Keeps the packed client as the release that later ones are held against: its code, its declarations, and the program that was compiled on it.
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from './bring-node.mjs'

const client = path.join(root, 'packages/client')
execFileSync(process.execPath, ['scripts/build.ts', 'client'], { cwd: root, stdio: 'inherit' })
const opened = mkdtempSync(path.join(os.tmpdir(), 'comptoir-release-'))
try {
  execFileSync('tar', ['-xzf', path.join(root, 'apps/api/dist/client.tgz'), '-C', opened])
  const packed = (name: string) => path.join(opened, 'package', name)
  const { name, version }: { name: string; version: string } = JSON.parse(readFileSync(packed('package.json'), 'utf8'))
  rmSync(path.join(client, 'releases'), { recursive: true, force: true })
  const kept = path.join(client, 'releases', version)
  mkdirSync(kept, { recursive: true })
  for (const file of ['index.js', 'index.d.ts']) copyFileSync(packed(`dist/${file}`), path.join(kept, file))
  copyFileSync(path.join(client, 'consumer/use-client.ts'), path.join(kept, 'use-client.ts'))
  const exports = { '.': { types: './index.d.ts', default: './index.js' } }
  writeFileSync(
    path.join(kept, 'package.json'),
    `${JSON.stringify({ name, version, type: 'module', exports }, null, 2)}\n`,
  )
  console.log(`${name} ${version} is kept in packages/client/releases.`)
} finally {
  rmSync(opened, { recursive: true })
}
