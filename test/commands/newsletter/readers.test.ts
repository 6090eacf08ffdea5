import { parseAtomFeed } from 'feedsmith'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { createNewsletterPages } from '../../../src/bot/pages/newsletterPages.ts'
import type { Letter } from '../../../src/core/feature/notice.ts'
import { createLog } from '../../../src/process/log.ts'
import { createServer, type Server } from '../../../src/process/server.ts'
import { buttonNamed, press } from '../../support/lines/pressed.ts'
import { focal, type Reply, secretariat, type World, world } from '../../support/world.ts'

const publicUrl = 'https://bot.example'
const letters: Letter[] = []
let here: World
let server: Server
let url: string
beforeAll(async () => {
  here = await world({
    now: '2026-12-01T09:00:00Z',
    publicUrl,
    mailer: async (letter) => void letters.push(letter),
  })
  const { store } = here.database
  const newsletters = createNewsletterPages({
    db: store.kysely,
    clock: here.bot.services.clock,
    features: here.bot.services.features,
    publicUrl,
  })
  const log = createLog('info', { write: () => undefined })
  server = await createServer({ store, queueReady: async () => true, newsletters }, [], log)
  url = await server.listen(0, '127.0.0.1')
  await say('/newsletter open November-December closes:2027-01-08')
  const post = '/update post "UN Women trained 40 officers & <x>guards</x> in Accra, Ghana (16-18 Nov)"'
  await say(post, focal('un-women'))
  await say('/update accept U1')
})
afterAll(async () => {
  await server.stop()
  await here.end()
})

function say(line: string, who = secretariat): Promise<Reply> {
  return here.say(who, line)
}

/** A path of the bot's, as it stands in what was said, on this test's server. */
function pathIn(text: string, name: string): string {
  return `${url}${new RegExp(`${publicUrl}(/newsletters/${name}/[\\w-]+)`).exec(text)?.[1] ?? '/nowhere'}`
}

test('a preview shows the draft as it stands to whoever has its link, in no cache, until it runs out', async () => {
  const reply = await say('/newsletter preview hours:24')
  const link = pathIn(reply.text, 'preview')
  const shown = await fetch(link)

  expect(shown.status).toBe(200)
  expect(shown.headers.get('cache-control')).toBe('no-store')
  expect(shown.headers.get('x-robots-tag')).toContain('noindex')
  expect(await shown.text()).toContain('UN Women trained 40 officers &amp; &lt;x&gt;guards&lt;/x&gt;')
  expect((await fetch(`${link}x`)).status).toBe(404)
  const { rows } = await here.database.store.pool.query('select digest from newsletter_previews')
  expect(link).not.toContain(rows[0].digest)
  await here.turn('2026-12-02T09:00:01Z')
  const late = await fetch(link)
  expect(late.status).toBe(404)
  expect(late.headers.get('content-type')).toContain('text/html')
  expect(await late.text()).toContain('<h1>This link shows no draft any more</h1>')
  expect(await (await fetch(`${url}/newsletters/9`)).text()).toContain('There is no such newsletter')
})

test('every link to a draft is ended at once', async () => {
  const reply = await say('/newsletter preview')
  await press(here, secretariat, buttonNamed(reply, 'End all such links'))

  expect((await fetch(pathIn(reply.text, 'preview'))).status).toBe(404)
  expect((await say('/newsletter preview', focal('who'))).outcome).toBe('refused')
})

test('addresses are put on the list once, whatever their case, and what is none is refused', async () => {
  const added = await say(
    '/newsletter subscribers add "Press Office <Press@UN.example>, b@un.example; press@un.example"',
  )

  expect(added.text).toContain('2 subscribers added')
  expect((await say('/newsletter subscribers add PRESS@un.example')).text).toContain(
    'On the list already: press@un.example',
  )
  expect((await say('/newsletter subscribers add p@un.example q@un.example')).text).toContain(
    '2 subscribers added',
  )
  await say('/newsletter subscribers remove "p@un.example, q@un.example"')
  expect((await say('/newsletter subscribers add "a@b.c"')).text).toContain('is not an e-mail address')
  expect((await say('/newsletter subscribers add "x@un.example\r\nBcc: y@un.example"')).outcome).toBe(
    'refused',
  )
  expect((await say('/newsletter subscribers list')).text).toContain('Press Office, press@un.example')
  expect((await say('/newsletter subscribers list', focal('who'))).outcome).toBe('refused')
})

test('a published issue goes to each of them once, as text and HTML, each with its own way off the list', async () => {
  await say('/newsletter approve')
  const asked = await say('/newsletter publish')
  const published = await here.press(secretariat, 'newsletter publish', {}, true)
  await here.press(secretariat, 'newsletter publish', {}, true)

  expect(asked.text).toContain('announced to 2 subscribers by mail (b@un.example and Press Office)')
  expect(published.text).toContain('It goes by mail to 2 subscribers')
  expect(letters.map(({ to }) => to).sort()).toEqual(['b@un.example', 'press@un.example'])
  const [one, other] = letters
  expect(one?.text).toContain('UN Women trained 40 officers')
  expect(one?.html).toContain(`href="${one?.unsubscribe}"`)
  expect(one?.html).not.toContain('leave.invalid')
  expect(one?.unsubscribe).not.toBe(other?.unsubscribe)
})

test('one POST takes a reader off the list, a look does not, and only they can be put on it again on purpose', async () => {
  const letter = letters.find(({ to }) => to === 'b@un.example')
  const link = pathIn(letter?.unsubscribe ?? '', 'leave')
  const looked = await fetch(link)

  expect(await looked.text()).toContain('<form method="post">')
  expect((await say('/newsletter subscribers list')).text).toContain('b@un.example')
  const left = await fetch(link, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  })
  expect(left.status).toBe(200)
  expect((await fetch(link, { method: 'POST' })).status).toBe(200)
  const nobodys = await fetch(`${link}x`, { method: 'POST' })
  expect(nobodys.status).toBe(404)
  expect(await nobodys.text()).toContain('there is no list to leave')
  for (const method of ['GET', 'POST']) {
    const odd = await fetch(link.replace(/[^/]+$/, '%00'), { method })
    expect([method, odd.status]).toEqual([method, 404])
  }
  expect((await say('/newsletter subscribers list')).text).not.toContain('b@un.example')
  expect((await say('/newsletter subscribers add b@un.example')).text).toContain('left the list themselves')
  expect((await say('/newsletter subscribers add b@un.example again:yes')).text).toContain(
    '1 subscriber added',
  )
})

test('who is taken off the list and put back by the undo is as before, with the same link to leave by', async () => {
  const row = () =>
    here.database.store.pool
      .query(
        "select name, token, added_at, added_by from newsletter_subscribers where email = 'back@un.example'",
      )
      .then(({ rows }) => rows)
  await say('/newsletter subscribers add "Back Office <back@un.example>"')
  const before = await row()
  const removed = await say('/newsletter subscribers remove back@un.example')
  expect(await row()).toEqual([])
  const kept = await here.database.store.pool.query("select key, value from kept where platform = 'mail'")
  expect(JSON.stringify(kept.rows)).not.toContain('back@un.example')

  await press(here, secretariat, buttonNamed(removed, 'Undo'))
  expect(await row()).toEqual(before)
  await say('/newsletter subscribers remove back@un.example')
})

test('who had unsubscribed and is taken off the list comes back by the undo as one who left, and is not mailed', async () => {
  const row = () =>
    here.database.store.pool
      .query("select token, added_at, left_at from newsletter_subscribers where email = 'gone@un.example'")
      .then(({ rows }) => rows)
  await say('/newsletter subscribers add gone@un.example')
  await here.database.store.pool.query(
    "update newsletter_subscribers set left_at = '2026-12-01T10:00:00Z' where email = 'gone@un.example'",
  )
  const before = await row()
  const removed = await say('/newsletter subscribers remove gone@un.example')
  expect(await row()).toEqual([])
  const back = await press(here, secretariat, buttonNamed(removed, 'Undo'))

  expect(back.text).toContain('Put back as one who left, and still not mailed: gone@un.example.')
  expect(await row()).toEqual(before)
  expect((await say('/newsletter subscribers list')).text).not.toContain('gone@un.example')
  const kept = await here.database.store.pool.query("select 1 from kept where kind = 'removed-subscriber'")
  await press(here, secretariat, buttonNamed(back, 'Undo'))
  expect(await row()).toEqual([])
  const again = await here.database.store.pool.query("select 1 from kept where kind = 'removed-subscriber'")
  expect(again.rowCount).toBe((kept.rowCount ?? 0) + 1)
})

test('the feed is read by another program, with the issue’s page and its words', async () => {
  const answer = await fetch(`${url}/newsletters/feed.xml`)
  const feed = parseAtomFeed(await answer.text())

  expect(answer.headers.get('content-type')).toContain('application/atom+xml')
  expect(feed.entries).toHaveLength(1)
  expect(feed.entries?.[0]?.links?.[0]?.href).toBe(`${publicUrl}/newsletters/1`)
  expect(JSON.stringify(feed.entries?.[0]?.content)).toContain(
    'UN Women trained 40 officers &amp; &lt;x&gt;guards',
  )
  const page = await fetch(`${url}/newsletters/1`)
  expect(page.headers.get('link')).toContain('feed.xml')
  expect(await page.text()).toContain('UN Women trained 40 officers')
})
