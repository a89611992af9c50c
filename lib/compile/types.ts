import type { FactType, FactValue } from '#lib/document/facts.ts'
import type { Audience, Document, DocumentPath, Inline, ScriptOption, ScriptStepKind } from '#lib/document/types.ts'
import type { LossReason } from './loss-reasons.ts'

export type ChannelKind = 'website' | 'chatbot' | 'ivr' | 'operator' | 'agent'

/** `info`: said in another form; `warning`: something is not said as written; `error`: the release is refused. */
export type LossLevel = 'info' | 'warning' | 'error'

/**
 * Something that a channel does not say as it is written. `path` points into the source: `/content/2` is a place in the document,
 * `/shortAnswer/0`, `/title` and `/variations/ivr/content/0` are places beside it. What stands in a snippet is reported at its reference.
 */
export interface Loss {
  path: DocumentPath
  /** Node type, or `article` when the whole rendition is meant. */
  node: string
  level: LossLevel
  reason: LossReason
  message: { ru: string; en: string }
  /** The id of an article that would have to be published, too. */
  target?: string
}

/** One translation of one article as it is to be published. `locale` is a BCP 47 tag. */
export interface Source {
  articleId: string
  slug: string
  locale: string
  title: string
  shortAnswer: Inline[]
  questions: string[]
  document: Document
  /** By channel kind. */
  variations: Record<string, Document>
  category: string | null
  tags: string[]
  audience: Audience
  /** Channel kinds in which the article exists; null = all. */
  channels: string[] | null
}

/** What a link to another article needs. */
export interface ArticleTarget {
  articleId: string
  slug: string
  title: string
  audience: Audience
  channels: string[] | null
}

/** An article that a link leads to and that is not said in the text's language. `elsewhere`: it is in another. */
export interface UnpublishedTarget {
  /** null: it has no text in this language that could be published. */
  articleId: string | null
  title: string
  elsewhere: boolean
}

/** A stored picture. Width and height in pixels. */
export interface MediaFile {
  id: string
  width: number | null
  height: number | null
  mediaType: string
  extension: string
}

/** Everything that the source refers to, resolved for one instant. */
export interface Resolution {
  facts: Map<string, FactValue>
  snippets: Map<string, Document>
  /** By reference as written after `article:` (id or slug). */
  articles: Map<string, ArticleTarget>
  /** The same references where there is an article, but nothing of it to lead to. */
  unpublished: Map<string, UnpublishedTarget>
  media: Map<string, MediaFile>
  /** Origin of the public site without a slash at the end. */
  publicUrl: string
}

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type JsonObject = { [key: string]: JsonValue }

export interface TocEntry {
  id: string
  level: 2 | 3 | 4
  text: string
}
export interface WebsiteContent {
  html: string
  text: string
  toc: TocEntry[]
  /** Plain data; whoever puts it into a script element escapes `<`. */
  jsonLd: JsonObject
}

/**
 * `answer`: target is an article id; `url`: http(s); `phone`: E.164 or a short number; `email`: an address; `step`: a step of this answer's
 * script; `handoff`: a person takes over, target is the step.
 */
export interface ChatButton {
  kind: 'answer' | 'url' | 'phone' | 'email' | 'step' | 'handoff'
  label: string
  target: string
}
export interface ChatMessage {
  text: string
  format: 'plain'
  buttons: ChatButton[]
}
export interface ChatbotContent {
  shortAnswer: string
  messages: ChatMessage[]
  related: { slug: string; title: string }[]
  /** Of a decision script, which begins with the first; `messages` end with it, and its buttons lead on. */
  steps?: ChatStep[]
}
/** A step of a script as a bot sends it; the buttons are under the last message. */
export interface ChatStep {
  id: string
  kind: ScriptStepKind
  messages: ChatMessage[]
}

export interface SpeechSegment {
  text: string
  seconds: number
}
export interface IvrContent {
  script: string
  ssml: string
  segments: SpeechSegment[]
  seconds: number
}

export interface OperatorContent {
  html: string
  text: string
  shortAnswer: string
  /** What is pasted to a customer: never holds an internal block. */
  copy: { plain: string; html: string; short: string }
  internal: true
  /** Of a decision script, which begins with the first; `html` and `text` hold all of it in order. */
  steps?: OperatorStep[]
}
export interface OperatorStep {
  id: string
  kind: ScriptStepKind
  title: string
  /** Without the title; internal blocks marked. */
  html: string
  text: string
  /** What may be said to a customer: never holds an internal block. */
  copy: string
  options: ScriptOption[]
  next: string | null
  answer: { slug: string; title: string } | null
  action: { kind: 'url' | 'phone' | 'email' | 'handoff'; target: string } | null
}

export interface AgentContent {
  markdown: string
}

export interface ContentByChannel {
  website: WebsiteContent
  chatbot: ChatbotContent
  ivr: IvrContent
  operator: OperatorContent
  agent: AgentContent
}

/** A vendor dialect of a rendition, ready to be sent. */
export interface ProfileOutput {
  mediaType: string
  body: string
}

export interface SaidFact {
  type: FactType
  value: string
  unit?: string
}

export interface RenditionOf<Kind extends ChannelKind> {
  channel: Kind
  content: ContentByChannel[Kind]
  profiles: Record<string, ProfileOutput>
  /** Only the facts that this rendition says, by key. */
  facts: Record<string, SaidFact>
  plainText: string
  /** The short answer as this channel says it, plain text; for lists. */
  shortAnswer: string
  /** UTF-16 units of the plain text, spoken seconds (ivr), messages (chatbot). */
  size: { characters: number; seconds?: number; messages?: number }
}
export type Rendition = { [Kind in ChannelKind]: RenditionOf<Kind> }[ChannelKind]

export interface CompiledChannel {
  /** null: the article does not exist in this channel. */
  rendition: Rendition | null
  losses: Loss[]
}
export interface Compiled {
  renditions: Map<ChannelKind, Rendition>
  losses: Map<ChannelKind, Loss[]>
}
