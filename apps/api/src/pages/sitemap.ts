import { Readable } from 'node:stream'
import { listCategories } from '@comptoir/db/stores/categories'
import { listedAfter, partsOf } from '@comptoir/db/stores/sitemap'
import { type Id, isId, locales } from '@comptoir/domain'
import type { FastifyInstance } from 'fastify'
import type { Services } from '../context.ts'

const head = '<?xml version="1.0" encoding="UTF-8"?>\n'
/** Products in one file: with two languages it stays under the protocol's 50,000 addresses. */
const mostProducts = 20_000
const atOnce = 500

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** One page in each of its languages, each naming the others. */
function entry(origin: string, rest: string, changed?: Date): string {
  const at = (language: string) => escaped(`${origin}/${language}${rest}`)
  const others = locales.map((one) => `<xhtml:link rel="alternate" hreflang="${one}" href="${at(one)}"/>`).join('')
  const day = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : ''
  return locales.map((one) => `<url><loc>${at(one)}</loc>${day}${others}</url>\n`).join('')
}

async function* pages(services: Services, origin: string, after: Id<'product'> | null): AsyncGenerator<string> {
  const { read } = services.db
  yield `${head}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n`
  if (after === null) {
    for (const rest of ['', '/products', '/legal/terms', '/legal/privacy', '/legal/withdrawal'])
      yield entry(origin, rest)
    for (const { slug } of await listCategories(read, 'fr')) yield entry(origin, `/products?category=${slug}`)
  }
  let at = after
  for (let told = 0; told < mostProducts;) {
    const some = await listedAfter(read, at, Math.min(atOnce, mostProducts - told))
    yield some.map(({ slug, updatedAt }) => entry(origin, `/products/${slug}`, updatedAt)).join('')
    if (some.length === 0) break
    told += some.length
    at = some.at(-1)?.id ?? null
  }
  yield '</urlset>\n'
}

/** `/robots.txt` and `/sitemap.xml`; a large shop's map is an index of maps, each written as it is read. */
export function mountSitemap(app: FastifyInstance, services: Services, { origin }: URL): void {
  app.get('/robots.txt', (_, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'public, max-age=3600')
      .send(
        ['User-agent: *', 'Disallow: /admin', 'Disallow: /api/', 'Disallow: /do/', 'Disallow: /rpc/']
          .concat(
            locales.flatMap((one) =>
              ['cart', 'checkout', 'orders', 'account'].map((page) => `Disallow: /${one}/${page}`),
            ),
          )
          .concat(['', `Sitemap: ${origin}/sitemap.xml`, ''])
          .join('\n'),
      ),
  )
  app.get<{ Querystring: { after?: string } }>('/sitemap.xml', async (request, reply) => {
    void reply.type('application/xml; charset=utf-8').header('cache-control', 'public, max-age=3600')
    const { after } = request.query
    if (after !== undefined && after !== '' && !isId('product', after)) return reply.code(404).send('')
    const parts = after === undefined ? await partsOf(services.db.read, mostProducts) : []
    if (parts.length > 1) {
      const maps = parts.map((one) => `<sitemap><loc>${origin}/sitemap.xml?after=${one ?? ''}</loc></sitemap>\n`)
      return reply.send(
        `${head}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('')}</sitemapindex>\n`,
      )
    }
    return reply.send(Readable.from(pages(services, origin, after === undefined || after === '' ? null : after)))
  })
}
