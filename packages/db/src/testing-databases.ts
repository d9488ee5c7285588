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

const spare: string[] = []
const changesSchema = /\b(create|alter|drop)\b/i
// A wiped table is as good as new; a big one would leave its dead rows behind.
const wipe = `set session_replication_role = replica; do $$
declare one record;
begin
  for one in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_migrations' loop
    if pg_relation_size(format('%I', one.tablename)::regclass) > 262144 then
      execute format('truncate %I cascade', one.tablename);
    else
      execute format('delete from %I', one.tablename);
    end if;
  end loop;
end $$`

/** An empty, migrated database that nobody else uses, until it is let go. `door`: see testing-postgres.ts. */
export async function takeDatabase(door: string | undefined) {
  const url = spare.pop() ?? (await createFromTemplate(door))
  let asNew = true
  return {
    url,
    execute(statements: string): Promise<void> {
      asNew &&= !changesSchema.test(statements)
      return runSql(url, statements)
    },
    /** Keeps it for the next test of the file: wiping is much quicker than a copy of the template. */
    async letGo(): Promise<void> {
      if (!asNew) return dropDatabase(url)
      await runSql(url, wipe)
      spare.push(url)
    },
  }
}

async function createFromTemplate(door: string | undefined): Promise<string> {
  if (!door)
    throw new Error('PostgreSQL tests need packages/db/src/testing-postgres.ts as a globalSetup of the project.')
  const base = await (server ??= askFor(door))
  const name = `shop_${randomBytes(8).toString('hex')}`
  await runSql(`${base}/postgres`, `create database ${name} template ${templateName} strategy file_copy`)
  return `${base}/${name}`
}

async function dropDatabase(url: string): Promise<void> {
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
