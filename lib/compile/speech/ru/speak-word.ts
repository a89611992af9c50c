import {
  afterT,
  buildingForms,
  hyphenAbbreviations,
  placeAbbreviations,
  plainAbbreviations,
  singleUnits,
  slashAbbreviations,
} from './abbreviations.ts'
import { acronyms, emphasised } from './acronyms.ts'
import { placeCase } from './government.ts'
import { genitive, nominative } from './grammar.ts'
import { cyrillicNames } from './lexicon.ts'
import { matchAt, passFullStop, remember, type Scan } from './scan.ts'
import { speakAddress } from './speak-address.ts'
import { speakWeekday } from './weekdays.ts'
import { restoreYo } from './yo.ts'

const word = /[А-Яа-яЁё]+/y
const twoLetters = /т\.[ \u00a0]?([едпкноч])(?![а-яё])\.?/iy
const slashed = /[а-яё]{1,2}\/[а-яё]{1,3}(?![а-яё])/iy
const hyphened = /[а-яё]{1,4}-[а-яё]{1,3}(?![а-яё-])/iy
const cyrillicHost = /(?:[а-яё0-9-]{1,63}\.){1,3}рф(?![а-яё])/iy
const capitals = /^[А-ЯЁ]{2,7}$/
const capitalsNear = /[А-ЯЁ]{2}/
const isCapital = (code: number) => (code >= 0x410 && code <= 0x42f) || code === 0x401

/** A Cyrillic word: an abbreviation, an acronym, or a plain word with its "ё" restored. */
export function speakWord(scan: Scan): void {
  const { text, at, out } = scan
  const found = matchAt(word, text, at)![0]
  const end = at + found.length
  if (found.length === 2 && speakWeekday(scan)) return
  const next = text.charCodeAt(end)
  if ((next === 46 || next === 45) && matchAt(cyrillicHost, text, at) !== null && speakAddress(scan)) return
  if (next === 46 && (speakTwoLetters(scan) || speakStopped(scan, found, end))) return
  if (
    (next === 47 && found.length <= 2 && speakFixed(scan, slashed, slashAbbreviations)) ||
    (next === 45 && found.length <= 4 && speakFixed(scan, hyphened, hyphenAbbreviations))
  )
    return
  if (found.length > 1 && isCapital(found.charCodeAt(1)) && speakAcronym(scan, found, end)) return
  scan.at = end
  if (found.length <= 4 && plainWithoutStop.has(found) && !(scan.before === 'в' && found === 'мес'))
    out.text(plainAbbreviations.get(found)!)
  else if (scan.before === 'в' && found === 'мес') out.text('месяц')
  else if (isTimesSign(scan, found, end)) out.word(/\d[ \u00a0]?$/.test(text.slice(Math.max(0, at - 2), at)) ? 'на' : 'икс')
  else if (found === 'мск') out.text(scan.before === 'по' ? 'московскому времени' : 'по московскому времени')
  else out.text(found.indexOf('е') < 0 ? found : restoreYo(found))
  remember(scan, found.toLowerCase())
}
/** A Cyrillic "х" for a sign: "10 х 15", "кэшбэк х2". */
function isTimesSign(scan: Scan, found: string, end: number): boolean {
  if (found !== 'х' && found !== 'Х') return false
  return /^\d/.test(scan.text.slice(end, end + 1)) || (/^[ \u00a0]\d/.test(scan.text.slice(end, end + 2)) && scan.before === '0')
}

const plainWithoutStop = new Set(['млн', 'млрд', 'трлн', 'тыс', 'руб', 'коп', 'шт', 'мес'])

function speakTwoLetters(scan: Scan): boolean {
  const match = matchAt(twoLetters, scan.text, scan.at)
  if (match === null) return false
  const spoken = afterT.get(match[1]!.toLowerCase())!
  scan.out.text(spoken)
  const end = scan.at + match[0].length
  scan.at = match[0].endsWith('.') ? passFullStop(scan, end - 1, match[1] === 'д' || match[1] === 'п') : end
  remember(scan, 'т')
  return true
}

const belonging = new Set(['ст', 'ч', 'гл', 'разд', 'прил', 'п'])
/** "ст. 14 ч. 2": the part is named after the whole and does not belong to it. */
const wholeBefore = /(?:ст|гл|разд)\.[ \u00a0]?[\d.]{1,8},?[ \u00a0]$/i
const nameAhead = /[ \u00a0]?(?:[А-ЯЁA-Z«"\d№+(:]|[а-яё]|$)/y

function speakStopped(scan: Scan, found: string, end: number): boolean {
  if (found.length > 6) return false
  const lower = found.toLowerCase()
  const single = scan.before === 'в' || scan.before === 'за' ? singleUnits.get(lower) : undefined
  if (single !== undefined && !/^[ \u00a0][А-ЯЁ\d]/.test(scan.text.slice(end + 1, end + 3))) {
    scan.out.text(single)
    remember(scan, single)
    scan.at = passFullStop(scan, end, true)
    return true
  }
  const forms = placeAbbreviations.get(lower)
  if (forms !== undefined && matchAt(nameAhead, scan.text, end + 1) !== null && !isSentenceWord(scan, lower, end)) {
    const chosen = lower === 'стр' && houseBefore.test(scan.text.slice(Math.max(0, scan.at - 12), scan.at)) ? buildingForms : forms
    // "в п. 3 ст. 5": the second noun belongs to the first.
    const belongs = scan.before === '0' && belonging.has(lower) && !wholeBefore.test(scan.text.slice(Math.max(0, scan.at - 16), scan.at))
    const spoken = chosen[belongs ? genitive : placeCase(scan.before, 'at')]!
    scan.out.word(spoken)
    scan.at = end + 1
    if (scan.at < scan.text.length) scan.out.space()
    remember(scan, chosen[nominative] === 'добавочный' ? 'код' : spoken)
    return true
  }
  const plain = plainAbbreviations.get(lower)
  if (plain === undefined) return speakAddress(scan)
  scan.out.text(plain)
  remember(scan, plain)
  scan.at = passFullStop(scan, end, true)
  return true
}

const houseBefore = /(?:д|дом|корп|к)\.?[ \u00a0]?\d{1,4}[а-я]?,? $/i

/** "дом." or "им." at the end of a sentence is a word, not an abbreviation; "и пр." is no avenue, "м." is a station before a name only. */
function isSentenceWord(scan: Scan, lower: string, end: number): boolean {
  if (lower === 'пр' && scan.before === 'и') return true
  if (lower === 'м') return !/^[ \u00a0]?[«"]?[А-ЯЁ]/.test(scan.text.slice(end + 1, end + 4)) || scan.before === '0'
  if (lower !== 'дом' && lower !== 'им' && lower !== 'ок' && lower !== 'пер') return false
  return (
    !/^[ \u00a0]?\d/.test(scan.text.slice(end + 1, end + 3)) &&
    (lower === 'дом' || !/^[ \u00a0]?[А-ЯЁ]/.test(scan.text.slice(end + 1, end + 3)))
  )
}

function speakFixed(scan: Scan, expression: RegExp, table: ReadonlyMap<string, string>): boolean {
  const match = matchAt(expression, scan.text, scan.at)
  const spoken = match === null ? undefined : table.get(match[0].toLowerCase())
  if (spoken === undefined) return false
  scan.out.text(spoken)
  scan.at += match![0].length
  remember(scan, spoken)
  return true
}

function speakAcronym(scan: Scan, found: string, end: number): boolean {
  const alias = acronyms.get(found)
  if (alias !== undefined && !isShouted(scan, found, end)) {
    // "по МСК": the preposition is there already.
    scan.out.sub(found, scan.before === 'по' && alias.startsWith('по ') ? alias.slice(3) : alias)
    scan.at = end
    remember(scan, found.toLowerCase())
    return true
  }
  if (found.length > 5 || !capitals.test(found) || emphasised.has(found) || isShouted(scan, found, end)) return false
  scan.out.report('abbreviation', found, scan.at)
  scan.out.sub(
    found,
    isPronounceable(found) ? found.toLowerCase() : [...found.toLowerCase()].map(letter => cyrillicNames[letter]!).join(' '),
  )
  scan.at = end
  remember(scan, found.toLowerCase())
  return true
}

/** Within a line set in capitals a word is no abbreviation: another long word in capitals stands beside it. */
function isShouted(scan: Scan, found: string, end: number): boolean {
  const around = scan.text.slice(Math.max(0, scan.at - 30), scan.at) + scan.text.slice(end, end + 30)
  return capitalsNear.test(around) && /[А-ЯЁ]{6}/.test(around) && !acronymShapes.has(found)
}
const acronymShapes = new Set(['СМС', 'СБП', 'ИНН', 'НДФЛ', 'НДС', 'МФЦ', 'ФНС', 'КПП'])

/** Consonant–vowel–consonant, as in "ВУЗ" or "ГОСТ": read as a word. */
function isPronounceable(found: string): boolean {
  return /^[БВГДЖЗКЛМНПРСТФХЦЧШЩ]?[АЕЁИОУЫЭЮЯ][БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]{1,2}([АЕЁИОУЫЭЮЯ][БВГДЖЗЙКЛМНПРСТФХЦЧШЩ]?)?$/.test(found)
}
