import { entriesOf, entryName, type FeatureEntry, type FeatureSpec, usage } from '../../src/core/catalog.ts'
import { bold, code, type Rich, rich } from '../../src/core/message.ts'

/** How much a line of help says: `brief` is for a chat on a phone, which shows what it is about and no options. */
export type Wordiness = 'full' | 'brief'

/** The terminal has the width for every word; a chat has buttons instead. */
export function wordinessOn(platform: string): Wordiness {
  return platform === 'terminal' ? 'full' : 'brief'
}

/** A feature as one line: what it is about, and in full its actions. */
export function featureLine(one: FeatureSpec, wordiness: Wordiness): Rich {
  const actions = entriesOf(one)
    .map(entryName)
    .filter((name) => name !== '')
  if (wordiness === 'brief' || actions.length === 0)
    return rich`${bold(`/${one.name}`)}${wordiness === 'brief' ? ':' : ''} ${one.about}`
  return rich`${bold(`/${one.name}`)} ${actions.join(' · ')}: ${one.about}`
}

/** An action or a group as one line: what it is about, and in full its options or actions. */
export function entryLine(one: FeatureSpec, entry: FeatureEntry, wordiness: Wordiness): Rich {
  const about = entry.kind === 'action' ? entry.command.about : entry.about
  if (wordiness === 'brief') return rich`${code(`/${one.name} ${entryName(entry)}`.trimEnd())}: ${about}`
  if (entry.kind === 'action') return rich`${code(usage(one, entry.command))} ${about}`
  const actions = entry.commands.map(({ name }) => name).join('|')
  return rich`${code(`/${one.name} ${entry.name} ${actions}`)} ${about}`
}
