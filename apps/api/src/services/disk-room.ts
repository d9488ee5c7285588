import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Below this an answer to a shopper may no longer fit on the disk, in bytes. */
const leastRoom = 64 * 1024 * 1024

/** Whether the disk that holds the SQLite file still has room to write; another database looks after its own disk. */
export async function hasRoom(databaseUrl: string, least = leastRoom): Promise<boolean> {
  if (!databaseUrl.startsWith('file:')) return true
  const file = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : path.resolve(databaseUrl.slice('file:'.length))
  const { bavail, bsize } = await statfs(path.dirname(file))
  return bavail * bsize >= least
}
