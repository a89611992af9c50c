import { lengthLimits } from './limits.ts'

// Controls, lone surrogates, zero-width and bidirectional characters, white space, backslash and quotes of HTML: none belongs into a stored address.
const invisible = /[\p{Cc}\p{Cs}\p{Cf}\\]|(?! )\p{Z}/u
const forbidden = /[\p{Cc}\p{Cs}\p{Cf}\p{Z}\\<>"^`]/u
const article = /^article:[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/
const telephone = /^tel:(\+?[0-9]{2,20}|[0-9*]{2,20}%23)$/
const mailbox = /^mailto:[A-Za-z0-9.!#$&'*+/=?_{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}(\?(subject|body)=[^?=]*(&(subject|body)=[^?=]*)?)?$/

/**
 * The canonical spelling of a link target, or null when it is not allowed. Allowed are http and https addresses without credentials, mailto,
 * tel and `article:{id or slug}`. The scheme has to stand there in plain characters: everything that only becomes an address after decoding
 * (entities, percent, control characters, white space, `//host`, `https:host`) is refused instead of being decoded.
 */
export function normaliseHref(href: string): string | null {
  const trimmed = href.trim()
  if (trimmed.length === 0 || trimmed.length > lengthLimits.href) return null
  const scheme = /^[A-Za-z]+:/.exec(trimmed)?.[0].toLowerCase()
  if (scheme === 'tel:') return normaliseTelephone(trimmed)
  if (scheme === 'http:' || scheme === 'https:') return normaliseWeb(trimmed)
  if (forbidden.test(trimmed)) return null
  if (scheme === 'article:') return article.test(trimmed) ? trimmed : null
  if (scheme === 'mailto:') return normaliseMailbox(trimmed)
  return null
}

/** Whether a link may point there; see normaliseHref. */
export function isAllowedHref(href: string): boolean {
  return normaliseHref(href) !== null
}

/** The article that a link names (id or slug), or null for a link to elsewhere. */
export function articleOfHref(href: string): string | null {
  return href.startsWith('article:') ? href.slice('article:'.length) : null
}

function normaliseWeb(href: string): string | null {
  if (!/^https?:\/\/[^/?#]/i.test(href) || invisible.test(href)) return null
  if (!URL.canParse(href)) return null
  const url = new URL(href)
  if (url.username !== '' || url.password !== '' || url.hostname === '') return null
  // The fragment keeps what path and query have encoded; one spelling for all.
  const normalised = url.href.replace(/[\^`"<>|'{}]/g, character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return normalised.length <= lengthLimits.href ? normalised : null
}

function normaliseTelephone(href: string): string | null {
  const digits = href.slice(4).replace(/[ \u00A0().-]/g, '')
  const normalised = `tel:${digits}`
  return telephone.test(normalised) ? normalised : null
}

function normaliseMailbox(href: string): string | null {
  const normalised = `mailto:${href.slice(7)}`
  // %0D and %0A in an address would be header injection; in a body they are line ends.
  return mailbox.test(normalised) && !/%(0[0-9]|1[0-9A-F]|7F)/i.test(normalised.replace(/body=[^&]*/g, '')) ? normalised : null
}
