import type { FastifyInstance } from 'fastify'

/** Calendars by the token in their address; undefined for an unknown one. */
export type CalendarPages = (
  token: string,
) => Promise<{ readonly ics: string; readonly tag: string } | undefined>

/** Private calendars. Calendar apps ask every few minutes, and get a short answer when nothing has changed. */
export async function mountCalendars(app: FastifyInstance, page: CalendarPages): Promise<void> {
  app.get<{ Params: { token: string } }>('/calendar/:token.ics', async (request, reply) => {
    const calendar = await page(request.params.token)
    if (!calendar) return reply.code(404).send({ statusCode: 404, message: 'There is no such calendar.' })
    reply
      .header('etag', calendar.tag)
      .header('cache-control', 'private, max-age=300')
      .header('x-robots-tag', 'noindex, nofollow')
    if (request.headers['if-none-match'] === calendar.tag) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(calendar.ics)
  })
}
