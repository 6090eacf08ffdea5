import type { FastifyInstance, FastifyReply } from 'fastify'

import { missingPage } from '../newsletter/render/missingPages.ts'
import { hasCopy } from './http/hasCopy.ts'

/** The newsletter's pages on the server; undefined for a page that does not exist or no longer does. */
export interface NewsletterPages {
  /** A published issue by its number in the path; `tag` identifies this edition of it. */
  issue(number: string): Promise<{ readonly html: string; readonly tag: string } | undefined>
  /** A draft, by the secret of its link. */
  draft(secret: string): Promise<string | undefined>
  /** The published issues as an Atom feed. */
  feed(): Promise<string>
  /** Asks a reader whether they want to leave the list. */
  leaving(token: string): Promise<string | undefined>
  /** Unsubscribes the reader, and confirms it. */
  left(token: string): Promise<string | undefined>
}

/** Pages have their own inline style and run no scripts. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
/** The policy of pages that ask nothing. */
export const quietPolicy = `${policy}; form-action 'none'`
const asking = `${policy}; form-action 'self'`

function sendMissing(reply: FastifyReply, of: Parameters<typeof missingPage>[0]): FastifyReply {
  return unshared(reply.code(404).header('content-security-policy', quietPolicy))
    .type('text/html; charset=utf-8')
    .send(missingPage(of))
}

export async function mountNewsletters(app: FastifyInstance, pages: NewsletterPages): Promise<void> {
  app.get<{ Params: { number: string } }>('/newsletters/:number', async (request, reply) => {
    const page = await pages.issue(request.params.number)
    if (!page) return sendMissing(reply, 'issue')
    reply
      .header('etag', page.tag)
      .header('cache-control', 'public, max-age=300')
      .header('link', '<feed.xml>; rel="alternate"; type="application/atom+xml"')
    if (hasCopy(request.headers['if-none-match'], page.tag)) return reply.code(304).send()
    return reply
      .header('content-security-policy', quietPolicy)
      .type('text/html; charset=utf-8')
      .send(page.html)
  })
  app.get('/newsletters/feed.xml', async (_request, reply) => {
    const feed = await pages.feed()
    return reply
      .header('cache-control', 'public, max-age=300')
      .type('application/atom+xml; charset=utf-8')
      .send(feed)
  })
  app.get<{ Params: { secret: string } }>('/newsletters/preview/:secret', async (request, reply) => {
    const html = await pages.draft(request.params.secret)
    if (html === undefined) return sendMissing(reply, 'draft')
    return unshared(reply.header('content-security-policy', quietPolicy))
      .type('text/html; charset=utf-8')
      .send(html)
  })
  // A scanner of mail follows links by itself and must not unsubscribe anybody: that takes a press or a POST.
  app.get<{ Params: { token: string } }>('/newsletters/leave/:token', async (request, reply) => {
    const html = await pages.leaving(request.params.token)
    if (html === undefined) return sendMissing(reply, 'subscription')
    return unshared(reply.header('content-security-policy', asking))
      .type('text/html; charset=utf-8')
      .send(html)
  })
  await app.register(async (scope) => {
    // A mail program posts one word, in whatever encoding.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4096 }, (_request, _body, done) =>
      done(null),
    )
    scope.post<{ Params: { token: string } }>('/newsletters/leave/:token', async (request, reply) => {
      const html = await pages.left(request.params.token)
      if (html === undefined) return sendMissing(reply, 'subscription')
      return unshared(reply.header('content-security-policy', quietPolicy))
        .type('text/html; charset=utf-8')
        .send(html)
    })
  })
}

/** Pages for one reader stay out of caches and search indexes. */
function unshared<R extends { header(name: string, value: string): R }>(reply: R): R {
  return reply
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex, nofollow')
    .header('referrer-policy', 'no-referrer')
}
