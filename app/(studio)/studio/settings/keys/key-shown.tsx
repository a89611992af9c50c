'use client'

import { Button, CopyButton, Group, Modal, Text } from '@mantine/core'
import { useTranslations } from 'use-intl'
import { Icon } from '#app/_ui/icon.tsx'

/** The key itself, for the only time. */
export function KeyShown({ value, onClose }: { value: string; onClose: () => void }) {
  const t = useTranslations('keys')
  return (
    <Modal opened onClose={onClose} closeOnClickOutside={false} title={t('shownTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text mb="sm">{t('shownText')}</Text>
      <code className="secret">{value}</code>
      <Group justify="end" gap="xs" mt="md">
        <CopyButton value={value}>
          {({ copied, copy }) => (
            <Button variant="default" onClick={copy} leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}>
              {copied ? t('copied') : t('copy')}
            </Button>
          )}
        </CopyButton>
        <Button onClick={onClose}>{t('close')}</Button>
      </Group>
    </Modal>
  )
}
