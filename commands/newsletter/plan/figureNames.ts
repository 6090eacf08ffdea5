import { datedFigures } from '../../../db/newsletter/figures.ts'
import type { Db } from '../../../db/store/db.ts'
import type { Day } from '../../../src/core/time/day.ts'
import type { PlannedFigure } from '../../../src/newsletter/plannedFigures.ts'

/** Says a figure as it is printed, with the key that commands take: `Visits to the platform (visits)`. */
export async function figureNames(db: Db, today: Day): Promise<(figure: PlannedFigure) => string> {
  const known = await datedFigures(db, { from: today, to: today })
  const labels = new Map(known.map(({ key, label }) => [key, label]))
  return ({ key, label, hidden }) => {
    const printed = label ?? labels.get(key)
    const name = printed === undefined ? `${key}, nothing on record yet` : `${printed} (${key})`
    return `${name}${hidden ? ', not printed' : ''}`
  }
}
