import { digest } from '#lib/digest.ts'
import type { TranslationContent } from './content.ts'

/** By channel kind: hash of the short answer and the document against which a variation was written. */
export type VariationSources = Record<string, string>

type Written = Pick<TranslationContent, 'shortAnswer' | 'document' | 'variations'>

/** The hash of what a variation stands in for. */
export function sourceHash({ shortAnswer, document }: Written): string {
  return digest(JSON.stringify({ shortAnswer, document }))
}

/** The sources after a save: a variation that is new or was changed was written against what is saved with it, another keeps the source it had. */
export function nextSources(after: Written, before: (Written & { variationSources: VariationSources }) | undefined): VariationSources {
  const hash = sourceHash(after)
  const entries = Object.entries(after.variations).flatMap(([kind, variation]): [string, string][] => {
    const known = before?.variations[kind]
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(variation)) return [[kind, hash]]
    const source = before?.variationSources[kind]
    return source === undefined ? [] : [[kind, source]]
  })
  return Object.fromEntries(entries)
}

/** Channel kinds whose variation needs a look: the short answer or the document has changed since it was written. */
export function outdatedVariations(draft: Written & { variationSources: VariationSources }): string[] {
  const hash = sourceHash(draft)
  return Object.keys(draft.variations).filter(kind => (draft.variationSources[kind] ?? hash) !== hash)
}
