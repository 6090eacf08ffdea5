import { type Catalog, type CommandSpec, findCommand } from '../../catalog.ts'
import { type Button, button } from '../../message.ts'
import { fold } from '../../text/nearest.ts'
import { shorten } from '../../text/text.ts'
import { withColons } from '../colonless/withColons.ts'
import { firstWord } from '../readAction.ts'
import { readFields } from '../readFields.ts'
import { partConfirm } from '../trailing/confirm.ts'
import { pronoun } from '../verbs/takesRecord.ts'
import { whereIn } from '../whereIn.ts'

/** Does what was typed under the command that was meant, where its words are read whole; else shows its help. */
export function meantButton(catalog: Catalog, words: string, rest: string): Button {
  const [next, others] = firstWord(rest)
  // The word of a group stands before its action, or behind it where they were turned round.
  if (next !== '' && !findCommand(catalog, words) && findCommand(catalog, `${words} ${next}`))
    return meantButton(catalog, `${words} ${next}`, others)
  const found = findCommand(catalog, words)
  if (found?.command.group !== undefined && found.command.group === fold(next))
    return meantButton(catalog, words, others)
  if (!found) return helpButton(words)
  if (next === '') return takesNothing(found.command) ? button(`/${words}`, words) : helpButton(words)
  if (pronoun.test(rest.trim())) return { ...button(`/${words}`, words), ask: true }
  try {
    // Whoever presses it may be asked still.
    const { rest: typed } = partConfirm(found.command, rest)
    const { line } = withColons(found.command.options, typed)
    const fields = readFields(found.command.options, line, whereIn(found.feature, found.command))
    if (namesNoFile(found.command, fields)) return { ...button(`/${words}`, words), ask: true }
    return button(`/${words} ${shorten(rest.trim(), 40)}`, words, fields)
  } catch {
    return helpButton(words)
  }
}

/** Whether words stand in the place of a file, as in `import the list`. */
function namesNoFile({ options }: CommandSpec, fields: Readonly<Record<string, string>>): boolean {
  return Object.entries(fields).some(([name, typed]) => {
    const { kind, endings = [] } = options[name] ?? {}
    return kind === 'file' && !endings.some((ending) => typed.toLowerCase().endsWith(`.${ending}`))
  })
}

function takesNothing({ options }: CommandSpec): boolean {
  return Object.values(options).every(({ required, implied }) => !required || implied !== undefined)
}

/** Opens the help on a feature or a command of these words. */
export function helpButton(words: string): Button {
  const [feature = '', ...action] = words.split(' ')
  return button(`/${words}`, 'help', action.length > 0 ? { feature, action: action.join(' ') } : { feature })
}
