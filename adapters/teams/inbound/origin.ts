import { randomUUID } from 'node:crypto'

import { contentName } from '../../../src/chat/cards/buttons.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import { zoneNamed } from '../../../src/core/time/zones/zoneName.ts'

/** Who caused an activity, and where. */
export interface Origin {
  /** The Microsoft Entra tenant in which it happened. */
  readonly tenant: string
  readonly serviceUrl: string
  /** The bot’s own id there, `28:…`. */
  readonly bot: string
  readonly user: Sender
  readonly kind: 'personal' | 'channel' | 'groupChat'
  /** The conversation as a whole, without the thread. */
  readonly conversation: string
  /** The conversation with its thread, as the activity came. */
  readonly at: string
  /** The team of a channel. */
  readonly team: string | undefined
  readonly activity: string | undefined
  /** The message that holds the card whose button was pressed. */
  readonly replyTo: string | undefined
  /** The bot may not be in the conversation: something was asked beside it. */
  readonly apart?: true
  /** Said to the bot alone, though others read along: the answer is private too. */
  readonly targeted: boolean
}

/** The account that caused an activity. */
export interface Sender {
  /** Teams’ own id, `29:…`. */
  readonly id: string
  /** The id in Microsoft Entra; undefined for somebody who is not signed in. */
  readonly account: string | undefined
  readonly name: string | undefined
  /** IANA. */
  readonly zone: string | undefined
  readonly locale: string | undefined
}

/** The tenant of the local client, which knows none. */
export const localTenant = 'local'

/** Where an activity comes from; undefined for one that does not say it. */
export function readOrigin(activity: Json, local: boolean): Origin | undefined {
  const conversation = object(activity['conversation'])
  const data = object(activity['channelData'])
  const from = object(activity['from'])
  const recipient = object(activity['recipient'])
  const at = text(conversation['id'])
  const serviceUrl = text(activity['serviceUrl'])
  const tenant = local ? localTenant : (text(object(data['tenant'])['id']) ?? text(conversation['tenantId']))
  const user = readSender(activity, from, local)
  if (at === undefined || serviceUrl === undefined || tenant === undefined || !user) return undefined
  const zone = object(data['team'])
  return {
    tenant: tenant.toLowerCase(),
    serviceUrl,
    bot: text(recipient['id']) ?? '',
    user,
    kind: kindOf(conversation, data, local),
    conversation: withoutThread(at),
    at,
    team: text(zone['id']),
    activity: text(activity['id']),
    replyTo: text(activity['replyToId']),
    targeted: recipient['isTargeted'] === true,
  }
}

/** The conversation of a thread. */
export function withoutThread(conversation: string): string {
  return conversation.split(';messageid=')[0] ?? conversation
}

/**
 * The name of an event, the same each time it is brought; ids are counted anew in every conversation. One without
 * an id is not known again, so its name is like no other.
 */
export function deliveryOf(origin: Origin, sign = 'a'): string {
  const { tenant, conversation, user, activity } = origin
  return `${sign}:${contentName(tenant, `${conversation} ${user.id} ${activity ?? randomUUID()}`)}`
}

function readSender(activity: Json, from: Json, local: boolean): Sender | undefined {
  const id = text(from['id'])
  if (id === undefined) return undefined
  const account = text(from['aadObjectId']) ?? (local ? id : undefined)
  const info = array(activity['entities'])
    .map(object)
    .find((entity) => entity['type'] === 'clientInfo')
  const zone = text(activity['localTimezone']) ?? text(info?.['timezone'])
  return {
    id,
    account: account?.toLowerCase(),
    name: text(from['name']),
    zone: zone === undefined ? undefined : zoneNamed(zone),
    locale: text(activity['locale']) ?? text(info?.['locale']),
  }
}

/** Two people’s own chat is called personal too; the bot’s with a person alone begins with `a:`. */
function kindOf(conversation: Json, data: Json, local: boolean): Origin['kind'] {
  const kind = conversation['conversationType']
  if (kind === 'channel' || data['team'] !== undefined || data['channel'] !== undefined) return 'channel'
  const own = local || (text(conversation['id']) ?? '').startsWith('a:')
  return kind === 'personal' && own ? 'personal' : 'groupChat'
}
