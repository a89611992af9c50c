import type { Element, ElementContent } from 'hast'

const renamed: Record<string, string> = { class: 'className', colspan: 'colSpan', rowspan: 'rowSpan' }

/** A DOM element as hast, with the names of properties that lib/markup reads. The library for this weighs ten times as much, for names nobody asks for. */
export function treeOfDom(element: globalThis.Element): Element {
  const children: ElementContent[] = []
  for (const child of element.childNodes) {
    if (child.nodeType === 3) children.push({ type: 'text', value: child.nodeValue ?? '' })
    else if (child.nodeType === 1) children.push(treeOfDom(child as globalThis.Element))
  }
  const properties: Record<string, string> = {}
  for (const { name, value } of element.attributes) properties[renamed[name] ?? camelCase(name)] = value
  return { type: 'element', tagName: element.nodeName.toLowerCase(), properties, children }
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
