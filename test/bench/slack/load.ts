import { slashCommandFields } from '../../support/slack/payloads.ts'
import { sign } from '../../support/slack/signed.ts'
import { type AskRound, askInTurn, post, type Settled } from '../wire.ts'

export interface Asked {
  readonly secret: string
  readonly text: string
  readonly user: string
  /** What every answer holds. */
  readonly wanted: string
}

/** Sends these commands in turn, so many at once, each signed before the round and with a trigger of its own. */
export function rounds(all: readonly Asked[]): AskRound {
  return askInTurn(all, request, check)
}

/** An empty acknowledgement says that the answer comes later, by another way. */
function check(answer: string, { wanted }: Asked): Settled {
  if (answer.startsWith('HTTP/1.1 200') && answer.includes(wanted)) return 'answered'
  if (answer.startsWith('HTTP/1.1 200') && answer.endsWith('\r\n\r\n')) return 'late'
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
