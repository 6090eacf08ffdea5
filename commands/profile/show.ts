import { identitiesOf } from '../../db/directory/identities.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, headed, message, moment, rich } from '../../src/core/message.ts'
import { command } from '../define.ts'

export const show = command({
  name: 'show',
  about: 'Who you are here: entity, roles, time zone, linked accounts',
  options: {},
  access: anyone,
  examples: ['/profile show'],
  async run({ db, caller, now, zone }) {
    const accounts = await identitiesOf(db, caller.personId)
    const roles = caller.roles.map((role) => `${role.role} of ${role.groupAcronym}`)
    return headed(
      'Your profile',
      message(
        rich`You are ${caller.name}${caller.entityAcronym ? ` (${caller.entityAcronym})` : ''}; your clock says ${moment(now, zone)}.`,
        block.fields([
          ['E-mail', caller.email ?? 'none on file'],
          ['Entity', caller.entityAcronym ?? 'none'],
          ['Time zone', zone],
          ['Roles', [...(caller.isSecretariat ? ['secretariat'] : []), ...roles].join(', ') || 'none'],
          ['Accounts', accounts.map((one) => `${one.platform} ${one.account}`).join(', ') || 'none linked'],
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
