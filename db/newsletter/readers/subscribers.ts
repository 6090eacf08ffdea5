import type { NewsletterSubscribers } from '../../schema.ts'
import type { Db, Trx } from '../../store/db.ts'
import { type Params, statement } from '../../store/statement.ts'

export type Subscriber = Readonly<
  Pick<NewsletterSubscribers, 'email' | 'name' | 'token' | 'addedBy' | 'addedAt' | 'leftAt'>
>

const columns = ['email', 'name', 'token', 'addedBy', 'addedAt', 'leftAt'] as const

/** Who gets the newsletter by mail, by their addresses. */
export async function subscribers(db: Db): Promise<readonly Subscriber[]> {
  return present(db, {})
}

const present = statement((db) =>
  db.selectFrom('newsletterSubscribers').select(columns).where('leftAt', 'is', null).orderBy('email'),
)

/** Whoever was ever on the list under an address, held. */
export async function lockSubscriber(trx: Trx, email: string): Promise<Subscriber | undefined> {
  const [subscriber] = await lock(trx, { email })
  return subscriber
}

const lock = statement((db, given: Params<{ email: string }>) =>
  db.selectFrom('newsletterSubscribers').select(columns).where('email', '=', given.email).forUpdate(),
)

interface NewSubscriber {
  /** In lower case. */
  readonly email: string
  readonly name: string | null
  readonly token: string
  readonly addedBy: number
  readonly addedAt: Date
  /** Null for whoever gets the newsletter. */
  readonly leftAt: Date | null
}

/** Puts somebody on the list, or on it again, or back as one who has left it. */
export async function addSubscriber(trx: Trx, subscriber: NewSubscriber): Promise<void> {
  await add(trx, subscriber)
}

const add = statement((db, given: Params<NewSubscriber>) =>
  db
    .insertInto('newsletterSubscribers')
    .values({
      email: given.email,
      name: given.name,
      token: given.token,
      addedBy: given.addedBy,
      addedAt: given.addedAt,
      leftAt: given.leftAt,
    })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet({
        name: given.name,
        token: given.token,
        addedBy: given.addedBy,
        addedAt: given.addedAt,
        leftAt: given.leftAt,
      }),
    ),
)

/** Takes an address off the list; gives whoever was there. */
export async function removeSubscriber(trx: Trx, email: string): Promise<Subscriber | undefined> {
  const [removed] = await remove(trx, { email })
  return removed
}

const remove = statement((db, given: Params<{ email: string }>) =>
  db.deleteFrom('newsletterSubscribers').where('email', '=', given.email).returning(columns),
)

/** Whether a token belongs to anybody who is or was on the list. */
export async function isSubscription(db: Db, token: string): Promise<boolean> {
  const found = await byToken(db, { token })
  return found.length > 0
}

/** Whether a token belongs to somebody who gets the newsletter. */
export async function isOnList(db: Db, token: string): Promise<boolean> {
  const found = await byToken(db, { token })
  return found.some(({ leftAt }) => leftAt === null)
}

const byToken = statement((db, given: Params<{ token: string }>) =>
  db.selectFrom('newsletterSubscribers').select('leftAt').where('token', '=', given.token),
)

/** Takes the owner of a token off the list, also if they left before. False for an unknown token. */
export async function leaveList(db: Db, token: string, now: Date): Promise<boolean> {
  const left = await leave(db, { token, now })
  return left.length > 0
}

const leave = statement((db, given: Params<{ token: string; now: Date }>) =>
  db
    .updateTable('newsletterSubscribers')
    .set(({ fn, ref }) => ({ leftAt: fn.coalesce(ref('leftAt'), given.now) }))
    .where('token', '=', given.token)
    .returning('id'),
)
