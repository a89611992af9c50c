import type { Element, Root } from 'hast'
import { isLocale } from '#lib/document/locale.ts'
import { oldPath } from '#lib/document/plain-path.ts'
import { slugFromTitle } from '#lib/document/slug.ts'
import { attribute, findElements, textOf } from '#lib/markup/html-nodes.ts'
import { type Finding, finding } from '../../findings.ts'
import { targetOf } from '../target-of.ts'
import { ConvertError, type Converted, type ConvertSurroundings, type ConvertUnit } from './convert-task.ts'
import { decodeText } from './decode-text.ts'
import { documentOf, parsePage, takeTitle } from './html-page.ts'
import { knownLocale, newArticle } from './new-article.ts'

const chrome = new Set(['nav', 'script', 'style', 'template'])

/** An HTML page as an article: what stands in `main` or `article`, else the body without navigation, head and foot. Throws ConvertError. */
export function readPage({ files, base }: ConvertUnit, surroundings: ConvertSurroundings): Converted {
  const { path, content } = files[0] as ConvertUnit['files'][number]
  const converted: Converted = { articles: [], pictures: [], lists: [], warnings: [] }
  const tell = (found: Finding) => converted.warnings.push({ file: path, level: 'warning', ...found })
  const page = parsePage(decodeText(content))
  const elements = findElements(page.children as never, () => true)
  const body = mainOf(elements)
  const title = takeTitle(body) ?? headTitle(elements) ?? nameOf(path)
  const document = documentOf(body, {
    linkTo: address => (isElsewhere(address) ? null : (surroundings.targets.get(targetOf(path, address).toLowerCase()) ?? null)),
    picture: address => (isElsewhere(address) ? null : (surroundings.pictures.get(targetOf(path, address).toLowerCase()) ?? null)),
    tell,
  })
  if (document.content.length === 0) throw new ConvertError(finding('no-text'))
  const canonical = elements.find(({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'canonical')
  const address = canonical ? oldPath(attribute(canonical, 'href')) : null
  const article = newArticle({
    title,
    document,
    locale: localeOf(elements, path, surroundings.locales),
    slug: slugFromTitle(nameOf(path), slugFromTitle(title)),
    questions: [],
  })
  converted.articles.push({ index: base, path, file: article, isDraft: false, addresses: address === null ? [] : [address] })
  return converted
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/|#)/i.test(address.trim())
}

function mainOf(elements: readonly Element[]): Root {
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const [main] = [...named('main'), ...(named('article').length === 1 ? named('article') : [])]
  const root = main ?? named('body')[0]
  const silent = main ? chrome : new Set([...chrome, 'header', 'footer', 'aside'])
  return {
    type: 'root',
    children: (root?.children ?? []).filter(node => node.type !== 'element' || !silent.has(node.tagName) || holdsTitle(node)),
  }
}

function holdsTitle(element: Element): boolean {
  return element.tagName === 'header' && findElements([element], ({ tagName }) => tagName === 'h1').length > 0
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
  const html = elements.find(({ tagName }) => tagName === 'html')
  const said = html ? attribute(html, 'lang') : ''
  if (said !== '' && isLocale(said)) return knownLocale(said, locales)
  return localeOfFolder(path, locales)
}

/** The innermost folder that is named like a language of the house, else the first language. */
export function localeOfFolder(path: string, locales: readonly string[]): string {
  const folders = path.split('/').slice(0, -1).reverse()
  return folders.find(folder => locales.includes(folder)) ?? locales[0] ?? 'ru'
}
