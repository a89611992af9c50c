import { expect } from 'vitest'
import { system } from '#lib/access/actor.ts'
import type { Istok } from '../../istok.ts'
import { searchAnswers } from '../search-answers.ts'
import { expectedDocuments } from './documents.ts'
import type { Stub } from './stub-meilisearch.fixture.ts'

export const search = (istok: Istok, q: string, channel = 'website') => searchAnswers(istok, system, { channel, locale: 'ru', q })

/** Id and hash of everything that the stub's index holds are those that it must hold. */
export function expectInStep({ istok, stub }: { istok: Istok; stub: Stub }): void {
  const held = new Map([...(stub.indexes.get('istok')?.documents.values() ?? [])].map(({ id, h }) => [id, h]))
  const wanted = new Map(Array.from(expectedDocuments(istok.database), ([id, { h }]) => [id, h]))
  expect(Object.fromEntries([...held].sort())).toEqual(Object.fromEntries([...wanted].sort()))
}

/** Rows of the outbox that are to be sent. */
export const waiting = ({ database }: Istok) =>
  database.reader.sqlite.prepare("SELECT count(*) FROM outbox WHERE state IN ('pending', 'leased')").pluck().get()
