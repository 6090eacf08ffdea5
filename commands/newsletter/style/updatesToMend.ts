import { clearancesOf } from '../../../db/newsletter/clearance/clearances.ts'
import { listUpdates } from '../../../db/newsletter/listUpdates.ts'
import type { NewsletterIssue } from '../../../db/newsletter/newsletters.ts'
import type { Update } from '../../../db/newsletter/updates.ts'
import type { Mendable } from '../../../src/newsletter/reading/mend.ts'
import type { Context } from '../../define.ts'
import { mendedText } from '../../update/write/mend.ts'
import { loadKnown, type ReadingContext } from '../../update/write/reading/known.ts'
import { openSuggestions } from '../../update/write/remarks/remarks.ts'
import { hasStyleFault } from './hasStyleFault.ts'

/** More than any issue has. */
const most = 1000

export interface UpdateToMend {
  readonly update: Update
  readonly sure: readonly Mendable[]
  readonly text: string
}

interface Blemishes {
  readonly found: readonly UpdateToMend[]
  /** Those that somebody cleared, who would be asked again. */
  readonly cleared: readonly Update[]
}

/** The updates of an issue, or those wanted of them, that are mended for sure, each with its mended text. */
export async function updatesToMend(
  context: Context,
  { id: newsletterId }: NewsletterIssue,
  wanted: readonly number[] | undefined,
): Promise<Blemishes> {
  const all = await listUpdates(context.db, { newsletterId, statuses: ['proposed', 'accepted'], limit: most })
  const asked = all
    .filter(({ id }) => wanted === undefined || wanted.includes(id))
    .filter(hasStyleFault)
    .toSorted((one, other) => one.id - other.id)
  const known = await loadKnown(context, { entity: null, newsletterId })
  const found: UpdateToMend[] = []
  for (const update of asked) {
    const sure = await sureOf(known, update)
    const text = await mendedText(update, sure)
    if (text !== update.originalText) found.push({ update, sure, text })
  }
  const clearances = await clearancesOf(
    context.db,
    found.map(({ update }) => update.id),
  )
  const isCleared = ({ update }: UpdateToMend) =>
    clearances.some(({ id, at }) => id === update.id && at !== null)
  return {
    found: found.filter((one) => !isCleared(one)),
    cleared: found.filter(isCleared).map(({ update }) => update),
  }
}

/** What needs no second thought; an acronym that was guessed, and who “we” are, is left to each update. */
async function sureOf(known: ReadingContext, update: Update): Promise<readonly Mendable[]> {
  const { isMendable } = await import('../../../src/newsletter/reading/mend.ts')
  const own = update.entity ?? undefined
  return openSuggestions({ ...known, own }, update)
    .filter(isMendable)
    .filter(isSure)
}

function isSure({ kind }: Mendable): boolean {
  switch (kind) {
    case 'full stop':
    case 'date form':
    case 'date place':
    case 'State name':
      return true
    case 'first person':
    case 'entity name':
    case 'slip':
      return false
  }
}
