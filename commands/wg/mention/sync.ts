import { type GroupMention, mentionsOfGroup } from '../../../db/directory/mentions/mentions.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { handleOf, type MentionChange, type NoMentions, seenOf } from '../../../src/core/feature/mention.ts'
import {
  type Block,
  block,
  bold,
  button,
  type Message,
  message,
  moment,
  type Rich,
  rich,
} from '../../../src/core/message.ts'
import { option, required } from '../../../src/core/option.ts'
import { counted } from '../../../src/core/text/counted.ts'
import { command } from '../../define.ts'
import { differenceOf, type MentionDifference, membersHere, mentionsHere } from './shown.ts'

export const sync = command({
  name: 'sync',
  about: 'Let a user group or role here follow the members in the directory; shows first what changes',
  options: { wg: required(option.group({ about: 'The group, by acronym or name' })) },
  access: chairOf('wg'),
  examples: ['/wg sync ETCIP'],
  async run(context, { wg }) {
    const { db, invocation, zone } = context
    const all = await mentionsOfGroup(db, wg.id)
    const { platform, tenant } = invocation.place
    const followed = all.find((one) => one.platform === platform && one.tenant === tenant)
    if (!context.mentions) return elsewhere(wg.acronym, all, zone)
    if ('none' in context.mentions) {
      return byHand(wg, context.mentions, await membersHere(context, wg.id))
    }
    const { kind, where } = mentionsHere(context)
    const found = await differenceOf(context, wg, followed)
    const { added, removed, exists } = found
    const counts = rich`${counted(found.change.members.length, 'member')}: ${counted(added.length, 'person', 'people')} added, ${removed.length} removed`
    const name = bold(`@${found.handle}`)
    const again = (change: MentionChange, label = 'Try again now') =>
      button(label, 'wg follow', { wg: wg.acronym, seen: seenOf(change) }, 'primary')
    if (followed) {
      return message(
        rich`${name} in ${where} ${standing(followed, zone)}`,
        ...lists(found),
        block.buttons(
          ...(followed.fault === null ? [] : [again(found.change)]),
          button('Stop following', 'wg unfollow', { wg: wg.acronym }, 'danger'),
        ),
      )
    }
    return message(
      exists
        ? rich`The ${kind} ${name} in ${where} would be kept to what the directory says: ${counts}. Nothing has been changed yet.`
        : rich`A ${kind} ${name} would be made in ${where}, with ${counts}. Nothing has been changed yet.`,
      ...lists(found),
      block.buttons(again(found.change, 'Let it follow the directory')),
    )
  },
})

/** Where the platform lets nobody but people keep such names: who belongs in it, to be put in by hand. */
function byHand(
  group: { readonly id: number; readonly acronym: string },
  { none }: NoMentions,
  { here, without }: { readonly here: readonly string[]; readonly without: readonly string[] },
): Message {
  const list = lists({ added: [], removed: [], without })
  return message(
    rich`${bold(`@${handleOf(group)}`)} cannot follow the directory here. ${none}`,
    here.length > 0
      ? block.text(`Members of ${group.acronym} with an account here: ${shortened(here)}.`)
      : block.text(`Nobody of ${group.acronym} has an account here that I know of.`),
    ...list,
    block.buttons(button('Show the group', 'wg show', { wg: group.acronym })),
  )
}

/** What can be said where the platform has no such names. */
function elsewhere(acronym: string, all: readonly GroupMention[], zone: string): Message {
  const how = `/wg sync ${acronym}, typed in a channel of Slack or of a Discord server, shows who would be in it, and one press lets it follow.`
  if (all.length === 0) {
    return message(`No user group or role of a chat follows who is a member of ${acronym} yet. ${how}`)
  }
  return message(
    `The members of ${acronym} have a name in ${counted(all.length, 'workspace')}:`,
    block.list(all.map((one) => rich`${bold(`@${one.handle}`)} in ${one.platform} ${standing(one, zone)}`)),
    block.text(how),
  )
}

function standing({ keptAt, fault, followedAt }: GroupMention, zone: string): Rich {
  if (fault !== null) return rich`cannot be kept up: ${fault} It is tried again every hour.`
  if (keptAt === null)
    return rich`follows the directory since ${moment(followedAt, zone)}; it is put right within a minute.`
  return rich`follows the directory, and was last put right on ${moment(keptAt, zone)}.`
}

function lists({
  added,
  removed,
  without,
}: Pick<MentionDifference, 'added' | 'removed' | 'without'>): readonly Block[] {
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ['Added', added],
    ['Removed', removed],
    ['Members without an account here that I know of, so not in it', without],
  ]
  const items = parts.flatMap(([what, names]) => (names.length > 0 ? [`${what}: ${shortened(names)}`] : []))
  return items.length > 0 ? [block.list(items)] : []
}

const mostNamed = 40

function shortened(names: readonly string[]): string {
  const more = names.length - mostNamed
  return `${names.slice(0, mostNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
