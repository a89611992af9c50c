'use client'

import { useTranslations } from 'use-intl'
import { Icon } from '../icon.tsx'
import { useCommentDesk } from './comment-desk.tsx'

interface Props {
  path: string
  /** The words of the place. */
  text: string
  /** Open threads here. */
  count: number
  canWrite: boolean
}

/** Characters of a quotation when nothing is selected. */
const length = 160

/** The way to remark on a place: on the words that are selected in it, else on its beginning. Shows how many remarks there are. */
export function PlaceMark({ path, text, count, canWrite }: Props) {
  const t = useTranslations('workflow.comments')
  const { begin } = useCommentDesk()
  if (!canWrite && count === 0) return null
  const label = `${t('add')}: ${text.slice(0, 60)}`
  return (
    <button
      type="button"
      className="place-mark"
      data-has={count > 0 || undefined}
      disabled={!canWrite}
      aria-label={count > 0 ? `${label}. ${t('count', { count })}` : label}
      onMouseDown={event => event.preventDefault()}
      onClick={event => begin({ path, quote: selectedIn(event.currentTarget.parentElement) || text.slice(0, length) })}
    >
      <Icon name="comment" size={16} />
      {count > 0 && <span>{count}</span>}
    </button>
  )
}

/** What is selected inside the place, without what was removed from it. */
function selectedIn(place: HTMLElement | null): string {
  const selection = getSelection()
  if (!place || !selection || selection.isCollapsed || selection.rangeCount === 0) return ''
  const range = selection.getRangeAt(0)
  if (!place.contains(range.commonAncestorContainer)) return ''
  const words = range.cloneContents()
  for (const gone of words.querySelectorAll('del, .visually-hidden, button')) gone.remove()
  return (words.textContent ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, 1000)
}
