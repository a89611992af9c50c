import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import type { IstokError } from '../errors.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { linkTo, paragraph, putDraft } from './draft.fixture.ts'
import { previewRelease } from './preview-release.ts'
import { publishRelease } from './publish-release.ts'

const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
const publish = (istok: Istok, request: Record<string, string[]>) => publishRelease(istok, system, { ...nothing, ...request })

/** What a release that is refused says. */
async function refusal(istok: Istok, request: Record<string, string[]>): Promise<IstokError> {
  return (await publish(istok, request).catch((error: unknown) => error)) as IstokError
}

async function openLinking() {
  const istok = openTestIstok()
  const target = await putDraft(istok, { slug: 'target', title: 'Цель' })
  const linking = await putDraft(istok, { slug: 'linking', blocks: [paragraph(linkTo('target', 'сюда'))] })
  return { istok, target, linking }
}

test('a link to a draft that is not in the release is said once, names the article, and goes out together with it', async () => {
  const { istok, target, linking } = await openLinking()
  const refused = await refusal(istok, { articles: [linking] })
  expect(refused.message).toBe('1 error in linking (ru): Article “Цель” is not published')
  expect(refused.details).toMatchObject({
    arguments: { count: 1 },
    errors: [
      {
        pointer: `/articles/${linking}/ru/content/0/content/0`,
        message: 'website, chatbot, ivr, operator, agent: Article “Цель” is not published',
        reason: 'link-target-unpublished',
      },
    ],
    extra: { losses: Array.from({ length: 5 }, () => ({ target, message: { ru: 'Статья «Цель» не опубликована' } })) },
  })
  const task = (articles: string[]) => ({ task: { kind: 'publish' as const, request: { ...nothing, articles } }, publishAt: null })
  expect((await previewRelease(istok, system, task([linking]))).losses[0]).toMatchObject({ target, slug: 'linking' })
  expect((await previewRelease(istok, system, task([linking, target]))).lossCount).toBe(0)
  expect(await publish(istok, { articles: [linking, target] })).toMatchObject({ number: 1 })
})

test('an article that others lead to is not withdrawn alone: it is named once for each of them', async () => {
  const { istok, target, linking } = await openLinking()
  await publish(istok, { articles: [linking, target] })
  const refused = await refusal(istok, { withdraw: [target] })
  expect(refused.details.errors).toMatchObject([{ reason: 'link-target-unpublished', message: expect.stringContaining('“Цель”') }])
})

test('a link to what is said only in another language says so, and offers what could be published', async () => {
  const { istok, target } = await openLinking()
  await publish(istok, { articles: [target] })
  const blocks = [paragraph(linkTo('target', 'here'))]
  const english = await putDraft(istok, { slug: 'english', locale: 'en', blocks })
  const said = { ru: 'Статья «Цель» не опубликована на этом языке', en: 'Article “Цель” is not published in this language' }
  const { losses } = (await refusal(istok, { articles: [english] })).details.extra ?? {}
  expect(losses).toMatchObject(Array.from({ length: 5 }, () => ({ reason: 'link-target-untranslated', message: said })))
  expect(JSON.stringify(losses)).not.toContain('"target"')
  await putDraft(istok, { id: target, slug: 'target', locale: 'en', title: 'Target' })
  expect((await refusal(istok, { articles: [english] })).details.extra?.losses).toMatchObject(
    Array.from({ length: 5 }, () => ({ target, message: { en: 'Article “Target” is not published in this language' } })),
  )
  expect(await publish(istok, { articles: [english, target] })).toMatchObject({ number: 2 })
})

test('what never was is still said not to exist', async () => {
  const istok = openTestIstok()
  const linking = await putDraft(istok, { slug: 'linking', blocks: [paragraph(linkTo('nowhere', 'сюда'))] })
  expect((await refusal(istok, { articles: [linking] })).details.errors).toMatchObject([{ reason: 'link-target-missing' }])
})

test('articles that cannot be part of a release are named by their addresses, and nothing is released', async () => {
  const { istok, target } = await openLinking()
  const { details } = await refusal(istok, { articles: [target, 'none'], withdraw: [await putDraft(istok, { slug: 'draft' })] })
  expect(details.errors).toMatchObject([
    { pointer: '/articles/1', reason: 'missing', arguments: { value: 'none' } },
    { pointer: '/withdraw/0', reason: 'not-published', arguments: { slug: 'draft' } },
  ])
  expect(istok.database.reader.sqlite.prepare('SELECT count(*) FROM release').pluck().get()).toBe(0)
})
