import type { Trx } from '../store/db.ts'

/** What the newsletter of the Compact calls otherwise than that of any framework. */
const printedNames = {
  titles: { 'wg-meetings': 'Compact working group meetings' },
  figures: [{ key: 'entities', label: 'Compact entities', hidden: false }],
}

/** Sets the Compact’s own names in the plan of the newsletter, as the account of this address. */
export async function namePrinted(trx: Trx, email: string): Promise<void> {
  const { id } = await trx
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('newsletterPlan')
    .values({ content: JSON.stringify(printedNames), changedBy: id, changedAt: new Date(0) })
    .execute()
}
