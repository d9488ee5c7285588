import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const builds = [
  ...['apps/web/public/pictures', 'apps/web/src/paraglide', 'apps/web/dist', 'apps/web/dist-server'],
  ...['packages/client/dist', 'apps/api/dist'],
]

/**
 * A copy of the working tree, with what is built in it and modules of its own. They are installed, neither linked nor copied: a link leads
 * into the tree's, and so do the paths that stand in every command under `.bin`.
 */
export function copyOfTree(root: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'comptoir-mutant-'))
  // PostgreSQL is run by a user of its own where the rig is root's, from within these modules.
  chmodSync(copy, 0o755)
  const listed = ['ls-files', '-co', '--exclude-standard', '-z']
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0')
  // What is built already need not be built again.
  for (const path of [...files, ...builds])
    if (path !== '' && existsSync(join(root, path))) cpSync(join(root, path), join(copy, path), { recursive: true })
  // Copied out of pnpm's store: a file that shares its bytes with the tree's could change there too.
  const how = ['--frozen-lockfile', '--prefer-offline', '--package-import-method', 'copy']
  execFileSync('pnpm', ['install', ...how], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] })
  return copy
}
