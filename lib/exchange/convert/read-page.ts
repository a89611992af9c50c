import type { Element, Root } from 'hast'
import { isLocale } from '#lib/document/locale.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { attribute, classesOf, findElements, textOf } from '#lib/markup/html-nodes.ts'
import { type Finding, finding } from '../../findings.ts'
import { targetOf } from '../target-of.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { decodeText } from './decode-text.ts'
import { documentOf, parsePage, takeTitle } from './html-page.ts'
import { inlineFootnotes } from './inline-footnotes.ts'
import { knownLocale, newArticle } from './new-article.ts'
import { addressesOf, siteOf } from './old-addresses.ts'
import { contentOf } from './page-content.ts'

/** An HTML page as an article: its text without what the site puts around it. Throws ConvertError. */
export function readPage({ files, base }: ConvertUnit, surroundings: ConvertSurroundings): Converted {
  const { path, content } = files[0] as ConvertUnit['files'][number]
  const converted: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  const tell = (found: Finding) => converted.warnings.push({ file: path, level: 'warning', ...found })
  const page = parsePage(decodeText(content))
  const elements = findElements(page.children as never, () => true)
  const origin = addressOf(page, elements)
  inlineFootnotes(page, tell)
  if (isListOfPages(path, elements)) {
    tell(finding('contents-page'))
    return converted
  }
  const { body, title: heading } = contentOf(page)
  const title = heading ?? takeTitle(body) ?? headTitle(elements) ?? nameOf(path)
  const find = (places: ReadonlyMap<string, string>, address: string) =>
    isElsewhere(address) ? null : (places.get(targetOf(path, address).toLowerCase()) ?? null)
  const document = documentOf(body, {
    linkTo: address => find(surroundings.targets, address),
    picture: address => find(surroundings.pictures, address),
    origin,
    tell,
  })
  if (document.content.length === 0) throw new ConvertError(finding('no-text'))
  const article = newArticle({
    title,
    document,
    locale: localeOf(elements, path, surroundings.locales),
    slug: slugOf(path, title),
    questions: [],
  })
  converted.articles.push({ index: base, path, file: article, isDraft: false, addresses: addressesOf(origin), site: siteOf(origin) })
  return converted
}

/** Confluence writes one beside the pages of a space. */
function isListOfPages(path: string, elements: readonly Element[]): boolean {
  const has = (name: string) => elements.some(element => classesOf(element).split(' ').includes(name))
  return /(^|\/)index\.html$/i.test(path) && has('pageSectionTitle') && has('pagetitle') && !has('wiki-content')
}

/** Where the page was: what it says of itself, else what the browser wrote that saved it; '' when nothing says so. */
function addressOf(page: Root, elements: readonly Element[]): string {
  const canonical = elements.find(({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'canonical')
  if (canonical) return attribute(canonical, 'href')
  const told = elements.find(element => element.tagName === 'meta' && attribute(element, 'property') === 'og:url')
  if (told) return attribute(told, 'content')
  for (const node of [...page.children, ...elements.slice(0, 3).flatMap(({ children }) => children)]) {
    const [, saved] = (node.type === 'comment' && /^ saved from url=\(\d+\)(https?:\S+) $/.exec(node.value)) || []
    if (saved !== undefined) return saved
  }
  return ''
}

/** Exports name pages by number, sites by "index": the title says more. */
function slugOf(path: string, title: string): string {
  const name = nameOf(path)
  return /^(index|\d+|.* \d{5,})$/i.test(name) ? slugFromTitle(title) : slugFromTitle(name, slugFromTitle(title))
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address.trim())
}

function headTitle(elements: readonly Element[]): string | null {
  const title = elements.find(({ tagName }) => tagName === 'title')
  const text = title ? textOf(title).replace(/\s+/g, ' ').trim() : ''
  return text === '' ? null : text
}

/** The file's name without what says its format. */
export function nameOf(path: string): string {
  const name = path.split('/').at(-1) ?? ''
  return (
    name
      .replace(/\.[a-z0-9]{1,5}$/i, '')
      .replace(/[-_]+/g, ' ')
      .trim() || 'Untitled'
  )
}

/** The language that a page says, else that of its folder, else the first of the house. */
function localeOf(elements: readonly Element[], path: string, locales: readonly string[]): string {
  // Word says it at the body.
  const said = elements.slice(0, 200).flatMap(one => (/^(html|body)$/.test(one.tagName) ? attribute(one, 'lang') || [] : []))[0] ?? ''
  if (said !== '' && isLocale(said)) return knownLocale(said, locales)
  return localeOfFolder(path, locales)
}

/** The innermost folder that is named like a language of the house, else the first language. */
export function localeOfFolder(path: string, locales: readonly string[]): string {
  const folders = path.split('/').slice(0, -1).reverse()
  return folders.find(folder => locales.includes(folder)) ?? locales[0] ?? 'ru'
}
