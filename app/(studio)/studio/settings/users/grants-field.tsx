'use client'

import { ActionIcon, Button, NativeSelect, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
import { grantableRoles } from '#lib/access/actor.ts'
import type { Grant } from '#lib/access/grants.ts'
import type { FieldError } from '#lib/errors.ts'

interface Props {
  grants: Grant[]
  /** Slug and title, those below another with its title before theirs. */
  categories: [string, string][]
  faults: readonly FieldError[] | undefined
  onChange: (grants: Grant[]) => void
}

/** The roles that somebody has besides, category by category. */
export function GrantsField({ grants, categories, faults, onChange }: Props) {
  const t = useTranslations('admin')
  const faultAt = useFaultAt(faults)
  const [rows, setRows] = useState(() => grants.map((grant, id) => ({ id, grant })))
  const put = (next: typeof rows) => {
    setRows(next)
    onChange(next.map(({ grant }) => grant))
  }
  const set = (id: number, change: Partial<Grant>) =>
    put(rows.map(row => (row.id === id ? { id, grant: { ...row.grant, ...change } } : row)))
  const nextFree = () => {
    const taken = new Set(grants.map(({ category, role }) => `${category} ${role}`))
    const free = categories.find(([slug]) => grantableRoles.some(role => !taken.has(`${slug} ${role}`)))
    const role = grantableRoles.find(one => !taken.has(`${free?.[0]} ${one}`))
    return free && role ? { category: free[0], role } : null
  }
  const next = nextFree()
  return (
    <fieldset className="grants">
      <legend>{t('grants.title')}</legend>
      <Text size="xs" c="dimmed">
        {t('grants.hint')}
      </Text>
      {grants.length > 0 && (
        <Table withRowBorders={false} className="grants-table">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">{t('grants.category')}</th>
              <th scope="col">{t('grants.role')}</th>
              <th scope="col">{t('users.actions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, grant }, index) => (
              <tr key={id}>
                <td>
                  <NativeSelect
                    aria-label={t('grants.category')}
                    value={grant.category}
                    data={categories.map(([value, label]) => ({ value, label }))}
                    error={faultAt(`/grants/${index}/category`)}
                    onChange={event => set(id, { category: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <NativeSelect
                    aria-label={t('grants.role')}
                    value={grant.role}
                    data={grantableRoles.map(role => ({ value: role, label: t(`roles.${role}.name`) }))}
                    onChange={event => set(id, { role: event.currentTarget.value as Grant['role'] })}
                  />
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={t('grants.remove')}
                    onClick={() => put(rows.filter(row => row.id !== id))}
                  >
                    <Icon name="close" size={16} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {categories.length === 0 ? (
        <Text size="sm">{t('grants.noCategories')}</Text>
      ) : (
        <Button
          variant="default"
          size="xs"
          leftSection={<Icon name="plus" size={14} />}
          disabled={next === null}
          onClick={() => next && put([...rows, { id: Math.max(-1, ...rows.map(row => row.id)) + 1, grant: next }])}
        >
          {t('grants.add')}
        </Button>
      )}
    </fieldset>
  )
}
