import type { RevisionMetadata } from '#db/schema/content.ts'
import { digest } from '#lib/digest.ts'

/** The hash that an approval is bound to: of the content (by its own hash) and of all metadata that is published with it. */
export function approvalHash(content: { hash: string; metadata: RevisionMetadata }): string {
  const { slug, category, tags, audience, channels } = content.metadata
  return digest(JSON.stringify([content.hash, slug, category, tags, audience, channels]))
}
