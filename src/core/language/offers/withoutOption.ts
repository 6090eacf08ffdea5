import { type CommandSpec, commandWords, type FeatureSpec } from '../../catalog.ts'
import { type Button, button } from '../../message.ts'
import { shorten } from '../../text/text.ts'
import { readFields, UnknownOption } from '../readFields.ts'
import { whereIn } from '../whereIn.ts'

/** The same line without an option that the command does not have; undefined for another error, or where more is wrong. */
export function withoutOption(
  feature: FeatureSpec,
  command: CommandSpec,
  line: string,
  error: unknown,
): Button | undefined {
  if (!(error instanceof UnknownOption)) return undefined
  const option = new RegExp(`(?:^|[\\s,;])${error.word}: ?(?:"[^"]*"|“[^”]*”|[^\\s"“]+)`, 'iu').exec(
    line,
  )?.[0]
  if (option === undefined) return undefined
  try {
    const fields = readFields(command.options, line.replace(option, '').trim(), whereIn(feature, command))
    return button(`Without ${shorten(option.trim(), 40)}`, commandWords(feature, command), fields)
  } catch {
    return undefined
  }
}
