import { expect, test } from 'vitest'
import { readSynonyms, type SynonymRow } from '#lib/search/analyser/synonyms.ts'
import { groupWordings, type Member } from './group-wordings.ts'

/** Groups of texts as they come, `step` at a time, each pass after the one before; as lists of texts. */
async function groupsOf(locale: string, texts: readonly string[], step: number): Promise<string[][]> {
  const homes = new Map<string, string>()
  let count = 0
  for (let from = 0; from < texts.length; from += step) {
    const members: Member[] = [...homes].map(([text, gapId]) => ({ id: text, text, gapId, isLoose: true }))
    const fresh = texts.slice(from, from + step).map(text => ({ id: text, text, gapId: null }))
    const grouping = await groupWordings(locale, members, fresh, () => String(count++).padStart(4, '0'))
    for (const [id, home] of [...homes, ...grouping.homes]) homes.set(id, grouping.merges.get(home) ?? home)
  }
  return [...Map.groupBy(homes, ([, home]) => home).values()].map(group => group.map(([text]) => text).sort())
}

const money = ['как купить юани', 'обмен юаней', 'хочу поменять рубли на юани', 'где обменять юани']
const gold = ['купить слиток золота', 'продаёте ли золотые слитки', 'хочу золотой слиток']
const shares = ['хочу купить акции', 'покупка акций Газпрома']
const safe = ['сколько стоит аренда ячейки', 'банковская ячейка', 'снять сейфовую ячейку на месяц']

test.each([1, 4, 100])('wordings of one need come together and different needs stay apart, %i at a time', async step => {
  const needs = [money, gold, shares, safe]
  const mixed = [0, 1, 2, 3].flatMap(at => needs.flatMap(need => need.slice(at, at + 1)))
  const groups = await groupsOf('ru', mixed, step)
  for (const need of needs) expect(groups).toContainEqual([...need].sort())
})

test('common verbs and question words bring nothing together', async () => {
  const texts = ['how do i buy gold', 'how do i buy shares', 'where can i buy yuan', 'how do i open a safe deposit box']
  expect(await groupsOf('en', texts, 100)).toHaveLength(4)
})

test('the older gap stays when two become one, and one that somebody has decided about takes only what is very like it', async () => {
  const fresh = ['сейфовая ячейка на месяц', 'парковка у отделения'].map(text => ({ id: text, text, gapId: null }))
  const members = [
    { id: 'a', text: 'банковская ячейка', gapId: '1', isLoose: true },
    { id: 'b', text: 'сейфовая ячейка', gapId: '2', isLoose: true },
    { id: 'c', text: 'где у отделения парковка', gapId: '3', isLoose: false },
    { id: 'd', text: 'золотые слитки', gapId: '4', isLoose: false },
  ]
  const { homes, merges } = await groupWordings(
    'ru',
    members,
    [...fresh, { id: 'e', text: 'купить золотые монеты', gapId: null }],
    () => '5',
  )
  expect(merges.get('2')).toBe('1')
  expect(homes.get('парковка у отделения')).toBe('3')
  expect(homes.get('e')).toBe('5')
})

test.each([
  { terms: ['парковка', 'стоянка'], direction: 'both' },
  { terms: ['место для машины', 'парковка', 'стоянка'], direction: 'both' },
  { terms: ['парковка', 'стоянка'], direction: 'one-way' },
] satisfies SynonymRow[])('what the table calls the same is one need: $terms, $direction', async row => {
  const texts = ['есть ли у отделения парковка', 'стоянка возле офиса', 'где стоянка', 'сейфовая ячейка']
  const fresh = texts.map(text => ({ id: text, text, gapId: null }))
  let count = 0
  const newId = () => String(count++)
  const group = async (reading?: Parameters<typeof groupWordings>[4]) => {
    const { homes, merges } = await groupWordings('ru', [], fresh, newId, reading)
    return new Set([...homes.values()].map(home => merges.get(home) ?? home)).size
  }
  const asIs = await group()
  const reading = { repaired: (text: string) => text, synonyms: readSynonyms([row]) }
  expect(await group(reading)).toBe(2)
  expect(asIs).toBeGreaterThan(2)
})

test('what was typed in another layout or with a slip is read as it was meant', async () => {
  const meant: Record<string, string> = { 'gfhrjdrf e jnltktybz': 'парковка у отделения', 'паркофка возле офиса': 'парковка возле офиса' }
  const fresh = ['где парковка', ...Object.keys(meant)].map(text => ({ id: text, text, gapId: null }))
  let count = 0
  const reading = { repaired: (text: string) => meant[text] ?? text, synonyms: null }
  const { homes, merges } = await groupWordings('ru', [], fresh, () => String(count++), reading)
  expect(new Set([...homes.values()].map(home => merges.get(home) ?? home)).size).toBe(1)
})
