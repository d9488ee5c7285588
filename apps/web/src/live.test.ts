import { expect, test } from 'vitest'
import { newHub, type OpenLine } from './live.ts'

type News = { of: number[]; say: string; resync?: boolean }
type Line = Parameters<OpenLine<string, News>>[0] & { hear: Parameters<OpenLine<string, News>>[1]; open: boolean }

function aTab() {
  const lines: Line[] = []
  const hub = newHub<string, News>((asked, hear) => {
    const line: Line = { ...asked, hear, open: true }
    lines.push(line)
    return () => void (line.open = false)
  })
  const open = () => lines.filter((line) => line.open)
  return { hub, lines, open }
}
const turn = () => Promise.resolve()

test('all that a tab listens to goes over one line', async () => {
  const { hub, open } = aTab()
  const heard: string[] = []
  hub.listen('orders', ({ say }) => heard.push(`orders: ${say}`))
  hub.listen('messages', ({ say }) => heard.push(`messages: ${say}`))
  hub.listen('orders', ({ say }) => heard.push(`again: ${say}`))
  await turn()
  expect(open()).toMatchObject([{ topics: ['messages', 'orders'], lastEventId: null }])
  open()[0]?.hear.onNews('7', { of: [1], say: 'paid' })
  open()[0]?.hear.onNews('8', { of: [0, 1], say: 'both' })
  open()[0]?.hear.onNews('9', { of: [], say: 'begun' })
  expect(heard).toEqual(['orders: paid', 'again: paid', 'orders: both', 'messages: both', 'again: both'])
})

test('another page listens to more from where the line was, and the old line is closed', async () => {
  const { hub, lines, open } = aTab()
  const heard: string[] = []
  hub.listen('orders', ({ say }) => heard.push(say))
  await turn()
  const [first] = lines
  first?.hear.onNews('41', { of: [0], say: 'one' })
  const leave = hub.listen('threads', () => {})
  await turn()
  expect(open()).toMatchObject([{ topics: ['orders', 'threads'], lastEventId: '41' }])
  first?.hear.onNews('42', { of: [0], say: 'late' })
  expect(heard).toEqual(['one'])
  leave()
  hub.listen('threads', () => {})
  await turn()
  expect(lines).toHaveLength(2)
})

test('a tab that listens to nothing keeps no line', async () => {
  const { hub, open } = aTab()
  const leave = hub.listen('orders', () => {})
  await turn()
  leave()
  await turn()
  expect(open()).toEqual([])
})

test('where events are missing for good, everything is read anew once, and the line goes on from there', async () => {
  const lines: Line[] = []
  let readAnew = 0
  const hub = newHub<string, News>(
    (asked, hear) => {
      lines.push({ ...asked, hear, open: true })
      return () => {}
    },
    () => void readAnew++,
  )
  hub.listen('orders', () => {})
  await turn()
  lines[0]?.hear.onNews('900', { of: [0], say: '', resync: true })
  lines[0]?.hear.onNews('901', { of: [0], say: 'paid', resync: false })
  expect(readAnew).toBe(1)
  hub.listen('threads', () => {})
  await turn()
  expect(lines[1]?.lastEventId).toBe('901')
})

test('a cut line is told, and told whole again', async () => {
  const { hub, open } = aTab()
  const told: boolean[] = []
  hub.watch(() => told.push(hub.lost()))
  hub.listen('orders', () => {})
  await turn()
  open()[0]?.hear.onLost(true)
  open()[0]?.hear.onLost(true)
  open()[0]?.hear.onLost(false)
  expect(told).toEqual([true, false])
})
