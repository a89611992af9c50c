import type { Editors } from './use-editors.ts'

/** Sets the cursor at the place that the path of a loss names. False: its field is not on the page (yet). */
export function goTo(editors: Pick<Editors, 'find'>, path: string): boolean {
  const [, first, kind = ''] = path.split('/')
  if (first === 'title') {
    const field = document.querySelector<HTMLInputElement>('input[name="title"]')
    field?.focus()
    return field !== null
  }
  const [name, within] = placeIn(first, kind, path)
  const editor = editors.find(name)
  editor?.focusPath(within)
  return editor !== undefined
}

function placeIn(first: string | undefined, kind: string, path: string): [name: string, within: string] {
  if (first === 'shortAnswer') return ['shortAnswer', path.replace('/shortAnswer', '/content/0/content')]
  if (first === 'variations') return [kind, path.replace(`/variations/${kind}`, '')]
  return ['document', path]
}
