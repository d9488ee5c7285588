import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { environment, memory, root, wantedPnpm } from '../bring-node.mjs'
import { step } from './step.mjs'

/** @typedef {import('../bring-node.mjs').Tools} Tools */

const installedFile = path.join(memory, 'installed')

/** Everything that the installed modules follow from. @param {Tools} tools */
function fingerprint({ node }) {
  const hash = createHash('sha256').update(`${node}\0${wantedPnpm}`)
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(path.join(root, folder)).map((name) => path.join(folder, name, 'package.json')),
  )
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json', ...manifests.sort()]) {
    const full = path.join(root, file)
    if (existsSync(full)) hash.update(`\0${file}\0`).update(readFileSync(full))
  }
  return hash.digest('hex')
}

/** Installs the locked dependencies, unless the same ones are there already. @param {Tools} tools */
export async function ensureInstalled(tools) {
  const wanted = fingerprint(tools)
  const installed = existsSync(path.join(root, 'node_modules', '.modules.yaml')) && existsSync(installedFile)
  if (installed && readFileSync(installedFile, 'utf8') === wanted) return
  await step('Installing the locked dependencies (the first time takes about a minute)', {
    command: tools.pnpm,
    args: ['install', '--frozen-lockfile', '--prefer-offline', '--config.confirm-modules-purge=false'],
    cwd: root,
    // Building needs the development dependencies too, and pnpm leaves them out when NODE_ENV says production.
    env: { ...environment(tools), NODE_ENV: 'development' },
    whatToDo:
      'Check the network and the free disk space; after a change to a package.json or the catalog run `pnpm install`. `rm -rf node_modules` and the same command again starts afresh.',
  })
  mkdirSync(memory, { recursive: true })
  writeFileSync(installedFile, wanted)
}
