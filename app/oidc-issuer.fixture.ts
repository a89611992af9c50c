import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** For tests: a sign-in service on this machine, as strict as the standards: one client, one redirect address, PKCE, each code once (OpenID Connect Core 1.0, RFC 7636). */
export interface Issuer {
  url: string
  /** What it says of whoever signs in next. */
  person: Record<string, unknown>
  /** Whom its tokens are for: this house, unless told. */
  audience: string
  /** `userinfo`: its tokens hold the subject only, as the standard lets it (OpenID Connect Core 1.0, 5.4); the rest is asked for. */
  tells: 'token' | 'userinfo'
  /** Whom the userinfo address speaks of; the subject of the token, unless told. */
  userinfoSubject?: string
  close(): void
}

export const client = { id: 'istok', secret: 'the-secret-of-istok-at-the-issuer' }

interface Grant {
  redirectUri: string
  challenge: string
  nonce: string
}

/** Opens the service; `redirectUri` is the only address to which it sends people back. */
export async function openIssuer(redirectUri: string): Promise<Issuer> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const grants = new Map<string, Grant>()
  const accessTokens = new Set<string>()
  const issuer: Issuer = { url: '', person: {}, audience: client.id, tells: 'token', close: () => server.close() }
  const server = createServer((request, response) => {
    void answer(request, response).catch(error => refuse(response, error instanceof Error ? error.message : String(error)))
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer.url)
    if (url.pathname === '/.well-known/openid-configuration') return reply(response, configuration(issuer.url))
    if (url.pathname === '/jwks')
      return reply(response, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' }] })
    if (url.pathname === '/authorize') return authorize(url.searchParams, response)
    if (url.pathname === '/token' && request.method === 'POST') return token(request, response)
    if (url.pathname === '/userinfo') return userinfo(request, response)
    refuse(response, 'unknown address')
  }

  function authorize(query: URLSearchParams, response: ServerResponse): void {
    const need = (name: string, value?: string) => {
      const given = query.get(name)
      if (given === null || given === '' || (value !== undefined && given !== value)) throw new Error(`${name} is ${given}`)
      return given
    }
    need('client_id', client.id)
    need('response_type', 'code')
    need('code_challenge_method', 'S256')
    if (!need('scope').split(' ').includes('openid')) throw new Error('scope lacks openid')
    const code = randomBytes(16).toString('hex')
    grants.set(code, { redirectUri: need('redirect_uri', redirectUri), challenge: need('code_challenge'), nonce: need('nonce') })
    response.writeHead(302, { Location: `${redirectUri}?code=${code}&state=${encodeURIComponent(need('state'))}` }).end()
  }

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = new URLSearchParams(Buffer.concat(chunks).toString())
    const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64')
    if (request.headers.authorization !== `Basic ${basic}`) throw new Error('the client did not prove itself')
    const grant = grants.get(body.get('code') ?? '')
    grants.delete(body.get('code') ?? '')
    if (!grant || body.get('grant_type') !== 'authorization_code') throw new Error('no such code')
    if (body.get('redirect_uri') !== grant.redirectUri) throw new Error('another redirect_uri')
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (challenge !== grant.challenge) throw new Error('the verifier does not fit')
    const accessToken = randomBytes(16).toString('hex')
    accessTokens.add(accessToken)
    reply(response, { access_token: accessToken, token_type: 'Bearer', expires_in: 60, id_token: idToken(grant.nonce) })
  }

  function userinfo(request: IncomingMessage, response: ServerResponse): void {
    if (!accessTokens.has(request.headers.authorization?.replace('Bearer ', '') ?? '')) throw new Error('no such access token')
    reply(response, { ...issuer.person, sub: issuer.userinfoSubject ?? issuer.person.sub })
  }

  function idToken(nonce: string): string {
    const seconds = Math.floor(Date.now() / 1000)
    const said = issuer.tells === 'token' ? issuer.person : { sub: issuer.person.sub }
    const claims = { iss: issuer.url, aud: issuer.audience, iat: seconds, exp: seconds + 60, nonce, ...said }
    const text = [{ alg: 'RS256', kid: 'k1' }, claims].map(part => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
    return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`
  }

  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return issuer
}

function configuration(url: string) {
  return {
    issuer: url,
    authorization_endpoint: `${url}/authorize`,
    token_endpoint: `${url}/token`,
    jwks_uri: `${url}/jwks`,
    userinfo_endpoint: `${url}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['client_secret_basic'],
    code_challenge_methods_supported: ['S256'],
  }
}

function reply(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}

function refuse(response: ServerResponse, reason: string): void {
  response
    .writeHead(400, { 'Content-Type': 'application/json' })
    .end(JSON.stringify({ error: 'invalid_request', error_description: reason }))
}
