import type { z } from '@hono/zod-openapi'
import { escapePointer } from '#lib/document/escape-pointer.ts'
import { issueReason } from '#lib/document/issue-reason.ts'
import { type FieldError, IstokError } from '../errors.ts'
import { plainMessage } from './plain-message.ts'

/** The body as the schema reads it. Throws invalid (422) naming each fault by JSON pointer, unknown members too. */
export function checkBody<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new IstokError('invalid', 'The body was not accepted', { errors: fieldErrors(parsed.error.issues, '/') })
}

/** The query as the schema reads it. Throws invalid (400) naming each fault as `?name`: unknown parameters, repeated ones, values. */
export function checkQuery<T extends z.ZodType>(schema: T, url: string): z.output<T> {
  const query = url.indexOf('?')
  const values: Record<string, string> = Object.create(null)
  for (const [name, value] of new URLSearchParams(query < 0 ? '' : url.slice(query))) {
    if (name in values) throw invalidQuery([{ pointer: `?${name}`, message: 'is given twice', reason: 'twice' }])
    values[name] = value
  }
  const parsed = schema.safeParse({ ...values })
  if (parsed.success) return parsed.data
  throw invalidQuery(fieldErrors(parsed.error.issues, '?'))
}

/** The path's parameters as the schema reads them. Throws not_found: an address that cannot exist does not exist. */
export function checkPath<T extends z.ZodType>(schema: T, values: Record<string, string>): z.output<T> {
  const parsed = schema.safeParse(values)
  if (parsed.success) return parsed.data
  throw new IstokError('not_found', 'There is nothing at this address', { errors: fieldErrors(parsed.error.issues, '/') })
}

function invalidQuery(errors: FieldError[]): IstokError {
  return new IstokError('invalid', `The query was not accepted: ${errors.map(error => `${error.pointer} ${error.message}`).join('; ')}`, {
    status: 400,
    errors,
  })
}

function fieldErrors(issues: readonly z.core.$ZodIssue[], root: '/' | '?', before: PropertyKey[] = []): FieldError[] {
  return issues.slice(0, 50).flatMap((issue): FieldError[] => {
    const path = [...before, ...issue.path]
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map(key => ({
        pointer: pointerTo([...path, key], root),
        message: 'is not known',
        reason: 'unknown-member',
        arguments: { name: key },
      }))
    if (issue.code === 'invalid_union' && issue.errors.length > 0) return fieldErrors(nearest(issue.errors), root, path)
    return [{ pointer: pointerTo(path, root), message: plainMessage(issue), ...issueReason(issue) }]
  })
}

/** The branch of a union that came furthest: its complaints are the ones that help. */
function nearest(branches: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map(issue => issue.path.length))
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? []
}

function pointerTo(path: PropertyKey[], root: '/' | '?'): string {
  if (root === '?') return `?${path.map(String).join('.')}`
  return path.map(step => `/${escapePointer(step)}`).join('')
}
