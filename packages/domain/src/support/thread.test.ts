import { expect, test } from 'vitest'
import { minutesAfter, noon, refusal, refusalOf } from '../testing.ts'
import { closeThread, postMessage, readThread, reopenThread, type Thread } from './thread.ts'

const open: Thread = {
  id: 'thread_one',
  userId: 'user_alice',
  orderId: null,
  subject: 'Un savon cassé',
  state: 'open',
  createdAt: noon,
  lastMessageAt: noon,
  assigneeId: null,
  unreadByStaff: 0,
  unreadByCustomer: 0,
}
const later = minutesAfter(noon, 5)

test('a message moves the conversation to the top', () => {
  for (const author of ['customer', 'staff'] as const)
    expect(postMessage(open, author, later)).toMatchObject({ state: 'open', lastMessageAt: later })
})

test('a message is unread by the other side, and its writer has read what was there', () => {
  const asked = postMessage(postMessage(open, 'customer', later), 'customer', later)
  expect(asked).toMatchObject({ unreadByStaff: 2, unreadByCustomer: 0 })
  const answered = postMessage(asked, 'staff', later)
  expect(answered).toMatchObject({ unreadByStaff: 0, unreadByCustomer: 1 })
  expect(readThread(answered, 'customer', 0)).toMatchObject({ unreadByCustomer: 0 })
  expect(readThread(asked, 'staff', 1)).toMatchObject({ unreadByStaff: 1 })
})

test('a mark that comes late makes nothing unread again', () => {
  const asked = postMessage(postMessage(open, 'customer', later), 'customer', later)
  const read = readThread(asked, 'staff', 0)
  expect(readThread(read, 'staff', 1)).toEqual(read)
  const answered = readThread(postMessage(open, 'staff', later), 'customer', 0)
  expect(readThread(answered, 'customer', 1)).toEqual(answered)
})

test('opening again an open conversation changes nothing', () => {
  expect(reopenThread(reopenThread(closeThread(open)))).toEqual(open)
})

test('a customer’s message reopens a closed conversation', () => {
  expect(postMessage(closeThread(open), 'customer', later)).toMatchObject({ state: 'open', lastMessageAt: later })
})

test('staff do not answer in a closed conversation', () => {
  expect(refusalOf(() => postMessage(closeThread(open), 'staff', later))).toEqual(refusal('thread_closed'))
})

test('closing twice changes nothing more', () => {
  expect(closeThread(closeThread(open))).toEqual({ ...open, state: 'closed' })
})
