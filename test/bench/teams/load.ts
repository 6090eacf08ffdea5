import { setTimeout as pause } from 'node:timers/promises'
import { personalId } from '../../support/teams/far/directory.ts'
import type { FarSide } from '../../support/teams/far/farSide.ts'
import type { Operation } from '../../support/teams/far/faults.ts'
import { message, type Person } from '../../support/teams/sent/activities.ts'
import { type AskRound, type Exchange, exchangeAll, inTurn, post } from '../wire.ts'

/** People who write to a bot in turns, each in a conversation of two, and what arrives there. */
export interface TeamsLoad {
  /** Each message is done when it was taken and its answer has arrived. */
  readonly round: AskRound
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

/** How long an answer may take that is not there when its message was taken; it is late then. */
const patienceMs = 2_000

export function createTeamsLoad(
  far: FarSide,
  people: readonly Person[],
  askings: readonly Asking[],
): TeamsLoad {
  const arrived = new Map<string, string[]>()
  const counted = new Map<string, number>()
  /** How many answers of a conversation were late, and may come yet. */
  const missed = new Map<string, number>()
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

  /** The answer that holds what is wanted; undefined where none came in time. Raises an error for another one. */
  async function answerIn(conversation: string, wanted: string): Promise<string | undefined> {
    const until = performance.now() + patienceMs
    const others: string[] = []
    for (let waitMs = 0; performance.now() < until; waitMs = 1) {
      collect()
      const answer = arrived.get(conversation)?.shift()
      if (answer?.includes(wanted)) return answer
      if (answer !== undefined) others.push(answer)
      else await pause(waitMs)
    }
    const owed = missed.get(conversation) ?? 0
    if (others.length > owed) throw new Error(`a message was answered otherwise: ${others.join(' ')}`)
    missed.set(conversation, owed - others.length + 1)
    return undefined
  }

  function exchange(token: string, heard: (answer: string) => void = () => undefined): Exchange {
    const user = inTurn(people, next)
    const asking = inTurn(askings, next)
    next += 1
    const activity = message(asking.text, { user, serviceUrl: far.serviceUrl })
    const headers = { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` }
    return {
      request: post('/api/messages', headers, JSON.stringify(activity)),
      async settle(reply) {
        if (!reply.startsWith('HTTP/1.1 200')) throw new Error(`a message was not taken: ${reply}`)
        const answer = await answerIn(personalId(user.id), asking.wanted)
        heard(answer ?? '')
        return answer === undefined ? 'late' : 'answered'
      },
    }
  }

  return {
    round(base, together, { turns, ms }) {
      const token = far.token()
      const exchanges = Array.from({ length: turns }, () => exchange(token))
      return exchangeAll(base, together, exchanges, ms)
    },
    async ask(base) {
      let text = ''
      const hear = (answer: string) => {
        text = answer
      }
      await exchangeAll(base, 1, [exchange(far.token(), hear)])
      return text
    },
    count(operation) {
      collect()
      return counted.get(operation) ?? 0
    },
  }
}
