import { UserError } from '../../../errors.ts'
import type { Option, Options } from '../../../option.ts'
import { capital, shorten } from '../../../text/text.ts'
import { partRhythm } from '../../../time/phrases/rhythm.ts'

type Fields = Readonly<Record<string, string>>

/** Hours to choose from where a rhythm names none. */
const hours = ['9:00', '10:00', '14:00', '15:00']

/** Gives `every Monday` of `at:"every Monday 9am"` to the option for the repetition, where none was given. */
export function withRepetition(options: Options, fields: Fields): Fields {
  const [name, { repeats: other = '' } = {}] =
    Object.entries(options).find(([, { repeats }]) => repeats !== undefined) ?? []
  const typed = name === undefined ? undefined : fields[name]
  const recurring = typed && !fields[other] ? partRhythm(typed) : undefined
  if (name === undefined || !recurring || recurring.moment === '') return fields
  return { ...fields, [name]: recurring.moment, [other]: recurring.rhythm }
}

/** Why a moment that comes again was not taken apart: it names no time of day, or the repetition was given as well. */
export function refuseRhythm(text: string, { repeats }: Option): void {
  const recurring = repeats === undefined ? undefined : partRhythm(text)
  if (!recurring) return
  if (recurring.moment !== '')
    throw new UserError(
      `That says “${shorten(recurring.rhythm)}”, and ${repeats}: is given as well. Say it in one of them.`,
    )
  throw new UserError(`“${shorten(text)}” has no time of day. Try “${shorten(text)} ${hours[0]}”.`, {
    choices: hours.map((hour) => ({ label: `${shorten(text, 40)} ${hour}`, value: `${text} ${hour}` })),
  })
}

/** `every Monday at 7` may be two hours of those days, and not of the next day that has them. */
export function asRepeated(error: unknown, rhythm: string | undefined): unknown {
  if (!(error instanceof UserError) || rhythm === undefined) return error
  const choices = error.choices.map(({ label, value }) => ({
    label: label.replace(/^[^,]{1,40}, (?=\d{1,2}:\d\d)/, `${capital(shorten(rhythm, 40))}, `),
    value,
  }))
  return new UserError(error.message, {
    choices,
    buttons: error.buttons,
    ...(error.option !== undefined && { option: error.option }),
  })
}
