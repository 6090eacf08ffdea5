import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'
import { issueColumns, type NewsletterIssue } from '../newsletters.ts'

interface Preview {
  /** Of the secret in the link: whoever reads the store cannot open the draft with it. */
  readonly digest: string
  readonly newsletterId: number
  readonly madeBy: number
  readonly expiresAt: Date
}

/** Keeps a preview; those that have run out go with it. */
export async function addPreview(trx: Trx, preview: Preview, now: Date): Promise<void> {
  await dropExpired(trx, { now })
  await add(trx, preview)
}

const dropExpired = statement((db, given: Params<{ now: Date }>) =>
  db.deleteFrom('newsletterPreviews').where('expiresAt', '<=', given.now),
)

const add = statement((db, given: Params<Preview>) =>
  db.insertInto('newsletterPreviews').values({
    digest: given.digest,
    newsletterId: given.newsletterId,
    madeBy: given.madeBy,
    expiresAt: given.expiresAt,
  }),
)

/** Ends every preview of an issue; gives how many there were. */
export async function endPreviews(trx: Trx, newsletterId: number): Promise<number> {
  const ended = await end(trx, { newsletterId })
  return ended.length
}

const end = statement((db, given: Params<{ newsletterId: number }>) =>
  db.deleteFrom('newsletterPreviews').where('newsletterId', '=', given.newsletterId).returning('digest'),
)

/** The issue that a link shows now; undefined for one that is unknown or has run out. */
export async function previewedIssue(
  db: Db,
  digest: string,
  now: Date,
): Promise<NewsletterIssue | undefined> {
  const [issue] = await previewed(db, { digest, now })
  return issue
}

const previewed = statement((db, given: Params<{ digest: string; now: Date }>) =>
  db
    .selectFrom('newsletters')
    .select(issueColumns)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('newsletterPreviews as p')
        .select('p.newsletterId')
        .where('p.digest', '=', given.digest)
        .where('p.expiresAt', '>', given.now),
    ),
)
