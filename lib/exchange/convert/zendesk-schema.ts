import { z } from 'zod'

const id = z.union([z.int(), z.string().min(1).max(100)]).transform(String)
const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')

/** An article of `GET /api/v2/help_center/articles`; members that say nothing here are passed over. */
export const zendeskArticle = z.object({
  id,
  title: text,
  name: text,
  body: text,
  locale: text,
  source_locale: text,
  draft: z.boolean().nullish(),
  section_id: id.nullish(),
  label_names: z.array(z.string()).nullish(),
  html_url: text,
  user_segment_id: id.nullish(),
  translations: z.array(z.unknown()).nullish(),
})
export const zendeskTranslation = z.object({
  source_id: id.nullish(),
  source_type: z.string().nullish(),
  title: text,
  body: text,
  locale: z.string(),
  draft: z.boolean().nullish(),
  hidden: z.boolean().nullish(),
  html_url: text,
})
/** A section or a category. */
export const zendeskSection = z.object({
  id,
  name: text,
  description: text,
  locale: text,
  category_id: id.nullish(),
  parent_section_id: id.nullish(),
  position: z.int().min(0).max(1_000_000).nullish().catch(null),
})

export type ZendeskArticle = z.infer<typeof zendeskArticle>
export type ZendeskTranslation = z.infer<typeof zendeskTranslation>
export type ZendeskSection = z.infer<typeof zendeskSection>

const members = ['articles', 'sections', 'categories', 'translations', 'article'] as const

/** Whether JSON could be of a help centre: an object with one of its lists, or a list of articles. */
export function looksLikeZendesk(value: unknown): boolean {
  if (Array.isArray(value))
    return (
      value.length > 0 &&
      value.every(item => typeof item === 'object' && item !== null && 'id' in item && ('body' in item || 'name' in item))
    )
  return typeof value === 'object' && value !== null && members.some(member => member in value)
}
