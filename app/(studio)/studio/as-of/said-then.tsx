import Link from 'next/link'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { EmptyState } from '#app/_ui/empty-state.tsx'
import { formatFact } from '#lib/compile/facts/format-fact.ts'
import type { ChannelKind, SaidFact } from '#lib/compile/types.ts'
import { readRendition } from '#lib/delivery/read-rendition.ts'
import type { Istok } from '#lib/istok.ts'
import { channelText } from '#lib/review/channel-text.ts'
import { CompareWithNow } from './compare-with-now.tsx'

interface Props {
  istok: Istok
  place: { channel: ChannelKind; locale: string; slug: string; at: number; profile: string | null }
}

/** A stored reply as delivery gives it. */
interface Reply {
  articleId: string
  title: string
  release: number
  hash: string
  publishedAt: string
  validUntil: string | null
  facts: Record<string, SaidFact>
  content: unknown
}

/** One answer as the channel said it then, with what proves it. The page has checked the right to read the channel. */
export async function SaidThen({ istok, place }: Props) {
  const { t, format } = await readInterface()
  const { channel, locale, slug, at, profile } = place
  const answer = await readRendition(istok, { channel, locale, slug, profile, at })
  if (answer.kind !== 'found') return <EmptyState icon="clock" title={t('composer.asOf.notThen')} text={t('composer.asOf.notThenHint')} />
  const reply = JSON.parse(answer.reply.body.toString()) as Reply
  const said = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'long', timeStyle: 'medium' })
  const text = profile === null ? channelText(channel, reply) : wordsOf(reply.content)
  return (
    <article className="sheet">
      <h2 lang={locale}>{reply.title}</h2>
      <p className="as-of-facts">
        <Link href={`/studio/releases/${reply.release}`}>{t('releases.named', { number: reply.release })}</Link>
        <span>{said(reply.publishedAt)}</span>
        <code>{reply.hash}</code>
        <Link href={`/studio/articles/${reply.articleId}?locale=${locale}`}>{t('composer.asOf.article')}</Link>
      </p>
      {Object.keys(reply.facts).length > 0 && (
        <ul className="as-of-facts">
          {Object.entries(reply.facts).map(([key, { type, value, unit }]) => (
            <li key={key}>
              <code>{key}</code> {formatFact({ key, type, value, unit: unit ?? null }, locale)}
            </li>
          ))}
        </ul>
      )}
      <div className="as-of-text" lang={locale}>
        {text}
      </div>
      <CompareWithNow articleId={reply.articleId} locale={locale} release={reply.release} />
    </article>
  )
}

/** A dialect in words: its body, or the request as it was to be sent. */
function wordsOf(content: unknown): string {
  const { body } = (content ?? {}) as { body?: unknown }
  return typeof body === 'string' ? body : JSON.stringify(content, null, 2)
}
