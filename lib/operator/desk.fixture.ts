import { onTestFinished } from 'vitest'
import { type Actor, anonymous, type Scope, scopes, scopesOf, system } from '#lib/access/actor.ts'
import { putDraft } from '#lib/release/draft.fixture.ts'
import { publishRelease } from '#lib/release/publish-release.ts'
import { now, setClock } from '../clock.ts'
import { openTestIstok } from '../test-istok.ts'

type Draft = Parameters<typeof putDraft>[1]

/** Somebody who works in the panel. */
export const operatorNamed = (name: string): Actor => ({
  ...{ kind: 'user', id: `user:${name}`, name, channel: null },
  scopes: scopesOf(['operator']),
})

const key = (given: Iterable<Scope>, channel: string | null = null): Actor => ({
  ...{ kind: 'key', id: 'key:a', name: 'A', channel },
  scopes: new Set(given),
})

/** Everybody who has no business in the panel, with the code of the refusal. */
export const strangers: [Actor, string][] = [
  [anonymous, 'unauthenticated'],
  [key(scopes.filter(scope => scope !== 'events')), 'forbidden'],
  [key(scopes.filter(scope => scope !== 'read:internal')), 'forbidden'],
  [key(scopes, 'website'), 'forbidden'],
  [{ ...key(scopesOf(['viewer'])), kind: 'user' }, 'forbidden'],
]

/** An installation with a clock that stands, and ways to publish and withdraw. */
export function openPanel() {
  const clock = { at: now() }
  setClock(() => clock.at)
  onTestFinished(() => setClock())
  const istok = openTestIstok()
  const nothing = { note: '', articles: [], facts: [], snippets: [], withdraw: [] }
  const publish = async (...drafts: Draft[]) => {
    const articles: string[] = []
    for (const draft of drafts) articles.push(await putDraft(istok, draft))
    await publishRelease(istok, system, { ...nothing, articles: [...new Set(articles)] })
    return articles
  }
  const withdraw = (...ids: string[]) => publishRelease(istok, system, { ...nothing, withdraw: ids })
  return { clock, istok, publish, withdraw }
}
