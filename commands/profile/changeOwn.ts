import { changePerson } from '../../db/directory/edit/person.ts'
import { UserError } from '../../src/core/errors.ts'
import { block, button, type Message, message } from '../../src/core/message.ts'
import type { Context } from '../define.ts'
import { revertButton } from '../directory/edit/answer.ts'
import { changedFields } from '../directory/edit/shown.ts'

/** Changes what the directory says of the caller, and shows it. Raises `UserError` where nothing of it differs. */
export async function changeOwn(
  context: Context,
  change: Parameters<typeof changePerson>[2],
): Promise<Message> {
  const { db, caller, now } = context
  const recorder = { by: caller.personId, now, source: 'the person themselves' }
  const saved = await changePerson(db, caller.personId, change, recorder)
  if (!saved) throw new UserError('None of that differs from what is on record about you.')
  context.about(`person:${caller.personId}`)
  return message(
    'Changed what is on record about you.',
    changedFields(saved.after),
    block.buttons(
      button('Show', 'directory person', { person: `P${caller.personId}` }),
      button('Still right', 'directory attest', { who: 'me' }),
      revertButton(saved.change),
    ),
  )
}
