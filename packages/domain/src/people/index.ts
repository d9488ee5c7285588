export * from './permission.ts'
export * from './user.ts'
