import type { FastifyInstance } from 'fastify'

import { hasCopy } from './http/hasCopy.ts'
import { missingAnswer } from './http/missingAnswer.ts'
import { quietPolicy } from './newsletterRoutes.ts'

/** What the server shows of the calendars; undefined for what is not there. */
export interface CalendarPages {
  /** A private calendar by the token of its address. */
  feed(token: string): Promise<{ readonly ics: string; readonly tag: string } | undefined>
  /** The joint calendar as a page for everybody, where the secretariat has switched it on. */
  everybodys(): Promise<{ readonly html: string; readonly tag: string } | undefined>
}

/** Serves calendars. Calendar apps ask every few minutes, and get a short answer when nothing has changed. */
export async function mountCalendars(app: FastifyInstance, pages: CalendarPages): Promise<void> {
  app.get<{ Params: { token: string } }>('/calendar/:token.ics', async (request, reply) => {
    const calendar = await pages.feed(request.params.token)
    if (!calendar) return reply.code(404).send({ statusCode: 404, message: 'There is no such calendar.' })
    reply
      .header('etag', calendar.tag)
      .header('cache-control', 'private, max-age=300')
      .header('x-robots-tag', 'noindex, nofollow')
    if (hasCopy(request.headers['if-none-match'], calendar.tag)) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(calendar.ics)
  })
  app.get('/calendar', async (request, reply) => {
    const page = await pages.everybodys()
    if (!page) {
      const { type, body } = missingAnswer(request.headers.accept, 'calendar')
      return reply.code(404).header('vary', 'accept').type(type).send(body)
    }
    // Caches ask each time, so that the page is gone at once where it is switched off.
    reply.header('etag', page.tag).header('cache-control', 'public, no-cache')
    if (hasCopy(request.headers['if-none-match'], page.tag)) return reply.code(304).send()
    return reply
      .header('content-security-policy', quietPolicy)
      .type('text/html; charset=utf-8')
      .send(page.html)
  })
}
