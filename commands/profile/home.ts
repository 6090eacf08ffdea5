import { identitiesOf } from '../../db/directory/identities.ts'
import { block, button, moment, rich } from '../../src/core/message.ts'
import { capital } from '../../src/core/text/text.ts'
import type { HomeContext, HomePart } from '../define.ts'

/** Who the caller is here, with what can be changed. */
export async function profileHome({ db, now, zone, caller }: HomeContext): Promise<readonly HomePart[]> {
  const accounts = await identitiesOf(db, caller.personId)
  const entity = caller.entityAcronym ? ` (${caller.entityAcronym})` : ''
  return [
    {
      title: 'Settings',
      blocks: [
        block.fields([
          ['You', rich`${caller.name}${entity}`],
          ['Time zone', zone],
          ['Your clock', rich`${moment(now, zone)}`],
          [
            'Accounts',
            accounts.map((one) => `${capital(one.platform)} ${one.account}`).join(', ') || 'none linked',
          ],
        ]),
        block.buttons(
          button('Change my time zone', 'profile timezone'),
          button('Show my profile', 'profile show'),
        ),
      ],
    },
  ]
}
