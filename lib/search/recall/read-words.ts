import { stem } from '../analyser/stem.ts'
import type { Synonyms } from '../analyser/synonyms.ts'
import { type Token, tokenise } from '../analyser/tokens.ts'
import type { Query, QueryWord } from '../engine/query.ts'
import type { Vocabulary } from '../engine/vocabulary.ts'
import { switchLayout } from '../repair/layout.ts'
import { readTransliteration } from '../repair/transliterate.ts'
import type { RecallWord } from './recall-engine.ts'

/** As many UTF-16 units and words of a question as are looked at. */
const longest = 1000
const mostWords = 40

/** What an engine is asked for a question that was read with a vocabulary: every way in which each word may be found. */
export function wordsOfQuery(vocabulary: Vocabulary, query: Query): RecallWord[] {
  return query.words.slice(0, mostWords).map(word => {
    const { surface, options, empty } = word
    const found = new Set(
      options
        .filter(option => option.weight >= 0.5 || options.length === 1)
        .flatMap(option => option.keys.map(key => vocabulary.keys[key]!)),
    )
    return { keys: found.size > 0 ? [...found] : [stem(surface)], prefix: null, surface, empty, answers: answersWith(vocabulary, word) }
  })
}

/** In how many answers the word stands in the way that most of them say it. */
function answersWith({ keyList }: Vocabulary, { options }: QueryWord): number {
  return options.reduce((most, { keys }) => Math.max(most, Math.min(...keys.map(key => keyList.count(key)))), 0)
}

/** The same without a vocabulary: as typed, in the other layout and in the other alphabet; the last word may go on. */
export function wordsOfText(text: string, synonyms: Synonyms): RecallWord[] {
  const words: RecallWord[] = []
  for (const piece of text.slice(0, longest).split(/\s+/)) {
    if (piece === '' || words.length >= mostWords) continue
    const typed = tokenise(piece)
    const switched = switchLayout(piece)
    const others = [...(switched === null ? [] : tokenise(switched))]
    for (const token of typed) words.push(wordOf(token, others))
    if (typed.length === 0) for (const token of others) words.push(wordOf(token, []))
  }
  addSynonyms(words, synonyms)
  const last = words.at(-1)
  if (last && /[\p{L}\p{N}]$/u.test(text)) words[words.length - 1] = { ...last, prefix: last.surface }
  return words
}

function wordOf({ surface, key, empty }: Token, others: readonly Token[]): RecallWord {
  const keys = new Set([key, ...others.map(token => token.key)])
  if (/[a-z]/.test(surface)) for (const word of readTransliteration(surface).slice(0, 6)) keys.add(stem(word))
  return { keys: [...keys], prefix: null, surface, empty, answers: null }
}

function addSynonyms(words: RecallWord[], synonyms: Synonyms): void {
  const keys = words.map(word => word.keys[0] ?? '')
  for (let at = 0; at < words.length; at++) {
    for (const { expansions } of synonyms.expand(keys, at)) {
      const more = expansions.flatMap(expansion => expansion.keys)
      words[at] = { ...words[at]!, keys: [...new Set([...words[at]!.keys, ...more])] }
    }
  }
}
