import { anonymous } from '#lib/access/actor.ts'
import { memoryOf } from '#lib/delivery/memory.ts'
import { organisationName, readOrganisation } from '#lib/delivery/read-organisation.ts'
import { listReleases } from '#lib/delivery/read-releases.ts'
import type { Istok } from '../../istok.ts'
import { accentPath } from './accent-route.ts'
import { translate } from './translate.ts'
import type { Frame } from './views.ts'

const opened = new WeakMap<Istok, Map<string, { epoch: number; frame: Frame }>>()

/** What every page of `locale` needs, as of now. */
export async function openFrame(istok: Istok, locale: string): Promise<Frame> {
  const epoch = memoryOf(istok).fresh()
  const frames = opened.get(istok) ?? new Map<string, { epoch: number; frame: Frame }>()
  opened.set(istok, frames)
  const known = frames.get(locale)
  if (known?.epoch === epoch) return known.frame
  const frame = await readFrame(istok, locale)
  frames.set(locale, { epoch, frame })
  return frame
}

async function readFrame(istok: Istok, locale: string): Promise<Frame> {
  const { items } = await listReleases(istok, anonymous, { limit: 1, before: null })
  const newest = items[0]
  const organisation = readOrganisation(istok)
  return {
    locale,
    locales: istok.env.locales,
    organisation: organisationName(organisation, locale),
    logo: organisation.logo,
    accentStyle: organisation.accent === null ? null : accentPath(organisation.accent),
    publicUrl: istok.env.publicUrl,
    timeZone: istok.env.timeZone,
    release: newest ? { number: newest.number, publishedAt: newest.publishedAt } : null,
    t: translate(locale),
  }
}
