import { anonymous } from '#lib/access/actor.ts'
import { askQuestion } from '#lib/answering/ask-question.ts'
import { listAnswers } from '#lib/delivery/list-answers.ts'
import { searchAnswers } from '#lib/search/search-answers.ts'
import type { Istok } from '../../istok.ts'
import { shortAnswerOf } from './article-data.ts'
import { readTopics, readWebsite } from './read-answers.ts'
import type { AnswerSummary, Category, Frame, WebsiteRendition } from './views.ts'

/** What the page of a question shows. */
export interface AskView {
  question: string
  status: 'answered' | 'clarify' | 'unanswered' | 'handoff'
  conversationId: string
  release: number
  answer: WebsiteRendition | null
  options: { slug: string; title: string; shortAnswer: string }[]
  /** The article that says how to reach a person; null: the site has none. */
  contacts: { slug: string; title: string; shortAnswer: string } | null
  topics: Category[]
}

/** Articles with this tag say how to reach a person. */
const contactsTag = 'contacts'

/** Asks what the website says to everybody, and records the question. Throws what askQuestion throws. */
export async function readAsk(istok: Istok, frame: Frame, question: string, conversationId: string | undefined): Promise<AskView> {
  const { locale } = frame
  const asked = { channel: 'website', locale, question, ...(conversationId && { conversationId }) }
  const reply = await askQuestion(istok, anonymous, asked)
  const found = reply.answer ? await readWebsite(istok, locale, reply.answer.slug) : null
  const options = await Promise.all((reply.options ?? []).map(({ slug }) => readShort(istok, locale, slug)))
  const isLost = reply.status === 'unanswered' || reply.status === 'handoff'
  return {
    ...{ question, status: reply.status, conversationId: reply.conversationId, release: reply.release },
    answer: found?.kind === 'found' ? found.rendition : null,
    options: options.filter(option => option !== null),
    contacts: reply.status === 'answered' ? null : await findContacts(istok, frame),
    topics: isLost ? await readTopics(istok, locale) : [],
  }
}

async function readShort(istok: Istok, locale: string, slug: string) {
  const found = await readWebsite(istok, locale, slug)
  if (found.kind !== 'found') return null
  const { title, content } = found.rendition
  return { slug, title, shortAnswer: shortAnswerOf(content.jsonLd) }
}

/** The article tagged as saying it, else what the site finds for the words. */
async function findContacts(istok: Istok, { locale, t }: Frame): Promise<AskView['contacts']> {
  const { body } = await listAnswers(istok, { channel: 'website', locale, category: null, tag: contactsTag, limit: 1, cursor: null })
  const [tagged] = (JSON.parse(body.toString()) as { items: AnswerSummary[] }).items
  if (tagged) return { slug: tagged.slug, title: tagged.title, shortAnswer: tagged.shortAnswer }
  const { items } = await searchAnswers(istok, anonymous, { channel: 'website', locale, q: t('ask.contacts'), limit: 1 })
  const [first] = items
  return first && first.locale === locale && first.confidence !== 'weak' ? readShort(istok, locale, first.slug) : null
}
