import { UserError } from '../../errors.ts'
import { shorten } from '../../text/text.ts'

const feast =
  /^(?:(?:over|during|at|around|for|between) )?(?:the )?(christmas and new ?year(?:['’]?s)?|christmas|xmas|festive season|end[- ]of[- ]year (?:break|holidays)|new ?year(?:['’]?s)?)(?: (?:break|holidays?|time|period|week|days))?$/i

/** The days that `over Christmas` may mean, the most likely first; none for anything else. */
export function daysOfFeast(text: string): readonly string[] {
  const name = text.length > 60 ? undefined : feast.exec(text.trim())?.[1]?.toLowerCase()
  if (name === undefined) return []
  if (name.startsWith('new')) return ['31 December to 1 January', '31 December to 3 January']
  const all = ['24 December to 1 January', '24 to 26 December', '6 to 7 January']
  return /^(?:christmas|xmas)$/.test(name) ? all : all.slice(0, 1)
}

/** Asks which days `over Christmas` means. Raises `UserError`. */
export function refuseFeast(typed: string): void {
  const [first, ...others] = daysOfFeast(typed)
  if (first === undefined) return
  throw new UserError(`“${shorten(typed, 60)}” is longer for some than for others. Which days?`, {
    choices: [first, ...others].map((value) => ({ label: value, value })),
  })
}
