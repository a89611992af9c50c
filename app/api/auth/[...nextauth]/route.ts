import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions, placeOf } from '#app/auth-options.ts'
import { sharedIstok } from '#lib/shared-istok.ts'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions(sharedIstok(), placeOf(request.headers))) as Promise<Response>
}

export { handle as GET, handle as POST }
