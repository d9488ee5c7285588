import { expect, test } from 'vitest'
import { EnvError, readEnv } from './env.ts'

test('starts with nothing said: one SQLite file on port 4000', () => {
  expect(readEnv({})).toMatchObject({ port: 4000, databaseUrl: 'file:./data/comptoir.db', production: false })
})

test('names every wrong variable in one line, and what it may be', () => {
  const vars = { PORT: 'abc', DATABASE_URL: 'mysql://x', CORS_ORIGINS: 'https://a.example/path', LOG_LEVEL: 'loud' }
  expect(() => readEnv(vars)).toThrow(EnvError)
  expect(() => readEnv(vars)).toThrow(
    /PORT must be .* DATABASE_URL must start .* CORS_ORIGINS must be .* LOG_LEVEL must/,
  )
})

test('refuses production without the public address', () => {
  expect(() => readEnv({ NODE_ENV: 'production' })).toThrow(/PUBLIC_URL is missing/)
  expect(readEnv({ NODE_ENV: 'production', PUBLIC_URL: 'https://shop.example' }).publicUrl.origin).toBe(
    'https://shop.example',
  )
})

test('does not repeat a database password in its complaint', () => {
  expect(() => readEnv({ DATABASE_URL: 'mysql://user:secret@host/db' })).toThrow(/^(?!.*secret)/)
})
