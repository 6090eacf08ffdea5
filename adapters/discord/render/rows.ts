import type { APIActionRowComponent, APIButtonComponent, APIStringSelectComponent } from 'discord.js'
import { buttonLabel } from '../../../src/chat/render/buttonLabel.ts'
import { chooseOne } from '../../../src/chat/render/chooseOne.ts'
import { words } from '../../../src/chat/render/runs.ts'
import type { Button } from '../../../src/core/message.ts'
import { shorten } from '../../../src/core/text/text.ts'
import { buttonStyle, component } from '../api/codes.ts'
import { listId } from '../api/customIds.ts'
import { limits } from '../limits.ts'
import { bullets, type TextPart } from './textParts.ts'

/** What a button carries; `place` counts the buttons of its page or list from 0, so that no two carry the same. */
export interface ButtonIds {
  customId(button: Button, place: number): string
}

/** Buttons side by side, or in one list to choose from. */
export interface RowPart {
  readonly kind: 'row'
  readonly buttons: readonly Button[]
  readonly listed: boolean
}

/** What a row holds. */
export type RowComponent = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>

/** More than two rows of buttons are easier to choose from as a list; of three, where one of them goes first. */
const mostBeside = 10
const mostBesideFirst = 15

/** Lays buttons in rows, or in lists where there are many; labels that are too long stand in full above them. */
export function rowParts(buttons: readonly Button[], choices = false): readonly (TextPart | RowPart)[] {
  const first = buttons.some(({ style }) => style === 'primary')
  const listed = choices || buttons.length > (first ? mostBesideFirst : mostBeside)
  const [room, most] = listed ? [limits.choice, limits.choices] : [limits.buttonLabel, limits.rowButtons]
  const long = buttons.map(buttonLabel).filter((label) => label.length > room)
  const parts: (TextPart | RowPart)[] = [...bullets(long.map((label) => words(label)))]
  for (let at = 0; at < buttons.length; at += most)
    parts.push({ kind: 'row', listed, buttons: buttons.slice(at, at + most) })
  return parts
}

/** Makes the rows of one page. Raises an `Error` for a button that carries more than Discord takes. */
export function rowComponents(rows: readonly RowPart[], look: ButtonIds): readonly RowComponent[] {
  let place = 0
  return rows.map(({ buttons, listed }, row) => ({
    type: component.row,
    components: listed
      ? [listComponent(buttons, look, row)]
      : buttons.map((button) => buttonComponent(button, carriedBy(button, look, place++))),
  }))
}

function buttonComponent(button: Button, customId: string): APIButtonComponent {
  return {
    type: component.button,
    style: buttonStyle[button.style ?? 'secondary'],
    label: shorten(buttonLabel(button), limits.buttonLabel),
    custom_id: customId,
  }
}

/** Each choice carries what its button would. */
function listComponent(buttons: readonly Button[], look: ButtonIds, row: number): APIStringSelectComponent {
  return {
    type: component.select,
    custom_id: listId(row),
    placeholder: chooseOne(buttons),
    options: buttons.map((button, place) => ({
      label: shorten(buttonLabel(button), limits.choice),
      value: carriedBy(button, look, place),
    })),
  }
}

function carriedBy(button: Button, look: ButtonIds, place: number): string {
  const data = look.customId(button, place)
  if (data !== '' && data.length <= limits.customId) return data
  throw new Error(
    `The button of “${button.command}” carries ${data.length} characters; ` +
      `Discord has room for ${limits.customId}, so it must carry a reference instead.`,
  )
}
