import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { listen } from '../testing-server.ts'
import { openTestShop } from '../testing.ts'

test('the document and its three pages come from this server alone, each page under a policy of its own', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const document = await server.get('/openapi.json')
  const committed = readFileSync(path.join(import.meta.dirname, '../../../../docs/openapi.json'), 'utf8')
  expect(await document.text()).toBe(committed)
  expect(document.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const again = await server.get('/openapi.json', { 'if-none-match': document.headers.get('etag') ?? '' })
  expect([again.status, await again.text()]).toEqual([304, ''])
  for (const url of ['/docs', '/redoc', '/reference', '/docs/']) {
    const page = await server.get(url)
    expect([url, page.status, page.headers.get('content-type')]).toEqual([url, 200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src")
    const html = await page.text()
    expect(html).not.toMatch(/https?:\/\//)
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(1)
    for (const file of files) {
      const asset = await server.get(file)
      expect([file, asset.status]).toEqual([file, 200])
      expect((await asset.text()).length, file).toBeGreaterThan(100)
    }
  }
})
