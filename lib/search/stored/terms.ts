import { hash } from 'node:crypto'
import { channelKinds, channels as channelTable } from '#lib/compile/channels.ts'
import type { ChannelKind } from '#lib/compile/types.ts'
import type { Audience } from '#lib/document/types.ts'
import { type Token, tokenise } from '../analyser/tokens.ts'

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

type Counts = Map<string, number>

/**
 * The keys by which a translation is found: those of all public channels together, and those that only internal channels add. null: no channel of the
 * audience says anything (more). The same for the same texts, whoever asks.
 */
export function termsOf({ title, questions, tags, channels }: SaidAnswer): TermsByAudience {
  const read = lineReader()
  const common = { title: read(title), questions: questions.flatMap(read), tags: tags.flatMap(read) }
  const inOrder = [...channels].sort((a, b) => channelKinds.indexOf(a.channel) - channelKinds.indexOf(b.channel))
  const said = (audience: Audience) => {
    const mine = inOrder.filter(one => channelTable[one.channel].audience === audience)
    return mine.length === 0 ? null : { ...common, short: mine.map(one => read(one.shortAnswer)), body: mine.map(one => read(one.text)) }
  }
  const everybody = said('public')
  const internal = said('internal')
  const publicCounts = everybody && countsOf(everybody)
  const internalCounts = internal && countsOf(internal)
  return {
    public: publicCounts && write(publicCounts, null),
    internal: internalCounts && write(internalCounts, publicCounts),
  }
}

/** The words of a text line by line: channels say the same lines, and each is read once. */
function lineReader(): (text: string) => Lines {
  const known = new Map<string, Token[]>()
  return text =>
    text.split('\n').map(line => {
      const words = known.get(line) ?? tokenise(line)
      known.set(line, words)
      return words
    })
}

/** The words of a text, line by line. */
type Lines = readonly (readonly Token[])[]

interface SaidWords {
  title: Lines
  questions: Lines
  tags: Lines
  /** By channel. */
  short: Lines[]
  body: Lines[]
}

function countsOf({ title, questions, tags, short, body }: SaidWords): Record<StoredField, Counts> {
  const codes: Counts = new Map()
  const count = (lines: Lines, skipsEmpty = false) => {
    const counts: Counts = new Map()
    for (const words of lines)
      for (const { key, empty, code } of words) {
        if (skipsEmpty && empty) continue
        counts.set(key, (counts.get(key) ?? 0) + 1)
        if (code) codes.set(key, 1)
      }
    return counts
  }
  const fields = { title: count(title), questions: count(questions), tags: count(tags) }
  return { ...fields, short: most(short.map(words => count(words))), body: most(body.map(words => count(words, true))), codes }
}

/** Of each key the channel that says it most often. */
function most([first = new Map(), ...others]: Counts[]): Counts {
  for (const other of others) for (const [key, times] of other) if (times > (first.get(key) ?? 0)) first.set(key, times)
  return first
}

/** `without`: what is in another row already; null when that is all. */
function write(counts: Record<StoredField, Counts>, without: Record<StoredField, Counts> | null): Terms | null {
  const keys = {} as Record<StoredField, string>
  for (const field of storedFields) keys[field] = writeKeys(counts[field], without?.[field])
  if (without && storedFields.every(field => keys[field] === '')) return null
  return { keys, hash: storedFields.map(field => hashOf(keys[field])).join('.') }
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

function writeKeys(counts: Counts, without: Counts | undefined): string {
  let text = ''
  for (const [key, times] of counts) {
    if (without?.has(key)) continue
    for (let time = 0; time < times && time < mostTimes; time++) text += text === '' ? key : ` ${key}`
  }
  return text
}
