import { labelOf } from '../../core/language/labels.ts'
import type { Button } from '../../core/message.ts'

/**
 * What a list to choose from says before anything is chosen, to a screen reader too: the option that its choices differ
 * in, where that is one, and how many they are.
 */
export function chooseOne(choices: readonly Button[]): string {
  const [first] = choices
  const names = new Set(choices.flatMap(({ values }) => Object.keys(values)))
  const [asked, ...others] = [...names].filter((name) =>
    choices.some(({ values }) => values[name] !== first?.values[name]),
  )
  const isOneCommand = choices.every(({ command }) => command === first?.command)
  const many = `hoose one of ${choices.length}`
  return asked !== undefined && others.length === 0 && isOneCommand
    ? `${labelOf(asked)}: c${many}`
    : `C${many}`
}
