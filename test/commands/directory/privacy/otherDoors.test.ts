import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { type Audience, audiences } from '../../../../db/directory/visibility/audience.ts'
import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import { fileBytes } from '../../../../src/core/message.ts'
import { focal, secretariat, type World, world } from '../../../support/world.ts'

const owner = 'x93@hidden.example'
const phone = '+43 1 26060'

describe('doors to an address beside those of the directory', () => {
  let here: World
  let person: string
  beforeAll(async () => {
    here = await world()
    await here.say(
      secretariat,
      `/directory add person "Ida Owner" email:${owner} entity:INTERPOL phone:"${phone}" title:Adviser`,
    )
    const { rows } = await here.database.store.pool.query(`select id from people where email = $1`, [owner])
    person = `P${rows[0].id}`
    // Of the entity in the chair, she organizes what others are invited to.
    await here.say(owner, '/meeting schedule Quarterly wg:ETCIP start:"12 Dec 14:30"')
  })
  afterAll(() => here.end())

  async function open(audience: Audience): Promise<void> {
    await here.say(
      secretariat,
      `/directory edit person ${person} email-for:${audience} phone-for:${audience}`,
    )
  }

  /** Something that reached her not, after all that did. */
  async function miss(audience: Audience): Promise<void> {
    await here.database.store.pool.query(
      `insert into notices (key, kind, person_id, subject, body, queued_at, state, fault, created_at)
       values ($1, 'test', $2, 'x', '{}', '2026-11-20', 'dead', 'no account could be reached', '2026-11-20')`,
      [audience, person.slice(1)],
    )
  }

  test.each(audiences)(
    'for %s: calendar addresses, files of meetings, cards and minutes',
    async (audience) => {
      await open(audience)
      const reply = await here.press(focal('cted'), 'meeting calendar', { address: 'new' })
      const token = /\/calendar\/([\w-]+)\.ics/.exec(reply.text)?.[1] ?? ''
      const page = await calendarPage(
        here.database.store.kysely,
        token,
        new Date('2026-11-21T12:00:00Z'),
        'example.org',
      )
      const feed = (page?.ics ?? '').replaceAll('\r\n ', '')
      expect(feed).toContain('SUMMARY:Quarterly')
      // Whoever has the address of a calendar may pass it on.
      expect([audience, feed.includes(owner)]).toEqual([audience, audience === 'everyone'])
      for (const line of [
        '/meeting calendar M1',
        '/meeting show M1',
        '/meeting attendees M1',
        '/meeting list',
      ]) {
        const { answer } = await here.say(focal('cted'), line)
        const files = answer.message.blocks.flatMap((one) =>
          one.kind === 'file' ? [fileBytes(one).toString()] : [],
        )
        const whole = `${JSON.stringify(answer)}${files.join('\n')}`
        expect([line, whole.includes(phone)]).toEqual([line, false])
        if (audience !== 'everyone') expect([line, whole.includes(owner)]).toEqual([line, false])
      }
      expect(JSON.stringify(here.delivered)).not.toContain(phone)
      if (audience === 'self') {
        const letters = here.delivered.filter(({ to }) => to !== owner)
        expect(JSON.stringify(letters)).not.toContain(owner)
      }
    },
  )

  test.each(audiences)(
    'for %s: the list of those who cannot be reached, which is logged',
    async (audience) => {
      await open(audience)
      await miss(audience)
      const { text } = await here.say(secretariat, '/reminder unreachable')

      expect(text).toContain('Ida Owner')
      expect(text.includes(owner)).toBe(audience !== 'self')
      expect(text.includes('an e-mail address that is not shown to you')).toBe(audience === 'self')
    },
  )

  test('each look at the list of those who cannot be reached is among the look-ups of whom it names', async () => {
    expect((await here.say(owner, '/directory lookups')).text).toContain('/reminder unreachable')
  })
})

describe('who is in which group', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  const doors = [
    '/wg show ETCIP',
    '/wg history ETCIP',
    '/directory list group:ETCIP',
    '/directory find "chair of ETCIP"',
    '/directory entity INTERPOL',
    `/directory person ${focal('interpol')}`,
    '/directory vacancies wg:ETCIP',
    '/meeting calendar wg:ETCIP',
  ] as const

  test.each(doors)('%s tells anybody linked, and nobody who is not', async (line) => {
    expect((await here.say(focal('who'), line)).outcome).toBe('done')
    const stranger = await here.say('nobody@elsewhere.example', line)
    expect(stranger.outcome).toBe('refused')
    expect(stranger.text).not.toMatch(/INTERPOL focal|ETCIP \(/)
  })

  test('typeahead and exports tell nobody who is not linked', async () => {
    for (const kind of ['person', 'entity', 'group'] as const) {
      const offered = await here.bot.suggest({
        caller: { platform: 'terminal', tenant: 'local', account: 'nobody@elsewhere.example' },
        vouchedEmail: 'nobody@elsewhere.example',
        kind,
        typed: 'int',
        limit: 5,
      })
      expect([kind, offered]).toEqual([kind, []])
    }
    expect((await here.say(focal('who'), '/directory export csv of:roles')).outcome).toBe('refused')
  })
})
