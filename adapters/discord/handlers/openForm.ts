import { within } from '../../../src/chat/work/within.ts'
import type { Choice } from '../../../src/core/errors.ts'
import type { Form } from '../../../src/core/invocation.ts'
import { stepId } from '../api/customIds.ts'
import { everywhere } from '../api/tenant.ts'
import type { AdapterContext } from '../context.ts'
import type { FormDraft } from '../forms/drafts.ts'
import { choosable, modalOf, orderOf } from '../forms/modal.ts'
import type { Origin } from '../inbound/origin.ts'
import { limits } from '../limits.ts'
import { accountOf } from '../people/admit.ts'

/** A list that takes longer becomes a text input: the form itself must open in time. */
const patienceMs = 700

/** The first step of a form as a modal; the values given so far are stored as its draft. */
export async function openForm(
  context: AdapterContext,
  origin: Origin,
  form: Form,
  { prompted }: { readonly prompted: boolean },
): Promise<object> {
  const id = context.drafts.mint()
  const draft = { command: form.command, given: { ...form.given }, order: orderOf(form) }
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
  const choices = await choicesFor(context, origin, given)
  const customId = stepId('form', { draft: id, step, command: form.command, prompted })
  return modalOf(given, { step, customId, choices, order: draft.order })
}

/** The choices of a form’s lists; none for lists that are long, or too late. */
async function choicesFor(
  context: AdapterContext,
  origin: Origin,
  { fields }: Form,
): Promise<ReadonlyMap<string, readonly Choice[]>> {
  const asked = fields.filter(choosable).map(async ({ name, option }) => {
    const choices = await context.host.suggest({
      caller: accountOf(origin),
      kind: option.kind,
      typed: '',
      limit: limits.choices + 1,
    })
    return [name, choices] as const
  })
  if (asked.length === 0) return new Map()
  const found = await within(Promise.all(asked), patienceMs).catch(() => undefined)
  return new Map(found?.value.filter(([, { length }]) => length > 0 && length <= limits.choices))
}
