import type { Button } from '../../core/message.ts'
import { isolateWithin } from '../../core/text/direction/isolate.ts'
import { oneLine } from '../../core/text/text.ts'

/** The label of a button: never empty, since platforms reject that and readers could not tell buttons apart. */
export function buttonLabel({ label, command }: Pick<Button, 'label' | 'command'>): string {
  return isolateWithin(oneLine(label).trim()) || oneLine(command).trim() || '…'
}
