import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Database } from '@comptoir/db'
import { refuse } from '@comptoir/domain'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { fullDisk } from './problem-status.ts'
import { cookieName } from './request-context.ts'
import { listen, publicOrigin } from './testing-server.ts'
import { openTestShop } from './testing.ts'

/** A served shop whose pictures lie in a folder of its own, and how someone sends it a file. */
async function openUploads(role: 'catalogue' | 'support' = 'catalogue', write?: Database['write']) {
  const shop = await openTestShop()
  const media = await mkdtemp(path.join(tmpdir(), 'comptoir-media-'))
  const { db } = shop.services
  const server = await listen(shop, { options: { media }, instead: { db: { ...db, write: write ?? db.write } } })
  const colleague = await shop.staff(role)
  const cookie = `${cookieName('session', false)}=${colleague.secret}`
  return {
    ...{ shop, media, server, colleague },
    send: (to: string, body: Buffer | string, headers: Record<string, string> = {}) =>
      fetch(server.url + to, {
        method: 'POST',
        headers: { cookie, origin: publicOrigin, 'content-type': 'image/png', 'accept-language': 'en', ...headers },
        body: typeof body === 'string' ? body : new Uint8Array(body),
      }),
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(media, { recursive: true })
      await shop[Symbol.asyncDispose]()
    },
  }
}
const to = '/uploads/product-image'
const aPhoto = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#336699' } })
    .jpeg()
    .withExif({ IFD0: { Copyright: 'Une personne', Artist: 'secret' } })
    .toBuffer()

test('a shop that is too busy for a file says when to send it again', async () => {
  await using shop = await openTestShop()
  const count = () => refuse('shop_busy')
  await using server = await listen(shop, { instead: { calls: { ...shop.services.calls, count } } })
  const answer = await server.post('/uploads/product-image', {}, { origin: publicOrigin })
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
})

test('a picture that no longer fits on the disk is refused in words, and no part of it stays', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  await using desk = await openUploads('catalogue', async () => Promise.reject(full))
  const answer = await desk.send(to, await aPhoto())
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await answer.json()).toMatchObject({ problem: { code: 'disk_full' } })
  expect(await readdir(desk.media)).toEqual([])
  expect(desk.server.logged).toContainEqual(expect.objectContaining({ level: 50, msg: fullDisk }))
})

test('a photo becomes WebP and AVIF files without its metadata, under a name of ours', async () => {
  await using desk = await openUploads()
  const { send, media, server } = desk
  const answer = await send(to, await aPhoto())
  expect(answer.status).toBe(200)
  const taken = (await answer.json()) as { path: string; width: number; height: number }
  expect(taken).toMatchObject({ width: 300, height: 200 })
  expect(taken.path).toMatch(/^\/media\/[0-9a-f]{32}$/)
  const name = taken.path.slice('/media/'.length)
  const files = ['avif', 'webp'].flatMap((kind) => [160, 480, 960].map((size) => `${name}-${size}.${kind}`))
  expect((await readdir(media)).toSorted()).toEqual(files.toSorted())
  const { format, width, exif } = await sharp(await readFile(path.join(media, `${name}-480.webp`))).metadata()
  expect({ format, width, exif }).toEqual({ format: 'webp', width: 480, exif: undefined })
  const small = await sharp(await readFile(path.join(media, `${name}-480.avif`))).metadata()
  expect({ format: small.format, width: small.width, exif: small.exif }).toEqual({
    ...{ format: 'heif', width: 480, exif: undefined },
  })
  for (const kind of ['avif', 'webp']) {
    const answer = await server.get(`${taken.path}-160.${kind}`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, `image/${kind}`])
  }
  expect(await (await send(to, await aPhoto())).json()).toEqual(taken)
})

test.each([
  ['a drawing in SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect/></svg>')],
  ['a page that says it is a picture', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['nothing', Buffer.alloc(0)],
])('%s is refused by its content', async (_, bytes) => {
  await using desk = await openUploads()
  const { send, media } = desk
  const answer = await send(to, bytes)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ problem: { code: 'picture_unreadable' } })
  expect(await readdir(media)).toEqual([])
})

test('a picture of more than 50 megapixels is refused, however small its file', async () => {
  await using desk = await openUploads()
  const { send } = desk
  const huge = await sharp({ create: { width: 9000, height: 6000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(await (await send(to, huge)).json()).toMatchObject({ problem: { code: 'picture_unreadable' } })
})

test('a file of more than 8 MB is refused in words', async () => {
  await using desk = await openUploads()
  const { send } = desk
  const answer = await send(to, Buffer.alloc(8_000_001))
  expect(await answer.json()).toMatchObject({
    problem: { code: 'upload_too_large', details: { mostBytes: 8_000_000 } },
  })
})

test('only staff who may change products send pictures, from the shop’s own pages, as they are', async () => {
  await using support = await openUploads('support')
  const photo = await aPhoto()
  const codeOf = async (answer: Response) => ((await answer.json()) as { problem?: { code: string } }).problem?.code
  expect(await codeOf(await support.send(to, photo))).toBe('not_allowed')
  expect(await codeOf(await support.send(to, photo, { cookie: '' }))).toBe('sign_in_first')
  expect((await support.send(to, photo, { origin: 'https://elsewhere.test' })).status).toBe(403)
  await using other = await openUploads()
  expect(await codeOf(await other.send(to, 'a=b', { 'content-type': 'multipart/form-data; boundary=x' }))).toBe(
    'upload_kind_refused',
  )
  expect(await readdir(other.media)).toEqual([])
})

test('an uploaded picture is shown on the product with words in both languages', async () => {
  await using desk = await openUploads()
  const { send, shop, colleague } = desk
  const { path: picture } = (await (await send(to, await aPhoto())).json()) as { path: string }
  const text = { name: 'Bol', line: '', description: '', facts: [], keywords: '' }
  const { products } = colleague.admin
  const bowl = await products.create({
    ...{ slug: 'bol', state: 'published', texts: { fr: text }, variants: [{ priceCents: 900 }] },
  })
  const id = bowl.id as `product_${string}`
  const alt = { fr: 'Un bol bleu', en: 'A blue bowl' }
  const after = await products.setImages({ id, version: bowl.version, images: [{ path: picture, alt }] })
  expect(after).toMatchObject({ version: 2, images: [{ path: picture, alt: 'Un bol bleu', alts: alt }] })
  const { catalog } = shop.visit({ locale: 'en' }).shop
  expect((await catalog.get({ id: 'bol' })).images).toEqual([{ path: picture, alt: 'A blue bowl', values: [] }])
  const refusedAs = (code: string) => ({ cause: { code } })
  const set = (version: number, path = picture, values: string[] = []) =>
    products.setImages({ id, version, images: [{ path, alt, values }] })
  await expect(set(1)).rejects.toMatchObject(refusedAs('product_changed'))
  await expect(set(2, '/media/nothing')).rejects.toMatchObject(refusedAs('picture_not_found'))
  await expect(set(2, picture, ['rouge'])).rejects.toMatchObject(refusedAs('picture_value_unknown'))
  expect((await products.setImages({ id, version: 2, images: [] })).images).toEqual([])
})

test('a product file is kept as it is, whatever its spelling, and read when it is checked', async () => {
  await using desk = await openUploads()
  const { imports } = desk.colleague.admin
  const csv = Buffer.from('Handle,Title,Variant Price\nbol,Bol en gr\u00e8s,9.50\n', 'latin1')
  const as = { 'content-type': 'text/csv' }
  const answer = await desk.send(`/uploads/products-csv?name=${encodeURIComponent('été 2026.csv')}`, csv, as)
  const { importId: id } = (await answer.json()) as { importId: `import_${string}` }
  expect(await imports.check({ id })).toMatchObject({ fileName: 'été 2026.csv', state: 'checked', created: 1 })
  await imports.start({ id })
  await desk.shop.jobs.runDue()
  expect((await desk.shop.guest().shop.catalog.get({ id: 'bol' })).name).toBe('Bol en grès')
  const empty = await desk.send('/uploads/products-csv', Buffer.from(' \n'), as)
  expect(await empty.json()).toMatchObject({ problem: { code: 'import_unreadable' } })
})
