import { setTimeout as pause } from 'node:timers/promises'
import { personalId } from '../../support/teams/far/directory.ts'
import type { FarSide } from '../../support/teams/far/farSide.ts'
import type { Operation } from '../../support/teams/far/faults.ts'
import { message, type Person } from '../../support/teams/sent/activities.ts'
import { type Exchange, exchangeAll, inTurn, post, type Round } from '../wire.ts'

/** People who write to a bot in turns, each in a conversation of two, and what arrives there. */
export interface TeamsLoad {
  /** So many messages, so many at once; each is done when it was taken and its answer has arrived. */
  round(base: string, together: number, turns: number): Promise<Round>
  /** One of them; resolves to the activity that answers it. */
  ask(base: string): Promise<string>
  /** How often something was asked of the fake. */
  count(operation: Operation): number
}

export interface Asking {
  readonly text: string
  /** What its answer holds. */
  readonly wanted: string
}

/** How long an answer may take that is not there when its message was taken. */
const patienceMs = 10_000

export function createTeamsLoad(
  far: FarSide,
  people: readonly Person[],
  askings: readonly Asking[],
): TeamsLoad {
  const arrived = new Map<string, string[]>()
  const counted = new Map<string, number>()
  let next = 0

  /** Takes over what the fake has recorded, so that it holds no more than a few at a time. */
  function collect(): void {
    for (const { conversation, activity } of far.messages.splice(0)) {
      const there = arrived.get(conversation)
      const text = JSON.stringify(activity)
      if (there) there.push(text)
      else arrived.set(conversation, [text])
    }
    for (const { operation = 'nothing' } of far.calls.splice(0))
      counted.set(operation, (counted.get(operation) ?? 0) + 1)
  }

  async function answerIn(conversation: string): Promise<string> {
    const until = performance.now() + patienceMs
    for (let waitMs = 0; performance.now() < until; waitMs = 1) {
      collect()
      const answer = arrived.get(conversation)?.shift()
      if (answer !== undefined) return answer
      await pause(waitMs)
    }
    throw new Error(`no answer came in ${conversation}`)
  }

  function exchange(token: string, settled: (answer: string, wanted: string) => void): Exchange {
    const user = inTurn(people, next)
    const asking = inTurn(askings, next)
    next += 1
    const activity = message(asking.text, { user, serviceUrl: far.serviceUrl })
    const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` }
    return {
      request: post('/api/messages', headers, JSON.stringify(activity)),
      async settle(reply) {
        if (!reply.startsWith('HTTP/1.1 200')) throw new Error(`a message was not taken: ${reply}`)
        settled(await answerIn(personalId(user.id)), asking.wanted)
      },
    }
  }

  function check(answer: string, wanted: string): void {
    if (!answer.includes(wanted)) throw new Error(`a message was answered otherwise: ${answer}`)
  }

  return {
    round(base, together, turns) {
      const token = far.token()
      return exchangeAll(
        base,
        together,
        Array.from({ length: turns }, () => exchange(token, check)),
      )
    },
    async ask(base) {
      let said = ''
      const hear = (answer: string) => {
        said = answer
      }
      await exchangeAll(base, 1, [exchange(far.token(), hear)])
      return said
    },
    count(operation) {
      collect()
      return counted.get(operation) ?? 0
    },
  }
}
