import type { postgresColumns, sqliteColumns } from './columns.ts'

type Kind = Exclude<keyof typeof sqliteColumns, 'table' | 'index' | 'uniqueIndex' | 'check' | 'primaryKey' | 'json'>

// What a kind of column holds, asked of a column of that kind in each spelling.
type DataOf<Column> = Column extends { _: { $type: infer T } } ? T : Column extends { _: { data: infer T } } ? T : never
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type DriftingKind = {
  [K in Kind]: Same<
    DataOf<ReturnType<(typeof sqliteColumns)[K]>>,
    DataOf<ReturnType<(typeof postgresColumns)[K]>>
  > extends true
    ? never
    : K
}[Kind]
type UnknownKind = { [K in Kind]: [DataOf<ReturnType<(typeof sqliteColumns)[K]>>] extends [never] ? K : never }[Kind]
type MissingKind = Exclude<keyof typeof sqliteColumns, keyof typeof postgresColumns>

// Each of these fails to compile with the name of the kind that drifted; `json<T>` holds what it is told on both engines.
export const drifting: [DriftingKind] extends [never] ? true : DriftingKind = true
export const unknownKind: [UnknownKind] extends [never] ? true : UnknownKind = true
export const missing: [MissingKind] extends [never] ? true : MissingKind = true
