import { resolve } from 'node:path'
import { z } from 'zod'

const port = z.coerce.number().int().min(0).max(65_535)

const schema = z.object({
  PORT: port.default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  ISTOK_DATA_DIR: z.string().min(1).default('./data'),
  ISTOK_PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  ISTOK_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .refine(isStrong, 'is too simple: use `openssl rand -base64 48`')
    .optional(),
  ISTOK_ADMIN_KEY: z.string().min(32, 'must have at least 32 characters').refine(isStrong, 'is too simple').optional(),
  ISTOK_DEMO: z.enum(['0', '1']).default('1'),
  ISTOK_TIMEZONE: z.string().refine(isTimeZone, 'is not an IANA time zone, e.g. Europe/Moscow').default('Europe/Moscow'),
  ISTOK_LOCALES: z
    .string()
    .regex(/^[a-z]{2}(,[a-z]{2})*$/, 'lists language codes, e.g. ru,en')
    .default('ru,en'),
  ISTOK_ROLE: z.enum(['all', 'wire', 'studio', 'worker']).default('all'),
  ISTOK_ALLOW_TARGETS: z.string().default(''),
  /** Requests a minute for one key or one address before 429, searches from memory counting a tenth, ready reads (answers, lists, pages) a hundredth; 0 switches the limit off. */
  ISTOK_RATE_LIMIT: z.coerce.number().int().min(0).default(6000),
  /** Bytes of ready replies kept in memory, in megabytes. */
  ISTOK_MEMORY_MB: z.coerce.number().int().min(8).max(4096).default(64),
  MEILI_URL: z.url({ protocol: /^https?$/ }).optional(),
  MEILI_KEY: z.string().min(1).optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/, 'has small Latin letters, digits and -')
    .default('istok'),
  /** The organisation's own sign-in service (OpenID Connect): all three or none. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: 'must be an http or https address' }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** What its button says. */
  OIDC_NAME: z.string().min(1).max(60).default('SSO'),
  /** The role of people whom it knows and this house does not yet; without it they stay outside. */
  OIDC_ROLE: z.enum(['viewer', 'operator', 'author', 'approver', 'publisher']).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
})

export interface Environment {
  port: number
  host: string
  dataDir: string
  publicUrl: string
  secret: string | undefined
  adminKey: string | undefined
  demo: boolean
  timeZone: string
  /** The organisation's content locales; the first is the default. */
  locales: string[]
  role: 'all' | 'wire' | 'studio' | 'worker'
  allowTargets: string[]
  rateLimit: number
  memoryBytes: number
  meiliUrl: string | undefined
  meiliKey: string | undefined
  /** Name of the index; several installations may share a Meilisearch. */
  meiliIndex: string
  oidc: OidcEnvironment | undefined
  logLevel: string
}

/** The organisation's own sign-in service. */
export interface OidcEnvironment {
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  role: 'viewer' | 'operator' | 'author' | 'approver' | 'publisher' | undefined
}

/** Reads and checks the environment once. Throws an Error whose one-line message names each variable that is wrong. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    throw new Error(parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '))
  }
  const env = parsed.data
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.ISTOK_DATA_DIR),
    publicUrl: (env.ISTOK_PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    secret: env.ISTOK_SECRET,
    adminKey: env.ISTOK_ADMIN_KEY,
    demo: env.ISTOK_DEMO === '1',
    timeZone: env.ISTOK_TIMEZONE,
    locales: env.ISTOK_LOCALES.split(','),
    role: env.ISTOK_ROLE,
    allowTargets: env.ISTOK_ALLOW_TARGETS.split(',').filter(Boolean),
    rateLimit: env.ISTOK_RATE_LIMIT,
    memoryBytes: env.ISTOK_MEMORY_MB * 1024 * 1024,
    meiliUrl: env.MEILI_URL,
    meiliKey: env.MEILI_KEY,
    meiliIndex: env.MEILI_INDEX,
    oidc: oidcOf(env),
    logLevel: env.LOG_LEVEL,
  }
}

/** Throws an Error that names the variable that is missing. */
function oidcOf(env: z.output<typeof schema>): OidcEnvironment | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined
  if (issuer === undefined) throw new Error('OIDC_ISSUER: is needed with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET')
  if (clientId === undefined) throw new Error('OIDC_CLIENT_ID: is needed with OIDC_ISSUER')
  if (clientSecret === undefined) throw new Error('OIDC_CLIENT_SECRET: is needed with OIDC_ISSUER')
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret, name: env.OIDC_NAME, role: env.OIDC_ROLE }
}

/** A secret of few different characters ("aaaa…", "12121212…") is as good as none. */
function isStrong(secret: string): boolean {
  return new Set(secret).size >= 10
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
