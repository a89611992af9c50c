import type { Words } from '#app/_ui/say-problem.ts'

interface Ways {
  /** An instant in milliseconds. */
  instant(at: number): string
  number(value: number): string
  /** People by `user:id`. */
  names: ReadonlyMap<string, string>
}

export interface SaidDetail {
  /** In words; one without words as it is written. */
  label: string
  value: string
  /** The value is for machines: a hash, an address, an id. */
  isCode: boolean
}

/** Members whose numbers are instants. */
const instants = new Set(['at', 'from', 'to', 'publishAt', 'expiresAt', 'validFrom', 'validTo'])
/** Members whose texts are words of the interface, with where these stand. */
const vocabularies: Record<string, string> = {
  roles: 'admin.roles.{}.name',
  role: 'admin.roles.{}.name',
  scopes: 'keys.scopeNames.{}',
  channel: 'windows.channels.{}',
  approval: 'workflow.approval.{}',
}
const codes = new Set([
  'hash',
  'session',
  'issuer',
  'supersedes',
  'thread',
  'logo',
  'id',
  'wordings',
  'key',
  'slug',
  'article',
  'articleId',
])

/** The details of an entry of the audit log in words, e.g. `{"scopes":["read"]}` → "May: read answers". */
export function sayDetails(t: Words, details: Record<string, unknown>, ways: Ways): SaidDetail[] {
  return Object.entries(details)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => ({ label: labelOf(t, name), value: sayValue(t, name, value, ways), isCode: codes.has(name) }))
}

function labelOf(t: Words, name: string): string {
  const key = `admin.audit.names.${name}`
  return t.has(key) ? t(key) : name
}

function sayValue(t: Words, name: string, value: unknown, ways: Ways): string {
  if (value === null || value === '') return t('admin.audit.nothing')
  if (typeof value === 'boolean') return t(value ? 'admin.audit.yes' : 'admin.audit.no')
  if (typeof value === 'number') return instants.has(name) ? ways.instant(value) : ways.number(value)
  if (typeof value === 'string') return sayText(t, name, value, ways)
  if (Array.isArray(value)) return value.length === 0 ? t('admin.audit.nothing') : value.map(one => sayValue(t, name, one, ways)).join(', ')
  return Object.entries(value as Record<string, unknown>)
    .filter(([, member]) => member !== undefined)
    .map(([member, inner]) => `${labelOf(t, member)}: ${sayValue(t, member, inner, ways)}`)
    .join('; ')
}

function sayText(t: Words, name: string, value: string, { names }: Ways): string {
  const key = vocabularies[name]?.replace('{}', value.replace(':', '-'))
  if (key !== undefined && t.has(key)) return t(key)
  // What was changed is named by its members.
  if (name === 'fields' || name === 'changed') return labelOf(t, value)
  const said = `admin.audit.values.${value}`
  if ((name === 'kind' || name === 'before' || name === 'after' || name === 'was' || name === 'direction') && t.has(said)) return t(said)
  return names.get(value) ?? names.get(`user:${value}`) ?? value
}
