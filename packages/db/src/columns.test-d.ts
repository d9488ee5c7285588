import type { postgresColumns, sqliteColumns } from './columns.ts'

type Kind = Exclude<keyof typeof sqliteColumns, 'table' | 'index' | 'uniqueIndex' | 'check' | 'primaryKey' | 'json'>

// What a kind of column holds, asked of a column of that kind in each spelling.
type DataOf<Column> = Column extends { _: { $type: infer T } } ? T : Column extends { _: { data: infer T } } ? T : never
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Agrees<K extends Kind> = [SqliteData<K>] extends [never]
  ? K
  : Same<SqliteData<K>, PostgresData<K>> extends true
    ? true
    : K
type SqliteData<K extends Kind> = DataOf<ReturnType<(typeof sqliteColumns)[K]>>
type PostgresData<K extends Kind> = DataOf<ReturnType<(typeof postgresColumns)[K]>>

// A kind that drifts fails to compile by its name: 'true' is not assignable to "cents". `json<T>` holds what it is told on both.
export const agreeing: { [K in Kind]: Agrees<K> } = {
  ...{ text: true, int: true, cents: true, flag: true, instant: true, bytes: true },
}
export const sameKinds: Same<keyof typeof sqliteColumns, keyof typeof postgresColumns> = true
