import type { Element, Root } from 'hast'
import { attribute, classesOf, findElements, type HtmlNode, isElement, textOf } from '#lib/markup/html-nodes.ts'

/** What an article's page says, without what its site puts around it. */
export interface PageContent {
  body: Root
  /** A heading that stands outside of the text; null: it is to be looked for in it. */
  title: string | null
}

/**
 * Where the systems that people leave keep the text of an article: Confluence, Zendesk and Freshdesk, WordPress, MediaWiki, GitHub, Docusaurus. The first that a page
 * holds exactly once is the text.
 */
const texts = [
  /\bwiki-content\b/,
  /\barticle(-|__)body\b/,
  /\bentry-content\b/,
  /\bpost-content\b/,
  /\bmw-parser-output\b/,
  /\bmarkdown-body\b/,
  /\btheme-doc-markdown\b/,
] as const

/** Headings of pages that stand outside of their texts there. */
const headings = /\b(article(-|__)title|entry-title|post-title|page-?title|firstHeading)\b/

const chrome = new Set(['nav', 'script', 'style', 'template'])
const around = new Set([...chrome, 'header', 'footer', 'aside'])

/** What sites put into their texts and nobody wrote: paths, dates, authors, buttons to share, votes, comments, proposals, tables of contents. */
const noise = new RegExp(
  `(^|\\s)(${[
    'breadcrumbs?',
    'page-metadata',
    'pageSectionHeader',
    '(article|entry|post)-(meta|author|avatar|subscribe|share|footer|votes?|relatives|comments|navigation|updated|info)',
    'article__meta',
    'byline',
    '(social-)?share(-buttons)?',
    'sharedaddy',
    'sd-sharing-enabled',
    'jp-relatedposts',
    'related-(articles|posts)',
    'recent(ly-viewed)?-articles',
    'comments?-(area|list|section|form|respond)',
    'comments?',
    'post-navigation',
    'toc(-macro|_container)?',
    'plugin-toc',
    'edit-(link|page)',
    'skip-link',
    'sr-only',
    'visually-hidden',
    'screen-reader-text',
    'cookie-(banner|notice|consent)',
  ].join('|')})(\\s|$)`,
)
const silentRoles = new Set(['navigation', 'banner', 'contentinfo', 'search'])

/** Finds the text of a page: the box in which a known system keeps it, else what stands in `main` or the one `article`, else the body. Takes the noise out of it. */
export function contentOf(page: Root): PageContent {
  const elements = findElements(page.children as never, () => true)
  const box = knownText(elements)
  if (box) {
    const body: Root = { type: 'root', children: quiet(box.children) as never }
    return { body, title: titleAround(elements, new Set(findElements([box], () => true))) }
  }
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name)
  const [main] = [...named('main'), ...(named('article').length === 1 ? named('article') : [])]
  const root = main ?? named('body')[0]
  const silent = main ? chrome : around
  const children = (root?.children ?? []).filter(node => !isElement(node) || !silent.has(node.tagName) || holdsTitle(node))
  return { body: { type: 'root', children: quiet(children) as never }, title: null }
}

function knownText(elements: readonly Element[]): Element | null {
  for (const pattern of texts) {
    const found = elements.filter(element => pattern.test(classesOf(element)))
    const inner = new Set(found.flatMap(element => findElements(element.children as never, () => true)))
    const outer = found.filter(element => !inner.has(element))
    if (outer.length === 1 && textOf(outer[0] as Element).trim() !== '') return outer[0] as Element
  }
  return null
}

/** The page's heading: one that says so, else the last h1 outside of the text. Confluence puts the name of the space before it. */
function titleAround(elements: readonly Element[], inside: ReadonlySet<Element>): string | null {
  const outside = elements.filter(element => !inside.has(element))
  const h1 = outside.filter(({ tagName }) => tagName === 'h1')
  const heading = h1.find(element => headings.test(classesOf(element))) ?? h1.at(-1) ?? outside.find(one => headings.test(classesOf(one)))
  const title = heading ? textOf(heading).replace(/\s+/g, ' ').trim() : ''
  const path = outside.find(element => attribute(element, 'id') === 'breadcrumbs')
  const space = path ? textOf(findElements([path], ({ tagName }) => tagName === 'li')[0] ?? path).trim() : ''
  const own = space !== '' && title.startsWith(`${space} : `) ? title.slice(space.length + 3) : title
  return own === '' ? null : own
}

function holdsTitle(element: Element): boolean {
  return element.tagName === 'header' && findElements([element], ({ tagName }) => tagName === 'h1').length > 0
}

/** The nodes without the noise in them, changed in place. Without recursion: a page may be nested as deep as it likes. */
function quiet(nodes: readonly HtmlNode[]): HtmlNode[] {
  const isQuiet = (node: HtmlNode) => !isElement(node) || !isNoise(node)
  for (const element of findElements(nodes, () => true)) element.children = element.children.filter(isQuiet)
  return nodes.filter(isQuiet)
}

function isNoise(element: Element): boolean {
  const named = `${classesOf(element)} ${attribute(element, 'id')}`
  return chrome.has(element.tagName) || silentRoles.has(attribute(element, 'role')) || noise.test(named)
}
