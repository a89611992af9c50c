import type { Element } from 'hast'
import { normaliseHref } from '#lib/document/link.ts'
import type { Mark } from '#lib/document/types.ts'
import { attribute, stylesOf } from './html-nodes.ts'
import { note, type ReadContext } from './read-context.ts'

type PlainMark = Exclude<Mark['type'], 'link'>

const elementMarks: Record<string, PlainMark> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  cite: 'italic',
  dfn: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

/** The marks inside an element, given those around it. Styles count as much as elements: Google Docs writes spans, and a `b` that is not bold. */
export function marksInside(element: Element, around: readonly Mark[], context: ReadContext): Mark[] {
  let marks = [...around]
  const set = (type: PlainMark, on: boolean) => {
    if (!on) marks = marks.filter(mark => mark.type !== type)
    else if (!marks.some(mark => mark.type === type)) marks.push({ type })
  }
  const own = elementMarks[element.tagName]
  if (own) set(own, true)
  const styles = stylesOf(element)
  const weight = styles.get('font-weight') ?? styles.get('mso-bidi-font-weight')
  if (styles.has('font-weight') && weight) set('bold', /^(bold|bolder|[6-9]00)/.test(weight))
  const slant = styles.get('font-style')
  if (slant) set('italic', /^(italic|oblique)/.test(slant))
  const line = `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`
  if (/underline/.test(line)) set('underline', true)
  if (/line-through/.test(line)) set('strike', true)
  if (element.tagName === 'a') return linked(element, marks, context)
  return marks
}

/** A link is shown as one anyway: its underline says nothing. */
function linked(element: Element, marks: Mark[], context: ReadContext): Mark[] {
  const address = attribute(element, 'href')
  if (address === '' || address.startsWith('#')) return marks
  const href = normaliseHref(withoutRedirect(address))
  if (href === null) {
    note(context, 'link', address)
    return marks
  }
  return [...marks.filter(mark => mark.type !== 'link'), { type: 'link', attrs: { href } }]
}

/** Google Docs leads links over a page of its own. */
function withoutRedirect(address: string): string {
  if (!/^https?:\/\/(www\.)?google\.[a-z.]+\/url\?/.test(address) || !URL.canParse(address)) return address
  const { searchParams } = new URL(address)
  return searchParams.get('q') ?? searchParams.get('url') ?? address
}

/** Underlines of links and bold headings are looks, not meaning. */
export function meaningful(marks: readonly Mark[]): Mark[] {
  const isLink = marks.some(mark => mark.type === 'link')
  return isLink ? marks.filter(mark => mark.type !== 'underline') : [...marks]
}
