'use client'

import { Autocomplete, Button, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'
import type { OrganisationSettings, VersionedOrganisation } from '#lib/organisation/organisation-settings.ts'
import { AccentField } from './accent-field.tsx'
import { LogoField } from './logo-field.tsx'

/** Name, logo, colour, time zone and languages. `zones`: names of the time zones to choose from. */
export function OrganisationForm({ organisation, zones }: { organisation: VersionedOrganisation; zones: string[] }) {
  const t = useTranslations('admin.organisation')
  const router = useRouter()
  const notify = useNotify()
  const say = useProblemText()
  const { version, ...stored } = organisation
  const [settings, setSettings] = useState<OrganisationSettings>(stored)
  const [typedLocales, setTypedLocales] = useState(stored.locales.join(', '))
  const [pending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const change = (fields: Partial<OrganisationSettings>) => setSettings(before => ({ ...before, ...fields }))
  const faultAt = (field: keyof OrganisationSettings) =>
    problem?.errors?.some(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`)) ? t(`faults.${field}`) : undefined

  async function save(event: FormEvent) {
    event.preventDefault()
    setPending(true)
    const locales = typedLocales
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean)
    const reply = await callApi('PUT', '/settings/organisation', { version, body: { ...settings, locales } })
    setPending(false)
    if (!reply.ok) return setProblem(reply.problem)
    setProblem(null)
    notify('success', t('saved'))
    router.refresh()
  }

  function explain(refusal: Problem): string {
    if (refusal.status === 412) return t('changed')
    if (typeof refusal.count === 'number') return t('inUse', { locale: String(refusal.locale), count: refusal.count })
    return say(refusal)
  }

  return (
    <form onSubmit={save} className="narrow">
      <Stack gap="lg">
        {problem && <ProblemNote>{explain(problem)}</ProblemNote>}
        <LocalisedInputs
          locales={stored.locales}
          label={t('name')}
          name="name"
          maxLength={80}
          values={settings.name}
          onChange={name => change({ name })}
          errors={Object.fromEntries(stored.locales.map(locale => [locale, faultAt('name')]))}
        />
        <LogoField logo={settings.logo} onChange={logo => change({ logo })} error={faultAt('logo')} />
        <AccentField accent={settings.accent} onChange={accent => change({ accent })} error={faultAt('accent')} />
        <Autocomplete
          label={t('timeZone')}
          description={t('timeZoneHint')}
          name="timeZone"
          required
          data={zones}
          limit={20}
          value={settings.timeZone}
          onChange={timeZone => change({ timeZone })}
          error={faultAt('timeZone')}
        />
        <TextInput
          label={t('locales')}
          description={t('localesHint')}
          name="locales"
          required
          maxLength={100}
          value={typedLocales}
          onChange={event => setTypedLocales(event.currentTarget.value)}
          error={faultAt('locales')}
        />
        <Button type="submit" loading={pending} style={{ alignSelf: 'start' }}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  )
}
