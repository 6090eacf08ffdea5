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
