import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseArticleFile } from '#lib/markdown/article-file.ts'
import { channelKinds } from './channels.ts'
import { compile } from './compile.ts'
import { testResolution } from './test-source.ts'
import type { ChatStep, Compiled, Loss, ProfileOutput, Rendition, Source } from './types.ts'

/*
 * golden/*.md: a source and what every channel makes of it, in one file that a non-programmer can read. The source is the first fence; everything
 * below is written by `UPDATE_GOLDEN=1 npx vitest run lib/compile/golden.test.ts`, and the reviewer reads the difference.
 */
const folder = new URL('golden/', import.meta.url)
const names = readdirSync(folder).filter(name => name.endsWith('.md'))
const sourceFence = /^([\s\S]*?\n`````markdown\n([\s\S]*?)\n`````\n)/

test('there are goldens', () => {
  expect(names.length).toBeGreaterThanOrEqual(20)
})

describe('golden', () => {
  test.each(names)('%s', name => {
    const file = new URL(name, folder)
    const text = readFileSync(file, 'utf8')
    const [, head = '', markdown = ''] = sourceFence.exec(text) ?? []
    expect(markdown).not.toBe('')
    const expected = `${head}\n${show(compile(readSource(name, markdown), testResolution()))}`
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, expected)
    else expect(text).toBe(expected)
  })
})

function readSource(name: string, markdown: string): Source {
  const { warnings, ...article } = parseArticleFile(`ru/${name}`, markdown)
  expect(warnings.filter(warning => !/short answer|короткий/i.test(warning.message))).toEqual([])
  return { articleId: 'id-article', ...article }
}

function show(compiled: Compiled): string {
  return channelKinds
    .map(kind => {
      const rendition = compiled.renditions.get(kind)
      const losses = compiled.losses.get(kind) ?? []
      return `## ${kind}\n\n${rendition ? showRendition(rendition) : 'Not in this channel.\n'}${losses.map(showLoss).join('')}`
    })
    .join('\n')
}

function showLoss({ level, reason, path, message }: Loss): string {
  return `- ${level} \`${reason}\` at \`${path || '/'}\`: ${message.ru} / ${message.en}\n`
}

function showRendition(rendition: Rendition): string {
  const facts = Object.entries(rendition.facts).map(([key, fact]) => `${key} = ${fact.value}${fact.unit ? ` ${fact.unit}` : ''}`)
  return `${showContent(rendition)}${Object.entries(rendition.profiles)
    .map(([name, output]) => showProfile(name, output))
    .join('')}${facts.length > 0 ? `Facts: ${facts.join(', ')}.\n\n` : ''}`
}

function showContent(rendition: Rendition): string {
  switch (rendition.channel) {
    case 'website': {
      const { html, text, toc, jsonLd } = rendition.content
      const entries = toc.map(({ level, id, text }) => `${'  '.repeat(level - 2)}- ${text} (#${id})\n`).join('')
      return (
        fence('html', spread(html)) + fence('text', text) + (entries && `Contents:\n${entries}\n`) + fence('json', JSON.stringify(jsonLd))
      )
    }
    case 'chatbot': {
      const { shortAnswer, messages, related, steps = [] } = rendition.content
      const shown = messages.map(message => fence('text', message.text) + showButtons(message.buttons)).join('')
      return `Short answer: ${shortAnswer || '—'}\n\n${shown}${steps.map(showStep).join('')}${related.map(({ slug, title }) => `Related: ${title} (${slug})\n\n`).join('')}`
    }
    case 'ivr': {
      const { script, segments, seconds } = rendition.content
      return `${fence('text', script)}${segments.map(segment => `- ${segment.seconds} s, ${segment.text.length} characters\n`).join('')}- ${seconds} s in all\n\n`
    }
    case 'operator': {
      const { html, text, copy } = rendition.content
      return `${fence('html', spread(html))}${fence('text', text)}Copied:\n\n${fence('text', copy.plain)}${fence('html', spread(copy.html))}`
    }
    case 'agent':
      return fence('markdown', rendition.content.markdown.trimEnd())
  }
}

function showStep({ id, kind, messages }: ChatStep): string {
  return `Step ${id} (${kind}):\n\n${messages.map(message => fence('text', message.text) + showButtons(message.buttons)).join('')}`
}

function showButtons(buttons: readonly object[]): string {
  return buttons.length === 0 ? '' : `${buttons.map(button => `- button ${JSON.stringify(button)}\n`).join('')}\n`
}

function showProfile(name: string, { mediaType, body }: ProfileOutput): string {
  if (mediaType !== 'application/json') return `### ${name}\n\n${fence(mediaType === 'text/plain' ? 'text' : 'xml', spread(body))}`
  const { messages } = JSON.parse(body) as { messages: { method: string; body: Record<string, unknown> }[] }
  const shown = messages.map(message => {
    const { text, rest } = takeText(message.body)
    return (
      fence(/<\w/.test(text) ? 'html' : 'text', name === 'telegram.rich' ? spread(text) : text) +
      fence('json', JSON.stringify({ method: message.method, body: rest }))
    )
  })
  return `### ${name}\n\n${shown.join('')}`
}

/** The text of a request for reading, and the request with "…" in its place. */
function takeText(body: Record<string, unknown>): { text: string; rest: unknown } {
  let text = ''
  const rest = JSON.parse(JSON.stringify(body), (key, value) => {
    const isText =
      typeof value === 'string' &&
      ((key === 'text' && text === '' && !('callback_data' in body)) || ['html', 'message', 'body'].includes(key))
    if (!isText || value.length < 12 || text !== '') return value
    text = value
    return '…'
  })
  return { text, rest }
}

function fence(language: string, text: string): string {
  return text === '' ? '' : `\`\`\`\`${language}\n${text}\n\`\`\`\`\n\n`
}

/** HTML with a line per block, for reading. */
function spread(html: string): string {
  return html
    .replace(
      /(<\/(?:p|h\d|li|tr|table|caption|figure|aside|section|details|summary|blockquote|pre|thead)>|<hr>|<(?:ul|ol|div|table|thead|tbody|aside|section|details|figure|blockquote)(?: [^>]*)?>)(?!$)/g,
      '$1\n',
    )
    .replace(/\n+/g, '\n')
    .trim()
}
