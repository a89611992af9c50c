import { Text, Title } from '@mantine/core'
import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readInterface } from '#app/_i18n/read-interface.ts'
import { BrandMark } from '#app/_ui/brand-mark.tsx'
import { LanguageSwitch } from '#app/_ui/language-switch.tsx'
import { findSession } from '#app/session.ts'
import { sharedIstok } from '#lib/shared-istok.ts'
import { homeFor, safePath } from './destination.ts'
import { SignInForm } from './sign-in-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readInterface()).t('signIn.title') }
}

interface Props {
  searchParams: Promise<{ from?: string | string[]; ended?: string; error?: string }>
}

export default async function SignInPage({ searchParams }: Props) {
  const { from, ended, error } = await searchParams
  const session = await findSession()
  if (session) redirect(safePath(from) ?? homeFor(session.actor))
  const { t } = await readInterface()
  const { env } = sharedIstok()
  return (
    <main className="sign-in">
      <div className="brand">
        <BrandMark />
        {t('shell.product')}
      </div>
      <div className="sign-in-card">
        <Title order={1} mb={4}>
          {t('signIn.title')}
        </Title>
        <Text c="dimmed" mb="lg">
          {ended === undefined ? t('signIn.lead') : t('signIn.ended')}
        </Text>
        <SignInForm from={safePath(from)} demo={env.demo} service={env.oidc?.name ?? null} isRefused={error !== undefined} />
      </div>
      <LanguageSwitch />
    </main>
  )
}
