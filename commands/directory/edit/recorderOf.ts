import type { Recorder } from '../../../db/directory/edit/changes.ts'
import type { Context } from '../../define.ts'

/** Who makes a change of the directory now; `source` is the letter or the decision that it comes from. */
export function recorderOf(
  { caller, now }: Pick<Context, 'caller' | 'now'>,
  source?: string | null,
): Recorder {
  return { by: caller.personId, now, ...(source ? { source } : {}) }
}
