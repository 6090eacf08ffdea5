import type { UpdateVersion } from '../../db/newsletter/updates.ts'
import { moment, type Rich, rich } from '../../src/core/message.ts'
import { detailsChanged } from './changed.ts'

/**
 * The versions of an update, each with what its editor changed in the one from which they went out. Of those that do
 * not lead to the `current` one it is said that they were taken back.
 */
export function versionsInWords(
  versions: readonly UpdateVersion[],
  current: number,
  zone: string,
): readonly Rich[] {
  const byNumber = new Map(versions.map((one) => [one.version, one]))
  const before = (one: UpdateVersion) => byNumber.get(one.basedOn ?? one.version - 1)
  const inForce = new Set<UpdateVersion>()
  for (let at = byNumber.get(current); at !== undefined; at = before(at)) inForce.add(at)
  return versions.map((one) => {
    const base = before(one)
    const from = base && base.version !== one.version - 1 ? `, from version ${base.version}` : ''
    const back = inForce.has(one) ? '' : ', taken back since'
    return rich`${one.version}. ${one.editor}, ${moment(one.editedAt, zone)}${from}${back}: ${whatChanged(one, base)}`
  })
}

/** The words of a version, or only what it changed where the words stayed. */
function whatChanged(version: UpdateVersion, before: UpdateVersion | undefined): string {
  if (!before || version.originalText !== before.originalText) return version.originalText
  return detailsChanged(version, before) || 'the same again'
}
