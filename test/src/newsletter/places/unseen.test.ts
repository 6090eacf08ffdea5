import { expect, test } from 'vitest'

import { placeText, readPlaces } from '../../../../src/newsletter/places/place.ts'

test.each([
  ['Course for prosecutors; Chișinău, 3 May', 'Chișinău'],
  ['UNODC trained judges in Fada N’Gourma', 'Fada N’Gourma'],
  ['Conference on Victims of Terrorism in Vitoria-Gasteiz on 8 October', 'Vitoria-Gasteiz'],
  ['UNODC opens a course | Lima', 'Lima'],
  ['UNODC opens a course - Lima, Peru', 'Lima, Peru'],
  ['UNODC opens a course 📍Lima', 'Lima'],
  ['La UNODC impartió en Ciudad de Panamá un taller', 'Ciudad de Panamá'],
  ['L’ONUDC a tenu un atelier à Genève', 'Genève'],
  ['УНП ООН провело семинар в Ташкенте', 'Ташкент'],
  ['УНП ООН провело семинар в Италии', 'Италия'],
  ['27-29 мая в Душанбе УНП ООН провело семинар', 'Душанбе'],
  ['IMO trained officers on threats in Mombasa, Kenya, from Monday 17 February', 'Mombasa, Kenya'],
  ['IMO heard experts about security in the Gulf of Guinea', 'the Gulf of Guinea'],
  ['عقد المكتب ندوة في القاهرة', 'القاهرة'],
  ['عقد المكتب ندوة بالقاهرة', 'القاهرة'],
  ['Dushanbe, 17-18 December 2019. UNDP heard experts from five States', 'Dushanbe'],
  ['Training for instructors in New Mexico', 'New Mexico'],
  ['New Jersey police training', 'New Jersey'],
  ['UNOCT met experts in Nairobi', 'Nairobi'],
  ['Kenya hosted a UNODC course on explosives', 'Kenya'],
  ['办公室在日内瓦举行会议', '日内瓦'],
  ['Youth forum, Lisbon. Partners: UNESCO, Portugal', 'Lisbon'],
  ['Youth forum. Partners: UNESCO, Portugal. Venue: Accra', 'Accra'],
  ['Seminar with partners, Lima', 'Lima'],
  ['IOM trained officers in six provinces of Mozambique on borders', 'Mozambique'],
  ['WHO helped hospitals in the cities of Goma and Bukavu', 'Goma; Bukavu'],
  ['UNHCR registered 3,450 arrivals in eastern Chad, 62% of them children', 'eastern Chad'],
  ['IOM opened an office in north-eastern Nigeria', 'north-eastern Nigeria'],
  ['Seminar for the Middle East [Muscat, Oman]', 'Muscat, Oman'],
  ['Seminar for the Middle East (Muscat, Oman), 15-16 Nov', 'Muscat, Oman'],
  ['O UNODC realizou em Maputo um curso para magistrados', 'Maputo'],
  ['Operation against precursors, West Africa: 14 countries (2 Nov)', 'West Africa'],
  ['Screening in the Pacific. ICAO held a course in Nadi, Fiji', 'Nadi, Fiji'],
  ['WHO concluded an exercise on a chemical attack in Kisumu, Kenya', 'Kisumu, Kenya'],
  ["A CTBTO delegation visited Fiji's data centre, Suva", 'Suva'],
  ['IMO trained guards in Djibouti City', 'Djibouti City'],
  ['UNICRI opened an exhibition at the Turin town hall', 'Turin'],
  ['افتتحت المفوضية مركزاً مجتمعياً في إربد، الأردن', 'إربد، الأردن'],
  ['Consultations in the Sahel and in Nairobi', 'the Sahel; Nairobi'],
  ['Talks at the Vienna Forum', null],
  ['Port security in Peru. IMO trained guards in Lima', 'Lima'],
  ['DPO sent a team on riots to Bangui, Central African Republic', 'Bangui, Central African Republic'],
  ['IOM: Libya: return of 160 migrants to Nigeria', 'Libya'],
  ['Yesterday the ILO (Beirut office) agreed on a code', 'Beirut'],
  ['ICAO audited cargo at Incheon airport, Republic of Korea', 'Incheon airport, Republic of Korea'],
  ['Panel with UNESCO. Nyon, Switzerland, 18 November 2026 – Some attended', 'Nyon, Switzerland'],
  ['Launch of a note. Venue: Palais des Nations, Geneva, Room XX', 'Geneva'],
  ['Course by the Ministry of Interior (Ghana) for guards', null],
])('%s is held in %s', (text, place) => {
  expect(placeText(readPlaces(text))).toBe(place)
})

test.each([
  ['UNODC called for justice in the Sahel', 'Cairo, 2 July', 'Cairo'],
  ['UNODC trained judges in Accra', 'Ghana, 3 March', 'Accra, Ghana'],
  ['26 gendarmes trained on first aid', 'Sévaré, 3-7 Nov', 'Sévaré'],
  ['Manual on drones', 'UNIDIR, 44 pp., November 2026', null],
  ['Webinar on drones', 'Online, 3 Nov', null],
])('%s with (%s) is held in %s', (text, aside, place) => {
  expect(placeText(readPlaces(text, aside))).toBe(place)
})

test.each([
  'INTERPOL screened passengers at Mediterranean seaports',
  'UNITAD reported on crimes against the community in Sinjar',
  'UNICEF condemned the attack in Mopti on 3 May',
  'A nice course for most officers',
  'UNODC stressed the link between crime and terror (Vienna-based press briefing)',
  'Kiribati deposited its instrument of accession with ICAO',
  'Bahrain joins CT Travel',
  'Japan sent officers to the UNODC workshop',
  'Chad ratified the Convention with the help of UNODC',
])('%s says no place where it is held', (text) => {
  expect(readPlaces(text)).toEqual([])
})
