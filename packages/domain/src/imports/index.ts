export * from './row-fault.ts'
export * from './separator.ts'
