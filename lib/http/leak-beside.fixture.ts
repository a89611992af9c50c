import { system } from '#lib/access/actor.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { switchLayout } from '#lib/search/repair/layout.ts'
import { skeleton } from '#lib/search/repair/transliterate.ts'
import type { Istok } from '../istok.ts'
import { type DraftInput, paragraph, putDraft, text } from '../release/draft.fixture.ts'

/** Words that only hidden content says; each resembles a public word or none. */
export const secrets = [
  'досье',
  'ковчег',
  'кардинал',
  'блокиратор',
  'SECRET-77',
  'вкладыш',
  'комиссар',
  'тарифный',
  'zeppelin',
  'ипотечница',
]
export const openWords = ['карта', 'блокировка', 'вклад', 'комиссия', 'тариф', 'перевод']

const only = (words: string) => ({ type: 'only' as const, attrs: { audience: 'internal' as const }, content: [paragraph(text(words))] })

/** The same public base; `withHidden`: with everything beside it that the public must not notice. Ids are fixed, so that replies can be compared. */
export async function fillBeside(istok: Istok, withHidden: boolean): Promise<void> {
  const drafts: DraftInput[] = openWords.map((word, number) => ({
    ...{
      id: `open-${number}`,
      slug: `open-${number}`,
      title: `Наша ${word}`,
      category: 'open',
      tags: ['open'],
      questions: [`что такое ${word}`],
    },
    blocks: [
      paragraph(text(`Здесь сказано про ${word} и немного ещё.`)),
      ...(withHidden ? [only(`Для своих: ${secrets.join(', ')}.`)] : []),
    ],
  }))
  const hidden: DraftInput[] = secrets.map((word, number) => ({
    ...{ id: `inner-${number}`, slug: `inner-${number}`, title: `${word} и карта`, category: 'inner', tags: ['open', 'inner'] },
    ...{ questions: [`где ${word}`], audience: 'internal' as const, locale: number % 3 === 0 ? 'en' : 'ru' },
  }))
  const articles: string[] = []
  for (const draft of withHidden ? [...drafts, ...hidden] : drafts) articles.push(await putDraft(istok, draft))
  await publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
  if (!withHidden) return
  for (const [number, word] of secrets.entries()) await putDraft(istok, { slug: `draft-${number}`, title: `${word} черновик` })
  await putDraft(istok, { id: 'open-0', slug: 'open-0', title: `Новая редакция ${secrets.join(' ')}` })
}

/** What somebody may try: hidden and public words as they are, begun, misspelt, in the other layout, together. */
export function hostileQuestions(): string[] {
  const words = [...secrets, ...openWords, 'inner', 'черновик', 'редакция', 'inner-1']
  const misspelt = (word: string) => word.slice(0, 2) + word.slice(3)
  return [
    ...words.flatMap(word => [word, misspelt(word), word.slice(0, 4), switchLayout(word) ?? word, `наша ${word}`, `${word} карта`]),
    ...words.flatMap(word => [switchLayout(word.slice(0, 5)) ?? word, skeleton(word).toLowerCase().slice(0, 4)]),
    ...['kovcheg', 'dosye', 'blokirator', 'нашакарта', secrets.join(' '), '"досье"', 'дос*', 'title: ковчег'],
  ]
}
