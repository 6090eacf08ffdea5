import { readFileSync } from 'node:fs'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { inboxRoutes } from '../../../../src/bot/mail/mailReplies.ts'
import { calendarPage } from '../../../../src/bot/pages/calendarPages.ts'
import type { Letter } from '../../../../src/core/feature/notice.ts'
import { calendarReply } from '../../../support/mail/calendarReply.ts'
import { plainReply } from '../../../support/mail/plainReply.ts'
import { focal, type World, world } from '../../../support/world.ts'

const chair = focal('interpol')
const reader = focal('wco')
const guest = 'briefer@elsewhere.example'
const secret = 'a secret that only both of them know'
const when = 'wg:ETCIP start:"2026-12-10T14:00" timezone:Europe/Vienna'

describe('in a store that was read back from a copy', () => {
  const letters: Letter[] = []
  let lost: readonly Letter[]
  let here: World
  beforeAll(async () => {
    here = await world({
      mailer: async (letter) => void letters.push(letter),
      publicUrl: 'https://bot.example',
      answersByMail: true,
    })
    await here.say(chair, `/meeting schedule Early ${when}`)
    // As one that was made before identifiers had a random part.
    await here.database.store.pool.query('update meetings set calendar_mark = null')
    await here.turn('2026-11-21T12:01:00Z')
    await scheduleBoth()
    await here.turn('2026-11-21T12:05:00Z')
    lost = letters.splice(0)
    await here.database.store.pool.query(`begin; set local session_replication_role = replica;
      delete from meetings where id > 1; delete from invitations where meeting_id > 1;
      delete from meeting_guests; delete from calendar_letters where meeting_id > 1; delete from meeting_series;
      delete from notices where subject <> 'meeting:1';
      select setval('meetings_id_seq', 1), setval('meeting_series_id_seq', 1, false); commit`)
    await here.turn('2026-11-22T12:01:00Z')
    await scheduleBoth()
    await here.turn('2026-11-22T12:05:00Z')
  })
  afterAll(() => here.end())

  async function scheduleBoth(): Promise<void> {
    await here.say(chair, `/meeting schedule Plenary ${when} confirm:yes`)
    await here.say(chair, `/meeting attendees M2 email:${guest}`)
    await here.say(chair, `/meeting schedule Weekly ${when} repeat:"weekly, 2 times" confirm:yes`)
  }

  function uids(text: string | undefined): readonly string[] {
    return [...(text ?? '').replace(/\r\n /g, '').matchAll(/^UID:(.*)\r$/gm)].map(([, uid = '']) => uid)
  }
  const uidIn = (all: readonly Letter[], title: string) =>
    uids(all.findLast(({ to, subject }) => to === reader && subject.includes(title))?.calendar?.text)[0]

  async function reply(raw: string): Promise<readonly Letter[]> {
    const count = letters.length
    const { signed: [route] = [] } = inboxRoutes(here.bot, { secret, server: 'mx.bot.example' })
    const answer = await route?.answer({
      headers: { authorization: `Bearer ${secret}` },
      body: Buffer.from(raw),
      afterwards: () => undefined,
    })
    expect(answer?.status).toBe(202)
    await here.bot.settle({ ticks: false })
    return letters.slice(count)
  }
  async function responses(): Promise<readonly (string | null)[]> {
    const { rows } = await here.database.store.pool.query<{ response: string | null }>(
      `select i.response from invitations i join people p on p.id = i.person_id
       where p.email = $1 order by i.meeting_id`,
      [reader],
    )
    return rows.map(({ response }) => response)
  }

  test('a new meeting or series has another identifier than the lost one of its number', () => {
    for (const [title, kind] of [
      ['Plenary', 'meeting-2'],
      ['Weekly', 'series-1'],
    ] as const) {
      const [before, after] = [uidIn(lost, title), uidIn(letters, title)]
      expect(before).toMatch(new RegExp(`^${kind}-[0-9a-f]{12}@bot\\.example$`))
      expect(after).toMatch(new RegExp(`^${kind}-[0-9a-f]{12}@bot\\.example$`))
      expect(after).not.toBe(before)
    }
  })

  test('a meeting made before keeps the identifier that calendars hold, in letters, files and addresses', async () => {
    expect(uidIn(lost, 'Early')).toBe('meeting-1@bot.example')
    await here.say(chair, '/meeting move M1 start:"2026-12-11T14:00" timezone:Europe/Vienna')
    await here.turn('2026-11-22T12:06:00Z')
    const { answer } = await here.say(reader, '/meeting calendar M1')
    const [file] = answer.message.blocks.flatMap((one) => (one.kind === 'file' ? [String(one.content)] : []))
    const address = (await here.say(reader, '/meeting calendar')).text
    const token = /calendar\/([\w-]+)\.ics/.exec(address)?.[1] ?? ''
    const page = await calendarPage(here.database.store.kysely, token, here.clock.now(), 'bot.example')

    expect(uidIn(letters, 'Early')).toBe('meeting-1@bot.example')
    expect(uids(file)).toEqual(['meeting-1@bot.example'])
    expect(new Set(uids(page?.ics))).toEqual(
      new Set(['meeting-1@bot.example', uidIn(letters, 'Plenary'), uidIn(letters, 'Weekly')]),
    )
  })

  test('an answer to a letter on a lost meeting is not counted for the new one of its number', async () => {
    for (const title of ['Plenary', 'Weekly']) {
      const old = lost.find(({ to, subject }) => to === reader && subject.includes(title))
      expect(await reply(calendarReply(old, { from: reader, answer: 'ACCEPTED', sequence: 9 }))).toEqual([])
      const [back] = await reply(plainReply(old, { from: reader, says: 'yes' }))
      expect(back?.text).toContain('about a meeting that I no longer know, so nothing was changed')
    }
    here.delivered.length = 0
    const toGuest = lost.find(({ to }) => to === guest)
    expect(await reply(plainReply(toGuest, { from: guest, says: 'yes' }))).toEqual([])

    expect(await responses()).toEqual([null, null, null, null])
    expect(here.delivered).toEqual([])
  })

  test('an answer to a letter on a meeting that stands counts, however its identifier is made', async () => {
    for (const title of ['Early', 'Plenary', 'Weekly']) {
      const letter = letters.findLast(({ to, subject }) => to === reader && subject.includes(title))
      const at = '20261122T130000Z'
      await reply(calendarReply(letter, { from: reader, answer: 'ACCEPTED', sequence: 9, at }))
    }

    expect(await responses()).toEqual(['yes', 'yes', null, 'yes'])
  })
  test('the line that RUNNING.md gives skips numbers, also where none had been given by then', async () => {
    const line = /`(select setval\([^`]*)`/.exec(readFileSync('RUNNING.md', 'utf8'))?.[1] ?? ''
    await here.database.store.pool.query(line)
    const { rows } = await here.database.store.pool.query<{ name: string; last: string | null }>(
      `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public'`,
    )
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.filter(({ last }) => Number(last) < 1000)).toEqual([])
  })
})
