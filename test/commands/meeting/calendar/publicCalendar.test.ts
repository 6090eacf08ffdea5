import { HtmlValidate } from 'html-validate'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createCalendarPages } from '../../../../src/bot/pages/calendarPages.ts'
import { createLog } from '../../../../src/process/log.ts'
import { createServer, type Server } from '../../../../src/process/server.ts'
import { buttonNamed, press } from '../../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../../support/world.ts'

const publicUrl = 'https://bot.example'
const colleague = focal('iom')
let here: World
let server: Server
let url: string
beforeAll(async () => {
  here = await world({ publicUrl })
  const { store } = here.database
  const { clock } = here.bot.services
  const calendars = createCalendarPages({ db: store.kysely, clock, publicUrl })
  server = await createServer({ store, queueReady: async () => true, calendars }, [], createLog('silent'))
  url = `${await server.listen(0, '127.0.0.1')}/calendar`
  await here.say(secretariat, `/directory edit person ${colleague} secretariat:yes`)
  await here.say(
    focal('interpol'),
    '/meeting schedule "Drones & <script>alert(1)</script>" wg:ETCIP start:"12 Dec 14:30" timezone:Asia/Bangkok place:"Secret room" link:https://meet.example/join-me',
  )
  await here.say(
    focal('interpol'),
    '/meeting schedule "Over New Year" wg:ETCIP start:"31 Dec 23:30" duration:2h timezone:UTC kind:in-focus',
  )
  await here.say(focal('unodc'), '/meeting schedule Border wg:BMLE start:"14 Dec 10:00" timezone:UTC')
  await here.say(focal('unodc'), '/meeting schedule "Taken off" wg:BMLE start:"15 Dec 10:00"')
  await here.say(focal('unodc'), '/meeting cancel M4 confirm:yes')
})
afterAll(async () => {
  await server.stop()
  await here.end()
})

const say = (line: string, who = secretariat): Promise<Reply> => here.say(who, line)

test('there is no public calendar until the secretariat makes one, and nobody else may', async () => {
  expect((await fetch(url)).status).toBe(404)
  for (const who of [focal('interpol'), focal('who')]) {
    const refused = await say('/meeting calendar public:yes confirm:yes', who)
    expect([refused.outcome, refused.text]).toEqual([
      'refused',
      expect.stringContaining('Only the secretariat'),
    ])
  }
  expect((await say('/meeting calendar public:no')).text).toContain('is not public')
  expect((await say('/meeting calendar public:yes of:all')).outcome).toBe('refused')
  expect((await fetch(url)).status).toBe(404)
})

test('it asks before it shows anything, then tells the rest of the secretariat', async () => {
  await say('/meeting calendar public:no')
  const heard = here.delivered.length
  const asked = await say('/meeting calendar public:yes')

  expect(asked.outcome).toBe('asked')
  expect((await fetch(url)).status).toBe(404)
  const reply = await press(here, secretariat, buttonNamed(asked, 'Make it public'))
  expect([reply.outcome, reply.text]).toEqual(['done', expect.stringContaining(`${publicUrl}/calendar`)])
  expect((await fetch(url)).status).toBe(200)
  const deliveries = here.delivered.slice(heard)
  expect(deliveries.map(({ to, text }) => [to, text])).toEqual([
    [colleague, expect.stringContaining('has made the joint calendar public')],
  ])
  expect((await say('/meeting calendar public:yes')).text).toContain('is public already')
})

test('the page names meetings ahead by month in both times, and nothing that is for the invited', async () => {
  const shown = await fetch(url)
  const html = await shown.text()

  expect(shown.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect([...html.matchAll(/<h2 id="[\w-]+">([^<]+)/g)].map(([, month]) => month)).toEqual(['December 2026'])
  expect([...html.matchAll(/<strong><bdi>([^<]+)/g)].map(([, title]) => title)).toEqual([
    'Drones &amp; &lt;script&gt;alert(1)&lt;/script&gt;',
    'Border',
    'Over New Year',
  ])
  expect(html).toContain('Sat 12 Dec 2026, 07:30 to ')
  expect(html).toMatch(/Sat 12 Dec 2026, 14:30 to \d\d:\d\d \(Asia\/Bangkok\)/)
  expect(html).toContain('Thu 31 Dec 2026, 23:30 to Fri 1 Jan 2027, 01:30 UTC')
  expect(html).toContain('(ETCIP), in-focus meeting')
  expect(html).not.toMatch(/Taken off|meet\.example|Secret room|compact\.example|focal/i)
  const validator = new HtmlValidate({
    extends: ['html-validate:standard', 'html-validate:a11y'],
    rules: { 'no-raw-characters': 'error', 'no-inline-style': 'off' },
  })
  expect((await validator.validateString(html)).results.flatMap(({ messages }) => messages)).toEqual([])
  const { rows } = await here.database.store.pool.query('select name from people')
  expect(rows.filter(({ name }) => html.includes(name))).toEqual([])
})

test('whoever has the page is told briefly that nothing has changed, and gets it anew once something has', async () => {
  const tag = (await fetch(url)).headers.get('etag') ?? ''
  const again = () => fetch(url, { headers: { 'if-none-match': tag } })

  expect([(await again()).status, await (await again()).text()]).toEqual([304, ''])
  await here.turn('2026-11-21T18:00:00Z')
  expect((await again()).status).toBe(304)
  await say('/meeting move M3 start:"3 Feb 2027 10:00" timezone:UTC confirm:yes', focal('unodc'))
  const moved = await again()
  expect(moved.status).toBe(200)
  expect(await moved.text()).toMatch(/February 2027[\s\S]*Border/)
  await here.turn('2026-12-12T12:00:00Z')
  expect(await (await fetch(url)).text()).not.toContain('Drones')
})

test('a meeting of several groups names them all', async () => {
  await say('/meeting schedule Together wg:"ETCIP, BMLE" start:"2027-02-05T10:00Z" confirm:yes')

  expect(await (await fetch(url)).text()).toMatch(
    /Together[\s\S]*\(ETCIP\), <bdi>[^<]+<\/bdi> \(BMLE\), regular meeting/,
  )
})

test('it is switched off at once by whoever of the secretariat wants so, for everybody, and each switch stays on record', async () => {
  await say('/meeting calendar public:yes confirm:yes')
  const reply = await say('/meeting calendar public:no', colleague)

  expect(reply.text).toContain('switched off')
  expect((await fetch(url)).status).toBe(404)
  expect(here.delivered.at(-1)).toMatchObject({
    to: secretariat,
    text: expect.stringContaining('switched off'),
  })
  const asked = await press(here, colleague, buttonNamed(reply, 'Undo: switch it on'))
  const back = await press(here, colleague, buttonNamed(asked, 'Make it public'))
  expect((await fetch(url)).status).toBe(200)
  await press(here, colleague, buttonNamed(back, 'Undo: switch it off'))
  expect((await fetch(url)).status).toBe(404)
  const { rows } = await here.database.store.pool.query(
    'select s.is_public, p.email from calendar_switches s join people p on p.id = s.set_by order by s.id',
  )
  expect(rows.slice(-4).map(({ is_public, email }) => [is_public, email])).toEqual([
    [true, secretariat],
    [false, colleague],
    [true, colleague],
    [false, colleague],
  ])
  const audited = await here.database.store.pool.query(
    `select count(*)::int as count from audit where subject = 'calendar:public' and outcome = 'done'`,
  )
  expect(audited.rows[0].count).toBeGreaterThanOrEqual(4)
})
