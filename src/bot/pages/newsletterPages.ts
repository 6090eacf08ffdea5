import { editionOfNumber, publishedEditions } from '../../../db/newsletter/printed/editions.ts'
import { keepOldFile } from '../../../db/newsletter/printed/files.ts'
import { isSubscription, leaveList } from '../../../db/newsletter/readers/subscribers.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Clock } from '../../core/clock.ts'
import type { Feature } from '../../dispatch/services.ts'
import { storedNewsletter } from '../../newsletter/compose/stored.ts'
import { feedWords, storedFeedWords } from '../../newsletter/feed/feedWords.ts'
import { renderFeed } from '../../newsletter/feed/renderFeed.ts'
import { renderHtml } from '../../newsletter/render/renderHtml.ts'
import { unsubscribedPage, unsubscribePage } from '../../newsletter/render/unsubscribePages.ts'
import type { NewsletterPages } from '../../process/newsletterRoutes.ts'

const entriesOfFeed = 20

/** The pages of the newsletter on one store. Without a public address the feed names its issues by a name of its own. */
export function createNewsletterPages({
  db,
  clock,
  features,
  publicUrl,
}: {
  readonly db: Db
  readonly clock: Clock
  readonly features: readonly Feature[]
  readonly publicUrl: string | undefined
}): NewsletterPages {
  const drafts = features.map(({ pages }) => pages?.['preview']).find((page) => page !== undefined)
  const address = `${publicUrl?.replace(/\/$/, '') ?? 'urn:rapporteur'}/newsletters`
  return {
    issue: (number) => newsletterPage(db, number),
    draft: async (secret) => drafts?.(db, secret, clock.now()),
    async feed() {
      const editions = await publishedEditions(db, entriesOfFeed)
      const entries = editions.map(({ content, feed, ...edition }) => ({
        ...edition,
        words: feed ? storedFeedWords(feed.toString('utf8')) : feedWords(storedNewsletter(content)),
      }))
      return renderFeed(entries, address)
    },
    leaving: async (token) =>
      isToken(token) && (await isSubscription(db, token)) ? unsubscribePage() : undefined,
    left: async (token) =>
      isToken(token) && (await leaveList(db, token, clock.now())) ? unsubscribedPage() : undefined,
  }
}

/** Whether a text from an address could be one of ours; the store refuses some that cannot. */
function isToken(text: string): boolean {
  return /^[\w-]{1,100}$/.test(text)
}

/** A published issue as a page; undefined for a number that is not published. `tag` names just this edition. */
export async function newsletterPage(
  db: Db,
  number: string,
): Promise<{ readonly html: string; readonly tag: string } | undefined> {
  if (!/^[1-9]\d{0,8}$/.test(number)) return undefined
  const edition = await editionOfNumber(db, Number(number))
  if (!edition) return undefined
  const { newsletterId, edition: which, content } = edition
  const page =
    edition.page ??
    (await keepOldFile(db, {
      ...{ newsletterId, edition: which, format: 'html' },
      content: Buffer.from(renderHtml(storedNewsletter(content))),
    }))
  return {
    html: page.toString('utf8'),
    tag: `"${edition.newsletterId}-${edition.edition}"`,
  }
}
