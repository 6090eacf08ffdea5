import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld
let own: Posted
let bound: Posted
let thread: Posted

beforeAll(async () => {
  here = await discordWorld()
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' }, places.otherChannel)
  await here.slash('interpol', 'wg bind', { wg: 'ETCIP' }, places.thread)
  const options = { title: 'Quarterly', wg: 'ETCIP', start: '12 Dec 14:30' }
  own = existing((await here.slash('interpol', 'meeting schedule', options)).posted)
  await here.settle()
  bound = lastIn(places.otherChannel)
  thread = lastIn(places.thread)
})

beforeEach(async () => {
  here.far.clear()
  // A card is refreshed once a second at the most.
  await new Promise((resolve) => setTimeout(resolve, 1_050))
})

afterAll(() => here.end())

const shows = ({ body }: Posted) => displayed(body).text

function existing(posted: Posted | undefined): Posted {
  if (!posted) throw new Error('nothing was said')
  return posted
}

function lastIn(channel: string): Posted {
  return existing(here.far.messages.findLast((one) => one.channel === channel))
}

const until = (posted: Posted, words: string) => expect.poll(() => shows(posted)).toContain(words)

describe('a shared card', () => {
  test('stands in each room of the group, and in the channel where the meeting was scheduled', () => {
    for (const posted of [own, bound, thread]) {
      expect(shows(posted)).toContain('Answers: 0 yes')
      expect(posted.ephemeral).toBe(false)
    }
    expect(shows(bound)).toContain('A new meeting: Quarterly (ETCIP)')
  })

  test('shows at once what was pressed in it, and its other copies show it soon', async () => {
    await here.press(bound, 'Yes', 'cted')
    const atOnce = shows(bound)
    await until(own, 'Answers: 1 yes')
    await until(thread, 'Answers: 1 yes')

    expect(atOnce).toContain('Answers: 1 yes')
    expect(here.far.problems).toEqual([])
  })

  test('shows what was answered by a command or elsewhere', async () => {
    await here.slash('interpol', 'meeting rsvp', { meeting: 'M1', answer: 'no' }, 'direct')
    for (const posted of [own, bound, thread]) await until(posted, '1 no,')

    expect(here.far.problems).toEqual([])
  })

  test('is refreshed once a second at the most, however many press', async () => {
    const people = ['interpol', 'cted', 'unodc', 'interpol', 'cted'] as const
    await Promise.all(people.map((role) => here.press(own, 'Maybe', role)))
    await until(bound, '3 maybe')
    await until(own, '3 maybe')
    const edits = here.far.callsOf('edit').filter(({ path }) => path.includes(bound.id))

    expect(edits.length).toBeLessThanOrEqual(2)
    expect(here.far.problems).toEqual([])
  })

  test('that Discord does not take just now is refreshed again', async () => {
    here.far.fault('edit', { kind: 'status', status: 429, retryAfter: 1 }, 1, places.otherChannel)
    here.far.fault('edit', { kind: 'status', status: 503 }, 1, places.thread)
    await here.press(own, 'No', 'unodc')
    await until(bound, '1 no,')
    await until(thread, '1 no,')

    expect(here.far.problems).toEqual([])
  })

  test('that somebody deleted is not asked for again', async () => {
    here.far.messages.splice(here.far.messages.indexOf(thread), 1)
    await here.press(own, 'Yes', 'unodc')
    await until(bound, '1 yes')
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    here.far.clear()
    await here.press(own, 'No', 'unodc')
    await until(bound, '0 yes')

    expect(here.far.callsOf('edit').filter(({ path }) => path.includes(thread.id))).toEqual([])
    expect(here.far.problems).toEqual([])
  })

  test('is kept up by a process that did not post it', async () => {
    const other = await here.replica()
    const options = { title: 'Other', wg: 'PCVE', start: '13 Dec 14:30' }
    const { posted } = await here.slash('secretariat', 'meeting schedule', options, places.otherGuildChannel)
    const meeting = /Scheduled M(\d+)/.exec(shows(existing(posted)))?.[1]
    const standing = { platform: 'discord', kind: `card meeting:${meeting}` }
    await expect.poll(() => here.bot.keep.list(standing)).toHaveLength(1)
    await other.bot.dispatch({
      caller: { platform: 'discord', tenant: '-', account: '1310000000000001001' },
      place: { platform: 'discord', tenant: '-', channel: '1', private: true },
      deliveryId: `by-the-other ${meeting}`,
      input: { kind: 'fields', command: 'meeting rsvp', fields: { meeting: `M${meeting}`, answer: 'yes' } },
    })
    await until(existing(posted), '1 yes')

    expect(here.far.problems).toEqual([])
  })
})
