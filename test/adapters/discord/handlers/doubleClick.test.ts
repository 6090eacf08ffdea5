import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Json } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { press } from '../../../support/discord/sent/presses.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
})

beforeEach(() => {
  here.far.clear()
  here.clock.set(new Date(here.clock.now().getTime() + 600_000))
})

afterAll(() => here.end())

const shows = ({ body }: Posted) => displayed(body).text

function existing(posted: Posted | undefined): Posted {
  if (!posted) throw new Error('nothing was said')
  return posted
}

async function schedule(title: string): Promise<Posted> {
  const options = { title, wg: 'ETCIP', start: '12 Dec 14:30' }
  return existing((await here.slash('interpol', 'meeting schedule', options)).posted)
}

/** Two presses of what somebody sees at one time. */
function twice(posted: Posted, label: string, by: Role): readonly Json[] {
  return [0, 1].map(() => press(here.far, posted, label, { by: users[by].id }))
}

async function audited(command: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(
    `select count(*)::int as n from audit where command = $1 and outcome = 'done'`,
    [command],
  )
  return rows[0].n
}

const said = (words: RegExp) => here.far.messages.filter((one) => words.test(shows(one)))

const cancelled = /^Cancelled M\d+ Twice/

describe('a double click', () => {
  test('on the answer to a question acts once, and the room reads of it once', async () => {
    await schedule('Twice')
    const { posted: question } = await here.slash('interpol', 'meeting cancel', { meeting: 'Twice' })
    const both = twice(existing(question), 'Yes, go ahead', 'interpol')
    const before = await audited('meeting cancel')
    const known = said(cancelled).length
    await Promise.all(both.map((one) => here.bring(one)))
    await expect.poll(() => said(cancelled).length).toBeGreaterThan(known)
    await here.adapter.stop()

    expect(await audited('meeting cancel')).toBe(before + 1)
    expect(said(cancelled).filter(({ ephemeral }) => !ephemeral)).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test('on a question is asked about twice at the most, and changes nothing', async () => {
    const card = await schedule('Asked')
    const before = await audited('meeting cancel')
    const both = twice(card, 'Undo: cancel it', 'interpol')
    const turns = await Promise.all(both.map((one) => here.bring(one)))

    for (const { posted: asked } of turns)
      expect(shows(existing(asked))).toContain('Nothing has been changed yet')
    expect(turns.map(({ posted: asked }) => asked?.ephemeral)).toEqual([true, true])
    expect(await audited('meeting cancel')).toBe(before)
    expect(here.far.problems).toEqual([])
  })

  test('brought to two processes acts once', async () => {
    const other = await here.replica()
    const posted = await here.slash('cted', 'reminder add', { text: 'Tea', at: 'tomorrow 9:00' })
    const both = twice(existing(posted.posted), 'Undo: cancel it', 'cted')
    await Promise.all(both.map((one, place) => here.bring(one, [here.base, other.base][place])))

    expect(await audited('reminder cancel')).toBe(1)
    expect(here.far.problems).toEqual([])
  })

  test('where the first was refused and what was amiss is put right is heard', async () => {
    const store = here.database.store.pool
    const posted = await here.slash('cted', 'update post', { text: 'CTED held a seminar on 3 May 2026.' })
    const [first, second] = twice(existing(posted.posted), 'Undo: withdraw it', 'cted')
    if (!first || !second) throw new Error('there are two')
    const { rows } = await store.query('select author_id as author from updates where id = 1')
    await store.query('update updates set author_id = (select min(id) from people where id <> $1)', [
      rows[0].author,
    ])
    const refused = await here.bring(first)
    await store.query('update updates set author_id = $1', [rows[0].author])
    const done = await here.bring(second)

    expect(shows(existing(refused.posted))).toContain('by somebody else')
    expect(shows(existing(done.posted))).toContain('Withdrawn U1')
    expect(here.far.problems).toEqual([])
  })
})
