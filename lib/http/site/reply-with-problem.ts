import type { Istok } from '../../istok.ts'
import { pagePolicy } from '../security-headers.ts'
import { toBuffer } from './markup.ts'
import { openFrame } from './open-frame.ts'
import { type PageProblem, problemPage } from './problem-page.ts'
import { readTopics } from './read-answers.ts'
import type { Alternate } from './views.ts'

const statuses: Record<PageProblem, number> = { missing: 404, gone: 410, refused: 400, crowded: 429, failed: 500 }

/** A page for people that says what is wrong, with its status. Never kept in memory: there are endless addresses without a page. */
export async function replyWithProblem(
  istok: Istok,
  locale: string,
  problem: PageProblem,
  elsewhere: Alternate[] = [],
  status = statuses[problem],
): Promise<Response> {
  const topics = problem === 'failed' || problem === 'crowded' ? [] : await readTopics(istok, locale)
  const body = toBuffer(problemPage(await openFrame(istok, locale), problem, topics, elsewhere))
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': locale,
    'Content-Security-Policy': pagePolicy,
    'Cache-Control': status === 404 || status === 410 ? 'public, max-age=5' : 'no-store',
    Vary: 'Accept-Language',
  }
  return new Response(new Uint8Array(body), { status, headers })
}
