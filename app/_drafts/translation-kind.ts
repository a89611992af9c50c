import { type Content, spellContent } from '#lib/document/content.ts'
import { sameDocument } from '#lib/document/same-document.ts'
import { mergeContent } from '#lib/merge/merge-content.ts'
import type { Kind } from './advance.ts'

/** How texts of translations are compared and put together. A text without a title cannot be saved yet. */
export const translationKind: Kind<Content> = {
  same: (a, b) => a === b || (sameDocument(a.document, b.document) && sameVariations(a.variations, b.variations) && sameWords(a, b)),
  merge: (base, mine, theirs) => {
    const { conflicts, settle } = mergeContent(base, mine, theirs)
    return conflicts.length > 0 ? null : settle({})
  },
  fault: ({ title }) =>
    title.trim() === ''
      ? {
          status: 422,
          code: 'invalid',
          title: '',
          detail: '',
          errors: [{ pointer: '/title', message: 'must not be empty', reason: 'empty' }],
        }
      : null,
}

function sameVariations(a: Content['variations'], b: Content['variations']): boolean {
  const kinds = Object.keys(a)
  return (
    kinds.length === Object.keys(b).length &&
    kinds.every(kind => {
      const [one, other] = [a[kind], b[kind]]
      return one !== undefined && other !== undefined && sameDocument(one, other)
    })
  )
}

/** Title, short answer and questions. */
function sameWords(a: Content, b: Content): boolean {
  return spellWords(a) === spellWords(b)
}

function spellWords(content: Content): string {
  return JSON.stringify(spellContent({ ...content, document: { type: 'doc', content: [] }, variations: {} }))
}
