import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import type { Posted } from '../../../support/discord/far/asked.ts'
import { places } from '../../../support/discord/far/defaults.ts'
import { displayed } from '../../../support/discord/rules/limits.ts'
import { givenIn, labelsIn, submit } from '../../../support/discord/sent/presses.ts'
import { type DiscordWorld, discordWorld } from '../../../support/discord/world/world.ts'

let here: DiscordWorld

beforeAll(async () => {
  here = await discordWorld()
})

beforeEach(() => here.far.clear())

afterAll(() => here.end())

const shows = (posted: Posted | undefined) => displayed(posted?.body).text
const meeting = (title: string) => ({ title, wg: 'ETCIP', start: '12 Dec 14:30' })

async function meetings(title: string): Promise<number> {
  const { rows } = await here.database.store.pool.query(
    'select count(*)::int as n from meetings where title = $1',
    [title],
  )
  return rows[0].n
}

/** A meeting of that title, as it is named in commands. */
async function scheduled(title: string): Promise<string> {
  await here.slash('interpol', 'meeting schedule', meeting(title))
  const { rows } = await here.database.store.pool.query('select id from meetings where title = $1', [title])
  return `M${rows[0].id}`
}

/** An agenda item, in a direct message, with minutes that cannot be read; its form has one step. */
function addItem(item: string, meeting: string) {
  return here.slash('interpol', 'meeting agenda add', { meeting, item, minutes: 'many' }, 'direct')
}

const inRoom = (words: string) =>
  here.far.messages.filter(
    (one) => one.channel === places.channel && !one.ephemeral && shows(one).includes(words),
  )

describe('a command whose input is wrong', () => {
  test('is told privately what is wrong, with a button that opens the form with all that was typed', async () => {
    const wrong = await here.slash('interpol', 'meeting schedule', {
      ...meeting('Wrong'),
      start: 'someday',
      place: 'Vienna',
    })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')

    expect(wrong.posted).toMatchObject({ ephemeral: true })
    expect(shows(wrong.posted)).toContain('someday')
    expect(modal?.data['title']).toMatch(/^Schedule a meeting \(1\/\d\)$/)
    expect(givenIn(modal ?? never())).toMatchObject({
      title: 'Wrong',
      wg: 'ETCIP',
      start: 'someday',
      place: 'Vienna',
    })
    expect(await meetings('Wrong')).toBe(0)
    expect(here.far.problems).toEqual([])
  })

  test('is done once it is put right, said where all see it, and the prompt ends', async () => {
    const wrong = await here.slash('interpol', 'meeting schedule', { ...meeting('Right'), start: 'someday' })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const step = await here.submit(modal, { start: '12 Dec 14:30' })
    const done = await here.press(step.posted, 'Send it now', 'interpol')
    // The card there may have been brought up to date already, and names the meeting as before.
    await expect.poll(() => inRoom('Right')).toHaveLength(1)

    expect(step.posted?.id).toBe(wrong.posted?.id)
    expect(shows(step.posted)).toContain('is in the channel')
    expect(labelsIn(done.posted ?? never())).toEqual([])
    expect(await meetings('Right')).toBe(1)
    expect(here.far.problems).toEqual([])
  })

  test('and is wrong again shows what is wrong in the same place before it is sent, and nothing is lost', async () => {
    const wrong = await here.slash('interpol', 'meeting schedule', { ...meeting('Again'), start: 'someday' })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const refused = await here.submit(modal, { start: 'never', duration: '90' })
    const again = await here.press(refused.posted, 'Edit again', 'interpol')

    expect(refused.posted?.id).toBe(wrong.posted?.id)
    expect(shows(refused.posted)).toContain('never')
    expect(givenIn(again.modal ?? never())).toMatchObject({
      title: 'Again',
      wg: 'ETCIP',
      start: 'never',
      duration: '90',
    })
    expect(here.far.problems).toEqual([])
  })

  test('in a direct message is told there, and put right there', async () => {
    const wrong = await addItem('Tea', await scheduled('Told directly'))
    const text = shows(wrong.posted)
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const done = await here.submit(modal, { minutes: '20m' })

    expect(text).toContain('many')
    expect(done.posted?.id).toBe(wrong.posted?.id)
    expect(shows(done.posted)).toContain('Put on the agenda of')
    expect(here.far.problems).toEqual([])
  })

  test('and longer than a button can carry is kept whole', async () => {
    const place = 'Vienna '.repeat(25).trim()
    const link = `https://meet.example/${'x'.repeat(400)}`
    const wrong = await here.slash('interpol', 'meeting schedule', {
      ...meeting('Long'),
      start: 'someday',
      place,
      link,
    })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const step = await here.submit(modal, { start: '12 Dec 14:30' })
    const { modal: second } = await here.press(step.posted, 'Fill in more', 'interpol')

    expect({ ...givenIn(modal ?? never()), ...givenIn(second ?? never()) }).toMatchObject({ place, link })
    expect(here.far.problems).toEqual([])
  })

  test('in Arabic comes back as it was typed', async () => {
    const title = 'الاجتماع ربع السنوي 👩‍🏫 مهم'
    const wrong = await here.slash('interpol', 'meeting schedule', { ...meeting(title), start: 'غدا' })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const step = await here.submit(modal, { start: '12 Dec 14:30' })
    await here.press(step.posted, 'Send it now', 'interpol')

    expect(givenIn(modal ?? never())).toMatchObject({ title, start: 'غدا' })
    expect(await meetings(title)).toBe(1)
    expect(here.far.problems).toEqual([])
  })
})

describe('a form that is sent', () => {
  test('twice, at once and later, to two processes, is done once', async () => {
    const other = await here.replica()
    const wrong = await addItem('Once', await scheduled('Sent twice'))
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const send = () => submit(here.far, modal ?? never(), { minutes: '20m' })
    const both = [send(), send()]
    await Promise.all(both.map((one, place) => here.bring(one, [here.base, other.base][place])))
    const late = await here.bring(send(), other.base)
    const { rows } = await here.database.store.pool.query(
      `select count(*)::int as n from agenda_items where title = 'Once'`,
    )

    expect(rows[0].n).toBe(1)
    expect(shows(late.posted)).toContain('Put on the agenda of')
    expect(here.far.problems).toEqual([])
  })

  test('for what one may not do is refused, and what was typed stays', async () => {
    const wrong = await here.slash('interpol', 'meeting schedule', {
      ...meeting('Not mine'),
      start: 'someday',
    })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    const step = await here.submit(modal, { wg: 'PCVE', start: '12 Dec 14:30' })
    const refused = await here.press(step.posted, 'Send it now', 'interpol')
    const again = await here.press(refused.posted, 'Edit again', 'interpol')

    expect(shows(refused.posted)).toContain('Only the chairs of PCVE and the secretariat may do this')
    expect(givenIn(again.modal ?? never())).toMatchObject({ title: 'Not mine', wg: 'PCVE' })
    expect(await meetings('Not mine')).toBe(0)
    expect(here.far.problems).toEqual([])
  })

  test('and that nobody knows any more is told to be too old', async () => {
    const wrong = await here.slash('interpol', 'reminder add', { text: 'Old', at: 'someday' })
    const { modal } = await here.press(wrong.posted, 'Edit again', 'interpol')
    for (const customId of ['f~x~0~~no such', 'what', 'f~x~77~~']) {
      const { interaction } = modal ?? never()
      const data = { ...modal?.data, custom_id: customId }
      const turn = await here.bring(submit(here.far, { interaction, data }, { at: 'tomorrow 9:00' }))

      expect(shows(turn.posted)).toContain('too old')
    }
    expect(here.far.problems).toEqual([])
  })
})

function never(): never {
  throw new Error('no form was opened')
}
