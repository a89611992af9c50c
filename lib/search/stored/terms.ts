import { hash } from 'node:crypto'
import { channelKinds, channels as channelTable } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { Audience } from '#lib/document/types.ts'
import { tokenise } from '../analyser/tokens.ts'

/** The fields of the stored index, each in a table of its own. `codes`: identifiers of all the others, once more. */
export const storedFields = ['title', 'questions', 'short', 'tags', 'body', 'codes'] as const
export type StoredField = (typeof storedFields)[number]

/** What the channels of one translation say, as far as search reads it. */
export interface SaidAnswer {
  title: string
  questions: readonly string[]
  tags: readonly string[]
  channels: readonly { channel: ChannelKind; shortAnswer: string; text: string }[]
}

/** What an audience can find a translation by: keys apart by spaces, and the hashes of the fields, in their order, apart by full stops. */
export interface Terms {
  keys: Record<StoredField, string>
  hash: string
}
export type TermsByAudience = Record<Audience, Terms | null>

/** Of a translation that nobody says. */
export const noTerms: TermsByAudience = { public: null, internal: null }

/** How often a key is written at most: a word said ten times is no better than one said three times. */
const mostTimes = 3

/**
 * The keys by which a translation is found: those of all public channels together, and those that only internal channels add. null: no channel of the
 * audience says anything (more). The same for the same texts, whoever asks.
 */
export function termsOf({ title, questions, tags, channels }: SaidAnswer): TermsByAudience {
  const { keys, read } = lineReader()
  const common = { title: [read(title)], questions: [questions.flatMap(read)], tags: [tags.flatMap(read)] }
  const inOrder = [...channels].sort((a, b) => channelKinds.indexOf(a.channel) - channelKinds.indexOf(b.channel))
  const said = (audience: Audience) => {
    const mine = inOrder.filter(one => channelTable[one.channel].audience === audience)
    return mine.length === 0 ? null : { ...common, short: mine.map(one => read(one.shortAnswer)), body: mine.map(one => read(one.text)) }
  }
  const everybody = said('public')
  const internal = said('internal')
  const publicCounts = everybody && countsOf(everybody, keys.length)
  const internalCounts = internal && countsOf(internal, keys.length)
  return {
    public: publicCounts && write(keys, publicCounts, null),
    internal: internalCounts && write(keys, internalCounts, publicCounts),
  }
}

/** The words of a line by the numbers of their keys: all, those that say something of the matter, and the identifiers. */
interface Line {
  all: number[]
  telling: number[]
  codes: number[]
}

/** Reads texts line by line: channels say the same lines, and each is read once. `keys`: those met so far, each at its number. */
function lineReader(): { keys: string[]; read: (text: string) => Line[] } {
  const known = new Map<string, Line>()
  const numbers = new Map<string, number>()
  const keys: string[] = []
  const numberOf = (key: string) => {
    let number = numbers.get(key)
    if (number === undefined) {
      number = keys.push(key) - 1
      numbers.set(key, number)
    }
    return number
  }
  const readLine = (text: string) => {
    const line: Line = { all: [], telling: [], codes: [] }
    for (const { key, empty, code } of tokenise(text)) {
      const number = numberOf(key)
      line.all.push(number)
      if (!empty) line.telling.push(number)
      if (code) line.codes.push(number)
    }
    known.set(text, line)
    return line
  }
  return { keys, read: text => text.split('\n').map(line => known.get(line) ?? readLine(line)) }
}

/** The lines of each field, by channel. */
type SaidLines = Record<Exclude<StoredField, 'codes'>, Line[][]>

/** How often keys are said, `mostTimes` at most: by their numbers, and those that are, in the order in which they are met. */
interface Counts {
  times: Uint8Array
  met: number[]
}

/** `size`: how many keys there are. */
function countsOf(said: SaidLines, size: number): Record<StoredField, Counts> {
  const count = (channels: Line[][], which: keyof Line) => most(channels, which, size)
  const { title, questions, tags, short, body } = said
  const fields = { title: count(title, 'all'), questions: count(questions, 'all'), tags: count(tags, 'all') }
  const codes = most([Object.values(said).flat(2)], 'codes', size)
  codes.times.fill(1)
  return { ...fields, short: count(short, 'all'), body: count(body, 'telling'), codes }
}

/** Of each key the number of times by the channel that says it most often. */
function most(channels: Line[][], which: keyof Line, size: number): Counts {
  const counts: Counts = { times: new Uint8Array(size), met: [] }
  const { times, met } = counts
  const own = channels.length === 1 ? times : new Uint8Array(size)
  for (const [at, lines] of channels.entries()) {
    if (at > 0) own.fill(0)
    for (const line of lines)
      for (const key of line[which]) {
        const now = (own[key] ?? 0) + 1
        if (now > mostTimes) continue
        if (now === 1 && (at === 0 || times[key] === 0)) met.push(key)
        own[key] = now
        if (now > (times[key] ?? 0)) times[key] = now
      }
  }
  return counts
}

/** `without`: what is in another row already; null when that is all. */
function write(keys: string[], counts: Record<StoredField, Counts>, without: Record<StoredField, Counts> | null): Terms | null {
  const written = {} as Record<StoredField, string>
  for (const field of storedFields) written[field] = writeKeys(keys, counts[field], without && new Set(without[field].met))
  if (without && storedFields.every(field => written[field] === '')) return null
  return { keys: written, hash: storedFields.map(field => hashOf(written[field])).join('.') }
}

/** Of a field without keys: nothing. 96 bits of a digest: enough to notice a change. */
function hashOf(keys: string): string {
  return keys === '' ? '' : hash('sha1', keys, 'base64url').slice(0, 16)
}

/** The fields in which two hashes of terms differ; all of them where one is not of this form. */
export function changedFields(before: string, after: string): StoredField[] {
  const [was, is] = [before.split('.'), after.split('.')]
  return storedFields.filter((_, at) => was.length !== is.length || was[at] !== is[at])
}

function writeKeys(keys: string[], { times, met }: Counts, without: Set<number> | null): string {
  let text = ''
  for (const number of met) {
    if (without?.has(number)) continue
    const key = keys[number] ?? ''
    for (let time = times[number] ?? 0; time > 0; time--) text += text === '' ? key : ` ${key}`
  }
  return text
}
