import {
  accusative,
  type Case,
  dative,
  endsInFew,
  endsInOne,
  type Gender,
  genitive,
  instrumental,
  nominative,
  prepositional,
} from './grammar.ts'
import { knownForms } from './nouns.ts'

export interface Agreement {
  gender: Gender
  inCase: Case
  animate: boolean
}

const softFeminine = /(?:сть|знь|чь|шь|щь|жь|сь|вь|дь|ель)$/
const softMasculine = new Set([
  'день',
  'рубль',
  'месяц',
  'пользователь',
  'руководитель',
  'представитель',
  'держатель',
  'получатель',
  'показатель',
  'дождь',
  'гость',
])
const oblique = new Set<Case>([genitive, dative, instrumental, prepositional])
const neuterWords = new Set(['время', 'имя', 'знамя', 'смс', 'ммс'])
const adjective = /(?:[ыи]х|[ыи]е|ого|его|ому|ему|ой|ую|юю|ая|яя|ое|ыми|ими|ый|(?<!реж|гр)[ыи]м)$/
const wordAhead = /[ \u00a0]{1,3}(?:(?:или|и)[ \u00a0]\d{1,4}[ \u00a0])?([а-яё]{1,40})/iy
const stop = new Set([
  'и',
  'или',
  'в',
  'на',
  'с',
  'до',
  'от',
  'из',
  'по',
  'к',
  'за',
  'для',
  'при',
  'без',
  'не',
  'раз',
  'под',
  'над',
  'о',
  'об',
  'у',
  'от',
  'как',
  'что',
])

/** Masculine nouns that end like feminine ones. */
const masculineInA = /^(?:мужчин|юнош|дедушк|дядь?|пап|судь|слуг|коллег|старост|старшин)(?:а|я|ы|и|у|ю|е|ой|ей)$/

/** The words after a position, lower case, up to and including the first that does not look like an adjective; at most three. */
function wordsAhead(text: string, at: number): string[] {
  const words: string[] = []
  wordAhead.lastIndex = at
  for (let match = wordAhead.exec(text); match !== null && words.length < 3; match = wordAhead.exec(text)) {
    const word = match[1]!.toLowerCase()
    if (stop.has(word)) break
    words.push(word)
    if (!adjective.test(word)) break
    wordAhead.lastIndex = match.index + match[0].length
  }
  return words
}

/** How a number agrees with the noun that an author has written after it, given the case that a preposition asks for (null: nothing asks). */
export function agree(text: string, at: number, value: number, asked: Case | null): Agreement {
  const words = wordsAhead(text, at)
  const last = words[words.length - 1]
  const base: Agreement = { gender: 'm', inCase: asked ?? nominative, animate: false }
  if (last === undefined) return base
  const plural = pluralCase(last)
  if (plural !== null && !endsInOne(value)) return { ...base, inCase: plural }
  if (endsInOne(value)) return agreeOne(words, last, base, asked)
  if (endsInFew(value)) return agreeFew(words, last, base, asked)
  return base
}

/** Endings that exist in one case of the plural only. */
function pluralCase(word: string): Case | null {
  if (word.length < 4) return null
  if (/[ая]ми$/.test(word)) return instrumental
  if (/[ая]м$/.test(word)) return dative
  if (/[ая]х$/.test(word)) return prepositional
  return null
}

function agreeFew(words: readonly string[], last: string, base: Agreement, asked: Case | null): Agreement {
  if (asked !== null && oblique.has(asked)) return base
  if (/(?:ов|ев|ёв|ей|ий)$/.test(last) && !/[ыи]е$/.test(words[0]!)) {
    return asked === accusative ? { ...base, animate: true } : { ...base, inCase: genitive }
  }
  if (masculineInA.test(last)) return { ...base, animate: asked === accusative }
  const readings = knownForms.get(last)
  if (readings !== undefined) {
    const gender = readings[0]!.noun.gender
    const genitiveOnly = readings.every(reading => reading.plural && reading.inCase === genitive)
    return { ...base, gender, inCase: genitiveOnly ? genitive : base.inCase }
  }
  if (/[ыи]е$/.test(words[0]!) && words.length > 1) return { ...base, gender: /[ая]$/.test(last) ? 'm' : 'f' }
  if (/[ыи]$/.test(last)) return { ...base, gender: 'f' }
  if (/[бвгджзклмнпрстфхцчшщьй]$/.test(last) && last.length > 2) return { ...base, gender: 'f', inCase: genitive }
  return base
}

function agreeOne(words: readonly string[], last: string, base: Agreement, asked: Case | null): Agreement {
  const readings = knownForms.get(last)?.filter(reading => !reading.plural)
  if (readings !== undefined && readings.length > 0) {
    const fitting =
      readings.find(reading => reading.inCase === asked) ?? readings.find(reading => reading.inCase === nominative) ?? readings[0]!
    return { ...base, gender: fitting.noun.gender, inCase: fitting.inCase }
  }
  if (masculineInA.test(last)) return agreeMasculineInA(last, base, asked)
  if (neuterWords.has(last)) return { ...base, gender: 'n' }
  const first = words.length > 1 ? words[0]! : ''
  if (/(?:ого|его)$/.test(first)) return { ...base, inCase: asked === accusative ? accusative : genitive, animate: true }
  if (/(?:[уюе]ю)$/.test(first)) return { ...base, gender: 'f', inCase: accusative }
  if (/(?:ой|ей)$/.test(first))
    return { ...base, gender: 'f', inCase: asked !== null && oblique.has(asked) ? asked : asked === accusative ? prepositional : genitive }
  return agreeOneByEnding(last, base, asked)
}

function agreeMasculineInA(last: string, base: Agreement, asked: Case | null): Agreement {
  if (/[ая]$/.test(last)) return { ...base, inCase: nominative }
  if (/[ую]$/.test(last)) return { ...base, inCase: accusative, animate: true }
  if (/[ыи]$/.test(last)) return { ...base, inCase: genitive }
  if (/[ое]й$/.test(last)) return { ...base, inCase: instrumental }
  return { ...base, inCase: asked === dative ? dative : prepositional }
}

function agreeOneByEnding(last: string, base: Agreement, asked: Case | null): Agreement {
  if (/[еая]нии$|[вт]ии$/.test(last) && last !== 'компании')
    return { ...base, gender: 'n', inCase: asked === accusative || asked === null ? prepositional : asked }
  if (/[ыи]$/.test(last)) return { ...base, gender: 'f', inCase: asked === null || asked === accusative ? genitive : asked }
  if (/[ая]$/.test(last)) {
    if (asked === genitive) return base
    return asked === accusative ? { ...base, animate: true } : { ...base, gender: 'f', inCase: nominative }
  }
  if (/[ую]$/.test(last)) return asked === dative ? base : { ...base, gender: 'f', inCase: accusative }
  if (/(?:[иь]е|це|ще|о)$/.test(last))
    return { ...base, gender: 'n', inCase: asked === prepositional ? prepositional : asked === accusative ? accusative : nominative }
  if (/е$/.test(last)) return { ...base, gender: asked === accusative ? 'm' : 'f', inCase: asked === dative ? dative : prepositional }
  if (/(?:ом|ем|ём)$/.test(last)) return { ...base, inCase: instrumental }
  if (/(?:ой|ей|ью)$/.test(last)) return { ...base, gender: 'f', inCase: instrumental }
  if (last.endsWith('ь')) return { ...base, gender: softMasculine.has(last) || !softFeminine.test(last) ? 'm' : 'f' }
  return base
}
