import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { imagesOf } from '@comptoir/db/stores/catalog'
import { openTestDatabase } from '@comptoir/db/testing'
import { aDraft, aProduct } from '@comptoir/db/testing-products'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../testing.ts'
import { type Download, download, isPublicAddress } from './download.ts'
import { fetchImage, fetchImages } from './fetch-images.ts'

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['172.20.0.1', false],
  ['192.168.1.1', false],
  ['169.254.169.254', false],
  ['100.100.100.200', false],
  ['0.0.0.0', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['::ffff:127.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['nonsense', false],
])('%s is of the open internet: %s', (address, open) => {
  expect(isPublicAddress(address)).toBe(open)
})

test.each([
  ['http://example.com/a.jpg', 'is not https'],
  ['https://127.0.0.1/a.jpg', 'leads to an inner address'],
  ['https://[::1]/a.jpg', 'leads to an inner address'],
  ['https://2130706433/a.jpg', 'leads to an inner address'],
  ['https://localhost/a.jpg', 'leads to an inner address'],
  ['https://example.com:8443/a.jpg', 'has a port or a user in it'],
  ['https://me:secret@example.com/a.jpg', 'has a port or a user in it'],
])('does not ask %s', async (address, reason) => {
  await expect(fetchImage(new URL(address), download)).rejects.toThrow(reason)
})

test('a redirect is looked at like the first address, and three are enough', async () => {
  const inside: Download = async () => ({ movedTo: 'https://192.168.0.1/a.jpg' })
  await expect(fetchImage(new URL('https://images.example/a'), inside)).rejects.toThrow('leads to an inner address')
  const round: Download = async () => ({ movedTo: '/again' })
  await expect(fetchImage(new URL('https://images.example/a'), round)).rejects.toThrow('redirects more than 3 times')
})

test('pictures are made anew in all widths and shown; what is no picture is named and stays an address', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'comptoir-media-'))
  try {
    await using db = await openTestDatabase('sqlite')
    const address = (name: string) => ({ path: null, sourceUrl: `https://images.example/${name}`, alt: {}, values: [] })
    const { id } = await aProduct(db, aDraft({ images: [address('photo.png'), address('script.svg')] }))
    const photo = await sharp({ create: { width: 1200, height: 900, channels: 3, background: 'teal' } })
      .png()
      .toBuffer()
    const script = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>')
    const ask: Download = async (url) => ({ bytes: url.pathname === '/photo.png' ? photo : script })
    const services = { db, clock: () => new Date(), random: seededRandom('images') }
    const report = await fetchImages(services, [id], { folder, ask })
    expect(report).toMatchObject({
      kept: 1,
      failed: [{ url: 'https://images.example/script.svg', fault: { code: 'picture_unusable' } }],
    })
    const [shown, hidden] = (await imagesOf(db.read, [id])).get(id) ?? []
    expect(shown?.path).toMatch(/^\/media\/[0-9a-f]{32}$/)
    expect(hidden?.path).toBeNull()
    const name = shown?.path?.slice('/media/'.length) ?? ''
    expect((await readdir(folder)).toSorted()).toEqual(
      ['avif', 'webp'].flatMap((kind) => [160, 480, 960].map((width) => `${name}-${width}.${kind}`)).toSorted(),
    )
    expect(await sharp(path.join(folder, `${name}-480.webp`)).metadata()).toMatchObject({ width: 480, height: 360 })
    expect(await fetchImages(services, [id], { folder, ask })).toMatchObject({ kept: 0 })
  } finally {
    await rm(folder, { recursive: true })
  }
})
