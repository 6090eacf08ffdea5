import { sql } from 'kysely'

import { UserError } from '../../../src/core/errors.ts'
import { addDays, type Day } from '../../../src/core/time/day.ts'
import { forgetLetters } from '../../meetings/calendar/forgetLetters.ts'
import { forgetRemoved } from '../../newsletter/readers/removedSubscribers.ts'
import { forgetMessages } from '../../newsletter/sources/forgetMessages.ts'
import type { Trx } from '../../store/db.ts'
import { forgetAllAddresses } from '../busy/formerAddresses.ts'
import type { Recorder } from '../edit/changes.ts'
import { keepSecretariat, lockPerson } from '../edit/person.ts'
import { retirePerson } from '../edit/retirePerson.ts'
import { forgetInChanges } from './forgetInChanges.ts'
import { forgetWords } from './forgetWords.ts'

/**
 * Raises `UserError` for the last of the secretariat, and for whom the settings name, since the next start would put
 * them back.
 */
export async function checkForgettable(trx: Trx, personId: number): Promise<void> {
  const { isSecretariat, secretariatBySettings } = await trx
    .selectFrom('people')
    .select(['isSecretariat', 'secretariatBySettings'])
    .where('id', '=', personId)
    .executeTakeFirstOrThrow()
  if (isSecretariat) await keepSecretariat(trx, personId)
  if (secretariatBySettings) {
    throw new UserError(
      'The settings of this server (SECRETARIAT) name your address and would enter it again at the next start. Have it taken out there first. Nothing was changed.',
    )
  }
}

/**
 * Takes a person out of the directory and forgets all of them but their name and what others' records rest on. It
 * cannot be taken back. Raises `UserError` as `checkForgettable` and `retirePerson` do.
 */
export async function forgetPerson(
  trx: Trx,
  personId: number,
  today: Day,
  recorder: Recorder & { readonly hasMail?: boolean },
) {
  await checkForgettable(trx, personId)
  const { since } = await lockPerson(trx, personId)
  // Whoever came today leaves tomorrow on the record, and is out of it at once all the same.
  const on = since !== null && since >= today ? addDays(since, 1) : today
  const retired = await retirePerson(trx, personId, on, recorder)
  const twins = await trx.selectFrom('people').select('id').where('mergedInto', '=', personId).execute()
  const ids = [personId, ...twins.map(({ id }) => id)]
  await forgetWords(trx, ids)
  await forgetMessages(trx, ids)
  await forgetAccounts(trx, ids, recorder)
  await forgetSettings(trx, ids)
  await forgetInChanges(trx, ids)
  await trx
    .updateTable('people')
    .set({ email: null, phone: null, title: null, station: null, country: null, locale: null })
    .set({ languages: sql<string[]>`'{}'`, zone: 'UTC', zoneFrom: 'directory' })
    .set({ isSecretariat: false, isCoordinator: false })
    .where('id', 'in', ids)
    .execute()
  return { ...retired, on }
}

async function forgetAccounts(
  trx: Trx,
  ids: readonly number[],
  { now, hasMail = false }: Pick<Recorder, 'now'> & { readonly hasMail?: boolean },
): Promise<void> {
  const first = await trx.selectFrom('people').select('email').where('id', 'in', ids).execute()
  const others = await trx.selectFrom('otherAddresses').select('email').where('personId', 'in', ids).execute()
  const emails = [...first, ...others].flatMap(({ email }) => (email === null ? [] : [email]))
  if (emails.length > 0) {
    await trx.deleteFrom('newsletterSubscribers').where('email', 'in', emails).execute()
    await forgetRemoved(trx, emails)
    await forgetLetters(trx, emails, hasMail ? now : undefined)
  }
  await forgetKept(trx, ids)
  for (const table of ['linkCodes', 'linkRequests', 'otherAddresses', 'identities'] as const) {
    await trx.deleteFrom(table).where('personId', 'in', ids).execute()
  }
}

/** What a platform told of their accounts, such as a name and an address, and where these are written to. */
async function forgetKept(trx: Trx, ids: readonly number[]): Promise<void> {
  await trx
    .deleteFrom('kept')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('identities as i')
          .select('i.personId')
          .whereRef('i.platform', '=', 'kept.platform')
          .whereRef('i.account', '=', 'kept.key')
          .where('i.personId', 'in', ids),
      ),
    )
    .execute()
}

/** A reminder for a group stays, since others rely on it. */
async function forgetSettings(trx: Trx, ids: readonly number[]): Promise<void> {
  await trx.deleteFrom('reminders').where('personId', 'in', ids).where('groupId', 'is', null).execute()
  const tables = ['personHours', 'personAway', 'reminderSettings', 'unsubscribed'] as const
  for (const table of tables) {
    await trx.deleteFrom(table).where('personId', 'in', ids).execute()
  }
  for (const id of ids) await forgetAllAddresses(trx, id)
  for (const table of ['calendarFeeds', 'calledFirst', 'disclosures', 'lastChanges'] as const) {
    await trx.deleteFrom(table).where('personId', 'in', ids).execute()
  }
}
