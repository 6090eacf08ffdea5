import type { Answer, Form } from '../../../src/core/invocation.ts'
import { type Json, object } from '../../../src/core/json.ts'
import type { Road } from '../answers/speaker.ts'
import type { Desk } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import type { Guest } from '../people/admit.ts'
import { formDialog } from './formDialog.ts'

/** The form that an answer asks for, where the client opens no dialogs: it stands in the chat itself. */
export function formForChat(desk: Desk, { outcome, form }: Answer): Form | undefined {
  return desk.settings.app.kind === 'local' && outcome === 'asked' ? form : undefined
}

/** Shows a form to its reader alone. */
export async function showForm(desk: Desk, origin: Origin, guest: Guest, form: Form): Promise<void> {
  const id = desk.forms.mint()
  const { at, conversation, kind, targeted } = origin
  const { tenant, account } = guest.account
  await desk.forms.put(tenant, account, id, { at, conversation, kind, targeted })
  await showDialog(desk, guest.road, formDialog(desk, form, id))
}

/** Shows what would stand in a dialog; nothing for one that is only closed. */
export async function showDialog(desk: Desk, road: Road, dialog: Json): Promise<void> {
  const value = object(object(dialog['task'])['value'])
  const card = object(object(value['card'])['content'])
  if (card['type'] === undefined) return
  await desk.speaker.show(road, { summary: String(value['title'] ?? 'Rapporteur'), card })
}
