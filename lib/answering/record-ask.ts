import { ask } from '#db/schema.ts'
import { write } from '#db/write.ts'
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
  status: 'answered' | 'clarify' | 'unanswered'
  /** The article that answered it. */
  articleId?: string | null
  /** The articles that were offered. */
  options?: string[]
  confidence: number
}

/** Notes a question for the lists of gaps and new phrasings, with personal data masked. Nothing else about who asked is stored. */
export async function recordAsk(istok: Istok, { question, articleId = null, options = [], ...rest }: AskRecord): Promise<void> {
  await write(istok.database, async tx => {
    await tx.orm.insert(ask).values({ id: newId(), at: tx.now, question: maskPersonalData(question), articleId, options, ...rest })
  })
}
