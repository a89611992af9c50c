import type { Istok } from '../../istok.ts'
import { articlePage } from './article-page.ts'
import { homePage } from './home-page.ts'
import { listPage } from './list-page.ts'
import { type Markup, toBuffer } from './markup.ts'
import { openFrame } from './open-frame.ts'
import type { SiteRequest } from './parse-path.ts'
import { articlePath, markdownPath } from './paths.ts'
import { findMarkdown, localesOf, readTopics, readWebsite } from './read-answers.ts'
import { readArticle } from './read-article.ts'
import { readHome } from './read-home.ts'
import { findWay, readList } from './read-list.ts'
import type { Alternate } from './views.ts'
import { writeFeed } from './write-feed.ts'
import { writeCategoryTwin, writeHomeTwin, writeLlms } from './write-llms.ts'
import { writeRobots } from './write-robots.ts'
import { writeSitemap } from './write-sitemap.ts'

/** What the site answers: content that may be kept until the next release, or why there is none. */
export type Compiled =
  | { kind: 'content'; mediaType: string; body: Buffer; language?: string }
  | { kind: 'moved'; path: string }
  | { kind: 'problem'; problem: 'missing' | 'gone'; elsewhere: Alternate[] }

/** An address whose answer needs no look at the request's headers. */
export type Compilable = Exclude<SiteRequest, { kind: 'chooser' | 'moved' }>

const missing: Compiled = { kind: 'problem', problem: 'missing', elsewhere: [] }

/** Makes the answer to a public address from the current renditions of the website and agent channels. */
export function compilePage(istok: Istok, request: Compilable): Promise<Compiled> {
  switch (request.kind) {
    case 'home':
      return compileHome(istok, request)
    case 'list':
      return compileList(istok, request)
    case 'article':
      return compileArticle(istok, request)
    case 'twin':
      return compileTwin(istok, request)
    default:
      return compileIndex(istok, request)
  }
}

type Of<Kind extends Compilable['kind']> = Extract<Compilable, { kind: Kind }>

async function compileHome(istok: Istok, { locale }: Of<'home'>): Promise<Compiled> {
  return page(homePage(await openFrame(istok, locale), await readHome(istok, locale)), locale)
}

async function compileList(istok: Istok, { locale, category, page: number }: Of<'list'>): Promise<Compiled> {
  const view = await readList(istok, locale, category, number)
  return view ? page(listPage(await openFrame(istok, locale), view), locale) : missing
}

async function compileArticle(istok: Istok, { locale, slug, feedback }: Of<'article'>): Promise<Compiled> {
  const found = await readWebsite(istok, locale, slug)
  if (found.kind === 'moved') return { kind: 'moved', path: articlePath(locale, found.slug) }
  if (found.kind === 'found')
    return page(articlePage(await openFrame(istok, locale), await readArticle(istok, found.rendition, feedback)), locale)
  const elsewhere = (await localesOf(istok, slug)).map(other => ({ locale: other, path: articlePath(other, slug) }))
  return { kind: 'problem', problem: found.kind, elsewhere }
}

async function compileTwin(istok: Istok, { locale, of, slug }: Of<'twin'>): Promise<Compiled> {
  if (of === 'home') return markdown(await writeHomeTwin(istok, locale), locale)
  if (of === 'category') {
    const category = findWay(await readTopics(istok, locale), slug)?.at(-1)
    return category ? markdown(await writeCategoryTwin(istok, locale, category), locale) : missing
  }
  const found = await readWebsite(istok, locale, slug)
  if (found.kind === 'moved') return { kind: 'moved', path: markdownPath(articlePath(locale, found.slug)) }
  if (found.kind !== 'found') return { kind: 'problem', problem: found.kind, elsewhere: [] }
  const text = await findMarkdown(istok, locale, slug)
  return text === null ? missing : markdown(text, locale)
}

async function compileIndex(istok: Istok, request: Of<'feed' | 'llms' | 'robots' | 'sitemap'>): Promise<Compiled> {
  if (request.kind === 'robots') return content('text/plain; charset=utf-8', writeRobots(istok.env.publicUrl))
  if (request.kind === 'feed') return content('application/rss+xml; charset=utf-8', await writeFeed(istok, request.locale), request.locale)
  if (request.kind === 'llms') return content('text/plain; charset=utf-8', await writeLlms(istok, request.locale), request.locale)
  const sitemap = await writeSitemap(istok, request.part)
  return sitemap === null ? missing : content('application/xml; charset=utf-8', sitemap)
}

function page(markup: Markup, language: string): Compiled {
  return { kind: 'content', mediaType: 'text/html; charset=utf-8', body: toBuffer(markup), language }
}

function markdown(text: string, language: string): Compiled {
  return content('text/markdown; charset=utf-8', text, language)
}

function content(mediaType: string, text: string, language?: string): Compiled {
  return { kind: 'content', mediaType, body: Buffer.from(text), ...(language !== undefined && { language }) }
}
