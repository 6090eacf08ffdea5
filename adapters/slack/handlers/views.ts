import { shown, withFormButton } from '../../../src/chat/asking/answer.ts'
import { within } from '../../../src/chat/work/within.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Answer, Form } from '../../../src/core/invocation.ts'
import type { Message } from '../../../src/core/message.ts'
import type { Clients } from '../api/clients.ts'
import type { AdapterContext } from '../context.ts'
import type { ModalView } from '../forms/inputs.ts'
import { formView, skeletonView } from '../forms/modal.ts'
import type { Origin } from '../inbound/origin.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import type { AdmittedUser } from '../people/admit.ts'
import { viewBlocks } from '../render/viewBlocks.ts'

/** Slack accepts a view only within three seconds of the press, so a slow form gets a loading view first. */
const skeletonMs = 700

/** The answer being prepared, for an admitted user or for somebody turned away. */
export interface RoutedAnswer {
  readonly answer: Answer
  readonly user?: AdmittedUser
  readonly route: ReplyRoute
}

/** How to show a view: open it, push it onto the current one, or replace that. */
export type ViewTarget =
  | { readonly kind: 'open' | 'push'; readonly trigger: string }
  | { readonly kind: 'update'; readonly viewId: string }

/**
 * Waits for an answer, and opens its form where it asks for one; with `likely`, a loading view is shown while that
 * takes long. Resolves to what is left to say: nothing once the form is open.
 */
export async function openWhenAsked(
  context: AdapterContext,
  origin: Origin,
  answering: Promise<RoutedAnswer>,
  { likely, where }: { readonly likely: string | undefined; readonly where: ViewTarget | undefined },
): Promise<Answer | undefined> {
  const early = likely === undefined ? undefined : await within(answering, skeletonMs)
  let place = where
  if (!early && likely !== undefined && where && where.kind !== 'update') {
    const viewId = await openSkeleton(context, origin, likely, where)
    if (viewId !== undefined) place = { kind: 'update', viewId }
  }
  const { answer, user, route } = await answering
  const framed = place !== where
  if (answer.outcome === 'asked' && answer.form && user) {
    if (place && (await putForm(context, user, origin, answer.form, place))) return undefined
    return withFormButton(answer, answer.form)
  }
  if (framed && place && route.clients) {
    const view = await messageView(context, route.tenant, shown(answer))
    // A reader who has closed the loading view is answered by message.
    return (await putView(context, route.clients, view, place)) ? undefined : answer
  }
  return answer
}

async function openSkeleton(
  context: AdapterContext,
  origin: Origin,
  title: string,
  where: Extract<ViewTarget, { trigger: string }>,
): Promise<string | undefined> {
  try {
    const installation = await context.installations.forOrigin(origin)
    if (!installation) return undefined
    const { quick } = context.clients.of(await context.tokenOf(installation))
    const view = skeletonView(context.wording.text(title))
    const put = { trigger_id: where.trigger, view }
    const opened = where.kind === 'push' ? await quick.views.push(put) : await quick.views.open(put)
    return opened.view?.id
  } catch (error) {
    context.log.warn({ err: error }, 'failed to open a loading view')
    return undefined
  }
}

/** Resolves to false when Slack did not open it. */
async function putForm(
  context: AdapterContext,
  user: AdmittedUser,
  origin: Origin,
  form: Form,
  where: ViewTarget,
): Promise<boolean> {
  const { tenant, account } = user.account
  const draft = {
    command: form.command,
    channel: origin.channel,
    thread: origin.thread,
    private: user.route.private,
    responseUrl: origin.responseUrl,
    at: context.clock.now().getTime(),
    present: form.present,
  }
  const id = context.drafts.mint()
  await context.drafts.put(tenant, account, id, draft)
  const metadata = `${form.command}|${id}`
  return putView(context, user.clients, formView(form, { ...namesOf(context, form), metadata }), where)
}

/** Title, explanation and button label, taken from the command itself. */
export function namesOf(context: AdapterContext, form: Form) {
  const about = findCommand(context.host.catalog, form.command)?.command.about
  return {
    title: context.wording.text(form.title),
    submit: form.submit ?? 'Send',
    ...(about === undefined ? {} : { about }),
  }
}

/** Resolves to false when Slack did not accept it. */
export async function putView(
  context: AdapterContext,
  clients: Clients,
  view: ModalView,
  where: ViewTarget,
): Promise<boolean> {
  try {
    if (where.kind === 'update') await clients.quick.views.update({ view_id: where.viewId, view })
    else if (where.kind === 'push') await clients.quick.views.push({ trigger_id: where.trigger, view })
    else await clients.quick.views.open({ trigger_id: where.trigger, view })
    return true
  } catch (error) {
    context.log.warn({ err: error }, 'failed to show a view')
    return false
  }
}

/** An answer as a view of its own; it says so when something did not fit. */
export async function messageView(
  context: AdapterContext,
  tenant: string,
  message: Message,
): Promise<ModalView> {
  return {
    type: 'modal',
    callback_id: 'answer',
    title: { type: 'plain_text', text: 'Rapporteur', emoji: false },
    close: { type: 'plain_text', text: 'Close', emoji: false },
    blocks: await viewBlocks(context, tenant, message),
  }
}
