/**
 * Makes a node hold this markup by changing only what differs, so that a long answer in which one block changed is not laid out anew. The markup is the
 * compiler's; scripts in markup that is set like this never run.
 */
export function patchMarkup(host: Element | ShadowRoot, markup: string): void {
  const template = document.createElement('template')
  template.innerHTML = markup
  patchChildren(host, template.content)
}

function patchChildren(shown: ParentNode & Node, wanted: ParentNode & Node): void {
  const before = [...shown.childNodes]
  const after = [...wanted.childNodes]
  const most = Math.min(before.length, after.length)
  let head = 0
  while (head < most && isEqual(before[head], after[head])) head++
  let tail = 0
  while (tail < most - head && isEqual(before.at(-1 - tail), after.at(-1 - tail))) tail++
  const gone = before.slice(head, before.length - tail)
  const come = after.slice(head, after.length - tail)
  if (gone.length === come.length) {
    for (const [index, node] of gone.entries()) patchNode(node, come[index] as ChildNode)
    return
  }
  const next = before[before.length - tail] ?? null
  for (const node of gone) node.remove()
  for (const node of come) shown.insertBefore(node, next)
}

function patchNode(shown: ChildNode, wanted: ChildNode): void {
  if (isEqual(shown, wanted)) return
  const areAlike = shown instanceof Element && wanted instanceof Element && isEqual(shown.cloneNode(false), wanted.cloneNode(false))
  if (areAlike) patchChildren(shown, wanted)
  else shown.replaceWith(wanted)
}

function isEqual(one: Node | undefined, other: Node | undefined): boolean {
  return one !== undefined && other !== undefined && one.isEqualNode(other)
}
