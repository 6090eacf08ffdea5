import { UserError } from '../../../src/core/errors.ts'
import type { Answer, Form } from '../../../src/core/invocation.ts'
import { labelOf } from '../../../src/core/language/labels.ts'
import { message, type Rich } from '../../../src/core/message.ts'
import { typedIn } from '../answers/answerPages.ts'
import type { InteractionOutcome } from '../answers/outcome.ts'
import { type StepId, stepId } from '../api/customIds.ts'
import { stepsOf } from '../forms/modal.ts'

/** An answer that offers the form again with all that was typed, however little that is. */
export function keeping(answer: Answer, form: Form): Answer {
  const [option = answer.option] = Object.keys(form.given)
  return { ...answer, outcome: 'refused', form, ...(option === undefined ? {} : { option }) }
}

/** The answer to an error of the caller’s. Raises anything but a `UserError` again. */
export function faultOf(error: unknown, form: Form | undefined): InteractionOutcome {
  if (!(error instanceof UserError)) throw error
  const answer: Answer = { outcome: 'refused', audience: 'caller', message: message(error.message) }
  return { answer: form ? keeping(answer, form) : answer }
}

/** Discord shows no errors in a modal, nor one modal after another: a button reopens it with what was typed. */
export function refused(form: Form, sentence: Rich, { prompted }: StepId): InteractionOutcome {
  const answer: Answer = { outcome: 'refused', audience: 'caller', message: message(sentence) }
  return { answer: keeping(answer, form), replaces: prompted }
}

/**
 * Lists what was filled in so far, with a button for the next step, and one to send where nothing required is missing.
 */
export function offerNext(form: Form, order: readonly string[], read: StepId): InteractionOutcome {
  const { step, command, prompted } = read
  const next = { ...read, step: step + 1, prompted: true }
  const rest = stepsOf(form, order)
    .slice(step + 1)
    .flat()
  const lacking = form.fields.filter(({ name, option }) => option.required && !form.given[name])
  const names = (lacking.length > 0 ? lacking : rest).map(({ name }) => labelOf(name)).join(', ')
  // The answers of earlier steps are lost with their draft, and are asked for there again.
  if (lacking.some((field) => !rest.includes(field))) {
    const notice = message(`/${command} still needs: ${names}.`)
    return { answer: { outcome: 'asked', audience: 'caller', message: notice, form }, replaces: prompted }
  }
  const sentence =
    lacking.length > 0
      ? `/${command} still needs: ${names}.`
      : `/${command} needs nothing more. Send it now, or fill in more first: ${names}.`
  const open = { label: 'Fill in more', customId: stepId('next', next), primary: lacking.length > 0 }
  const sendIt = { label: 'Send it now', customId: stepId('send', next), primary: true }
  return {
    answer: { outcome: 'asked', audience: 'caller', message: message(sentence, ...typedIn(form, '')) },
    buttons: lacking.length > 0 ? [open] : [sendIt, open],
    replaces: prompted,
  }
}

/** The step could not be added to the stored draft: its text is given back, and the step offered again. */
export function askAgain(form: Form, sentence: Rich, read: StepId): InteractionOutcome {
  const again = { label: 'Go on', customId: stepId('next', { ...read, prompted: true }), primary: true }
  const notice = message(sentence, ...typedIn(form, 'This is what you typed just now:'))
  return {
    answer: { outcome: 'asked', audience: 'caller', message: notice },
    buttons: [again],
    replaces: read.prompted,
  }
}
