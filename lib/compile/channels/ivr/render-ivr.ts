import { type SpeechProfile, speechLimits } from '../../limits.ts'
import { describeLoss } from '../../loss-reasons.ts'
import { sayFact } from '../../resolve/resolve-state.ts'
import { urlencodedLength } from '../../text/measure.ts'
import type { Loss, ProfileOutput, RenditionOf, SaidFact } from '../../types.ts'
import type { View } from '../../view.ts'
import { chooseUtterances } from './choose-utterances.ts'
import { roundSeconds, secondsOf, segmentsOf } from './segment.ts'
import { endsSentence, heardText, readableText } from './utterance.ts'
import { writeSsml } from './write-ssml.ts'

const ssmlType = 'application/ssml+xml'

/** What a voice says: script, SSML, chunks with seconds, and the dialects of speech engines. */
export function renderIvr(view: View): RenditionOf<'ivr'> {
  const utterances = chooseUtterances(view)
  const script = utterances
    .map(utterance => heardText(utterance.pieces).trim())
    .filter(text => text !== '')
    .map((text, index, all) => readableText(text, index === 0 || endsSentence(all[index - 1]!)))
    .join('\n')
  const ssml = writeSsml(utterances, speechLimits.ssml.break.max)
  const seconds = roundSeconds(secondsOf(utterances))
  const facts = new Map<string, SaidFact>()
  for (const utterance of utterances) for (const run of utterance.facts) sayFact(facts, run)
  checkLimits(ssml, view.isVariation ? '/variations/ivr' : '/shortAnswer', view.losses)
  return {
    channel: 'ivr',
    content: { script, ssml, segments: segmentsOf(utterances), seconds },
    profiles: {
      ssml: { mediaType: ssmlType, body: ssml },
      'ssml.yandex': { mediaType: ssmlType, body: ssml },
      'ssml.salute': { mediaType: ssmlType, body: ssml },
      plain: { mediaType: 'text/plain', body: onePhrase(script) },
    } satisfies Record<SpeechProfile, ProfileOutput>,
    facts: Object.fromEntries(facts),
    plainText: script,
    shortAnswer: view.shortText,
    size: { characters: script.length, seconds },
  }
}

/** One line without quotes, as a dial plan takes it. */
function onePhrase(script: string): string {
  return script
    .replace(/["'«»“”„]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

function checkLimits(ssml: string, path: string, losses: Loss[]): void {
  const yandex = speechLimits['ssml.yandex']
  const encoded = ssml.length * 9 > yandex.body.max ? urlencodedLength(ssml) : 0
  const checks = [
    ['ssml.yandex', ssml.length, yandex.text.max],
    ['ssml.yandex (URL-encoded)', encoded, yandex.body.max],
    ['ssml.salute', ssml.length, speechLimits['ssml.salute'].text.max],
  ] as const
  for (const [name, size, max] of checks)
    if (size > max) losses.push(describeLoss('limit-exceeded', path, 'article', `${name}: ${size} > ${max}`))
}
