import { channels, isChannelKind } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import { isShareable, mainChannel, readTallies } from '#lib/learning/read-hearings.ts'
import type { Istok } from '../istok.ts'

/** A text with which search is tried. */
export interface TriedText {
  kind: 'asked' | 'phrasing'
  text: string
  locale: string
  channel: ChannelKind
  /** How often it was asked; 0 for a phrasing. */
  times: number
  /** Whose phrasing it is; null: it was asked. */
  articleId: string | null
}

/** Texts of each kind in one language: the latest that were asked, phrasings of the articles that changed last. */
const most = { asked: 1000, phrasings: 5000 }

/** The latest real questions and searches of a language, what was asked most first; the public ones are tried on the website, the others in the operator panel. */
export function readAskedTexts(istok: Istok, locale: string): TriedText[] {
  const rows = istok.database.reader.sqlite
    .prepare("SELECT id, text, private FROM wording WHERE locale = ? AND state <> 'rejected' ORDER BY last_at DESC LIMIT ?")
    .all(locale, most.asked) as { id: string; text: string; private: 0 | 1 }[]
  const tallies = readTallies(
    istok,
    rows.map(({ id }) => id),
  )
  return rows
    .flatMap(({ id, text, private: isPrivate }): TriedText[] => {
      const tally = tallies.get(id)
      if (!tally || !isShareable(isPrivate === 1, tally.people)) return []
      const heard = mainChannel(tally)
      const channel = isChannelKind(heard) && channels[heard].audience === 'internal' ? 'operator' : 'website'
      return [{ kind: 'asked', text, locale, channel, times: tally.times, articleId: null }]
    })
    .sort((a, b) => b.times - a.times)
}

/** The phrasings that live answers of a language are found by. */
export function readPhrasings({ database }: Istok, locale: string): TriedText[] {
  const rows = database.reader.sqlite
    .prepare(
      `SELECT t.article_id AS articleId, r.questions, EXISTS (SELECT 1 FROM head h WHERE h.article_id = t.article_id AND h.locale = t.locale AND h.channel = 'website') AS open
       FROM translation t JOIN revision r ON r.article_id = t.article_id AND r.locale = t.locale AND r.number = t.live_revision
       WHERE t.locale = ? ORDER BY r.created_at DESC LIMIT ?`,
    )
    .all(locale, most.phrasings) as { articleId: string; questions: string; open: 0 | 1 }[]
  return rows
    .flatMap(({ articleId, questions, open }) =>
      (JSON.parse(questions) as string[]).map(
        (text): TriedText => ({ kind: 'phrasing', text, locale, channel: open ? 'website' : 'operator', times: 0, articleId }),
      ),
    )
    .slice(0, most.phrasings)
}
