import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type Json = Record<string, unknown>

/** An account of the fake Slack. */
export interface User {
  readonly id: string
  readonly email?: string
  readonly realName: string
  readonly tz?: string
  readonly locale?: string
  readonly isBot?: boolean
  readonly isRestricted?: boolean
  readonly isUltraRestricted?: boolean
  readonly isStranger?: boolean
  readonly deleted?: boolean
  /** Where it belongs to another workspace. */
  readonly teamId?: string
}

/** Ids and places of a payload; what is left out is of the default world: T1, U1, C1, A1, UBOT1, B1. */
export interface PayloadFields {
  readonly team?: string
  readonly user?: string
  readonly channel?: string
  readonly app?: string
  readonly botUser?: string
  readonly trigger?: string
  readonly responseUrl?: string
  readonly viewId?: string
  /** The workspace is part of this organization. */
  readonly enterprise?: string
  /** The app is installed for the whole organization. */
  readonly orgInstall?: boolean
  /** Laid over the payload at last, object by object; arrays are replaced. */
  readonly change?: Json
}

let count = 0

/** A number that no other payload of this process has. */
export function unique(): number {
  count += 1
  return count
}

/** A time stamp as Slack names messages: later ones are greater. */
export function nextTs(): string {
  return `${1_700_000_000 + Math.floor(unique() / 1_000_000)}.${String(count % 1_000_000).padStart(6, '0')}`
}

/** A scrubbed payload as it was recorded, from `test/fixtures/slack`. */
export function fixture(name: string): Json {
  return JSON.parse(recorded(name))
}

/** What Slack posts for a slash command. */
export function slashCommandFields(
  command: string,
  text = '',
  given: PayloadFields = {},
): Record<string, string> {
  const fields = build('slash_command', { ...given, change: { command, text, ...given.change } })
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))
}

/** A press of a button: in a channel's message, in an ephemeral one, in a direct one, at home, in a modal. */
export function blockActions(
  where: 'channel' | 'ephemeral' | 'direct' | 'home' | 'modal',
  action: Json = {},
  given: PayloadFields = {},
): Json {
  const built = build(`block_actions.${where}`, given)
  return { ...built, actions: [merge(object(array(built['actions'])[0]), action)] }
}

/** A modal sent off; `values` is its state by block, then by action. */
export function viewSubmission(
  view: Json & { readonly values?: Json } = {},
  given: PayloadFields = {},
): Json {
  const { values, ...rest } = view
  const built = build('view_submission', given)
  const state = values === undefined ? {} : { state: { values } }
  return { ...built, view: { ...object(built['view']), ...rest, ...state } }
}

/** A modal sent off with a conversation to answer in. */
export function viewSubmissionWithUrls(view: Json = {}, given: PayloadFields = {}): Json {
  const { responseUrl, channel = 'C1' } = given
  const one = {
    block_id: 'channel',
    action_id: 'value',
    channel_id: channel,
    response_url: responseUrl ?? nowhere,
  }
  return { ...viewSubmission(view, given), response_urls: [one] }
}

/** A modal closed without being sent. */
export function viewClosed(view: Json = {}, given: PayloadFields = {}): Json {
  return merge(build('view_closed', given), { view })
}

/** What somebody typed so far into a select that asks us. */
export function blockSuggestion(actionId: string, value: string, given: PayloadFields = {}): Json {
  return merge(build('block_suggestion', given), { action_id: actionId, value, ...given.change })
}

/** A shortcut on a message. */
export function messageShortcut(callbackId: string, message: Json = {}, given: PayloadFields = {}): Json {
  return merge(build('message_action', given), { callback_id: callbackId, message })
}

/** A shortcut of the whole workspace. */
export function globalShortcut(callbackId: string, given: PayloadFields = {}): Json {
  return merge(build('shortcut', given), { callback_id: callbackId })
}

export type EventKind =
  | 'app_mention'
  | 'message_im'
  | 'app_home_opened'
  | 'user_change'
  | 'app_uninstalled'
  | 'tokens_revoked'
  | 'channel_archive'
  | 'channel_deleted'
  | 'member_left_channel'

/** An event in its wrapper; `event` is laid over the inner one, `given.change` over the wrapper. */
export function eventCallback(kind: EventKind, event: Json = {}, given: PayloadFields = {}): Json {
  const built = build(`event.${kind}`, given)
  return { ...built, event: merge(object(built['event']), event) }
}

/** Slack asks whether the address is ours. */
export function urlVerification(challenge: string): Json {
  return { ...fixture('url_verification'), challenge }
}

/** Slack looks at our certificate; comes unsigned, as a form. */
export function sslCheck(): Record<string, string> {
  return { ssl_check: '1', token: 'scrubbed-verification-token' }
}

/** A user as users.info and `user_change` show one. */
export function userObject(user: User, team: string, enterprise?: string): Json {
  const template = object(object(build('event.user_change', { user: user.id, team })['event'])['user'])
  const { email: _email, ...profile } = object(template['profile'])
  return {
    ...template,
    team_id: user.teamId ?? team,
    name: user.id.toLowerCase(),
    real_name: user.realName,
    profile: {
      ...profile,
      real_name: user.realName,
      ...(user.email === undefined ? {} : { email: user.email }),
    },
    tz: user.tz ?? 'Europe/Paris',
    locale: user.locale ?? 'en-GB',
    deleted: user.deleted ?? false,
    is_bot: user.isBot ?? false,
    is_restricted: user.isRestricted ?? false,
    is_ultra_restricted: user.isUltraRestricted ?? false,
    ...(user.isStranger === undefined ? {} : { is_stranger: user.isStranger }),
    ...(enterprise === undefined ? {} : { enterprise_user: { id: user.id, enterprise_id: enterprise } }),
  }
}

/** Nobody listens there; without an address of the fake Slack a test shall not reach the real one. */
const nowhere = 'http://127.0.0.1:9/response/none'

function recorded(name: string): string {
  return readFileSync(join(import.meta.dirname, '../../fixtures/slack', `${name}.json`), 'utf8')
}

function build(name: string, given: PayloadFields): Json {
  const { team = 'T1', user = 'U1', channel = 'C1', app = 'A1', botUser = 'UBOT1' } = given
  const names: Readonly<Record<string, string>> = {
    ...{ T00000001: team, U00000001: user, U00000002: botUser, A00000001: app, B00000001: 'B1' },
    ...{ C00000001: channel, D00000001: `D${user}`, V00000001: given.viewId ?? `V${unique()}` },
    ...{ Ev00000001: `Ev${String(unique()).padStart(8, '0')}` },
  }
  const text = recorded(name).replace(/\b[A-Z][a-z]?\d{8}\b/g, (id) => names[id] ?? id)
  const built: Json = JSON.parse(text)
  if ('trigger_id' in built) built['trigger_id'] = given.trigger ?? `${unique()}.1.unminted`
  if ('response_url' in built) built['response_url'] = given.responseUrl ?? nowhere
  if ('event_time' in built) built['event_time'] = Math.floor(Date.now() / 1000)
  if (given.enterprise !== undefined)
    Object.assign(built, organized(built, given.enterprise, given.orgInstall ?? false))
  return merge(built, given.change ?? {})
}

/** Where an organization stands in a payload: each kind has a way of its own. */
function organized(built: Json, id: string, whole: boolean): Json {
  const name = 'Organization'
  if ('command' in built)
    return { enterprise_id: id, enterprise_name: name, is_enterprise_install: String(whole) }
  if ('event' in built) {
    const first = object(array(built['authorizations'])[0])
    const team_id = whole ? null : first['team_id']
    const authorization = { ...first, enterprise_id: id, team_id, is_enterprise_install: whole }
    return { enterprise_id: id, context_enterprise_id: id, authorizations: [authorization] }
  }
  const team = { ...object(built['team']), enterprise_id: id, enterprise_name: name }
  const view =
    'view' in built
      ? { view: { ...object(built['view']), ...(whole ? { app_installed_team_id: id } : {}) } }
      : {}
  return {
    enterprise: { id, name },
    is_enterprise_install: whole,
    team: whole && 'view' in built ? null : team,
    ...view,
  }
}

function merge(under: Json, over: Json): Json {
  const merged = Object.entries(over).map(([key, value]) => {
    const both = isObject(value) && isObject(under[key])
    return [key, both ? merge(object(under[key]), object(value)) : value]
  })
  return { ...under, ...Object.fromEntries(merged) }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value as an object; an empty one where it is none. */
export function object(value: unknown): Json {
  return isObject(value) ? value : {}
}

/** The value as a list; an empty one where it is none. */
export function array(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
