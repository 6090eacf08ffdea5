import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { feature } from '../../commands/define.ts'
import { features } from '../../commands/index.ts'
import { identify } from '../../db/directory/identify.ts'
import { homePage } from '../../src/bot/home.ts'
import { findCommand } from '../../src/core/catalog.ts'
import type { Button, Message } from '../../src/core/message.ts'
import { plainMessage } from '../support/plain.ts'
import { focal, secretariat, type World, world } from '../support/world.ts'

const now = new Date('2026-11-21T12:00:00Z')

function unwanted(error: unknown): never {
  throw error
}

describe('the home page', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    for (let day = 1; day <= 6; day++) {
      await here.say(focal('interpol'), `/meeting schedule "Round ${day}" wg:ETCIP start:"${day} Dec 14:30"`)
    }
    await here.say(secretariat, '/meeting schedule "Gone" wg:ETCIP start:"29 Nov 14:30"')
    await here.press(secretariat, 'meeting cancel', { meeting: 'M7' }, true)
    await here.say(focal('cted'), '/meeting rsvp M2 maybe')
    await here.say(focal('ipu'), '/meeting rsvp M1 yes')
    await here.say(focal('who'), '/meeting rsvp M1 no')
  })
  afterAll(() => here.end())

  async function page(who: string): Promise<Message> {
    const account = { platform: 'terminal', tenant: 'local', account: who, vouchedEmail: who }
    const caller = await identify(here.database.store.kysely, account, now)
    return homePage(features, here.database.store.kysely, caller, now, unwanted)
  }

  test('tells somebody not linked who it is and how to be linked, and nothing else', async () => {
    const shown = await page('nobody@compact.example')

    expect(plainMessage(shown)).toContain('/profile link')
    expect(plainMessage(shown)).not.toContain('Round')
    expect(buttonsOf(shown).map(({ command }) => command)).toEqual(['profile link', 'help'])
  })

  test('shows a member the five next meetings with the answers given, in their own zone', async () => {
    const shown = await page(focal('cted'))
    const text = plainMessage(shown)

    expect(text).toContain('good day, CTED focal point')
    expect(text).toContain(
      'M1 Round 1 (ETCIP), Tue 1 Dec 2026, 08:30 (America/New_York); you have not answered.',
    )
    expect(text).toContain('M2 Round 2 (ETCIP), Wed 2 Dec 2026, 08:30 (America/New_York); you said maybe.')
    expect(text).toContain('M5 Round 5')
    expect(text).not.toContain('M6')
    expect(text).not.toContain('Gone')
    expect(text.indexOf('M1 ')).toBeLessThan(text.indexOf('M2 '))
    expect(buttonsOf(shown)).toContainEqual(
      expect.objectContaining({ command: 'meeting rsvp', values: { meeting: 'M5', answer: 'no' } }),
    )
    expect(text).not.toContain('ETCIP: ')
    expect(text).not.toContain('triage')
    expect(plainMessage(await page(focal('who')))).not.toContain('Your working groups')
  })

  test('says the accounts by the names of their platforms', async () => {
    const account = { platform: 'slack', tenant: 'T1', account: 'U1' }
    const shown = await here.bot.home({
      caller: account,
      place: { platform: 'slack', tenant: 'T1', channel: 'D1', private: true },
      vouchedEmail: focal('icao'),
      profile: { zone: 'America/Montreal' },
    })

    expect(plainMessage(shown)).toContain('Accounts: Slack U1')
  })

  test('keeps a running meeting until it is over', async () => {
    const db = here.database.store.kysely
    const account = { platform: 'terminal', tenant: 'local', account: 'x', vouchedEmail: focal('cted') }
    const at = async (iso: string) => {
      const moment = new Date(iso)
      const caller = await identify(db, account, moment)
      return plainMessage(await homePage(features, db, caller, moment, unwanted))
    }

    expect(await at('2026-12-01T14:29:00Z')).toContain('M1 Round 1')
    expect(await at('2026-12-01T14:31:00Z')).not.toContain('M1 Round 1')
  })

  test('shows nobody a meeting to which they are not invited', async () => {
    const text = plainMessage(await page(focal('unaoc')))

    expect(text).not.toContain('Round')
    expect(text).toContain('You are invited to no meeting ahead.')
  })

  test('shows a chair the next meeting of each group led, with votes of observers apart', async () => {
    const shown = await page(focal('interpol'))
    const text = plainMessage(shown)

    expect(text).toMatch(/ETCIP: next is M1 Round 1, .*: 0 yes, 0 maybe, 1 no, \d+ not answered\./)
    expect(buttonsOf(shown)).toContainEqual(
      expect.objectContaining({ command: 'meeting schedule', values: { wg: 'ETCIP' } }),
    )
    expect(plainMessage(await page(focal('unodc')))).toContain('BMLE: no meeting is scheduled.')
  })

  test('shows no group as led to a secretariat whose entity is only a member of it', async () => {
    const caller = await identify(
      here.database.store.kysely,
      { platform: 'terminal', tenant: 'local', account: 'x', vouchedEmail: secretariat },
      now,
    )
    const members = caller?.roles.filter(({ role }) => role === 'member') ?? []
    const text = plainMessage(await page(secretariat))

    expect(members.length).toBeGreaterThan(0)
    for (const { groupAcronym } of members) expect(text).not.toContain(`${groupAcronym}: `)
  })

  test('shows updates of one’s own entity for the open issue, never those of another', async () => {
    expect(plainMessage(await page(focal('cted')))).toContain('No issue is open')
    await here.say(secretariat, '/newsletter open November-December closes:2027-01-08')
    await here.say(
      focal('cted'),
      '/update post "CTED held a secret workshop in Nairobi (6-10 Nov)" section:regional',
    )
    const own = plainMessage(await page(focal('cted')))
    const other = plainMessage(await page(focal('unodc')))

    expect(own).toMatch(/No\. 1, November–December 2026: closes .*, 49 days left\./)
    expect(own).toContain('U1, proposed, Regional focus: CTED held a secret workshop')
    expect(own).toContain('[Post an update] [All mine] [All of CTED]')
    expect(other).not.toContain('secret')
    expect(other).not.toContain('triage')
    expect(other).toContain('Nothing for it yet from you or UNODC.')
  })

  test('shows five updates at the most and leaves out those withdrawn', async () => {
    for (let at = 1; at <= 7; at++)
      await here.say(focal('who'), `/update post "WHO act number ${at} (${at} Nov)"`)
    await here.say(focal('who'), '/update withdraw U8')
    const text = plainMessage(await page(focal('who')))

    expect(text.match(/WHO act number/g)).toHaveLength(5)
    expect(text).not.toContain('number 7')
    expect(text).toContain('number 6')
  })

  test('shows the secretariat the eight oldest updates that wait, cut, and how many wait in all', async () => {
    const long = `UNESCO launched a guide ${'for teachers '.repeat(30)}(5 Nov)`
    for (let at = 0; at < 3; at++) await here.say(focal('unesco'), `/update post "${long}" confirm:yes`)
    await here.say(secretariat, '/update accept U2')
    const shown = await page(secretariat)
    const text = plainMessage(shown)
    const waiting = text.match(/^U\d+ .*$/gm) ?? []

    expect(text).toContain('9 updates wait for a decision; these are the 8 oldest.')
    expect(waiting.map((line) => line.split(' ')[0])).toEqual([
      'U1',
      'U3',
      'U4',
      'U5',
      'U6',
      'U7',
      'U9',
      'U10',
    ])
    expect(waiting[0]).toContain('U1 CTED: CTED held')
    expect(waiting.at(-1)).toMatch(/…$/)
    expect(Math.max(...waiting.map((line) => line.length))).toBeLessThan(180)
    for (const command of ['update accept', 'update return', 'update show']) {
      expect(buttonsOf(shown)).toContainEqual(expect.objectContaining({ command, values: { update: 'U10' } }))
    }
  })

  test('shows one’s own reminders alone, the five next, each with a button that cancels it', async () => {
    for (let at = 1; at <= 6; at++)
      await here.say(focal('cted'), `/reminder add "Task ${at}" at:"${at} Dec 9:00"`)
    const shown = await page(focal('cted'))

    expect(plainMessage(shown)).toContain('Tue 1 Dec 2026, 09:00 (America/New_York): Task 1')
    expect(plainMessage(shown)).not.toContain('Task 6')
    expect(plainMessage(shown)).toContain('[Add a reminder] [All reminders]')
    expect(buttonsOf(shown).filter(({ command }) => command === 'reminder cancel')).toHaveLength(5)
    expect(plainMessage(await page(focal('who')))).not.toContain('Task')
  })

  test('shows who one is, also under an Arabic name', async () => {
    await here.database.store.pool.query("update people set name = 'فاطمة الزهراء' where email = $1", [
      focal('opcw'),
    ])
    const text = plainMessage(await page(focal('opcw')))

    expect(text).toContain('good day, فاطمة الزهراء. It is Sat 21 Nov 2026.')
    expect(text).toContain('You: فاطمة الزهراء (OPCW)')
    expect(text).toContain('Time zone: Europe/Amsterdam')
  })

  test('offers only buttons of commands and options that exist, and few enough blocks for every platform', async () => {
    for (const who of [focal('interpol'), focal('cted'), secretariat, 'nobody@compact.example']) {
      const shown = await page(who)
      expect(shown.blocks.length).toBeLessThanOrEqual(90)
      for (const { command, values, label } of buttonsOf(shown)) {
        const options = findCommand(features, command)?.command.options
        expect(Object.keys(options ?? {}), command).toEqual(expect.arrayContaining(Object.keys(values)))
        expect(options, command).toBeDefined()
        expect(label.length).toBeLessThanOrEqual(75)
      }
    }
  })

  test('leaves out a feature that fails, shows the others, and tells of the fault', async () => {
    const faults: string[] = []
    const broken = feature({
      name: 'broken',
      about: 'x',
      commands: [],
      home: ({ db }) =>
        db
          .selectFrom('nowhere' as 'people')
          .selectAll()
          .execute()
          .then(() => []),
    })
    const account = { platform: 'terminal', tenant: 'local', account: 'x', vouchedEmail: focal('cted') }
    const caller = await identify(here.database.store.kysely, account, now)
    const shown = await homePage(
      [broken, ...features],
      here.database.store.kysely,
      caller,
      now,
      (error, name) => faults.push(`${name}: ${String(error)}`),
    )

    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain('broken: ')
    expect(plainMessage(shown)).toContain('M1 Round 1')
  })
})

describe('the shared card of a meeting', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
    await here.say(
      focal('interpol'),
      '/meeting schedule "Quarterly" wg:ETCIP start:"12 Dec 14:30" timezone:Europe/Vienna place:"Room C" link:meet.example/x',
    )
  })
  afterAll(() => here.end())

  const card = async (iso: string) => {
    const found = await features
      .find(({ name }) => name === 'meeting')
      ?.cards?.['meeting']?.(here.database.store.kysely, 1, new Date(iso))
    return found
  }

  test('holds the facts in the meeting’s zone and counts answers, observers apart', async () => {
    await here.say(focal('cted'), '/meeting rsvp M1 yes')
    await here.say(focal('ipu'), '/meeting rsvp M1 yes')
    const shown = await card('2026-11-21T12:00:00Z')
    const text = shown ? plainMessage(shown) : ''

    expect(shown?.card).toBe('meeting:1')
    expect(text).toContain('M1 Quarterly (ETCIP), Sat 12 Dec 2026, 14:30 (Europe/Vienna)')
    expect(text).toContain('Place: Room C')
    expect(text).toContain('Link: https://meet.example/x')
    expect(text).toMatch(
      /Answers: 1 yes, 0 maybe, 0 no, 2\d not answered\nObservers: 1 yes, 0 maybe, 0 no, \d not answered/,
    )
    expect(text).toContain('[Yes] [Maybe] [No]')
    // The same for everyone: who answered what is for those who ask.
    expect(text).not.toContain('CTED')
  })

  test('counts an entity once, by the best answer of its people, and as a no once nobody else may come', async () => {
    await here.say(secretariat, '/directory add person "Alternate of WHO" email:alt@who.example entity:WHO')
    await here.turn('2026-11-21T12:30:00Z')
    const text = async () => {
      const shown = await card('2026-11-21T12:30:00Z')
      return shown ? plainMessage(shown) : ''
    }
    const none = /(\d+) not answered/.exec(await text())?.[1]
    await here.say(focal('who'), '/meeting rsvp M1 no')
    const undecided = await text()
    await here.say('alt@who.example', '/meeting rsvp M1 no')
    const declined = await text()
    await here.say('alt@who.example', '/meeting rsvp M1 yes')

    expect(undecided).toContain(`Answers: 1 yes, 0 maybe, 0 no, ${none} not answered`)
    expect(declined).toContain('Answers: 1 yes, 0 maybe, 1 no')
    expect(await text()).toContain('Answers: 2 yes, 0 maybe, 0 no')
  })

  test('has no buttons to answer once it is over or cancelled', async () => {
    const over = await card('2026-12-12T14:31:00Z')
    await here.press(focal('interpol'), 'meeting cancel', { meeting: 'M1' }, true)
    const cancelled = await card('2026-11-21T12:00:00Z')

    expect(over && plainMessage(over)).not.toContain('[Yes]')
    expect(cancelled && plainMessage(cancelled)).not.toContain('[Yes]')
    expect(cancelled && plainMessage(cancelled)).toContain(': cancelled')
  })

  test('is what scheduling answers in the room, and an answer repeats the facts of its invitation', async () => {
    const scheduled = await here.say(
      focal('interpol'),
      '/meeting schedule "Other" wg:ETCIP start:"13 Dec 14:30" place:"Room D"',
    )
    const answered = await here.say(focal('cted'), '/meeting rsvp M2 yes')

    expect(scheduled.answer.message.card).toBe('meeting:2')
    expect(scheduled.text).toMatch(/^Scheduled M2: Other .* \d+ people are invited\./)
    expect(scheduled.text).toContain('[Yes] [Maybe] [No]')
    expect(scheduled.text).toContain('[Undo: cancel it] [Show]')
    expect(answered.answer.message.card).toBeUndefined()
    expect(answered.text).toContain('Place: Room D')
    expect(answered.text).toContain('[Change to maybe] [Change to no]')
  })
})

function buttonsOf({ blocks }: Message): readonly Button[] {
  return blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
}
