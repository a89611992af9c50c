import type { ReactNode } from 'react'
import type { Interface } from '#app/_i18n/read-interface.ts'
import type { Shell } from '#lib/difference/types.ts'

interface Props {
  shell: Shell
  t: Interface['t']
  children: ReactNode
}

/** The element that a node of a document is shown as; what has no element of its own says its name. */
export function BlockFrame({ shell: { type, attrs }, t, children }: Props) {
  const given = (attrs ?? {}) as Record<string, unknown>
  switch (type) {
    case 'paragraph':
      return <p>{children}</p>
    case 'heading':
      return <p className={`diff-heading diff-heading-${String(given.level)}`}>{children}</p>
    case 'bulletList':
      return <ul>{children}</ul>
    case 'orderedList':
    case 'steps':
      return <ol>{children}</ol>
    case 'listItem':
    case 'step':
      return <li>{children}</li>
    case 'table':
      return (
        <table className="diff-table">
          {typeof given.caption === 'string' && <caption>{given.caption}</caption>}
          <tbody>{children}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr>{children}</tr>
    case 'tableHeader':
      return <th {...spans(given)}>{children}</th>
    case 'tableCell':
      return <td {...spans(given)}>{children}</td>
    case 'codeBlock':
      return <pre>{children}</pre>
    case 'quote':
      return <blockquote>{children}</blockquote>
    case 'divider':
      return <hr />
    default:
      return (
        <div className="diff-frame">
          <span className="diff-label">{labelOf(type, given, t)}</span>
          {children}
        </div>
      )
  }
}

function spans({ colspan, rowspan }: Record<string, unknown>): { colSpan?: number; rowSpan?: number } {
  return {
    ...(typeof colspan === 'number' && { colSpan: colspan }),
    ...(typeof rowspan === 'number' && { rowSpan: rowspan }),
  }
}

/** What a block is called, with what is set on it. */
export function labelOf(type: Shell['type'], attrs: Record<string, unknown>, t: Interface['t']): string {
  switch (type) {
    case 'callout':
      return t(`workflow.block.${attrs.kind === 'warning' ? 'warning' : attrs.kind === 'tip' ? 'tip' : 'info'}`)
    case 'details':
      return t('workflow.block.details', { summary: String(attrs.summary ?? '') })
    case 'only':
      return attrs.audience === 'internal'
        ? t('workflow.block.internal')
        : t('workflow.block.channels', {
            channels: (attrs.channels as string[]).map(kind => t(`windows.channels.${kind as 'ivr'}`)).join(', '),
          })
    case 'snippet':
      return t('workflow.block.snippet', { key: String(attrs.key) })
    case 'image':
      return t('workflow.block.image', { alt: String(attrs.alt ?? '') })
    default:
      return t('workflow.block.other')
  }
}
