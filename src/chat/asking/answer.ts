import type { Answer, Form } from '../../core/invocation.ts'
import { block, type Message, message, rich } from '../../core/message.ts'

/** An answer as it is shown: one that was refused offers the form with what was typed, so that nothing is lost. */
export function shown({ outcome, message: said, form, option }: Answer): Message {
  const given = Object.keys(form?.given ?? {}).length
  // Where only the record was named and it is not to be had, there is nothing to put right.
  if (outcome !== 'refused' || !form || given === 0 || (given === 1 && option === undefined)) return said
  const edit = { label: 'Edit again', command: form.command, values: form.given, ask: true }
  return { ...said, blocks: [...said.blocks, block.buttons(edit)] }
}

/** Whether everyone in the channel sees it: what was done and is meant for the room, never what went wrong. */
export function forRoom({ outcome, audience }: Answer): boolean {
  return outcome === 'done' && audience === 'room'
}

/** An answer that says why somebody is not let in. */
export function turnedAway(why: string): Answer {
  return { outcome: 'refused', audience: 'caller', message: message(why) }
}

/** Where no form can be opened now, a press of this button opens it. */
export function withFormButton(answer: Answer, form: Form): Answer {
  const open = {
    label: 'Fill in the form',
    command: form.command,
    values: form.given,
    ask: true,
    style: 'primary' as const,
  }
  return {
    ...answer,
    message: {
      summary: rich`${answer.message.summary}`,
      blocks: [...answer.message.blocks, block.buttons(open)],
    },
  }
}

/** Under its field a sentence need not begin with the field’s name. */
export function atField(sentence: string, option: string): string {
  const bare = sentence.startsWith(`${option}: `) ? sentence.slice(`${option}: `.length) : sentence
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
