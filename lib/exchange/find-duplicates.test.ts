import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openTestIstok } from '../test-istok.ts'
import { findDuplicates, keysOf } from './find-duplicates.ts'
import { newReport } from './import-report.ts'
import type { PlannedArticle } from './plan-articles.ts'

const words = ['карта', 'перевод', 'вклад', 'кредит', 'счёт', 'платёж', 'лимит', 'пароль', 'выписка', 'справка']
const planned = (titles: string[]) =>
  titles.map((title, index) => ({
    id: null,
    sourceId: `s${index}`,
    translations: [{ path: `${index}.md`, file: { title, questions: [], locale: 'ru' } }],
  })) as unknown as PlannedArticle[]

test('each title is told beside the earlier one that is most like it, as comparing all with all would find', async () => {
  const istok = openTestIstok()
  const title = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }).map(list => [...new Set(list)].join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(title, { minLength: 2, maxLength: 40 }), async titles => {
      const report = newReport()
      await findDuplicates(istok, planned(titles), report)
      const found = Object.fromEntries(report.duplicates.map(({ file, score }) => [file, score]))
      const expected = titles.flatMap((one, index) => {
        const best = Math.max(0, ...titles.slice(0, index).map(other => likeness(one, other)))
        return best >= 0.75 ? [[`${index}.md`, Math.round(best * 100) / 100]] : []
      })
      expect(found).toEqual(Object.fromEntries(expected))
    }),
    { numRuns: 60 },
  )
})

function likeness(one: string, other: string): number {
  const [left, right] = [keysOf(one), keysOf(other)]
  const shared = [...left].filter(key => right.has(key)).length
  return shared / (left.size + right.size - shared)
}
