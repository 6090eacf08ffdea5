import { CallError } from '../../../src/chat/delivery/failure.ts'
import { array, type Json, object, text } from '../../../src/core/json.ts'
import type { Api } from '../api/api.ts'
import { deliveryError } from '../api/faults.ts'

/** Members of a server, each as Discord describes them. */
export interface ServerMembers {
  /** Everybody; where the bot may not list them, or there are too many, those of the known accounts who are there. */
  all(server: string, known: readonly string[]): Promise<readonly Json[]>
  /** Undefined where the account is not in the server. */
  one(server: string, account: string): Promise<Json | undefined>
}

const pageSize = 1_000
/** Servers of more members are asked about those alone whom the directory knows. */
const mostPages = 10

export function createServerMembers(api: Api): ServerMembers {
  async function everybody(server: string): Promise<readonly Json[] | undefined> {
    const found: Json[] = []
    for (let page = 0; page < mostPages; page += 1) {
      const read = await list(server, accountOf(found.at(-1)) ?? '0')
      if (!read) return undefined
      found.push(...read)
      if (read.length < pageSize) return found
    }
    return undefined
  }

  async function list(server: string, after: string): Promise<readonly Json[] | undefined> {
    try {
      const query = { limit: String(pageSize), after }
      return array(await api.call({ method: 'GET', path: `/guilds/${server}/members`, query })).map(object)
    } catch (error) {
      // The Server Members Intent is off.
      if (error instanceof CallError && error.status === 403) return undefined
      throw deliveryError(error)
    }
  }

  async function one(server: string, account: string): Promise<Json | undefined> {
    try {
      return object(await api.call({ method: 'GET', path: `/guilds/${server}/members/${account}` }))
    } catch (error) {
      if (error instanceof CallError && error.status === 404) return undefined
      throw deliveryError(error)
    }
  }

  return {
    one,
    async all(server, known) {
      const listed = await everybody(server)
      if (listed) return listed
      const found: Json[] = []
      for (const account of known) {
        const member = await one(server, account)
        if (member) found.push(member)
      }
      return found
    },
  }
}

/** The account of a member; undefined where Discord names none. */
export function accountOf(member: Json | undefined): string | undefined {
  return text(object(member?.['user'])['id'])
}
