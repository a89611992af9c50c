import { memoryOf } from '#lib/delivery/memory.ts'
import type { Istok } from '../istok.ts'
import type { Synonyms } from './analyser/synonyms.ts'
import { SearchIndex } from './engine/search-index.ts'
import { liveRowsOf } from './live-rows.ts'
import { liveSynonymsOf } from './live-synonyms.ts'
import { prepareRepair } from './repair/prepare-repair.ts'
import { openSlices } from './slices.ts'

/** The indexes of this process: one for each channel and language, made when it is first asked for and kept in step with the releases. */
export interface Search {
  /**
   * The index of a channel in a language, with every release that was committed when it was called; after a release of more than
   * about fifty answers it may lag for the moment that it takes to read it. Waits only for the first making.
   */
  index(channel: string, locale: string): Promise<SearchIndex>
  /** The same where it is there already. */
  now(channel: string, locale: string): SearchIndex | null
  /** The same where it is ready or can be at once; null: it is being made, or the channel says more than is kept in memory. */
  ready(channel: string, locale: string): Promise<SearchIndex | null>
  /**
   * Makes the index where it is not there yet, and brings it up to date; gives way to requests all the time. `patient`: nobody waits for it, so it takes less than
   * half of the time, until somebody asks for it.
   */
  warm(channel: string, locale: string, patient?: boolean): Promise<void>
  /** Brings every index up to date that has been made; what takes long goes on after it. */
  refresh(): Promise<void>
  /** An index of only these articles, by id, as far as the channel says them now: what another engine found. */
  candidates(channel: string, locale: string, articleIds: readonly string[]): SearchIndex
  /** How many answers the channel has. */
  count(channel: string, locale: string): number
  /** The synonyms of a language as they are now. */
  synonyms(locale: string): Synonyms
  /** Languages in which the channel says anything. */
  locales(channel: string): string[]
  /** Names what every search follows at this moment: releases, categories, synonyms. null while a large release is being read. */
  version(): string | null
  /** Drops every index; each is made anew when it is next asked for. */
  rebuild(): void
}

interface State {
  index: SearchIndex
  /** The newest change that is in it, and the delivery's epoch in which that was asked. */
  seq: number
  epoch: number
  making: Promise<void>
  /** True while a large release is being read. */
  busy: boolean
  made: boolean
  /** While it is being made: nobody asked for it yet. */
  patient: boolean
}

const searches = new WeakMap<Istok, Search>()

/** The search of this process; one per Istok. */
export function searchOf(istok: Istok): Search {
  let search = searches.get(istok)
  if (!search) {
    search = openSearch(istok)
    searches.set(istok, search)
  }
  return search
}

/** Milliseconds of reading after which others get a turn. */
const turn = 8
/** The same where nobody waits for what is read, and the milliseconds that others get then. */
const patientTurn = 4
const patientPause = 6
/** Milliseconds at most that reading goes on before others get a turn: as long as their last turn took, so that a flood of questions does not hold it up. */
const longestShare = 30
/**
 * Changed answers that the next question finds whatever they cost, 0.5 ms each and 4 at 50,000 answers; and the milliseconds after which search goes on with
 * what it has while the rest is read.
 */
const leastAtOnce = 12
const longestAtOnce = 30
/** Changes that cannot be read in that time whatever is done: all but a first slice of them waits at once. */
const manyChanges = 60
/** After so many answers what completion needs is put in order. */
const settleEvery = 1000
/** A question waits for an index of so few answers to be made; for a larger one FTS5 answers meanwhile. */
const fewAnswers = 200
/** Answers of one channel in one language that are kept in memory, about 7 KB each; above it FTS5 answers always. */
const mostInMemory = 100_000

function openSearch(istok: Istok): Search {
  const rows = liveRowsOf(istok)
  const memory = memoryOf(istok)
  const states = new Map<string, State>()
  const synonyms = liveSynonymsOf(istok)
  const slices = openSlices()
  let rebuilt = 0

  const readAll = async (state: State, channel: string, locale: string, slugs: readonly string[]) => {
    const { vocabulary } = state.index
    let [begun, share, unsettled] = [performance.now(), state.patient ? patientTurn : turn, 0]
    for (const slug of slugs) {
      readOne(state.index, channel, locale, slug)
      unsettled++
      if (performance.now() - begun < share) continue
      prepareRepair(vocabulary)
      if (unsettled >= settleEvery) {
        vocabulary.settle()
        unsettled = 0
      }
      const paused = performance.now()
      await slices.next(state.patient ? patientPause : 0)
      begun = performance.now()
      share = state.patient ? patientTurn : Math.max(turn, Math.min(longestShare, begun - paused))
    }
    prepareRepair(vocabulary)
  }
  const readOne = (index: SearchIndex, channel: string, locale: string, slug: string) => {
    const text = rows.answer(channel, locale, slug)
    if (text) index.put(text)
    else index.remove(slug)
  }
  const make = (channel: string, locale: string, patient: boolean): State => {
    const state: State = {
      index: new SearchIndex(),
      seq: rows.newestChange(),
      epoch: -1,
      making: Promise.resolve(),
      busy: false,
      made: false,
      patient,
    }
    state.making = readAll(state, channel, locale, rows.slugs(channel, locale)).then(() => {
      state.index.vocabulary.settle()
      state.made = true
      state.patient = false
    })
    return state
  }
  const catchUp = (state: State, channel: string, locale: string) => {
    const epoch = memory.fresh()
    if (epoch === state.epoch || state.busy) return
    state.epoch = epoch
    const newest = rows.newestChange()
    if (newest === state.seq) return
    const changed = rows.changedSince(state.seq, channel, locale)
    state.seq = newest
    const begun = performance.now()
    const atOnce = changed.length > manyChanges ? turn : longestAtOnce
    let read = 0
    for (; read < changed.length && (read < leastAtOnce || performance.now() - begun < atOnce); read++) {
      readOne(state.index, channel, locale, changed[read]!)
    }
    if (read < changed.length) {
      state.busy = true
      readAll(state, channel, locale, changed.slice(read))
        .catch(error => {
          // Whatever could not be read, the next question finds an index that is made anew.
          istok.log.error({ err: error, channel, locale }, 'A release could not be read into the search index')
          states.delete(`${channel} ${locale}`)
        })
        .finally(() => {
          state.busy = false
        })
    }
  }
  const stateOf = (channel: string, locale: string, patient = false): State => {
    memory.fresh()
    const key = `${channel} ${locale}`
    let state = states.get(key)
    if (!state) {
      state = make(channel, locale, patient)
      state.making.catch(() => states.delete(key))
      states.set(key, state)
    }
    if (!patient) state.patient = false
    return state
  }
  const whole = async (channel: string, locale: string, patient = false) => {
    const state = stateOf(channel, locale, patient)
    await state.making
    catchUp(state, channel, locale)
    return state.index
  }
  const now = (channel: string, locale: string) => {
    const known = states.get(`${channel} ${locale}`)
    if (!known?.made) return null
    catchUp(known, channel, locale)
    return known.index
  }
  return {
    index: (channel, locale) => whole(channel, locale),
    now,
    async ready(channel, locale) {
      const known = now(channel, locale)
      if (known) return known
      const count = rows.count(channel, locale)
      if (count > mostInMemory) return null
      if (count <= fewAnswers) return whole(channel, locale)
      stateOf(channel, locale)
      return null
    },
    async warm(channel, locale, patient) {
      await whole(channel, locale, patient)
    },
    async refresh() {
      memory.fresh()
      for (const [key, state] of [...states]) {
        const [channel = '', locale = ''] = key.split(' ')
        if (state.made) catchUp(state, channel, locale)
        if (state.busy) await slices.next(0)
      }
    },
    candidates(channel, locale, articleIds) {
      const index = new SearchIndex()
      for (const slug of rows.slugsOf(channel, locale, articleIds)) readOne(index, channel, locale, slug)
      return index
    },
    count: rows.count,
    synonyms: synonyms.of,
    locales: rows.locales,
    version() {
      for (const state of states.values()) if (state.busy) return null
      return `${memory.fresh()} ${synonyms.serial()} ${rebuilt}`
    },
    rebuild() {
      rebuilt++
      states.clear()
    },
  }
}
