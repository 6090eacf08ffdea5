import type { Update, UpdateContent, UpdateStatus } from '../../db/newsletter/updates.ts'
import { type Button, block, button, type Message, message, type Rich, rich } from '../../src/core/message.ts'
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
    readonly kind: 'accepted' | 'returned' | 'withdrawn' | 'edited' | 'restored' | 'unaccepted'
  },
  message: Message,
): void {
  const key = `decision:${update.id}:${change}:${to.personId}`
  notify([{ key, ...to, subject: `update:${update.id}`, message: message }])
}

/** What an edit made of an update. */
interface Edit {
  readonly content: UpdateContent
  readonly status: UpdateStatus
  readonly change: number
  /** Says to which issue the edit moves it; undefined where it stays. */
  readonly moved: string | undefined
  readonly sections: readonly NamedSection[]
}

/** Tells whom an edit concerns; returns what the editor should know of it. */
export function tellOfEdit(context: Context, before: Update, edit: Edit): string | undefined {
  const { caller } = context
  const { authorId, author, authorLeftOn, acceptedBy } = before
  const isOwn = authorId === caller.personId
  if (!isOwn) tellAuthor(context, before, edit)
  const toldAuthor = isOwn || authorLeftOn !== null ? '' : `Its author, ${author}, is told the new words.`
  if (before.status !== 'accepted' || edit.status === 'accepted')
    return [standing(before, edit), toldAuthor].filter((part) => part !== '').join(' ') || undefined
  if (acceptedBy !== null && acceptedBy !== caller.personId)
    tellAccepter(context, { ...before, acceptedBy }, edit)
  const again = 'It was accepted and is proposed again: the secretariat is told and looks at the new words.'
  return toldAuthor === '' ? again : `${again} ${toldAuthor}`
}

/** How an update stands after an edit that took no acceptance from it; empty where it stands as before. */
function standing(before: Pick<Update, 'status'>, edit: Pick<Edit, 'status'>): string {
  if (edit.status === 'accepted') return 'It stays accepted.'
  return before.status === 'returned'
    ? 'It had been returned, and waits for a decision of the secretariat again.'
    : ''
}

function tellAuthor(context: Context, before: Update, edit: Edit): void {
  const { caller } = context
  const { id, authorId } = before
  const { content, status, change, moved, sections } = edit
  tellPerson(
    context,
    before,
    change,
    { personId: authorId, kind: 'edited' },
    message(
      rich`${caller.isSecretariat ? 'The secretariat' : caller.name} changed your update U${id}${status === 'accepted' ? ', which stays accepted' : ''}. ${news(before, content)}`,
      updateFields(content, sections),
      moved === undefined ? undefined : block.text(moved),
      block.text(rich`You wrote: ${before.originalText}`),
      block.buttons(editButton(id), button('Show', 'update show', { update: `U${id}` })),
    ),
  )
}

/** Those who accepted it decide again. */
function tellAccepter(context: Context, before: Update & { readonly acceptedBy: number }, edit: Edit): void {
  const { caller } = context
  const { id, acceptedBy } = before
  const { content, change, moved } = edit
  const by = before.authorId === caller.personId ? before.author : caller.name
  tellPerson(
    context,
    before,
    change,
    { personId: acceptedBy, kind: 'edited' },
    message(
      rich`${by} changed U${id}, which you had accepted; it waits for a decision again. ${news(before, content)}`,
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

/** The new words; where they have not changed, the details that have. */
function news(before: Update, content: UpdateContent): Rich {
  const details = content.originalText === before.originalText ? detailsChanged(content, before) : ''
  return rich`${details === '' ? '' : `Changed: ${details}. `}It says now: ${line(content)}`
}
