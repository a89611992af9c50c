'use client'

import { Button, FileButton, Group, Image, InputWrapper } from '@mantine/core'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { storePicture } from '#app/_catalogue/store-picture.ts'
import { useNotify } from '#app/_ui/notices.tsx'
import { useProblemText } from '#app/_ui/use-problem-text.ts'

interface Props {
  /** Id of the picture. */
  logo: string | null
  onChange: (logo: string | null) => void
  error: string | undefined
}

/** The picture beside the name; choosing one stores it among the media. */
export function LogoField({ logo, onChange, error }: Props) {
  const t = useTranslations('admin.organisation')
  const notify = useNotify()
  const say = useProblemText()
  const [pending, setPending] = useState(false)

  async function choose(file: File | null) {
    if (!file) return
    setPending(true)
    const reply = await storePicture(file)
    setPending(false)
    if (!reply.ok) return notify('error', say(reply.problem))
    onChange(reply.body.id)
  }

  return (
    <InputWrapper label={t('logo')} description={t('logoHint')} error={error} labelElement="div">
      <Group gap="sm" mt={6}>
        {logo === null ? (
          <span className="quiet">{t('logoNone')}</span>
        ) : (
          <span className="logo-shown">
            <Image src={`/media/${logo}`} alt={t('logo')} w="auto" h={40} fit="contain" />
          </span>
        )}
        <FileButton onChange={choose} accept="image/png,image/webp">
          {props => (
            <Button variant="default" loading={pending} {...props}>
              {t('logoChoose')}
            </Button>
          )}
        </FileButton>
        {logo !== null && (
          <Button variant="subtle" onClick={() => onChange(null)}>
            {t('logoRemove')}
          </Button>
        )}
      </Group>
    </InputWrapper>
  )
}
