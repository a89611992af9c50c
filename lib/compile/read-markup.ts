/** What a strict reader finds in a piece of HTML-like markup. For tests only; it shares nothing with the renderers. */
export interface ReadMarkup {
  /** Text after entities and tags are taken away. */
  text: string
  tags: { name: string; attributes: Record<string, string>; parents: string[] }[]
}

const namedEntities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/**
 * Reads markup as a messenger's server does: every `<` opens a tag of the given list, every tag is closed in order, every `&` begins one of the
 * four named entities. Throws with the place of the first fault.
 */
export function readMarkup(markup: string, allowed: Record<string, readonly string[]>, voids: readonly string[] = []): ReadMarkup {
  const tags: ReadMarkup['tags'] = []
  const open: string[] = []
  let text = ''
  let at = 0
  const fail = (why: string): never => {
    throw new Error(`${why} at ${at}: ${JSON.stringify(markup.slice(Math.max(0, at - 40), at + 60))}`)
  }
  while (at < markup.length) {
    const character = markup.charAt(at)
    if (character === '>') fail('bare >')
    if (character === '&') {
      const entity = /^&([a-z]+);/.exec(markup.slice(at, at + 10))
      const meaning = namedEntities[entity?.[1] ?? '']
      if (!entity || meaning === undefined) fail('unknown entity')
      text += meaning
      at += entity?.[0].length ?? 1
    } else if (character === '<') {
      const end = markup.indexOf('>', at)
      if (end < 0) fail('tag without end')
      const tag = /^<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>$/.exec(markup.slice(at, end + 1))
      if (!tag) fail('malformed tag')
      const [, slash, name = '', rest = ''] = tag ?? []
      if (!Object.hasOwn(allowed, name)) fail(`tag ${name} is not allowed`)
      if (slash) {
        if (open.pop() !== name) fail(`</${name}> closes nothing`)
      } else {
        const attributes: Record<string, string> = {}
        for (const [, key = '', , value = ''] of rest.matchAll(/ ([a-z-]+)(="([^"]*)")?/g)) {
          if (!allowed[name]?.includes(key)) fail(`attribute ${key} is not allowed on ${name}`)
          attributes[key] = value.replace(/&([a-z]+);/g, (_, entity: string) => namedEntities[entity] ?? fail('unknown entity'))
          if (/&(?![a-z]+;)/.test(value)) fail('bare & in attribute')
        }
        tags.push({ name, attributes, parents: [...open] })
        if (!voids.includes(name)) open.push(name)
      }
      at = end + 1
    } else {
      text += character
      at++
    }
  }
  if (open.length > 0) fail(`<${open.at(-1)}> is not closed`)
  return { text, tags }
}
