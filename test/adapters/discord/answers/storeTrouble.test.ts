import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Keep } from '../../../../src/core/keep.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { givenIn } from '../../../support/discord/sent/presses.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'
import { hurriedAnswerMs } from '../../../support/runner/answerWaits.ts'

let here: DiscordWorld

beforeEach(async () => {
  here = await discordWorld()
})

afterEach(async () => {
  expect(here.far.problems).toEqual([])
  await here.end()
})

const shows = (posted: Posted | undefined) => displayed(posted?.body).text

/** Lets what is kept of a kind fail so often, or take so long. */
function trouble(way: 'get' | 'put' | 'claim', kind: string, times: number, ms?: number): void {
  const { keep } = here.bot
  const usual: Keep = { ...keep }
  let left = times
  const meddled = async (key: { readonly kind: string }, work: () => Promise<unknown>) => {
    if (key.kind !== kind || left <= 0) return work()
    left -= 1
    if (ms === undefined) throw new Error('the store is away')
    await new Promise((resolve) => setTimeout(resolve, ms))
    return work()
  }
  const replaced: Partial<Record<'get' | 'put' | 'claim', unknown>> = {
    get: (key: Parameters<Keep['get']>[0]) => meddled(key, () => usual.get(key)),
    put: (...given: Parameters<Keep['put']>) => meddled(given[0], () => usual.put(...given)),
    claim: (...given: Parameters<Keep['claim']>) => meddled(given[0], () => usual.claim(...given)),
  }
  Object.assign(keep, { [way]: replaced[way] })
}

describe('a step of a form', () => {
  test('that could not be kept is not sent as it was before', async () => {
    const opened = await here.slash('cted', 'update post')
    trouble('put', 'form', 1)
    const turn = await here.submit(opened.modal, { text: 'CTED held a seminar.' })

    expect(shows(turn.posted)).toContain('Something went wrong on our side')
    expect(shows(turn.posted)).not.toContain('Send it now')
    const again = await here.press(turn.posted, 'Edit again', 'cted')
    expect(again.modal && givenIn(again.modal)).toMatchObject({ text: 'CTED held a seminar.' })
  })

  test('does not write over those before it when they cannot be read', async () => {
    const opened = await here.slash('cted', 'update post')
    const first = await here.submit(opened.modal, { text: 'CTED held a seminar in Vienna.' })
    const second = await here.press(first.posted, 'Fill in more', 'cted')
    trouble('get', 'form', 2)
    const turn = await here.submit(second.modal, { place: 'Vienna' })

    expect(shows(turn.posted)).toContain('Vienna')
    const again = await here.press(turn.posted, 'Go on', 'cted')
    const sent = await here.submit(again.modal, { place: 'Vienna' })
    expect(shows(sent.posted)).toContain('CTED held a seminar in Vienna.')
  })

  test('of which a read fails once goes on as if it had not', async () => {
    const opened = await here.slash('cted', 'update post')
    const first = await here.submit(opened.modal, { text: 'CTED held a seminar in Vienna.' })
    const second = await here.press(first.posted, 'Fill in more', 'cted')
    trouble('get', 'form', 1)
    const turn = await here.submit(second.modal, { place: 'Vienna' })

    expect(shows(turn.posted)).toContain('Posted U1')
  })
})

describe('a store that is slow', () => {
  test('with what a button carries puts the answer off rather than lose it', async () => {
    await here.end()
    here = await discordWorld({ timings: { answerMs: hurriedAnswerMs } })
    trouble('put', 'press', 1, 4 * hurriedAnswerMs)
    const long = 'A title that is too long for a button. '.repeat(3)
    const turn = await here.slash('cted', 'reminder add', { text: long, at: 'yesterday 10:00' })

    expect(turn.answeredWith).toBe(5)
    await expect.poll(() => shows(turn.posted)).toContain('has passed')
    expect(shows(turn.posted)).toContain('Edit again')
  })
})

describe('a press whose card cannot be shown anew', () => {
  test('is answered all the same', async () => {
    await here.slash('secretariat', 'wg bind', { wg: 'ETCIP' })
    await here.slash('interpol', 'meeting schedule', {
      title: 'Quarterly',
      wg: 'ETCIP',
      start: '12 Dec 14:30',
    })
    await here.settle()
    const card = here.far.messages.findLast(({ body }) => JSON.stringify(body).includes('k0~meeting:1~'))
    Object.assign(here.bot, { card: () => Promise.reject(new Error('the store is away')) })
    const turn = await here.press(card, 'Yes', 'cted')

    expect(turn.all.map(shows).join()).toContain('You said yes')
  })
})

describe('a command whose store is gone', () => {
  test('gives back what was typed', async () => {
    Object.assign(here.bot, {
      dispatch: async () => ({
        outcome: 'failed',
        audience: 'caller',
        message: { summary: [{ kind: 'text', text: 'Something went wrong.' }], blocks: [] },
      }),
    })
    trouble('put', 'press', 5)
    const text = 'A long and careful text that nobody wants to type a second time, word for word.'
    const turn = await here.slash('cted', 'reminder add', { text, at: 'tomorrow 10:00' })

    expect(shows(turn.posted)).toContain(text)
  })
})

describe('an answer for the room that cannot be said there', () => {
  test('is told to whoever asked, and not as if it stood there', async () => {
    const turn = await here.slash('interpol', 'meeting schedule', {
      title: 'Quarterly',
      wg: 'ETCIP',
      start: '12 Dec 14:30',
    })
    const asked = await here.press(turn.posted, 'Undo: cancel it', 'interpol')
    here.far.fault('followup', { kind: 'status', status: 403, code: 50_013 }, 9)
    const cancelled = await here.press(asked.posted, 'Yes, go ahead', 'interpol')

    await expect
      .poll(() => shows(here.far.messages.find(({ id }) => id === asked.posted?.id)))
      .toContain('Cancelled M1')
    expect(cancelled.all.map(shows).join()).not.toContain('the answer is in the channel')
  })

  test('is said a moment later where Discord was only busy', async () => {
    const turn = await here.slash('interpol', 'meeting schedule', {
      title: 'Quarterly',
      wg: 'ETCIP',
      start: '12 Dec 14:30',
    })
    const asked = await here.press(turn.posted, 'Undo: cancel it', 'interpol')
    here.far.fault('followup', { kind: 'status', status: 503 }, 1)
    await here.press(asked.posted, 'Yes, go ahead', 'interpol')
    const inRoom = () =>
      here.far.messages
        .filter(({ ephemeral }) => !ephemeral)
        .map(shows)
        .join('\n')

    await expect.poll(inRoom).toContain('Cancelled M1')
  })
})
