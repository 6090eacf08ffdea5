import { type Block, block } from '../../../../src/core/message.ts'
import { counted } from '../../../../src/core/text/counted.ts'
import type { FileOutcome } from '../importSheets.ts'

/** Says of new people whose time zone no column tells where it comes from. */
export function stationZones({ sheets }: FileOutcome): readonly Block[] {
  const people = sheets.flatMap(({ plan }) => (plan.kind === 'person' ? plan.added : []))
  const byStation = sheets.reduce((sum, { plan }) => sum + (plan.zonesByStation ?? 0), 0)
  const without = people.filter(({ patch }) => patch.zone === undefined).length
  if (byStation === 0) return []
  const others =
    without === 0
      ? ''
      : ` ${counted(without, 'other has', 'others have')} UTC until they link an account or set their own.`
  return [
    block.text(
      `No column tells the time zone of ${counted(byStation, 'new person', 'new people')} whose duty station does: it is taken from there.${others}`,
    ),
  ]
}
