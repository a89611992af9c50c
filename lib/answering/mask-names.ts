import { foldWord } from '#lib/search/analyser/fold.ts'
import { isFunctionWord } from '#lib/search/analyser/function-words.ts'
import { isGivenName, isPlainlyGivenName } from './given-names.ts'

/** A word of the text as it may be part of a name. */
interface Word {
  from: number
  to: number
  /** In small letters, ё as е. */
  folded: string
  isCapital: boolean
  /** Stands beside the word before it: nothing but a space or a full stop of an initial between them. */
  isNext: boolean
}

const wordPattern = /\p{L}+(?:[-'’]\p{L}+)*/gu
const patronymic = /(?:[оеь]вич|ьич|нич|кич|мич)(?:а|у|ем|е)?$|(?:овн|евн|иничн|ьиничн)(?:а|ы|е|у|ой|ою)$/u
/** Shorter words that end like a patronymic are none: кич, бич. */
const shortestPatronymic = 5
const surname =
  /(?:[ое]в|[иы]н|[цс]к)(?:а|у|ым|е|ой|ых|ий|ого|ому|им|ом|ая|ую)?$|енко$|(?:[чщ]ук|юк|ян|дзе|швили)(?:а|у|ом|ем|е)?$|ович$|евич$/u
/** In small letters shorter words and these are hardly surnames: магазин, один, кредитов and other things of which there are many. */
const shortestSurname = 5
const likeSurnames =
  /^(?:магазин|витамин|термин|аспирин|бензин|карантин|один|господин|гражданин|хозяин|причин|картин|машин|половин|величин)|(?:ент|ит|од|ат|иж|ск|ств|ник|тель|ор|ер|ист|рубл|кт|ум|онус|ет)ов$|(?:рубл|тел|де|пуск|случа|плате?ж|меся?ц)ев$|^(?:русск|английск|банковск|московск|российск)/u
/** Words after which somebody is named with a capital letter; after the first one in small letters, too. */
const calls = /(?<!\p{L})(?:меня\s+зовут|зовут\s+меня|my\s+(?:full\s+)?name(?:\s+is|['’]s))[\s:,—–-]*$/iu
const titles =
  /(?<!\p{L})(?:(?:имя|фамилия|фио|клиент(?:ка|у|ом)?|получател[ья]|отправител[ья]|name)[:,\s—–-]+|(?:ф\.\s?и\.\s?о|mrs?)[.:\s]+|behalf\s+of\s+)$/iu
/** How far before a name its introduction is looked for, in UTF-16 units; and words of one name. */
const reach = 30
const mostWords = 3

/**
 * A text with the names of persons as [name]: what stands before and after a patronymic, a common given name with a surname (both with a capital letter), and
 * what somebody says after «меня зовут», "my name is", «клиент», «получатель»; in small letters a common Russian given name beside what ends like a surname.
 * A given name alone and other names in small letters without any of these are not found.
 */
export function maskNames(text: string): string {
  const words = readWords(text)
  const masked = new Set<number>()
  for (const [at, word] of words.entries()) {
    if (masked.has(at)) continue
    for (const index of nameAt(text, words, at, word)) masked.add(index)
  }
  if (masked.size === 0) return text
  let result = ''
  let end = 0
  for (const [at, { from, to }] of words.entries()) {
    if (!masked.has(at)) continue
    if (!(masked.has(at - 1) && words[at]!.isNext)) result += `${text.slice(end, from)}[name]`
    end = to
  }
  return result + text.slice(end)
}

function readWords(text: string): Word[] {
  const words: Word[] = []
  for (const { index: from, 0: found } of text.matchAll(wordPattern)) {
    const between = text.slice(words.at(-1)?.to ?? from, from)
    words.push({
      from,
      to: from + found.length,
      folded: foldWord(found),
      isCapital: /^\p{Lu}/u.test(found),
      isNext: /^(?:\p{Zs}|\.\p{Zs}?)$/u.test(between),
    })
  }
  return words
}

/** The words, by their places, of the name that begins at a word or has it as its patronymic. */
function nameAt(text: string, words: readonly Word[], at: number, word: Word): number[] {
  if (isPatronymic(words, at)) return aroundPatronymic(words, at)
  const introduction = text.slice(Math.max(0, word.from - reach), word.from)
  if (calls.test(introduction) && (word.isCapital || isGivenName(word.folded) || (isCyrillic(word) && !isFunctionWord(word.folded))))
    return [at, ...following(words, at), ...smallSurname(words, at)]
  if (word.isCapital && titles.test(introduction) && (isCyrillic(word) || !/\p{Script=Cyrillic}/u.test(introduction)))
    return [at, ...following(words, at)]
  const next = words[at + 1]
  if (!next?.isNext) return []
  if (isSmallPair(word, next) || isSmallPair(next, word)) return [at, at + 1]
  if (!word.isCapital || !next.isCapital) return []
  const isPair = (given: Word, family: Word) =>
    isGivenName(given.folded) && (isCyrillic(family) ? surname.test(family.folded) : given === word) && !isGivenName(family.folded)
  return isPair(word, next) || isPair(next, word) ? [at, at + 1] : []
}

/** A common given name and a Russian surname, whatever letters they begin with. */
function isSmallPair(given: Word, family: Word): boolean {
  return isPlainlyGivenName(given.folded) && family.folded.length >= shortestSurname && isLikeSurname(family) && !isGivenName(family.folded)
}

function isLikeSurname({ folded }: Word): boolean {
  return surname.test(folded) && !likeSurnames.test(folded)
}

/** The English word after a given name with which somebody introduced himself in small letters. */
function smallSurname(words: readonly Word[], at: number): number[] {
  const next = words[at + 1]
  const isName = next?.isNext && !next.isCapital && !isCyrillic(next) && !isFunctionWord(next.folded) && isGivenName(words[at]!.folded)
  return isName ? [at + 1] : []
}

function isPatronymic(words: readonly Word[], at: number): boolean {
  const { folded, isCapital, isNext } = words[at]!
  const before = isNext ? words[at - 1] : undefined
  if (folded.length < shortestPatronymic || !patronymic.test(folded) || !before) return false
  return isGivenName(before.folded) || (isCapital && before.isCapital)
}

/** The given name before a patronymic, and the surname before that or after it. */
function aroundPatronymic(words: readonly Word[], at: number): number[] {
  const places = [at - 1, at]
  const isSurname = (word: Word | undefined) => word !== undefined && (word.isCapital || surname.test(word.folded))
  if (words[at - 1]!.isNext && isSurname(words[at - 2])) places.push(at - 2)
  else if (words[at + 1]?.isNext && isSurname(words[at + 1])) places.push(at + 1)
  return places
}

/** The words of a name that go on after its first one. */
function following(words: readonly Word[], at: number): number[] {
  const places: number[] = []
  for (let next = at + 1; next < Math.min(words.length, at + mostWords); next++) {
    const { isNext, isCapital, folded } = words[next]!
    if (!isNext || !(isCapital || patronymic.test(folded) || (isGivenName(words[next - 1]!.folded) && surname.test(folded)))) break
    places.push(next)
  }
  return places
}

function isCyrillic({ folded }: Word): boolean {
  return /^[а-я]/.test(folded)
}
