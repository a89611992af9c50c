import type { Actor } from '#lib/access/actor.ts'
import type { Istok } from '../istok.ts'
import { applyChange } from './apply-change.ts'
import { type Change, emptyChange } from './change.ts'
import { collectDrafts, type ReleaseRequest } from './collect-drafts.ts'
import type { Partner } from './compile-change.ts'
import { compilePreview, type ReleasePreview } from './compile-preview.ts'
import { readStateBefore } from './read-state-before.ts'
import { readSchedule } from './schedule-release.ts'
import type { Release } from './write-change.ts'

/** A release that is to be made, small enough to be sent to a thread: what it publishes is read from the database there. */
export type ReleaseTask =
  | { kind: 'publish'; request: ReleaseRequest }
  | { kind: 'rollback'; number: number; note: string }
  | { kind: 'recompile'; note: string }
  | { kind: 'validity'; facts: string[]; at: number }
  | { kind: 'schedule'; id: string }

/** What can be asked about before it is done. */
export type PreviewableTask = Extract<ReleaseTask, { kind: 'publish' | 'rollback' | 'schedule' }>

/** The question what a release would change. `at` in milliseconds; null: now. */
export interface PreviewTask {
  kind: 'preview'
  of: PreviewableTask
  at: number | null
}

/** Makes the release in this thread; `partner` shares the compiling of a large one. Authorisation is done. Throws what applyChange and the readers of the task throw. */
export async function carryOut(istok: Istok, actor: Actor, task: ReleaseTask, partner: Partner | null = null): Promise<Release> {
  return applyChange(istok, actor, await changeOf(istok, task), partner)
}

/** Says in this thread what a release would change. Authorisation is done. */
export async function carryOutPreview(istok: Istok, actor: Actor, { of, at }: PreviewTask): Promise<ReleasePreview> {
  return compilePreview(istok, actor, await changeOf(istok, of), at)
}

/** Reads what the task is to do. Throws what its readers throw: invalid, not_found, conflict. */
export async function changeOf(istok: Istok, task: ReleaseTask): Promise<Change> {
  switch (task.kind) {
    case 'publish':
      return { ...emptyChange('publish', task.request.note), ...collectDrafts(istok.database.reader.orm, task.request) }
    case 'rollback':
      return readStateBefore(istok, task.number, task.note)
    case 'recompile':
      return { ...emptyChange('recompile', task.note), everything: true }
    case 'validity':
      return { ...emptyChange('validity', task.facts.join(', ')), due: task.facts, instant: task.at }
    case 'schedule':
      return readSchedule(istok, task.id)
  }
}
