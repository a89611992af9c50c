import fc from 'fast-check'
import { XmlDocument, type XmlElement } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import { arbitraryDocument } from '#lib/document/document.arbitrary.ts'
import type { Document } from '#lib/document/types.ts'
import { acceptMax, acceptTelegram, acceptTelegramRich, acceptVk, acceptWhatsapp } from './channels/chatbot/check-requests.ts'
import { channelKinds } from './channels.ts'
import { compile } from './compile.ts'
import { readMarkup } from './read-markup.ts'
import { inlines, testResolution, testSource } from './test-source.ts'
import type { Compiled, Rendition, RenditionOf, Source } from './types.ts'

const pools = {
  facts: ['fee.transfer', 'limit.day', 'term.delivery', 'phone', 'start', 'hours', 'site', 'bank', 'missing.fact'],
  snippets: ['support-contacts', 'missing-snippet'],
  articles: ['card-limits', 'contacts', 'secret-procedure', 'missing-article'],
  media: ['m1', 'missing-picture'],
  channels: ['website', 'chatbot', 'ivr', 'operator', 'agent', 'fax'],
}
const resolution = testResolution()
const shortAnswers = fc.constantFrom([], inlines('Комиссия {fee.transfer}.'), inlines('<b>&amp; *x* {phone}'))
const sources = fc
  .record({
    document: arbitraryDocument(pools),
    shortAnswer: shortAnswers,
    variation: fc.option(arbitraryDocument(pools), { freq: 4 }),
    locale: fc.constantFrom('ru', 'en', 'de'),
  })
  .map(({ document, shortAnswer, variation, locale }) =>
    testSource(document, { shortAnswer, locale, variations: variation ? { ivr: variation, chatbot: variation } : {} }),
  )
const runs = { numRuns: Number(process.env.PROPERTY_RUNS ?? 200) }

function rendition<Kind extends Rendition['channel']>(compiled: Compiled, kind: Kind): RenditionOf<Kind> {
  return compiled.renditions.get(kind) as RenditionOf<Kind>
}

function requests(compiled: Compiled, profile: string): { method: string; body: Record<string, unknown> }[] {
  return JSON.parse(rendition(compiled, 'chatbot').profiles[profile]?.body ?? '').messages
}

test('every messenger accepts every generated article', () => {
  const servers = {
    'telegram.html': acceptTelegram,
    'telegram.rich': acceptTelegramRich,
    'max.html': acceptMax,
    'vk.plain': acceptVk,
    whatsapp: acceptWhatsapp,
  }
  fc.assert(
    fc.property(sources, source => {
      const compiled = compile(source, resolution)
      for (const [profile, accept] of Object.entries(servers)) {
        const messages = requests(compiled, profile)
        expect(messages.length).toBeLessThanOrEqual(3)
        expect(messages.length).toBeGreaterThan(0)
        for (const message of messages) accept(message)
      }
    }),
    runs,
  )
})

test('speech is well-formed XML of allowed elements with short breaks, in chunks of 220 characters that join to the script', () => {
  fc.assert(
    fc.property(sources, source => {
      const ivr = rendition(compile(source, resolution), 'ivr')
      for (const profile of ['ssml', 'ssml.yandex', 'ssml.salute']) checkSsml(ivr.profiles[profile]?.body ?? '')
      for (const segment of ivr.content.segments) expect(segment.text.length).toBeLessThanOrEqual(220)
      const joined = ivr.content.segments.map(segment => segment.text).join('')
      expect(joined.replace(/\s/g, '')).toBe(ivr.content.script.replace(/\s/g, ''))
      expect(ivr.profiles.plain?.body).not.toMatch(/["\n]/)
    }),
    runs,
  )
})

function checkSsml(ssml: string): void {
  const document = XmlDocument.fromString(ssml)
  const allowed = new Set(['speak', 'p', 's', 'break', 'sub'])
  const visit = (element: XmlElement) => {
    expect(allowed).toContain(element.name)
    if (element.name === 'break') expect(Number(/^(\d+)ms$/.exec(element.attr('time')?.value ?? '')?.[1])).toBeLessThanOrEqual(5000)
    for (let child = element.firstChild; child; child = child.next) if ('firstChild' in child) visit(child as XmlElement)
  }
  visit(document.root)
  document.dispose()
}

const htmlTags: Record<string, readonly string[]> = {
  ...{
    div: ['class', 'lang', 'dir'],
    p: ['class'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    ul: ['class'],
    ol: ['class', 'start'],
    li: ['id'],
  },
  ...{
    table: [],
    caption: [],
    thead: [],
    tbody: [],
    tr: [],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    hr: [],
    br: [],
  },
  ...{
    figure: [],
    img: ['src', 'alt', 'width', 'height', 'loading'],
    aside: ['class', 'role'],
    section: ['class', 'aria-label', 'tabindex'],
    blockquote: [],
  },
  ...{ pre: [], code: ['class'], details: [], summary: [], strong: [], em: [], u: [], s: [], a: ['href', 'rel', 'data-article'] },
  ...{ data: ['class', 'value', 'data-key'], time: ['class', 'datetime', 'data-key'] },
}

test('HTML is well-formed, has allowed tags only, unique ids, headings without jumps and no address that runs code', () => {
  fc.assert(
    fc.property(sources, source => {
      const compiled = compile(source, resolution)
      const operator = rendition(compiled, 'operator').content
      for (const html of [rendition(compiled, 'website').content.html, operator.html, operator.copy.html]) {
        const { tags } = readMarkup(html, htmlTags, ['br', 'hr', 'img'])
        const ids = tags.flatMap(tag => (tag.attributes.id === undefined ? [] : [tag.attributes.id]))
        expect(new Set(ids).size).toBe(ids.length)
        let level = 1
        for (const tag of tags.filter(each => /^h\d$/.test(each.name))) {
          if (html !== operator.copy.html) expect(Number(tag.name.slice(1))).toBeLessThanOrEqual(level + 1)
          level = Number(tag.name.slice(1))
        }
        for (const tag of tags) {
          if (tag.name === 'a') expect(tag.attributes.href).toMatch(/^(https?:\/\/|mailto:|tel:|\/|#step_[a-z0-9-]+$)/)
          if (tag.name === 'a') expect(tag.parents).not.toContain('a')
          if (tag.name === 'p') expect(tag.parents).not.toContain('p')
        }
      }
    }),
    runs,
  )
})

const secret = 'СЕКРЕТ-7f3a'
const internal = arbitraryDocument({ ...pools, only: false, texts: [secret, secret, secret, secret] })

function withSecret(document: Document, hidden: Document, place: number): Document {
  const block = {
    type: 'only' as const,
    attrs: { audience: 'internal' as const },
    content: hidden.content.length > 0 ? hidden.content : [{ type: 'paragraph' as const, content: [] }],
  }
  const content = [...document.content]
  content.splice(place % (content.length + 1), 0, block, { type: 'quote', content: [block] })
  return { ...document, content }
}

test('what stands in an internal block is in no public rendition, no loss of a public channel and nothing that is pasted to a customer', () => {
  fc.assert(
    fc.property(arbitraryDocument(pools), internal, fc.nat(9), (document, hidden, place) => {
      const source = testSource(withSecret(document, hidden, place))
      const { renditions, losses } = compile(source, resolution)
      for (const kind of channelKinds) {
        if (kind === 'operator') continue
        expect(JSON.stringify(renditions.get(kind))).not.toContain(secret)
        expect(JSON.stringify(losses.get(kind))).not.toContain(secret)
      }
      expect(JSON.stringify(rendition({ renditions, losses }, 'operator').content.copy)).not.toContain(secret)
      const plain: Source = testSource(document)
      const website = rendition(compile(plain, resolution), 'website').content.text
      expect(rendition({ renditions, losses }, 'website').content.text).toBe(website)
    }),
    runs,
  )
})

test('the same source gives the same bytes, without half characters or control characters', () => {
  fc.assert(
    fc.property(sources, source => {
      const first = JSON.stringify([...compile(source, resolution).renditions])
      expect(JSON.stringify([...compile(structuredClone(source), resolution).renditions])).toBe(first)
      expect(first).not.toMatch(/\\ud[89a-f][0-9a-f]{2}|\\u00[01][0-9a-f]/i)
      expect(first).not.toMatch(/javascript:[^a]/)
    }),
    { numRuns: 100 },
  )
})

test('a rendition lists the facts that it says, and each of them with its value', () => {
  fc.assert(
    fc.property(sources, source => {
      for (const each of compile(source, resolution).renditions.values()) {
        for (const [key, said] of Object.entries(each.facts)) {
          expect(resolution.facts.has(key)).toBe(true)
          expect(typeof said.value).toBe('string')
        }
      }
    }),
    { numRuns: 50 },
  )
})
