import { expect, test } from 'vitest'
import type { openPage, ShopAnswer, ShopCall } from '../src/entry-server.tsx'

// As it was built: in the sources the router is still TanStack's.
const built = new URL('../dist-server/entry-server.js', import.meta.url).href
/** A page for which the shop says nothing but its shelves, and `answers`. */
async function draw(href: string, answers: Record<string, ShopAnswer>) {
  const server: { openPage: typeof openPage } = await import(built)
  const shelves = { 'catalog.categories': { data: { items: [] } } }
  const call = async ({ path }: ShopCall) => ({ ...shelves, ...answers })[path] ?? { data: null }
  const page = await server.openPage({ href, origin: 'http://shop.test', languages: ['fr'], call })
  if ('location' in page) throw new Error(`moved to ${page.location}`)
  const pieces: string[] = []
  for await (const piece of page.draw()) pieces.push(piece)
  return { status: page.status, pieces, state: page.state() }
}

test.each([429, 503, 500])('a page that is refused with %i says so in its status and in words', async (httpStatus) => {
  const problem = { code: 'shop_busy', kind: 'unavailable', message: 'Later, please.', details: {} }
  const error = { code: -32_603 as const, message: problem.message, data: { httpStatus, problem } }
  const page = await draw('/fr/products', { 'catalog.list': { error } })
  expect(page.status).toBe(httpStatus)
  expect(page.pieces.join('')).toContain('Later, please.')
})

test('what belongs into the head is drawn first, and by itself', async () => {
  const page = await draw('/en/nothing-of-the-kind', {})
  expect(page.status).toBe(404)
  expect(page.pieces[0]).toMatch(/^(?:<(?:link|meta)[^>]*>)*<title>404 · Comptoir<\/title>(?:<(?:link|meta)[^>]*>)*$/)
  expect(page.pieces.slice(1).join('')).toMatch(/^<(?!title|meta|link)[\s\S]+>$/)
  expect(page.state).not.toContain('<')
})
