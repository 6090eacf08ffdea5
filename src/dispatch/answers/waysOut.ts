import { type Block, type Button, block } from '../../core/message.ts'
import { withDistinctLabels } from './offered/distinctLabels.ts'

/** The buttons of a refusal: alternatives for one option as one choice, the others beside each other. */
export function waysOut(buttons: readonly Button[]): readonly Block[] {
  return withDistinctLabels(parted(buttons))
}

function parted(buttons: readonly Button[]): readonly Block[] {
  const [first] = buttons
  if (!first) return []
  const end = buttons.findIndex((one) => !isAlternative(first, one))
  const meant = end < 0 ? buttons : buttons.slice(0, end)
  const shown = block.choices(meant)
  if (shown.kind !== 'buttons' || !shown.listed) return [block.buttons(...buttons)]
  return end < 0 ? [shown] : [shown, block.buttons(...buttons.slice(end))]
}

/** Whether two buttons run one command that differs in one value alone. */
function isAlternative(one: Button, other: Button): boolean {
  if (one === other) return !one.ask && one.style === undefined
  const names = Object.keys({ ...one.values, ...other.values })
  const differing = names.filter((name) => one.values[name] !== other.values[name])
  const isPlain = !other.ask && other.style === undefined && other.command === one.command
  return isPlain && differing.length === 1
}
