import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { draftOf, forgetDraft, keepDraft } from './draft.ts'

const blank = { name: '', city: '' }
let kept: Map<string, string>
beforeEach(() => {
  kept = new Map()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('what was typed is there again until it is forgotten', () => {
  expect(draftOf(blank)).toBeNull()
  keepDraft({ name: 'Une Passante', city: 'Lyon' })
  expect(draftOf(blank)).toEqual({ name: 'Une Passante', city: 'Lyon' })
  forgetDraft()
  expect(draftOf(blank)).toBeNull()
})

test('takes nothing of another shape, and does without where a browser keeps nothing', () => {
  for (const other of ['broken', '[]', '{"name":1,"city":""}', '{"name":"Une Passante"}', '"text"']) {
    kept.set('comptoir.checkout', other)
    expect(draftOf(blank)).toBeNull()
  }
  vi.stubGlobal('sessionStorage', undefined)
  keepDraft(blank)
  forgetDraft()
  expect(draftOf(blank)).toBeNull()
})
