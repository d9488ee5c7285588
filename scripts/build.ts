// Builds what changed: pictures, the packed client, the web, the server's bundle. Each is made once per content of its sources.
// `node scripts/build.ts pictures` builds only that.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from './bring-node.mjs'
import { buildOnce } from './lib/build-once.ts'
import type { Build } from './lib/build-once.ts'
import { listenForSignals } from './lib/hand-over.mjs'

const everywhere = ['pnpm-lock.yaml', 'tsconfig.base.json']
const server = ['apps/api/src', 'apps/api/package.json', 'packages/db/src', 'packages/domain/src']

function hasScript(folder: string, script: string): boolean {
  const manifest = path.join(root, folder, 'package.json')
  const { scripts }: { scripts?: Record<string, string> } = JSON.parse(readFileSync(manifest, 'utf8'))
  return scripts?.[script] !== undefined
}

const builds: Record<string, Build> = {
  pictures: {
    title: 'Drawing the pictures',
    sources: ['scripts/pictures', 'apps/web/pictures'],
    stamp: 'apps/web/public/pictures/.built',
    command: process.execPath,
    args: ['scripts/pictures/export.ts'],
  },
  client: {
    title: 'Packing the client',
    sources: [...everywhere, ...server, 'packages/client'],
    stamp: 'apps/api/dist/.client-built',
    output: 'apps/api/dist/client.tgz',
    command: 'pnpm',
    args: ['--filter', '@comptoir/client', 'run', 'pack'],
  },
  web: {
    title: 'Building the web',
    sources: [
      ...everywhere,
      ...[
        'apps/web',
        'packages/client/src',
        'packages/client/package.json',
        'packages/domain/src',
        'examples/first-hour',
      ],
    ],
    stamp: 'apps/web/dist/.built',
    output: 'apps/web/dist/index.html',
    command: 'pnpm',
    args: ['--filter', '@comptoir/web', 'run', 'build'],
    env: { NODE_ENV: 'production' },
  },
  server: {
    title: 'Bundling the server',
    sources: [...everywhere, ...server, 'scripts/bundle-server.ts'],
    stamp: 'apps/api/dist/.server-built',
    output: 'apps/api/dist/main.mjs',
    command: process.execPath,
    args: ['scripts/bundle-server.ts'],
  },
}

listenForSignals()
const wanted = process.argv.slice(2)
for (const [name, build] of Object.entries(builds)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  if (name === 'client' && !hasScript('packages/client', 'pack')) continue
  await buildOnce(build)
}
