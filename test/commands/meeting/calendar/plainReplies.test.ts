import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { inboxRoutes } from '../../../../src/bot/mail/mailReplies.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { plainReply, type WrittenReply } from '../../../support/mail/plainReply.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const secret = 'a secret that only both of them know'

describe('a reply that somebody writes to a letter about a meeting', () => {
  let here: World
  const letters: Letter[] = []
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
      answersByMail: true,
    })
    for (const [title, day] of [
      ['Plenary', '10'],
      ['Border review', '11'],
    ])
      await here.say(
        chair,
        `/meeting schedule "${title}" wg:ETCIP start:"2026-12-${day}T14:00" timezone:Europe/Vienna`,
      )
    await here.say(chair, '/meeting attendees M1 email:briefer@elsewhere.example')
    await here.turn('2026-11-21T12:01:00Z')
    await here.turn('2026-11-21T13:00:00Z')
  })
  afterAll(() => here.end())

  /** Answers the newest letter to the sender with that title, or their first; what comes back by mail. */
  async function reply(
    sent: WrittenReply,
    title: string | null = 'Plenary',
    which: 'find' | 'findLast' = 'findLast',
  ): Promise<readonly Letter[]> {
    const letter = letters[which](
      ({ to, subject }) => title !== null && to === sent.from && subject.includes(title),
    )
    const count = letters.length
    const { signed: [route] = [] } = inboxRoutes(here.bot, { secret, server: 'mx.bot.example' })
    const answer = await route?.answer({
      headers: { authorization: `Bearer ${secret}` },
      body: Buffer.from(plainReply(letter, sent)),
      afterwards: () => undefined,
    })
    expect(answer?.status).toBe(202)
    await here.bot.settle({ ticks: false })
    return letters.slice(count)
  }
  async function answerOf(who: string, meeting = 1) {
    const { rows } = await here.database.store.pool.query<{ response: string | null; remark: string | null }>(
      `select i.response, i.remark from invitations i join people p on p.id = i.person_id
       where p.email = $1 and i.meeting_id = $2`,
      [who, meeting],
    )
    return rows[0]
  }

  test('is offered by the letter, and answers the meeting of that letter alone', async () => {
    const letter = letters.find(({ to, subject }) => to === focal('cted') && subject.includes('Border'))
    expect(letter?.text).toContain('Answer this letter with yes, no or maybe, or with the buttons')

    const [back, ...more] = await reply(
      { from: focal('cted'), says: 'Yes, 10 minutes late' },
      'Border review',
    )
    expect(await answerOf(focal('cted'), 2)).toEqual({ response: 'yes', remark: '10 minutes late' })
    expect(await answerOf(focal('cted'), 1)).toEqual({ response: null, remark: null })
    expect(back?.text).toContain('You said yes to M2 Border review')
    expect(back).toMatchObject({ to: focal('cted'), replyTo: '<a.1@elsewhere.example>' })
    expect(back?.text).not.toContain('/meeting')
    expect(more).toEqual([])
  })

  test('takes its answer back by a reply to what came back', async () => {
    await reply({ from: focal('cted'), says: 'No, sorry\n\nAnn Lee' }, 'You said yes')
    expect((await answerOf(focal('cted'), 2))?.response).toBe('no')
    expect(letters.at(-1)?.text).toContain('Only your first line was read: “No, sorry”')
  })

  test('is read where a mail program wrote nothing but HTML', async () => {
    await reply({ from: focal('unodc'), says: 'maybe', html: true })
    expect((await answerOf(focal('unodc')))?.response).toBe('maybe')
  })

  test('that is not plainly an answer changes nothing, and says what to write', async () => {
    const [back] = await reply({ from: focal('who'), says: 'No problem' })
    expect(await answerOf(focal('who'))).toEqual({ response: null, remark: null })
    expect(back?.text).toContain('I cannot tell whether “No problem” is a yes or a no to Plenary')
    expect(back?.text).toContain('Answer this letter with yes, no or maybe as the first line')

    expect(await reply({ from: focal('who'), says: 'No problem' })).toEqual([])
  })

  test.each([
    ['a program while its owner is away', { head: ['Auto-Submitted: auto-replied'] }],
    ['somebody for whom the server does not vouch', { results: 'mx.bot.example; dmarc=fail' }],
    ['a stranger', { from: 'nobody@elsewhere.example' }],
  ])('of %s is neither counted nor answered', async (_, what) => {
    expect(await reply({ from: focal('wco'), says: 'yes', ...what })).toEqual([])
    expect(await answerOf(focal('wco'))).toEqual({ response: null, remark: null })
  })

  test('to no letter of a meeting is counted for none, though its subject names one', async () => {
    const [back] = await reply({ from: focal('wco'), says: 'yes' }, null)
    expect(await answerOf(focal('wco'))).toEqual({ response: null, remark: null })
    expect(back?.text).toContain('cannot tell which one your letter answers')
  })

  test('to what was changed since is asked about once more', async () => {
    await here.say(chair, '/meeting move M1 start:"2026-12-12T14:00" timezone:Europe/Vienna')
    const [back] = await reply({ from: focal('dppa'), says: 'yes' })
    expect((await answerOf(focal('dppa')))?.response).toBeNull()
    expect(back?.text).toMatch(/^Plenary was changed since .* 12 Dec .* does it still hold\?/)

    await reply({ from: focal('dppa'), says: 'oui' })
    expect((await answerOf(focal('dppa')))?.response).toBe('yes')
  })

  test('leaves what was said in the chat after it was written', async () => {
    await here.turn('2026-11-21T15:00:00Z')
    await here.say(focal('dppa'), '/meeting rsvp M1 no')
    const [back] = await reply({ from: focal('dppa'), says: 'maybe' })
    expect((await answerOf(focal('dppa')))?.response).toBe('no')
    expect(back?.text).toMatch(/^You said no to Plenary, .* after you wrote this; that stands\./)
  })

  test('of a guest outside the directory is told to whoever invited them', async () => {
    here.delivered.length = 0
    await reply({ from: 'briefer@elsewhere.example', says: 'Yes, with slides' })
    expect(here.delivered.map(({ to }) => to)).toEqual([chair])
    expect(here.delivered[0]?.text).toContain('with slides')
  })

  test('of a guest to what was changed since is asked about once more, and told to nobody', async () => {
    here.delivered.length = 0
    const [back] = await reply({ from: 'briefer@elsewhere.example', says: 'yes' }, 'Plenary', 'find')
    expect(back?.text).toMatch(/^Plenary was changed since .* does it still hold\?/)
    expect(here.delivered).toEqual([])
  })

  test('of a guest in several lines says which of them was passed on', async () => {
    const [back] = await reply({ from: 'briefer@elsewhere.example', says: 'Maybe\nIt depends on my flight.' })
    expect(back?.text).toContain('Your maybe was passed on. Only your first line was read: “Maybe”.')
  })

  test('that says nothing plain is answered once a day, however it is put', async () => {
    const from = focal('undp')
    expect(await reply({ from, says: 'Ticket 1 was opened' })).toHaveLength(1)
    expect(await reply({ from, says: 'Ticket 2 was opened' })).toEqual([])
  })

  test('that comes again and again, as from a program, is counted and after some time answered no more', async () => {
    here.delivered.length = 0
    const from = focal('unodc')
    const guest = 'briefer@elsewhere.example'
    let written = 0
    for (let time = 0; time < 8; time += 1) {
      const date = `Sat, 21 Nov 2026 14:${10 + time}:00 +0000`
      written += (await reply({ from, says: 'yes', date })).length
      await reply({ from: guest, says: 'no', date })
    }
    expect(written).toBe(3)
    expect((await answerOf(from))?.response).toBe('yes')
    expect(here.delivered.map(({ to }) => to)).toEqual([chair, chair, chair])
    const lines = here.log.filter((line) => line.includes('stopped answering a sender of mail'))
    expect(lines).toHaveLength(10)
    expect(lines.join()).not.toContain('@')

    expect(await reply({ from, says: 'no', date: 'Sat, 21 Nov 2026 14:40:00 +0000' })).toEqual([])
    expect((await answerOf(from))?.response).toBe('no')
    await here.turn('2026-11-21T16:00:00Z')
    expect(await reply({ from, says: 'maybe', date: 'Sat, 21 Nov 2026 15:40:00 +0000' })).toHaveLength(1)
  })

  test('in HTML of a length that no reply has is not read, and its sender is told so', async () => {
    const [back] = await reply({ from: focal('unesco'), says: `yes${' '.repeat(160_000)}`, html: true })
    expect(back?.text).toContain('I found no answer above the quoted letter')
    expect((await answerOf(focal('unesco')))?.response).toBeNull()
  })

  test('to a meeting that was cancelled reads so', async () => {
    await here.say(chair, '/meeting cancel M2', {})
    await here.press(chair, 'meeting cancel', { meeting: 'M2' }, true)
    const [back] = await reply({ from: focal('unodc'), says: 'yes' }, 'Border review')
    expect(back?.text).toContain('is cancelled')
  })
})
