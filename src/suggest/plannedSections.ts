import { planChanges } from '../../db/newsletter/arrange/plan.ts'
import { updateById } from '../../db/newsletter/updates.ts'
import type { Db } from '../../db/store/db.ts'
import { UserError } from '../core/errors.ts'
import type { Caller } from '../core/feature/caller.ts'
import { type PlannedSection, sectionsOf, storedPlan } from '../newsletter/plan.ts'

/** The sections that a newsletter of this deployment has, the removed ones too. */
export async function plannedSections(db: Db): Promise<readonly PlannedSection[]> {
  return sectionsOf(storedPlan(await planChanges(db)))
}

/** The section of the update that `of U3` names, for the secretariat; undefined for any other words. Raises `UserError`. */
export async function sectionOfUpdate(db: Db, text: string, caller: Caller): Promise<string | undefined> {
  const id = /^of u(\d{1,9})$/i.exec(text)?.[1]
  if (id === undefined || !caller.isSecretariat) return undefined
  const update = await updateById(db, Number(id))
  if (!update) throw new UserError(`There is no update U${id}.`)
  return update.section ?? undefined
}
