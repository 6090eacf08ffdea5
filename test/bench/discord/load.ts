import type { Json } from '../../../src/core/json.ts'
import { app, places } from '../../support/discord/far/defaults.ts'
import { snowflake } from '../../support/discord/far/snowflake.ts'
import { signatureOf } from '../../support/discord/sent/keys.ts'
import { timestampOf } from '../../support/discord/sent/signed.ts'
import { type AskRound, askInTurn, post, type Settled } from '../wire.ts'

export interface Asked {
  /** `find` with its `query`, or another action with its one option. */
  readonly action: string
  readonly option: string
  readonly word: string
  readonly user: string
  /** What every answer holds. */
  readonly wanted: string
}

/** Sends these commands in turn, so many at once, each signed before the round and with an id of its own. */
export function rounds(all: readonly Asked[]): AskRound {
  return askInTurn(all, request, check)
}

/** A response of type 5 says that the answer comes later, by another way; so does 202. */
function check(answer: string, { wanted }: Asked): Settled {
  if (answer.startsWith('HTTP/1.1 200') && answer.includes(wanted)) return 'answered'
  if (/^HTTP\/1\.1 (202|200[\s\S]*"type":5\b)/.test(answer)) return 'late'
  throw new Error(`a command was answered otherwise: ${answer}`)
}

let count = 0

/** An action of `/directory`, as Discord sends it. */
export function interaction({ action, option, word, user }: Asked): Json {
  count += 1
  // A round is signed before it begins, and may last longer than Discord waits.
  const soon = new Date(Date.now() + 60_000)
  return {
    id: snowflake(soon, count % 4_096),
    application_id: app.id,
    type: 2,
    token: `bench-${count}`,
    version: 1,
    context: 0,
    locale: 'en-US',
    guild_id: places.guild,
    channel_id: places.channel,
    app_permissions: '0',
    authorizing_integration_owners: { 0: places.guild },
    member: { nick: null, roles: [], user: { id: user, username: 'cted', global_name: 'CTED' } },
    data: {
      id: '1',
      name: 'directory',
      type: 1,
      options: [{ type: 1, name: action, options: [{ type: 3, name: option, value: word }] }],
    },
  }
}

function request(asked: Asked): Buffer {
  const body = JSON.stringify(interaction(asked))
  const timestamp = timestampOf(new Date())
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
    'x-signature-ed25519': signatureOf(timestamp, body),
    'x-signature-timestamp': timestamp,
  }
  return post('/discord/interactions', headers, body)
}
