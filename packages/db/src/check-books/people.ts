import { personWords } from '@comptoir/domain/people'
import { maskCards } from '@comptoir/domain/support'
import { and, asc, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { Breach, Check, Walk } from './check.ts'

const page = 500

interface Text {
  id: string
  text: string
}
// Everything that people write freely and that is masked at the door; keys sort by age, so a page follows the other.
const texts = ({ tables, ...db }: Reader): ((after: string) => PromiseLike<Text[]>)[] => {
  const { messages: m, threads: t, orderNotes: o, customerNotes: c, unmatchedMoney: u } = tables
  return [
    (after) =>
      db
        .select({ id: m.id, text: m.body })
        .from(m)
        .where(gt(m.id, after as 'message_'))
        .orderBy(asc(m.id))
        .limit(page),
    (after) =>
      db
        .select({ id: t.id, text: t.subject })
        .from(t)
        .where(gt(t.id, after as 'thread_'))
        .orderBy(asc(t.id))
        .limit(page),
    (after) =>
      db
        .select({ id: o.id, text: o.body })
        .from(o)
        .where(gt(o.id, after as 'note_'))
        .orderBy(asc(o.id))
        .limit(page),
    (after) =>
      db
        .select({ id: c.id, text: c.body })
        .from(c)
        .where(gt(c.id, after as 'note_'))
        .orderBy(asc(c.id))
        .limit(page),
    (after) =>
      db
        .select({ id: u.key, text: sql<string>`coalesce(${u.note}, '')` })
        .from(u)
        .where(gt(u.key, after as 'payment_'))
        .orderBy(asc(u.key))
        .limit(page),
  ]
}

async function* cardBreaches(db: Reader): AsyncGenerator<Breach[]> {
  for (const next of texts(db))
    for (let after = '', more = true; more;) {
      const rows = await next(after)
      yield rows
        .filter(({ text }) => maskCards(text) !== text)
        .map(({ id }) => ({ invariant: 'INV-65', subject: id, words: 'the text holds what reads like a card number' }))
      after = rows.at(-1)?.id ?? after
      more = rows.length === page
    }
}

async function* wordBreaches({ tables, ...db }: Reader): AsyncGenerator<Breach[]> {
  const { users, userWords } = tables
  for (let after = '', more = true; more;) {
    const people = await db
      .select({ id: users.id, email: users.email, name: users.name })
      .from(users)
      .where(and(gt(users.id, after as 'user_'), isNull(users.erasedAt)))
      .orderBy(asc(users.id))
      .limit(page)
    const ids = people.map(({ id }) => id)
    const words = await db.select().from(userWords).where(inArray(userWords.userId, ids))
    const kept = Map.groupBy(words, ({ userId }) => userId)
    const spelled = (list: readonly string[]) => list.toSorted().join(' ')
    yield people
      .filter((one) => spelled(personWords(one)) !== spelled((kept.get(one.id) ?? []).map(({ word }) => word)))
      .map(({ id }) => ({ invariant: 'B15', subject: id, words: 'the person is not found by their name and e-mail' }))
    after = ids.at(-1) ?? after
    more = people.length === page
  }
}

// Where only a person who is still there has rows.
const goneFrom = [
  ['addresses', 'user_id'],
  ['user_words', 'user_id'],
  ['sessions', 'user_id'],
  ['tokens', 'user_id'],
  ['staff_links', 'user_id'],
  ['customer_notes', 'user_id'],
  ['threads', 'user_id'],
  ['idempotency', 'scope'],
] as const
const left = sql.join(
  goneFrom.map(
    ([table, column]) =>
      sql`select ${sql.identifier(column)} as user_id, cast(${table} as text) as place from ${sql.identifier(table)}`,
  ),
  sql` union `,
)

/** Of an erased person only issued documents name anything: INV-66. */
export const erasureChecks: Check[] = [
  {
    invariant: 'INV-66',
    says: 'the account of an erased person still says who it was',
    find: sql`select id as subject, null as found, null as wanted from users where erased_at is not null
      and (email <> id || '@erased.invalid' or name <> '' or phone <> '' or disabled = false)`,
  },
  {
    invariant: 'INV-66',
    says: 'an erased person has rows in {found}',
    find: sql`select u.id as subject, l.place as found, null as wanted from users u
      join (${left}) l on l.user_id = u.id where u.erased_at is not null`,
  },
  {
    invariant: 'INV-66',
    says: 'the order {found} still says which erased person it went to',
    find: sql`select o.id as subject, o.reference as found, null as wanted from orders o
      join users u on u.id = o.user_id where u.erased_at is not null and (o.email <> u.email
        or o.access_token_hash is not null or exists (select 1 from order_notes n where n.order_id = o.id and n.at < u.erased_at)
        or exists (select 1 from unmatched_money m where m.order_id = o.id and m.note <> '' and m.settled_at < u.erased_at)
        or exists (select 1 from threads t where t.order_id = o.id))`,
  },
]

/** What people write and what they are found by. */
export const peopleWalks: Walk[] = [
  { covers: [{ invariant: 'INV-65', says: 'no text that people write holds a card number' }], walk: cardBreaches },
  { covers: [{ invariant: 'B15', says: 'a person is found by name and e-mail' }], walk: wordBreaches },
]
