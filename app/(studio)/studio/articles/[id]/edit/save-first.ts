import type { Session } from '#app/_drafts/run-session.ts'
import type { Problem } from '#app/_ui/call-api.ts'
import type { ArticleDraft } from './use-article-draft.ts'

/** Saves before something that needs what is saved. Returns null, or why the server has not everything: a refusal, no connection, an ended session, somebody else's text. */
export async function saveFirst({ save, sessions }: Pick<ArticleDraft, 'save' | 'sessions'>): Promise<Problem | null> {
  if (await save()) return null
  return problemOf(sessions.text) ?? problemOf(sessions.about) ?? unsaved({ status: 500 })
}

function problemOf({ state: { trouble, conflict } }: Session<unknown>): Problem | null {
  if (conflict) return unsaved({ status: 412 })
  if (trouble?.kind === 'refused') return unsaved(trouble.problem)
  if (trouble?.kind === 'signed-out') return unsaved({ status: 401 })
  return trouble ? unsaved({ status: 0, code: 'offline' }) : null
}

function unsaved(problem: Partial<Problem> & { status: number }): Problem {
  return { title: '', detail: '', code: 'unsaved', ...problem, isUnsaved: true }
}
