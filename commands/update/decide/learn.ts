import { keepLearned, sectionLessons } from '../../../db/newsletter/sections/learned.ts'
import type { Context } from '../../define.ts'
import { sectionsHere } from '../../newsletter/plan/planHere.ts'

/**
 * Learns anew, from the decisions that stand, how this store's secretariat tells sections: what is taken back teaches
 * nothing. It takes a bounded number of lessons, so that it costs the same however old the store is.
 */
export async function learnFromDecisions({ db, now }: Context): Promise<void> {
  const { adapt } = await import('../../../src/newsletter/section/adapt.ts')
  const { withOwnSections } = await import('../../../src/newsletter/section/weightsHere.ts')
  const { sectionWeights } = await import('../../../src/newsletter/section/weights.ts')
  const base = withOwnSections(sectionWeights, await sectionsHere(db))
  const lessons = (await sectionLessons(db)).filter(({ section }) => base.sections.includes(section))
  await keepLearned(db, { weights: adapt(base, lessons), lessons: lessons.length, now })
}
