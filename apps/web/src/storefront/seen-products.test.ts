import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetSeen, rememberSeen, seenProducts } from './seen-products.ts'

const of = (slug: string) => ({ slug, name: slug, line: '', path: null })
let kept: Map<string, string>
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('remembers the last six products, the newest first and each once, in each language', () => {
  for (const slug of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'c']) rememberSeen('fr', of(slug))
  expect(seenProducts('fr').map(({ slug }) => slug)).toEqual(['c', 'g', 'f', 'e', 'd', 'b'])
  expect(seenProducts('en')).toEqual([])
  forgetSeen()
  expect(seenProducts('fr')).toEqual([])
})

test('takes nothing that another hand left there, and does without where a browser keeps nothing', () => {
  kept.set('comptoir.seen.fr', '[{"slug":1},{"slug":"a","name":"A","line":"","path":null}]')
  expect(seenProducts('fr')).toEqual([{ slug: 'a', name: 'A', line: '', path: null }])
  kept.set('comptoir.seen.fr', 'broken')
  expect(seenProducts('fr')).toEqual([])
  vi.stubGlobal('localStorage', undefined)
  rememberSeen('fr', of('a'))
  forgetSeen()
  expect(seenProducts('fr')).toEqual([])
})
