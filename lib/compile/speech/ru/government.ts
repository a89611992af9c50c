import { accusative, type Case, dative, genitive, instrumental, nominative, prepositional } from './grammar.ts'

const sets: readonly (readonly [Case, string])[] = [
  [
    genitive,
    'до от ото около более менее больше меньше свыше с со из изо без безо для у после кроме вместо порядка течение продолжение протяжении истечении ' +
      'позднее позже ранее раньше выше ниже дольше старше младше моложе дороже дешевле чаще реже среди против внутри вне ради ' +
      'пределах размере количестве возрасте сумме свежее хуже лучше длиннее короче быстрее начиная достижения достижении лимита суммы не·превышает не·превысит не·превышают не·превышать достиг достигла достигло достигли достигает достигают достигнет достигнут лишиться не·превышающий не·превышающая не·превышающую не·превышающей не·превышающем',
  ],
  [dative, 'к ко благодаря согласно вопреки равен равна равно равны соответствует'],
  [instrumental, 'между перед передо над надо'],
  [prepositional, 'о об обо при'],
  [
    accusative,
    'в во на за через про под сквозь спустя составляет составит составляют стоит стоят превышает превысит превышают превышать хранится хранятся ждёт занимает ' +
      'займёт списывает спишет начислит вернёт вернем вернём возьмёт берёт удержит получит заплатит переведёт внесёт снимет снимите внесите переведите оплатите ' +
      'заплатите пополните укажите введите каждые каждую действует ещё',
  ],
]
const governors = new Map<string, Case>()
for (const [inCase, words] of sets) for (const word of words.split(' ')) governors.set(word.replace('·', ' '), inCase)

/** Infinitives ask for the accusative: "внести 1 000 ₽" → "внести одну тысячу рублей". The exceptions are nouns with the same ending. */
const infinitive = /(?:ать|ять|еть|ить|уть|ести|ться)$/
const nounsLikeInfinitives = new Set([
  'печать',
  'сеть',
  'нить',
  'память',
  'медь',
  'нефть',
  'рукоять',
  'треть',
  'пять',
  'девять',
  'десять',
  'мать',
])
const genitivePlural = /.[ыи]х$/
const pronouns = new Set(['их', 'них'])

/**
 * The case that the word before a number asks of it, or null when it says nothing. An adjective in -ых/-их is read as a genitive
 * ("следующих 3 дней"); "по" is distributive and handled by its own rule.
 */
export function governedCase(before: string): Case | null {
  if (before === '') return null
  const inCase = governors.get(before)
  if (inCase !== undefined) return inCase
  if (infinitive.test(before)) return nounsLikeInfinitives.has(before) ? null : accusative
  if (genitivePlural.test(before) && !pronouns.has(before)) return genitive
  return null
}

/** The word that governs what follows: a verb that a negation turns ("не превышает трёхсот рублей") goes together with it. */
export function governingWord(word: string, previous: string): string {
  return previous === 'не' && word.startsWith('превы') ? `не ${word}` : word
}

/** Prepositions after which a range is short: "за два-три дня". */
const shortPrepositions = new Set(['в', 'во', 'на', 'за', 'через', 'под', 'спустя', 'по', 'каждые'])

/** The case that the word before asks of a range; null when the range is said in full ("занимает от двух до трёх дней"). */
export function governedRangeCase(before: string): Case | null {
  const inCase = governedCase(before)
  return inCase === accusative && !shortPrepositions.has(before) ? null : inCase
}

/** The case of "число месяца" after a preposition: "к 1 января" → "к первому января"; without one, the genitive of time. */
export function dateCase(before: string): Case {
  if (before === 'по' || before === 'на' || before === 'за' || before === 'под' || before === 'через' || before === 'в' || before === 'про')
    return accusative
  const inCase = governors.get(before)
  if (inCase === genitive || inCase === dative || inCase === instrumental || inCase === prepositional) return inCase
  return nominalWords.has(before) ? nominative : genitive
}
const nominalWords = new Set(['сегодня', 'это', 'завтра', 'вчера', 'дата', 'датой'])

/** The case of a year or of an abbreviated noun ("г.", "ул.", "п.") after a preposition: в 2025 году, на улице, согласно пункту. */
export function placeCase(before: string, toward: 'at' | 'during'): Case {
  if (before === 'в' || before === 'во' || before === 'на' || before === 'о' || before === 'об' || before === 'при') {
    return before === 'на' && toward === 'during' ? accusative : prepositional
  }
  if (before === 'по') return toward === 'during' ? accusative : dative
  if (before === 'за' || before === 'через' || before === 'под' || before === 'про') return accusative
  const inCase = governors.get(before)
  if (inCase === undefined) return genitivePlural.test(before) ? genitive : nominative
  return inCase
}
