import { type Actor, type Role, scopesOf, system } from '#lib/access/actor.ts'
import type { ApprovalRule } from '#lib/access/can-approve.ts'
import { createArticle } from '#lib/authoring/create-article.ts'
import { readContent } from '#lib/authoring/read-content.ts'
import { saveTranslation } from '#lib/authoring/save-translation.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import type { Istok } from '../istok.ts'
import { openTestIstok } from '../test-istok.ts'
import { saveWorkflowSettings } from './save-workflow-settings.ts'

/** For tests: a person of the house. */
export function person(name: string, ...roles: Role[]): Actor {
  return { ...system, kind: 'user', id: `user:${name}`, name, scopes: scopesOf(roles) }
}

export const anna = person('anna', 'author')
export const boris = person('boris', 'approver')
export const pavel = person('pavel', 'publisher')

export interface ReviewHouse {
  istok: Istok
  articleId: string
  /** Saves the draft in Russian; returns its version. */
  save(actor: Actor, title: string, expectedVersion: number | null, markdown?: string): Promise<number>
  publish(actor: Actor, publishAt?: number): ReturnType<typeof publishRelease>
}

/** For tests: an installation with one article of Anna's, and the rule that holds there. */
export async function openReviewHouse(rule: ApprovalRule): Promise<ReviewHouse> {
  const istok = openTestIstok()
  await saveWorkflowSettings(istok, system, { approval: rule })
  const { id: articleId } = await createArticle(istok, anna, { slug: 'card' })
  const save: ReviewHouse['save'] = async (actor, title, expectedVersion, markdown = 'Текст карты.') => {
    const { content } = readContent({ title, markdown })
    return (await saveTranslation(istok, actor, { articleId, locale: 'ru', expectedVersion, content })).version
  }
  const publish: ReviewHouse['publish'] = (actor, publishAt) =>
    publishRelease(istok, actor, { note: '', articles: [articleId], facts: [], snippets: [], withdraw: [], publishAt })
  await save(anna, 'Карта', null)
  return { istok, articleId, save, publish }
}
