import type { Answer, Form } from '../../../src/core/invocation.ts'
import { type Json, object } from '../../../src/core/json.ts'
import type { AdapterContext } from '../context.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { AdmittedUser } from '../people/admit.ts'
import { formDialog } from './formDialog.ts'

/** Shows the form that an answer asks for in the chat itself, where the client opens no dialogs. */
export function formForChat(context: AdapterContext, { outcome, form }: Answer): Form | undefined {
  return context.settings.app.kind === 'local' && outcome === 'asked' ? form : undefined
}

/** Shows a form to its reader alone. */
export async function showForm(
  context: AdapterContext,
  origin: Origin,
  user: AdmittedUser,
  form: Form,
): Promise<void> {
  const id = context.drafts.mint()
  const { at, conversation, kind, targeted } = origin
  const { tenant, account } = user.account
  await context.drafts.put(tenant, account, id, {
    ...{ at, conversation, kind, targeted },
    present: form.present,
  })
  await showDialog(context, user.route, await formDialog(context, user.speaks, form, { id }))
}

/** Shows what a dialog would have shown; nothing where the dialog would only close. */
export async function showDialog(context: AdapterContext, route: ReplyRoute, dialog: Json): Promise<void> {
  const value = object(object(dialog['task'])['value'])
  const card = object(object(value['card'])['content'])
  if (card['type'] === undefined) return
  await context.speaker.show(route, { summary: String(value['title'] ?? 'Rapporteur'), card })
}
