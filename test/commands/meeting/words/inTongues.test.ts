import { expect, test } from 'vitest'

import { inFreshWorld, monday } from '../../../support/lines/inFreshWorld.ts'
import { focal, world } from '../../../support/world.ts'

const [chair, member] = [focal('interpol'), focal('cted')]

test('the words that everybody needs are understood in French, Spanish, Russian and Arabic', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"4 Dec 15:00" confirm:yes')
    for (const [line, answer] of [
      ['je ne peux pas venir à M1', 'You said no to M1'],
      ['confirmo mi asistencia a M1', 'You said yes to M1'],
      ['не приду на M1', 'You said no to M1'],
      ['سأحضر M1', 'You said yes to M1'],
      ['prochaine réunion', 'M1 Plenary'],
      ['¿cuándo es la próxima reunión?', 'M1 Plenary'],
      ['следующее заседание', 'M1 Plenary'],
      ['Quand est la prochaine réunion du ETCIP ?', 'M1 Plenary'],
      ['la próxima reunión del ETCIP', 'M1 Plenary'],
      ["prochaine réunion d'ETCIP", 'M1 Plenary'],
      ["les membres de l'ETCIP", 'ETCIP, Working Group on Emerging Threats'],
      ['thanks a lot for your help', 'welcome'],
      ['thank you so much for the reminder!', 'welcome'],
      ['الاجتماع القادم', 'M1 Plenary'],
      ['ordre du jour de M1', 'has no agenda yet'],
      ['qui préside ETCIP ?', 'INTERPOL'],
      ['rappelle-moi demain à 9h de signer', 'Tue 24 Nov 2026, 09:00'],
      ['je suis absent du 1 au 5 décembre', 'You are away 1 Dec – 5 Dec 2026'],
      ['estoy de vacaciones del 11 al 15 de diciembre', 'You are away 11 Dec – 15 Dec 2026'],
      ['я в отпуске с 21 по 25 декабря', 'You are away 21 Dec – 25 Dec 2026'],
      ['oui pour M1', 'You already said yes to M1'],
      ['peut-être à M1', 'You said maybe to M1'],
      ['¿quién viene a M1?', 'M1 Plenary'],
      ['qui vient à M1 ?', 'M1 Plenary'],
      ['mes réunions', '1 meeting'],
      ['mis recordatorios', 'reminder'],
      ["quels sont les membres d'ETCIP ?", 'ETCIP, Working Group on Emerging Threats'],
      ["qui est le point focal de l'OIM ?", 'IOM: International Organization for Migration'],
      ['quelle est la date limite ?', 'No issue has been opened yet'],
      ['¿cuándo hay que enviar las contribuciones?', 'No issue has been opened yet'],
    ] as const)
      expect([line, (await here.say(member, line)).text]).toEqual([line, expect.stringContaining(answer)])
  })
})

test('a chair moves and cancels a meeting in French and Spanish, and is asked before anybody is told', async () => {
  const here = await world({ now: monday, askAbove: 5 })
  try {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"4 Dec 15:00" confirm:yes')
    for (const [line, answer] of [
      ['déplace M1 à jeudi 17 décembre 16h', 'to Thu 17 Dec 2026, 16:00'],
      ['aplaza M1 al 18 de diciembre a las 10:00', 'to Fri 18 Dec 2026, 10:00'],
      ['annule M1', 'Cancel the meeting M1 Plenary'],
      ['cancela M1', 'Cancel the meeting M1 Plenary'],
    ] as const) {
      const { outcome, text } = await here.say(chair, line)
      expect([line, outcome, text]).toEqual([line, 'asked', expect.stringContaining(answer)])
    }
  } finally {
    await here.end()
  }
})

test('one thing of a meeting is changed in a sentence, and its calendar entry asked for', async () => {
  await inFreshWorld(monday, async (here) => {
    await here.say(chair, '/meeting schedule Plenary wg:ETCIP start:"4 Dec 15:00" place:"Room 5" confirm:yes')
    for (const [line, answer] of [
      ['change the room of M1 to Room 7', 'place now Room 7'],
      ['M1 in room 8', 'place now Room 8'],
      ['add link https://zoom.example/j/1 to M1', 'link now https://zoom.example/j/1'],
      ['the title of M1 is Second plenary', 'title now Second plenary'],
      ['M1 an hour earlier', 'to Fri 4 Dec 2026, 14:00'],
      ['who is not coming to M1?', 'M1 Second plenary'],
      ['how many people are coming to M1?', 'M1 Second plenary'],
      ['add M1 to my calendar', 'open the file'],
      ['calendar of ETCIP', '1 meeting of ETCIP'],
    ] as const)
      expect([line, (await here.say(chair, line)).text]).toEqual([line, expect.stringContaining(answer)])
  })
})
