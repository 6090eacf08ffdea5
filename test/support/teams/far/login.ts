import { createHash } from 'node:crypto'

import { app, unique } from './defaults.ts'
import type { Reply } from './faults.ts'

/** What a login knows the app by; it may be changed, as when a secret is replaced. */
export interface Registration {
  id: string
  secret: string
  tenant: string
}

/** Where tokens come from, and who knows which are good. */
export interface Login {
  readonly registration: Registration
  /** How long a token is good that is issued from now on. */
  seconds: number
  issue(tenant: string, form: URLSearchParams): Reply
  isGood(token: string): boolean
  /** All that were issued so far are good no more. */
  revoke(): void
}

const wanted = 'https://api.botframework.com/.default'

export function createLogin(): Login {
  const ends = new Map<string, number>()
  const login: Login = {
    registration: { ...app },
    seconds: 3_599,
    issue(tenant, form) {
      const { registration } = login
      const wrong = refusal(tenant, form, registration)
      if (wrong) return wrong
      const access_token = `token-${createHash('sha256').update(String(unique())).digest('base64url')}`
      ends.set(access_token, Date.now() + login.seconds * 1000)
      const expires_in = login.seconds
      return {
        status: 200,
        body: { token_type: 'Bearer', expires_in, ext_expires_in: expires_in, access_token },
      }
    },
    isGood: (token) => (ends.get(token) ?? 0) > Date.now(),
    revoke: () => ends.clear(),
  }
  return login
}

function refusal(tenant: string, form: URLSearchParams, registration: Registration): Reply | undefined {
  // Tokens of an app of many tenants come from the Bot Framework's own.
  if (tenant !== registration.tenant && tenant !== 'botframework.com') {
    return no(400, 'invalid_request', `AADSTS90002: Tenant '${tenant}' not found.`)
  }
  if (form.get('grant_type') !== 'client_credentials') {
    return no(400, 'unsupported_grant_type', 'AADSTS70003: The app requested an unsupported grant type.')
  }
  if (form.get('client_id') !== registration.id) {
    return no(400, 'unauthorized_client', 'AADSTS700016: Application was not found in the directory.')
  }
  if (form.get('client_secret') !== registration.secret) {
    return no(401, 'invalid_client', 'AADSTS7000215: Invalid client secret provided.')
  }
  if (form.get('scope') !== wanted) {
    return no(
      400,
      'invalid_scope',
      'AADSTS70011: The provided value for the input parameter scope is not valid.',
    )
  }
  return undefined
}

function no(status: number, error: string, error_description: string): Reply {
  return { status, body: { error, error_description, trace_id: '', correlation_id: '' } }
}
