import { execFile } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder outside the repository where npm installed the packed client. */
    outsider: string
  }
}

const root = path.join(import.meta.dirname, '../../..')
const run = promisify(execFile)
/** Where the build leaves what the shop hands out at `/client.tgz`. */
export const tarball = path.join(root, 'apps/api/dist/client.tgz')
export const quietly = ['--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']

/** What a stranger does once: a folder of their own, and the packed client from a file. */
export async function setup(project: TestProject) {
  await run(process.execPath, [path.join(root, 'scripts/build.ts'), 'client'], { cwd: root })
  const folder = await mkdtemp(path.join(tmpdir(), 'comptoir-outsider-'))
  await copyFile(tarball, path.join(folder, 'client.tgz'))
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'outsider', private: true, type: 'module' }),
  )
  await run('npm', ['install', './client.tgz', ...quietly], { cwd: folder })
  project.provide('outsider', folder)
  return () => rm(folder, { recursive: true, force: true })
}

/** A folder of one test inside the stranger's: what it imports is found where npm put it. */
export async function roomOf(outsider: string, name: string): Promise<string> {
  const room = path.join(outsider, name)
  await mkdir(room, { recursive: true })
  return room
}
