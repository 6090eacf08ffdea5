import { randomUUID } from 'node:crypto'

import { contentName } from '../../../src/chat/cards/buttonData.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import { zoneNamed } from '../../../src/core/time/zones/readZone.ts'

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
  /** The conversation with its thread, as in the activity. */
  readonly at: string
  /** The team that the channel belongs to. */
  readonly team: string | undefined
  readonly activity: string | undefined
  /** The message that holds the card whose button was pressed. */
  readonly replyTo: string | undefined
  /** The bot may not be a member: a shortcut was used in a conversation without it. */
  readonly apart?: true
  /** Addressed to the bot alone although others read along: the answer is private too. */
  readonly targeted: boolean
}

/** The account that caused an activity. */
export interface Sender {
  /** Teams’ own id, `29:…`. */
  readonly id: string
  /** The id in Microsoft Entra; undefined for somebody who is not signed in. */
  readonly account: string | undefined
  readonly name: string | undefined
  /** An IANA zone. */
  readonly zone: string | undefined
  readonly locale: string | undefined
}

/** Stands in for the tenant of the local client, which names none. */
const localTenant = 'local'

/** Where an activity comes from; undefined for one that does not say. */
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

/** The message that an update may be taken from, as the store knows it; undefined where its id is not told. */
export function sourceName({ conversation }: Origin, id: string | undefined): string | undefined {
  return id === undefined ? undefined : `${conversation}:${id}`
}

/** The conversation of a thread. */
function withoutThread(conversation: string): string {
  return conversation.split(';messageid=')[0] ?? conversation
}

/**
 * Names an activity, the same each time Teams sends it; ids are unique only within a conversation. An activity without
 * an id gets a name of its own, since it could not be recognized.
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

/** A chat between two people is called personal too; the id of the bot's chat with a person begins with `a:`. */
function kindOf(conversation: Json, data: Json, local: boolean): Origin['kind'] {
  const kind = conversation['conversationType']
  if (kind === 'channel' || data['team'] !== undefined || data['channel'] !== undefined) return 'channel'
  const own = local || (text(conversation['id']) ?? '').startsWith('a:')
  return kind === 'personal' && own ? 'personal' : 'groupChat'
}
