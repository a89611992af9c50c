import { eq } from 'drizzle-orm'
import { parse, YAMLError } from 'yaml'
import { z } from 'zod'
import { tag } from '#db/schema/content.ts'
import type { Transaction } from '#db/write.ts'
import type { Actor } from '#lib/access/actor.ts'
import { recordAudit } from '#lib/access/record-audit.ts'
import { insertSynonym } from '#lib/authoring/create-synonym.ts'
import { localesFaults } from '#lib/authoring/localised.ts'
import { changeCategory, findCategory, insertCategory } from '#lib/authoring/write-category.ts'
import { writeFact } from '#lib/authoring/write-fact.ts'
import { factInputSchema } from '#lib/document/fact-schema.ts'
import { slugSchema } from '#lib/document/slug-schema.ts'
import { IstokError } from '../errors.ts'
import { detailOf, type Finding, finding } from '../findings.ts'
import { type ImportFile, textOf } from './file-content.ts'
import { count, type ImportReport, warn } from './import-report.ts'
import { isolate } from './isolate.ts'
import { faultsOfIssues, refusedEntry } from './refused-entry.ts'

const byLocale = z.record(z.string(), z.string())
const categorySchema = z.strictObject({
  slug: z.string(),
  title: byLocale,
  description: byLocale.optional(),
  position: z.int().optional(),
  parent: z.string().nullable().optional(),
})
const tagSchema = z.strictObject({ slug: slugSchema, title: byLocale.default({}) })
const synonymSchema = z.strictObject({ locale: z.string(), terms: z.array(z.string()), direction: z.enum(['both', 'one-way']).optional() })

interface ListImport<T> {
  kind: 'categories' | 'tags' | 'synonyms' | 'facts'
  schema: z.ZodType<T>
  /** What stands in a message for the entry. */
  nameOf(entry: T): string
  write(tx: Transaction, actor: Actor, entry: T): Promise<'created' | 'saved' | 'updated' | 'unchanged'>
}

const categories: ListImport<z.infer<typeof categorySchema>> = {
  kind: 'categories',
  schema: categorySchema,
  nameOf: ({ slug }) => slug,
  async write(tx, actor, entry) {
    const before = await findCategory(tx.orm, entry.slug)
    if (!before) {
      await insertCategory(tx, actor, entry)
      return 'created'
    }
    // A list that is silent about a language does not take it away.
    const title = { ...before.title, ...entry.title }
    const description = { ...before.description, ...entry.description }
    return (await changeCategory(tx, actor, before, { ...entry, title, description })) === before ? 'unchanged' : 'updated'
  },
}

const tags: ListImport<z.infer<typeof tagSchema>> = {
  kind: 'tags',
  schema: tagSchema,
  nameOf: ({ slug }) => slug,
  async write(tx, actor, { slug, title: said }) {
    const before = await tx.orm.select().from(tag).where(eq(tag.slug, slug)).get()
    const title = { ...before?.title, ...said }
    if (before && JSON.stringify(before.title) === JSON.stringify(title)) return 'unchanged'
    const errors = localesFaults(said, '/title', { longest: 100 })
    if (errors.length > 0) throw new IstokError('invalid', 'The tag cannot be saved like this', { errors })
    const row = { slug, title, createdAt: before?.createdAt ?? tx.now, version: (before?.version ?? 0) + 1 }
    await tx.orm
      .insert(tag)
      .values(row)
      .onConflictDoUpdate({ target: tag.slug, set: { title, version: row.version } })
    await recordAudit(tx, actor, before ? 'tag.updated' : 'tag.created', `tag:${slug}`, { title })
    return before ? 'updated' : 'created'
  },
}

const synonyms: ListImport<z.infer<typeof synonymSchema>> = {
  kind: 'synonyms',
  schema: synonymSchema,
  nameOf: ({ terms }) => terms.join(', '),
  async write(tx, actor, entry) {
    const { createdAt } = await insertSynonym(tx, actor, entry)
    return createdAt === tx.now ? 'created' : 'unchanged'
  },
}

const facts: ListImport<z.infer<typeof factInputSchema>> = {
  kind: 'facts',
  schema: factInputSchema,
  nameOf: ({ key }) => key,
  write: async (tx, actor, entry) => (await writeFact(tx, actor, entry, 'any')).outcome,
}

/** Takes over categories, tags, synonyms and facts from their YAML lists. Returns the keys of the facts that stand in them. */
export async function importLists(
  tx: Transaction,
  actor: Actor,
  files: Record<'categories' | 'tags' | 'synonyms' | 'facts', ImportFile[]>,
  report: ImportReport,
): Promise<string[]> {
  await importList(tx, actor, files.categories, categories, report, parentsFirst)
  await importList(tx, actor, files.tags, tags, report)
  await importList(tx, actor, files.synonyms, synonyms, report)
  return (await importList(tx, actor, files.facts, facts, report)).map(({ key }) => key)
}

async function importList<T>(
  tx: Transaction,
  actor: Actor,
  files: ImportFile[],
  list: ListImport<T>,
  report: ImportReport,
  order: (entries: T[]) => T[] = entries => entries,
): Promise<T[]> {
  const taken: T[] = []
  for (const file of files) {
    for (const entry of order(readEntries(file, list, report))) {
      const problem = await isolate(tx, async () => count(report.others[list.kind], await list.write(tx, actor, entry)))
      if (problem === null) taken.push(entry)
      else fail(report, list.kind, file, refusedEntry(list.nameOf(entry), problem.faults ?? []))
      await tx.pause()
    }
  }
  return taken
}

function readEntries<T>(file: ImportFile, { kind, schema }: ListImport<T>, report: ImportReport): T[] {
  const entries = readYaml(file, report)
  return entries.flatMap((entry, index) => {
    const parsed = schema.safeParse(withTextValues(entry))
    if (parsed.success) return [parsed.data]
    const faults = faultsOfIssues(parsed.error.issues.slice(0, 3))
    fail(report, kind, file, finding('list-entry', { number: index + 1, detail: detailOf(faults) }, { faults }))
    return []
  })
}

function readYaml(file: ImportFile, report: ImportReport): unknown[] {
  try {
    const value: unknown = parse(textOf(file), {
      schema: 'core',
      version: '1.2',
      maxAliasCount: 50,
      // Not "silent": that would pass over what is no YAML, and half of a list would be taken.
      logLevel: 'error',
      prettyErrors: true,
    })
    if (Array.isArray(value)) return value
    if (value !== null && value !== undefined) warn(report, { file: file.path, level: 'error', ...finding('not-a-list') })
  } catch (error) {
    const line = error instanceof YAMLError ? error.linePos?.[0].line : undefined
    warn(report, {
      file: file.path,
      ...(line !== undefined && { line }),
      level: 'error',
      ...finding('yaml-invalid', { detail: error instanceof Error ? error.message : '' }),
    })
  }
  return []
}

/** `value: 1.5` without quotes is a number to YAML; facts keep what was written. */
function withTextValues(entry: unknown): unknown {
  if (entry === null || typeof entry !== 'object' || !('values' in entry) || !Array.isArray(entry.values)) return entry
  const values = entry.values.map((validity: unknown) =>
    validity !== null && typeof validity === 'object' && 'value' in validity && typeof validity.value === 'number'
      ? { ...validity, value: String(validity.value) }
      : validity,
  )
  return { ...entry, values }
}

/** A category comes after the one above it, in whatever order they were written. */
function parentsFirst(entries: z.infer<typeof categorySchema>[]): z.infer<typeof categorySchema>[] {
  const ordered: typeof entries = []
  let rest = entries
  while (rest.length > 0) {
    const waiting = new Set(rest.map(({ slug }) => slug))
    const ready = rest.filter(({ parent, slug }) => parent == null || parent === slug || !waiting.has(parent))
    if (ready.length === 0) return [...ordered, ...rest]
    ordered.push(...ready)
    rest = rest.filter(entry => !ready.includes(entry))
  }
  return ordered
}

function fail(report: ImportReport, kind: ListImport<unknown>['kind'], file: ImportFile, found: Finding): void {
  count(report.others[kind], 'failed')
  warn(report, { file: file.path, level: 'error', ...found })
}
