export * from './day.ts'
export * from './id.ts'
export * from './money.ts'
export { type Locale, locales, type ProblemKind } from './problem.ts'
export {
  type Problem,
  type ProblemCode,
  type ProblemFacts,
  Refusal,
  problemOfRefusal,
  problems,
  refuse,
  wordsFor,
} from './problems.ts'
