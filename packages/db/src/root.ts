import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The folder of the repository: found from a source file and from a bundle in apps/api/dist alike. */
export function repoRoot(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'pnpm-workspace.yaml'))) return folder
    if (dirname(folder) === folder)
      throw new Error(`No pnpm-workspace.yaml above ${import.meta.dirname}: run the shop from its repository.`)
  }
}

/** Where the generated migrations of an engine lie. */
export const migrationsFolder = (engine: 'sqlite' | 'postgres'): string =>
  join(repoRoot(), 'packages/db/migrations', engine)
