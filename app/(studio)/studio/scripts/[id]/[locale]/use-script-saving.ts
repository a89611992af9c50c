'use client'

import { type Stored, useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi, type Reply } from '#app/_ui/call-api.ts'
import type { Document } from '#lib/document/types.ts'
import { closeTexts } from './close-texts.ts'
import { fieldsOf, meetScripts, type ScriptFields, scriptOf } from './meet-scripts.ts'
import { draftOf, markdownOf } from './script-draft.ts'

interface Translation {
  title: string
  shortAnswer: string
  questions: string[]
  document: Document
  variations: Record<string, { document: unknown }>
  version: number
}

interface Options {
  /** Of the translation, e.g. `/articles/…/translations/ru`. */
  path: string
  fields: ScriptFields
  show: (fields: ScriptFields) => void
  stored: Stored<ScriptFields>
  onMet: () => void
}

/** Saves the script in the text of its article; everything else that the translation says stays as it is there. */
export function useScriptSaving({ path, fields, show, stored, onMet }: Options) {
  return useSaving<ScriptFields, Translation>({
    ...{ fields, show, stored, onMet },
    meet: meetScripts,
    send: (sent, version) => send(path, sent, version),
    async read() {
      const reply = await callApi<Translation>('GET', path)
      const draft = reply.ok ? draftOf(reply.body.document) : null
      return reply.ok && draft ? { fields: fieldsOf(draft), version: reply.body.version } : null
    },
  })
}

async function send(path: string, fields: ScriptFields, version: number | undefined): Promise<Reply<Translation>> {
  const current = await callApi<Translation>('GET', path)
  if (!current.ok) return current
  const { title, shortAnswer, questions, variations } = current.body
  const kept = Object.fromEntries(Object.entries(variations).map(([kind, { document }]) => [kind, { document }]))
  const body = { title, shortAnswer, questions, variations: kept, markdown: markdownOf(await closeTexts(scriptOf(fields))) }
  return callApi<Translation>('PUT', path, { body, version })
}
