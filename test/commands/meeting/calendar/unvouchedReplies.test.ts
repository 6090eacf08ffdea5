import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { inboxRoutes } from '../../../../src/bot/mail/mailReplies.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { calendarReply } from '../../../support/mail/calendarReply.ts'
import { plainReply } from '../../../support/mail/plainReply.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const secret = 'a secret that only both of them know'
const results = 'mx.bot.example; dmarc=none'

describe('a reply by mail for whose sender no mail server vouches', () => {
  let here: World
  const letters: Letter[] = []
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
      answersByMail: true,
    })
    const when = 'wg:ETCIP start:"2026-12-10T14:00" timezone:Europe/Vienna'
    await here.say(chair, `/meeting schedule Plenary ${when}`)
    await here.say(chair, '/meeting attendees M1 email:"Bo Briefer <briefer@elsewhere.example>"')
    await here.turn('2026-11-21T12:01:00Z')
    await here.database.store.pool.query(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       select 'terminal', 'local', email, id, '2026-01-01', 'sample' from people where email = any ($1)`,
      [[focal('wco'), focal('who')]],
    )
    await here.database.store.pool.query(
      `insert into reminder_settings (person_id, via, set_at) select id, 'email', '2026-01-01' from people where email = $1`,
      [focal('who')],
    )
  })
  afterAll(() => here.end())

  const letterTo = (from: string) => letters.find(({ to }) => to === from)

  /** Whom the bot told in the chat, and what; nobody ever gets a letter. */
  async function reply(raw: string): Promise<readonly (readonly [string, string])[]> {
    const [written, said] = [letters.length, here.delivered.length]
    const { signed: [route] = [] } = inboxRoutes(here.bot, { secret, server: 'mx.bot.example' })
    const answer = await route?.answer({
      headers: { authorization: `Bearer ${secret}` },
      body: Buffer.from(raw),
      afterwards: () => undefined,
    })
    expect(answer?.status).toBe(202)
    await here.bot.settle({ ticks: false })
    expect(letters.length).toBe(written)
    return here.delivered.slice(said).map(({ to, text }) => [to, text])
  }

  test('is told to whoever reads the chat, in the chat and once', async () => {
    const from = focal('wco')
    const sent = { from, says: 'yes, and bring https://evil.example', results }
    const told = await reply(plainReply(letterTo(from), sent))

    expect(told).toEqual([
      [
        from,
        expect.stringMatching(/^A letter in your name says yes to Plenary.* It was not counted, because/),
      ],
    ])
    expect(told[0]?.[1]).toContain('[Yes] [Maybe] [No]')
    expect(told[0]?.[1]).not.toContain('evil')
    expect(await reply(plainReply(letterTo(from), { ...sent, says: 'No problem' }))).toEqual([])
    expect(await reply(calendarReply(letterTo(from), { from, answer: 'DECLINED', results }))).toEqual([])
    const { rows } = await here.database.store.pool.query(
      'select 1 from invitations where response is not null',
    )
    expect(rows).toEqual([])
  })

  test('of whoever called the meeting, and reads no chat, is written to nobody', async () => {
    expect(await reply(plainReply(letterTo(chair), { from: chair, says: 'no', results }))).toEqual([])
  })

  test('that says what its person has said already is told to nobody', async () => {
    const from = focal('imo')
    expect((await here.say(from, '/meeting rsvp M1 yes')).outcome).toBe('done')
    expect(await reply(plainReply(letterTo(from), { from, says: 'yes', results }))).toEqual([])
  })

  test('of somebody without a chat, or who wants letters, is told to whoever called the meeting', async () => {
    const [cted, who] = [focal('cted'), focal('who')]
    const unclear = await reply(plainReply(letterTo(cted), { from: cted, says: 'No problem', results }))
    // The same again takes nobody's turn.
    for (const says of ['maybe', 'no', 'yes'])
      expect(await reply(plainReply(letterTo(cted), { from: cted, says, results }))).toEqual([])
    const declined = await reply(calendarReply(letterTo(who), { from: who, answer: 'DECLINED', results }))

    expect(unclear).toEqual([
      [chair, expect.stringMatching(/^A letter in the name of .*CTED.* answers the invitation to Plenary/)],
    ])
    expect(declined).toEqual([[chair, expect.stringMatching(/says no to Plenary.*Please ask them\./)]])
  })

  test('of a guest is told to whoever invited them', async () => {
    const from = 'briefer@elsewhere.example'
    const told = await reply(plainReply(letterTo(from), { from, says: 'yes', results }))

    expect(told).toEqual([[chair, expect.stringMatching(/in the name of Bo Briefer says yes to Plenary/)]])
  })

  test.each([
    ['a stranger', { from: 'nobody@elsewhere.example' }],
    ['somebody who is not invited', { from: focal('unaoc') }],
    ['a program', { from: focal('undp'), head: ['Auto-Submitted: auto-replied'] }],
  ])('of %s is told to nobody', async (_, sent) => {
    expect(await reply(plainReply(letterTo(focal('undp')), { says: 'yes', results, ...sent }))).toEqual([])
  })

  test('in the names of many is told a few times an hour', async () => {
    const names = ['undp', 'unodc', 'dppa', 'unesco', 'icao'].map(focal)
    let told = 0
    for (const from of names)
      told += (await reply(plainReply(letterTo(from), { from, says: 'yes', results }))).length

    expect(told).toBe(0)
    expect(here.log.filter((line) => line.includes('stopped answering a sender of mail'))).toHaveLength(5)
  })
  test('in one name on many meetings is told a few times an hour', async () => {
    await here.turn('2026-11-22T12:00:00Z')
    const from = focal('wco')
    for (const title of ['Review', 'Drafting', 'Briefing', 'Closing', 'Opening'])
      await here.say(
        chair,
        `/meeting schedule ${title} wg:ETCIP start:"2026-12-17T14:00" timezone:Europe/Vienna`,
      )
    await here.turn('2026-11-22T12:01:00Z')
    const told = []
    for (const letter of letters.filter(({ to, subject }) => to === from && subject.includes('17 Dec')))
      told.push((await reply(plainReply(letter, { from, says: 'yes', results }))).length)

    expect(told).toEqual([1, 1, 1, 0, 0])
  })
})
