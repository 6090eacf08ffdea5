import { CallError } from '../../../src/chat/delivery/failure.ts'
import { DeliveryError } from '../../../src/core/errors.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { Outgoing } from './activity.ts'
import type { Tokens } from './tokens.ts'
import { createTransport } from './transport.ts'

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

/** `isService` tells to which addresses the bot’s token may be sent. */
export function createConnector(
  tokens: Tokens,
  isService: (url: string) => boolean,
  callMs: number,
): Connector {
  const ask = createTransport(callMs)

  async function call(serviceUrl: string, path: string, method: string, body?: object): Promise<Json> {
    if (!isService(serviceUrl)) {
      throw new DeliveryError('The service address of the conversation does not belong to Teams.', {
        kind: 'invalid',
      })
    }
    try {
      return await once(serviceUrl, path, method, body)
    } catch (error) {
      // A token may be withdrawn before it expires; a call that was rejected for it was not carried out.
      if (!(error instanceof CallError) || error.status !== 401) throw error
      tokens.drop()
      return once(serviceUrl, path, method, body)
    }
  }

  async function once(serviceUrl: string, path: string, method: string, body?: object): Promise<Json> {
    const token = await tokens.current()
    const response = await ask(new URL(path, withSlash(serviceUrl)), {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { status, headers } = response
    const fields = read(response.body)
    if (status >= 200 && status < 300) return fields
    const error = object(fields['error'])
    const after = Number(headers['retry-after'])
    throw new CallError(`Teams answered ${status}.`, {
      status,
      code: text(error['code']) ?? text(fields['errorCode']),
      retryAfter: Number.isFinite(after) && after > 0 ? after : undefined,
    })
  }

  const activities = (conversation: string) =>
    `v3/conversations/${encodeURIComponent(conversation)}/activities`

  return {
    async send({ serviceUrl, conversation }, activity, only) {
      const targeted = only === undefined ? '' : '?isTargetedActivity=true'
      const recipient = only === undefined ? {} : { recipient: { id: only } }
      const body = await call(serviceUrl, `${activities(conversation)}${targeted}`, 'POST', {
        ...activity,
        ...recipient,
      })
      return text(body['id'])
    },
    async update({ serviceUrl, conversation }, id, activity) {
      await call(serviceUrl, `${activities(conversation)}/${encodeURIComponent(id)}`, 'PUT', {
        ...activity,
        id,
      })
    },
    async direct({ serviceUrl, bot, member, tenant }) {
      const body = await call(serviceUrl, 'v3/conversations', 'POST', {
        isGroup: false,
        bot: { id: bot },
        members: [{ id: member }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      })
      const id = text(body['id'])
      if (id === undefined) throw new CallError('Teams opened a conversation without naming it.')
      return id
    },
    member: ({ serviceUrl, conversation }, id) =>
      call(
        serviceUrl,
        `v3/conversations/${encodeURIComponent(conversation)}/members/${encodeURIComponent(id)}`,
        'GET',
      ),
    async members({ serviceUrl, conversation }, next) {
      const query = new URLSearchParams({
        pageSize: '200',
        ...(next === undefined ? {} : { continuationToken: next }),
      })
      const path = `v3/conversations/${encodeURIComponent(conversation)}/pagedmembers?${query}`
      const body = await call(serviceUrl, path, 'GET')
      return { members: array(body['members']).map(object), next: text(body['continuationToken']) }
    },
  }
}

function read(body: string): Json {
  try {
    return object(JSON.parse(body))
  } catch {
    return {}
  }
}

function withSlash(url: string): string {
  return url.endsWith('/') ? url : `${url}/`
}
