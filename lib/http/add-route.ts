import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Actor, Scope } from '#lib/access/actor.ts'
import { requireScope, requireSomewhere } from '#lib/access/policies.ts'
import { requireDrafts } from '#lib/authoring/require-drafts.ts'
import { expectRelease } from '#lib/release/make-release.ts'
import { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { answerOnce, keyForm } from './answer-once.ts'
import { checkBody, checkPath, checkQuery } from './check-input.ts'
import { tagForm } from './precondition.ts'
import { bodyLimits, parseJson, readBody } from './read-body.ts'
import type { Api, Env, Wire } from './wire.ts'

export const apiRoot = '/api/v1'

/** One possible answer, for the OpenAPI document. Without a schema it has no body. */
export interface Answer {
  description: string
  schema?: z.ZodType
  contentType?: string
}

/** A route: what it takes, who may ask, what it answers. The OpenAPI document and the checks come from this one place. */
export interface Route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below /api/v1, e.g. `/articles/{id}`. */
  path: string
  summary: string
  description?: string
  group: 'Delivery' | 'Authoring' | 'Connecting' | 'Operations'
  /** Scope without which nothing of the parameters and the body is read; `drafts`: write or read:internal; `anyone` leaves the decision to the use case. */
  scope: Scope | 'drafts' | 'anyone'
  /** It is enough to have the scope in some category: the use case asks in which. */
  perCategory?: true
  params?: P
  /** A strict object: unknown parameters are refused. */
  query?: Q
  body?: B
  /** Members of the body that the address gives when the body leaves them out. */
  fromAddress?: (params: z.output<P>) => Record<string, unknown>
  /** Bytes; default 1 MB. */
  limit?: number
  /** `If-Match` in the document; the handler reads it. */
  ifMatch?: 'required' | 'optional'
  /** The answer holds a secret that is shown once and therefore not kept for Idempotency-Key. */
  secret?: true
  /** Further content types which the handler reads from `bytes` itself, and what they are. */
  uploads?: Record<string, z.ZodType>
  answers: Record<number, Answer>
}

/** A checked request as a handler sees it. */
export interface Call<P, Q, B> {
  istok: Istok
  wire: Wire
  actor: Actor
  /** Under what the caller is counted; stays in memory. */
  caller: string
  params: P
  query: Q
  body: B
  /** The body as received: empty for GET. */
  bytes: Uint8Array
  /** Lower-case, without parameters; empty when there is no body. */
  contentType: string
  request: Request
}

const none = z.strictObject({})
const writes = new Set(['post', 'put', 'patch', 'delete'])

/** Mounts a route: parse → authorise → call → respond, and enters it into the OpenAPI document. */
export function addRoute<P extends z.ZodType = typeof none, Q extends z.ZodType = typeof none, B extends z.ZodType = z.ZodUndefined>(
  api: Api,
  wire: Wire,
  route: Route<P, Q, B>,
  handler: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Response>,
): void {
  document(api, route)
  const template = apiRoot + route.path
  api.on(route.method.toUpperCase(), template.replaceAll(/\{(\w+)\}/g, ':$1'), async context => {
    context.set('route', template)
    const actor = context.get('actor')
    if (route.scope === 'drafts') requireDrafts(actor)
    else if (route.scope !== 'anyone') (route.perCategory ? requireSomewhere : requireScope)(actor, route.scope)
    if (writes.has(route.method) && (route.scope === 'write' || route.scope === 'publish')) expectRelease(wire.istok)
    const params = checkPath(route.params ?? none, context.req.param()) as z.output<P>
    const query = checkQuery(route.query ?? none, context.req.url) as z.output<Q>
    const contentType = contentTypeOf(context, route)
    const bytes = await readBody(context.req.raw, route.limit ?? bodyLimits.json)
    const answer = async () => {
      const body = (
        contentType === 'application/json' && route.body ? checkBody(route.body, completed(bytes, route.fromAddress?.(params))) : undefined
      ) as z.output<B>
      return handler({
        istok: wire.istok,
        wire,
        actor,
        caller: context.get('caller'),
        params,
        query,
        body,
        bytes,
        contentType,
        request: context.req.raw,
      })
    }
    return writes.has(route.method) ? answerOnce(wire, actor, context.req.raw, bytes, route.secret ?? false, answer) : answer()
  })
}

function completed(bytes: Uint8Array, members: Record<string, unknown> | undefined): unknown {
  const value = parseJson(bytes)
  return members !== undefined && typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...members, ...value } : value
}

/** Throws invalid (415) when the body is of a kind that the route does not read. A route without a body ignores what is sent. */
function contentTypeOf(context: Context<Env>, route: { body?: z.ZodType; uploads?: Record<string, z.ZodType> }): string {
  const accepted = [...(route.body ? ['application/json'] : []), ...Object.keys(route.uploads ?? {})]
  if (accepted.length === 0) return ''
  const given = (context.req.header('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (given === '' && route.body?.safeParse(undefined).success && !hasBody(context)) return ''
  if (accepted.includes(given)) return given
  throw new IstokError('invalid', `The body must be ${accepted.join(' or ')}`, {
    status: 415,
    headers: { Accept: accepted.join(', ') },
    errors: [
      {
        pointer: 'Content-Type',
        message: `must be ${accepted.join(' or ')}`,
        reason: 'not-one-of',
        arguments: { values: accepted.join(', ') },
      },
    ],
  })
}

function hasBody(context: Context<Env>): boolean {
  return context.req.header('transfer-encoding') !== undefined || Number(context.req.header('content-length') ?? 0) > 0
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.enum(['invalid', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'too_large', 'rate_limited', 'internal']),
    requestId: z.string(),
    reason: z.string().optional().openapi({ description: 'A machine word for the refusal, e.g. fact-used' }),
    arguments: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          message: z.string(),
          reason: z.string().openapi({ description: 'A machine word for the fault, e.g. too-long' }),
          arguments: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        }),
      )
      .optional(),
  })
  .openapi('Problem', { description: 'What was refused and why (RFC 9457). Further members depend on the refusal.' })

/** The description of a route, with the rule that holds for people who have a role in some categories only. */
function describe({ description, perCategory, scope }: { description?: string; perCategory?: true; scope: string }): {
  description?: string
} {
  const rule = perCategory ? `The scope "${scope}" is enough in the category of each article.` : undefined
  const text = [description, rule].filter(Boolean).join(' ')
  return text === '' ? {} : { description: text }
}

/** Each of the alternatives lets a caller in; the scope that it must have stands beside it, as OpenAPI 3.1 allows. */
function securityOf(scope: Scope | 'drafts' | 'anyone'): Record<string, string[]>[] {
  if (scope === 'anyone') return [{}, { key: [] }, { session: [] }]
  const enough: Scope[] = scope === 'drafts' ? ['write', 'read:internal'] : [scope]
  return enough.flatMap((one): Record<string, string[]>[] => [{ key: [one] }, { session: [one] }])
}

function document<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(api: Api, route: Route<P, Q, B>): void {
  const headers: Record<string, z.ZodType> = {}
  if (route.ifMatch) {
    const tag = z.string().regex(tagForm).openapi({ description: 'The ETag of the last read', example: '"7"' })
    headers['If-Match'] = route.ifMatch === 'required' ? tag : tag.optional()
  }
  if (writes.has(route.method))
    headers['Idempotency-Key'] = z
      .string()
      .regex(keyForm)
      .optional()
      .openapi({ description: 'The same key and body within 24 hours get the same answer', example: '"8e03978e"' })
  const content = Object.fromEntries(
    [...(route.body ? [['application/json', route.body] as const] : []), ...Object.entries(route.uploads ?? {})].map(([type, schema]) => [
      type,
      { schema },
    ]),
  )
  api.openAPIRegistry.registerPath({
    method: route.method,
    path: apiRoot + route.path,
    summary: route.summary,
    ...describe(route),
    tags: [route.group],
    security: securityOf(route.scope),
    request: {
      ...(route.params ? { params: route.params as unknown as z.ZodObject } : {}),
      ...(route.query ? { query: route.query as unknown as z.ZodObject } : {}),
      ...(Object.keys(headers).length > 0 ? { headers: z.object(headers) } : {}),
      ...(Object.keys(content).length > 0 ? { body: { content, required: !(route.body?.safeParse(undefined).success ?? false) } } : {}),
    },
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, { description, schema, contentType }]) => [
          status,
          schema ? { description, content: { [contentType ?? 'application/json']: { schema } } } : { description },
        ]),
      ),
      default: { description: 'Refused', content: { 'application/problem+json': { schema: problemSchema } } },
    },
  })
}
