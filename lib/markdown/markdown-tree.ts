import type { Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'

/** Inline directives of the dialect. Only these are markup: "9:00", ":smile:" and "note:foo" are text, as the author wrote them. */
const inlineDirectives = ['fact', 'u']
const colon = 58
const openBracket = 91

type Code = number | null
type State = (code: Code) => State | undefined
interface Effects {
  enter(type: string): unknown
  exit(type: string): unknown
  consume(code: Code): void
  attempt(construct: unknown, ok: State, nok: State): State
  check(construct: unknown, ok: State, nok: State): State
}
type Tokenize = (this: unknown, effects: Effects, ok: State, nok: State) => State
interface Construct {
  tokenize: Tokenize
}

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).use(dialect).freeze()

/** The mdast tree of a text in our dialect: CommonMark, GFM (a single ~ is text) and directives. Positions are kept. */
export function markdownTree(text: string): Root {
  return parser.parse(text)
}

/** Narrows what the plugins before it have registered. */
function dialect(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: unknown[]; fromMarkdownExtensions?: unknown[] }
  for (const extension of (data.micromarkExtensions ?? []) as { text?: Record<number, Construct>; flow?: Record<number, unknown> }[]) {
    const directive = extension.text?.[colon]
    if (directive !== undefined && extension.flow?.[colon] !== undefined) extension.text = { [colon]: onlyKnownDirectives(directive) }
  }
  // Addresses written as text are found by the tokeniser, where "https\://" stays text; the transform would make links of those as well.
  for (const extension of (data.fromMarkdownExtensions ?? []).flat() as { transforms?: unknown[] }[]) extension.transforms = undefined
}

/** Tries a directive only after a look ahead for `:name[` with a known name. */
function onlyKnownDirectives(directive: Construct): Construct {
  const known = { partial: true, tokenize: tokenizeKnownName }
  return {
    ...directive,
    tokenize(effects, ok, nok) {
      return effects.check(known, effects.attempt({ ...directive, tokenize: directive.tokenize, previous: undefined }, ok, nok), nok)
    },
  }
}

function tokenizeKnownName(this: unknown, effects: Effects, ok: State, nok: State): State {
  let name = ''
  return begin

  function begin(code: Code): State | undefined {
    effects.enter('directiveKnown')
    effects.consume(code)
    return next
  }

  function next(code: Code): State | undefined {
    if (code === openBracket && inlineDirectives.includes(name)) {
      effects.exit('directiveKnown')
      return ok(code)
    }
    if (code === null || code < 97 || code > 122 || name.length > 8) return nok(code)
    name += String.fromCharCode(code)
    effects.consume(code)
    return next
  }
}
