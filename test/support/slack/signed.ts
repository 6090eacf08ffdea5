import { createHmac } from 'node:crypto'

import { patientAnswerMs } from '../runner/answerWaits.ts'
import { type Json, unique } from './payloads.ts'

/** How a delivery is made; what is overridden is for tests of refusals. */
export interface Sending {
  readonly secret: string
  /** When it was signed; now when not said. */
  readonly at?: Date
  readonly retry?: { readonly num: number; readonly reason: string }
  readonly timestamp?: string
  /** Null sends none. */
  readonly signature?: string | null
  readonly contentType?: string
  readonly body?: string
  readonly path?: string
}

export interface Answered {
  readonly status: number
  readonly text: string
  readonly headers: Headers
  /** Where the text is JSON. */
  readonly json?: Json
}

/** The two headers with which Slack signs a body. */
export function sign(
  secret: string,
  body: string,
  timestamp: string = String(Math.floor(Date.now() / 1000)),
): Record<string, string> {
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature }
}

/** Posts a slash command to `${base}/slack/events`. */
export function slashCommand(
  base: string,
  fields: Readonly<Record<string, string>>,
  sending: Sending,
): Promise<Answered> {
  return post(base, new URLSearchParams(fields).toString(), form, sending)
}

/** Posts what came of a button, a modal, a select or a shortcut. */
export function interaction(base: string, payload: Json, sending: Sending): Promise<Answered> {
  return post(base, new URLSearchParams({ payload: JSON.stringify(payload) }).toString(), form, sending)
}

/** Posts an event in its wrapper, or a url_verification. */
export function event(base: string, payload: Json, sending: Sending): Promise<Answered> {
  return post(base, JSON.stringify(payload), 'application/json', sending)
}

const form = 'application/x-www-form-urlencoded'

async function post(base: string, written: string, type: string, sending: Sending): Promise<Answered> {
  const { secret, at = new Date(), retry, signature, contentType = type, path = '/slack/events' } = sending
  const body = sending.body ?? written
  const headers = new Headers(
    sign(secret, body, sending.timestamp ?? String(Math.floor(at.getTime() / 1000))),
  )
  headers.set('content-type', contentType)
  headers.set('user-agent', 'Slackbot 1.0 (+https://api.slack.com/robots)')
  if (signature === null) headers.delete('x-slack-signature')
  else if (signature !== undefined) headers.set('x-slack-signature', signature)
  if (retry) {
    headers.set('x-slack-retry-num', String(retry.num))
    headers.set('x-slack-retry-reason', retry.reason)
  }
  const response = await fetch(`${base}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  const answered = { status: response.status, text, headers: response.headers }
  return isJson ? { ...answered, json: JSON.parse(text) } : answered
}

/** The workspace that a token is for, as far as OAuth tells of it. */
export interface Grantee {
  readonly teamId: string
  readonly name: string
  readonly enterpriseId?: string
  readonly botToken: string
  readonly botUserId: string
}

export interface Granting {
  /** The token ends and is renewed with a refresh token, each good once. */
  readonly rotates?: boolean
  readonly expiresIn?: number
  readonly orgInstall?: boolean
  readonly installer?: string
  readonly scope?: string
}

/** What Slack hands out for a while: triggers, response URLs, codes and refresh tokens. */
export interface Mint<T extends Grantee> {
  /** Opens one view within three seconds. */
  trigger(): string
  /** Takes a trigger; gives the error where it does not serve. */
  useTrigger(id: string, strict: boolean): string | undefined
  responseId(): string
  expire(id: string): void
  useResponse(id: string): string | undefined
  grant(code: string, team: T, granting?: Granting): void
  /** A refresh token for what is installed already. */
  refreshToken(team: T, granting?: Granting): string
  /** What oauth.v2.access answers. */
  access(args: Json): Json
}

/** Longer than Slack’s three seconds, since a busy machine is not what a test is about. */
const triggerMs = patientAnswerMs
const responseUses = 5

/** `issued` learns of each new token; `client` is checked where it is given. */
export function createMint<T extends Grantee>(
  issued: (token: string, team: T) => void,
  client: { readonly id?: string; readonly secret?: string },
): Mint<T> {
  const triggers = new Map<string, { readonly until: number; used: boolean }>()
  const urls = new Map<string, { uses: number; expired: boolean }>()
  const grants = new Map<string, { readonly team: T; readonly granting: Granting; used: boolean }>()

  function refreshToken(team: T, granting: Granting = {}): string {
    const token = `xoxe-1-${unique()}`
    grants.set(token, { team, granting: { ...granting, rotates: true }, used: false })
    return token
  }

  function issue(team: T, granting: Granting): Json {
    const {
      rotates = false,
      expiresIn = 43_200,
      orgInstall = false,
      installer = 'U1',
      scope = 'chat:write',
    } = granting
    const token = rotates ? `xoxe.xoxb-1-${unique()}` : team.botToken
    issued(token, team)
    const { enterpriseId, teamId, name, botUserId } = team
    return {
      ok: true,
      app_id: 'A1',
      authed_user: { id: installer },
      ...{ scope, token_type: 'bot', access_token: token, bot_user_id: botUserId },
      team: orgInstall ? null : { id: teamId, name },
      enterprise: enterpriseId === undefined ? null : { id: enterpriseId, name: 'Organization' },
      is_enterprise_install: orgInstall,
      ...(rotates ? { refresh_token: refreshToken(team, granting), expires_in: expiresIn } : {}),
    }
  }

  return {
    refreshToken,
    trigger() {
      const id = `${unique()}.1.minted`
      triggers.set(id, { until: Date.now() + triggerMs, used: false })
      return id
    },
    useTrigger(id, strict) {
      const known = triggers.get(id)
      if (!known) return strict || id === '' ? 'invalid_trigger_id' : undefined
      if (known.used) return 'exchanged_trigger_id'
      if (Date.now() > known.until) return 'expired_trigger_id'
      known.used = true
      return undefined
    },
    responseId() {
      const id = `R${unique()}`
      urls.set(id, { uses: 0, expired: false })
      return id
    },
    expire(id) {
      urls.set(id, { uses: 0, expired: true })
    },
    useResponse(id) {
      const known = urls.get(id)
      if (!known) return 'no_such_url'
      if (known.expired) return 'expired_url'
      known.uses += 1
      return known.uses > responseUses ? 'used_url' : undefined
    },
    grant(code, team, granting = {}) {
      grants.set(code, { team, granting, used: false })
    },
    access(args) {
      if (client.id !== undefined && args['client_id'] !== client.id) return no('invalid_client_id')
      if (client.secret !== undefined && args['client_secret'] !== client.secret)
        return no('bad_client_secret')
      const refreshes = args['grant_type'] === 'refresh_token'
      const known = grants.get(String(refreshes ? args['refresh_token'] : args['code']))
      if (!known || (refreshes && known.used)) return no(refreshes ? 'invalid_refresh_token' : 'invalid_code')
      if (known.used) return no('code_already_used')
      known.used = true
      return issue(known.team, known.granting)
    },
  }
}

/** How Slack says no. */
export function no(error: string, extra: Json = {}): Json {
  return { ok: false, error, ...extra }
}
