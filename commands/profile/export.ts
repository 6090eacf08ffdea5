import { ownEntries } from '../../db/directory/personalData/entries.ts'
import { ownRecord } from '../../db/directory/personalData/record.ts'
import { ownRoles } from '../../db/directory/personalData/roles.ts'
import { ownSettings } from '../../db/directory/personalData/settings.ts'
import { ownWork } from '../../db/directory/personalData/work.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, message } from '../../src/core/message.ts'
import { command } from '../define.ts'

/** The answer is the caller's alone, and so is the file: an adapter sends it to them directly, wherever they asked. */
export const exportOwn = command({
  name: 'export',
  about: 'Everything held about you, as a private file',
  heading: 'Your data',
  options: {},
  access: anyone,
  examples: ['/profile export'],
  async run({ db, caller, now, today }) {
    const { personId } = caller
    const held = {
      exportedAt: now,
      ...(await ownRecord(db, personId)),
      ...(await ownRoles(db, personId)),
      ...(await ownSettings(db, personId, now)),
      ...(await ownWork(db, personId)),
      ...(await ownEntries(db, personId)),
    }
    return message(
      'This file holds what I keep about you: your record and its changes, accounts, roles with their days, settings, reminders, answers, updates, what you entered in the library, plans, reports, recommendations and projects, and who looked you up.',
      block.text('Of others it names only whom an entry needs. It is sent to you alone.'),
      block.file(`my-data-${today}.json`, 'application/json', `${JSON.stringify(held, null, 2)}\n`),
      block.buttons(button('Who looked me up', 'directory lookups'), {
        ...button('Change my record', 'profile edit'),
        ask: true,
      }),
    )
  },
})
