import { system } from '#lib/access/actor.ts'
import { searchOf } from '#lib/search/open-search.ts'
import { searchAnswers } from '#lib/search/search-answers.ts'
import { suggestQueries } from '#lib/search/suggest-queries.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { askQuestion, type Ways } from './ask-question.ts'
import { endsWithin } from './ends-within.ts'
import { learnProposed, proposeArticles } from './finder-for.ts'
import { rehearseRecord } from './record-ask.ts'

/** Milliseconds of processor time after which nothing more is begun: a start must be short. Also those for which it waits for the indexes of small bases. */
const budget = 300
const indexBudget = 1000
/** Answers of a small base: an index of so many is made within a second. */
const fewAnswers = 1500
/** Titles of each language that are asked for. */
const mostTitles = 3

/**
 * Asks the website's answers for some of their own titles before anybody else asks: cold code, statements and dictionaries make a first question ten times as
 * dear as the next. Makes the index of a small base before, and begins that of a large one. Records nothing, trains nothing, throws nothing.
 */
export async function rehearse(istok: Istok): Promise<void> {
  const channel = 'website'
  const search = searchOf(istok)
  try {
    const small = istok.env.locales.filter(locale => search.count(channel, locale) <= fewAnswers)
    await endsWithin(indexBudget, Promise.all(small.map(locale => search.warm(channel, locale))))
    const begun = usedTime()
    for (const locale of istok.env.locales) {
      for (const title of titlesOf(istok, channel, locale)) {
        await searchAnswers(istok, system, { channel, locale, q: title })
        await suggestQueries(istok, system, { channel, locale, q: title.slice(0, 6) })
        await askQuestion(istok, system, { channel, locale, question: title, conversationId: newId() }, ways)
        if (usedTime() - begun > budget) return
      }
    }
  } catch (error) {
    istok.log.error({ err: error }, 'The first questions could not be rehearsed')
  }
}

/** As a question that no finder was trained for yet, which begins no training; what would be recorded is taken back. */
const ways: Ways = {
  finder: async (istok, asked) => learnProposed(istok, asked, await proposeArticles(istok, asked)),
  record: rehearseRecord,
}

/** Milliseconds of processor time of this thread: on a busy machine the clock would end a rehearsal before anything is warm. */
function usedTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function titlesOf({ database }: Istok, channel: string, locale: string): string[] {
  return database.reader.sqlite
    .prepare(
      `SELECT json_extract(CAST(r.body AS TEXT), '$.title') FROM head h JOIN rendition r ON r.id = h.rendition_id
       WHERE h.channel = ? AND h.locale = ? AND r.body IS NOT NULL ORDER BY h.slug LIMIT ?`,
    )
    .pluck()
    .all(channel, locale, mostTitles) as string[]
}
