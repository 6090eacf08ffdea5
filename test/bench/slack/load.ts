import { slashCommandFields } from '../../support/slack/payloads.ts'
import { sign } from '../../support/slack/signed.ts'
import { type Exchange, exchangeAll, inTurn, post, type Round } from '../wire.ts'

export interface Asked {
  readonly secret: string
  readonly text: string
  readonly user: string
  /** What every answer holds. */
  readonly wanted: string
}

/** Sends that many commands, so many at once, each signed before the round and with a trigger of its own. */
export function round(
  base: string,
  together: number,
  commands: number,
  all: readonly Asked[],
): Promise<Round> {
  const exchanges = Array.from({ length: commands }, (_, index): Exchange => {
    const asked = inTurn(all, index)
    return { request: request(asked), settle: (answer) => check(answer, asked.wanted) }
  })
  return exchangeAll(base, together, exchanges)
}

function check(answer: string, wanted: string): void {
  if (!answer.startsWith('HTTP/1.1 200') || !answer.includes(wanted))
    throw new Error(`a command was answered otherwise: ${answer}`)
}

let triggers = 0

function request({ secret, text, user }: Asked): Buffer {
  triggers += 1
  const fields = slashCommandFields('/directory', text, {
    user,
    trigger: `${process.pid}.1.bench${triggers}`,
  })
  const body = new URLSearchParams(fields).toString()
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...sign(secret, body),
  }
  return post('/slack/events', headers, body)
}
