import type { Metadata, MetadataName } from '#app/_drafts/metadata-kind.ts'

/** A value of the metadata as one text; a dash for none. */
export function saidValue(value: Metadata[MetadataName]): string {
  return (Array.isArray(value) ? value.join(', ') : String(value ?? '')) || '—'
}
