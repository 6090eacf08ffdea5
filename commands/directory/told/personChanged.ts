import { allKnownEntities } from '../../../db/directory/entities.ts'
import { type ReachedPerson, reachedPeople } from '../../../db/directory/hours/reached.ts'
import { withReason } from '../../../src/core/feature/withReason.ts'
import { type Block, block, button, headed, message, rich } from '../../../src/core/message.ts'
import type { Context } from '../../define.ts'
import { byWhom } from '../../records/byWhom.ts'
import { toldLine } from '../../wg/told/toldLine.ts'
import { changedLines, changedWords, type RecordChange, wordsToAddress } from './changedLines.ts'
import { rightsAlone, tellOfRights } from './rights.ts'

/** What differs in the record of one person. */
export type PersonChange = RecordChange & { readonly id: number }

/**
 * Tells people what somebody else changed in their records, from what to what; where that is their e-mail address, by
 * letter at the old one and the new one too, and nothing else of the record where the new one alone reaches them. `change`
 * is the number of what was recorded, and `more` what else each of them is told. Says to the caller who is told.
 */
export async function tellPeopleChanged(
  context: Context,
  changes: readonly PersonChange[],
  change: number,
  more: ReadonlyMap<number, readonly string[]> = new Map(),
): Promise<readonly Block[]> {
  const { db, caller } = context
  const others = changes.filter(({ id }) => id !== caller.personId)
  const ids = others.map(({ id }) => id)
  const found = new Map((await reachedPeople(db, ids)).map((one) => [one.id, one]))
  const acronyms = others.some(({ after }) => 'entityId' in after)
    ? new Map<unknown, string>((await allKnownEntities(db)).map(({ id, acronym }) => [id, acronym]))
    : new Map<unknown, string>()
  const told = others.flatMap((one) => {
    const person = found.get(one.id)
    const lines = changedLines(one, { entityId: acronyms })
    return person === undefined || person.retiredOn !== null || lines.length === 0
      ? []
      : [{ one, person, ...(mayBeStrangers(one, person) ? wordsToAddress(one, lines) : changedWords(lines)) }]
  })
  const by = byWhom(caller)
  context.notify(
    told.map(({ one, person: { id }, person, words, below }) => ({
      key: `record-changed:D${change}:${id}`,
      personId: id,
      kind: 'record-changed',
      subject: `person:${id}`,
      message: headed(
        'Your record',
        withReason(
          message(
            rich`${by} changed your record in the directory: ${words}.`,
            below,
            more.has(id) && !mayBeStrangers(one, person) ? block.list([...(more.get(id) ?? [])]) : undefined,
            block.buttons(button('Show my record', 'directory person', { person: `P${id}` }), {
              ...button('That is wrong', 'directory wrong', { record: `P${id}` }),
              ask: true,
            }),
          ),
          {
            as: 'the one whose record it is',
            otherwise: `Not right? Tell ${caller.name} or the secretariat.`,
          },
          false,
        ),
      ),
    })),
  )
  const written = new Set(told.flatMap(({ one, person }) => lettersOfAddress(context, one, person)))
  return [
    toldLine(told.map(({ person }) => person.name)),
    written.size === 0
      ? undefined
      : block.text(
          written.size > 1
            ? 'A letter says so at the old and the new address too.'
            : `A letter says so at the ${[...written].join('')} address too.`,
        ),
  ].filter((one) => one !== undefined)
}

/** Whether the notice goes to an address that was typed anew, which may be somebody else’s by a slip of the hand. */
function mayBeStrangers({ after }: PersonChange, { inChat }: ReachedPerson): boolean {
  return typeof after['email'] === 'string' && !inChat
}

/**
 * Writes to an old address that it is not theirs any more, and to a new one where they are read in a chat, so that
 * somebody who takes a record over does not go unnoticed. Returns where it wrote.
 */
function lettersOfAddress(
  context: Context,
  { id, before, after }: PersonChange,
  { name, inChat }: ReachedPerson,
): readonly ('old' | 'new')[] {
  const [old, fresh] = [before['email'], after['email']]
  if (!context.hasMail || typeof fresh !== 'string') return []
  const addresses = [
    ...(typeof old === 'string' ? [{ which: 'old' as const, to: old }] : []),
    ...(inChat ? [{ which: 'new' as const, to: fresh }] : []),
  ]
  for (const { which, to } of addresses)
    context.mail({
      to,
      name,
      subject: 'Your e-mail address in the directory',
      // Either may be somebody else's by a slip of the hand, who learns nothing of the other one.
      text: `${byWhom(context.caller)} changed the e-mail address of ${name} (P${id}) in the directory: it ${which === 'old' ? `was ${to}, and is another one now` : `is ${to} now`}.\n\nWhy you: this is the ${which} address. Not right? Tell the secretariat at once.\n`,
    })
  return addresses.map(({ which }) => which)
}

/** Tells a person what of their record was changed, and the secretariat where that is a right. */
export async function tellOfEdit(
  context: Context,
  {
    id,
    name,
    change,
    before,
    after,
  }: { id: number; name: string; change: number; before: object; after: object },
): Promise<readonly Block[]> {
  const columns = { ...after }
  await tellOfRights(context, { id, change, name, after: columns })
  if (!rightsAlone(columns))
    return tellPeopleChanged(context, [{ id, before: { ...before }, after: columns }], change)
  return id === context.caller.personId ? [] : [toldLine([name])].filter((one) => one !== undefined)
}
