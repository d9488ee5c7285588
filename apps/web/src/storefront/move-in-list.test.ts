import { expect, test } from 'vitest'
import { moveInList } from './move-in-list.ts'

test('the arrows walk through the suggestions and back to what was typed', () => {
  expect([-1, 0, 1].map((place) => moveInList('ArrowDown', place, 2))).toEqual([0, 1, -1])
  expect([-1, 0, 1].map((place) => moveInList('ArrowUp', place, 2))).toEqual([1, -1, 0])
})
test('other keys keep their meaning, and there is nowhere to go without suggestions', () => {
  expect(moveInList('Home', 0, 2)).toBeNull()
  expect(moveInList('ArrowDown', -1, 0)).toBeNull()
})
