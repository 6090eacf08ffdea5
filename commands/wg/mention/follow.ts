import { followMention, unfollowMention } from '../../../db/directory/mentions/mentions.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { handleOf } from '../../../src/core/feature/mention.ts'
import { block, bold, button, message, rich } from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { mentionsHere } from './shown.ts'

const wg = required(option.group({ about: 'The group, by acronym or name' }))

export const follow = command({
  name: 'follow',
  about: 'What /wg sync showed: from now on that user group or role has the members that the directory says',
  options: { wg, seen: option.text({ about: 'What /wg sync gave its button', max: 20 }) },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  examples: ['/wg follow ETCIP'],
  async run(context, { wg: group, seen }) {
    const { db, now, caller, invocation } = context
    const { kind, where } = mentionsHere(context)
    const look = button('What it would change', 'wg sync', { wg: group.acronym }, 'primary')
    if (seen === undefined) {
      throw new UserError('See first who would be added and removed; the button there does it.', {
        buttons: [look],
      })
    }
    const { platform, tenant } = invocation.place
    const handle = handleOf(group)
    const key = { groupId: group.id, platform, tenant }
    await followMention(db, { ...key, handle, seen, followedBy: caller.personId }, now)
    context.about(`group:${group.id}`)
    return message(
      rich`The ${kind} ${bold(`@${handle}`)} in ${where} follows the directory from now on: its chairs and members are in it within a minute, and whoever joins or leaves later is added or removed.`,
      block.buttons(
        button('How it stands', 'wg sync', { wg: group.acronym }),
        button('Undo: stop following', 'wg unfollow', { wg: group.acronym }),
      ),
    )
  },
})

export const unfollow = command({
  name: 'unfollow',
  about: 'Leave the user group or role of a working group as it is now; nobody is added or removed any more',
  options: { wg },
  access: chairOf('wg'),
  audience: 'room',
  changes: true,
  examples: ['/wg unfollow ETCIP'],
  async run(context, { wg: group }) {
    const { db, invocation } = context
    const { where } = mentionsHere(context)
    const { platform, tenant } = invocation.place
    const handle = await unfollowMention(db, { groupId: group.id, platform, tenant })
    if (handle === undefined) {
      throw new UserError(
        `No name of ${group.acronym} in ${where} follows the directory, so nothing was changed.`,
        { buttons: [button('What it would change', 'wg sync', { wg: group.acronym })] },
      )
    }
    context.about(`group:${group.id}`)
    return message(
      rich`${bold(`@${handle}`)} in ${where} does not follow the directory any more. It stays as it is, with those who are in it.`,
      block.buttons(button('Undo: let it follow again', 'wg sync', { wg: group.acronym })),
    )
  },
})
