import type { Istok } from '../../istok.ts'
import { allPath, categoryPath } from './paths.ts'
import { readAnswers, readTopics } from './read-answers.ts'
import type { Alternate, AnswerSummary, Category, ListView } from './views.ts'

/** Answers on a page of a list. */
export const pageSize = 20

/** One page of a category's answers, or of all with `category` null. null: no such category here, or the list is shorter. */
export async function readList(istok: Istok, locale: string, category: string | null, page: number): Promise<ListView | null> {
  const way = category === null ? [] : findWay(await readTopics(istok, locale), category)
  if (!way) return null
  const node = way.at(-1) ?? null
  const answers = await readAnswers(istok, { locale, category, until: page * pageSize + 1 })
  if (page > 1 && answers.length <= (page - 1) * pageSize) return null
  return {
    category: node,
    parents: way.slice(0, -1),
    answers: slicePage(answers, page),
    page,
    pages: node && Math.max(1, Math.ceil(node.count / pageSize)),
    hasNext: answers.length > page * pageSize,
    alternates: page > 1 ? [{ locale, path: pathOf(locale, category, page) }] : await alternatesOf(istok, category),
  }
}

function slicePage(answers: AnswerSummary[], page: number): AnswerSummary[] {
  return answers.slice((page - 1) * pageSize, page * pageSize)
}

/** The categories from the root down to the one with this slug; null when it is not in the tree. */
export function findWay(tree: Category[], slug: string): Category[] | null {
  for (const node of tree) {
    if (node.slug === slug) return [node]
    const below = findWay(node.children, slug)
    if (below) return [node, ...below]
  }
  return null
}

/** First pages correspond across languages; later ones hold whatever that language has. */
async function alternatesOf(istok: Istok, category: string | null): Promise<Alternate[]> {
  const alternates: Alternate[] = []
  for (const locale of istok.env.locales) {
    const tree = await readTopics(istok, locale)
    if (category === null ? tree.length > 0 : findWay(tree, category)) alternates.push({ locale, path: pathOf(locale, category, 1) })
  }
  return alternates
}

function pathOf(locale: string, category: string | null, page: number): string {
  return category === null ? allPath(locale, page) : categoryPath(locale, category, page)
}
