import type { Istok } from '../../istok.ts'
import { homePath } from './paths.ts'
import { readNewest, readTopics } from './read-answers.ts'
import type { Alternate, HomeView } from './views.ts'

/** Answers named on the card of a topic, and in the list of recent changes. */
const shown = { top: 3, recent: 6 }

/** What the first page of `locale` shows. */
export async function readHome(istok: Istok, locale: string): Promise<HomeView> {
  const topics: HomeView['topics'] = []
  for (const category of await readTopics(istok, locale)) {
    topics.push({ category, top: await readNewest(istok, locale, category.slug, shown.top) })
  }
  return { topics, recent: await readNewest(istok, locale, null, shown.recent), alternates: await homeAlternates(istok, locale) }
}

/** The locales that have anything to say, and always the one that is shown. */
async function homeAlternates(istok: Istok, locale: string): Promise<Alternate[]> {
  const alternates: Alternate[] = []
  for (const other of istok.env.locales) {
    if (other === locale || (await readNewest(istok, other, null, 1)).length > 0) alternates.push({ locale: other, path: homePath(other) })
  }
  return alternates
}
