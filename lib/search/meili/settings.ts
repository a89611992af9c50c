import { hash } from 'node:crypto'

/** Fields that a question's words are compared with as typed, and by their stems. */
export const typedFields = ['title', 'questions'] as const
export const stemFields = ['title_keys', 'questions_keys', 'codes', 'short_keys', 'tags_keys', 'body_keys'] as const

/** Filters are on slugs and ids: values are compared without case and cut at 468 bytes by Meilisearch, which can only let too much through; every hit is checked again. */
const filters = ['audience', 'channels', 'locale', 'category', 'tags']

/**
 * What an index must be set to. Texts come analysed, so stop words and synonyms stay empty; stems and codes know no typos. Only differences are sent: setting
 * what is set already would index everything anew.
 */
export const wantedSettings = {
  displayedAttributes: ['id', 'articleId', 'h'],
  searchableAttributes: [...typedFields, ...stemFields],
  filterableAttributes: [{ attributePatterns: filters, features: { facetSearch: false, filter: { equality: true, comparison: false } } }],
  sortableAttributes: [] as string[],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  stopWords: [] as string[],
  synonyms: {},
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnWords: [] as string[],
    disableOnAttributes: [...stemFields],
    disableOnNumbers: true,
  },
  searchCutoffMs: 500,
  pagination: { maxTotalHits: 1000 },
}

/** Counted up whenever documents are made in another way. */
const documentForm = 1

/** Names this form of settings and documents: an index of another form is rebuilt. */
export const schemaHash = hash('sha1', JSON.stringify([documentForm, wantedSettings]), 'hex').slice(0, 8)

/**
 * The settings that differ from the wanted ones. Lists whose order means nothing are compared as sets; members of an object that are not wanted, as a newer
 * Meilisearch may say, are passed over.
 */
export function differingSettings(current: Record<string, unknown>): Partial<typeof wantedSettings> {
  const different: Record<string, unknown> = {}
  for (const [name, wanted] of Object.entries(wantedSettings)) {
    if (canonical(name, wantedPart(current[name], wanted)) !== canonical(name, wanted)) different[name] = wanted
  }
  return different as Partial<typeof wantedSettings>
}

function wantedPart(current: unknown, wanted: unknown): unknown {
  if (!isRecord(current) || !isRecord(wanted) || Object.keys(wanted).length === 0) return current
  return Object.fromEntries(Object.keys(wanted).map(key => [key, wantedPart(current[key], wanted[key])]))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

const ordered = new Set(['searchableAttributes', 'rankingRules'])

function canonical(name: string, value: unknown): string {
  const sorted = (inner: unknown): unknown => {
    if (Array.isArray(inner)) {
      const parts = inner.map(sorted)
      return ordered.has(name) ? parts : parts.map(part => JSON.stringify(part)).sort()
    }
    if (inner === null || typeof inner !== 'object') return inner
    return Object.fromEntries(
      Object.entries(inner)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, part]) => [key, sorted(part)]),
    )
  }
  return JSON.stringify(sorted(value))
}
