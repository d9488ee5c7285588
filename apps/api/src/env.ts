import type { CallLimits } from './services/call-limits.ts'

/** What the process was told from outside: read here and nowhere else. `.env.example` explains each one. */
export interface Env {
  production: boolean
  port: number
  host: string
  databaseUrl: string
  /** Where shoppers reach the shop; links and origins are made from it, never from the Host header. */
  publicUrl: URL
  corsOrigins: string[]
  logLevel: string
  /** How many proxies stand before the shop and add to X-Forwarded-For; 0 trusts none. */
  proxyHops: number
  /** How much one caller may ask. */
  limits: CallLimits
}

const logLevels = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']

/** One line for everything that is missing or wrong, and what it may be. */
export class EnvError extends Error {}

function originOf(text: string): URL | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.pathname === '/' && url.search === ''
    ? url
    : null
}

/** Reads and checks the variables; throws an EnvError that names each wrong one (see .env.example). */
export function readEnv(vars: NodeJS.ProcessEnv = process.env): Env {
  const wrong: string[] = []
  const said = (name: string) => (vars[name] === undefined || vars[name] === '' ? undefined : vars[name])

  const nodeEnv = said('NODE_ENV') ?? 'development'
  if (!['development', 'test', 'production'].includes(nodeEnv))
    wrong.push(`NODE_ENV must be development, test or production, got "${nodeEnv}"`)
  const production = nodeEnv === 'production'

  const port = Number(said('PORT') ?? '4000')
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    wrong.push(`PORT must be a whole number from 0 to 65535, got "${said('PORT')}"`)

  const databaseUrl = said('DATABASE_URL') ?? 'file:./data/comptoir.db'
  if (!/^(file:|postgres:\/\/|postgresql:\/\/)/.test(databaseUrl))
    wrong.push(`DATABASE_URL must start with "file:" or "postgres:", got "${databaseUrl.slice(0, 12)}…"`)

  const told = said('PUBLIC_URL')
  const publicUrl = told === undefined ? new URL(`http://localhost:${port || 4000}`) : originOf(told)
  if (production && told === undefined)
    wrong.push('PUBLIC_URL is missing: in production it must be the address of the shop, such as https://shop.example')
  if (publicUrl === null) wrong.push(`PUBLIC_URL must be an origin such as https://shop.example, got "${told}"`)

  const corsOrigins = (said('CORS_ORIGINS') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  for (const one of corsOrigins)
    if (originOf(one)?.origin !== one)
      wrong.push(`CORS_ORIGINS must be exact origins separated by commas, such as https://app.example, got "${one}"`)

  const logLevel = said('LOG_LEVEL') ?? (production ? 'info' : 'warn')
  if (!logLevels.includes(logLevel)) wrong.push(`LOG_LEVEL must be one of ${logLevels.join(', ')}, got "${logLevel}"`)

  const proxyHops = Number(said('PROXY_HOPS') ?? '0')
  if (!Number.isInteger(proxyHops) || proxyHops < 0 || proxyHops > 5)
    wrong.push(`PROXY_HOPS must be a whole number from 0 to 5, got "${said('PROXY_HOPS')}"`)

  const most = (name: string, otherwise: number): number => {
    const value = Number(said(name) ?? otherwise)
    if (!Number.isInteger(value) || value < 0 || value > 1_000_000)
      wrong.push(`${name} must be a whole number from 0 (no limit) to 1000000, got "${said(name)}"`)
    return value
  }
  const limits = {
    callsPerAddress: most('CALLS_PER_ADDRESS', 6000),
    callsPerAccount: most('CALLS_PER_ACCOUNT', 1200),
    callsPerToken: most('CALLS_PER_TOKEN', 600),
    streamsPerCaller: most('STREAMS_PER_CALLER', 20),
    streamsPerAddress: most('STREAMS_PER_ADDRESS', 200),
  }

  if (wrong.length > 0 || publicUrl === null) throw new EnvError(`${wrong.join('; ')} (see .env.example)`)
  return {
    production,
    port,
    host: said('HOST') ?? (production ? '0.0.0.0' : 'localhost'),
    databaseUrl,
    publicUrl,
    corsOrigins,
    logLevel,
    proxyHops,
    limits,
  }
}
