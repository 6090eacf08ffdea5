import type { Button } from '../../core/message.ts'
import { oneLine } from '../../core/text/text.ts'

/** What stands on a button: never empty, since no platform takes that and nobody could tell it from others. */
export function buttonLabel({ label, command }: Pick<Button, 'label' | 'command'>): string {
  return oneLine(label).trim() || oneLine(command).trim() || '…'
}
