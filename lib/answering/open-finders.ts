import { memoryOf } from '#lib/delivery/memory.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { perIstok } from '../per-istok.ts'
import { endsWithin } from './ends-within.ts'
import { learnInThread } from './learn-in-thread.ts'
import { readTaughtArticles } from './read-taught-articles.ts'
import type { TaughtArticle } from './taught-article.ts'
import { type AnswerFinder, trainFinder } from './train-finder.ts'

/** The finders of this process: one for each channel and language, trained when first asked and again after releases that change what the channel says. */
export interface Finders {
  /** The finder of a channel in a language. Waits for one that knows every release; after `patience` for one that is being trained anew, the one before serves on. */
  finder(channel: string, locale: string): Promise<AnswerFinder>
  /** The same when it is there within so many milliseconds; null: it is still being trained for the first time. */
  inTime(channel: string, locale: string, milliseconds: number): Promise<AnswerFinder | null>
  /** The articles that changed after this finder of the channel was trained. */
  newerThan(channel: string, locale: string, finder: AnswerFinder | null): ReadonlySet<string>
  /** Trains every finder that was asked for and does not know the newest release, one after the other. */
  catchUp(): Promise<void>
}

/** Milliseconds for which a question waits for a newer finder when there is one already. */
const patience = 2000
/** Up to so many texts a finder is trained at once, some ten milliseconds; a thread would take longer to start. */
const fewTexts = 60
/** What took longer than this, in milliseconds, to learn is learned again only after a rest, so that it never takes more than a part of the machine. */
const quickly = 2000
const restShare = 2
/** The same after a failure. */
const restAfterFailure = 30_000

interface State {
  /** The newest change that is in `finder`. */
  seq: number
  finder: AnswerFinder | null
  training: Promise<void> | null
  /** Milliseconds; not trained again before. */
  restUntil: number
}

/** The finders of this process; one per Istok. */
export const findersOf = perIstok('finders', openFinders)

function openFinders(istok: Istok): Finders {
  const { sqlite } = istok.database.reader
  const newest = sqlite.prepare('SELECT coalesce(max(seq), 0) FROM feed').pluck()
  const changed = sqlite.prepare('SELECT 1 FROM feed WHERE seq > ? AND channel = ? AND locale = ? LIMIT 1').pluck()
  const changes = sqlite.prepare('SELECT DISTINCT article_id FROM feed WHERE seq > ? AND channel = ? AND locale = ? LIMIT 1000').pluck()
  const states = new Map<string, State>()

  const train = async (state: State, channel: string, locale: string) => {
    const seq = newest.get() as number
    const begun = now()
    state.restUntil = begun + restAfterFailure
    state.finder = await learn(istok, channel, locale)
    state.seq = seq
    const took = now() - begun
    state.restUntil = took > quickly ? now() + restShare * took : 0
  }
  const isCurrent = (state: State, channel: string, locale: string) => {
    const seq = newest.get() as number
    if (seq === state.seq) return true
    if (state.finder === null || changed.get(state.seq, channel, locale)) return false
    state.seq = seq
    return true
  }
  const catchUp = (state: State, channel: string, locale: string): Promise<void> => {
    state.training ??= rest(state)
      .then(() => train(state, channel, locale))
      .finally(() => {
        state.training = null
      })
    return state.training
  }
  return {
    async finder(channel, locale) {
      memoryOf(istok).fresh()
      const key = `${channel} ${locale}`
      const state = states.get(key) ?? { seq: -1, finder: null, training: null, restUntil: 0 }
      states.set(key, state)
      while (!isCurrent(state, channel, locale)) {
        const training = catchUp(state, channel, locale)
        if (state.finder === null) await training
        else if (state.restUntil > now() || !(await endsWithin(patience, training))) {
          // It goes on beside the questions; who has it catch up after a release reports what goes wrong.
          training.catch(() => undefined)
          break
        }
      }
      return state.finder!
    },
    async inTime(channel, locale, milliseconds) {
      const finder = this.finder(channel, locale)
      // Whoever asks after a failure hears of it; whoever did not wait must not leave it unhandled.
      finder.catch(() => undefined)
      const known = states.get(`${channel} ${locale}`)?.finder
      if (known) return finder
      return (await endsWithin(milliseconds, finder)) ? finder : null
    },
    newerThan(channel, locale, finder) {
      const state = states.get(`${channel} ${locale}`)
      if (!state || !finder || state.finder !== finder || newest.get() === state.seq) return new Set()
      return new Set(changes.all(state.seq, channel, locale) as string[])
    },
    async catchUp() {
      memoryOf(istok).fresh()
      for (const [key, state] of states) {
        const [channel = '', locale = ''] = key.split(' ')
        if (!isCurrent(state, channel, locale)) await catchUp(state, channel, locale)
      }
    },
  }
}

/** Few texts at once, more of them in the thread, which reads the articles itself. */
function learn({ database }: Istok, channel: string, locale: string): Promise<AnswerFinder> | AnswerFinder {
  const place = { channel, locale, at: now() }
  const few: TaughtArticle[] = []
  let texts = 0
  for (const article of readTaughtArticles(database.reader, place)) {
    few.push(article)
    texts += 1 + article.questions.length + (article.passages?.length ?? 0) + (article.heard?.length ?? 0)
    if (texts > fewTexts) return learnInThread(database.file, place)
  }
  return trainFinder(few)
}

/** Waits until a state may be trained again. */
async function rest({ restUntil }: State): Promise<void> {
  const left = restUntil - now()
  if (left > 0) await new Promise<void>(resolve => setTimeout(resolve, left).unref())
}
