import { spellGroup } from './digits.ts'
import { letterNames, lexicon } from './lexicon.ts'
import { matchAt, type Scan } from './scan.ts'
import { transliterate } from './transliterate.ts'

const zones = 'ru|com|org|net|info|biz|su|io|app|dev|online|site|bank|pro|me|tv|kz|by|uz|am|ge|az|kg|tj|de|eu|uk|cn|us|travel|shop|store|go'
const url = /(?:https?:\/\/|www\.)([^\s<>"'«»()[\]/?#:]{1,253})(?::\d{1,5})?(?:[/?#][^\s<>"«»]{0,500})?/iy
const email = /[a-z0-9](?:[\w.+-]{0,62}[\w])?@((?:[a-z0-9а-яё-]{1,63}\.){1,4}[a-zрф]{2,12})/iy
const host = new RegExp(`((?:[a-z0-9-]{1,63}\\.){1,4}(?:${zones}))(?![a-z0-9а-яё-])(?:/[^\\s<>"«»()]{0,500})?`, 'iy')
const cyrillicHost = /((?:[а-яё0-9-]{1,63}\.){1,3}рф)(?![а-яё])(?:\/[^\s<>"«»()]{0,500})?/iy
const trailing = /[.,;:!?]+$/

/** Web and e-mail addresses: the host is said label by label, the path is dropped. Returns whether it has spoken. */
export function speakAddress(scan: Scan): boolean {
  const { text, at } = scan
  const mail = matchAt(email, text, at)
  if (mail !== null) {
    const [local = '', domain = ''] = mail[0].split('@')
    return write(scan, mail[0], [...sayHost(scan, local, at), 'собака', ...sayHost(scan, domain, at + local.length + 1)])
  }
  const link = matchAt(url, text, at) ?? matchAt(host, text, at) ?? matchAt(cyrillicHost, text, at)
  if (link === null) return false
  const written = link[0].replace(trailing, '')
  const name = link[1]!.replace(trailing, '').replace(/^www\./i, '')
  return name !== '' && write(scan, written, sayHost(scan, name, at + written.indexOf(name)))
}

function write(scan: Scan, written: string, words: readonly string[]): boolean {
  const alias = words.join(' ')
  if (alias === '') return false
  scan.out.space()
  scan.out.sub(written, alias)
  scan.at += written.length
  scan.before = 'сайт'
  return true
}

/** The labels of a host in words; labels outside the lexicon are reported, because their reading is a guess. */
export function sayHost(scan: Pick<Scan, 'out'>, name: string, from: number): string[] {
  const words: string[] = []
  let at = from
  for (const part of name.match(/[a-z\u00c0-\u024f]+|[а-яё]+|\d+|[._+-]|[\s\S]/giu) ?? []) {
    words.push(sayPart(scan, part, at))
    at += part.length
  }
  return words.filter(word => word !== '')
}

function sayPart(scan: Pick<Scan, 'out'>, part: string, at: number): string {
  if (part === '.') return 'точка'
  if (part === '-') return 'дефис'
  if (part === '_') return 'подчёркивание'
  if (part === '+') return 'плюс'
  if (/^\d/.test(part))
    return part
      .match(/\d{1,3}/g)!
      .map(spellGroup)
      .join(' ')
  const lower = part.toLowerCase()
  if (lower === 'рф') return 'эрэф'
  if (/^[а-яё]/.test(lower)) return lower
  const known = lexicon.get(lower)
  if (known !== undefined) return known
  if (!/^[a-z\u00c0-\u024f]/.test(lower)) return ''
  scan.out.report('latin', part, at)
  return lower.length <= 2 ? [...lower].map(letter => letterNames[letter] ?? '').join(' ') : transliterate(lower)
}
