import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Block, block, message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import type { Fault } from '../../../support/discord/far/faults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { slash } from '../../../support/discord/sent/interactions.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import {
  endWithNothingPending,
  type SlowAnswers,
  slowAnswers,
} from '../../../support/discord/world/slowAnswers.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { hurriedAnswerMs } from '../../../support/runner/answerWaits.ts'
import { until } from '../../../support/runner/until.ts'

let here: DiscordWorld
let slow: SlowAnswers

beforeAll(async () => {
  here = await discordWorld({ timings: { answerMs: hurriedAnswerMs } })
  slow = slowAnswers(here)
})

afterAll(() => endWithNothingPending(here))

const soon = (work: () => void) => until(work)
const shows = ({ body }: Posted) => displayed(body).text

const much: readonly Block[] = Array.from({ length: 120 }, (_, n) => block.text(`${n} ${'x'.repeat(90)}`))
const directly = (role: Role) =>
  here.far.messages.filter((one) => one.channel === here.far.directOf(users[role].id))

describe.concurrent('an answer that Discord does not take', () => {
  test('as the token is dead is said in the direct conversation', async () => {
    const interaction = slash(here.far, { command: 'profile show', by: users.cted.id })
    const fault: Fault = { kind: 'status', status: 401, code: 50_027 }
    here.far.fault('original', fault, 1, String(interaction['token']))
    await here.far.deliver(here.base, interaction)
    await soon(() => expect(directly('cted')).toHaveLength(1))
    expect(directly('cted').map(shows)).toEqual([expect.stringContaining('CTED focal point')])
  })

  test.each([
    ['for now', { kind: 'status', status: 503 }, 2],
    ['before some time has passed', { kind: 'status', status: 429, retryAfter: 1 }, 1],
    ['as the connection breaks', { kind: 'reset', before: false }, 1],
  ] as const)('%s is said a moment later', async (_, fault, times) => {
    const turn = await slow.late('meeting list', { fault: ['original', fault, times] })

    expect(slow.saidTo(turn).map(shows)).toEqual([expect.stringContaining('meeting')])
  })

  test('as it looks is told in fewer words', async () => {
    const fault: Fault = { kind: 'status', status: 400, code: 50_035 }
    const turn = await slow.late('meeting list', { fault: ['original', fault, 1] })

    expect(slow.saidTo(turn).map(shows)).toEqual([
      expect.stringMatching(/meeting[\s\S]*did not take the whole of this answer/),
    ])
  })

  test('in its second part keeps the first as it stands, and says that the rest is lacking', async () => {
    const fault: Fault = { kind: 'status', status: 400, code: 50_035 }
    const answer = () => ({ message: message('Much.', ...much) })
    const turn = await slow.late('meeting list', { answer, fault: ['followup', fault, 1] })
    await soon(() => expect(here.log.join('\n')).toContain('failed to say an answer in full'))

    await soon(() => expect(slow.saidTo(turn)).toHaveLength(2))
    expect(slow.saidTo(turn).map(shows)).toEqual([
      expect.stringContaining('Much.'),
      'I could not show the rest of this answer. Please ask again.',
    ])
  })

  test('as its request was broken off is said in the direct conversation', async () => {
    const interaction = slash(here.far, { command: 'meeting list', by: users.unodc.id })
    const gone = AbortSignal.timeout(300)
    await expect(here.far.deliver(here.base, interaction, { signal: gone })).rejects.toThrow()

    await soon(() => expect(directly('unodc')).toHaveLength(1))
  })
})
