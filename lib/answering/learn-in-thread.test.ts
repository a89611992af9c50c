import { expect, test } from 'vitest'
import { system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'
import { classifyQuestion } from './classify-question.ts'
import { learnInThread } from './learn-in-thread.ts'
import { readTaughtArticles } from './read-taught-articles.ts'
import { trainFinder } from './train-finder.ts'

test('a finder that was trained in a thread from the database is the one that is trained here', async () => {
  const istok = openTestIstok()
  const drafts = ['карту', 'вклад', 'кредит'].map((subject, at) =>
    putDraft(istok, { slug: `article-${at}`, title: `Как оформить ${subject}`, questions: [`хочу ${subject}`, `где взять ${subject}`] }),
  )
  await publishRelease(istok, system, { note: '', articles: await Promise.all(drafts), facts: [], snippets: [], withdraw: [] })
  const place = { channel: 'website', locale: 'ru', at: now() }
  const here = trainFinder([...readTaughtArticles(istok.database.reader, place)])
  const there = await learnInThread(istok.database.file, place)
  expect(there).toEqual(here)
  expect(classifyQuestion(there, 'где мне взять вклад')).toEqual(classifyQuestion(here, 'где мне взять вклад'))
  await expect(learnInThread(`${istok.database.file}.missing`, place)).rejects.toThrow()
  expect(await learnInThread(istok.database.file, place)).toEqual(here)
})
