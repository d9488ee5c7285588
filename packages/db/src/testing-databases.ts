import { randomBytes } from 'node:crypto'
import pg from 'pg'

export const templateName = 'comptoir_template'
let server: Promise<string> | undefined

/** Runs statements on a connection of their own. */
export async function runSql(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statements)
  } finally {
    await client.end()
  }
}

/** Copies the migrated template into a database of its own and answers its address. `door`: see testing-postgres.ts. */
export async function createFromTemplate(door: string | undefined): Promise<string> {
  if (!door)
    throw new Error('PostgreSQL tests need packages/db/src/testing-postgres.ts as a globalSetup of the project.')
  const base = await (server ??= askFor(door))
  const name = `shop_${randomBytes(8).toString('hex')}`
  await runSql(`${base}/postgres`, `create database ${name} template ${templateName} strategy file_copy`)
  return `${base}/${name}`
}

export async function dropDatabase(url: string): Promise<void> {
  const { pathname } = new URL(url)
  await runSql(
    Object.assign(new URL(url), { pathname: '/postgres' }).href,
    `drop database ${pathname.slice(1)} with (force)`,
  )
}

async function askFor(door: string): Promise<string> {
  const answer = await fetch(door)
  const text = await answer.text()
  if (!answer.ok) throw new Error(text)
  return text
}
