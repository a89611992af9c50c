import type { StubIndex } from './stub-meilisearch.fixture.ts'

interface StubQuery {
  indexUid: string
  q: string
  filter: string[]
  attributesToSearchOn: string[]
  matchingStrategy: 'last'
  federationOptions: { weight: number }
}

const members = ['indexUid', 'q', 'filter', 'attributesToSearchOn', 'matchingStrategy', 'attributesToRetrieve', 'federationOptions']

/** A federated search as far as it is used here: documents with the first of the first ten words, by the share of words that they have; no typos. */
export function searchStub(indexes: Map<string, StubIndex>, body: unknown): { status: number; body: unknown } {
  const { federation, queries } = body as { federation: { limit: number }; queries: StubQuery[] }
  const best = new Map<string, { document: Record<string, unknown>; score: number }>()
  for (const query of queries) {
    for (const name of Object.keys(query)) if (!members.includes(name)) throw new Error(`stub: unknown member ${name}`)
    const index = indexes.get(query.indexUid)
    if (!index) return { status: 404, body: errorOf('index_not_found') }
    // `frequency` counts hidden documents, too, so what it proposes to the public would tell of them.
    if (query.matchingStrategy !== 'last') throw new Error(`stub: strategy ${query.matchingStrategy}`)
    const refusal = refusalOf(query, index)
    if (refusal) return { status: 400, body: errorOf(refusal) }
    const words = query.q.split(/\s+/).slice(0, 10)
    for (const document of index.documents.values()) {
      if (!query.filter.every(one => admits(one, document))) continue
      const said = new Set(query.attributesToSearchOn.flatMap(name => String(document[name] ?? '').split(/[\s,]+/)))
      if (!said.has(words[0]!)) continue
      const score = (words.filter(word => said.has(word)).length / words.length) * query.federationOptions.weight
      if (score > (best.get(String(document.id))?.score ?? 0)) best.set(String(document.id), { document, score })
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score).slice(0, federation.limit)
  return {
    status: 200,
    body: { hits: hits.map(({ document, score }) => ({ articleId: document.articleId, _federation: { weightedRankingScore: score } })) },
  }
}

function refusalOf({ filter, attributesToSearchOn }: StubQuery, { settings }: StubIndex): string | null {
  const filterable = (settings.filterableAttributes as { attributePatterns: string[] }[]).flatMap(rule => rule.attributePatterns)
  if (filter.some(one => !filterable.includes(one.split(' ')[0]!))) return 'invalid_search_filter'
  const searchable = settings.searchableAttributes as string[]
  return attributesToSearchOn.some(name => !searchable.includes(name)) ? 'invalid_search_attributes_to_search_on' : null
}

function admits(filter: string, document: Record<string, unknown>): boolean {
  const [, name = '', list, value = ''] = /^(\w+) (?:IN (\[.*\])|= (.*))$/.exec(filter) ?? []
  const values = (list ? (JSON.parse(list) as string[]) : [value.startsWith('"') ? (JSON.parse(value) as string) : value]).map(one =>
    one.toLowerCase(),
  )
  return [document[name]].flat().some(one => values.includes(String(one).toLowerCase()))
}

function errorOf(code: string) {
  return { message: `stub: ${code}`, code, type: 'invalid_request', link: '' }
}
