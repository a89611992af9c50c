import { smallPicture } from './small-picture.fixture.ts'
import { fileNames, foreignNodes, hostileAddresses, markdowns, scriptAddresses, texts } from './xss-payloads.fixture.ts'

/** For tests: sends every payload to every place that takes words, over the wire as any caller would. */

/** Sends a request below /api/v1 with a key that may do everything. */
export type Send = (method: string, path: string, body?: unknown) => Promise<Response>

export interface PlantedPayloads {
  /** Slugs of articles that were taken and published. */
  slugs: string[]
  categories: string[]
  /** How many requests were refused, each with its place named. */
  refused: number
  taken: number
  /** Refusals that do not say where, and replies that are no refusal and no success. */
  faults: string[]
}

interface Planting {
  send: Send
  planted: PlantedPayloads
  articles: string[]
  facts: string[]
  snippets: string[]
  media: string
}

const json = { 'Content-Type': 'application/json' }

/** Plants everything and publishes what was taken. */
export async function plantPayloads(send: Send): Promise<PlantedPayloads> {
  const planted: PlantedPayloads = { slugs: [], categories: [], refused: 0, taken: 0, faults: [] }
  const planting: Planting = { send, planted, articles: [], facts: [], snippets: [], media: '' }
  planting.media = await plantPictures(planting)
  for (const [index, payload] of texts.entries()) await plantText(planting, payload, index)
  for (const [index, markdown] of markdowns.entries()) await plantArticle(planting, `md-${index}`, { title: `Разметка ${index}`, markdown })
  for (const [index, node] of foreignNodes.entries())
    await refuse(
      planting,
      (await putOnce(planting, `node-${index}`, { title: 'x', document: { type: 'doc', content: [node] } }))[0],
      JSON.stringify(node),
    )
  for (const [index, href] of hostileAddresses.entries()) await plantLink(planting, href, index)
  for (const [index, value] of scriptAddresses.entries())
    await refuse(planting, await send('POST', '/facts', urlFact(`bad.a${index}`, value)), `url fact ${value}`)
  await plantGalleries(planting)
  await plantImports(planting)
  await publish(planting)
  return planted
}

/** Notes what came back; true when it was taken. */
async function note({ planted }: Planting, response: Response, what: string): Promise<boolean> {
  if (response.ok) {
    planted.taken += 1
    return true
  }
  const body = await response.text()
  planted.refused += 1
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json') === true
  const problem = isProblem ? (JSON.parse(body) as { errors?: { pointer?: string }[] }) : {}
  const namesPlace = problem.errors?.some(error => typeof error.pointer === 'string') === true
  if (response.status < 400 || response.status > 499 || !namesPlace)
    planted.faults.push(`${what} → ${response.status} ${body.slice(0, 300)}`)
  return false
}

async function refuse(planting: Planting, response: Response, what: string): Promise<void> {
  if (await note(planting, response, what)) planting.planted.faults.push(`${what} was taken`)
}

async function plantText(planting: Planting, payload: string, index: number): Promise<void> {
  const { send, planted } = planting
  await refuse(planting, await send('POST', '/articles', { slug: payload }), `slug ${payload}`)
  await refuse(planting, await send('POST', '/tags', { slug: payload }), `tag ${payload}`)
  const slug = `text-${index}`
  const category = { slug, title: { ru: payload, en: payload }, description: { ru: payload } }
  if (await note(planting, await send('POST', '/categories', category), `category ${payload}`)) planted.categories.push(slug)
  await note(planting, await send('POST', '/tags', { slug, title: { ru: payload } }), `tag title ${payload}`)
  const fact = { key: `xss.t${index}`, type: 'text', title: { ru: payload }, values: [{ value: payload }] }
  const hasFact = await note(planting, await send('POST', '/facts', fact), `fact ${payload}`)
  if (hasFact) planting.facts.push(fact.key)
  const snippet = {
    key: slug,
    title: { ru: payload },
    documents: { ru: { document: { type: 'doc', content: blocksOf(payload, planting.media, null) } } },
  }
  const hasSnippet = await note(planting, await send('POST', '/snippets', snippet), `snippet ${payload}`)
  if (hasSnippet) planting.snippets.push(slug)
  const said = [
    ...blocksOf(payload, planting.media, hasFact ? fact.key : null),
    ...(hasSnippet ? [{ type: 'snippet', attrs: { key: slug } }] : []),
  ]
  const document = { type: 'doc', content: said }
  const wording = { document: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: payload }] }] } }
  const variations = index % 3 === 0 ? { chatbot: wording, ivr: wording, operator: wording, agent: wording } : {}
  const shortAnswer = [{ type: 'text', text: payload }]
  await plantArticle(
    planting,
    slug,
    { title: payload, questions: [payload], shortAnswer, document, variations },
    { category: slug, tags: [slug] },
  )
  await plantArticle(planting, `${slug}-md`, { title: payload, shortAnswer: payload, markdown: payload })
}

/** The payload in every node that holds text. */
function blocksOf(payload: string, media: string, fact: string | null): unknown[] {
  const run = (...marks: string[]) => ({
    type: 'text',
    text: payload,
    ...(marks.length > 0 ? { marks: marks.map(type => ({ type })) } : {}),
  })
  const link = { type: 'text', text: payload, marks: [{ type: 'link', attrs: { href: 'https://example.com/' } }] }
  const paragraph = {
    type: 'paragraph',
    content: [
      run(),
      { type: 'hardBreak' },
      run('bold', 'italic'),
      run('code'),
      link,
      ...(fact === null ? [] : [{ type: 'fact', attrs: { key: fact } }]),
    ],
  }
  return [
    paragraph,
    { type: 'heading', attrs: { level: 2 }, content: [run()] },
    { type: 'heading', attrs: { level: 3 }, content: [run()] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
    { type: 'steps', content: [{ type: 'step', content: [paragraph] }] },
    { type: 'callout', attrs: { kind: 'warning' }, content: [paragraph] },
    { type: 'quote', content: [paragraph] },
    { type: 'details', attrs: { summary: payload }, content: [paragraph] },
    { type: 'codeBlock', attrs: { language: 'html' }, content: [{ type: 'text', text: payload }] },
    { type: 'image', attrs: { src: `media:${media}`, alt: payload } },
    {
      type: 'table',
      attrs: { caption: payload },
      content: [
        { type: 'tableRow', content: [{ type: 'tableHeader', content: [paragraph] }] },
        { type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph] }] },
      ],
    },
    { type: 'only', attrs: { audience: 'internal' }, content: [paragraph] },
  ]
}

/** Many payloads in one article: a page of it shows a browser a quarter of them at once. */
async function plantGalleries(planting: Planting): Promise<void> {
  const quarter = Math.ceil(texts.length / 4)
  for (let index = 0; index < 4; index += 1) {
    const some = texts.slice(index * quarter, (index + 1) * quarter)
    const document = { type: 'doc', content: some.flatMap(payload => blocksOf(payload, planting.media, null)) }
    const text = {
      title: some.join(' ').slice(0, 200),
      questions: some,
      document,
      variations: { chatbot: { document }, operator: { document } },
    }
    await plantArticle(planting, `gallery-${index}`, text)
  }
}

async function plantLink(planting: Planting, href: string, index: number): Promise<void> {
  const fact = urlFact(`xss.a${index}`, href)
  if (await note(planting, await planting.send('POST', '/facts', fact), `url fact ${href}`)) planting.facts.push(fact.key)
  const text = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] }
  const content = [
    { type: 'paragraph', content: [text, ...(planting.facts.includes(fact.key) ? [{ type: 'fact', attrs: { key: fact.key } }] : [])] },
  ]
  await plantArticle(planting, `link-${index}`, { title: `Ссылка ${index}`, document: { type: 'doc', content } })
}

function urlFact(key: string, value: string) {
  return { key, type: 'url', title: { ru: 'Адрес' }, values: [{ value }] }
}

/** Adds an article and its text; what came back to the text, or to the article when that was refused. */
async function putOnce(
  { send }: Planting,
  slug: string,
  text: unknown,
  fields: Record<string, unknown> = {},
): Promise<[Response, id: string]> {
  const made = await send('POST', '/articles', { slug, ...fields })
  if (!made.ok) return [made, '']
  const { id } = (await made.json()) as { id: string }
  return [await send('PUT', `/articles/${id}/translations/ru`, text), id]
}

async function plantArticle(planting: Planting, slug: string, text: unknown, fields: Record<string, unknown> = {}): Promise<void> {
  const [response, id] = await putOnce(planting, slug, text, fields)
  if (!(await note(planting, response, `${slug} ${JSON.stringify(text).slice(0, 200)}`))) return
  planting.articles.push(id)
  planting.planted.slugs.push(slug)
}

async function plantPictures(planting: Planting): Promise<string> {
  let id = ''
  for (const [index, name] of fileNames.entries()) {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(smallPicture(index))], name, { type: 'image/png' }))
    const response = await planting.send('POST', '/media', form)
    if (await note(planting, response.clone(), `file ${name}`)) id = ((await response.json()) as { id: string }).id
  }
  for (const [name, body] of [
    ['x.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="__xss(1)"/>'],
    ['x.png', '<html><script>__xss(1)</script>'],
    ['x.png', 'GIF89a<script>__xss(1)</script>'],
  ] as const) {
    const form = new FormData()
    form.append('file', new File([body], name, { type: 'image/png' }))
    const response = await planting.send('POST', '/media', form)
    if (response.ok) planting.planted.faults.push(`${name} ${body} was taken as a picture`)
    else planting.planted.refused += 1
  }
  return id
}

/** Front matter, names of files and bodies through the import, published by it. */
async function plantImports(planting: Planting): Promise<void> {
  const quoted = (payload: string) => JSON.stringify(payload.toWellFormed())
  const files = texts.map((payload, index) => ({
    path: index % 2 === 0 ? `import/${payload.toWellFormed().replaceAll(/[/\\\p{Cc}]/gu, '')}.md` : `import/i${index}.md`,
    content: `---\ntitle: ${quoted(payload)}\nslug: import-${index}\nlocale: ru\nshortAnswer: ${quoted(payload)}\nquestions: [${quoted(payload)}]\nsourceId: ${quoted(payload)}\nowner: ${quoted(payload)}\nunknown: ${quoted(payload)}\n---\n\n${payload.toWellFormed()}\n`,
  }))
  const response = await planting.send('POST', '/imports?dryRun=false&publish=true', { format: 'markdown', files })
  if (!(await note(planting, response.clone(), 'import'))) return
  const { id } = (await response.json()) as { id: string }
  for (let tries = 0; tries < 600; tries += 1) {
    const report = (await (await planting.send('GET', `/imports/${id}`)).json()) as { status: string }
    if (report.status !== 'running') break
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  for (let index = 0; index < files.length; index += 1) planting.planted.slugs.push(`import-${index}`)
}

async function publish({ send, articles, facts, snippets, planted }: Planting): Promise<void> {
  const first = await send('POST', '/releases', { note: texts[0], articles, facts, snippets })
  if (first.ok) return
  const problem = (await first.json()) as { losses?: { articleId: string; slug: string }[] }
  const lost = new Set((problem.losses ?? []).map(loss => loss.articleId))
  const slugs = new Set((problem.losses ?? []).map(loss => loss.slug))
  planted.slugs = planted.slugs.filter(slug => !slugs.has(slug))
  const again = await send('POST', '/releases', { note: '', articles: articles.filter(id => !lost.has(id)), facts, snippets })
  if (!again.ok) planted.faults.push(`release → ${again.status} ${(await again.text()).slice(0, 500)}`)
}

/** How a body is sent: forms as they are, the rest as JSON. */
export function bodyOf(body: unknown): RequestInit {
  if (body === undefined) return {}
  return body instanceof FormData ? { body } : { body: JSON.stringify(body), headers: json }
}
