import type { PastChange } from '../../db/records/changes.ts'
import { sameJson } from '../../src/core/json.ts'

interface Meant<Fields> {
  readonly patch: Partial<Fields>
  /** Of these, what somebody else changed since the form was opened. */
  readonly overtaken: readonly (keyof Fields & string)[]
}

/** Fewer fields than these are typed by hand and mean what they say. */
const leastOfForm = 4

/**
 * What the author of a form changed: the form may have been opened before somebody else's change, whose fields it still
 * holds as they were. The state of the record that is nearest to the form is the one that its author saw.
 */
export function meantChanges<Fields extends object>(
  current: Fields,
  past: readonly PastChange[],
  typed: Partial<Fields>,
): Meant<Fields> {
  const names = Object.keys(typed).filter((name) => Reflect.get(typed, name) !== undefined)
  const patchFrom = (state: object) =>
    names.filter((name) => !sameJson(Reflect.get(state, name), Reflect.get(typed, name)))
  const states: object[] = [current]
  if (names.length >= leastOfForm) {
    for (const { before } of past) states.push({ ...states.at(-1), ...before })
  }
  const least = Math.min(...states.map((state) => patchFrom(state).length))
  // Of two that are as near, the older one: rather ask once too often than overwrite what nobody saw.
  const seen =
    patchFrom(current).length === least
      ? current
      : (states.findLast((state) => patchFrom(state).length === least) ?? current)
  const changed = patchFrom(seen)
  return {
    patch: Object.fromEntries(changed.map((name) => [name, Reflect.get(typed, name)])) as Partial<Fields>,
    overtaken: changed.filter(
      (name): name is keyof Fields & string =>
        !sameJson(Reflect.get(seen, name), Reflect.get(current, name)) &&
        !sameJson(Reflect.get(current, name), Reflect.get(typed, name)),
    ),
  }
}
