import type { Istok } from '../../istok.ts'
import { openFrame } from './open-frame.ts'
import { articlePath, homePath } from './paths.ts'
import { readNewest } from './read-answers.ts'
import type { AnswerSummary, Frame } from './views.ts'
import { element, type Xml, xmlDocument } from './xml.ts'

/** Entries of the feed. */
const entries = 50

/** RSS 2.0 of new and changed answers in `locale`. */
export async function writeFeed(istok: Istok, locale: string): Promise<string> {
  const frame = await openFrame(istok, locale)
  const answers = await readNewest(istok, locale, null, entries)
  const self = `${frame.publicUrl}/${locale}/feed.xml`
  const channel = element(
    'channel',
    {},
    element('title', {}, frame.t('feed.title', { organisation: frame.organisation })),
    element('link', {}, frame.publicUrl + homePath(locale)),
    element('description', {}, frame.t('feed.description')),
    element('language', {}, locale),
    element('atom:link', { href: self, rel: 'self', type: 'application/rss+xml' }),
    ...(answers[0] ? [element('lastBuildDate', {}, rfc822(answers[0].updatedAt))] : []),
    ...answers.map(answer => writeItem(frame, answer)),
  )
  return xmlDocument(element('rss', { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' }, channel))
}

/** An answer that changed is a new entry: its identity holds the hash. */
function writeItem(frame: Frame, { slug, title, shortAnswer, updatedAt, hash }: AnswerSummary): Xml {
  const url = frame.publicUrl + articlePath(frame.locale, slug)
  return element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, `${url}#${hash}`),
    element('pubDate', {}, rfc822(updatedAt)),
    element('description', {}, shortAnswer),
  )
}

function rfc822(instant: string): string {
  return new Date(instant).toUTCString()
}
