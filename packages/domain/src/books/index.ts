export * from './breach-words.ts'
export * from './invariants.ts'
