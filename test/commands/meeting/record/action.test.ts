import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type World, world } from '../../../support/world.ts'

describe('actions that follow from a meeting', () => {
  let here: World
  beforeEach(async () => {
    here = await world()
    await here.say(focal('interpol'), '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  })
  afterEach(() => here.end())

  const to = (email: string, word: string) =>
    here.delivered.filter((one) => one.to === email && one.text.includes(word))

  test('are told to their owner once, reminded of by day, and left alone once they are done', async () => {
    const added = await here.say(
      focal('interpol'),
      '/meeting action add M1 what:"Circulate the draft" owner:OPCW due:"10 Dec"',
    )
    await here.turn('2026-12-07T07:59:00Z')
    expect(to(focal('opcw'), 'due in 3 days')).toHaveLength(0)
    await here.turn('2026-12-07T08:01:00Z')
    await here.turn('2026-12-08T08:01:00Z')
    expect(to(focal('opcw'), 'due in 3 days')).toHaveLength(1)
    await here.turn('2026-12-10T09:00:00Z')
    await here.press(focal('opcw'), 'meeting action done', { action: 'A1' })
    await here.turn('2026-12-17T09:00:00Z')

    expect(added.text).toContain('A1 Circulate the draft (OPCW, due 10 Dec 2026)')
    expect(to(focal('opcw'), 'gave you an action')).toHaveLength(1)
    expect(to(focal('opcw'), 'due today')).toHaveLength(1)
    expect(to(focal('opcw'), 'ago')).toHaveLength(0)
  })

  test('that were recorded by mistake are taken back by a press, and their owner hears of it', async () => {
    const added = await here.say(
      focal('interpol'),
      '/meeting action add M1 what:"Send it" owner:OPCW due:"10 Dec"',
    )
    expect((await here.say(focal('iaea'), '/meeting action remove A1')).outcome).toBe('refused')
    const removed = await press(here, focal('interpol'), buttonNamed(added, 'Undo'))
    await here.turn('2026-12-10T09:00:00Z')

    expect(removed.text).toContain('Removed: A1 Send it (OPCW, due 10 Dec 2026).')
    expect(to(focal('opcw'), 'removed the action A1 Send it')).toHaveLength(1)
    expect(to(focal('opcw'), 'due today')).toHaveLength(0)
    expect((await here.say(focal('interpol'), '/meeting history M1')).text).toContain(
      'Removed the action A1 Send it',
    )
  })

  test('that were removed are put back as they were, of which their owner and whoever set them hear', async () => {
    const fields = {
      meeting: 'M1',
      what: 'Write up what is due by friday',
      owner: focal('opcw'),
      due: '10 Dec',
    }
    await here.press(focal('interpol'), 'meeting action add', {
      ...fields,
      source: 'https://chat.example/m/7',
    })
    const row = () =>
      here.database.store.pool.query('select * from action_items').then(({ rows }) => JSON.stringify(rows))
    const before = await row()
    await here.turn('2026-12-11T12:00:00Z')
    const removed = await here.say(focal('opcw'), '/meeting action remove A1')
    expect((await here.say(focal('opcw'), '/meeting action done A1')).text).toContain(
      'There is no action A1.',
    )
    expect((await here.say(focal('interpol'), '/meeting action list wg:ETCIP')).text).not.toContain(
      'Write up',
    )
    await here.press(focal('interpol'), 'meeting cancel', { meeting: 'M1' }, true)
    const again = await press(here, focal('opcw'), buttonNamed(removed, 'Undo: put it back'))

    expect(again.text).toContain('Put back: A1 Write up what is due by friday (OPCW')
    expect(again.text).toContain('Whoever set it is told.')
    expect(await row()).toBe(before)
    expect(to(focal('interpol'), 'put the action A1 Write up what is due by friday back')).toHaveLength(1)
    expect(to(focal('opcw'), 'gave you an action')).toHaveLength(1)
    const twice = await press(here, focal('opcw'), buttonNamed(removed, 'Undo: put it back'))
    expect(twice.text).toContain('There is no removed action A1.')
    await here.turn('2026-12-11T12:05:00Z')
    await press(here, focal('opcw'), buttonNamed(again, 'Undo: remove it'))
    expect(to(focal('interpol'), 'removed the action A1')).toHaveLength(2)
  })

  test('that their owner removes are told to whoever set them, also by an owner outside the group, who gets the undo', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:UNAOC')
    const removed = await here.say(focal('unaoc'), '/meeting action remove A1')
    await here.turn('2026-12-01T12:00:00Z')

    expect(removed.text).toContain('Whoever set it is told.')
    expect(to(focal('interpol'), 'removed the action A1 Draft')).toHaveLength(1)
    expect(to(focal('unaoc'), 'removed the action')).toHaveLength(0)
    expect((await press(here, focal('unaoc'), buttonNamed(removed, 'Undo: put it back'))).outcome).toBe(
      'done',
    )
  })

  test('are reminded of after their day while they are open', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:me due:"10 Dec"')
    await here.turn('2026-12-17T09:00:00Z')

    expect(to(focal('interpol'), 'was due on 10 Dec 2026, 7 days ago')).toHaveLength(1)
  })

  test('say why it is you, who set it and what to do where it is not yours', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.say(focal('interpol'), '/meeting action add M1 what:Chairing owner:"the chair" due:"10 Dec"')
    await here.turn('2026-12-10T09:00:00Z')

    expect(to(focal('opcw'), 'A1 Draft').at(-1)?.text).toMatch(
      /Why you: you are at OPCW, whose action it is; .*INTERPOL.* set it\. Not yours\? Hand it over: \/meeting action hand-over A1\./i,
    )
    expect(to(focal('interpol'), 'A2 Chairing').at(-1)?.text).toContain('Why you: you are chair of ETCIP')
  })

  test.each([
    ['done', 'meeting action done', { action: 'A1' }],
    ['handed over', 'meeting action hand-over', { action: 'A1', owner: 'CTED' }],
  ])(
    'that wait for the morning are not said when the action was %s in the night',
    async (_, command, fields) => {
      await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
      await here.say(focal('opcw'), '/reminder settings quiet:06:00-12:00')
      await here.turn('2026-12-10T08:30:00Z')
      await here.press(focal('opcw'), command, fields)
      await here.turn('2026-12-10T12:00:00Z')

      expect(to(focal('opcw'), 'due today')).toHaveLength(0)
    },
  )

  test('that wait for the morning are said then while the action is open', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    await here.say(focal('opcw'), '/reminder settings quiet:06:00-12:00')
    await here.turn('2026-12-10T08:30:00Z')
    expect(to(focal('opcw'), 'due today')).toHaveLength(0)
    await here.turn('2026-12-10T12:00:00Z')

    expect(to(focal('opcw'), 'due today')).toHaveLength(1)
  })

  test('go to whoever holds the role on the day', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:"the chair"')
    const list = await here.say(focal('interpol'), '/meeting action list mine')

    expect(list.text).toContain('A1 Draft (the chair, no due day)')
    expect((await here.say(focal('cted'), '/meeting action list mine')).text).toContain(
      'No open actions of yours',
    )
  })

  test('change hands, and back, and each owner is told', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW due:"10 Dec"')
    const over = await here.say(focal('opcw'), '/meeting action hand-over A1 owner:CTED')
    const back = await here.press(focal('cted'), 'meeting action hand-over', {
      action: 'A1',
      owner: 'OPCW',
      due: '2026-12-10',
    })

    expect(over.text).toContain('A1 Draft (CTED, due 10 Dec 2026)')
    expect(back.text).toContain('A1 Draft (OPCW, due 10 Dec 2026)')
    expect(to(focal('cted'), 'gave you an action')).toHaveLength(1)
    expect(to(focal('opcw'), 'gave you an action')).toHaveLength(2)
  })

  test('are closed by their owner and the group alone, and reopened by the button', async () => {
    await here.say(focal('interpol'), '/meeting action add M1 what:Draft owner:OPCW')
    const foreign = await here.say(focal('unaoc'), '/meeting action done A1')
    await here.say(focal('opcw'), '/meeting action done A1')
    const again = await here.say(focal('opcw'), '/meeting action done A1')
    const reopened = await here.press(focal('opcw'), 'meeting action done', { action: 'A1', reopen: 'yes' })

    expect(foreign.outcome).toBe('refused')
    expect(again.text).toContain('done already')
    expect(reopened.text).toContain('Open again')
    expect((await here.say(focal('opcw'), '/meeting action list mine')).text).toContain(
      '1 open action of yours',
    )
    expect((await here.say(focal('opcw'), '/meeting action list wg:ETCIP')).outcome).toBe('refused')
  })

  test.each([
    ['owner:Nobodyknown', 'no entity and no person'],
    ['due:"1 Nov"', 'has passed'],
    ['owner:gone@compact.example', 'no entity and no person'],
  ])('%s is refused and nothing is recorded', async (option, why) => {
    const reply = await here.say(focal('interpol'), `/meeting action add M1 what:Draft ${option}`)

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain(why)
    expect((await here.say(focal('interpol'), '/meeting action list')).text).toContain('No open actions')
  })
})
