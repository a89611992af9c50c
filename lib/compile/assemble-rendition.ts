import type { ChatbotContent, ChatMessage, ProfileOutput, Rendition, Source } from './types.ts'

/** What is known of a rendition only when it is released; a preview has none of it. */
export interface ReleaseStamp {
  release: number | null
  revision: number | null
  /** ISO 8601 with offset. */
  publishedAt: string | null
  validUntil: string | null
}

/** A rendition as stored text, but for the stamp in its middle: `before + stamp + after` is the reply of API.md, byte for byte. */
export interface AssembledRendition {
  hash: string
  before: string
  after: string
  /** The list item of this rendition, but for `updatedAt` and the closing brace. */
  summary: string
  /** A JSON object: `content` of every vendor dialect by profile; null when the channel has none. */
  profiles: string | null
}

/**
 * Puts a compiled rendition into the API's shape. The hash is over what is said and where it belongs, without ids, release numbers, times and the
 * site's own address, so that the same answer has the same hash in every release and every installation. `digest` returns "sha256-…" of a text.
 */
export function assembleRendition(
  source: Source,
  rendition: Rendition,
  publicUrl: string,
  digest: (text: string) => string,
): AssembledRendition {
  const content = JSON.stringify(rendition.content)
  const said = { ...source, channel: rendition.channel, facts: rendition.facts, content: rendition.content }
  const parts = partsOf(said)
  const { slug, locale, title, around } = parts
  const hash = digest(hashedText(said, publicUrl, { content, parts }))
  const url = JSON.stringify(`${publicUrl}/${source.locale}/articles/${source.slug}`)
  return {
    hash,
    before: `{"slug":${slug},"articleId":${JSON.stringify(source.articleId)},"locale":${locale},"channel":"${rendition.channel}","profile":null,"title":${title}`,
    after: `,"canonicalUrl":${url}${around}${content}}`,
    summary: `{"slug":${slug},"title":${title},"shortAnswer":${JSON.stringify(rendition.shortAnswer)},"category":${JSON.stringify(source.category)},"tags":${JSON.stringify(source.tags)},"hash":"${hash}"`,
    profiles: profilesOf(rendition),
  }
}

/** What the hash is over: the members of a stored reply that say something and where it belongs. */
export interface Said {
  channel: string
  locale: string
  slug: string
  title: string
  category: string | null
  tags: string[]
  facts: unknown
  content: unknown
}

/** The text whose digest is the hash of a reply. `known`: what of it is at hand, the content as JSON. */
export function hashedText(said: Said, publicUrl: string, known?: { content: string; parts: Parts }): string {
  const { slug, locale, title, around } = known?.parts ?? partsOf(said)
  const json = hasAnswerButton(said) ? JSON.stringify(withoutIds(said.content)) : (known?.content ?? JSON.stringify(said.content))
  return `{"channel":"${said.channel}","locale":${locale},"slug":${slug},"title":${title}${around}${json}}`.replaceAll(publicUrl, '')
}

type Parts = ReturnType<typeof partsOf>

function partsOf({ slug, locale, title, category, tags, facts }: Said) {
  return {
    slug: JSON.stringify(slug),
    locale: JSON.stringify(locale),
    title: JSON.stringify(title),
    around: `,"category":${JSON.stringify(category)},"tags":${JSON.stringify(tags)},"facts":${JSON.stringify(facts)},"content":`,
  }
}

/** The whole reply. */
export function stampRendition({ before, after, hash }: AssembledRendition, stamp: ReleaseStamp): string {
  return `${before}${stampText(hash, stamp)}${after}`
}

/** What stands between the two halves of a reply. */
export function stampText(hash: string, { release, revision, publishedAt, validUntil }: ReleaseStamp): string {
  return `,"release":${release},"revision":${revision},"hash":"${hash}","publishedAt":${JSON.stringify(publishedAt)},"validUntil":${JSON.stringify(validUntil)}`
}

function profilesOf(rendition: Rendition): string | null {
  const members = Object.entries(rendition.profiles).map(([name, output]) => `"${name}":${contentOfProfile(output)}`)
  return members.length === 0 ? null : `{${members.join(',')}}`
}

/** A messenger dialect is JSON already and goes in as it is. */
function contentOfProfile(output: ProfileOutput): string {
  if (output.mediaType === 'application/json') return output.body
  return JSON.stringify(output.mediaType === 'text/plain' ? { text: output.body } : { mediaType: output.mediaType, body: output.body })
}

function hasAnswerButton(said: Said): said is Said & { content: ChatbotContent } {
  if (said.channel !== 'chatbot') return false
  const { messages, steps = [] } = said.content as ChatbotContent
  const all = [...messages, ...steps.flatMap(step => step.messages)]
  return all.some(({ buttons }) => buttons.some(({ kind }) => kind === 'answer'))
}

/** A button that leads to an answer names it by id; for the hash its label is enough. */
function withoutIds({ steps, ...content }: ChatbotContent): unknown {
  const plain = steps?.map(step => ({ ...step, messages: step.messages.map(withoutTarget) }))
  return { ...content, messages: content.messages.map(withoutTarget), ...(plain && { steps: plain }) }
}

function withoutTarget(message: ChatMessage): unknown {
  const buttons = message.buttons.map(button => (button.kind === 'answer' ? { kind: button.kind, label: button.label } : button))
  return { ...message, buttons }
}
