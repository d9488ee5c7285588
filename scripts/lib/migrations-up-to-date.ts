// Generates the migrations of both engines into a copy: a difference means that a table changed and its migration was not made.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root } from '../bring-node.mjs'
import { capture } from './step.mjs'

const db = path.join(root, 'packages/db')

interface Config {
  dialect: string
  schema: string
  out: string
  casing: string
}

const files = (folder: string) => readdirSync(folder, { recursive: true }).map(String).toSorted()

async function newMigrations(engine: 'sqlite' | 'postgres'): Promise<string[]> {
  const { default: config }: { default: Config } = await import(path.join(db, `drizzle.${engine}.config.ts`))
  const committed = path.join(db, config.out)
  // Inside the package: drizzle-kit takes the folder as relative to where it runs.
  const copy = mkdtempSync(path.join(db, 'node_modules', `.migrations-${engine}-`))
  try {
    cpSync(committed, copy, { recursive: true })
    const options = [
      '--dialect',
      config.dialect,
      '--schema',
      config.schema,
      '--out',
      path.relative(db, copy),
      '--casing',
      config.casing,
    ]
    const { code, output } = await capture('pnpm', ['exec', 'drizzle-kit', 'generate', ...options], { cwd: db })
    if (code !== 0) throw new Error(`drizzle-kit generate ended with code ${code} for ${engine}:\n${output}`)
    const known = new Set(files(committed))
    return files(copy).filter((file) => !known.has(file))
  } finally {
    rmSync(copy, { recursive: true })
  }
}

for (const engine of ['sqlite', 'postgres'] as const) {
  const added = await newMigrations(engine)
  if (added.length === 0) continue
  console.error(`The ${engine} migrations lack ${added.join(', ')}: run \`pnpm migrations\` and commit what it makes.`)
  process.exitCode = 1
}
