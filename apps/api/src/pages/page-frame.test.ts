import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { frameOf, starterHash } from './page-frame.ts'

const index = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <title>Comptoir</title>
    <script type="module" crossorigin src="/assets/index-1.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/base-1.js">
    <link rel="stylesheet" crossorigin href="/assets/base-1.css">
  </head>
  <body>
    <div id="root"></div>
    <noscript>Wait.</noscript>
  </body>
</html>`
const files = {
  'main.tsx': { scripts: ['assets/index-1.js', 'assets/base-1.js'], styles: ['assets/base-1.css'], words: [] },
  'storefront/catalog/product-page.tsx': {
    scripts: ['assets/shop-1.js'],
    styles: ['assets/shop-1.css'],
    words: ['first'],
  },
  'messages/en.json?part=first': { scripts: ['assets/en-1.js'], styles: [], words: [] },
  fonts: { scripts: [], styles: [], words: [], fonts: ['assets/serif.woff2'] },
}
const frame = frameOf(index, files, 'en')
const around = (...how: Parameters<typeof frame>) => {
  const { opening, between, closing } = frame(...how)
  return `${opening}<title>Tea</title>${between}<main>Tea</main>${closing('{}')}`
}

test('a page names its styles and letters first, and its scripts wait until it stands', () => {
  const html = around(['ProductPage'])
  const [head = '', body = ''] = html.split('</head>')
  expect(head).toContain('<html lang="en">')
  expect(head).toContain('<link rel="preload" as="font" type="font/woff2" crossorigin href="/assets/serif.woff2">')
  const styles = [...head.matchAll(/<link rel="stylesheet" crossorigin href="([^"]+)">/g)].map(([, file]) => file)
  expect(styles).toEqual(['/assets/base-1.css', '/assets/shop-1.css'])
  expect(head).not.toContain('.js')
  expect(head.indexOf('<script>'), 'it runs while the styles are on their way').toBeLessThan(
    head.indexOf('rel="stylesheet"'),
  )
  expect(head.match(/<script>/g)).toHaveLength(1)
  const [, waiting = ''] = /<template id="scripts">(.*)<\/template>/.exec(body) ?? []
  expect([...waiting.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file)).toEqual([
    '/assets/base-1.js',
    '/assets/shop-1.js',
    '/assets/en-1.js',
    '/assets/index-1.js',
  ])
  expect(html).not.toContain('noscript')
  expect(html.match(/<title>/g)).toHaveLength(1)
})

test('the one script that stands in a kept page is what its policy allows by its hash', () => {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const html = around(['ProductPage'], { told: 'It was "sold" & gone' })
  expect(html).toContain('<div id="root" data-told="It was &quot;sold&quot; &amp; gone"><main>Tea</main></div>')
  expect([...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => hash(text ?? ''))).toEqual([starterHash])
})

test('a nonce stands on the one script of a page, and nowhere else', () => {
  const html = around(['ProductPage'], { nonce: 'b25jZQ==' })
  expect(html.match(/nonce/g)).toHaveLength(1)
  expect(html).toContain('<script nonce="b25jZQ==">')
})
