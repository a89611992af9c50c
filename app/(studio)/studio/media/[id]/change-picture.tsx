'use client'

import { Button, FileButton, Group, Image, Stack } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { PlaceImpact } from '#app/_catalogue/place-impact.tsx'
import { type StoredPicture, storePicture } from '#app/_catalogue/store-picture.ts'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { ConfirmDialog } from '#app/_ui/confirm-dialog.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Changed {
  articles: string[]
  snippets: string[]
  refused: string[]
}

/** Other alternative texts, or another picture, in every place at once: what that does to readers is shown before, and published then if wished. */
export function ChangePicture({ id, locales, canPublish }: { id: string; locales: readonly string[]; canPublish: boolean }) {
  const t = useTranslations('catalogue.media.everywhere')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const [alts, setAlts] = useState<Record<string, string>>({})
  const [into, setInto] = useState<StoredPicture | null>(null)
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [changed, setChanged] = useState<Changed | null>(null)
  const isPlanned = into !== null || Object.values(alts).some(alt => alt.trim() !== '')
  const plan = isPlanned ? { alts, ...(into && { into: into.id }) } : null

  async function choose(file: File | null) {
    if (!file) return
    setPending(true)
    const reply = await storePicture(file)
    setPending(false)
    setProblem(reply.ok ? null : reply.problem)
    if (reply.ok) setInto(reply.body)
  }

  async function change(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const reply = await callApi<Changed>('POST', `/media/${id}/replacement`, { body: plan ?? {} })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    setProblem(null)
    setAlts({})
    setInto(null)
    notify('success', t('changed', { articles: reply.body.articles.length, snippets: reply.body.snippets.length }))
    if (reply.body.refused.length > 0) notify('error', t('refused', { names: reply.body.refused.join(', ') }))
    if (canPublish && reply.body.articles.length + reply.body.snippets.length > 0) setChanged(reply.body)
    router.refresh()
  }

  return (
    <section className="panel" aria-labelledby="everywhere">
      <h2 id="everywhere">{t('title')}</h2>
      <form onSubmit={change} noValidate>
        <Stack gap="sm">
          <p className="quiet">{t('lead')}</p>
          {problem && <ProblemNote>{say(problem)}</ProblemNote>}
          <LocalisedInputs locales={locales} label={t('alt')} name="alt" values={alts} onChange={setAlts} maxLength={500} />
          <Group gap="sm">
            {into && <Image src={into.url} alt={t('other')} w="auto" h={48} fit="contain" />}
            <FileButton onChange={choose} accept="image/png,image/jpeg,image/webp,image/gif">
              {props => (
                <Button variant="default" {...props}>
                  {t('choose')}
                </Button>
              )}
            </FileButton>
            {into && (
              <Button variant="subtle" onClick={() => setInto(null)}>
                {t('keep')}
              </Button>
            )}
          </Group>
          <PlaceImpact kind="picture" path={`/media/${id}/impact`} body={plan} />
          <Button type="submit" variant="default" loading={pending} disabled={!isPlanned} style={{ alignSelf: 'start' }}>
            {t('change')}
          </Button>
        </Stack>
      </form>
      {changed && (
        <ConfirmDialog
          title={t('publishTitle')}
          text={t('publishText', { articles: changed.articles.length, snippets: changed.snippets.length })}
          action={t('publishNow')}
          otherwise={t('later')}
          onClose={() => setChanged(null)}
          onConfirm={async note => {
            const { articles, snippets } = changed
            const reply = await callApi<{ number: number }>('POST', '/releases', { body: { note, articles, snippets } })
            if (!reply.ok) return reply.problem
            notify('success', t('published', { number: reply.body.number }))
            router.refresh()
            return null
          }}
        />
      )}
    </section>
  )
}
