import { shown, turnedAway } from '../../../src/chat/asking/answer.ts'
import { type Asker, isListed, isSuggested, listedChoices } from '../../../src/chat/forms/listed.ts'
import { findCommand } from '../../../src/core/catalog.ts'
import type { Form } from '../../../src/core/invocation.ts'
import type { Json } from '../../../src/core/json.ts'
import type { Message } from '../../../src/core/message.ts'
import { continueWith } from '../answers/responses.ts'
import type { AdapterContext } from '../context.ts'
import { formCard } from '../forms/card.ts'
import type { ReplyRoute } from '../inbound/replyRoute.ts'
import { tell } from './answer.ts'

/** The title of a dialog that is not a form. */
const title = 'Rapporteur'

/** What is wrong with the input: a sentence for the whole form, and sentences by option name. */
export interface FormProblems {
  readonly note?: string
  readonly problems?: Readonly<Record<string, string>>
}

/** The most choices that a list shows before anything is typed. */
const mostOffered = 25

/** A form as a dialog for whoever fills it in, with lists where they are known; `id` identifies this one form. */
export async function formDialog(
  context: AdapterContext,
  asker: Asker | undefined,
  form: Form,
  { id, ...amiss }: FormProblems & { readonly id: string },
): Promise<Json> {
  const about = findCommand(context.host.catalog, form.command)?.command.about
  // Microsoft's local client cannot search a list while one types.
  const unlisted = context.settings.app.kind === 'local'
  const state = { verb: 'form' as const, command: form.command, o: id, draft: id }
  const lists = { wanted: unlisted ? isListed : isSuggested, limit: mostOffered }
  const offered = asker ? await listedChoices(context.host, asker, form.fields, lists) : new Map()
  return continueWith(
    form.title,
    formCard(form, {
      ...(about === undefined ? {} : { about }),
      ...(form.submit === undefined ? {} : { submit: form.submit }),
      state,
      unlisted,
      offered,
      ...amiss,
    }),
  )
}

/** Says what no dialog can show any more, with a button that opens the form with everything typed. */
export function offerAgain(
  context: AdapterContext,
  route: ReplyRoute,
  form: Form,
  message: Message,
): Promise<void> {
  const [option] = Object.keys(form.given)
  const answer = { ...turnedAway(''), message: message, form, ...(option === undefined ? {} : { option }) }
  return tell(context, route, { message: shown(answer), room: false })
}

/** A message as a dialog; one too long for that is also sent in full by message. */
export async function messageDialog(
  context: AdapterContext,
  route: ReplyRoute,
  message: Message,
): Promise<Json> {
  // With a block, even an empty one, the message is rendered as a card.
  const blocks = message.blocks.length > 0 ? message.blocks : [{ kind: 'list' as const, items: [] }]
  const [page, ...more] = await context.speaker.dialogPages(route.tenant, { ...message, blocks })
  const whole = more.length === 0 && !message.blocks.some((one) => one.kind === 'file')
  if (!whole) context.later(tell(context, route, { message, room: false }))
  return continueWith(title, page?.card ?? {})
}

/** One sentence as a dialog. */
export function sentenceDialog(context: AdapterContext, route: ReplyRoute, text: string): Promise<Json> {
  return messageDialog(context, route, turnedAway(text).message)
}
