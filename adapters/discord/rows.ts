import type { APIActionRowComponent, APIButtonComponent } from 'discord.js'

import type { Button } from '../../src/core/message.ts'
import { oneLine, shorten } from '../../src/core/pieces.ts'
import { words } from '../../src/core/runs.ts'
import { buttonStyle, component } from './codes.ts'
import { limits } from './limits.ts'
import { bullets, type TextPart } from './textParts.ts'

/** What a button carries; `place` counts the buttons of its page from 0, so that no two carry the same. */
export interface Look {
  customId(button: Button, place: number): string
}

/** Buttons beside each other. */
export interface RowPart {
  readonly kind: 'row'
  readonly buttons: readonly Button[]
}

/** Rows of buttons; labels that a button has no room for are told in full above them. */
export function rowParts(buttons: readonly Button[]): readonly (TextPart | RowPart)[] {
  const long = buttons.map(labelOf).filter((label) => label.length > limits.buttonLabel)
  const parts: (TextPart | RowPart)[] = [...bullets(long.map((label) => words(label)))]
  for (let at = 0; at < buttons.length; at += limits.rowButtons)
    parts.push({ kind: 'row', buttons: buttons.slice(at, at + limits.rowButtons) })
  return parts
}

/** The rows of one page. Raises an `Error` for a button that carries more than Discord takes. */
export function rowComponents(
  rows: readonly RowPart[],
  look: Look,
): readonly APIActionRowComponent<APIButtonComponent>[] {
  let place = 0
  return rows.map(({ buttons }) => ({
    type: component.row,
    components: buttons.map((button) => buttonComponent(button, look.customId(button, place++))),
  }))
}

function buttonComponent(button: Button, customId: string): APIButtonComponent {
  if (customId === '' || customId.length > limits.customId)
    throw new Error(
      `The button of “${button.command}” carries ${customId.length} characters; ` +
        `Discord has room for ${limits.customId}, so a reference is wanted.`,
    )
  return {
    type: component.button,
    style: buttonStyle[button.style ?? 'secondary'],
    label: shorten(labelOf(button), limits.buttonLabel),
    custom_id: customId,
  }
}

/** A button without a label cannot be told from others. */
function labelOf({ label, command }: Button): string {
  return oneLine(label).trim() || oneLine(command).trim() || '…'
}
