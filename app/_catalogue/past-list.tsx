import type { ReactNode } from 'react'
import { readInterface } from '#app/_i18n/read-interface.ts'
import type { Piece } from '#lib/difference/types.ts'
import { Pieces } from './pieces.tsx'

/** One thing that happened: what, by whom, when, and what it changed word by word. */
export interface PastEntry {
  id: number
  what: string
  by: string
  /** Milliseconds since the epoch. */
  at: number
  isLive?: boolean
  /** Said after person and time. */
  note?: string
  /** `lang`: of a text in a content language, which is marked with it. */
  changes: { name: string; label?: string; lang?: string; pieces: readonly Piece[] }[]
  restore?: ReactNode
}

/** What became of a thing, newest first. */
export async function PastList({ entries, none }: { entries: PastEntry[]; none: string }) {
  const { t, format } = await readInterface()
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('catalogue.history.title')}</h2>
      {entries.length === 0 && <p className="quiet">{none}</p>}
      <ol className="past-list">
        {entries.map(({ id, what, by, at, isLive, note, changes, restore }) => (
          <li key={id}>
            <p>
              <strong>{what}</strong>
              {isLive && <span className="state state-green">{t('catalogue.history.live')}</span>}
              <span className="quiet">
                {by} · {format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
                {note && ` · ${note}`}
              </span>
            </p>
            {changes.map(({ name, label, lang, pieces }) => (
              <p key={name} className="history-change history-text">
                {label && <span className="quiet">{label}: </span>}
                {lang && <span className="locale-mark">{lang} </span>}
                <Pieces pieces={pieces} lang={lang} />
              </p>
            ))}
            {restore}
          </li>
        ))}
      </ol>
    </section>
  )
}
