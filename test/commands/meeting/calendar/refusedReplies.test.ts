import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { inboxRoutes } from '../../../../src/bot/mail/mailReplies.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { askedTooMuch } from '../../../../src/dispatch/answers/askedTooMuch.ts'
import { calendarReply, type SentReply } from '../../../support/mail/calendarReply.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const secret = 'a secret that only both of them know'
const at = '20261121T130000Z'

describe('a reply by mail that cannot be counted', () => {
  let here: World
  let tooMuch = false
  const letters: Letter[] = []
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
      answersByMail: true,
    })
    await here.say(
      chair,
      '/meeting schedule Weekly wg:ETCIP start:"2026-12-01T14:00" timezone:Europe/Vienna repeat:weekly until:2026-12-20',
    )
    await here.turn('2026-11-21T12:01:00Z')
  })
  afterAll(() => here.end())

  /** The status that the mail server gets for a reply to the letter of that day. */
  async function reply(day: string, sent: SentReply): Promise<number> {
    const letter = letters.find(
      ({ to, calendar }) =>
        to === sent.from && calendar?.text.includes(`RECURRENCE-ID;TZID=Europe/Vienna:${day}`),
    )
    expect(letter).toBeDefined()
    const dispatch: typeof here.bot.dispatch = async (one) =>
      tooMuch ? askedTooMuch : here.bot.dispatch(one)
    const { signed: [route] = [] } = inboxRoutes(
      { services: here.bot.services, dispatch },
      { secret, server: 'mx.bot.example' },
    )
    const answer = await route?.answer({
      headers: { authorization: `Bearer ${secret}` },
      body: Buffer.from(calendarReply(letter, sent)),
      afterwards: () => undefined,
    })
    await here.bot.settle({ ticks: false })
    return answer?.status ?? 0
  }
  const responsesOf = async (who: string) => {
    const { rows } = await here.database.store.pool.query<{ response: string | null }>(
      `select i.response from invitations i join people p on p.id = i.person_id
       where p.email = $1 order by i.meeting_id`,
      [who],
    )
    return rows.map(({ response }) => response)
  }

  test('comes again while too much of its sender waits', async () => {
    const sent = { from: focal('cted'), answer: 'ACCEPTED', at }
    tooMuch = true
    const early = await reply('20261201', sent)
    tooMuch = false

    expect([early, await reply('20261201', sent)]).toEqual([503, 202])
    expect(await responsesOf(focal('cted'))).toEqual(['yes', null, null])
  })

  test('because it answers a whole series asks about the next of its meetings', async () => {
    here.delivered.length = 0
    await reply('20261201', { from: focal('wco'), answer: 'ACCEPTED', at, whole: true })

    expect(await responsesOf(focal('wco'))).toEqual([null, null, null])
    expect(here.delivered.map(({ to }) => to)).toEqual([focal('wco')])
    expect(here.delivered[0]?.text).toMatch(/said yes to all meetings of Weekly .* 1 Dec 2026/)
    expect(here.delivered[0]?.text).toContain('[Yes] [Maybe] [No]')
  })

  test('because it was given before another one is left out, by when each was given and not by when it came', async () => {
    const from = focal('undp')
    await reply('20261201', { from, answer: 'DECLINED', at: '20261121T115000Z' })
    await reply('20261201', { from, answer: 'ACCEPTED', at: '20261121T115020Z' })
    await reply('20261201', { from, answer: 'TENTATIVE', at: '20261121T115010Z' })

    expect((await responsesOf(from))[0]).toBe('yes')
  })

  test('because the meeting is cancelled is told to its sender, once', async () => {
    await here.press(chair, 'meeting cancel', { meeting: 'M2', series: 'this' }, true)
    const late = { from: focal('who'), answer: 'ACCEPTED', at, sequence: 9 }
    await reply('20261208', late)
    await reply('20261208', late)

    const deliveries = here.delivered.filter(({ text }) => text.includes('said yes to Weekly by mail'))
    expect(deliveries.map(({ to }) => to)).toEqual([focal('who')])
    expect(deliveries[0]?.text).toContain('which was not counted. M2 Weekly is cancelled')
  })
})
