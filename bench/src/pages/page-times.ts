import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repoRoot } from '@comptoir/db'
import { type Child, freePort, startChild } from '../measure/child.ts'
import { measure, type Measured } from '../measure/load.ts'

const page = '/fr/products/miel-de-lavande'
const bytesServer = path.join(import.meta.dirname, 'bytes-server.ts')

interface Told {
  /** The cookies of somebody who signed in: their pages are made for them alone. */
  cookie: string
  pace: { rounds: number; seconds: number }
  say: (title: string, one: Measured, beside?: string) => void
}

/**
 * A product page as the shop keeps it and as it makes it anew for one reader, beside the same bytes as a file of the shop's own static
 * route and as bare Fastify sends them; by name, for the report. A page that does not come as it should throws.
 */
export async function pageTimes(shop: Child, { cookie, pace, say }: Told): Promise<Record<string, Measured>> {
  const html = await read(shop.url + page, {}, 'public')
  await read(shop.url + page, { cookie }, 'no-store')
  const folder = path.join(repoRoot(), 'data/media')
  const name = `page-${process.pid}.html`
  const file = path.join(folder, name)
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, html)
  const env = { PAGE_FILE: file }
  const bare = await startChild(bytesServer, { port: await freePort(), first: '/page', env })
  try {
    const timed = (server: Child, at: string, headers: Record<string, string> = {}) =>
      measure(server, { requests: [{ method: 'GET', path: at, headers }], connections: 16 }, pace)
    const bytes = await timed(bare, '/page')
    const beside = (one: Measured) =>
      `  ×${(one.perSecond / bytes.perSecond).toFixed(2)} requests/s, ×${(one.cpuMs / bytes.cpuMs).toFixed(2)} CPU`
    const found = {
      'page bytes': bytes,
      'page file': await timed(shop, `/media/${name}`),
      'page kept': await timed(shop, page),
      'page anew': await timed(shop, page, { cookie }),
    }
    say(`product page, ${(Buffer.byteLength(html) / 1000).toFixed(0)} kB, bare Fastify`, bytes)
    say('  the same bytes, a file of the shop', found['page file'], beside(found['page file']))
    say('  as the shop keeps it', found['page kept'], beside(found['page kept']))
    say('  made anew for somebody signed in', found['page anew'], beside(found['page anew']))
    return found
  } finally {
    await bare.stop()
    rmSync(file)
  }
}

async function read(url: string, headers: Record<string, string>, kept: string): Promise<string> {
  const answer = await fetch(url, { headers })
  const html = await answer.text()
  const said = answer.headers.get('cache-control') ?? ''
  if (answer.status !== 200 || !said.startsWith(kept) || !html.includes('</html>'))
    throw new Error(
      `${url} answered ${answer.status}, cache-control "${said}", where a whole page that is "${kept}" was awaited`,
    )
  return html
}
