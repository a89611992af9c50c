import { ask } from '#db/schema/learning.ts'
import { type Transaction, write } from '#db/write.ts'
import { hear } from '#lib/learning/hear.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { maskPersonalData } from './mask-personal-data.ts'

/** A question and what came of it. */
export interface AskRecord {
  channel: string
  locale: string
  question: string
  conversationId: string
  release: number
  status: 'answered' | 'clarify' | 'unanswered' | 'handoff'
  /** The article that answered it, and the hash of what was shown. */
  articleId?: string | null
  hash?: string | null
  /** The articles that were offered. */
  options?: string[]
  confidence: number
  /** The digest of the contact, where one was given. */
  person: string | null
  /** Whether the question says something without those before it, and is no request for a person: only then its wording can teach. */
  standsAlone: boolean
}

/** Notes a question for the lists of gaps and new phrasings, with personal data masked. Nothing else about who asked is stored. */
export async function recordAsk(istok: Istok, record: AskRecord): Promise<void> {
  await write(istok.database, tx => note(tx, record))
}

/** Does what recordAsk does and takes it back, so that the first question that is recorded finds warm code. */
export async function rehearseRecord(istok: Istok, record: AskRecord): Promise<void> {
  const takenBack = new Error('Nothing of a rehearsal is kept')
  const rehearsed = write(istok.database, async tx => {
    await note(tx, record)
    throw takenBack
  })
  await rehearsed.catch(error => {
    if (error !== takenBack) throw error
  })
}

async function note(tx: Transaction, { standsAlone, ...record }: AskRecord): Promise<void> {
  const { question, articleId = null, options = [], channel, locale, release, status, person, conversationId } = record
  await tx.orm.insert(ask).values({ ...record, id: newId(), at: tx.now, question: maskPersonalData(question), articleId, options })
  if (!standsAlone) return
  const heard = { text: question, source: 'ask' as const, outcome: status, articleId, person: person ?? conversationId }
  await hear(tx, { channel, locale, release, ...heard })
}
