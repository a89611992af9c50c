import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NewArticle } from './new-article.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('articles.new') }
}

export default async function NewArticlePage() {
  return <NewArticle title={(await readInterface()).t('articles.new')} isScript={false} />
}
