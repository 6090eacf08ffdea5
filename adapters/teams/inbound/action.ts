import { type Json, text } from '../../../src/core/json.ts'
import type { ActionData } from '../api/activity.ts'

/** The data of one of our buttons; undefined for any other. It comes from outside and proves nothing. */
export function readAction(value: Json): ActionData | undefined {
  const { verb } = value
  const card = text(value['c'])
  const operation = text(value['o'])
  if ((verb !== 'press' && verb !== 'refresh') || operation === undefined || operation.length > 64) {
    return undefined
  }
  const named = card !== undefined && /^[a-z-]+:\d{1,9}$/.test(card) ? card : undefined
  const list = /^l\d{1,2}$/.exec(text(value['l']) ?? '')?.[0]
  // A list in which nothing was chosen sends nothing.
  const data = text(value[list ?? 'b']) ?? ''
  if (verb === 'press' && data === '' && list === undefined) return undefined
  return { verb, b: data, o: operation, ...(named === undefined ? {} : { c: named }) }
}
