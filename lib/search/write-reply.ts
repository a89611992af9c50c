import type { MatchedBy } from './engine/query.ts'
import type { Hit } from './engine/rank.ts'
import { cutSnippet, highlight, highlightJson, snippetJson } from './highlight.ts'
import type { Picked } from './pick-answers.ts'
import type { CurrentAnswer } from './read-hit.ts'
import type { FoundAnswer, SearchReply } from './search-answers.ts'

/** The reply to a question. */
export function makeReply(query: string, picked: Picked, release: number): SearchReply {
  const { locale, answers, total, facets, corrected, engine, degraded, weights } = picked
  const items: FoundAnswer[] = answers.map(({ hit, current: { title, titleWords, source, category } }) => ({
    ...{ slug: hit.slug, locale, title, titleRanges: highlight(titleWords, weights), snippet: cutSnippet(source, weights), category },
    ...{ score: Math.round(hit.score * 1000) / 1000, confidence: hit.confidence, matchedBy: hit.matchedBy },
  }))
  return { query, items, total, facets, ...(corrected ? { corrected } : {}), engine, degraded, release }
}

/** The same as JSON, put together from what is ready: making the objects and writing them takes four times as long. */
export function writeReply(query: string, picked: Picked, release: number): string {
  const { answers, total, facets, corrected, engine, degraded } = picked
  let items = ''
  for (let at = 0; at < answers.length; at++) items += (at === 0 ? '' : ',') + writeHit(answers[at]!.hit, answers[at]!.current, picked)
  const repaired = corrected ? `,"corrected":${JSON.stringify(corrected)}` : ''
  const rest = `"facets":${JSON.stringify(facets)}${repaired},"engine":"${engine}","degraded":${degraded},"release":${release}`
  return `{"query":${JSON.stringify(query)},"items":[${items}],"total":${total},${rest}}`
}

function writeHit({ score, confidence, matchedBy }: Hit, { json, titleWords, source }: CurrentAnswer, { weights }: Picked): string {
  const texts = `${json.opening},"titleRanges":${highlightJson(titleWords, weights)},"snippet":${snippetJson(source, weights)}`
  return `${texts},"category":${json.category},"score":${scoreJson(score)},"confidence":"${confidence}","matchedBy":${waysJson(matchedBy)}}`
}

/** Scores as they are written, by thousandths. */
const scores: string[] = []

function scoreJson(score: number): string {
  const thousandths = Math.round(score * 1000)
  scores[thousandths] ??= String(thousandths / 1000)
  return scores[thousandths]!
}

function waysJson(ways: readonly MatchedBy[]): string {
  if (ways.length === 0) return '[]'
  return ways.length === 1 ? `["${ways[0]}"]` : `["${ways.join('","')}"]`
}
