import { describe, expect, test } from 'vitest'

import { likeness, twinsOf } from '../../../../src/newsletter/twins/twins.ts'
import { weighed } from '../../../../src/newsletter/twins/words.ts'

type Pair = readonly [one: string, other: string, oneDay: string | null, otherDay: string | null]

function judged([one, other, oneDay, otherDay]: Pair) {
  const item = { text: one, start: oneDay, end: oneDay }
  return likeness(item, weighed(one), { text: other, start: otherDay, end: otherDay }).kind
}

const day = '2026-11-10'

describe('twins of an update', () => {
  // The rule was made on others of these; the last ones of each list were written afterwards.
  test.each<Pair>([
    ['UNODC and UN Women trained 30 judges in Accra, Ghana', 'UN Women, with UNODC, held a training for judges in Accra', day, day],
    ['UNESCO launched a guide for teachers on preventing violent extremism', 'UNESCO published its teachers’ guide on the prevention of violent extremism', day, day],
    ['INTERPOL trained 25 border officers in Dakar, Senegal', 'INTERPOL held a course for 25 border guards in Dakar', day, day],
    ['IOM organized a regional workshop on document fraud in Amman', 'A regional workshop on document fraud was organised by IOM in Amman, Jordan', day, null],
    ['OPCW and IAEA held a table-top exercise on chemical incidents at the port of Mombasa', 'IAEA-OPCW table-top exercise on a chemical incident in Mombasa port', day, day],
    ['UNODC signed a memorandum with Ghana on mutual legal assistance', 'Ghana and UNODC signed an MoU on mutual legal assistance', day, day],
    ['ICAO reviewed airport security in Tunis', 'Airport security in Tunis was reviewed by an ICAO team', day, day],
    ['UN Women issued a brief on gender and reintegration', 'UN Women released a policy brief about reintegration and gender', day, null],
    ['CTED briefed the Security Council on foreign terrorist fighters', 'CTED gave a briefing to the Security Council about foreign terrorist fighters', day, day],
    ['UNICRI convened an expert meeting on synthetic drugs and extremism in Turin', 'Experts met in Turin at UNICRI’s meeting on extremism and synthetic drugs', day, day],
    ['IOM handed over ten patrol boats to the coast guard of Benin', 'The Benin coast guard received ten patrol boats from IOM', day, day],
    ['WCO opened a regional training centre for customs in Almaty, Kazakhstan', 'A regional customs training centre was opened in Almaty by WCO', day, day],
    ['UNODC handed forensic equipment to the police of Togo', 'Police of Togo received forensic equipment from UNODC', day, day],
    ['UNESCO and UNDP published a report on hate speech online', 'Report on online hate speech published by UNDP and UNESCO', day, null],
    ['OHCHR issued guidance on detention', 'Guidance about detention was released by OHCHR', day, day],
    ['UNODC handed over a mobile forensic laboratory to the police of Niger', 'Niger’s national police received a mobile forensics lab from UNODC', day, day],
    ['IOM trained 40 immigration officers in Banjul, the Gambia, on document fraud', 'Forty Gambian immigration officials trained by IOM in Banjul to detect forged documents', day, day],
    ['ICAO and UNOCT concluded an MoU on aviation security training', 'Memorandum of understanding on training in aviation security signed by UNOCT and ICAO', day, day],
    ['L’ONUDC a formé 30 magistrats à Bamako sur le financement du terrorisme', 'UNODC trained 30 magistrates in Bamako on the financing of terrorism', day, day],
  ])('tell the same: %s | %s', (...pair) => {
    expect(judged(pair)).not.toBe('none')
  }) // biome-ignore format: a table

  test.each<Pair>([
    ['UNODC trained 30 judges in Vienna', 'UNODC trained 30 judges in Vienna', day, '2026-11-20'],
    ['UNODC trained 30 judges in Vienna', 'CTED visited Tunis and met prosecutors', day, day],
    ['UNODC trained prosecutors in Lagos', 'UNODC trained prosecutors in Bamako', day, day],
    ['CTED visited Belgrade', 'CTED visited Skopje', day, day],
    ['UNITAR opened a course for peacekeepers in Kigali', 'UNDP opened a course for peacekeepers in Accra', day, day],
    ['INTERPOL supported a border operation in West Africa', 'WCO supported a seaport operation in the Gulf of Guinea', day, day],
    ['UNODC launched a toolkit on prison radicalization', 'UNODC launched a toolkit on digital evidence', day, null],
    ['ILO and UNDP met employers in Cairo', 'CTED met the Ministry of Interior in Cairo', day, day],
    ['UNITAR opened an online course on drones', 'UNITAR opened an online course on maritime security', day, day],
    ['UNODC launched a study for teachers', 'UNODC launched a guide for teachers', day, day],
    ['CTED visited Amman', 'IOM visited Amman', day, day],
    ['INTERPOL opened an office in Accra', 'INTERPOL ran an exercise in Accra', day, day],
    ['UNESCO published a guide on hate speech for teachers', 'UNESCO published a guide on hate speech for journalists', day, day],
    ['INTERPOL trained officers of Malaysia on facial recognition', 'INTERPOL trained officers of Malaysia on explosives', day, day],
    ['USG Voronkov met the Foreign Minister of Iraq in New York', 'USG Voronkov met the Foreign Minister of Egypt in New York', day, day],
    ['PCVE WG discussed its work plan for 2027', 'NARS WG discussed its work plan for 2027', day, day],
  ])('are none: %s | %s', (...pair) => {
    expect(judged(pair)).toBe('none')
  }) // biome-ignore format: a table

  test('the same words but for signs and case are the same, whoever posted them', () => {
    const item = { text: 'UNODC trained 30 judges, in Vienna', start: null, end: null }
    const among = [
      { text: 'CTED visited Tunis', start: null, end: null },
      { text: 'UNODC TRAINED 30 judges in Vienna.', start: day, end: day },
    ]
    expect(twinsOf(item, among)).toEqual([{ kind: 'same', item: among[1] }])
  })

  test('a short text is not a twin of another that only begins alike', () => {
    expect(judged(['Meeting held', 'Meeting held on drones', day, day])).toBe('none')
  })
})
