import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { Icon } from './icon.tsx'
import { type Query, readValue, withQuery } from './query.ts'

interface Props {
  path: string
  query: Query
  /** Parameters that stay. */
  keep: readonly string[]
  nextCursor: string | null
}

/** Back and on through a list with cursors; `trail` remembers the cursors of the pages before. */
export async function Pager({ path, query, keep, nextCursor }: Props) {
  const { t } = await readInterface()
  const cursor = readValue(query, 'cursor')
  const trail = readValue(query, 'trail')?.split('~') ?? []
  if (cursor === undefined && nextCursor === null) return null
  const kept = Object.fromEntries(keep.map(name => [name, readValue(query, name)]))
  const back = withQuery(path, { ...kept, cursor: trail.at(-1), trail: trail.slice(0, -1).join('~') })
  const on = withQuery(path, { ...kept, cursor: nextCursor, trail: cursor === undefined ? undefined : [...trail, cursor].join('~') })
  return (
    <nav className="pager" aria-label={t('common.pages')}>
      {cursor !== undefined && (
        <Link href={back} className="pager-link" rel="prev">
          <Icon name="left" size={16} />
          {t('common.previous')}
        </Link>
      )}
      {nextCursor !== null && (
        <Link href={on} className="pager-link" rel="next">
          {t('common.next')}
          <Icon name="right" size={16} />
        </Link>
      )}
    </nav>
  )
}
