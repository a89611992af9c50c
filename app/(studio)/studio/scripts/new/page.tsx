import type { Metadata } from 'next'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { NewArticle } from '../../articles/new/new-article.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('scripts.new') }
}

export default async function NewScriptPage() {
  return <NewArticle title={(await readInterface()).t('scripts.new')} isScript />
}
