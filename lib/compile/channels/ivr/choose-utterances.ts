import { dialogueLimits } from '../../limits.ts'
import { describeLoss } from '../../loss-reasons.ts'
import type { Loss } from '../../types.ts'
import { type View, withLead } from '../../view.ts'
import { wordsFor } from '../../words.ts'
import { roundSeconds, secondsOf } from './segment.ts'
import { speakBlocks } from './speak-blocks.ts'
import { endSentence, speakRuns } from './speak-runs.ts'
import { heardText, pauses, type Utterance } from './utterance.ts'

const { answerText, answerSeconds } = dialogueLimits

/**
 * What is said on the phone: a variation as it is written; else the whole answer when an ear can take it (420 characters, 30 s); else the short
 * answer and an offer of a link or an operator.
 */
export function chooseUtterances(view: View): Utterance[] {
  const { locale, losses } = view
  const found: Loss[] = []
  const whole = speakBlocks(withLead(view), { locale, publicUrl: view.resolution.publicUrl, losses: found })
  const size = measure(whole)
  if (view.isVariation || size.fits) {
    losses.push(...found)
    if (!size.fits) losses.push(describeLoss('speech-too-long', '/variations/ivr', 'article', size.words))
    return whole.length > 0 ? whole : [titleOf(view)]
  }
  const offer = sayWords(wordsFor(locale).offerLink, view)
  const short = speakRuns(view.short, locale, '/shortAnswer', losses)
  if (short.pieces.length === 0) {
    losses.push(describeLoss('short-answer-missing', '', 'article', size.words))
    return [...beginning(whole, answerText.max - heardText(offer.pieces).length - 1), offer]
  }
  const said: Utterance = { pieces: endSentence(short.pieces), pause: pauses.paragraph, path: '/shortAnswer', facts: short.facts }
  losses.push(describeLoss('answer-shortened', '', 'article', size.words))
  const shortSize = measure([said, offer])
  if (!shortSize.fits) losses.push(describeLoss('short-answer-too-long', '/shortAnswer', 'article', shortSize.words))
  return [said, offer]
}

function measure(utterances: readonly Utterance[]): { fits: boolean; words: string } {
  const characters = utterances.reduce((sum, utterance) => sum + heardText(utterance.pieces).length + 1, -1)
  const seconds = secondsOf(utterances)
  const fits = characters <= answerText.max && seconds <= answerSeconds.max
  return { fits, words: `${characters}/${answerText.max}, ${roundSeconds(seconds)} s/${answerSeconds.max} s` }
}

/** The first utterances that fit into `room` characters; at least one. */
function beginning(utterances: readonly Utterance[], room: number): Utterance[] {
  const said: Utterance[] = []
  let spent = 0
  for (const utterance of utterances) {
    spent += heardText(utterance.pieces).length + 1
    if (said.length > 0 && spent > room) break
    said.push(utterance)
  }
  return said
}

function titleOf(view: View): Utterance {
  return sayWords(view.title, view)
}

function sayWords(text: string, view: View): Utterance {
  const { pieces } = speakRuns([{ type: 'text', text, style: 0, link: null }], view.locale, '/title', view.losses)
  return { pieces: endSentence(pieces), pause: pauses.paragraph, path: '', facts: [] }
}
