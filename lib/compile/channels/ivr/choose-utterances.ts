import { dialogueLimits } from '../../limits.ts'
import { runsText } from '../../lines/line.ts'
import { sliceRuns } from '../../lines/slice-line.ts'
import { describeLoss } from '../../loss-reasons.ts'
import type { ResolvedBlock, Run } from '../../resolve/resolved.ts'
import type { SpeechPiece } from '../../speech/pieces.ts'
import { cutText } from '../../text/cut-text.ts'
import type { Loss } from '../../types.ts'
import { type View, withLead } from '../../view.ts'
import { wordsFor } from '../../words.ts'
import { roundSeconds, secondsOf } from './segment.ts'
import { speakBlocks } from './speak-blocks.ts'
import { endSentence, speakRuns } from './speak-runs.ts'
import { heardText, pauses, slicePieces, spokenAtoms, type Utterance } from './utterance.ts'

const { answerText, answerSeconds } = dialogueLimits
/** Addresses and brackets get shorter when spoken, but not by this factor. */
const hopeless = 1.5
/** Fewer characters of something longer say nothing. */
const worthCutting = 40

/**
 * What is said on the phone: a variation as it is written; else the whole answer when an ear can take it (420 characters, 30 s); else the short
 * answer and an offer of a link or an operator; where that only leads in to a list ("Take with you:"), the beginning of the whole answer.
 */
export function chooseUtterances(view: View): Utterance[] {
  const { locale, losses } = view
  const found: Loss[] = []
  const written = view.isVariation ? 0 : speakableLength(withLead(view))
  const isHopeless = written > answerText.max * hopeless
  const onlyLeadsIn = /^[^.!?…]*:\s*$/.test(view.shortText)
  const hasShort = view.shortText !== '' && !onlyLeadsIn
  if (isHopeless && hasShort) return shortAnswer(view, `≈${written}/${answerText.max}`)
  const whole = speakBlocks(isHopeless ? openingOf(withLead(view)) : withLead(view), {
    locale,
    publicUrl: view.resolution.publicUrl,
    losses: found,
  })
  const size = measure(whole)
  if (view.isVariation || (size.fits && !isHopeless)) {
    losses.push(...found)
    if (!size.fits) losses.push(describeLoss('speech-too-long', '/variations/ivr', 'article', size.words))
    return whole.length > 0 ? whole : [titleOf(view)]
  }
  if (hasShort) return shortAnswer(view, size.words)
  const offer = sayWords(wordsFor(locale).offerLink, view)
  losses.push(
    onlyLeadsIn
      ? describeLoss('short-answer-leads-in', '/shortAnswer', 'article', view.shortText)
      : describeLoss('short-answer-missing', '', 'article'),
  )
  return [...beginning(whole, answerText.max - heardText(offer.pieces).length - 1), offer]
}

function shortAnswer(view: View, size: string): Utterance[] {
  const { locale, losses } = view
  const offer = sayWords(wordsFor(locale).offerLink, view)
  const short = speakRuns(view.short, locale, '/shortAnswer', losses)
  const said: Utterance = {
    pieces: endSentence(withoutLeadIn(short.pieces)),
    pause: pauses.paragraph,
    path: '/shortAnswer',
    facts: short.facts,
  }
  losses.push(describeLoss('answer-shortened', '', 'article', size))
  const shortSize = measure([said, offer])
  if (!shortSize.fits) losses.push(describeLoss('short-answer-too-long', '/shortAnswer', 'article', shortSize.words))
  return [said, offer]
}

/** "Do the following:" leads nowhere when the list is not said: left out behind other sentences, else it ends with a full stop. */
function withoutLeadIn(pieces: SpeechPiece[]): SpeechPiece[] {
  const text = heardText(pieces).trimEnd()
  if (!text.endsWith(':')) return pieces
  const end = [...text.matchAll(/[.!?…](?= )/g)].at(-1)
  return slicePieces(pieces, 0, end === undefined ? text.length - 1 : end.index + 1)
}

/** The first blocks, enough for everything that can be said of a text without a short answer; a long paragraph is cut. */
function openingOf(blocks: readonly ResolvedBlock[]): ResolvedBlock[] {
  const opening: ResolvedBlock[] = []
  let room = answerText.max * 2
  for (const block of blocks) {
    if (room <= 0) break
    opening.push(block.type === 'paragraph' ? { ...block, runs: cutRuns(block.runs, room) } : block)
    room -= speakableLength([block])
  }
  return opening
}

function cutRuns(runs: Run[], room: number): Run[] {
  const text = runsText(runs)
  return text.length <= room ? runs : sliceRuns(runs, 0, cutText(text.slice(0, room * 2), room))
}

/** Written characters of what would be spoken; words for numbers make speech longer, so far above the limit nobody needs to speak it. */
function speakableLength(blocks: readonly ResolvedBlock[]): number {
  let length = 0
  for (const block of blocks) {
    if ('runs' in block) length += runsText(block.runs).length
    else if ('items' in block) for (const item of block.items) length += speakableLength(item.blocks)
    else if (block.type === 'callout' || block.type === 'quote') length += speakableLength(block.blocks)
  }
  return length
}

function measure(utterances: readonly Utterance[]): { fits: boolean; words: string } {
  const characters = utterances.reduce((sum, utterance) => sum + heardText(utterance.pieces).length + 1, -1)
  const seconds = secondsOf(utterances)
  const fits = characters <= answerText.max && seconds <= answerSeconds.max
  return { fits, words: `${characters}/${answerText.max}, ${roundSeconds(seconds)} s/${answerSeconds.max} s` }
}

/**
 * The first utterances that fit into `room` characters; at least the beginning of the first, and whole sentences of what a colon announces. Where nothing of
 * that fits, the announcement ends with a full stop.
 */
function beginning(utterances: readonly Utterance[], room: number): Utterance[] {
  const said: Utterance[] = []
  let left = room
  for (const utterance of utterances) {
    const text = heardText(utterance.pieces)
    if (text.length <= left) said.push(utterance)
    else {
      const end = left < worthCutting ? 0 : cutText(text, left, spokenAtoms(utterance.pieces))
      const isWhole = end >= worthCutting && /[.!?…;]\s*$/.test(text.slice(0, end))
      const isWanted = said.length === 0 || (isWhole && isAnnouncement(said.at(-1)))
      if (end > 0 && isWanted) said.push({ ...utterance, pieces: slicePieces(utterance.pieces, 0, end) })
      break
    }
    left -= text.length + 1
  }
  const last = said.at(-1)
  return last && isAnnouncement(last) ? [...said.slice(0, -1), { ...last, pieces: endSentence(withoutLeadIn(last.pieces)) }] : said
}

function isAnnouncement(utterance: Utterance | undefined): boolean {
  return utterance !== undefined && heardText(utterance.pieces).trimEnd().endsWith(':')
}

function titleOf(view: View): Utterance {
  return sayWords(view.title, view)
}

function sayWords(text: string, view: View): Utterance {
  const { pieces } = speakRuns([{ type: 'text', text, style: 0, link: null }], view.locale, '/title', view.losses)
  return { pieces: endSentence(pieces), pause: pauses.paragraph, path: '', facts: [] }
}
