import { type Line, linksOf } from '../../lines/line.ts'
import type { Link } from '../../resolve/resolved.ts'
import type { ChatButton } from '../../types.ts'

/** One button per different link of the lines: related answers first, then phones and addresses, pictures last. */
export function collectButtons(lines: readonly Line[], publicUrl: string): ChatButton[] {
  const byTarget = new Map<string, ChatButton>()
  for (const line of lines) {
    for (const link of linksOf(line)) {
      const button = buttonOf(link, labelOf(line, link))
      const key = `${button.kind} ${button.target}`
      if (!byTarget.has(key)) byTarget.set(key, button)
    }
  }
  const all = [...byTarget.values()]
  return all.sort((one, other) => rankOf(one, publicUrl) - rankOf(other, publicUrl))
}

function rankOf(button: ChatButton, publicUrl: string): number {
  if (button.kind === 'answer') return 0
  return button.target.startsWith(`${publicUrl}/media/`) ? 2 : 1
}

function buttonOf(link: Link, label: string): ChatButton {
  switch (link.kind) {
    case 'article':
      return { kind: 'answer', label: link.article?.title ?? label, target: link.article?.articleId ?? '' }
    case 'phone':
      return { kind: 'phone', label, target: link.href.slice('tel:'.length) }
    case 'email':
      return { kind: 'email', label, target: link.href.slice('mailto:'.length) }
    case 'url':
      return { kind: 'url', label, target: link.href }
  }
}

function labelOf(line: Line, link: Link): string {
  let label = ''
  for (const run of line.runs) if (run.type !== 'hardBreak' && run.link === link) label += run.text
  // "…in the article." ends a sentence of the text, not a label.
  return (
    label
      .replace(/^\[|\]$/g, '')
      .trim()
      .replace(/(?<=[\p{L}\p{N})»"%])[.,:;]+$/u, '') || link.href
  )
}
