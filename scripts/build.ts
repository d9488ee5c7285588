// Builds what changed: pictures, the packed client, the web, the server's bundle. Each is made once per content of its sources.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './bring-node.mjs'
import { buildOnce } from './lib/build-once.ts'
import { listenForSignals } from './lib/hand-over.mjs'

listenForSignals()

const everywhere = ['package.json', 'pnpm-lock.yaml', 'tsconfig.base.json']
const types = ['apps/api/src', 'apps/api/package.json', 'packages/db/src', 'packages/domain/src']

function hasScript(folder: string, script: string): boolean {
  const manifest: { scripts?: Record<string, string> } = JSON.parse(
    readFileSync(path.join(root, folder, 'package.json'), 'utf8'),
  )
  return manifest.scripts?.[script] !== undefined
}

await buildOnce('Drawing the pictures', {
  sources: ['scripts/pictures', 'apps/web/pictures'],
  stamp: 'apps/web/public/pictures/.built',
  command: process.execPath,
  args: ['scripts/pictures/export.ts'],
})

if (hasScript('packages/client', 'pack')) {
  await buildOnce('Packing the client', {
    sources: [...everywhere, ...types, 'packages/client'],
    stamp: 'apps/api/dist/.client-built',
    output: 'apps/api/dist/client.tgz',
    command: 'pnpm',
    args: ['--filter', '@comptoir/client', 'run', 'pack'],
  })
}

if (existsSync(path.join(root, 'apps/web/index.html'))) {
  await buildOnce('Building the web', {
    sources: [...everywhere, 'apps/web', 'packages/client', 'packages/domain/src'],
    stamp: 'apps/web/dist/.built',
    output: 'apps/web/dist/index.html',
    command: 'pnpm',
    args: ['--filter', '@comptoir/web', 'run', 'build'],
    env: { NODE_ENV: 'production' },
  })
}

await buildOnce('Bundling the server', {
  sources: [...everywhere, ...types, 'scripts/bundle-server.ts'],
  stamp: 'apps/api/dist/.server-built',
  output: 'apps/api/dist/main.mjs',
  command: process.execPath,
  args: ['scripts/bundle-server.ts'],
})
