import { type Catalog, findCommand } from '../../catalog.ts'
import { firstWord } from '../readAction.ts'
import { isOtherRecord, takesRecord } from './takesRecord.ts'

/**
 * Those of some commands, each by its words, that are about the record whose number a text begins with; where none is,
 * those that are about no record of another kind: `leave U1 out` is about no group.
 */
export function aboutRecord(catalog: Catalog, words: readonly string[], text: string): readonly string[] {
  const found = words.map((one) => ({ one, command: findCommand(catalog, one)?.command }))
  const taking = found.filter(({ command }) => command !== undefined && takesRecord(command, text))
  const [number] = firstWord(text)
  const others = found.filter(({ command }) => {
    const [about] = Object.values(command?.options ?? {})
    // A text may begin with anything, and what stands in a group is not known yet.
    return about === undefined || about.kind === 'text' || !isOtherRecord(about, number)
  })
  return (taking.length > 0 ? taking : others).map(({ one }) => one)
}
