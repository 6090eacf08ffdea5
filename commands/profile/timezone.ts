import { setZone } from '../../db/directory/people.ts'
import { anyone } from '../../src/core/catalog.ts'
import { block, button, clockTime, message, rich } from '../../src/core/message.ts'
import { option, required } from '../../src/core/option.ts'
import { command } from '../define.ts'
import { keptHours, moveHours } from './reminderHours.ts'

export const timezone = command({
  name: 'timezone',
  about: 'Set your time zone; all times are read and shown in it',
  options: {
    zone: required(option.zone({ about: 'An IANA zone or a large city, e.g. Europe/Vienna or Nairobi' })),
    kept: option.choice({
      about: 'Who keeps it: you, or the platform or directory that reported it',
      choices: ['own', 'platform', 'directory'],
      inForms: false,
    }),
    reminders: option.text({
      about: 'Numbers of your reminders that are to come by the clocks of that zone',
      max: 2000,
      onlyPressed: true,
    }),
  },
  access: anyone,
  changes: true,
  examples: ['/profile timezone Europe/Vienna', '/profile timezone Nairobi'],
  async run(context, { zone, kept: zoneFrom = 'own', reminders }) {
    if (reminders !== undefined) return moveHours(context, reminders, zone)
    const { db, caller, now } = context
    await setZone(db, caller.personId, { zone, zoneFrom })
    // Setting the present zone changes nothing, so the former zone can still be brought back.
    if (zone !== caller.zone) context.about(`person:${caller.personId}`)
    const kept = zone === caller.zone ? undefined : await keptHours(context, zone)
    return message(
      zone === caller.zone
        ? rich`Your time zone is ${zone} already; your clock says ${clockTime(now, zone)}.`
        : rich`Your time zone is ${zone} now; your clock says ${clockTime(now, zone)}.`,
      kept?.said,
      zone === caller.zone
        ? undefined
        : block.buttons(
            button(`Undo: back to ${caller.zone}`, 'profile timezone', {
              zone: caller.zone,
              kept: caller.zoneFrom,
            }),
            ...(kept ? [kept.move] : []),
          ),
    )
  },
})
