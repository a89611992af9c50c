import type { Content } from '#lib/document/content.ts'
import type { Block } from '#lib/document/types.ts'
import type { Choice, ContentMerge } from '#lib/merge/merge-content.ts'
import { contentJson } from './content-json.ts'
import { type CopyKey, findCopies, keepCopy } from './local-copies.ts'
import { runSession, type Session } from './run-session.ts'
import { indicatorOf, isSafe, isSaved, type Stored } from './session-state.ts'
import { takeUp } from './take-up.ts'
import { translationKind } from './translation-kind.ts'
import { translationPort } from './translation-port.ts'
import { breathe, type Fate, type openVirtualWorld } from './virtual-world.fixture.ts'

type World = ReturnType<typeof openVirtualWorld>

interface Options {
  name: string
  articleId: string
  world: World
  random: () => number
  /** Words that somebody removed on purpose, or did not choose when asked. */
  givenUp: Set<string>
}

export interface Writer {
  session: Session<Content>
  weather: 'fair' | 'bad' | 'offline' | 'signed-out'
  /** Words that were in the text when the person was told that it is saved; and when it was kept in the browser. */
  claimed: Set<string>
  kept: Set<string>
  type(): void
  remove(): void
  crash(): Promise<void>
  hearOfNewer(version: number): void
  decide(merge: ContentMerge, choices: Record<string, Choice>): void
  isDone(): boolean
}

/** For tests: somebody who writes by the real session, against the real API, with a browser's store; every word typed is unlike any other. */
export async function openWriter({ name, articleId, world, random, givenUp }: Options): Promise<Writer> {
  let tab = 0
  let words = 0
  const place = { articleId, locale: 'ru' }
  const keyOf = (): CopyKey => ({ userId: name, articleId, part: 'ru', tab: `${name}-${tab}` })
  const fate = (): Fate => {
    if (writer.weather === 'offline') return 'never-sent'
    if (writer.weather === 'signed-out') return 'signed-out'
    if (writer.weather === 'fair' || random() < 0.5) return 'answered'
    return (['never-sent', 'answer-lost', 'unavailable'] as const)[Math.floor(random() * 3)] ?? 'never-sent'
  }

  function open(base: Stored<Content>): Session<Content> {
    const key = keyOf()
    const port = translationPort(world.ask(fate), place, () => undefined)
    const session = runSession(translationKind, base, {
      ...port,
      keep: copy => keepCopy(key, copy, contentJson),
      now: world.now,
      later: world.later,
      show: () => undefined,
      catchUp: content => content,
    })
    session.subscribe(() => {
      const { state } = session
      if (indicatorOf(state) === 'saved') for (const word of wordsIn(state.content)) writer.claimed.add(word)
      if (isSafe(state)) for (const word of wordsIn(state.content)) writer.kept.add(word)
    })
    return session
  }

  async function readStored(): Promise<Stored<Content>> {
    const reading = translationPort(
      world.ask(() => 'answered'),
      place,
      () => undefined,
    ).read()
    await world.deliverAll()
    const read = await reading
    if (read.kind !== 'read') throw new Error('The test cannot read the draft')
    return read.stored
  }

  const change = (content: Content) => {
    if (!writer.session.state.conflict) writer.session.dispatch({ type: 'changed', content, at: world.now() })
  }
  const at = (length: number) => Math.floor(random() * length)

  const writer: Writer = {
    session: undefined as unknown as Session<Content>,
    weather: 'fair',
    claimed: new Set(),
    kept: new Set(),
    type() {
      words += 1
      change(withWord(writer.session.state.content, `${name}x${tab}x${words}z`, random))
    },
    remove() {
      const { content, conflict } = writer.session.state
      const blocks = content.document.content
      if (blocks.length < 3 || conflict) return
      const index = at(blocks.length)
      for (const word of wordsIn(blocks[index])) givenUp.add(word)
      change({ ...content, document: { type: 'doc', content: blocks.filter((_, position) => position !== index) } })
    },
    async crash() {
      writer.session.close()
      await breathe()
      tab += 1
      const isOpen = async (other: string) => other === `${name}-${tab}`
      const base = await readStored()
      writer.session = open(base)
      const copies = await findCopies<Content>(keyOf(), isOpen, world.now())
      // Older copies are those of tabs that were left before they were taken up; the newest came from them.
      for (const found of copies.slice(0, 1)) takeUp(writer.session, found, world.now())
    },
    hearOfNewer: version => writer.session.dispatch({ type: 'newer-seen', version }),
    decide(merge, choices) {
      const settled = merge.settle(choices)
      const left = new Set(wordsIn(settled))
      for (const { base, mine, theirs } of merge.conflicts)
        for (const word of [...wordsIn(base), ...wordsIn(mine), ...wordsIn(theirs)]) if (!left.has(word)) givenUp.add(word)
      writer.session.dispatch({ type: 'settled', content: settled, at: world.now() })
    },
    isDone: () => isSaved(writer.session.state) && !writer.session.state.conflict && !writer.session.state.sending,
  }
  writer.session = open(await readStored())
  return writer
}

function wordsIn(content: unknown): string[] {
  return JSON.stringify(content ?? null).match(/(?:anna|boris)x\d+x\d+z/g) ?? []
}

/** The text with one more word somewhere: in a block, in a new one, in an item of a list, in the title, the short answer, a question or a variation. */
function withWord(content: Content, word: string, random: () => number): Content {
  const where = random()
  const blocks = content.document.content
  const index = Math.floor(random() * blocks.length)
  const document = (next: Block[]): Content => ({ ...content, document: { type: 'doc', content: next } })
  if (where < 0.55) return document(blocks.map((block, position) => (position === index ? grown(block, word, random) : block)))
  if (where < 0.75) return document(blocks.toSpliced(index, 0, paragraph(word)))
  if (where < 0.8) return { ...content, title: `${content.title} ${word}`.slice(-150) }
  if (where < 0.86) return { ...content, shortAnswer: [...content.shortAnswer, { type: 'text', text: ` ${word}` }] }
  if (where < 0.94) return { ...content, questions: [...content.questions, word] }
  const ivr = content.variations.ivr?.content ?? []
  return { ...content, variations: { ...content.variations, ivr: { type: 'doc', content: [...ivr, paragraph(word)] } } }
}

function grown(block: Block, word: string, random: () => number): Block {
  if (block.type === 'paragraph') return { ...block, content: [...(block.content ?? []), { type: 'text', text: ` ${word}` }] }
  if (block.type !== 'bulletList') return block
  const index = Math.floor(random() * block.content.length)
  const items = block.content.map((item, position) =>
    position === index ? { ...item, content: [...item.content, paragraph(word)] } : item,
  )
  return { ...block, content: items }
}

function paragraph(text: string): Block {
  return { type: 'paragraph', content: [{ type: 'text', text }] }
}
