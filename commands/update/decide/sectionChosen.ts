import { updateVersions } from '../../../db/newsletter/updates.ts'
import type { Context } from '../../define.ts'

/** Whether somebody has chosen the section of an update since it was posted: a press settles it, whatever is guessed later. */
export async function isSectionChosen({ db }: Pick<Context, 'db'>, id: number): Promise<boolean> {
  const versions = await updateVersions(db, id)
  return versions.some(({ section, originalText }, at) => {
    const before = versions[at - 1]
    return before !== undefined && before.section !== section && before.originalText === originalText
  })
}
