import type { Element, RootContent } from 'hast'

export type HtmlNode = RootContent | Element['children'][number]

export function isElement(node: HtmlNode): node is Element {
  return node.type === 'element'
}

/** An attribute as text; '' when it is missing. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  return value == null || value === false ? '' : Array.isArray(value) ? value.join(' ') : String(value)
}

export function classesOf(element: Element): string {
  return attribute(element, 'className')
}

/** The declarations of a style attribute, names and values in lower case. Office programs write `mso-…` ones, which say what browsers do not show. */
export function stylesOf(element: Element): Map<string, string> {
  const styles = new Map<string, string>()
  for (const declaration of attribute(element, 'style').split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0)
      styles.set(
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
  }
  return styles
}

/** All text inside, without recursion: pasted markup may be nested as deep as it likes. */
export function textOf(node: HtmlNode): string {
  let text = ''
  const pending: HtmlNode[] = [node]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.type === 'text') text += next.value
    else if (isElement(next) && next.tagName === 'br') text += '\n'
    else if (isElement(next)) for (let index = next.children.length - 1; index >= 0; index--) pending.push(next.children[index]!)
  }
  return text
}

/** Elements inside (itself included) that pass, in reading order. */
export function findElements(nodes: readonly HtmlNode[], passes: (element: Element) => boolean): Element[] {
  const found: Element[] = []
  const pending = nodes.toReversed()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (!isElement(node)) continue
    if (passes(node)) found.push(node)
    for (let index = node.children.length - 1; index >= 0; index--) pending.push(node.children[index]!)
  }
  return found
}

const dropped = new Set(
  'head title style script meta link base template noscript iframe frame object embed applet svg math canvas audio video source track map area input select textarea button colgroup col param'.split(
    ' ',
  ),
)

/** Whether an element says nothing to a reader: code, controls, what is hidden, footnote marks, tables of contents, links to edit a section. */
export function isSilent(element: Element): boolean {
  if (dropped.has(element.tagName) || /^(v|w|m|x|st1):/.test(element.tagName)) return true
  if (element.properties.hidden === true || element.properties.hidden === '') return true
  const classes = classesOf(element)
  if (
    /\b(mw-editsection|mw-empty-elt|noprint|MsoToc\d|MsoFootnoteReference|MsoCommentReference|screen-reader-only|anchorjs-link|EOP|markdown-alert-title)\b/.test(
      classes,
    )
  )
    return true
  if (element.tagName === 'sup' && /\breference\b/.test(classes)) return true
  const style = attribute(element, 'style')
  return style !== '' && /display:\s*none|mso-hide:\s*all|mso-footnote-id|mso-element:\s*(footnote|endnote|comment)-list/i.test(style)
}
