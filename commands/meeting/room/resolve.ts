import { decide, object, type Resolution, resolutionsOf } from '../../../db/meetings/record/resolutions.ts'
import { chairOf } from '../../../src/core/catalog.ts'
import { UserError } from '../../../src/core/errors.ts'
import { block, button, message, rich } from '../../../src/core/message.ts'
import { option } from '../../../src/core/option.ts'
import { command } from '../../define.ts'
import { onlyUnderWay } from '../meetingOption.ts'
import { noteInHistory, noteInternally } from '../outcome/noteInHistory.ts'
import { refuseNonMembers } from './objecting.ts'
import { quorumWarnings } from './quorum.ts'
import { lockSitting } from './sitting.ts'

export const resolve = command({
  name: 'resolve',
  about: 'Decide a proposal of a meeting',
  options: {
    meeting: onlyUnderWay,
    proposal: option.record({ about: 'R1; the only open one by default', prefix: 'R' }),
    outcome: option.choice({
      about: 'Adopted by default',
      choices: ['adopted', 'not adopted', 'withdrawn', 'proposed'],
      trailing: true,
    }),
    objections: option.entities({ about: 'Which entities object' }),
  },
  access: chairOf('meeting'),
  audience: 'room',
  changes: true,
  examples: ['/meeting resolve M1 proposal:R1'],
  async run(context, { meeting: ref, proposal, outcome, objections = [] }) {
    const { db, now, caller } = context
    const meeting = await lockSitting(context, ref.id)
    const one = chosen(await resolutionsOf(db, meeting.id), proposal, outcome === 'proposed')
    await refuseNonMembers(db, meeting, objections, 'objections')
    const before = one.objections.map(({ entity }) => entity)
    // An entity’s own objection keeps its words.
    const further = objections.filter(({ acronym }) => !before.includes(acronym))
    const against = [...before, ...new Set(further.map(({ acronym }) => acronym))]
    if (against.length > 0 && outcome === undefined)
      throw new UserError(
        `${against.join(', ')} ${against.length === 1 ? 'objects' : 'object'} to R${one.id}. Is it adopted all the same?`,
        {
          option: 'outcome',
          choices: [
            { label: 'Not adopted', value: 'not adopted' },
            { label: 'Adopted, objections recorded', value: 'adopted' },
          ],
        },
      )
    for (const { id } of further)
      await object(db, { resolutionId: one.id, entityId: id, personId: caller.personId, reason: null }, now)
    const status = outcome ?? 'adopted'
    await decide(db, { id: one.id, status, by: caller.personId }, now)
    context.about(`meeting:${meeting.id}`)
    const objecting = against.length > 0 ? `Objections to R${one.id}: ${against.join(', ')}.` : undefined
    const sentence = rich`R${one.id} is ${status === 'proposed' ? 'open again' : status}: ${one.body}`
    await (status === 'adopted' ? noteInHistory : noteInternally)(context, meeting.id, sentence)
    if (objecting) await noteInternally(context, meeting.id, rich`${objecting}`)
    return message(
      sentence,
      objecting ? block.text(objecting) : undefined,
      ...(status === 'adopted' ? await quorumWarnings(db, meeting) : []),
      status === 'proposed'
        ? undefined
        : block.buttons(
            button('Undo: open again', 'meeting resolve', {
              meeting: `M${meeting.id}`,
              proposal: `R${one.id}`,
              outcome: 'proposed',
            }),
          ),
    )
  },
})

/** The proposal that was named, or the only open one. Raises `UserError`. */
function chosen(all: readonly Resolution[], number: number | undefined, reopens: boolean): Resolution {
  const open = all.filter(({ status }) => (status === 'proposed') !== reopens)
  const found = number === undefined ? open : open.filter(({ id }) => id === number)
  const [one] = found
  if (one && found.length === 1) return one
  const named = all.find(({ id }) => id === number)
  if (named)
    throw new UserError(
      `R${named.id} is ${named.status === 'proposed' ? 'open' : named.status} already; nothing was changed.`,
    )
  if (open.length === 0)
    throw new UserError('No proposal is open in this meeting; propose a resolution first.')
  throw new UserError(
    number === undefined
      ? 'Several proposals are open. Which one?'
      : `R${number} is not a proposal of this meeting.`,
    {
      option: 'proposal',
      choices: open.slice(0, 10).map(({ id }) => ({ label: `R${id}`, value: `R${id}` })),
    },
  )
}
