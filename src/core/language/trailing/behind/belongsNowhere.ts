import { UserError } from '../../../errors.ts'
import type { Button } from '../../../message.ts'
import type { Option, Options } from '../../../option.ts'
import { shorten } from '../../../text/text.ts'
import { isMomentForm } from '../../../time/beginsWithDate.ts'
import { toldText } from './value.ts'

/** `https://a.example UNODC`: no address has a blank in it. */
export const addressed = /^((?:https?:\/\/|www\.)\S{1,500}|[^\s@"<>]{1,100}@[^\s@"<>]{1,100}) (\S.{0,200})$/i

/** Words that stand behind a value that is whole. */
export interface Behind {
  readonly name: string
  readonly option: Option
  readonly quoted: string
  readonly more: string
  readonly isQuoted: boolean
}

/** Asks whether such words go with the value, with the text, or nowhere. */
export function belongsNowhere(
  options: Options,
  { name, option, quoted, more, isQuoted }: Behind,
  fields: Readonly<Record<string, string>>,
  way: (label: string, fields: Readonly<Record<string, string>>) => Button,
): UserError {
  const whole = `${quoted} ${more}`
  const told = toldText(options)
  const text = told === undefined || told === name ? undefined : fields[told]
  const place = isQuoted ? `the closing quote of ${name}:` : `the value of ${name}:`
  return new UserError(
    `“${shorten(more, 60)}” stands behind ${place} “${shorten(quoted, 40)}”, and I do not know where it belongs. Nothing was done.`,
    {
      option: name,
      buttons: [
        ...(option.kind === 'text' && !addressed.test(whole) && !isMomentForm(quoted)
          ? [way(shorten(whole, 60), { ...fields, [name]: whole })]
          : []),
        ...(told === undefined || text === undefined
          ? []
          : [way(shorten(`${text} ${more}`, 60), { ...fields, [name]: quoted, [told]: `${text} ${more}` })]),
        way(`Without “${shorten(more, 40)}”`, { ...fields, [name]: quoted }),
      ],
    },
  )
}
