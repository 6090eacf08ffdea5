import { CallError, neverSent } from '../../../src/chat/delivery/failure.ts'
import { knownRefusal, type Remedies } from '../../../src/chat/delivery/knownRefusals.ts'
import { DeliveryError, type DeliveryFault } from '../../../src/core/errors.ts'

/** Slack’s error words that a delivery can end with, and what the operator does about it. */
const remedies: Remedies = {
  gone: {
    channel_not_found: 'the channel is gone or private; invite the bot there (/invite) and bind it again',
    is_archived: 'the channel is archived; unarchive it, or bind another one',
    not_in_channel: 'the bot is not in the channel; invite it there (/invite) and bind it again',
    user_not_found: 'the workspace no longer knows the account; link another one',
    users_not_found: 'the workspace no longer knows the account; link another one',
    user_disabled: 'the account is deactivated; link another one',
    user_not_visible: 'the bot may not see the account; link another one',
    cannot_dm_bot: 'the account is a bot; link the person’s own',
  },
  forbidden: {
    messages_tab_disabled: 'the app’s messages tab is off; switch it on under App Home in the app’s settings',
    restricted_action:
      'the workspace forbids the bot to post; an administrator allows it in the workspace’s settings',
    restricted_action_read_only_channel:
      'only some members may post in the channel; make the bot one of them',
    permission_denied:
      'the workspace lets only some manage user groups; an owner allows everybody to under Settings, Permissions, User groups',
    plan_upgrade_required: 'the plan of the workspace has no user groups',
    handle_already_exists:
      'a person or a channel has that name already; rename it, or the user group cannot have it',
    name_already_exists: 'another user group has that name; rename it',
  },
  auth: {
    account_inactive: 'the bot was removed; install the app again',
    token_revoked: 'the token was revoked; install the app again',
    token_expired: 'the token has expired; install the app again',
    invalid_auth: 'the token is not valid; renew SLACK_BOT_TOKEN or install the app again',
    not_authed: 'there is no token; set SLACK_BOT_TOKEN or install the app',
    no_permission: 'the token lacks a permission; install the app again with the current manifest',
    missing_scope: 'the app lacks a scope; install it again with the current manifest',
    org_login_required: 'the workspace is being moved to an organization; wait, or install the app again',
    ekm_access_denied: 'the organization’s key management refuses the bot',
    team_access_not_granted: 'the organization has not granted the app access to this workspace',
  },
  invalid: {
    failed_for_some_users:
      'one of the accounts is not in the workspace any more; let its owner link another one',
    invalid_users: 'one of the accounts is not in the workspace any more; let its owner link another one',
    invalid_blocks: 'Slack refused the layout of the message',
    msg_blocks_too_long: 'Slack found the message too long',
    msg_too_long: 'Slack found the message too long',
    no_text: 'Slack found the message empty',
    invalid_arguments: 'Slack refused the call',
  },
}

/** Slack’s words for what it has not done and may do later. */
const passing: ReadonlySet<unknown> = new Set([
  'ratelimited',
  'rate_limited',
  'message_limit_exceeded',
  'service_unavailable',
  'team_added_to_org',
])

/** Slack’s words for a fault of its own, after which the call may have been carried out or not. */
const troubled: ReadonlySet<unknown> = new Set(['internal_error', 'fatal_error', 'request_timeout'])

/** The wait where Slack asks for one without saying how long. */
const usualWaitSeconds = 30

/** Turns the SDK’s error into a `DeliveryError`; one that already is one stays as it is. */
export function deliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error
  const { text, fault } = readFault(callError(error), neededScope(error))
  return new DeliveryError(text, fault, { cause: error })
}

/** Slack’s own word for what went wrong, `channel_not_found`; undefined where it gave none. */
export function slackWord(error: unknown): string | undefined {
  const word = at(at(error, 'data'), 'error')
  return typeof word === 'string' ? word : undefined
}

/** Slack’s word where it refuses and will refuse again; undefined for what passes by itself. */
export function refusal(error: unknown): string | undefined {
  const word = slackWord(error)
  return word === undefined || passing.has(word) || troubled.has(word) ? undefined : word
}

/** Whether a delivery failed with this word of Slack’s. */
export function failedWith(error: unknown, word: string): boolean {
  return error instanceof DeliveryError && slackWord(error.cause) === word
}

function callError(error: unknown): CallError {
  const retryAfter = at(error, 'retryAfter')
  if (at(error, 'code') === 'slack_webapi_rate_limited_error') {
    const given = typeof retryAfter === 'number' && retryAfter > 0
    return new CallError('Slack asked to wait.', {
      status: 429,
      retryAfter: given ? retryAfter : usualWaitSeconds,
    })
  }
  const word = slackWord(error)
  if (word !== undefined) return new CallError(`Slack said ${word}.`, { status: 200, code: word })
  return new CallError('Slack gave no answer.', { unsent: neverSent(error) })
}

function readFault(
  { message, code, retryAfter, unsent }: CallError,
  scope: string,
): { readonly text: string; readonly fault: DeliveryFault } {
  if (retryAfter !== undefined)
    return { text: message, fault: { kind: 'retryable', afterSeconds: retryAfter } }
  if (unsent) return { text: 'Slack could not be reached.', fault: { kind: 'retryable' } }
  if (code === undefined) {
    return {
      text: 'The connection ended before Slack answered; it is not known whether the message was posted.',
      fault: { kind: 'ambiguous' },
    }
  }
  if (troubled.has(code)) return { text: message, fault: { kind: 'ambiguous' } }
  if (passing.has(code))
    return { text: message, fault: { kind: 'retryable', afterSeconds: usualWaitSeconds } }
  const known = knownRefusal(remedies, code)
  // A word that nobody knows is an answer nonetheless: the call was not carried out.
  if (!known) return { text: message, fault: { kind: 'invalid' } }
  return { text: `Slack said ${code}${scope}: ${known.remedy}.`, fault: { kind: known.kind } }
}

/** The scope that Slack asks for, in parentheses; empty where it names none. */
function neededScope(error: unknown): string {
  const needed = at(at(error, 'data'), 'needed')
  return typeof needed === 'string' ? ` (${needed})` : ''
}

function at(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}
