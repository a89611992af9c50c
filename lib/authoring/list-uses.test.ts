import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { openTestIstok } from '../test-istok.ts'
import { createArticle } from './create-article.ts'
import { createFact } from './create-fact.ts'
import { createSnippet } from './create-snippet.ts'
import { listUses } from './list-uses.ts'
import { readContent } from './read-content.ts'
import { saveTranslation } from './save-translation.ts'

test('a list says in how many articles each fact and snippet stands, through snippets too, and names the first twenty', async () => {
  const istok = openTestIstok()
  const values = [{ value: '1', validFrom: null, validTo: null }]
  for (const key of ['fee', 'rare', 'unused'])
    await createFact(istok, system, { key, type: 'number', unit: null, title: { ru: key }, values })
  const inside = [{ type: 'paragraph' as const, content: [{ type: 'fact' as const, attrs: { key: 'rare' } }] }]
  await createSnippet(istok, system, { key: 'block', title: { ru: 'Блок' }, documents: { ru: { type: 'doc', content: inside } } })
  for (let index = 10; index < 32; index += 1) {
    const { id } = await createArticle(istok, system, { slug: `a-${index}` })
    for (const locale of ['ru', 'en']) {
      const markdown = index === 10 ? '::snippet{key=block}\n\n:fact[fee]\n' : ':fact[fee]\n'
      const { content } = readContent({ title: `${locale} ${index}`, markdown })
      await saveTranslation(istok, system, { articleId: id, locale, expectedVersion: null, content })
    }
  }
  const facts = await listUses(istok, system, 'fact', ['fee', 'rare', 'unused'])
  expect(facts.get('fee')).toMatchObject({ count: 22 })
  expect(facts.get('fee')?.articles).toHaveLength(20)
  expect(facts.get('fee')?.articles[0]?.translations).toEqual([
    { locale: 'en', title: 'en 10' },
    { locale: 'ru', title: 'ru 10' },
  ])
  expect(facts.get('rare')).toMatchObject({ count: 1, articles: [{ translations: [{ title: 'en 10' }, { title: 'ru 10' }] }] })
  expect(facts.has('unused')).toBe(false)
  expect((await listUses(istok, system, 'snippet', ['block'])).get('block')?.count).toBe(1)
})
