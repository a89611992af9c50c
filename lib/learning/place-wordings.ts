import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { gap, wording } from '#db/schema/learning.ts'
import { write } from '#db/write.ts'
import type { Istok } from '../istok.ts'
import { newId } from '../new-id.ts'
import { perIstok } from '../per-istok.ts'
import { isFailure } from './failures.ts'
import { type Grouping, groupWordings, type Placed } from './group-wordings.ts'
import { noteDropped } from './note-dropped.ts'
import { readPlainly } from './read-plainly.ts'

/** Wordings that are looked at in one go; more wait for the next time. */
const most = 20_000
const turnOf = perIstok('placing', () => ({ pass: Promise.resolve() }))

/**
 * Puts each wording that found no answer, and is in no gap yet, into the gap of wordings like it, or into a new one. What is in a gap stays in it, so that
 * its id and its history hold. One pass at a time; whoever asks meanwhile waits for a pass that begins after it asked.
 */
export function placeWordings(istok: Istok): Promise<void> {
  const turn = turnOf(istok)
  turn.pass = turn.pass.catch(() => undefined).then(() => placeAll(istok))
  return turn.pass
}

async function placeAll(istok: Istok): Promise<void> {
  await noteDropped(istok)
  const hasFailed = sql.raw(`EXISTS (SELECT 1 FROM hearing h WHERE h.wording_id = wording.id AND ${isFailure})`)
  const homeless = await istok.database.reader.orm
    .select({ id: wording.id, text: wording.text, locale: wording.locale, gapId: wording.gapId })
    .from(wording)
    .where(and(isNull(wording.gapId), eq(wording.state, 'open'), hasFailed))
    .orderBy(wording.firstAt, wording.id)
    .limit(most)
  for (const locale of new Set(homeless.map(row => row.locale))) {
    await placeIn(
      istok,
      locale,
      homeless.filter(row => row.locale === locale),
    )
  }
}

async function placeIn(istok: Istok, locale: string, homeless: Placed[]): Promise<void> {
  const members = await istok.database.reader.orm
    .select({ id: wording.id, text: wording.text, gapId: wording.gapId, state: gap.state, articleId: gap.articleId })
    .from(wording)
    .innerJoin(gap, eq(gap.id, wording.gapId))
    .where(and(eq(wording.locale, locale), isNotNull(wording.gapId), ne(gap.state, 'merged')))
    .orderBy(wording.firstAt)
    .limit(most)
  const loose = members.map(({ state, articleId, gapId, ...rest }) => ({
    ...rest,
    gapId: gapId!,
    isLoose: state === 'open' && articleId === null,
  }))
  await keep(istok, locale, await groupWordings(locale, loose, homeless, newId, await readPlainly(istok, locale)))
}

async function keep(istok: Istok, locale: string, { homes, merges }: Grouping): Promise<void> {
  await write(istok.database, async tx => {
    const known = new Set((await tx.orm.select({ id: gap.id }).from(gap).where(eq(gap.locale, locale))).map(({ id }) => id))
    for (const id of new Set(homes.values())) {
      if (!known.has(id) && !merges.has(id)) await tx.orm.insert(gap).values({ id, locale, state: 'open', createdAt: tx.now })
    }
    for (const [younger, older] of merges) {
      if (!known.has(younger)) continue
      await tx.orm.update(gap).set({ state: 'merged', mergedInto: older }).where(eq(gap.id, younger))
      await tx.orm.update(wording).set({ gapId: older }).where(eq(wording.gapId, younger))
    }
    for (const [id, home] of homes) {
      await tx.orm
        .update(wording)
        .set({ gapId: merges.get(home) ?? home })
        .where(eq(wording.id, id))
      await tx.pause()
    }
  })
}
