import { z } from '@hono/zod-openapi'
import { idText, shownInstant, slugName } from './shapes.ts'

/** What the catalogue's own pages take and say beside the lists: places, mergers, uses, histories. */

export const categoryPlaceSchema = z
  .strictObject({
    parent: slugName.nullable().openapi({ description: 'Slug of the category above; null: top' }),
    after: slugName.nullable().openapi({ description: 'Slug of the neighbour before it; null: first' }),
  })
  .openapi('CategoryPlace')
export const relocationSchema = z
  .strictObject({ into: slugName.nullable().openapi({ description: 'Slug of a category; null: none' }) })
  .openapi('CategoryRelocation')
export const relocatedSchema = z.object({ articles: z.array(idText) }).openapi('CategoryRelocated')

export const mediaChangeSchema = z.strictObject({ fileName: z.string().min(1).max(200) }).openapi('MediaChange')

const revisionFields = {
  number: z.int(),
  title: z.record(z.string(), z.string()),
  createdAt: shownInstant,
  createdBy: z.string(),
  by: z.string(),
  isLive: z.boolean(),
  releases: z.array(z.int()),
}
export const factRevisionSchema = z
  .object({ ...revisionFields, type: z.string(), unit: z.string().nullable(), values: z.array(z.record(z.string(), z.unknown())) })
  .openapi('FactRevision')
export const snippetRevisionSchema = z
  .object({ ...revisionFields, documents: z.record(z.string(), z.record(z.string(), z.unknown())) })
  .openapi('SnippetRevision')
