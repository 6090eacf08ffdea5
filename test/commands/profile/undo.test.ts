import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonLike, buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

const unodc = focal('unodc')
let here: World
beforeEach(async () => {
  here = await world({ now: '2026-11-26T10:00:00Z' })
  await here.say(secretariat, '/newsletter open 2026-11..2026-12 closes:2027-01-08')
  await here.say(unodc, '/update post UNODC trained 30 judges in Dakar (9 Nov)')
})
afterEach(() => here.end())

describe('undo, said some lines after a change', () => {
  test.each(['undo', 'Undo!', '/undo', 'take that back', '/profile undo'])(
    'as “%s” offers the button of one’s own last change',
    async (typed) => {
      await here.say(unodc, '/update edit U1 place:Thies')
      await here.say(unodc, '/directory entity CTED')
      await here.say(unodc, '/update edit U1 date:"no date at all"')
      const offered = await here.say(unodc, typed)
      expect(offered.text).toMatch(/^Your last change, .*: Changed U1 \(version 2\): UNODC trained 30 judges/)
      const undone = await press(here, unodc, buttonNamed(offered, 'Undo'))
      expect(undone.outcome, undone.text).toBe('done')
      expect((await here.say(unodc, '/update show U1')).text).toMatch(/Place: Dakar$/m)
    },
  )

  test('offers what was taken back as the change that it is', async () => {
    const posted = await here.say(unodc, 'undo')
    await press(here, unodc, buttonNamed(posted, 'Undo: withdraw it'))
    const again = await here.say(unodc, 'undo')
    expect(again.text).toContain('Withdrawn U1')
    await press(here, unodc, buttonNamed(again, 'Undo: restore it'))
    expect((await here.say(unodc, '/update show U1')).text).toContain('U1, proposed')
  })

  test('is agreed to by a yes, and left by a no', async () => {
    await here.say(unodc, 'undo')
    expect((await here.say(unodc, 'no')).text).toBe('Nothing was done.')
    expect((await here.say(unodc, 'yes')).text).not.toContain('Withdrawn')
    await here.say(unodc, 'undo')
    expect((await here.say(unodc, 'yes')).text).toContain('Withdrawn U1')
  })

  test('says of a list what was done as a sentence of its own', async () => {
    for (const city of ['Graz', 'Linz'])
      await here.say(
        focal('unodc'),
        `/update post UNODC trained judges in ${city} on 18 November confirm:yes`,
      )
    expect((await here.say(focal('unodc'), '/update withdraw "U1, U2"')).text).toMatch(
      /^Withdrawn 2 updates:/,
    )
    expect((await here.say(focal('unodc'), 'undo')).text).toMatch(/: Withdrawn 2 updates\.(?:\n|$)/)
  })

  test('takes back all that was posted at once', async () => {
    const text = '- UNODC trained judges in Graz (17 Nov)\n- UNODC trained judges in Linz (18 Nov)'
    const asked = await here.press(focal('unodc'), 'update post', { text })
    const posted = await press(here, focal('unodc'), buttonNamed(asked, 'Post as 2 updates'))
    expect(posted.text).toContain('Posted U')
    const offered = await here.say(focal('unodc'), 'undo')
    const undone = await press(here, focal('unodc'), buttonNamed(offered, 'Undo: withdraw both'))
    expect(undone.text).toContain('Withdrawn 2 updates')
  })

  test('shows nobody what another changed', async () => {
    expect((await here.say(focal('who'), 'undo')).text).toBe(
      'You have not changed anything yet that could be taken back.',
    )
  })

  test('says so where the change has none', async () => {
    await here.say(focal('interpol'), '/directory attest')
    const reply = await here.say(focal('interpol'), 'undo')
    expect(reply.text).toContain('Your last change was /directory attest')
    expect(reply.text).toContain('No button takes it back')
    expect(buttonLike(reply, /^Undo/)).toBeUndefined()
  })

  test('says why it stays where others were told, and what can be done', async () => {
    await here.say(
      focal('interpol'),
      '/meeting silence open "The text" wg:ETCIP until:"30 Nov 10:00" confirm:yes',
    )
    const reply = await here.say(focal('interpol'), 'undo')
    expect(reply.text).toContain('It stays, since it proves what was circulated; an objection ends it')
  })

  test('is forgotten with its person', async () => {
    const asked = await here.say(unodc, '/profile forget')
    await press(here, unodc, buttonNamed(asked, 'Forget me'))
    const { rows } = await here.database.store.pool.query('select * from last_changes where undo is not null')
    expect(rows).toMatchObject([{ command: 'newsletter open' }])
  })
})
