import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'
import { lineOfSaying } from '../../../../../src/core/language/sentences/sayings.ts'

test.each([
  ['make the rail review online only', 'meeting edit "rail review" place:online'],
  ['invite OSCE to the rail meeting as a guest', 'meeting attendees "rail meeting" invite:OSCE'],
  ['put cyber first on the rail agenda', 'meeting agenda order "rail" items:"cyber"'],
  ['what about rail', 'meeting show "rail"'],
  ['who is coming to the rail workshop', 'meeting show "rail workshop"'],
  ['add 10 min on cyber to rail agenda', 'meeting agenda add item:"cyber, 10 min" meeting:"rail"'],
  ['make the rail review 90 minutes', 'meeting move "rail review" duration:"90 min"'],
  ['ping those who have not answered about rail', 'meeting attendees "rail" nudge:yes'],
  ['can we do rail on the 11th instead', 'meeting move "rail" start:the 11th'],
  ['change the date to 19 Nov', undefined],
  ['show Maria', 'directory card Maria'],
  ['move rail to the week of 14 December', 'meeting move "rail" start:"the week of 14 December"'],
  ['move rail to a day later', 'meeting move "rail" start:"a day later"'],
  ['move rail to 4', 'meeting move "rail" start:"4"'],
  ['move rail security to Friday 10:00', 'meeting move "rail security" start:"Friday 10:00"'],
  ['move the rail meeting to 4pm', 'meeting move "rail meeting" start:"4pm"'],
  ['can we do the rail thing an hour later', 'meeting move "rail" start:"an hour later"'],
  ['need to push rail by half an hour pls', 'meeting move "rail" start:"half an hour later"'],
  [
    'hi, move border tools thing to next thurs same time',
    'meeting move "border tools" start:"next thurs same time"',
  ],
  ['move road to Rome to 16 Dec 10:00', 'meeting move "road to Rome" start:"16 Dec 10:00"'],
  ['déplace la réunion rail à 16h', 'meeting move "rail" start:"16h"'],
  ['déplacer rail au 15 décembre à 16h', 'meeting move "rail" start:"15 décembre à 16h"'],
  ['verschiebe die Sitzung rail auf 16 Uhr', 'meeting move "rail" start:"16 Uhr"'],
  ['cancel border tools, speaker ill', 'meeting cancel "border tools" reason:speaker ill'],
  ['cancel the rail meeting, speaker ill', 'meeting cancel "rail meeting" reason:speaker ill'],
  ['yes for rail', 'meeting rsvp "rail" yes'],
  ['maybe to Drones please', 'meeting rsvp "Drones" maybe'],
  ['oui pour border tools', 'meeting rsvp "border tools" yes'],
  ['no to border tools', 'meeting rsvp "border tools" no'],
  ['no more emails please', 'reminder settings'],
  ['stop the emails on sundays', 'reminder settings'],
  ['what did I miss?', 'meeting list past'],
])('“%s” means %s', (text, line) => {
  expect(lineOfSaying(features, text)).toBe(line)
})

test.each([
  'move rail to BMLE',
  'yes for now',
  'no to it',
  'yes to all',
  'no for me',
  'move U1 to regional',
  'cancel dentist',
  'cancel my reminder, he is ill',
  'reporte à demain',
])('“%s” names no meeting by its title', (text) => {
  expect(lineOfSaying(features, text) ?? '').not.toContain('"')
})

test.each([
  [
    'rappelle-moi jeudi prochain à quinze heures trente d’appeler Vienne',
    'jeudi prochain à quinze heures trente',
    'appeler Vienne',
  ],
  [
    'recuérdame mañana a las tres de la tarde llamar a Viena',
    'mañana a las tres de la tarde',
    'llamar a Viena',
  ],
  ['ذكرني غدا الساعة التاسعة والنصف صباحا بالاتصال', 'غدا الساعة التاسعة والنصف صباحا', 'بالاتصال'],
])('the time in words of “%s” stands before what is to be done', (line, at, text) => {
  const read = readLine(features, line)
  expect(read.kind === 'command' ? read.fields : {}).toEqual({ at, text })
})
