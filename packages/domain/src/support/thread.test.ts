import { expect, test } from 'vitest'
import { minutesAfter, noon, refusal, refusalOf } from '../testing.ts'
import { closeThread, postMessage, type Thread } from './thread.ts'

const open: Thread = {
  id: 'thread_one',
  userId: 'user_alice',
  orderId: null,
  subject: 'Un savon cassé',
  state: 'open',
  createdAt: noon,
  lastMessageAt: noon,
}
const later = minutesAfter(noon, 5)

test('a message moves the conversation to the top', () => {
  for (const author of ['customer', 'staff'] as const)
    expect(postMessage(open, author, later)).toEqual({ ...open, lastMessageAt: later })
})

test('a customer’s message reopens a closed conversation', () => {
  expect(postMessage(closeThread(open), 'customer', later)).toEqual({ ...open, lastMessageAt: later })
})

test('staff do not answer in a closed conversation', () => {
  expect(refusalOf(() => postMessage(closeThread(open), 'staff', later))).toEqual(refusal('thread_closed'))
})

test('closing twice changes nothing more', () => {
  expect(closeThread(closeThread(open))).toEqual({ ...open, state: 'closed' })
})
