import type { Istok } from '../../istok.ts'
import { escapeMarkdown } from './escape-markdown.ts'
import { openFrame } from './open-frame.ts'
import { articlePath, homePath, markdownPath } from './paths.ts'
import { readAnswers, readTopics } from './read-answers.ts'
import { languageName } from './translate.ts'
import type { AnswerSummary, Category, Frame } from './views.ts'

/** llms.txt of one locale (llmstxt.org): name, summary, note, then the answers by topic, each with its Markdown twin. */
export async function writeLlms(istok: Istok, locale: string): Promise<string> {
  const frame = await openFrame(istok, locale)
  const { t, publicUrl } = frame
  const optional = [locale, ...istok.env.locales.filter(other => other !== locale)].map(other =>
    link(
      other === locale ? t('llms.home') : t('llms.otherLanguage', { language: languageName(other) }),
      publicUrl + markdownPath(homePath(other)),
    ),
  )
  return document([
    `# ${escapeMarkdown(frame.organisation)}`,
    `> ${t('llms.summary')}`,
    t('llms.note', { release: String(frame.release?.number ?? 0) }),
    ...(await sections(istok, frame)),
    `## ${t('llms.optional')}`,
    optional.join('\n'),
  ])
}

/** The Markdown twin of the first page: all topics and answers in one list. */
export async function writeHomeTwin(istok: Istok, locale: string): Promise<string> {
  const frame = await openFrame(istok, locale)
  return document([
    `# ${escapeMarkdown(frame.organisation)}: ${frame.t('home.title')}`,
    frame.t('home.lead'),
    ...(await sections(istok, frame)),
  ])
}

/** The Markdown twin of a category: its answers with their short answers. null: there is no such category. */
export async function writeCategoryTwin(istok: Istok, locale: string, category: Category): Promise<string> {
  const frame = await openFrame(istok, locale)
  const answers = await withTwins(istok, locale, category.slug)
  return document([
    `# ${escapeMarkdown(category.title)}`,
    ...(category.description ? [escapeMarkdown(category.description)] : []),
    ...(answers.length > 0 ? [links(frame, answers)] : []),
  ])
}

/** One section per topic, with everything below it, then what has no topic. Every answer is named once. */
async function sections(istok: Istok, frame: Frame): Promise<string[]> {
  const answers = await withTwins(istok, frame.locale, null)
  const topics = await readTopics(istok, frame.locale)
  const topicOf = new Map(topics.flatMap(topic => slugsBelow(topic).map(slug => [slug, topic] as const)))
  const byTopic = Map.groupBy(answers, ({ category }) => (category === null ? undefined : topicOf.get(category)))
  return [...topics, undefined].flatMap(topic => {
    const own = byTopic.get(topic) ?? []
    return own.length === 0 ? [] : [`## ${escapeMarkdown(topic?.title ?? frame.t('llms.other'))}`, links(frame, own)]
  })
}

/** The site's answers that agents may read, too. */
async function withTwins(istok: Istok, locale: string, category: string | null): Promise<AnswerSummary[]> {
  const twins = new Set((await readAnswers(istok, { channel: 'agent', locale, category })).map(({ slug }) => slug))
  return (await readAnswers(istok, { locale, category })).filter(({ slug }) => twins.has(slug))
}

function slugsBelow({ slug, children }: Category): string[] {
  return [slug, ...children.flatMap(slugsBelow)]
}

function links({ publicUrl, locale }: Frame, answers: AnswerSummary[]): string {
  return answers
    .map(({ title, slug, shortAnswer }) => link(title, publicUrl + markdownPath(articlePath(locale, slug)), shortAnswer))
    .join('\n')
}

function link(title: string, url: string, note = ''): string {
  return `- [${escapeMarkdown(title)}](${url})${note ? `: ${escapeMarkdown(note)}` : ''}`
}

function document(parts: string[]): string {
  return `${parts.join('\n\n')}\n`
}
