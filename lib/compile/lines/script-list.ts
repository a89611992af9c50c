import { type Resolved, type ResolvedBlock, type ResolvedScriptStep, type Run, styles } from '../resolve/resolved.ts'
import { textRun } from './flatten-state.ts'

/** A script as a numbered list that can be read from top to bottom: every option and every step says at which number it goes on. */
export function scriptList({ path, items }: Resolved<'script'>): Resolved<'orderedList'> {
  const places = new Map(items.map((step, index) => [step.id, { number: index + 1, title: step.title }]))
  const nameOf = (id: string) => {
    const place = places.get(id)
    return place ? `${place.number}. ${place.title}` : '…'
  }
  return {
    type: 'orderedList',
    path,
    start: 1,
    items: items.map((step, index) => ({ type: 'listItem', path: step.path, blocks: listed(step, items[index + 1]?.id, nameOf) })),
  }
}

function listed(step: ResolvedScriptStep, following: string | undefined, nameOf: (id: string) => string): ResolvedBlock[] {
  const blocks = stepBlocks(step)
  if (step.options.length > 0) {
    const items = step.options.map(({ label, next }): Resolved<'listItem'> => {
      const runs = [textRun(`${label} → ${nameOf(next)}`)]
      return { type: 'listItem', path: step.path, blocks: [{ type: 'paragraph', path: step.path, runs }] }
    })
    blocks.push({ type: 'bulletList', path: step.path, items })
  } else if (step.next !== null && step.next !== following) {
    blocks.push({ type: 'paragraph', path: step.path, runs: [textRun(`→ ${nameOf(step.next)}`)] })
  }
  return blocks
}

/** What one step says: its title in bold, its blocks, and where it sends the reader. */
export function stepBlocks(step: ResolvedScriptStep): ResolvedBlock[] {
  const title: ResolvedBlock = { type: 'paragraph', path: step.path, runs: [textRun(step.title, styles.bold)] }
  return [title, ...step.blocks, ...linkBlocks(step)]
}

/** The answer, page, phone or address of a step as a line of its own. */
export function linkBlocks({ link, path }: ResolvedScriptStep): ResolvedBlock[] {
  if (!link) return []
  const text = link.article?.title ?? (link.kind === 'url' ? link.href : decoded(link.href))
  const runs: Run[] = [{ type: 'text', text, style: 0, link }]
  return [{ type: 'paragraph', path, runs }]
}

function decoded(href: string): string {
  return href.slice(href.indexOf(':') + 1).replaceAll('%23', '#')
}

/** The script among blocks; in `only` for staff, too. */
export function findResolvedScript(blocks: readonly ResolvedBlock[]): Resolved<'script'> | null {
  for (const block of blocks) {
    if (block.type === 'script') return block
    const inside = block.type === 'only' ? findResolvedScript(block.blocks) : null
    if (inside) return inside
  }
  return null
}
