import { parseDocument as parseYaml, stringify } from 'yaml'
import { z } from 'zod'
import { escapePointer } from '#lib/document/escape-pointer.ts'
import { issueReason } from '#lib/document/issue-reason.ts'
import { localeSchema } from '#lib/document/locale.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { finding } from '../findings.ts'
import { MarkdownError } from './markdown-error.ts'
import type { MarkdownWarning } from './tree-context.ts'

/** UTF-16 code units between the two `---`; aliases in it may be used so often. */
const limits = { length: 100_000, aliases: 50 } as const

const words = (max: number) => z.coerce.string().trim().min(1).max(max)
const list = (item: z.ZodType<string>, max: number) =>
  z.preprocess(value => (typeof value === 'string' ? value.split(',') : value), z.array(item).max(max))

/** The keys of the dialect, in the order in which they are written. */
const fields = {
  title: words(300),
  slug: slugSchema,
  locale: localeSchema,
  category: words(100),
  tags: list(words(100), 100),
  audience: z.preprocess(value => (typeof value === 'string' ? value.trim().toLowerCase() : value), z.enum(['public', 'internal'])),
  channels: list(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), 20),
  shortAnswer: z.coerce.string().max(5000),
  questions: z.array(words(500)).max(500),
  variations: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,39}$/), z.coerce.string()),
  reviewEveryDays: z.int().min(1).max(3650),
  owner: words(200),
  sourceId: words(200),
  aliases: list(words(500), 200),
}
const frontMatterSchema = z.object(fields).partial()
export type FrontMatter = z.infer<typeof frontMatterSchema>

/** Words by which people mean that an article is not for customers. */
export const soundsInternal =
  /intern|staff|employ|operator|agent|private|confiden|secret|restrict|внутр|сотрудн|оператор|секрет|служебн|конфиденц/i

export interface ReadFrontMatter {
  data: FrontMatter
  /** Keys that are not ours, as they were; of ours with a value that is none, the value under `original.{key}`. */
  metadata: Record<string, unknown>
  body: string
  /** The line of the text on which the body begins, 1-based. */
  bodyLine: number
  warnings: MarkdownWarning[]
}

/**
 * Splits a text into YAML front matter and body. Nothing in the YAML is executed: no custom tags, few aliases, plain data only. Throws
 * MarkdownError when it is not YAML, not a list of keys, too large, or when `channels` is no list of channels: an article for some channels must
 * not end up in all of them. For the same reason an `audience` that reads like "internal" counts as internal; a word of another system's
 * vocabulary ("Admin", "ITPro") is kept as metadata, and the article is public like one that names no audience.
 */
export function readFrontMatter(text: string): ReadFrontMatter {
  const source = text.replace(/^\uFEFF/, '')
  const match = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(source)
  if (match === null) return { data: {}, metadata: {}, body: source, bodyLine: 1, warnings: [] }
  const values = readYaml(match[1] ?? '')
  const data: Record<string, unknown> = {}
  const metadata: Record<string, unknown> = {}
  const warnings: MarkdownWarning[] = []
  for (const [key, value] of Object.entries(values)) {
    if (key === '__proto__' || value === null) continue
    const field = Object.hasOwn(fields, key) ? fields[key as keyof typeof fields] : null
    const parsed = field?.safeParse(value)
    if (parsed === undefined) {
      metadata[key] = value
      // Whoever writes "Audience" means the same; ours wins where both stand.
      if (key.toLowerCase() === 'audience' && soundsInternal.test(JSON.stringify(value))) data.audience ??= 'internal'
    } else if (parsed.success) data[key] = parsed.data
    else {
      const [issue] = parsed.error.issues
      const fault = {
        pointer: `/${escapePointer(key)}`,
        message: issue?.message ?? '',
        ...(issue ? issueReason(issue) : { reason: 'wrong-form' }),
      }
      const detail = { detail: `${key}: ${fault.message}` }
      if (key === 'channels') throw new MarkdownError('invalid', finding('front-matter-value', detail, { faults: [fault] }), 1)
      const isKept = key === 'audience' && soundsInternal.test(JSON.stringify(value))
      if (isKept) data.audience = 'internal'
      metadata[`original.${key}`] = value
      const effect = isKept ? 'front-matter-internal' : 'front-matter-kept'
      warnings.push({ line: 1, kind: 'front-matter', ...finding(effect, detail, { faults: [fault] }) })
    }
  }
  return { data, metadata, body: source.slice(match[0].length), bodyLine: match[0].split('\n').length, warnings }
}

/** Front matter with its fences: known keys in fixed order, then metadata; keys without a value are left out. */
export function writeFrontMatter(data: FrontMatter, metadata: Record<string, unknown> = {}): string {
  const ordered: Record<string, unknown> = {}
  for (const key of Object.keys(fields) as (keyof FrontMatter)[]) if (data[key] !== undefined) ordered[key] = data[key]
  for (const key of Object.keys(metadata)) if (!Object.hasOwn(ordered, key)) ordered[key] = metadata[key]
  const yaml = Object.keys(ordered).length > 0 ? stringify(ordered, { lineWidth: 0, aliasDuplicateObjects: false }) : ''
  return `---\n${yaml}---\n`
}

function readYaml(source: string): Record<string, unknown> {
  if (source.length > limits.length) throw new MarkdownError('too_large', finding('front-matter-long', { maximum: limits.length }))
  let value: unknown
  try {
    const document = parseYaml(source, { schema: 'core', version: '1.2', merge: false, prettyErrors: false, logLevel: 'silent' })
    const [error] = document.errors
    if (error !== undefined)
      throw new MarkdownError(
        'invalid',
        finding('front-matter', { detail: error.message }),
        1 + source.slice(0, error.pos[0]).split('\n').length,
      )
    value = document.toJS({ maxAliasCount: limits.aliases })
  } catch (error) {
    if (error instanceof MarkdownError) throw error
    // Too many aliases, or nesting beyond the stack.
    throw new MarkdownError('invalid', finding('front-matter', { detail: error instanceof Error ? error.message : 'not readable' }))
  }
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) throw new MarkdownError('invalid', finding('front-matter-form'))
  return value as Record<string, unknown>
}
