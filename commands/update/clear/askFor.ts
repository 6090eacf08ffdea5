import { coordinatorsOf } from '../../../db/directory/people.ts'
import { expectedInvitees } from '../../../db/meetings/expectedInvitees.ts'
import { type Clearance, clearancesOf, clearUpdate } from '../../../db/newsletter/clearance/clearances.ts'
import type { Update, UpdateContent } from '../../../db/newsletter/updates.ts'
import { leads } from '../../../src/core/feature/caller.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { list } from '../../../src/core/text/list.ts'
import { line } from '../../../src/newsletter/compose/changes.ts'
import type { Context } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'
import { editButton, updateFields } from '../card.ts'
import { whoClears } from './clear.ts'

interface ClearanceRequest {
  readonly id: number
  readonly version: number
  readonly content: UpdateContent
  /** Whose it is, where somebody else changed it. */
  readonly author?: string
  /** As it was before an edit. */
  readonly before?: Pick<Update, 'originalText'>
  /** Whether it stays accepted meanwhile. */
  readonly accepted?: boolean
}

/**
 * Asks those who clear an update for their word, since the version that stands now has not been cleared; whoever may
 * clear it and wrote it has given it. Returns what its author should know; undefined where nobody clears it.
 */
export async function askForClearance(
  context: Context,
  asked: ClearanceRequest,
): Promise<string | undefined> {
  const { db, now, caller } = context
  const open = (await clearancesOf(db, [asked.id])).filter(({ at }) => at === null)
  const waiting: Clearance[] = []
  for (const one of open) {
    const own =
      one.kind === 'entity'
        ? caller.isCoordinator && caller.entityId === one.entityId
        : !caller.isSecretariat && leads(caller, one.groupId)
    if (own) await clearUpdate(db, { id: asked.id, kind: one.kind, by: caller.personId }, now)
    else waiting.push(one)
  }
  for (const one of waiting) await tellThose(context, one, asked)
  if (waiting.length === 0) return undefined
  return `It waits for clearance by ${list(waiting.map(whoClears), 'and')}, who are asked${asked.accepted ? '; whoever publishes the issue sees that it is not cleared' : '; then it goes to the secretariat'}.`
}

async function tellThose(
  context: Context,
  wanted: Clearance,
  { id, version, content, before, author = context.caller.name }: ClearanceRequest,
): Promise<void> {
  const people = await clearers(context, wanted)
  const sections = await sectionsHere(context.db)
  context.notify(
    people.map((personId) => ({
      key: `clearance:${id}:${version}:${wanted.kind}:${personId}`,
      personId,
      kind: 'clearance',
      subject: `update:${id}`,
      message: message(
        rich`U${id} of ${author} waits for your clearance for ${wanted.name}: ${line(content)}`,
        updateFields(content, sections),
        before
          ? block.text(
              rich`${author === context.caller.name ? '' : `${context.caller.name} changed it. `}It said before: ${before.originalText}`,
            )
          : undefined,
        block.buttons(
          button('Clear', 'update clear', { update: `U${id}` }, 'primary'),
          editButton(id),
          button('Show', 'update show', { update: `U${id}` }),
        ),
      ),
    })),
  )
}

async function clearers(
  { db, today }: Context,
  { entityId, groupId }: Clearance,
): Promise<readonly number[]> {
  if (entityId !== null) return coordinatorsOf(db, entityId)
  if (groupId === null) return []
  const guests = await expectedInvitees(db, [groupId], today)
  return guests.filter((guest) => guest.as === 'chair').map(({ personId }) => personId)
}
