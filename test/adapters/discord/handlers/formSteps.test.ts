import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Json } from '../../../../src/core/json.ts'
import type { Posted } from '../../../support/discord/far/asked.ts'
import type { Modal } from '../../../support/discord/far/interacting.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { givenIn, labelsIn, press, submit } from '../../../support/discord/sent/presses.ts'
import { type Role, users } from '../../../support/discord/world/people.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const seminar = 'CTED held a seminar on 3 May 2026.'

async function open(by: Role = 'cted'): Promise<Modal> {
  return existing((await here.slash(by, 'update post')).modal)
}

function existing<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('it is not there')
  return found
}

const pressed = (posted: Posted | undefined, label: string, by: Role = 'cted') =>
  press(here.far, existing(posted), label, { by: users[by].id })

async function posted(words: string): Promise<readonly Json[]> {
  const { rows } = await here.database.store.pool.query(
    `select distinct on (update_id) update_id, place from update_versions where original_text like $1
     order by update_id, version desc`,
    [`%${words}%`],
  )
  return rows
}

describe('a form of more than one step', () => {
  test('opens at once for a command without what it needs, and asks first for what it needs', async () => {
    const turn = await here.slash('cted', 'update post')

    expect(turn.answeredWith).toBe(9)
    expect(turn.modal?.data['title']).toBe('Post an update (1/2)')
    expect(Object.keys(givenIn(existing(turn.modal)))[0]).toBe('text')
    expect(here.far.problems).toEqual([])
  })

  test('is sent after the first where nothing more is needed', async () => {
    const step = await here.submit(await open(), { text: `${seminar} First.` })
    const done = await here.press(step.posted, 'Send it now', 'cted')

    expect(step.posted).toMatchObject({ ephemeral: true })
    expect(shows(step.posted)).toContain('Posted U')
    expect(done.posted?.id).toBe(step.posted?.id)
    expect(await posted('First')).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test('goes on with the second in another process, with all that was typed in the first', async () => {
    const step = await here.submit(await open(), { text: `${seminar} Second.`, entities: 'CTED, UNODC' })
    const other = await here.replica()
    const { modal } = await here.bring(pressed(step.posted, 'Fill in more'), other.base)
    const third = await here.replica()
    const done = await here.bring(submit(here.far, existing(modal), { place: 'Nairobi' }), third.base)

    expect(modal?.data['title']).toBe('Post an update (2/2)')
    expect(Object.keys(givenIn(existing(modal)))).toEqual(['place', 'link', 'embargo'])
    expect(done.posted?.id).toBe(step.posted?.id)
    expect(shows(done.posted)).toMatch(/Posted U[\s\S]*UNODC[\s\S]*Nairobi/)
    expect(await posted('Second')).toMatchObject([{ place: 'Nairobi' }])
    expect(here.far.problems).toEqual([])
  })

  test('lists what it has so far in its own order, though some of it stood in a later step', async () => {
    const card = await here.slash('cted', 'update post', { text: 'CTED visited Kenya (3 May 2026)' })
    const { modal } = await here.press(card.posted, 'Edit', 'cted')
    const step = await here.submit(modal, { text: 'CTED visited Kenya in May (3 May 2026)' })

    expect(Object.keys(givenIn(existing(modal)))).not.toContain('place')
    expect(shows(step.posted)).toMatch(
      /Update: U\d+[\s\S]*Text: CTED visited Kenya in May[\s\S]*Place: Kenya/,
    )
  })

  test('is done once though it is sent twice', async () => {
    const modal = await open()
    const step = await here.submit(modal, { text: `${seminar} Twice.` })
    const both = ['Send it now', 'Send it now'].map((label) => pressed(step.posted, label))
    await Promise.all(both.map((one) => here.bring(one)))
    const again = await here.submit(modal, { text: `${seminar} Twice.` })
    await here.press(again.posted, 'Send it now', 'cted')

    expect(await posted('Twice')).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test('shows nobody what somebody else typed, whatever name of a draft they send', async () => {
    const step = await here.submit(await open(), { text: `${seminar} Secret.` })
    const said = { ...existing(step.posted), onlyFor: undefined }
    for (const label of ['Send it now', 'Fill in more']) {
      const turn = await here.bring(pressed(said, label, 'unodc'))

      expect(shows(turn.posted)).toContain('too old')
    }
    expect(await posted('Secret')).toEqual([])
    expect(here.far.problems).toEqual([])
  })

  test('of which nothing is kept any more is still read as it was shown', async () => {
    const message = here.far.write(users.cted.id, '1310000000000000101', `${seminar} Forgotten.`)
    const { modal } = await here.shortcut('cted', 'Post as update', message)
    const shown = givenIn(existing(modal))
    await here.database.store.pool.query(`delete from kept where kind = 'form'`)
    const step = await here.submit(modal)
    await here.press(step.posted, 'Send it now', 'cted')

    expect(shown['link']).toContain('https://discord.com/channels/')
    expect(shows(step.posted)).toContain('https://discord.com/channels/')
    expect(await posted('Forgotten')).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test('asks for what is still lacking, and has no way round it', async () => {
    const modal = await open()
    const data = { ...modal.data, components: [] }
    const step = await here.bring(submit(here.far, { ...modal, data }))

    expect(labelsIn(existing(step.posted))).toEqual(['Fill in the form'])
    const again = await here.press(step.posted, 'Fill in the form', 'cted')
    expect(again.modal?.data['title']).toBe('Post an update (1/2)')
    expect(here.far.problems).toEqual([])
  })
})

describe('a form that is sent while the database is away', () => {
  test('says so with all that was typed, and is done when it is back', async () => {
    const store = here.database.store.pool
    const modal = await open()
    // Unlike the others here: a text much like an update of one's own is asked about first.
    const text = 'CTED opened a reading room in Lima on 12 June 2026. Away.'
    const step = await here.submit(modal, { text })
    await store.query('alter table updates rename to updates_away')
    const down = await here.press(step.posted, 'Send it now', 'cted')
    const words = shows(down.posted)
    await store.query('alter table updates_away rename to updates')
    const again = await here.press(down.posted, 'Edit again', 'cted')
    const once = await here.submit(again.modal)
    await here.press(once.posted, 'Send it now', 'cted')

    expect(words).toMatch(/reference [0-9A-F]{8}/)
    expect(givenIn(existing(again.modal))).toMatchObject({ text })
    expect(await posted('Away')).toHaveLength(1)
    expect(here.far.problems).toEqual([])
  })

  test('shows in words what was typed where not even that can be kept', async () => {
    const store = here.database.store.pool
    const modal = await open()
    const text = `${seminar} Kept nowhere. ${'More of it. '.repeat(30)}`.trim()
    await store.query('alter table kept rename to kept_away')
    await store.query('alter table receipts rename to receipts_away').catch(() => undefined)
    const turn = await here.submit(modal, { text })
    await store.query('alter table kept_away rename to kept')
    await store.query('alter table receipts_away rename to receipts').catch(() => undefined)

    expect(shows(turn.posted)).toContain('Kept nowhere.')
    expect(shows(turn.posted)).toContain('More of it.')
    expect(here.far.problems).toEqual([])
  })
})
