import { expect, test } from 'vitest'
import { type Actor, scopesOf, system } from '#lib/access/actor.ts'
import { createCategory } from '#lib/authoring/create-category.ts'
import { updateArticle } from '#lib/authoring/update-article.ts'
import { attachGap, writeGapArticle } from './answer-gap.ts'
import { dismissGap, reopenGap } from './dismiss-gap.ts'
import { listGaps } from './list-gaps.ts'
import { listWordings } from './list-wordings.ts'
import { readGap } from './read-gap.ts'
import { rejectWording, reopenWording } from './reject-wording.ts'
import { askEach, openLearningBank, publish } from './test-learning.ts'

test('an author of one category answers gaps with its articles, takes that back, and dismisses nothing for the house', async () => {
  const { istok, fee, card } = await openLearningBank()
  const { id: cards } = await createCategory(istok, system, { slug: 'cards', title: { ru: 'Карты' } })
  await updateArticle(istok, system, { id: card, fields: { category: 'cards' } })
  await publish(istok, card)
  await askEach(istok, ['где у отделения парковка', 'парковка возле отделения'])
  const vera: Actor = { ...system, id: 'user:vera', scopes: scopesOf(['viewer']), grants: new Map([[cards, scopesOf(['author'])]]) }
  const [gap] = (await listGaps(istok, vera)).items
  const id = gap?.id ?? ''
  for (const { articleId } of (await readGap(istok, vera, id)).nearest) expect(articleId).toBe(card)
  await expect(dismissGap(istok, vera, id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(attachGap(istok, vera, { id, articleId: fee })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(attachGap(istok, vera, { id, articleId: card, publish: true })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(writeGapArticle(istok, vera, { id })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await attachGap(istok, vera, { id, articleId: card })).toMatchObject({ articleId: card })
  const [attached] = (await listWordings(istok, vera, { state: 'attached' })).items
  await reopenWording(istok, vera, attached?.id ?? '')
  await expect(rejectWording(istok, vera, attached?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' })
  await reopenGap(istok, vera, id)
  await dismissGap(istok, system, id)
  await expect(reopenGap(istok, vera, id)).rejects.toMatchObject({ code: 'forbidden' })
  await reopenGap(istok, system, id)
  const written = await writeGapArticle(istok, vera, { id, category: 'cards' })
  expect(written.category).toBe('cards')
  await updateArticle(istok, system, { id: written.id, fields: { category: null } })
  await expect(reopenGap(istok, vera, id)).rejects.toMatchObject({ code: 'forbidden' })
})
