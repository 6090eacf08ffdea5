import type { Access, CommandSpec } from '../../core/catalog.ts'
import { UserError, WithoutForm } from '../../core/errors.ts'
import { belongs, type Caller, leads } from '../../core/feature/caller.ts'
import { type Readers, readValues } from '../../core/language/readValues.ts'
import { list } from '../../core/text/list.ts'
import { notLinked } from './notLinked.ts'

/** The caller, if they may use the command at all; null only for commands open to everyone. Raises `UserError`. */
export function authorize(access: Access, caller: Caller | null, words: string): Caller | null {
  if (access.who === 'everyone') return caller
  if (!caller) {
    throw notLinked()
  }
  if (access.who === 'secretariat' && !caller.isSecretariat) {
    throw new UserError(`/${words} is for the secretariat alone.`)
  }
  if (access.who === 'coordinator' && !caller.isSecretariat && !caller.isCoordinator) {
    throw new UserError(`/${words} is for the secretariat, and for coordinators within their own entity.`)
  }
  return caller
}

/** Checks the caller of a command for one group's members or chairs, once the group is known. Raises `UserError`. */
export function authorizeFor(
  access: Access,
  caller: Caller | null,
  values: Readonly<Record<string, unknown>>,
): void {
  if ((access.who !== 'chair' && access.who !== 'member') || !caller || mayUse(access, caller, values)) return
  const { label } = groupsOf(values[access.of])
  const who = access.who === 'chair' ? 'the chairs' : 'the members'
  throw new WithoutForm(`Only ${who} of ${label} and the secretariat may do this; you are neither today.`)
}

/** Whether somebody may use a command for the group or meeting that these values name. */
export function mayUse(access: Access, caller: Caller, values: Readonly<Record<string, unknown>>): boolean {
  if (access.who !== 'chair' && access.who !== 'member') return true
  const { groupIds } = groupsOf(values[access.of])
  return access.who === 'chair' ? leads(caller, groupIds) : belongs(caller, groupIds)
}

/** As `authorizeFor`, before other options are asked for: reads only the one that names the group or meeting. */
export async function authorizeBeforeAsking(
  { access, options }: Pick<CommandSpec, 'access' | 'options'>,
  caller: Caller | null,
  fields: Readonly<Record<string, string>>,
  readers: Readers,
): Promise<void> {
  if (access.who !== 'chair' && access.who !== 'member') return
  const [option, typed] = [options[access.of], fields[access.of]]
  if (!option || typed === undefined || caller?.isSecretariat) return
  try {
    authorizeFor(access, caller, await readValues({ [access.of]: option }, { [access.of]: typed }, readers))
  } catch (error) {
    // What cannot be read is said once the rest is there.
    if (!(error instanceof UserError) || error.option === undefined) throw error
  }
}

/** The groups that a value names: a group, several (one is enough), or those of a meeting. */
function groupsOf(value: unknown): { groupIds: readonly number[]; label: string } {
  if (Array.isArray(value)) {
    const all = value.map(groupsOf)
    return {
      groupIds: all.flatMap(({ groupIds }) => groupIds),
      label: list(all.map(({ label }) => label)),
    }
  }
  if (typeof value !== 'object' || value === null) return { groupIds: [], label: 'the group' }
  if ('groupIds' in value && Array.isArray(value.groupIds)) {
    return {
      groupIds: value.groupIds.filter((id) => typeof id === 'number'),
      label: value.groupIds.length > 1 ? 'its working groups' : 'its working group',
    }
  }
  return {
    groupIds: 'id' in value && typeof value.id === 'number' ? [value.id] : [],
    label: 'acronym' in value && typeof value.acronym === 'string' ? value.acronym : 'the group',
  }
}
