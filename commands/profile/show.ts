import { hoursOf } from '../../db/directory/hours/hours.ts'
import { identitiesOf } from '../../db/directory/identities.ts'
import { viewerOf } from '../../db/directory/visibility/audience.ts'
import { personCard } from '../../db/directory/visibility/card.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, headed, message, moment, rich } from '../../src/core/message.ts'
import { capital } from '../../src/core/text/text.ts'
import { command } from '../define.ts'
import { hoursWords, weekWords } from './week.ts'

export const show = command({
  name: 'show',
  about: 'Who you are here: entity, roles, time zone, linked accounts',
  options: {},
  access: anyone,
  examples: ['/profile show'],
  async run(context) {
    const { db, caller, now, today, zone } = context
    const hours = await hoursOf(db, caller.personId)
    const accounts = await identitiesOf(db, caller.personId)
    // What colleagues hold by name gives rights in their absence, and is their own.
    const { roles = [], seats = [] } =
      (await personCard(db, caller.personId, today, viewerOf(caller, today))) ?? {}
    const held = [
      ...(caller.isSecretariat ? ['secretariat'] : []),
      ...new Set(roles.map(({ role, groupAcronym }) => `${role} of ${groupAcronym}`)),
      ...seats.map(({ seat, groupAcronym }) => `${seat} in ${groupAcronym}`),
    ]
    return headed(
      'Your profile',
      message(
        rich`You are ${caller.name}${caller.entityAcronym ? ` (${caller.entityAcronym})` : ''}; your clock says ${moment(now, zone)}.`,
        block.fields([
          ['E-mail', caller.email ?? 'none on file'],
          ['Entity', caller.entityAcronym ?? 'none'],
          ['Time zone', zone],
          ['Working hours', `${hoursWords(hours)}, ${weekWords(hours, zone)} (/profile hours)`],
          ['Roles', held.join(', ') || 'none'],
          [
            'Accounts',
            accounts.map((one) => `${capital(one.platform)} ${one.account}`).join(', ') || 'none linked',
          ],
        ]),
        block.buttons(
          { ...button('Change', 'profile edit'), ask: true },
          button('Change my time zone', 'profile timezone'),
          button('Who looked me up', 'directory lookups'),
        ),
      ),
    )
  },
})
