export * from './row-fault.ts'
