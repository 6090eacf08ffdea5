import { groupsOfRoom } from '../../db/meetings/groupsOfRoom.ts'
import { UserError } from '../../src/core/errors.ts'
import { leads } from '../../src/core/feature/caller.ts'
import type { GroupRef } from '../../src/core/option.ts'
import type { Context } from '../define.ts'

/**
 * The group that the caller leads and has in mind: the one named, that of this room, or the only one. Raises
 * `UserError`.
 */
export async function ledGroup(
  context: Context,
  named: GroupRef | undefined,
): Promise<Pick<GroupRef, 'id' | 'acronym'>> {
  const { caller } = context
  if (named) {
    if (leads(caller, named.id)) return named
    throw new UserError(
      `Only a chair, co-chair or vice-chair of ${named.acronym}, or the secretariat may set reminders for it.`,
    )
  }
  const here = await groupsOfRoom(context.db, context.invocation.place)
  const led = here.filter(({ id }) => leads(caller, id))
  const own = [...new Map(caller.roles.map((role) => [role.groupId, role])).values()]
    .filter(({ groupId }) => leads({ ...caller, isSecretariat: false }, groupId))
    .map(({ groupId, groupAcronym }) => ({ id: groupId, acronym: groupAcronym }))
  const meant = led.length > 0 ? led : own
  const [only, ...others] = meant
  if (only && others.length === 0) return only
  if (!only && !caller.isSecretariat)
    throw new UserError('You lead no working group; its chair or the secretariat sets reminders for one.')
  throw new UserError('Which group should be reminded? Name it with wg:.', {
    option: 'wg',
    choices: meant.map(({ acronym }) => ({ label: acronym, value: acronym })),
  })
}
