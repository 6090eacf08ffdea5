import { expect, test } from 'vitest'

import { features } from '../../../../../commands/index.ts'
import { readLine } from '../../../../../src/core/language/readLine.ts'
import { refusedLine } from '../../../../support/refusedLine.ts'

test.each<[string, Readonly<Record<string, string>>]>([
  ['/library add "Guide" UNODC link:"https://a.example"', { title: 'Guide', entity: 'UNODC' }],
  ['/library add "Guide" by UNODC link:"https://a.example"', { title: 'Guide', entity: 'UNODC' }],
  ['/library add "Guide" link:"https://a.example" UNODC', { link: 'https://a.example', entity: 'UNODC' }],
  ['/wg appoint "ETCIP" chair CTED from:2026-12-01', { wg: 'ETCIP', role: 'chair', entity: 'CTED' }],
  ['/wg appoint ETCIP chair CTED from:"1 Dec 2026" until 1 Dec 2027', { from: '1 Dec 2026', to: '1 Dec 2027' }],
  ['/meeting agenda add M1 "Drones" for CTED', { meeting: 'M1', item: 'Drones', presenter: 'CTED' }],
  ['/meeting agenda add M1 "Drones" presenter:"CTED" for 10 minutes', { presenter: 'CTED', minutes: '10 minutes' }],
  ['/meeting action add M1 "Send it" for CTED by Friday', { what: 'Send it', owner: 'CTED', due: 'Friday' }],
  ['/meeting action add M1 "Send it" owner:"CTED" by Friday', { owner: 'CTED', due: 'Friday' }],
  ['/meeting edit M1 title:"Plenary" in Vienna', { title: 'Plenary', place: 'Vienna' }],
  ['/project add "Posts" lead:"UNODC" with IOM', { title: 'Posts', lead: 'UNODC', partners: 'IOM' }],
  ['/update post "UNODC: training" section:"regional" in Vienna', { section: 'regional', place: 'Vienna' }],
  ['/wg appoint AMR vice-chair NIMR "Amina Juma" from:"1 Jan"', { entity: 'NIMR', person: 'Amina Juma', role: 'vice-chair' }],
  ['/directory add person "Rose Achieng" r@a.example KEMRI "Data officer"', { email: 'r@a.example', entity: 'KEMRI', title: 'Data officer' }],
  ['/library add "Plan" https://a.example/p.pdf EPHI', { title: 'Plan', link: 'https://a.example/p.pdf', entity: 'EPHI' }],
  ['/meeting schedule "Lab call" labs 3 Dec 14:00 1h zoom https://a.example/1', { wg: 'labs', start: '3 Dec 14:00 1h', link: 'https://a.example/1' }],
  ['/meeting poll open "Data" amr slots:"8 Dec 10:00, 9 Dec"', { title: 'Data', wg: 'amr' }],
  ['/directory add entity "OAS" "Organization of States"', { acronym: 'OAS', name: 'Organization of States' }],
  ['/meeting hold M1 "talked about docks" CTED and WHO', { summary: 'talked about docks', attended: 'CTED and WHO' }],
  ['/meeting schedule "X" ETCIP start:"10 Dec 14:00" duration:90m confirm:yes in Lyon', { duration: '90m', place: 'Lyon' }],
  ['/meeting edit M1 title:"Y confirm:yes in" place:Bern', { title: 'Y confirm:yes in', place: 'Bern' }],
  ['/update post UNODC asked members to confirm:yes or no by Friday', { text: 'UNODC asked members to confirm:yes or no by Friday' }],
  ['/update edit U1 place:Vienna (9 Nov)', { update: 'U1', place: 'Vienna', date: '9 Nov' }],
  ['/update edit U1 wg:ETCIP (6 Nov)', { wg: 'ETCIP', date: '6 Nov' }],
  ['/update edit U1 text:"Safe Cities" was launched by UNODC', { text: '"Safe Cities" was launched by UNODC' }],
  // Words that go on are the author's own.
  ['/meeting schedule "Safe Cities" follow-up wg:ETCIP', { title: '"Safe Cities" follow-up' }],
  ['/update post "Safe Cities" was launched by UNODC', { text: '"Safe Cities" was launched by UNODC' }],
])('words behind a closed quote are the options that they fit: %s', (line, fields) => {
  expect(readLine(features, line)).toMatchObject({ kind: 'command', fields })
}) // biome-ignore format: a table

test.each<[string, string, readonly (string | undefined)[]]>([
  ['/update post "UNODC: training" place:"Vienna" of judges', 'place', ['Vienna of judges', 'Vienna', 'Vienna']],
  // Entities beside the text would take the place of those that it names.
  ['/update post "EPHI opened a laboratory" date:"17 Nov" with KEMRI', 'date', ['17 Nov', '17 Nov']],
  ['/meeting cancel M1 reason:"no quorum" sorry all', 'reason', ['no quorum sorry all', 'no quorum']],
  ['/library add "Guide" of something link:"https://a.example"', 'title', ['Guide of something', 'Guide']],
  ['/library add "Guide" link:"https://a.example" manual', 'link', ['https://a.example']],
  ['/update post "UNODC launched a jet" section:"regional" with WHO', 'text', ['UNODC launched a jet with WHO', 'UNODC launched a jet']],
  ['/update edit U1 text:"UNODC launched two jets" with IOM', 'text', ['UNODC launched two jets with IOM', 'UNODC launched two jets']],
  ['/update edit U1 section:"regional" with IOM', 'section', ['regional']],
  ['/meeting edit M1 title:"Y" confirm:yes in the annex', 'title', ['Y in the annex', 'Y']],
  ['/update merge U1 into:"U2" because same', 'into', ['U2']],
])('words behind a closed quote that fit nowhere are asked about: %s', (line, option, values) => {
  const refused = refusedLine(features, line)
  expect(refused.message).toContain('stands behind the closing quote')
  expect(refused.buttons.map((one) => one.values[option])).toEqual(values)
}) // biome-ignore format: a table

test.each<[string, Readonly<Record<string, string>>]>([
  ['section:"regional focus" with WHO (22 Nov)', { text: 'UNODC met people with WHO (22 Nov)', section: 'regional focus' }],
  ['section:regional (6 Nov)', { text: 'UNODC met people (6 Nov)', section: 'regional' }],
  ['section:regional in Geneva, Switzerland (6 Nov)', { text: 'UNODC met people in Geneva, Switzerland (6 Nov)', section: 'regional' }],
  ['entities:IOM, UN Women (6 Nov)', { text: 'UNODC met people (6 Nov)', entities: 'IOM, UN Women' }],
  ['entities:IOM in Geneva', { text: 'UNODC met people in Geneva', entities: 'IOM' }],
  ['wg:ETCIP (6 Nov)', { text: 'UNODC met people (6 Nov)', wg: 'ETCIP' }],
  ['date:6 Nov in Geneva', { text: 'UNODC met people in Geneva', date: '6 Nov' }],
  ['place:"Geneva" with WHO', { text: 'UNODC met people with WHO', place: 'Geneva' }],
  ['link:https://a.example in Geneva', { text: 'UNODC met people in Geneva', link: 'https://a.example' }],
])('in a post, words behind the value of an option go on with the text: %s', (behind, fields) => {
  const read = readLine(features, `/update post UNODC met people ${behind}`)
  expect(read.kind === 'command' ? read.fields : read.kind).toEqual(fields)
}) // biome-ignore format: a table

test.each<[string, Readonly<Record<string, string>>]>([
  ['place:"Accra" UNODC met people (3 Nov)', { text: 'UNODC met people (3 Nov)', place: 'Accra' }],
  ['place:“Accra” UNODC met people', { text: 'UNODC met people', place: 'Accra' }],
  ['date:"7 Nov" UNODC course, wrap-up section:regional', { text: 'UNODC course, wrap-up', date: '7 Nov', section: 'regional' }],
  ['section:"key issues" UN Women said so', { text: 'UN Women said so', section: 'key issues' }],
  ['entities:"IOM, WHO" UNODC met people place:Bern', { text: 'UNODC met people', entities: 'IOM, WHO', place: 'Bern' }],
])('a post that begins with a quoted option has the words behind it as its text, once: %s', (typed, fields) => {
  const read = readLine(features, `/update post ${typed}`)
  expect(read.kind === 'command' ? read.fields : read.kind).toEqual(fields)
}) // biome-ignore format: a table

test('the answer says which options took words behind the value of another', () => {
  expect(readLine(features, '/meeting hold M1 "talked about docks" with CTED')).toMatchObject({
    named: ['attended'],
  })
})

test('a name with a colon behind a closed quote is no part of a text', () => {
  expect(refusedLine(features, '/meeting agenda add M1 "Drones" for CTED duration:10m').message).toContain(
    'There is no option “duration:”',
  )
})
