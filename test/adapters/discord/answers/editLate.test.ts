import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Block, block, message } from '../../../../src/core/message.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { users } from '../../../support/discord/world/people.ts'
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
  // The first command of a process also loads what commands need.
  await here.slash('cted', 'meeting list', {})
  slow = slowAnswers(here)
})

afterAll(() => endWithNothingPending(here))

const soon = (work: () => void) => until(work)
const shows = ({ body }: Posted) => displayed(body).text

function existing(posted: Posted | undefined): Posted {
  if (!posted) throw new Error('nothing was said')
  return posted
}

const much: readonly Block[] = Array.from({ length: 120 }, (_, n) => block.text(`${n} ${'x'.repeat(90)}`))
const meeting = (title: string) => ({ title, wg: 'ETCIP', start: '12 Dec 14:30' })

describe.concurrent('a command that takes long', () => {
  test('for the room is put off where all see it, answered there, and its shared card is kept up', async () => {
    const turn = await slow.late('meeting schedule', { options: meeting('Slow') })

    expect(turn.answeredWith).toBe(5)
    expect(turn.delivered?.ms).toBeLessThan(3_000)
    expect(slow.saidTo(turn)).toMatchObject([{ ephemeral: false }])
    expect(shows(existing(turn.posted))).toContain('Scheduled M1: Slow')
    await slow.late('meeting rsvp', { options: { meeting: 'Slow', answer: 'yes' } })
    await soon(() => expect(shows(existing(turn.posted))).toContain('Answers: 1 yes'))
  })

  test('for its caller alone is put off privately, and is answered there', async () => {
    const turn = await slow.late('meeting list')

    expect(turn.answeredWith).toBe(5)
    expect(slow.saidTo(turn)).toMatchObject([{ ephemeral: true, onlyFor: users.interpol.id }])
  })

  test('in a direct message is answered so that it stays', async () => {
    const turn = await slow.late('meeting list', { where: 'direct' })

    expect(slow.saidTo(turn)).toMatchObject([
      { ephemeral: false, channel: here.far.directOf(users.interpol.id) },
    ])
  })

  test.each([
    ['is refused', { outcome: 'refused', message: message('You may not.') }, 'You may not.'],
    ['asks first', { outcome: 'asked', message: message('Are you sure?') }, 'Are you sure?'],
    ['fails', { outcome: 'failed', message: message('It failed.') }, 'It failed.'],
  ] as const)(
    'for the room that %s leaves nothing there, and is told privately',
    async (_, answer, words) => {
      const turn = await slow.late('meeting schedule', { options: meeting('Refused'), answer: () => answer })
      await soon(() => expect(slow.saidTo(turn).map(shows)).toEqual([expect.stringContaining(words)]))

      expect(turn.answeredWith).toBe(5)
      expect(slow.saidTo(turn)).toMatchObject([{ ephemeral: true, onlyFor: users.interpol.id }])
    },
  )

  test('and breaks is told privately with the reference that stands in the log', async () => {
    const broken = () => {
      throw new Error('broken')
    }
    const turn = await slow.late('meeting schedule', { options: meeting('Broken'), answer: broken })
    const told = () => slow.saidTo(turn).map(shows).join()
    await soon(() => expect(told()).toContain('Something went wrong on our side'))

    expect(slow.saidTo(turn)).toMatchObject([{ ephemeral: true }])
    expect(here.log.join('\n')).toContain(/reference ([0-9A-F]{8})/.exec(told())?.[1])
  })

  test('is answered with its file', async () => {
    const file = block.file('draft.md', 'text/markdown', '# Draft')
    const turn = await slow.late('newsletter draft', {
      answer: () => ({ message: message('The draft.', file) }),
    })

    await soon(() =>
      expect(slow.saidTo(turn)).toMatchObject([
        { ephemeral: true, files: [{ name: 'draft.md', content: '# Draft' }] },
      ]),
    )
  })

  test.each([
    ['room', 'meeting schedule', meeting('Long')],
    ['caller', 'meeting list', {}],
  ] as const)(
    'and says much to the %s says it in order, all to the same',
    async (audience, command, options) => {
      const turn = await slow.late(command, {
        options,
        answer: () => ({ audience, message: message('Much.', ...much) }),
      })
      const words = () => slow.saidTo(turn).map(shows).join('\n')
      await soon(() => expect(words()).toContain('119 xxx'))
      const numbers = [...words().matchAll(/(\d+) x{90}/g)].map(([, n]) => Number(n))

      expect(slow.saidTo(turn).length).toBeGreaterThan(1)
      expect(numbers).toEqual(Array.from({ length: 120 }, (_, n) => n))
      expect(slow.saidTo(turn).every(({ ephemeral }) => ephemeral === (audience === 'caller'))).toBe(true)
    },
  )
})
