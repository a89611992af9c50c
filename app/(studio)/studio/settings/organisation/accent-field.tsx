'use client'

import { ColorInput, Switch } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { contrast, correctAccent, type Shade } from '#lib/organisation/correct-accent.ts'

/** Paper of the public pages, light and dark. */
const papers = { light: '#fbfdfd', dark: '#0b1418' }
const inks = { light: '#1a2427', dark: '#e3e8ea' }

interface Props {
  accent: string | null
  onChange: (accent: string | null) => void
  error: string | undefined
}

/** The organisation's colour, and how it is shown on light and on dark pages. */
export function AccentField({ accent, onChange, error }: Props) {
  const t = useTranslations('admin.organisation')
  const isColour = accent !== null && /^#[0-9a-f]{6}$/i.test(accent)
  const shades = isColour ? correctAccent(accent) : null
  return (
    <div className="accent-field">
      <Switch
        label={t('accentOwn')}
        checked={accent !== null}
        onChange={event => onChange(event.currentTarget.checked ? '#06606a' : null)}
      />
      {accent !== null && (
        <ColorInput
          label={t('accent')}
          description={t('accentHint')}
          name="accent"
          format="hex"
          maxLength={7}
          withEyeDropper={false}
          value={accent}
          onChange={onChange}
          error={error}
        />
      )}
      {shades && (
        <div className="accent-previews">
          <Preview ground="light" chosen={accent ?? ''} shade={shades.light} />
          <Preview ground="dark" chosen={accent ?? ''} shade={shades.dark} />
        </div>
      )}
    </div>
  )
}

function Preview({ ground, chosen, shade }: { ground: 'light' | 'dark'; chosen: string; shade: Shade }) {
  const t = useTranslations('admin.organisation')
  const isKept = shade.accent === chosen.toLowerCase()
  return (
    <section className="accent-preview" style={{ background: papers[ground], color: inks[ground] }} aria-label={t(ground)}>
      <strong>{t(ground)}</strong>
      <span className="accent-link" style={{ color: shade.accent }}>
        {t('sampleLink')}
      </span>
      <span className="accent-button" style={{ background: shade.accent, color: shade.on }}>
        {t('sampleButton')}
      </span>
      <small>
        <span className="mono">{shade.accent}</span>, {isKept ? t('kept') : t('moved', { colour: chosen })}
        <br />
        {t('contrast', { ratio: contrast(shade.accent, papers[ground]).toFixed(1) })}
      </small>
    </section>
  )
}
