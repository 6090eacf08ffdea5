import { fastify } from 'fastify'
import { expect, test } from 'vitest'

import { mountCalendars } from '../../../src/process/calendarRoutes.ts'

test('a calendar is served with a tag, briefly when nothing has changed, and not at all at another address', async () => {
  const app = fastify()
  await mountCalendars(app, {
    feed: async (token) => (token === 'known' ? { ics: 'BEGIN:VCALENDAR\r\n', tag: '"1"' } : undefined),
    everybodys: async () => undefined,
  })
  const first = await app.inject({ url: '/calendar/known.ics' })
  const again = await app.inject({ url: '/calendar/known.ics', headers: { 'if-none-match': '"1"' } })
  const other = await app.inject({ url: '/calendar/unknown.ics' })
  await app.close()

  expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(first.headers['cache-control']).toBe('private, max-age=300')
  expect(first.headers['etag']).toBe('"1"')
  expect(again.statusCode).toBe(304)
  expect(again.body).toBe('')
  expect(other.statusCode).toBe(404)
})

test.each([
  ['"1"', 304],
  ['W/"1"', 304],
  ['"0", W/"1"', 304],
  ['*', 304],
  ['"0"', 200],
  ['', 200],
])('whoever names the tags %s is answered with %i', async (tags, status) => {
  const app = fastify()
  await mountCalendars(app, {
    feed: async () => ({ ics: 'BEGIN:VCALENDAR\r\n', tag: '"1"' }),
    everybodys: async () => ({ html: '<p>', tag: '"1"' }),
  })
  const headers = { 'if-none-match': tags }
  const [feed, page] = [
    await app.inject({ url: '/calendar/known.ics', headers }),
    await app.inject({ url: '/calendar', headers }),
  ]
  await app.close()

  expect([feed.statusCode, page.statusCode]).toEqual([status, status])
})
