import type { Form } from '../../../src/core/invocation.ts'
import type { Button } from '../../../src/core/message.ts'
import type { Reply, World } from '../world.ts'

/** A form as it was opened; sending it sends all that it shows, and what is typed into it. */
export interface OpenForm {
  readonly form: Form
  send(typed: Readonly<Record<string, string>>): Promise<Reply>
}

/** Opens the form behind a button. */
export async function openForm(
  here: World,
  who: string,
  { command, values }: Pick<Button, 'command' | 'values'>,
): Promise<OpenForm> {
  const { answer } = await here.say(who, '', {
    input: { kind: 'fields', command, fields: values, ask: true },
  })
  const { form } = answer
  if (!form) throw new Error(`/${command} opens no form: ${answer.message.summary.join('')}`)
  const { given, present } = form
  return {
    form,
    send: (typed) =>
      here.say(who, '', { input: { kind: 'fields', command, fields: { ...given, ...typed }, present } }),
  }
}
