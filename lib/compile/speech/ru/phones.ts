/** Russian numbers, eleven digits with 7 or 8, in any spelling. */
const russian = /(?:\+7|8|7)[ \u00a0(-]{0,3}(\d{3})[ \u00a0)-]{0,3}((?:\d[ \u00a0-]?){6}\d)(?!\d)/y
/** Numbers of other countries keep the groups in which they are written. */
const foreign = /\+\d{1,4}(?:[ \u00a0()-]{1,3}\d{1,4}){1,6}(?![\d])|\+\d{8,15}(?!\d)/y
/** City numbers: 123-45-67, (495) 123-45-67. */
const city = /(?:\(?(\d{3,4})\)[ \u00a0]?)?(\d{2,3})-(\d{2})-(\d{2})(?![\d-])/y
const mask = /^(?:\+7|8|7)(\d{3})(\d{3})(\d{2})(\d{2})$/

export interface Phone {
  plus: boolean
  groups: string[]
  end: number
}

/** Reads a phone number that starts at a position of a text, or null. */
export function readPhone(text: string, at: number): Phone | null {
  const first = text.charCodeAt(at)
  if (first === 43 || first === 56 || first === 55) {
    russian.lastIndex = at
    const match = russian.exec(text)
    if (match !== null) {
      const plus = first === 43
      const digits = match[2]!.replace(/\D/g, '')
      const groups = [plus ? '7' : text.charAt(at), match[1]!, digits.slice(0, 3), digits.slice(3, 5), digits.slice(5)]
      return { plus, groups, end: russian.lastIndex }
    }
  }
  if (first === 43) {
    foreign.lastIndex = at
    const match = foreign.exec(text)
    return match === null || match[0].replace(/\D/g, '').length < 8
      ? null
      : { plus: true, groups: foreignGroups(match[0].slice(1)), end: foreign.lastIndex }
  }
  city.lastIndex = at
  const match = city.exec(text)
  if (match === null) return null
  const groups = [match[2]!, match[3]!, match[4]!]
  return { plus: false, groups: match[1] === undefined ? groups : [match[1], ...groups], end: city.lastIndex }
}

/** The groups of a fact: "+78005553535" → 8-800 style is not invented, the number is said as it is stored. */
export function phoneGroups(value: string): Phone {
  const match = mask.exec(value.replace(/[^\d+]/g, ''))
  const plus = value.startsWith('+')
  if (match !== null) return { plus, groups: [plus ? '7' : value.charAt(0), ...match.slice(1)], end: value.length }
  const digits = value.replace(/\D/g, '')
  return { plus, groups: digits.length > 4 ? foreignGroups(digits) : [digits], end: value.length }
}

function foreignGroups(written: string): string[] {
  const groups = written.split(/\D+/).filter(group => group !== '')
  if (groups.length > 1) return groups
  const digits = groups[0] ?? ''
  const head = digits.length % 2 === 0 ? 2 : 3
  return [digits.slice(0, head), ...(digits.slice(head).match(/\d{1,2}/g) ?? [])]
}
