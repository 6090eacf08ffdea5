import { setTimeout as sleep } from 'node:timers/promises'

import { expect } from 'vitest'

import type { Answer } from '../../../../src/core/invocation.ts'
import { message } from '../../../../src/core/message.ts'
import { hurriedAnswerMs } from '../../runner/answerWaits.ts'
import type { Posted } from '../far/asked.ts'
import type { Fault, Kind } from '../far/faults.ts'
import { slash } from '../sent/interactions.ts'
import { type Role, users } from './people.ts'
import type { Options, Turn } from './speaking.ts'
import type { DiscordWorld } from './world.ts'

export interface Wish {
  readonly options?: Options
  readonly where?: string
  readonly by?: Role
  /** In place of what the house says. */
  readonly answer?: () => Partial<Answer>
  /** What becomes of the first calls of a kind with the interaction’s token. */
  readonly fault?: readonly [kind: Kind, fault: Fault, times: number]
}

export interface SlowAnswers {
  /** A command that takes long, with the answer that comes in the place of “thinking…”. */
  late(command: string, wish?: Wish): Promise<Turn>
  /** All that answers an interaction by now. */
  saidTo(turn: Pick<Turn, 'interaction'>): readonly Posted[]
}

/** From now on every answer of a world takes longer than one may that travels as the first response. */
export function slowAnswers(here: DiscordWorld, ms = 2 * hurriedAnswerMs): SlowAnswers {
  const answers = new Map<string, () => Partial<Answer>>()
  const { dispatch } = here.bot
  const late: typeof dispatch = async (given) => {
    await sleep(ms)
    const answer = answers.get(given.deliveryId ?? '')
    if (!answer) return dispatch(given)
    return { outcome: 'done', audience: 'caller', message: message('Done.'), ...answer() }
  }
  Object.assign(here.bot, { dispatch: late })
  return {
    late(command, { options = {}, where, by = 'interpol', answer, fault } = {}) {
      const place = where === undefined ? {} : { where }
      const given = slash(here.far, { command, options, by: users[by].id, ...place })
      if (answer) answers.set(String(given['id']), answer)
      if (fault) here.far.fault(...fault, String(given['token']))
      return here.bring(given)
    },
    saidTo: ({ interaction }) => here.far.messages.filter((one) => one.interaction === interaction['id']),
  }
}

/** Stops the bot and then the world, and expects that no message was left loading and nothing was sent wrong. */
export async function endWithNothingPending(here: DiscordWorld): Promise<void> {
  await here.adapter.stop()
  const left = here.far.messages.filter((one) => one.loading)
  const problems = [...here.far.problems]
  await here.end()
  expect(left).toEqual([])
  expect(problems).toEqual([])
}
