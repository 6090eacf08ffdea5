import { describe, expect, test } from 'vitest'
import { features } from '../../../../../commands/index.ts'
import type { Answer } from '../../../../../src/core/invocation.ts'
import { block, message } from '../../../../../src/core/message.ts'
import { withLastingTimes } from '../../../../../src/dispatch/answers/offered/lastingTimes.ts'

/** What the button of a command holds for a text that was typed on Wednesday 25 November 2026, 10:00 in Paris. */
function held(command: string, option: string, typed: string): string | undefined {
  const answer: Answer = {
    outcome: 'asked',
    audience: 'caller',
    message: message('Which?', block.buttons({ label: 'This', command, values: { [option]: typed } })),
  }
  const run = {
    ...{ services: { features }, trace: { caller: { zone: 'Europe/Paris' } } },
    now: new Date('2026-11-25T09:00:00Z'),
  }
  const [buttons] = withLastingTimes(answer, run).message.blocks
  return buttons?.kind === 'buttons' ? buttons.buttons[0]?.values[option] : undefined
}

describe('what was typed means on another day what it meant when it was offered', () => {
  test.each([
    ['tomorrow', '2026-11-26'],
    ['Friday', '2026-11-27'],
    ['next Friday same time', '2026-11-27'],
    ['in two hours', 'Wed 25 Nov 2026, 12:00 (Europe/Paris)'],
    ['this week', '23 Nov 2026 to 29 Nov 2026'],
    ['same day next week', 'same day 30 Nov 2026 to 6 Dec 2026'],
    ['next week at 15:00', '30 Nov 2026 to 6 Dec 2026 at 15:00'],
    ['next month', '1 Dec 2026 to 31 Dec 2026'],
    ['tomorrow morning', '26 Nov 2026 morning'],
    // What counts from the meeting itself is the same on any day.
    ['a week later', 'a week later'],
    ['at 16:00', 'at 16:00'],
    ['15 January', '15 January'],
  ])('beside a meeting that is moved, “%s”', (typed, lasting) => {
    expect(held('meeting move', 'start', typed)).toBe(lasting)
  })

  test.each([
    ['meeting schedule', 'start', 'tomorrow', '2026-11-26'],
    ['meeting schedule', 'start', 'this afternoon', '25 Nov 2026 afternoon'],
    ['meeting schedule', 'start', 'the 15th', 'the 15th'],
    ['newsletter extend', 'closes', 'Friday', '2026-11-27'],
    ['newsletter extend', 'closes', 'by a week', 'by a week'],
    ['meeting action hand-over', 'due', 'next Friday', '2026-11-27'],
    ['reminder add', 'at', 'tomorrow morning', '26 Nov 2026 morning'],
  ])('of /%s, %s: “%s”', (command, option, typed, lasting) => {
    expect(held(command, option, typed)).toBe(lasting)
  })
})
