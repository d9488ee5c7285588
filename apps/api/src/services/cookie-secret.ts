import type { Database } from '@comptoir/db'
import { eq } from 'drizzle-orm'

const key = 'cookie_secret'

/** The secret that signs the guests' cookies: made at the first start, the same for every process on this database. */
export async function cookieSecret(db: Database, random: (bytes: number) => Uint8Array): Promise<string> {
  const { settings } = db.read.tables
  const fresh = Buffer.from(random(32)).toString('base64url')
  return db.write(async (tx) => {
    await tx.insert(settings).values({ key, value: fresh }).onConflictDoNothing()
    const [row] = await tx.select().from(settings).where(eq(settings.key, key))
    if (typeof row?.value !== 'string') throw new Error('the settings table holds no cookie secret')
    return row.value
  })
}
