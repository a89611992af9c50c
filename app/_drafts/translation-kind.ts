import { type Content, spellContent } from '#lib/document/content.ts'
import { mergeContent } from '#lib/merge/merge-content.ts'
import type { Kind } from './advance.ts'

/** How texts of translations are compared and put together. A text without a title cannot be saved yet. */
export const translationKind: Kind<Content> = {
  same: (a, b) => a === b || JSON.stringify(spellContent(a)) === JSON.stringify(spellContent(b)),
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
