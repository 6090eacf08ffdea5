import { type Catalog, commandWords, type FeatureSpec, findCommand } from '../../catalog.ts'
import type { UserError } from '../../errors.ts'
import type { Button } from '../../message.ts'
import { fold } from '../../text/nearest.ts'
import { shorten } from '../../text/text.ts'
import { sentence } from '../prose.ts'
import { actionOf, firstWord, type NamedAction } from '../readAction.ts'
import { isRecordNumber, takesRecord } from '../verbs/takesRecord.ts'
import { meantButton } from './meantButton.ts'
import { unknown } from './whichCommand.ts'

/**
 * Says that there is no such action, and offers the nearest with the words that were typed for it; behind a group
 * those of its actions that take all these words; for what may be a name the action that looks it up, which nobody
 * asked for and which is therefore not done.
 */
export function unknownAction(
  catalog: Catalog,
  feature: FeatureSpec,
  named: Extract<NamedAction, { readonly kind: 'unknown' }>,
  rest: string,
  told: readonly Button[],
): UserError {
  const { group, typed, near, known } = named
  const alone = group === undefined
  const posted = alone && !namesRecord(feature, near, rest) ? sentence(feature, typed, rest) : undefined
  if (posted) return posted
  const where = alone ? feature.name : `${feature.name} ${group}`
  const action = alone ? actionOf(feature, feature.offered ?? feature.fallback) : undefined
  const sought = mayBeAction(rest) ? firstWord(rest)[1] : rest
  const offered =
    action && named.distance > 1 && !namesAction(typed)
      ? [meantButton(catalog, commandWords(feature, action), sought)]
      : []
  // `/update publish now U1`
  const left = wordsAfter(rest, alone ? typed : `${group} ${typed}`).replace(/^(?:now|please) /i, '')
  const ways = near
    .map((words) => wayMeant(feature, words))
    .filter(({ words }) => !namesSeat.test(rest) || !isOfEntity(catalog, words))
  const meant = [...new Set(ways.map(({ words }) => words))]
  const buttons =
    meant.length === 0 && !alone && !namesAction(typed)
      ? thatTake(
          catalog,
          known.map((name) => `${where} ${name}`),
          `${typed} ${left}`,
        )
      : ways.slice(0, 5).map(({ words, behind }) => meantButton(catalog, words, `${left} ${behind}`.trim()))
  return unknown(
    `/${where} has no action “${shorten(typed)}”`,
    meant,
    offered.length > 0 && near.length === 0
      ? `Nothing was done. Did you mean ${offered[0]?.label.replace(/\?$/, '')}? /help ${feature.name} shows what else there is.`
      : `It has: ${known.join(', ')}.`,
    { buttons: [...buttons, ...offered, ...told] },
  )
}

/** Words for whoever sits for an entity: what is done with their seat is not done with the entity. */
const namesSeat =
  /(?<![\p{L}\p{Nd}])(?:focal[- ]points?|contacts?|representatives?|delegates?|alternates?|seats?|persons?|colleagues?)(?![\p{L}\p{Nd}])/iu

function isOfEntity(catalog: Catalog, words: string): boolean {
  const [first] = Object.values(findCommand(catalog, words)?.command.options ?? {})
  return first?.kind === 'entity'
}

/** A command that is offered, and what is typed behind the record: `rsvp … no` is `/meeting rsvp` and `no`. */
function wayMeant({ name }: FeatureSpec, near: string): { readonly words: string; readonly behind: string } {
  const [action = '', behind = ''] = near.split(' … ')
  return { words: action.startsWith('/') ? action.slice(1) : `${name} ${action}`, behind }
}

/** Whether a number of what the nearest actions are about stands in what was typed: `reject U1 since it has no date`. */
function namesRecord(feature: FeatureSpec, near: readonly string[], rest: string): boolean {
  const numbers = [...rest.matchAll(/(?<![\p{L}\p{Nd}])\p{L}{1,2}\p{Nd}{1,9}(?![\p{L}\p{Nd}])/gu)].map(
    ([one]) => one,
  )
  return near.some((words) => {
    const command = actionOf(feature, words)
    return command !== undefined && numbers.some((number) => takesRecord(command, number))
  })
}

/** The first of these commands that take what was typed; the number of a record those that are about one such. */
function thatTake(catalog: Catalog, commands: readonly string[], typed: string): readonly Button[] {
  const [word] = firstWord(typed)
  return commands
    .filter((words) => {
      const command = findCommand(catalog, words)?.command
      return !isRecordNumber(word) || (command !== undefined && takesRecord(command, word))
    })
    .map((words) => meantButton(catalog, words, typed))
    .filter(({ command }) => command !== 'help')
    .slice(0, 3)
}

/** What follows the action that was typed, and the group before it where one was. */
export function wordsAfter(rest: string, typed: string): string {
  return typed.split(' ').reduce((left) => firstWord(left)[1], rest)
}

/** Words that tell somebody to do something, with which nobody begins what they look for. */
const verbs = new Set('add edit change update rename remove delete retire merge import export list show create new set nominate handover attest check audit approve invite'.split(' ')) // biome-ignore format: a table

/** `frobnicate UNODC`: a small word before a name is meant to do something, which a search would not. */
export function mayBeAction(rest: string): boolean {
  return /^\p{Ll}{3,}\s+\p{Lu}{2}/u.test(rest)
}

/** `add-person`, `import`: an action that there is not, which is not a search. */
export function namesAction(typed: string): boolean {
  return verbs.has(fold(typed).split('-')[0] ?? '')
}

/** `Anna to call Bob`, `Anna about the minutes`. */
export function isPerson(typed: string, rest: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(typed) && /\s(?:to|about|of|that)\s/.test(rest)
}
