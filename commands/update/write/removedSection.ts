import { UserError } from '../../../src/core/errors.ts'
import type { PlannedSection } from '../../../src/newsletter/plan.ts'

/** Raises `UserError`, about the option in which it was given, for a section that was removed from the newsletter. */
export function refuseRemoved(
  sections: readonly PlannedSection[],
  key: string | undefined,
  option = 'section',
): void {
  const removed = sections.find((section) => section.key === key && section.isRemoved)
  if (!removed) return
  const open = sections.filter(({ isRemoved }) => !isRemoved)
  throw new UserError(
    `“${removed.title}” is not a section of the newsletter any more. There are: ${open.map((one) => one.key).join(', ')}.`,
    { option, choices: open.map((one) => ({ label: one.title, value: one.key })) },
  )
}
