import type { FactValue } from '#lib/document/facts.ts'
import type { DocumentPath, NodeType, ScriptOption, ScriptStepKind, SpeechCase } from '#lib/document/types.ts'
import type { ArticleTarget, Loss, MediaFile, SaidFact } from '../types.ts'

/** Marks of a run as bits, so that equal styles compare with `===`. */
export const styles = { bold: 1, italic: 2, underline: 4, strike: 8, code: 16 } as const

/**
 * Where a link leads. `href` is ready to use: `https://…`, `mailto:…`, `tel:…` or, for an article, the site path `/ru/articles/fees`.
 * An article link exists only when its target exists in the channel.
 */
export interface Link {
  kind: 'url' | 'email' | 'phone' | 'article'
  href: string
  article: ArticleTarget | null
}

export interface TextRun {
  type: 'text'
  text: string
  style: number
  link: Link | null
  /** Shows where a missing fact belongs; for the eye of an editor only, such a text is never published. */
  placeholder?: true
}
export interface FactRun {
  type: 'fact'
  /** As it is written in every written channel. */
  text: string
  fact: FactValue
  value: string
  speechCase: SpeechCase | undefined
  form: 'short' | 'long' | undefined
  style: number
  link: Link | null
}
export interface LineBreak {
  type: 'hardBreak'
}
export type Run = TextRun | FactRun | LineBreak

interface Placed {
  path: DocumentPath
}
interface Container<Type extends string> extends Placed {
  type: Type
  blocks: ResolvedBlock[]
}

export interface ResolvedTableCell extends Container<'tableCell'> {
  header: boolean
  colspan: number
  rowspan: number
}
export interface ResolvedTableRow extends Placed {
  type: 'tableRow'
  cells: ResolvedTableCell[]
}
export interface ResolvedImage extends Placed {
  type: 'image'
  alt: string
  /** null: the file is missing, which is an error loss. */
  media: MediaFile | null
  width: number | null
  height: number | null
}

/** `link` leads to an article, a page, a phone or an address; null for an action: a person takes over. */
export interface ResolvedScriptStep extends Container<'scriptStep'> {
  id: string
  kind: ScriptStepKind
  title: string
  next: string | null
  link: Link | null
  options: ScriptOption[]
}

/** What resolving makes of each node type. A new node type without an entry here does not compile. */
interface ResolvedByType {
  text: TextRun
  fact: FactRun
  hardBreak: LineBreak
  paragraph: Placed & { type: 'paragraph'; runs: Run[] }
  /** `level` has no jumps; `written` is what the author chose. */
  heading: Placed & { type: 'heading'; level: 2 | 3 | 4; written: 2 | 3 | 4; id: string; runs: Run[] }
  bulletList: Placed & { type: 'bulletList'; items: ResolvedByType['listItem'][] }
  orderedList: Placed & { type: 'orderedList'; start: number; items: ResolvedByType['listItem'][] }
  listItem: Container<'listItem'>
  table: Placed & { type: 'table'; caption: string; rows: ResolvedTableRow[] }
  tableRow: ResolvedTableRow
  tableCell: ResolvedTableCell
  tableHeader: ResolvedTableCell
  image: ResolvedImage
  callout: Container<'callout'> & { kind: 'info' | 'warning' | 'tip' }
  steps: Placed & { type: 'steps'; items: ResolvedByType['step'][] }
  step: Container<'step'>
  codeBlock: Placed & { type: 'codeBlock'; text: string; language: string }
  quote: Container<'quote'>
  details: Container<'details'> & { summary: string }
  script: Placed & { type: 'script'; items: ResolvedScriptStep[] }
  scriptStep: ResolvedScriptStep
  divider: Placed & { type: 'divider' }
  /** Internal content, in internal channels only. Everything else that an `only` holds takes its place. */
  only: Container<'only'>
}

/** Snippets are replaced by what they hold, so no renderer sees one. */
type ResolvedType = Exclude<NodeType, 'snippet'>
export type Resolved<Type extends ResolvedType> = ResolvedByType[Type]

const inlineTypes = ['text', 'fact', 'hardBreak'] as const
const partTypes = ['listItem', 'tableRow', 'tableCell', 'tableHeader', 'step', 'scriptStep'] as const
type BlockType = Exclude<ResolvedType, (typeof inlineTypes)[number] | (typeof partTypes)[number]>
export type ResolvedBlock = { [Type in BlockType]: Resolved<Type> }[BlockType]

/** One handler per block type; a channel that does not say what to do with a new type does not compile. */
export type BlockHandlers<Context, Output> = { [Type in BlockType]: (node: Resolved<Type>, context: Context) => Output }
/** One handler per inline type. */
export type InlineHandlers<Context, Output> = { [Type in (typeof inlineTypes)[number]]: (node: Resolved<Type>, context: Context) => Output }

/** Calls the handler of the block's own type. */
export function handleBlock<Context, Output>(handlers: BlockHandlers<Context, Output>, block: ResolvedBlock, context: Context): Output {
  return (handlers[block.type] as (node: ResolvedBlock, context: Context) => Output)(block, context)
}

/** A document with everything looked up and everything removed that this reader may not see. */
export interface ResolvedDocument {
  blocks: ResolvedBlock[]
  facts: Map<string, SaidFact>
  losses: Loss[]
  /** Whether other channels may share it. */
  dependsOn: 'nothing' | 'audience' | 'channel'
}
