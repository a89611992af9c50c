import { type Actor, system } from '#lib/access/actor.ts'
import { askQuestion } from '#lib/answering/ask-question.ts'
import { paragraph, putDraft, text } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { openTestIstok } from '../test-istok.ts'

/** For tests: a bank with three public answers and one internal; returns their ids. */
export async function openLearningBank(): Promise<{ istok: Istok; fee: string; card: string; secret: string }> {
  const istok = openTestIstok()
  const fee = await putDraft(istok, {
    ...{ slug: 'transfer-fee', title: 'Комиссия за перевод', blocks: [paragraph(text('Перевод бесплатный.'))] },
    questions: ['сколько стоит перевод', 'какая комиссия за перевод', 'процент за переводы', 'перевод без комиссии'],
  })
  const card = await putDraft(istok, {
    ...{ slug: 'block-card', title: 'Как заблокировать карту', blocks: [paragraph(text('Откройте приложение.'))] },
    questions: ['потерял карту', 'карту украли', 'срочная блокировка карты', 'заморозить карту'],
  })
  const secret = await putDraft(istok, {
    ...{ slug: 'secret', title: 'Порядок при мошенничестве', audience: 'internal' as const, blocks: [paragraph(text('Отдел «Кречет».'))] },
    questions: ['клиент жалуется на мошенников', 'эскалация мошенничества'],
  })
  await publish(istok, fee, card, secret)
  return { istok, fee, card, secret }
}

export function publish(istok: Istok, ...articles: string[]) {
  return publishRelease(istok, system, { note: '', articles, facts: [], snippets: [], withdraw: [] })
}

/** Asks as one customer after the other, each in a conversation of his own. */
export async function askEach(istok: Istok, questions: readonly string[], channel = 'website', actor: Actor = system): Promise<void> {
  for (const question of questions) await askQuestion(istok, actor, { channel, locale: 'ru', question, conversationId: newId() })
}
