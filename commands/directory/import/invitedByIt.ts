import { hasMeetingsAhead } from '../../../db/meetings/series/inviteAll.ts'
import { tryOut } from '../../../db/store/savepoints/tryOut.ts'
import type { Block } from '../../../src/core/message.ts'
import type { Sheet } from '../../../src/directory/import/sheet.ts'
import type { Context } from '../../define.ts'
import { newcomersShown } from '../../meeting/series/newcomersShown.ts'
import { importSheets } from './importSheets.ts'
import { mistakesIn } from './shown/shown.ts'

/** Who is invited to meetings once a file is taken over, since they belong to their groups by then. Nothing of it stays. */
export async function invitedByIt(
  context: Context,
  sheets: readonly Sheet[],
  fileName: string,
): Promise<readonly Block[]> {
  const { db, now } = context
  if (!(await hasMeetingsAhead(db, now))) return []
  return tryOut(db, async () => {
    const outcome = await importSheets(context, sheets, fileName)
    return mistakesIn(outcome) > 0 ? [] : newcomersShown(db, now)
  })
}

/** Whom the rule invites to meetings soon, since they belong to their groups now that a file has been taken over. */
export async function invitedNow({ db, now }: Context): Promise<readonly Block[]> {
  if (!(await hasMeetingsAhead(db, now))) return []
  // The rule itself notes the invitations, when it tells of them.
  return tryOut(db, () => newcomersShown(db, now, 'Now'))
}
