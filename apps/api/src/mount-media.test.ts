import { copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test, vi } from 'vitest'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

/** A served shop whose folder of pictures holds what was kept before there was AVIF. */
async function openOldMedia() {
  const shop = await openTestShop()
  const media = await mkdtemp(path.join(tmpdir(), 'comptoir-media-'))
  const photo = sharp({ create: { width: 480, height: 480, channels: 3, background: '#336699' } })
  await writeFile(path.join(media, 'aa11-480.webp'), await photo.webp().toBuffer())
  await writeFile(path.join(media, 'bb22-480.webp'), 'no picture at all')
  const server = await listen(shop, { options: { media } })
  return {
    ...{ media, server, clock: shop.clock },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await rm(media, { recursive: true })
      await shop[Symbol.asyncDispose]()
    },
  }
}
const told = ({ status, headers }: Response) => [status, headers.get('content-type'), headers.get('cache-control')]
const kept = 'public, max-age=604800'

test('a picture kept before there was AVIF is shown at once, and as AVIF once that is made', async () => {
  await using shop = await openOldMedia()
  const { media, server } = shop
  const first = await server.get('/media/aa11-480.avif')
  expect(told(first)).toEqual([200, 'image/webp', 'no-cache'])
  expect((await sharp(await first.arrayBuffer()).metadata()).format).toBe('webp')
  await vi.waitFor(async () => expect(await readdir(media)).toContain('aa11-480.avif'), { timeout: 20_000 })
  const later = await server.get('/media/aa11-480.avif')
  expect(told(later)).toEqual([200, 'image/avif', kept])
  const { format, width } = await sharp(await later.arrayBuffer()).metadata()
  expect({ format, width }).toEqual({ format: 'heif', width: 480 })
  expect(told(await server.get('/media/aa11-480.webp'))).toEqual([200, 'image/webp', kept])
})

test('one that cannot be made stays as it is, and is told once', async () => {
  await using shop = await openOldMedia()
  const { media, server } = shop
  const broken = () => server.logged.filter(({ picture }) => picture === 'bb22-480.avif')
  await server.get('/media/bb22-480.avif')
  await vi.waitFor(() => expect(broken()).toHaveLength(1), { timeout: 20_000 })
  expect(told(await server.get('/media/bb22-480.avif'))).toEqual([200, 'image/webp', 'no-cache'])
  expect((await readdir(media)).toSorted()).toEqual(['aa11-480.webp', 'bb22-480.webp'])
})

test('one that could not be made is tried again when it is asked for ten minutes later', async () => {
  await using shop = await openOldMedia()
  const { media, server, clock } = shop
  const tries = () => server.logged.filter(({ picture }) => picture === 'bb22-480.avif')
  await server.get('/media/bb22-480.avif')
  await vi.waitFor(() => expect(tries()).toHaveLength(1), { timeout: 20_000 })
  await copyFile(path.join(media, 'aa11-480.webp'), path.join(media, 'bb22-480.webp'))
  await server.get('/media/bb22-480.avif')
  // Pictures are made one after the other: what was begun for this one would be done before the next.
  await server.get('/media/aa11-480.avif')
  await vi.waitFor(async () => expect(await readdir(media)).toContain('aa11-480.avif'), { timeout: 20_000 })
  expect(await readdir(media)).not.toContain('bb22-480.avif')

  clock.advance(10 * 60_000)
  expect(told(await server.get('/media/bb22-480.avif'))).toEqual([200, 'image/webp', 'no-cache'])
  await vi.waitFor(async () => expect(await readdir(media)).toContain('bb22-480.avif'), { timeout: 20_000 })
  expect(told(await server.get('/media/bb22-480.avif'))).toEqual([200, 'image/avif', kept])
  expect(tries()).toHaveLength(1)
})

test('nothing is made of what is not there, in a size that pages do not ask for, or elsewhere', async () => {
  await using shop = await openOldMedia()
  const { media, server } = shop
  for (const name of ['cc33-480.avif', 'aa11-960.avif', 'aa11-500.avif', '..%2faa11-480.avif', 'aa11.avif'])
    expect((await server.get(`/media/${name}`)).status, name).toBeGreaterThanOrEqual(400)
  expect((await readdir(media)).toSorted()).toEqual(['aa11-480.webp', 'bb22-480.webp'])
})
