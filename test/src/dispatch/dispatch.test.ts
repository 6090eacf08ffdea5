import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { features } from '../../../commands/index.ts'
import { createBot } from '../../../src/bot/bot.ts'
import { settableClock } from '../../../src/core/clock.ts'
import { createLog } from '../../../src/process/log.ts'
import { focal, secretariat, type World, world } from '../../support/world.ts'

async function count(here: World, table: string): Promise<number> {
  const result = await here.database.store.pool.query(`select count(*)::int as n from ${table}`)
  return result.rows[0].n
}

describe('the dispatcher', () => {
  let here: World
  beforeAll(async () => {
    here = await world()
  })
  afterAll(() => here.end())

  test('the same event three times at once, in two processes, acts once and answers the same', async () => {
    const other = createBot({
      features,
      store: here.database.store,
      clock: settableClock(new Date('2026-11-21T12:00:00Z')),
      log: createLog('silent'),
    })
    await other.start()
    const invocation = {
      caller: { platform: 'terminal', tenant: 'local', account: secretariat },
      place: { platform: 'terminal', tenant: 'local', channel: 'x', private: true },
      vouchedEmail: secretariat,
      deliveryId: 'event-1',
      input: { kind: 'line', text: '/reminder add "Once" at:"tomorrow 9:00"' },
    } as const

    const answers = await Promise.all([
      here.bot.dispatch(invocation),
      other.dispatch(invocation),
      here.bot.dispatch(invocation),
    ])
    await other.stop()

    expect(await count(here, 'reminders')).toBe(1)
    expect(answers.map(({ message }) => message)).toEqual(answers.map(() => answers[0]?.message))
    expect(answers.filter(({ repeated }) => repeated)).toHaveLength(2)
  })

  test('a refused event is refused the same when it comes again', async () => {
    const extra = { deliveryId: 'event-2' }
    const first = await here.say(focal('cted'), '/newsletter draft', extra)
    const again = await here.say(focal('cted'), '/newsletter draft', extra)

    expect(first.outcome).toBe('refused')
    expect(again.answer).toEqual({ ...first.answer, repeated: true })
  })

  test('the same id from another workspace is another event', async () => {
    await here.say(secretariat, '/reminder add "A" at:"tomorrow 9:00"', { deliveryId: 'event-3' })
    const before = await count(here, 'reminders')
    await here.bot.dispatch({
      caller: { platform: 'terminal', tenant: 'other', account: secretariat },
      place: { platform: 'terminal', tenant: 'other', channel: 'x', private: true },
      vouchedEmail: secretariat,
      deliveryId: 'event-3',
      input: { kind: 'line', text: '/reminder add "B" at:"tomorrow 9:00"' },
    })

    expect(await count(here, 'reminders')).toBe(before + 1)
  })

  test('a fault of ours leaves nothing behind and gives a reference that stands in the log', async () => {
    await here.database.store.pool.query('alter table notices rename to notices_gone')
    const before = await count(here, 'meetings')
    const reply = await here.say(secretariat, '/meeting schedule "Lost" wg:PCVE start:"tomorrow 10:00"')
    await here.database.store.pool.query('alter table notices_gone rename to notices')

    const reference = /reference ([0-9A-F]{8})/.exec(reply.text)?.[1] ?? 'none'
    expect(reply.outcome).toBe('failed')
    expect(await count(here, 'meetings')).toBe(before)
    const line = here.log.find((entry) => entry.includes(reference))
    expect(line).toContain('notices')
    const audited = await here.database.store.pool.query(
      'select outcome, command from audit where reference = $1',
      [reference],
    )
    expect(audited.rows).toEqual([{ outcome: 'failed', command: 'meeting schedule' }])
  })

  test('a full disk is named as what is wrong, in the answer and in one line of the log', async () => {
    const { pool } = here.database.store
    await pool.query(`create function no_room() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`)
    for (const table of ['reminders', 'audit'])
      await pool.query(`create trigger no_room before insert on ${table} execute function no_room()`)
    const lines = here.log.length
    const reply = await here.say(secretariat, '/reminder add "Kept nowhere" at:"tomorrow 9:00"')
    for (const table of ['reminders', 'audit']) await pool.query(`drop trigger no_room on ${table}`)

    expect(reply.answer).toMatchObject({ outcome: 'failed', diskFull: true, unrecorded: true })
    expect(reply.text).toMatch(/^The disk that the bot keeps its data on is full, so this was not done/)
    const errors = here.log.slice(lines).filter((line) => JSON.parse(line).level >= 50)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain('the disk that the store is on is full')
    expect(errors[0]).not.toContain('stack')
  })

  test('the log of a fault holds neither what was written nor an address', () => {
    const log = here.log.join('\n')

    expect(log).not.toContain('Lost')
    expect(log).not.toContain('compact.example')
  })

  test('what became of each command is in the log, with no word of what was written', async () => {
    const before = here.log.length
    await here.say(secretariat, '/directory find interpoll')
    await here.say(secretariat, '/wg show Nowhere')

    const lines = here.log.slice(before).map((line) => JSON.parse(line))
    expect(lines.filter(({ msg }) => msg === 'answered')).toMatchObject([
      { command: 'directory find', outcome: 'done', platform: 'terminal', personId: expect.any(Number) },
      { command: 'wg show', outcome: 'refused', platform: 'terminal' },
    ])
    expect(lines.map((line) => JSON.stringify(line)).join()).not.toMatch(/interpoll|Nowhere|@/)
  })

  test('an error’s own details do not reach the log', () => {
    const lines: string[] = []
    const log = createLog('info', { write: (line: string) => void lines.push(line) })
    const error = Object.assign(new Error('no such user: somebody@home.example'), {
      code: '23505',
      detail: 'Failing row contains (7, Secret title)',
      parameters: ['Secret'],
    })
    log.error({ err: error }, 'a fault')

    expect(lines.join('')).toContain('23505')
    expect(lines.join('')).not.toMatch(/Secret|home\.example/)
  })

  test('who did what to which record is on the record, refusals too', async () => {
    await here.say(secretariat, '/meeting schedule "Audited" wg:RMME start:"tomorrow 10:00"')
    await here.say(focal('unaoc'), '/newsletter open 2027-01..2027-02 closes:2027-03-05')

    const rows = await here.database.store.pool.query(
      `select p.email, a.platform, a.command, a.outcome, a.subject ~ '^meeting:\\d+$' as about_meeting
       from audit a join people p on p.id = a.person_id order by a.id desc limit 2`,
    )
    expect(rows.rows).toEqual([
      {
        email: focal('unaoc'),
        platform: 'terminal',
        command: 'newsletter open',
        outcome: 'refused',
        about_meeting: null,
      },
      {
        email: secretariat,
        platform: 'terminal',
        command: 'meeting schedule',
        outcome: 'done',
        about_meeting: true,
      },
    ])
  })

  test('a refusal is for the caller alone, also for a command that answers the room', async () => {
    const reply = await here.say(focal('cted'), '/meeting schedule X wg:Gender start:"tomorrow 10:00"')

    expect(reply.answer.audience).toBe('caller')
  })

  test('what is missing opens a form with those options, and its submission is the same command', async () => {
    const asked = await here.say(secretariat, '/meeting schedule Form')
    const form = asked.answer.form
    const done = await here.press(secretariat, form?.command ?? '', {
      ...form?.given,
      wg: 'NARS',
      start: 'tomorrow 11:00',
    })

    expect(asked.outcome).toBe('asked')
    expect(form?.fields.map((field) => field.name).slice(0, 3)).toEqual(['title', 'wg', 'start'])
    expect(form?.given).toEqual({ title: 'Form' })
    expect(done.outcome).toBe('done')
  })

  test('who may not is told so before a form is opened', async () => {
    const reply = await here.say(focal('cted'), '/newsletter open')

    expect(reply.outcome).toBe('refused')
    expect(reply.answer.form).toBeUndefined()
  })

  test('an ambiguous word is answered with buttons that do what was meant', async () => {
    const reply = await here.say(secretariat, '/directory entity SRSG')
    const buttons = reply.answer.message.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons : [],
    )
    const pressed = await here.press(secretariat, buttons[0]?.command ?? '', buttons[0]?.values ?? {})

    expect(buttons).toHaveLength(3)
    expect(pressed.outcome).toBe('done')
    expect(pressed.text).toContain('SRSG')
  })

  test('a button of a command that is no more is answered with a sentence', async () => {
    const reply = await here.press(secretariat, 'meeting explode', { meeting: 'M1' })

    expect(reply.outcome).toBe('refused')
    expect(reply.text).toContain('There is no command /meeting explode any more')
  })

  test.each([
    ['/', 'What I can do'],
    ['/help', 'What I can do'],
    ['/help meeting', '/meeting: Schedule'],
    ['/help meeting schedule', 'wg (required)'],
    ['/help meating', 'Did you mean /meeting'],
    ['/meeting', '/meeting: Schedule'],
  ])('%s is answered from the catalogue', async (line, text) => {
    expect((await here.say(focal('cted'), line)).text).toContain(text)
  })

  test('an account that nobody knows gets help and linking, and nothing else', async () => {
    const stranger = 'stranger@elsewhere.example'
    const help = await here.say(stranger, '/help')
    const others = await Promise.all(
      ['/directory find CTED', '/wg list', '/update mine', '/profile show', '/meeting list'].map((line) =>
        here.say(stranger, line),
      ),
    )

    expect(help.outcome).toBe('done')
    expect(help.text).toContain('/profile link')
    for (const reply of others) {
      expect(reply.outcome).toBe('refused')
      expect(reply.text).toContain('I do not know you yet')
    }
  })

  test('what a member types stays data: no markup, no SQL, no mention', async () => {
    const awkward = `To <!channel> @everyone <at>x</at> [x](javascript:1) {{TIME(1)}} '; drop table people; -- محمد`
    const reply = await here.say(focal('cted'), `/update post "${awkward}"`)
    const shown = await here.say(focal('cted'), `/update show ${/U\d+/.exec(reply.text)?.[0]}`)

    expect(reply.outcome).toBe('done')
    // What Slack writes for a mention of all is kept as the word that people saw.
    expect(shown.text).toContain(awkward.replace('<!channel>', '@channel'))
    const spans = reply.answer.message.summary.filter(
      (span) => 'text' in span && span.text.includes('@everyone'),
    )
    expect(spans).not.toEqual([])
    expect(spans.every((span) => span.kind === 'text')).toBe(true)
    expect(await count(here, 'people')).toBeGreaterThan(40)
  })
})
