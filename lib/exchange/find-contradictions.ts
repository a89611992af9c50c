import { fact } from '#db/schema/facts.ts'
import { extractValues, type TypedValue } from '#lib/compile/contradictions/extract-values.ts'
import { factAsTyped } from '#lib/compile/contradictions/fact-values.ts'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import { valueAt } from '#lib/document/fact-validity.ts'
import type { FactValue } from '#lib/document/facts.ts'
import { plainInlineText, plainText } from '#lib/document/plain-text.ts'
import { now } from '../clock.ts'
import type { Istok } from '../istok.ts'
import { keysOf } from './find-duplicates.ts'
import { importLimits } from './import-limits.ts'
import type { ImportReport } from './import-report.ts'
import type { PlannedArticle } from './plan-articles.ts'

interface KnownFact {
  key: string
  title: string
  words: ReadonlySet<string>
  typed: TypedValue
}

/** Lists values of an import that stand near the name of a fact with another value. Lets other requests be served in between. */
export async function findContradictions(istok: Istok, planned: readonly PlannedArticle[], report: ImportReport): Promise<void> {
  const byLocale = new Map<string, KnownFact[]>()
  let started = performance.now()
  for (const { translations } of planned) {
    for (const { path, file } of translations) {
      const { locale } = file
      const facts = byLocale.get(locale) ?? knownFacts(istok, locale)
      byLocale.set(locale, facts)
      const titleWords = keysOf(file.title)
      for (const text of sentences([plainInlineText(file.shortAnswer), plainText(file.document)]))
        judge({ path, text, locale, facts, titleWords, report })
    }
    if (performance.now() - started < 8) continue
    await new Promise(resolve => setImmediate(resolve))
    started = performance.now()
  }
}

interface Judged {
  path: string
  text: string
  locale: string
  facts: readonly KnownFact[]
  titleWords: ReadonlySet<string>
  report: ImportReport
}

/** A sentence speaks of a fact when it and the title hold all words of the fact's name, and the sentence itself at least one of them. */
function judge({ path, text, locale, facts, titleWords, report }: Judged): void {
  const values = extractValues(text, locale)
  if (values.length === 0) return
  const words = keysOf(text)
  for (const { key, title, words: named, typed } of facts) {
    const same = values.filter(({ group }) => group === typed.group)
    if (same.length === 0 || same.some(value => value.values.some(one => typed.values.includes(one)))) continue
    const isNamed = [...named].every(word => words.has(word) || titleWords.has(word)) && [...named].some(word => words.has(word))
    if (!isNamed || report.contradictions.length >= importLimits.findings) continue
    const value = (same[0] as TypedValue).text
    report.contradictions.push({ file: path, text: text.slice(0, 300), value, fact: { key, title, value: typed.text } })
  }
}

function knownFacts({ database }: Istok, locale: string): KnownFact[] {
  const at = now()
  return database.reader.orm
    .select()
    .from(fact)
    .all()
    .flatMap(({ key, type, unit, title, values }) => {
      const value = valueAt(values, at)
      const name = title[locale]
      if (typeof value !== 'string' || name === undefined) return []
      const words = keysOf(name)
      const known = { key, type: type as FactValue['type'], unit, value }
      const text = formatFact(known, locale)
      const typed = factAsTyped({ type: 'fact', text, fact: known, value, speechCase: undefined, form: undefined, style: 0, link: null })
      return typed && words.size > 0 ? [{ key, title: name, words, typed }] : []
    })
}

/** Each sentence once: the short answer is often the text's beginning. */
function sentences(texts: readonly string[]): Set<string> {
  return new Set(
    texts.flatMap(text => text.split(/\n|(?<=[.!?…])\s+(?=[\p{Lu}«"])/u).map(part => part.trim())).filter(part => /\d/.test(part)),
  )
}
