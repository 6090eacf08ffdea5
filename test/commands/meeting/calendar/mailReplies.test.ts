import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { claimNotices } from '../../../../db/ledger/claims/claimNotices.ts'
import { queueNotices } from '../../../../db/ledger/enterNotices.ts'
import { inboxRoutes } from '../../../../src/bot/mail/mailReplies.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { message } from '../../../../src/core/message.ts'
import { createArrivals } from '../../../../src/process/http/limits.ts'
import { answerSigned } from '../../../../src/process/http/signedRoutes.ts'
import { calendarReply, type SentReply } from '../../../support/mail/calendarReply.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const secret = 'a secret that only both of them know'
const letters: Letter[] = []

describe('a reply by mail to a calendar letter', () => {
  let here: World
  let door: Server
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
      answersByMail: true,
    })
    const { signed = [] } = inboxRoutes(here.bot, { secret, server: 'mx.bot.example' })
    const means = { log: here.bot.services.log, arrivals: createArrivals(), stopping: () => false }
    door = createServer(answerSigned(signed, means, (_, response) => void response.writeHead(404).end()))
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
    await here.say(
      chair,
      '/meeting schedule Plenary wg:ETCIP start:"2026-12-10T14:00" timezone:Europe/Vienna',
    )
    await here.say(
      chair,
      '/meeting schedule Weekly wg:ETCIP start:"2026-12-01T14:00" timezone:Europe/Vienna repeat:weekly until:2026-12-20',
    )
    await here.say(chair, '/meeting attendees M1 email:briefer@elsewhere.example')
    await here.turn('2026-11-21T12:01:00Z')
  })
  afterAll(async () => {
    await new Promise((resolve) => door.close(resolve))
    await here.end()
  })

  interface Sent extends SentReply {
    readonly key?: string
    readonly letter?: (letter: Letter) => boolean
  }

  async function reply({ key = secret, letter: wanted, ...sent }: Sent): Promise<number> {
    const letter = letters.find(
      (one) => one.to === sent.from && (wanted?.(one) ?? one.subject.includes('Plenary')),
    )
    const body = calendarReply(letter ?? letters[0], sent)
    const { port } = door.address() as AddressInfo
    const { status } = await fetch(`http://127.0.0.1:${port}/mail/replies`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body,
    })
    await here.bot.settle({ ticks: false })
    return status
  }
  const answerOf = async (who: string, meeting = 1) => {
    const { rows } = await here.database.store.pool.query(
      `select i.response, i.remark from invitations i join people p on p.id = i.person_id
       where p.email = $1 and i.meeting_id = $2`,
      [who, meeting],
    )
    return rows[0]
  }

  test('is invited by the letter, counts as in the chat, and once', async () => {
    expect(letters.find(({ to }) => to === focal('cted'))?.text).toContain(
      'Answer this letter with yes, no or maybe, or with the buttons of your mail',
    )
    expect(await reply({ from: focal('cted'), answer: 'ACCEPTED', more: 'COMMENT:I join late' })).toBe(202)
    expect(await reply({ from: focal('cted'), answer: 'ACCEPTED', more: 'COMMENT:I join late' })).toBe(202)

    expect(await answerOf(focal('cted'))).toEqual({ response: 'yes', remark: 'I join late' })
    expect((await here.say(chair, '/meeting attendees M1')).text).toMatch(/Yes: 1: CTED/)
    const history = (await here.say(chair, '/meeting history M1')).text
    expect(history.match(/Answered yes/g)).toHaveLength(1)
  })

  test('counts for its comment where the answer is the same', async () => {
    await reply({ from: focal('unodc'), answer: 'ACCEPTED', at: '20261121T130000Z' })
    await reply({
      from: focal('unodc'),
      answer: 'ACCEPTED',
      at: '20261121T131000Z',
      more: 'COMMENT:20 min late',
    })

    expect(await answerOf(focal('unodc'))).toEqual({ response: 'yes', remark: '20 min late' })
  })

  test('leaves what its sender is told to the account used last, and no address in the record', async () => {
    const { pool, kysely } = here.database.store
    const { rows } = await pool.query<{ id: number }>(
      `insert into identities (platform, tenant, account, person_id, linked_at, via)
       select i.platform, 'local', $1, p.id, i.at::timestamptz, 'sample' from people p,
         (values ('terminal', '2026-01-01'), ('elsewhere', '2026-02-01')) i (platform, at)
       where p.email = $1
       on conflict (platform, tenant, account) do update set via = excluded.via returning person_id as id`,
      [focal('cted')],
    )
    await pool.query(`delete from notices where key = 'a'`)
    await here.say(focal('cted'), '/meeting rsvp M1 yes')
    await here.turn('2026-11-21T12:30:00Z')
    await reply({ from: focal('cted'), answer: 'TENTATIVE', at: '20261121T133000Z' })
    expect((await answerOf(focal('cted')))?.response).toBe('maybe')

    const now = here.clock.now()
    const notice = {
      ...{ key: 'a', personId: rows[0]?.id ?? 0, kind: 'a', subject: 'meeting:1' },
      message: message('Good day'),
    }
    const queued = await kysely.transaction().execute((trx) => queueNotices(trx, [notice], now))
    const [claimed] = await claimNotices(
      kysely,
      queued.map(({ id }) => id),
      'a',
      now,
    )
    expect(claimed?.recipients.map(({ platform }) => platform)).toEqual(['terminal', 'elsewhere'])
    const kept = await pool.query(`select account from audit where platform = 'mail' and account like '%@%'`)
    expect(kept.rows).toEqual([])
  })

  test.each([
    ['a wrong secret', { key: 'another secret of some length' }, 401],
    ['a sender for whom the server does not vouch', { results: 'mx.bot.example; dmarc=fail' }, 202],
    ['a result that another server wrote', { results: 'mx.evil.example; dmarc=pass' }, 202],
    ['an answer for somebody else', { as: focal('who') }, 202],
    ['what is no reply', { method: 'REQUEST' }, 202],
    ['a second attendee', { more: `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${focal('who')}` }, 202],
  ])('changes nothing with %s', async (_, what, status) => {
    expect(await reply({ from: focal('wco'), answer: 'ACCEPTED', ...what })).toBe(status)
    expect(await answerOf(focal('wco'))).toEqual({ response: null, remark: null })
    expect(await answerOf(focal('who'))).toEqual({ response: null, remark: null })
  })

  test('of somebody who is not invited, or unknown, changes nothing', async () => {
    expect(await reply({ from: focal('unaoc'), answer: 'ACCEPTED' })).toBe(202)
    expect(await reply({ from: 'nobody@elsewhere.example', answer: 'ACCEPTED' })).toBe(202)

    expect(await answerOf(focal('unaoc'))).toBeUndefined()
  })

  test('gives way to a later answer in the chat', async () => {
    await here.turn('2026-11-21T14:00:00Z')
    await here.say(focal('who'), '/meeting rsvp M1 no')
    await reply({ from: focal('who'), answer: 'ACCEPTED', at: '20261121T130000Z' })
    expect((await answerOf(focal('who')))?.response).toBe('no')

    await reply({ from: focal('who'), answer: 'TENTATIVE', at: '20261121T150000Z' })
    expect((await answerOf(focal('who')))?.response).toBe('maybe')
  })

  test('is to one meeting of a series alone', async () => {
    const second = ({ calendar }: Letter) =>
      calendar?.text.includes('RECURRENCE-ID;TZID=Europe/Vienna:20261208') ?? false
    await reply({ from: focal('cted'), answer: 'DECLINED', letter: second })

    expect((await answerOf(focal('cted'), 2))?.response).toBeNull()
    expect((await answerOf(focal('cted'), 3))?.response).toBe('no')
  })

  test('to what was changed since is asked about once more, in the chat', async () => {
    await here.say(chair, '/meeting move M1 start:"2026-12-11T14:00" timezone:Europe/Vienna')
    here.delivered.length = 0
    await reply({ from: focal('dppa'), answer: 'ACCEPTED', sequence: 0 })

    expect((await answerOf(focal('dppa')))?.response).toBeNull()
    const asked = here.delivered.filter(({ text }) => text.includes('Does your answer still hold?'))
    expect(asked.map(({ to }) => to)).toEqual([focal('dppa')])
    expect(asked[0]?.text).toContain('[Yes] [Maybe] [No]')
    await reply({ from: focal('dppa'), answer: 'ACCEPTED', sequence: 1 })
    expect((await answerOf(focal('dppa')))?.response).toBe('yes')
  })

  test('of a guest outside the directory is told to whoever invited them', async () => {
    here.delivered.length = 0
    const more = `COMMENT:With\0 slides ${'a'.repeat(487)}😀😀`
    for (const from of ['briefer@elsewhere.example', 'briefer@elsewhere.example'])
      expect(await reply({ from, answer: 'ACCEPTED', more })).toBe(202)

    expect(here.delivered.map(({ to }) => to)).toEqual([chair])
    expect(here.delivered[0]?.text).toContain('briefer@elsewhere.example, whom you invited to Plenary')
    expect(here.delivered[0]?.text).toContain('With slides')
  })
})
