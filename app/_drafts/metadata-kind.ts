import type { Kind } from './advance.ts'

/** What is said about an article beside its text, the same in every language. */
export interface Metadata {
  slug: string
  category: string | null
  tags: string[]
  audience: 'public' | 'internal'
  /** Channel kinds; null: all. */
  channels: string[] | null
  owner: string | null
  reviewEveryDays: number | null
}

export const metadataNames = ['slug', 'category', 'tags', 'audience', 'channels', 'owner', 'reviewEveryDays'] as const
export type MetadataName = (typeof metadataNames)[number]

/** Fields in which the two differ. */
export function changedNames(a: Metadata, b: Metadata): MetadataName[] {
  return metadataNames.filter(name => differs(a, b, name))
}

/** Fields that both changed in different ways. */
export function metadataConflicts(base: Metadata, mine: Metadata, theirs: Metadata): MetadataName[] {
  return metadataNames.filter(name => differs(base, mine, name) && differs(base, theirs, name) && differs(mine, theirs, name))
}

/** Mine where I changed something and somebody else did not, or where `mine` names the field; theirs elsewhere. */
export function mergeMetadata(base: Metadata, mine: Metadata, theirs: Metadata, kept: readonly MetadataName[] = []): Metadata {
  const own = metadataNames.filter(name => kept.includes(name) || (differs(base, mine, name) && !differs(base, theirs, name)))
  return { ...theirs, ...Object.fromEntries(own.map(name => [name, mine[name]])) }
}

/** How the metadata of articles is compared and put together. */
export const metadataKind: Kind<Metadata> = {
  same: (a, b) => metadataNames.every(name => !differs(a, b, name)),
  merge: (base, mine, theirs) => (metadataConflicts(base, mine, theirs).length > 0 ? null : mergeMetadata(base, mine, theirs)),
  fault: () => null,
}

function differs(a: Metadata, b: Metadata, name: MetadataName): boolean {
  return JSON.stringify(a[name]) !== JSON.stringify(b[name])
}
