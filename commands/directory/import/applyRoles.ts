import {
  changeTerm,
  insertTerms,
  type WrittenTerm,
  writtenTerms,
} from '../../../db/directory/import/terms.ts'
import type { AlteredTerm, ImportWrites } from '../../../db/directory/import/written.ts'
import { keepFormerChairs } from '../../../db/directory/terms/succession.ts'
import type { Trx } from '../../../db/store/db.ts'
import type { Context } from '../../define.ts'
import type { Plan } from './plan/plan.ts'
import { termOf } from './writtenFields.ts'

/** Writes terms: those that end make room for those that are new, and whoever chaired until then stays a member. */
export async function applyRoles(
  { db }: Context,
  plan: Plan,
  recorder: { readonly by: number; readonly now: Date; readonly source: string },
): Promise<ImportWrites> {
  const ends = new Map(
    plan.added.flatMap(({ patch: { ends = [], from } }) => ends.map((id) => [id, from ?? null] as const)),
  )
  // A term may end for a new one and get another holder by a row of its own.
  const changes = new Map(plan.changed.map(({ id, patch }) => [id, patch]))
  const altered = [...new Set([...ends.keys(), ...changes.keys()])]
  const before = new Map((await writtenTerms(db, altered)).map((one) => [one.id, one]))
  const terms: AlteredTerm[] = []
  for (const id of altered) {
    const [earlier = null, change] = [before.get(id), changes.get(id)]
    const until = ends.get(id) ?? change?.until ?? null
    const holder = (change ? change.holder : earlier?.holder) ?? null
    terms.push({ before: earlier, after: await changeTerm(db, id, { until, holder }) })
  }
  const added = await insertTerms(
    db,
    plan.added.map(({ patch }) => termOf(patch)),
    { ...recorder, note: recorder.source },
  )
  return {
    changes: [],
    parts: [],
    terms: [
      ...terms,
      ...added.map((after) => ({ before: null, after })),
      ...(await keptMembers(db, plan, recorder)),
    ],
  }
}

/** The memberships of those who chaired before a chair of the plan. */
async function keptMembers(
  db: Trx,
  plan: Plan,
  { by, now }: { readonly by: number; readonly now: Date },
): Promise<readonly AlteredTerm[]> {
  const kept: { readonly id: number; readonly before: string | null }[] = []
  for (const { patch } of plan.added) {
    const { ends = [], groupId, from } = patch
    if (ends.length === 0 || groupId === undefined || !from) continue
    kept.push(...(await keepFormerChairs(db, { groupId, from }, { createdBy: by, now })))
  }
  const after = await writtenTerms(
    db,
    kept.map(({ id }) => id),
  )
  return after.map((term): AlteredTerm => {
    const during = kept.find(({ id }) => id === term.id)?.before ?? null
    const before: WrittenTerm | null = during === null ? null : { ...term, during }
    return { before, after: term }
  })
}
