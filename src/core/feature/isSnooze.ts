import type { Block } from '../message.ts'

/** Whether a block offers to say a reminder once more later. */
export function isSnooze(one: Block): boolean {
  return one.kind === 'buttons' && one.buttons.some(({ command }) => command === 'reminder snooze')
}
