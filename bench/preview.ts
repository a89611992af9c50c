import { system } from '#lib/access/actor.ts'
import { createKey } from '#lib/access/create-key.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { createFact } from '#lib/authoring/create-fact.ts'
import { plainText } from '#lib/document/plain-text.ts'
import type { Document } from '#lib/document/types.ts'
import { buildApp, openWire } from '#lib/http/app.ts'
import { benchDocument } from './articles.ts'
import { type Figure, quantile, time } from './figures.ts'
import { openBenchIstok } from './store.ts'

const rounds = 60

/**
 * The preview of all channels that the editor asks for after a key, of an article of 20 KB: request, checks, compilation with every dialect, reply, as the wire
 * serves them in process. On the page 90 ms of rest in the editor and 20 ms before the request come before it, and drawing the windows after it.
 */
export async function benchPreview(): Promise<Figure[]> {
  const { istok, close } = openBenchIstok()
  try {
    for (const [key, type, unit, value] of [
      ['fee', 'percent', null, '1.5'],
      ['shared', 'money', 'RUB', '100000'],
    ] as const)
      await createFact(istok, system, { key, type, unit, title: { ru: key }, values: [{ value, validFrom: null, validTo: null }] })
    const { id } = await createArticle(istok, system, { slug: 'preview' })
    const { key } = await createKey(istok, system, { name: 'bench', scopes: ['write'], channel: null })
    const app = buildApp(openWire(istok))
    const document = longDocument()
    const body = JSON.stringify({ title: 'Перевод', shortAnswer: 'Коротко.', questions: [], document })
    const times: number[] = []
    let bytes = 0
    for (let round = 0; round < rounds; round++) {
      const started = performance.now()
      const reply = await app.request(`http://localhost/api/v1/articles/${id}/translations/ru/preview`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
        body,
      })
      bytes = (await reply.arrayBuffer()).byteLength
      if (reply.status !== 200) throw new Error(`preview answered ${reply.status}`)
      times.push(performance.now() - started)
    }
    return [
      { label: 'text of the article', value: `${Math.round(Buffer.byteLength(plainText(document)) / 1024)} KB` },
      {
        label: 'preview of five channels, p50 / p95',
        value: `${time(quantile(times, 0.5))} / ${time(quantile(times, 0.95))}`,
        aim: '≤ 130 ms',
      },
      { label: 'reply', value: `${Math.round(bytes / 1024)} KB` },
    ]
  } finally {
    close()
  }
}

function longDocument(): Document {
  const content: Document['content'] = []
  for (let index = 0; Buffer.byteLength(plainText({ type: 'doc', content })) < 20_480; index++)
    content.push(...benchDocument(index, 4).content)
  return { type: 'doc', content }
}
