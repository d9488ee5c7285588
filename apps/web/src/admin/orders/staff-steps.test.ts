import { expect, test } from 'vitest'
import { staffSteps } from './staff-steps.ts'

const step = (id: string, kind: string, at: string, actorName: string | null = null) => ({
  ...{ id, kind, at, actorName, status: 'paid' as const, actor: actorName === null ? 'system' : 'staff' },
})
const noon = '2026-11-22T12:00:00.000Z'
const later = '2026-11-22T13:00:00.000Z'

test('the story of an order has its notes between its steps, the newest first, each with its author', () => {
  const story = staffSteps({
    timeline: [step('a', 'created', '2026-11-22T11:00:00.000Z'), step('b', 'paid', later, 'Ada')],
    notes: [{ id: 'n', authorName: 'Léon', body: 'fragile', at: noon }],
  })
  expect(story.map(({ title, name, state }) => [title, name, state])).toEqual([
    ['event_paid', 'Ada', 'now'],
    ['note', 'Léon', 'past'],
    ['event_created', null, 'past'],
  ])
})
test('steps of the same moment stand in the order in which they were taken', () => {
  const story = staffSteps({ timeline: [step('a', 'payment_requested', noon), step('b', 'paid', noon)], notes: [] })
  expect(story.map(({ key }) => key)).toEqual(['b', 'a'])
})
