import { z } from '@hono/zod-openapi'
import { standings } from '#lib/authoring/review-standing.ts'
import { statuses } from '#lib/authoring/status.ts'
import { channelKinds } from '#lib/compile/channels.ts'
import { factTypes } from '#lib/document/facts.ts'
import { byLocale, idText, localeName, shownInstant, slugName } from './shapes.ts'

/** What authoring takes and says. */

export const status = z.enum(statuses as [string, ...string[]]).openapi({ enum: statuses })
export const audience = z.enum(['public', 'internal'])
const version = z.int().openapi({ description: 'Also the ETag; send it as If-Match' })

const articleFields = {
  slug: slugName,
  category: slugName.nullable().openapi({ description: 'Slug of a category' }),
  tags: z.array(slugName).max(50),
  audience,
  channels: z.array(z.enum(channelKinds)).nullable().openapi({ description: 'null: all' }),
  owner: z.string().max(200).nullable(),
  reviewEveryDays: z.int().min(1).max(3650).nullable(),
  sourceId: z.string().max(500).nullable(),
  metadata: z.record(z.string().max(100), z.unknown()),
}
export const articleChangeSchema = z.strictObject(articleFields).partial().openapi('ArticleChange')
export const newArticleSchema = z.strictObject(articleFields).partial().required({ slug: true }).openapi('NewArticle')

const translationSummary = z.object({
  locale: z.string(),
  title: z.string(),
  status,
  version,
  updatedAt: shownInstant,
  updatedBy: z.string(),
  liveRevision: z.int().nullable(),
  liveRelease: z.int().nullable(),
  standing: z
    .enum(standings as [string, ...string[]])
    .nullable()
    .openapi({ description: 'Its way to approval; null: nobody asked, or nothing differs from what is live' }),
  reviewId: z.string().nullable(),
})
export const articleSchema = z
  .object({
    ...articleFields,
    id: z.string(),
    status,
    version,
    createdAt: shownInstant,
    updatedAt: shownInstant,
    dueAt: shownInstant.nullable().openapi({ description: 'When somebody has to look at it again' }),
    losses: z.int().openapi({ description: 'What its live answers lose' }),
    translations: z.array(translationSummary),
  })
  .openapi('Article')

const documentShape = z
  .record(z.string(), z.unknown())
  .openapi({ type: 'object', description: 'The document tree: {"type":"doc","content":[…]}', additionalProperties: true })
const textShape = z.strictObject({
  markdown: z.string().max(1_000_000).optional().openapi({ description: 'Instead of document' }),
  document: documentShape.optional(),
})
const channelTexts = z
  .partialRecord(z.enum(channelKinds), textShape)
  .openapi({ type: 'object', additionalProperties: true, description: 'Own wording by channel kind' })
export const translationInputSchema = textShape
  .extend({
    title: z.string().min(1).max(200),
    shortAnswer: z
      .union([z.string().max(10_000), z.array(z.unknown()).max(1000)])
      .optional()
      .openapi({ description: 'Inline Markdown, may hold facts; or inline content' }),
    questions: z.array(z.string().min(1).max(300)).max(200).optional(),
    variations: channelTexts.optional(),
  })
  .openapi('TranslationInput')
export const previewInputSchema = translationInputSchema
  .extend({ title: z.string().max(200).openapi({ description: 'May still be empty' }) })
  .openapi('PreviewInput')

const warningSchema = z.looseObject({ message: z.unknown() })
const translationFields = {
  articleId: z.string(),
  locale: z.string(),
  title: z.string(),
  shortAnswer: z.string().openapi({ description: 'Inline Markdown' }),
  shortAnswerContent: z.array(z.unknown()).openapi({ description: 'The same as inline content' }),
  questions: z.array(z.string()),
  document: documentShape,
  markdown: z.string(),
  variations: z.record(z.string(), z.object({ document: documentShape, markdown: z.string() })),
  hash: z.string(),
}
export const translationSchema = z
  .object({
    ...translationFields,
    version,
    status,
    updatedAt: shownInstant,
    updatedBy: z.string(),
    liveRevision: z.int().nullable(),
    liveRelease: z.int().nullable(),
    outdatedVariations: z
      .array(z.string())
      .openapi({ description: 'Channels whose own wording needs a look: what it stands in for has changed since' }),
    outcome: z.enum(['created', 'saved', 'unchanged']).optional(),
    warnings: z.array(warningSchema).optional(),
  })
  .openapi('Translation')
/** The same without the text, for whoever has just sent it. */
export const savedTranslationSchema = translationSchema
  .omit({ title: true, shortAnswer: true, shortAnswerContent: true, questions: true, document: true, markdown: true, variations: true })
  .openapi('SavedTranslation')

export const revisionSummarySchema = z
  .object({
    number: z.int(),
    title: z.string(),
    hash: z.string(),
    createdAt: shownInstant,
    createdBy: z.string(),
    isLive: z.boolean(),
    releases: z.array(z.int()),
  })
  .openapi('RevisionSummary')
export const revisionSchema = z
  .object({
    ...translationFields,
    number: z.int(),
    metadata: z.record(z.string(), z.unknown()),
    createdAt: shownInstant,
    createdBy: z.string(),
  })
  .openapi('Revision')

export const lossSchema = z
  .object({
    path: z.string(),
    node: z.string(),
    level: z.enum(['info', 'warning', 'error']),
    reason: z.string(),
    message: z.object({ ru: z.string(), en: z.string() }),
    target: z.string().optional().openapi({ description: 'Id of an article that would have to be published, too' }),
  })
  .openapi('Loss')
export const previewSchema = z
  .object({
    channel: z.enum(channelKinds),
    rendition: z.record(z.string(), z.unknown()).nullable().openapi({ description: 'null: the article does not exist in this channel' }),
    profiles: z.record(z.string(), z.object({ mediaType: z.string(), body: z.string() })),
    size: z.object({ characters: z.int(), seconds: z.number().optional(), messages: z.int().optional() }).nullable(),
    losses: z.array(lossSchema),
  })
  .openapi('Preview')
export const previewsSchema = z.object({ channels: z.array(previewSchema) }).openapi('Previews')

const factValue = z.object({
  value: z.union([z.string(), z.record(z.string(), z.string())]),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
})
export const factSchema = z
  .object({
    key: z.string(),
    type: z.enum(factTypes),
    unit: z.string().nullable(),
    title: z.record(z.string(), z.string()),
    values: z.array(factValue),
    version,
    status,
    updatedAt: shownInstant,
    updatedBy: z.string(),
    liveRevision: z.int().nullable(),
    current: factValue.shape.value.nullable().openapi({ description: 'The value that holds now' }),
    outcome: z.enum(['created', 'saved', 'unchanged']).optional(),
  })
  .openapi('Fact')

export const snippetInputSchema = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens')
      .max(80),
    title: byLocale,
    documents: z.record(localeName, textShape).openapi({ description: 'By locale: {"ru": {"markdown": "…"}}' }),
  })
  .openapi('SnippetInput')
export const snippetSchema = z
  .object({
    key: z.string(),
    title: z.record(z.string(), z.string()),
    documents: z.record(z.string(), z.object({ document: documentShape, markdown: z.string() })),
    version,
    status,
    updatedAt: shownInstant,
    updatedBy: z.string(),
    liveRevision: z.int().nullable(),
    outcome: z.enum(['created', 'saved', 'unchanged']).optional(),
    warnings: z.array(warningSchema).optional(),
  })
  .openapi('Snippet')

const use = z.object({ articleId: z.string(), slug: z.string(), locale: z.string(), title: z.string(), via: z.string().nullable() })
export const usageSchema = z
  .object({
    drafts: z.array(use),
    live: z.array(use),
    snippets: z.array(z.object({ key: z.string(), state: z.enum(['draft', 'live']) })),
    channels: z.record(z.string(), z.int()),
  })
  .openapi('Usage')

const categoryFields = {
  slug: slugName,
  title: byLocale,
  description: z.record(localeName, z.string().max(2000)),
  parent: slugName.nullable().openapi({ description: 'Slug of the category above' }),
  position: z.int().min(0).max(1_000_000),
}
export const categoryChangeSchema = z.strictObject(categoryFields).partial().openapi('CategoryChange')
export const newCategorySchema = z.strictObject(categoryFields).partial().required({ slug: true, title: true }).openapi('NewCategory')
export const categorySchema = z
  .object({ ...categoryFields, id: idText, version, createdAt: shownInstant, updatedAt: shownInstant })
  .openapi('Category')

export const newTagSchema = z.strictObject({ slug: slugName, title: byLocale.optional() }).openapi('NewTag')
const tagFields = {
  slug: z.string(),
  title: z.record(z.string(), z.string()),
  createdAt: shownInstant,
  version,
  articles: z.int().openapi({ description: 'Articles that have it, as drafted' }),
  live: z.int().openapi({ description: 'Articles that are live with it' }),
}
export const tagSchema = z.object(tagFields).openapi('Tag')
export const changedTagSchema = z
  .object({ ...tagFields, changed: z.int().openapi({ description: 'Articles whose drafts changed with it' }) })
  .openapi('ChangedTag')
export const tagChangeSchema = z.strictObject({ slug: slugName, title: byLocale }).partial().openapi('TagChange')
export const tagMergerSchema = z.strictObject({ into: slugName.openapi({ description: 'The tag that is left' }) }).openapi('TagMerger')

const synonymFields = z.strictObject({
  locale: localeName,
  terms: z.array(z.string().min(1).max(100)).min(2).max(50),
  direction: z.enum(['both', 'one-way']).optional(),
})
export const newSynonymSchema = synonymFields.openapi('NewSynonym')
export const synonymChangeSchema = synonymFields.partial().openapi('SynonymChange')
export const synonymSchema = z
  .object({
    id: z.string(),
    locale: z.string(),
    terms: z.array(z.string()),
    direction: z.enum(['both', 'one-way']),
    createdAt: shownInstant,
    version,
  })
  .openapi('Synonym')

export const mediaSchema = z
  .object({
    id: z.string(),
    fileName: z.string(),
    mediaType: z.string(),
    extension: z.string(),
    bytes: z.int(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    createdAt: shownInstant,
    createdBy: z.string(),
    version,
    url: z.string(),
  })
  .openapi('Media')
