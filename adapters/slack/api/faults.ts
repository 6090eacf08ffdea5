import { DeliveryError, type DeliveryFault } from '../../../src/core/errors.ts'

interface Meaning {
  readonly kind: 'gone' | 'forbidden' | 'auth' | 'invalid'
  /** What to do about it. */
  readonly mend: string
}

/** What Slack's own words mean for a delivery, and how the operator mends it. */
const meanings: Readonly<Record<string, Meaning>> = {
  channel_not_found: {
    kind: 'gone',
    mend: 'the channel is gone or private; invite the bot there (/invite) and bind it again',
  },
  is_archived: { kind: 'gone', mend: 'the channel is archived; unarchive it, or bind another one' },
  not_in_channel: {
    kind: 'gone',
    mend: 'the bot is not in the channel; invite it there (/invite) and bind it again',
  },
  user_not_found: {
    kind: 'gone',
    mend: 'the workspace does not know the account any more; link another one',
  },
  users_not_found: {
    kind: 'gone',
    mend: 'the workspace does not know the account any more; link another one',
  },
  user_disabled: { kind: 'gone', mend: 'the account is deactivated; link another one' },
  user_not_visible: { kind: 'gone', mend: 'the bot may not see the account; link another one' },
  cannot_dm_bot: { kind: 'gone', mend: 'the account is a bot; link the person’s own' },
  messages_tab_disabled: {
    kind: 'forbidden',
    mend: 'the app’s messages tab is off; switch it on under App Home of the app’s settings',
  },
  restricted_action: {
    kind: 'forbidden',
    mend: 'the workspace forbids the bot to post; an administrator allows it in the workspace’s settings',
  },
  restricted_action_read_only_channel: {
    kind: 'forbidden',
    mend: 'only some may post in the channel; let the bot be one of them',
  },
  account_inactive: { kind: 'auth', mend: 'the bot was removed; install the app again' },
  token_revoked: { kind: 'auth', mend: 'the token was revoked; install the app again' },
  token_expired: { kind: 'auth', mend: 'the token has expired; install the app again' },
  invalid_auth: {
    kind: 'auth',
    mend: 'the token is not valid; set SLACK_BOT_TOKEN anew or install the app again',
  },
  not_authed: { kind: 'auth', mend: 'there is no token; set SLACK_BOT_TOKEN or install the app' },
  no_permission: {
    kind: 'auth',
    mend: 'the token may not do this; install the app again with the manifest of today',
  },
  missing_scope: { kind: 'auth', mend: 'the app lacks a scope; install it again with the manifest of today' },
  org_login_required: {
    kind: 'auth',
    mend: 'the workspace is being moved to an organization; wait, or install again',
  },
  ekm_access_denied: { kind: 'auth', mend: 'the organization’s key management refuses the bot' },
  team_access_not_granted: { kind: 'auth', mend: 'the organization has not given the app to this workspace' },
  invalid_blocks: { kind: 'invalid', mend: 'Slack refused the message’s form' },
  msg_blocks_too_long: { kind: 'invalid', mend: 'Slack found the message too long' },
  msg_too_long: { kind: 'invalid', mend: 'Slack found the message too long' },
  no_text: { kind: 'invalid', mend: 'Slack found the message empty' },
  invalid_arguments: { kind: 'invalid', mend: 'Slack refused the call' },
}

/** Slack’s words that say it did nothing and may later. */
const later: ReadonlySet<string> = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'service_unavailable',
  'team_added_to_org',
])

/** A failed call in our own words; an error that is a `DeliveryError` already stays as it is. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const read = readFault(error)
  return new DeliveryError(read.text, read.fault)
}

/** Slack’s own word for what went wrong, `channel_not_found`; undefined where it gave none. */
export function slackWord(error: unknown): string | undefined {
  const data = at(error, 'data')
  const word = at(data, 'error')
  return typeof word === 'string' ? word : undefined
}

/** Slack’s word where it says no and will say so again; undefined for what passes by itself. */
export function refusal(error: unknown): string | undefined {
  const word = slackWord(error)
  return word === undefined || later.has(word) || troubled.has(word) ? undefined : word
}

/** Slack’s words for a fault of its own, which may have done it or not. */
const troubled: ReadonlySet<string> = new Set(['internal_error', 'fatal_error', 'request_timeout'])

function readFault(error: unknown): { readonly text: string; readonly fault: DeliveryFault } {
  const code = at(error, 'code')
  const retryAfter = at(error, 'retryAfter')
  if (code === 'slack_webapi_rate_limited_error') {
    const afterSeconds = typeof retryAfter === 'number' && retryAfter > 0 ? retryAfter : 30
    return { text: 'Slack asked to wait.', fault: { kind: 'retryable', afterSeconds } }
  }
  const word = slackWord(error)
  if (word !== undefined) {
    if (troubled.has(word)) return { text: `Slack said ${word}.`, fault: { kind: 'ambiguous' } }
    if (later.has(word))
      return { text: `Slack said ${word}.`, fault: { kind: 'retryable', afterSeconds: 30 } }
    const meaning = meanings[word]
    const needed = word === 'missing_scope' ? at(at(error, 'data'), 'needed') : undefined
    const scope = typeof needed === 'string' ? ` (${needed})` : ''
    if (meaning)
      return { text: `Slack said ${word}${scope}: ${meaning.mend}.`, fault: { kind: meaning.kind } }
    // What Slack answers with a word of its own was not done.
    return { text: `Slack said ${word}.`, fault: { kind: 'invalid' } }
  }
  if (neverSent(error)) return { text: 'Slack could not be reached.', fault: { kind: 'retryable' } }
  return {
    text: 'The connection ended before Slack had answered; whether the message was posted is not known.',
    fault: { kind: 'ambiguous' },
  }
}

/** Whether the request surely never reached Slack, so that another try can say nothing twice. */
function neverSent(error: unknown): boolean {
  for (let cause = error, depth = 0; cause !== undefined && depth < 6; depth++) {
    const code = at(cause, 'code')
    if (typeof code === 'string' && unreached.has(code)) return true
    cause = at(cause, 'original') ?? at(cause, 'cause')
  }
  return false
}

const unreached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}
