import { CallError } from '../../../src/chat/delivery/failure.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { Outgoing } from './activity.ts'
import type { CallService } from './callService.ts'

/** Where a conversation is found. */
export interface Address {
  readonly serviceUrl: string
  /** With `;messageid=…` for a thread of a channel. */
  readonly conversation: string
}

/** A member of a conversation, as the service describes them. */
export type Member = Json

/** Calls to Teams. Each is made once: what may have been carried out is never repeated here. */
export interface Connector {
  /** Posts an activity and gives its id; `only` is the one person who sees it. Raises `CallError`. */
  send(to: Address, activity: Outgoing | Json, only?: string): Promise<string | undefined>
  update(to: Address, id: string, activity: Outgoing | Json): Promise<void>
  /** Opens the conversation between the bot and one person, or finds it again. */
  direct(of: {
    readonly serviceUrl: string
    readonly bot: string
    readonly member: string
    readonly tenant: string
  }): Promise<string>
  member(of: Address, id: string): Promise<Member>
  /** One page of the members of a conversation; `next` fetches the page after it. */
  members(
    of: Address,
    next?: string,
  ): Promise<{ readonly members: readonly Member[]; readonly next: string | undefined }>
}

export function createConnector(call: CallService): Connector {
  return {
    async send({ serviceUrl, conversation }, activity, only) {
      const targeted = only === undefined ? '' : '?isTargetedActivity=true'
      const recipient = only === undefined ? {} : { recipient: { id: only } }
      const body = await call(serviceUrl, {
        method: 'POST',
        path: `${pathOf(conversation)}/activities${targeted}`,
        body: { ...activity, ...recipient },
      })
      return text(body['id'])
    },
    async update({ serviceUrl, conversation }, id, activity) {
      await call(serviceUrl, {
        method: 'PUT',
        path: `${pathOf(conversation)}/activities/${encodeURIComponent(id)}`,
        body: { ...activity, id },
      })
    },
    async direct({ serviceUrl, bot, member, tenant }) {
      const body = await call(serviceUrl, {
        method: 'POST',
        path: conversations,
        body: {
          isGroup: false,
          bot: { id: bot },
          members: [{ id: member }],
          tenantId: tenant,
          channelData: { tenant: { id: tenant } },
        },
      })
      const id = text(body['id'])
      if (id === undefined) throw new CallError('Teams opened a conversation without naming it.')
      return id
    },
    member: ({ serviceUrl, conversation }, id) =>
      call(serviceUrl, {
        method: 'GET',
        path: `${pathOf(conversation)}/members/${encodeURIComponent(id)}`,
      }),
    async members({ serviceUrl, conversation }, next) {
      const query = new URLSearchParams({
        pageSize: '200',
        ...(next === undefined ? {} : { continuationToken: next }),
      })
      const path = `${pathOf(conversation)}/pagedmembers?${query}`
      const body = await call(serviceUrl, { method: 'GET', path })
      return { members: array(body['members']).map(object), next: text(body['continuationToken']) }
    },
  }
}

const conversations = 'v3/conversations'

function pathOf(conversation: string): string {
  return `${conversations}/${encodeURIComponent(conversation)}`
}
