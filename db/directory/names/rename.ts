import type { Trx } from '../../store/db.ts'
import { chainOf, difference, type Recorder, recordChange } from '../edit/changes.ts'
import {
  type EntityOrGroup,
  findableAsBefore,
  formerNames,
  keepFormerName,
  mistakenName,
  nameOf,
  type Renaming,
  supersedeName,
  touchesNames,
  turnNamesBack,
  wasBorne,
} from './former.ts'

interface Named {
  readonly acronym: string
  readonly name: string
  readonly aliases: string[]
}

/** A change that is recorded. */
export interface RecordedRename {
  /** Its number. */
  readonly change: number
  /** The name that lists of earlier days keep, as `nameOf` says it; undefined where none was kept. */
  readonly kept?: string | undefined
}

/** A change of a record that bears a name, before it is written. */
export interface NamedChange<T> {
  readonly before: Partial<T>
  readonly after: Partial<T>
  /** Records the change and what becomes of the names. */
  readonly record: () => Promise<RecordedRename>
}

/**
 * What a patch changes of an entity or a group, and what becomes of its names. A new name holds from a day on, and the
 * old one is kept for the days before. With `always` the old name was a mistake and leaves the record; where no new name
 * is given, that mistake is the last former name. Undefined where nothing differs.
 */
export async function namedChange<T extends Named>(
  trx: Trx,
  bearer: EntityOrGroup,
  { current, patch }: { readonly current: T; readonly patch: Partial<T> },
  recorder: Recorder,
  renaming?: Renaming,
): Promise<NamedChange<T> | undefined> {
  const always = renaming !== undefined && 'always' in renaming
  const renamed = patch.acronym !== undefined || patch.name !== undefined
  const [last] = renaming !== undefined && always !== renamed ? await formerNames(trx, bearer) : []
  const mistake = always && !renamed ? mistakenName(last, renaming.was) : undefined
  const dropped = mistake && {
    ...patch,
    aliases: current.aliases.filter((one) => one.toLowerCase() !== mistake.acronym.toLowerCase()),
  }
  const whole =
    renaming && 'from' in renaming
      ? findableAsBefore(current, patch, wasBorne(last, renaming.from))
      : (dropped ?? patch)
  const turnsBack = recorder.reverts !== undefined && (await touchesNames(trx, recorder.reverts))
  const none: { before: Partial<T>; after: Partial<T> } = { before: {}, after: {} }
  const changed = difference(current, whole) ?? (mistake || turnsBack ? none : undefined)
  if (!changed) return undefined
  const replaces = changed.after.acronym !== undefined || changed.after.name !== undefined
  const words = mistake
    ? { before: { formerName: nameOf(mistake) }, after: { formerName: null } }
    : turnsBack && changed === none
      ? { before: { formerName: null }, after: { formerName: 'as before' } }
      : undefined
  return {
    ...changed,
    async record() {
      const change = await recordChange(
        trx,
        {
          kind: bearer.kind,
          recordId: bearer.id,
          before: { ...changed.before, ...words?.before },
          after: { ...changed.after, ...words?.after },
        },
        recorder,
      )
      if (recorder.reverts !== undefined)
        await turnNamesBack(trx, await chainOf(trx, recorder.reverts), change)
      else if (mistake) await supersedeName(trx, mistake.id, change)
      else if (renaming && 'from' in renaming && replaces) {
        const kept = await keepFormerName(trx, bearer, { replaced: current, last }, renaming.from, change)
        return { change, kept: kept ? nameOf(current) : undefined }
      }
      return { change }
    },
  }
}
