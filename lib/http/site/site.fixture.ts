import { system } from '#lib/access/actor.ts'
import type { Block, Inline } from '#lib/document/types.ts'
import { type DraftInput, factNode, linkTo, paragraph, putDraft, putFact, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../../istok.ts'
import { openTestIstok } from '../../test-istok.ts'
import { siteRoutes } from './routes.ts'

/** For tests: a site on a real database, and what to ask it. */
export interface TestSite {
  istok: Istok
  ask(path: string, init?: RequestInit): Promise<Response>
  body(path: string): Promise<string>
  publish(drafts: DraftInput[], withdraw?: string[]): Promise<string[]>
}

export function openTestSite(variables: Record<string, string> = {}): TestSite {
  const istok = openTestIstok({ ISTOK_DEMO: '1', ISTOK_PUBLIC_URL: 'https://help.example', ...variables })
  const site = siteRoutes(istok)
  const ask = async (path: string, init?: RequestInit) => site.fetch(new Request(`https://help.example${path}`, init))
  const body = async (path: string) => (await ask(path)).text()
  const publish = async (drafts: DraftInput[], withdraw: string[] = []) => {
    const ids: string[] = []
    for (const draft of drafts) ids.push(await putDraft(istok, draft))
    await publishRelease(istok, system, { note: '', articles: [...new Set(ids)], facts: [], snippets: [], withdraw })
    return ids
  }
  return { istok, ask, body, publish }
}

/** Every kind of block that a page may show. */
export const everyBlock: Block[] = [
  paragraph(text('Комиссия — '), factNode('fee'), text(', см. '), linkTo('limits', 'лимиты'), text('.')),
  { type: 'heading', attrs: { level: 2 }, content: [text('Как сделать')] },
  { type: 'steps', content: [step('Откройте приложение.'), step('Нажмите «Перевести».')] },
  { type: 'callout', attrs: { kind: 'warning' }, content: [paragraph(text('Никому не говорите код.'))] },
  { type: 'callout', attrs: { kind: 'tip' }, content: [paragraph(text('Сохраните шаблон.'))] },
  { type: 'heading', attrs: { level: 3 }, content: [text('Тарифы')] },
  {
    type: 'table',
    attrs: { caption: 'Комиссия' },
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'Куда'), cell('tableHeader', 'Сколько')] },
      { type: 'tableRow', content: [cell('tableCell', 'В другой банк'), cell('tableCell', '1,5 %')] },
    ],
  },
  { type: 'heading', attrs: { level: 2 }, content: [text('Вопросы')] },
  { type: 'details', attrs: { summary: 'А если не пришло?' }, content: [paragraph(text('Позвоните нам.'))] },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('Пункт'))] }] },
  { type: 'codeBlock', content: [{ type: 'text', text: '*530#' }] },
  { type: 'quote', content: [paragraph(text('Цитата'))] },
  { type: 'divider' },
  { type: 'only', attrs: { audience: 'internal' }, content: [paragraph(text('КАНАРЕЙКА'))] },
]

/** A site with two categories, five answers in Russian, two of them in English, one withdrawn, one internal. */
export async function openFilledSite(): Promise<TestSite> {
  const site = openTestSite()
  await putFact(site.istok, 'fee', 'percent', null, '1.5')
  const short: Inline[] = [text('За перевод берём '), factNode('fee'), text('.')]
  const drafts: DraftInput[] = [
    { slug: 'limits', title: 'Лимиты', category: 'transfers' },
    { slug: 'fee', title: 'Сколько стоит перевод', category: 'transfers', tags: ['fees'], shortAnswer: short, blocks: everyBlock },
    { slug: 'card', title: 'Карта', category: 'cards' },
    { slug: 'loose', title: 'Без категории' },
    { slug: 'old', title: 'Старое предложение', category: 'cards' },
    { slug: 'secret', title: 'КАНАРЕЙКА', category: 'secrets', audience: 'internal', blocks: [paragraph(text('КАНАРЕЙКА'))] },
  ]
  const ids: string[] = []
  for (const draft of drafts) ids.push(await putDraft(site.istok, draft))
  for (const [index, title] of [
    [0, 'Limits'],
    [1, 'What a transfer costs'],
  ] as const) {
    const draft = drafts[index]
    if (draft && ids[index]) await putDraft(site.istok, { ...draft, id: ids[index], locale: 'en', title })
  }
  await publishRelease(site.istok, system, { note: '', articles: ids, facts: ['fee'], snippets: [], withdraw: [] })
  await publishRelease(site.istok, system, { note: '', articles: [], facts: [], snippets: [], withdraw: [ids[4] ?? ''] })
  return site
}

function step(words: string) {
  return { type: 'step' as const, content: [paragraph(text(words))] }
}

function cell(type: 'tableHeader' | 'tableCell', words: string) {
  return { type, content: [paragraph(text(words))] }
}
