/**
 * What an article's document is: a typed tree of blocks and inlines in ProseMirror JSON shape, so that the editor stores it unchanged.
 * The shapes here are the truth for types; `schema.ts` is the truth for what is accepted from outside.
 */

export type Audience = 'public' | 'internal'

/** Grammatical case in which a fact is spoken; in writing it moves written-out units only ("до 3 рабочих дней"). */
export type SpeechCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional'

export type Mark =
  | { type: 'bold' | 'italic' | 'underline' | 'strike' | 'code' }
  /** `href`: http:, https:, mailto:, tel: or `article:{id or slug}`. */
  | { type: 'link'; attrs: { href: string } }

export interface Text {
  type: 'text'
  text: string
  marks?: Mark[]
}
export interface HardBreak {
  type: 'hardBreak'
}
/** A fact's value at this place. `form` short: "1,5 %", "3 дня"; long: the unit written out. */
export interface FactReference {
  type: 'fact'
  attrs: { key: string; case?: SpeechCase; form?: 'short' | 'long' }
  marks?: Mark[]
}
export type Inline = Text | HardBreak | FactReference

export interface Paragraph {
  type: 'paragraph'
  content?: Inline[]
}
export interface Heading {
  type: 'heading'
  attrs: { level: 2 | 3 | 4 }
  content?: Inline[]
}
export interface ListItem {
  type: 'listItem'
  content: Block[]
}
export interface BulletList {
  type: 'bulletList'
  content: ListItem[]
}
export interface OrderedList {
  type: 'orderedList'
  attrs?: { start?: number }
  content: ListItem[]
}
export interface TableCell {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number; rowspan?: number }
  content: Block[]
}
export interface TableRow {
  type: 'tableRow'
  content: TableCell[]
}
export interface Table {
  type: 'table'
  attrs?: { caption?: string }
  content: TableRow[]
}
/** `src` is always `media:{id}`; pictures from elsewhere are taken into the media store first. */
export interface Image {
  type: 'image'
  attrs: { src: string; alt: string; width?: number; height?: number }
}
export interface Callout {
  type: 'callout'
  attrs: { kind: 'info' | 'warning' | 'tip' }
  content: Block[]
}
export interface Step {
  type: 'step'
  content: Block[]
}
/** A numbered procedure. */
export interface Steps {
  type: 'steps'
  content: Step[]
}
export interface CodeBlock {
  type: 'codeBlock'
  attrs?: { language?: string }
  content?: Text[]
}
export interface Quote {
  type: 'quote'
  content: Block[]
}
export interface Details {
  type: 'details'
  attrs: { summary: string }
  content: Block[]
}
export interface Divider {
  type: 'divider'
}
export interface SnippetReference {
  type: 'snippet'
  attrs: { key: string }
}
export const scriptStepKinds = ['question', 'instruction', 'answer', 'action', 'end'] as const
/** question: asks, and goes on by the option chosen · instruction: says what to do · answer: names an article · action: a link, a call or a person · end. */
export type ScriptStepKind = (typeof scriptStepKinds)[number]
/** `next` is the id of a step; empty while it is not decided yet. */
export interface ScriptOption {
  label: string
  next: string
}
/** One step of a decision script. `href` of an answer: `article:{id or slug}`; of an action: https:, tel: or mailto:, none = hand over to a person. */
export interface ScriptStep {
  type: 'scriptStep'
  attrs: { id: string; kind: ScriptStepKind; title: string; next?: string; href?: string; options?: ScriptOption[] }
  content?: Block[]
}
/** A decision script: begins at its first step, ends at steps of the kind `end`. At most one in a document. */
export interface Script {
  type: 'script'
  content: ScriptStep[]
}
/** Content for some readers only: an audience, or the channels named. Exactly one of the two is set. */
export interface Only {
  type: 'only'
  attrs: { audience: 'internal'; channels?: undefined } | { channels: string[]; audience?: undefined }
  content: Block[]
}

export type Block =
  | Paragraph
  | Heading
  | BulletList
  | OrderedList
  | Table
  | Image
  | Callout
  | Steps
  | CodeBlock
  | Quote
  | Details
  | Divider
  | SnippetReference
  | Only
  | Script

export type Node = Block | Inline | ListItem | TableRow | TableCell | Step | ScriptStep
export type NodeType = Node['type']

export interface Document {
  type: 'doc'
  content: Block[]
}

/** Where something stands in a document: the indices from the root, written as a JSON pointer (`/content/2/content/0`). */
export type DocumentPath = string
