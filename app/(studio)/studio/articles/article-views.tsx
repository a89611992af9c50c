'use client'

import { Button, Group, Modal, TextInput } from '@mantine/core'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { callApi } from '#app/_ui/call-api.ts'
import { Icon } from '#app/_ui/icon.tsx'
import { useNotify } from '#app/_ui/notices.tsx'
import { withQuery } from '#app/_ui/query.ts'
import { useFieldFault } from '#app/_ui/use-field-fault.ts'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import { usualViews } from '#app/_ui/usual-views.ts'
import type { SavedView } from '#lib/authoring/saved-views.ts'
import type { Filters } from './read-filters.ts'

/** The usual ways of looking at the list, and one's own. */
export function ArticleViews({ filters, views }: { filters: Filters; views: SavedView[] }) {
  const t = useTranslations('workflow.list')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const sayFault = useFieldFault()
  /** A view whose name is being changed, or a new one. */
  const [naming, setNaming] = useState<SavedView | 'new' | null>(null)
  const [name, setName] = useState('')
  const here = queryOf(filters)
  const own = views.find(view => view.query === here)
  const isKnown = own !== undefined || usualViews.some(({ query }) => query === here)

  function ask(view: SavedView | 'new') {
    setName(view === 'new' ? '' : view.name)
    setNaming(view)
  }

  async function keep(event: FormEvent) {
    event.preventDefault()
    const reply =
      naming === null || naming === 'new'
        ? await callApi('POST', '/views', { body: { list: 'articles', name, query: here } })
        : await callApi('PATCH', `/views/${naming.id}`, { body: { name } })
    if (!reply.ok) return notify('error', reply.problem.errors?.[0] ? sayFault(reply.problem.errors[0]) : say(reply.problem))
    setNaming(null)
    router.refresh()
  }

  async function remove(view: SavedView) {
    const reply = await callApi('DELETE', `/views/${view.id}`)
    if (!reply.ok) notify('error', say(reply.problem))
    router.refresh()
  }

  const link = (key: string, query: string, label: string) => (
    <Link
      key={key}
      href={query === '' ? '/studio/articles' : `/studio/articles?${query}`}
      className="view-tab"
      aria-current={query === here ? 'page' : undefined}
    >
      {label}
    </Link>
  )
  return (
    <div className="list-views">
      <nav className="view-tabs" aria-label={t('views')}>
        {usualViews.map(view => link(view.name, view.query, t(`view.${view.name}`)))}
        {views.map(view => link(view.id, view.query, view.name))}
      </nav>
      {!isKnown && (
        <Button size="compact-sm" variant="subtle" leftSection={<Icon name="plus" size={15} />} onClick={() => ask('new')}>
          {t('keepView')}
        </Button>
      )}
      {own && (
        <Button size="compact-sm" variant="subtle" onClick={() => ask(own)}>
          {t('renameView', { name: own.name })}
        </Button>
      )}
      {own && (
        <Button size="compact-sm" variant="subtle" color="red" leftSection={<Icon name="close" size={15} />} onClick={() => remove(own)}>
          {t('removeView', { name: own.name })}
        </Button>
      )}
      <Modal
        opened={naming !== null}
        onClose={() => setNaming(null)}
        title={t(naming === 'new' || naming === null ? 'keepView' : 'renameTitle')}
        closeButtonProps={{ 'aria-label': t('cancel') }}
      >
        <form onSubmit={keep}>
          <TextInput
            label={t('viewName')}
            name="name"
            required
            maxLength={80}
            data-autofocus
            value={name}
            onChange={event => setName(event.currentTarget.value)}
          />
          <Group justify="end" gap="xs" mt="sm">
            <Button variant="default" onClick={() => setNaming(null)}>
              {t('cancel')}
            </Button>
            <Button type="submit">{t('keep')}</Button>
          </Group>
        </form>
      </Modal>
    </div>
  )
}

/** Filters in one spelling, so that equal ones are equal. */
function queryOf(filters: Filters): string {
  const sorted = Object.fromEntries(Object.entries(filters).sort(([left], [right]) => (left < right ? -1 : 1)))
  return withQuery('', sorted).replace(/^\?/, '')
}
