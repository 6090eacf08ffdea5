import { object } from '../../../../src/core/json.ts'
import { wrongOf } from '../rules/limits.ts'
import { openApi } from '../rules/openapi.ts'
import type { Kind } from './faults.ts'

/** What says something, and must keep to the limits of a message. */
const saying: ReadonlySet<Kind | undefined> = new Set(['send', 'edit', 'followup', 'original'] as const)

const nothing = 'nothing in it'
/** Discord takes what rings, which the house wants never to happen; and it has a word of its own for nothing. */
const taken: ReadonlySet<string> = new Set(['mentions that ring', nothing])

/** What breaks Discord’s own description of its interface, its limits or the house’s manners, in a request. */
export function wrongRequest(
  method: string,
  path: string,
  body: unknown,
  kind: Kind | undefined,
): readonly string[] {
  if (kind === 'callback') return wrongCallback(body)
  const described = openApi?.validatorFor(method, path)(body) ?? []
  return saying.has(kind) && body !== undefined ? [...described, ...wrongMessage(body, kind)] : described
}

/** The same of the first answer to an interaction. */
export function wrongCallback(body: unknown): readonly string[] {
  const { type, data } = object(body)
  const described = openApi?.callbackProblems(body) ?? []
  return type === 4 || type === 7 ? [...described, ...wrongMessage(data, 'send')] : described
}

/** Those for which Discord refuses it. */
export function refusing(problems: readonly string[]): readonly string[] {
  return problems.filter((one) => !taken.has(one))
}

function wrongMessage(given: unknown, kind: Kind | undefined): readonly string[] {
  const body = object(given)
  const isPart = kind !== 'send' && kind !== 'followup' && !('content' in body)
  const hasFiles = body['attachments'] !== undefined
  return wrongOf(body).filter((one) => one !== nothing || !(isPart || hasFiles))
}
