import { isListed, listedChoices } from '../../../src/chat/forms/listed.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { stepId } from '../api/customIds.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { FormDraft } from '../forms/drafts.ts'
import { modalOf, orderOf } from '../forms/modal.ts'
import type { Origin } from '../inbound/origin.ts'
import { limits } from '../limits.ts'
import { accountOf } from '../people/admit.ts'

/** The first step of a form as a modal; the values given so far are stored as its draft. */
export async function openForm(
  context: AdapterContext,
  origin: Origin,
  form: Form,
  { prompted }: { readonly prompted: boolean },
): Promise<object> {
  const id = context.drafts.mint()
  const draft = {
    command: form.command,
    given: { ...form.given },
    present: form.present,
    order: orderOf(form),
  }
  // A form without a draft can still be sent: the modal carries its command.
  const kept = context.drafts.put(everywhere, origin.user.id, id, draft).catch((error: unknown) => {
    context.log.warn({ err: error }, 'failed to keep a draft')
  })
  const [modal] = await Promise.all([openStep(context, origin, form, draft, { id, step: 0, prompted }), kept])
  return modal
}

/** A later step of a form as a modal. */
export async function openStep(
  context: AdapterContext,
  origin: Origin,
  form: Form,
  draft: FormDraft,
  { id, step, prompted }: { readonly id: string; readonly step: number; readonly prompted: boolean },
): Promise<object> {
  const given = { ...form, given: draft.given }
  const listed = await listedChoices(context.host, { caller: accountOf(origin) }, form.fields, {
    wanted: isListed,
    limit: limits.choices + 1,
  })
  // Discord has no list of more.
  const choices = new Map([...listed].filter(([, { length }]) => length <= limits.choices))
  const customId = stepId('form', { draft: id, step, command: form.command, prompted })
  return modalOf(given, { step, customId, choices, order: draft.order })
}
