import { keepLearned, sectionLessons } from '../../../db/newsletter/sections/learned.ts'
import { isSectionKey } from '../../../src/newsletter/sections.ts'
import type { Context } from '../../define.ts'

/**
 * Learns anew, from the decisions that stand, how this store's secretariat tells sections: what is taken back teaches
 * nothing. The lessons are so many at most, so that it costs the same however old the store is.
 */
export async function learnFromDecisions({ db, now }: Context): Promise<void> {
  const { adapt } = await import('../../../src/newsletter/section/adapt.ts')
  const { sectionWeights } = await import('../../../src/newsletter/section/weights.ts')
  const lessons = (await sectionLessons(db)).flatMap(({ section, features }) =>
    isSectionKey(section) ? [{ section, features }] : [],
  )
  await keepLearned(db, { weights: adapt(sectionWeights, lessons), lessons: lessons.length, now })
}
