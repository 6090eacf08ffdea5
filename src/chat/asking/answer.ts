import { changedIn } from '../../core/form.ts'
import type { Answer, Form } from '../../core/invocation.ts'
import { openingOf } from '../../core/language/atOption.ts'
import { block, type Message, message, rich } from '../../core/message.ts'

/** The message of an answer; a refusal gets a button that opens its form with what was typed. */
export function shown({ outcome, message: notice, form, option }: Answer): Message {
  const given = Object.keys(form?.given ?? {}).length
  // If the command only named a record that does not exist, there is nothing to correct.
  if (outcome !== 'refused' || !form || given === 0 || (given === 1 && option === undefined)) return notice
  const edit = { label: 'Edit again', command: form.command, values: changedIn(form), ask: true }
  return { ...notice, blocks: [...notice.blocks, block.buttons(edit)] }
}

/** Whether everyone in the channel sees the answer: if it was done and is meant for the room. */
export function forRoom({ outcome, audience }: Answer): boolean {
  return outcome === 'done' && audience === 'room'
}

/** Refuses somebody whom the bot does not answer, and says why. */
export function turnedAway(why: string): Answer {
  return { outcome: 'refused', audience: 'caller', message: message(why) }
}

/** Adds a button that opens the form, for when the platform cannot open it now. */
export function withFormButton(answer: Answer, form: Form): Answer {
  const open = {
    label: 'Fill in the form',
    command: form.command,
    values: changedIn(form),
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

/** Drops from the beginning of a sentence that is shown at its field which option it is about. */
export function withoutFieldName(sentence: string, option: string): string {
  const opening = [openingOf(option), `${option}: `].find((one) => sentence.startsWith(one)) ?? ''
  const bare = sentence.slice(opening.length)
  return bare.charAt(0).toUpperCase() + bare.slice(1)
}
