'use client'

import { Autocomplete, Button, ColorSwatch, Group, Image, Stack, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldConflict } from '#app/_catalogue/field-conflict.tsx'
import { LocalisedInputs } from '#app/_catalogue/localised-inputs.tsx'
import { type Stored, useSaving } from '#app/_catalogue/use-saving.ts'
import { callApi, type Problem } from '#app/_ui/call-api.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { ProblemNote } from '#app/_ui/problem-note.tsx'
import { useFaultAt } from '#app/_ui/use-field-fault.ts'
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
  const met = useTranslations('catalogue.conflict')
  const [settings, setSettings] = useState<OrganisationSettings>(() => inForm(organisation).fields)
  const [typedLocales, setTypedLocales] = useState(organisation.locales.join(', '))
  const fields: OrganisationSettings = { ...settings, locales: localesOf(typedLocales) }
  const saving = useSaving<OrganisationSettings, VersionedOrganisation>({
    fields,
    show(next) {
      setSettings(next)
      setTypedLocales(next.locales.join(', '))
    },
    stored: inForm(organisation),
    send: (body, version) => callApi('PUT', '/settings/organisation', { version, body }),
    async read() {
      const reply = await callApi<VersionedOrganisation>('GET', '/settings/organisation')
      return reply.ok ? inForm(reply.body) : null
    },
    onMet: () => notify('success', met('met')),
  })
  const { problem, clash } = saving
  const change = (part: Partial<OrganisationSettings>) => setSettings(before => ({ ...before, ...part }))
  const faultAt = useFaultAt(problem?.errors)
  const finish = (saved: VersionedOrganisation | null) => {
    if (!saved) return
    notify('success', t('saved'))
    router.refresh()
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    finish(await saving.save())
  }

  function explain(refusal: Problem): string {
    if (typeof refusal.count === 'number') return t('inUse', { locale: String(refusal.locale), count: refusal.count })
    return say(refusal)
  }

  return (
    <form onSubmit={save} className="narrow">
      <Stack gap="lg">
        {clash ? (
          <FieldConflict
            clash={clash}
            mine={fields}
            labels={{ name: t('name'), logo: t('logo'), accent: t('accent'), timeZone: t('timeZone'), locales: t('locales') }}
            say={(field, value) => <SettingInWords field={field} value={value} />}
            onKeepMine={async () => finish(await saving.keepMine())}
            onTakeTheirs={saving.takeTheirs}
          />
        ) : (
          problem && <ProblemNote>{explain(problem)}</ProblemNote>
        )}
        <LocalisedInputs
          locales={organisation.locales}
          label={t('name')}
          name="name"
          maxLength={80}
          values={settings.name}
          onChange={name => change({ name })}
          errors={Object.fromEntries(organisation.locales.map(locale => [locale, faultAt(`/name/${locale}`)]))}
        />
        <LogoField logo={settings.logo} onChange={logo => change({ logo })} error={faultAt('/logo')} />
        <AccentField accent={settings.accent} onChange={accent => change({ accent })} error={faultAt('/accent')} />
        <Autocomplete
          label={t('timeZone')}
          description={t('timeZoneHint')}
          name="timeZone"
          required
          data={zones}
          limit={20}
          value={settings.timeZone}
          onChange={timeZone => change({ timeZone })}
          error={faultAt('/timeZone')}
        />
        <TextInput
          label={t('locales')}
          description={t('localesHint')}
          name="locales"
          required
          maxLength={100}
          value={typedLocales}
          onChange={event => setTypedLocales(event.currentTarget.value)}
          error={faultAt('/locales')}
        />
        <Button type="submit" loading={saving.isPending} style={{ alignSelf: 'start' }}>
          {t('save')}
        </Button>
      </Stack>
    </form>
  )
}

/** A setting as it is shown beside another state of it. */
function SettingInWords({ field, value }: { field: keyof OrganisationSettings; value: unknown }) {
  const t = useTranslations('admin.organisation')
  if (field === 'logo')
    return value === null ? t('logoNone') : <Image src={`/media/${String(value)}`} alt={t('logo')} w="auto" h={40} fit="contain" />
  if (field === 'accent') return value === null ? t('accentNone') : <ColourInWords colour={String(value)} />
  return Array.isArray(value) ? value.join(', ') : String(value ?? '') || '—'
}

function ColourInWords({ colour }: { colour: string }) {
  return (
    <Group gap="xs">
      <ColorSwatch color={colour} size={16} withShadow={false} />
      <span className="mono">{colour}</span>
    </Group>
  )
}

function inForm({ version, name, logo, accent, timeZone, locales }: VersionedOrganisation): Stored<OrganisationSettings> {
  return { fields: { name, logo, accent, timeZone, locales }, version }
}

function localesOf(typed: string): string[] {
  return typed
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean)
}
