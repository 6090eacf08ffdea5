import type { Update, UpdateContent, UpdateStatus } from '../../db/newsletter/updates.ts'
import { type Button, block, button, type Message, message, rich } from '../../src/core/message.ts'
import { line } from '../../src/newsletter/compose/changes.ts'
import type { NamedSection } from '../../src/newsletter/sections.ts'
import type { Context } from '../define.ts'
import { editButton, updateFields } from './card.ts'
import { detailsChanged } from './changed.ts'

/** Takes back one change of an update, and no other. */
export function undoButton(id: number, change: number, label = 'Undo'): Button {
  return button(label, 'update undo', { update: `U${id}`, change: String(change) })
}

/** The next update that waits for the secretariat. */
export const nextButton: Button = button('Next', 'newsletter triage')

/** Tells one person of a change of an update, once for each change. */
export function tellPerson(
  { notify }: Context,
  update: Pick<Update, 'id'>,
  change: number,
  to: {
    readonly personId: number
    readonly kind: 'accepted' | 'returned' | 'withdrawn' | 'edited' | 'restored'
  },
  said: Message,
): void {
  const key = `decision:${update.id}:${change}:${to.personId}`
  notify([{ key, ...to, subject: `update:${update.id}`, message: said }])
}

/** Tells whom an edit concerns; returns what the editor should know of it. */
export function tellOfEdit(
  context: Context,
  before: Update,
  {
    content,
    status,
    change,
    moved,
    sections,
  }: {
    readonly content: UpdateContent
    readonly status: UpdateStatus
    readonly change: number
    /** Says to which issue the edit moves it; undefined where it stays. */
    readonly moved: string | undefined
    readonly sections: readonly NamedSection[]
  },
): string | undefined {
  const { caller } = context
  const { id, authorId, acceptedBy } = before
  const isAgain = before.status === 'accepted' && status !== 'accepted'
  const details = content.originalText === before.originalText ? detailsChanged(content, before) : ''
  // Where the words are the same, they do not say what is new.
  const now = rich`${details === '' ? '' : `Changed: ${details}. `}It says now: ${line(content)}`
  const by = authorId === caller.personId ? before.author : caller.name
  if (authorId !== caller.personId) {
    tellPerson(
      context,
      before,
      change,
      { personId: authorId, kind: 'edited' },
      message(
        rich`${caller.isSecretariat ? 'The secretariat' : caller.name} changed your update U${id}${status === 'accepted' ? ', which stays accepted' : ''}. ${now}`,
        updateFields(content, sections),
        moved === undefined ? undefined : block.text(moved),
        block.text(rich`You wrote: ${before.originalText}`),
        block.buttons(editButton(id, content), button('Show', 'update show', { update: `U${id}` })),
      ),
    )
  }
  const toldAuthor =
    authorId === caller.personId ? '' : `Its author, ${before.author}, is told the new words.`
  if (!isAgain)
    return toldAuthor === ''
      ? undefined
      : `${status === 'accepted' ? 'It stays accepted. ' : ''}${toldAuthor}`
  if (acceptedBy !== null && acceptedBy !== caller.personId) {
    tellPerson(
      context,
      before,
      change,
      { personId: acceptedBy, kind: 'edited' },
      message(
        rich`${by} changed U${id}, which you had accepted; it waits for a decision again. ${now}`,
        moved === undefined ? undefined : block.text(moved),
        block.text(rich`It said: ${before.originalText}`),
        block.buttons(
          button('Accept', 'update accept', { update: `U${id}` }, 'primary'),
          button('Return', 'update return', { update: `U${id}` }),
          button('Show', 'update show', { update: `U${id}` }),
        ),
      ),
    )
  }
  const again = 'It was accepted and is proposed again: the secretariat is told and looks at the new words.'
  return toldAuthor === '' ? again : `${again} ${toldAuthor}`
}
