import { describe, expect, test } from 'vitest'

import { placeText, readPlaces } from '../../../../src/newsletter/places/place.ts'
import { placeNames, stateCodes, unNameOf } from '../../../../src/newsletter/places/states.ts'
import { phraseAt } from '../../../../src/newsletter/words/phrases.ts'
import { wordsOf } from '../../../../src/newsletter/words/words.ts'

describe('where something was held', () => {
  test.each([
    ['a town after a preposition', 'UNODC trained judges in Nairobi last week', 'Nairobi'],
    ['a State before its town', 'UNODC training for judges, Cabo Verde, Praia, 3 Nov', 'Praia, Cabo Verde'],
    ['a town that received it', 'Accra, Ghana hosted a course', 'Accra, Ghana'],
    ['a State that received it', 'Conference on borders hosted by the Government of Kenya, 3 May', 'Kenya'],
    ['a State that received it, in Spanish', 'Conferencia sobre fronteras, acogida por Chile', 'Chile'],
    ['a town that ends its clause', 'Week against terrorism, UNHQ Nairobi, 3-5 May (UNOCT)', 'Nairobi'],
    ['no town in the name of a school', 'Talks with Nairobi University on 5 May', null],
    [
      'a town behind the last sentence',
      'UNDP trained officials in law. Tunis, Tunisia, 3rd May',
      'Tunis, Tunisia',
    ],
    ['a town between Arabic commas', 'ورشة عمل مع الشركاء، تونس العاصمة، 3 أيار/مايو', 'تونس العاصمة'],
    ['Amman by its doubled letter', 'نظّم المكتب دورة تدريبية في عمّان، الأردن', 'عمّان، الأردن'],
    ['Amman before Jordan', 'عقد المكتب ورشة عمل في عمان، الأردن، 3 تشرين الثاني', 'عمّان، الأردن'],
    [
      'Amman in a sentence of another language',
      'UNODC held a training in عمان، الأردن on 3 May',
      'عمّان، الأردن',
    ],
    ['Amman in Jordan', 'نظّم المكتب دورة تدريبية في عمان بالأردن', 'عمّان، الأردن'],
    ['Amman before its brackets', 'نظّم المكتب دورة تدريبية في عمان (الأردن)', 'عمّان (الأردن)'],
    ['Muscat in Oman', 'نظّم المكتب دورة تدريبية في مسقط، عمان', 'مسقط، عُمان'],
    [
      'a town called like its State, in Arabic',
      'نظّم المكتب دورة تدريبية في الكويت، الكويت',
      'الكويت، الكويت',
    ],
    [
      'a town called like its State, in Spanish',
      'Formó a 30 jueces en Guatemala, Guatemala',
      'Guatemala, Guatemala',
    ],
    [
      'a town that adds to the name of its State',
      'Formó a 30 jueces en Ciudad de Guatemala, Guatemala',
      'Ciudad de Guatemala, Guatemala',
    ],
    ['the same in Russian', 'Семинар в Эль-Кувейте, Кувейт', 'Эль-Кувейт, Кувейт'],
    [
      'a town of the other Georgia',
      'UNODC trained officers in Atlanta, Georgia, USA (3 Nov)',
      'Atlanta, Georgia, USA',
    ],
    ['Oman without it', 'نظّم المكتب دورة تدريبية في عُمان', 'عُمان'],
    ['the State of a civil society', 'CTED roundtable with Malian civil society organizations', 'Mali'],
    ['a town behind a name', 'Meeting on Victims of Terrorism in Huelva, Spain', 'Huelva, Spain'],
    ['a Russian town behind its word', 'Семинар в г. Бишкек', 'Бишкек'],
    ['a dateline with “on”', 'Accra, Ghana, on 3-6 July: UNODC course', 'Accra, Ghana'],
    ['the State of counted agencies', 'UNODC trained 30 officers from over 12 Malian state agencies', 'Mali'],
    ['a town that no list has', 'IOM opened a border post in Mwanza, Tanzania', 'Mwanza, Tanzania'],
    ['a State behind a hyphen', 'UNODC trained judges in Accra-Ghana', 'Accra, Ghana'],
    ['a State behind a dash', 'UNODC trained judges in Accra – Ghana (6 May)', 'Accra, Ghana'],
    ['a State behind a stroke', 'UNODC trained judges in Accra/Ghana', 'Accra, Ghana'],
    [
      'a State behind the date of its town',
      'UNODC trained judges in Amman (3-5 May), Jordan',
      'Amman, Jordan',
    ],
    ['no town in a title', 'UNSSC ran "Leading in Crisis" (Turin, 9-13 May)', 'Turin'],
    ['two towns that no list has', 'IOM opened posts in Dhobley & Doolow on 5 May', 'Dhobley; Doolow'],
    ['a town that no list has, and a person', 'IOM met in Dhobley and Minister Barre on 5 May', 'Dhobley'],
    ['a town before a rough date', 'WHO exercise with the police of Yemen, Aden, w/c 16 May', 'Aden'],
    ['a town between dashes', 'Training of judges – Amman – 3-5 May', 'Amman'],
    ['a town between strokes', 'Training of judges | Amman | 3-5 May | UNODC', 'Amman'],
    ['a town after a label', 'UNODC workshop. Venue: Vienna.', 'Vienna'],
    ['a town with its State after a label', 'UNODC workshop. Location: Accra, Ghana.', 'Accra, Ghana'],
    ['a house in a town after a label', 'UNODC course. Venue: Ministry of the Interior, Accra.', 'Accra'],
    ['a town no list has after a label', 'UNODC course. Venue: Mwanza', 'Mwanza'],
    ['a room in a town after a label', 'UNODC course. Venue: Room 5, Palais des Nations, Geneva', 'Geneva'],
    ['a hotel in a town after a label', 'UNODC course. Venue: Hilton Hotel, Accra', 'Accra'],
    ['a town with its State', 'UNODC trained officers in Dakar, Senegal on 3rd', 'Dakar, Senegal'],
    ['a State in brackets', 'A course took place in Lomé (Togo) from 2 May', 'Lomé (Togo)'],
    ['a State in another language', 'Formation à Dakar, Sénégal', 'Dakar, Sénégal'],
    ['the words after the last comma', 'UNODC workshop, Vienna', 'Vienna'],
    ['a town behind its day', 'UNODC met, Nov 17th, New York, with representatives of Chad', 'New York'],
    ['letters with points', 'UNODC met in N.Y. on 17 Nov', 'N.Y.'],
    ['a town with points and its State', 'UNODC met in Washington D.C., USA', 'Washington D.C., USA'],
    ['the beginning of a name', 'UNODC met in J. Doe', null],
    ['strokes', 'Bishkek | UNODC workshop on crypto', 'Bishkek'],
    ['the sign for “at”', 'UNODC workshop @ Vienna', 'Vienna'],
    ['small letters', 'cted visited iraq 2-6 nov', 'Iraq'],
    ['small letters in a list', 'unodc trained judges in benin and the gambia', 'Benin; the Gambia'],
    ['a town in small letters', 'UNODC trained judges in accra, ghana', 'Accra, Ghana'],
    ['words of a sentence', 'unodc trained judges in order to help the male guards', null],
    ['a name cut short', 'CTED visited the Dem. Rep. of the Congo', 'Dem. Rep. of the Congo'],
    ['a town and online', 'UNODC workshop, Vienna and online', 'Vienna'],
    ['a town or online', 'UNODC workshop, Vienna/online (3-7 Nov)', 'Vienna'],
    ['a list', 'It was carried out in Kenya, Ghana and the Philippines', 'Kenya; Ghana; the Philippines'],
    [
      'visits with their dates',
      'Visits to Jordan (6-9 Mar), Benin (13-17 Mar) & Spain',
      'Jordan; Benin; Spain',
    ],
    ['a State visited', 'The ASG visited Guatemala to meet her counterparts', 'Guatemala'],
    ['where a visit led', 'A working visit of experts from Albania and Serbia to Bucharest', 'Bucharest'],
    ['a State by its long name', 'A visit to the Republic of Kazakhstan', 'Republic of Kazakhstan'],
    ['for whom it was held', 'Workshop for the Caribbean on small arms', 'Caribbean'],
    ['the State of those trained', 'Training for Nigerian prosecutors', 'Nigeria'],
    ['a State before the activity', 'UNODC-IOM Malawi training on policing', 'Malawi'],
    ['a town by a territory’s name', 'In Puerto Rico, Caquetá, they met', 'Puerto Rico, Caquetá'],
    ['a dateline', 'NAIROBI, 25 May – UNODC opened an office', 'Nairobi'],
    ['a dateline with its State', 'DAKAR - Senegal - The Government hosted a workshop', 'Dakar, Senegal'],
    ['a dateline at the end', 'He told reporters that it works. CAIRO, November 7. /MENA/', 'Cairo'],
    ['a name that ends with a point', 'A course in Washington, D.C.', 'Washington, D.C.'],
    ['an apostrophe within', 'Training in N’Djamena', 'N’Djamena'],
  ])('%s', (_, text, place) => {
    expect(placeText(readPlaces(text))).toBe(place)
  })

  test.each([
    ['a subject', 'USG Smith spoke of the situation in Iraq'],
    ['a subject in quotes', 'The Assembly called for a ‘truce’ in Gaza'],
    ['a continent that is only spoken of', 'It discussed terrorism and organized crime in Africa'],
    ['a partner joined by a hyphen', 'Sierra Leone-UNOCT MoU to strengthen cooperation'],
    ['an office', 'The Special Envoy for Yemen briefed the Council'],
    ['a person', 'We met Michael Jordan and Mr. Chad Smith'],
    ['where those who came are from', 'They trained officers from Mali, Chad and Niger'],
    ['a month, a language or a subject', 'In March a guide in Arabic, used in Preventing Terrorism'],
    ['no State by a small word', 'They told us in person'],
  ])('%s is none', (_, text) => {
    expect(readPlaces(text)).toEqual([])
  })

  test('the brackets of a date may hold it', () => {
    expect(placeText(readPlaces('UNOCT launched a platform', '26 March, New York'))).toBe('New York')
  })

  test.each([
    ['UNOCT organised a workshop on aviation security in Kenya', 'Nairobi, 23-27 Nov', 'Nairobi, Kenya'],
    ['UNOCT organised a workshop in Nairobi', 'Kenya, 23-27 Nov', 'Nairobi, Kenya'],
    ['UNOCT organised a workshop in Kenya and Uganda', 'Nairobi, 23-27 Nov', 'Nairobi'],
    ['UNOCT held a briefing on terrorism in Iraq', 'Vienna, 23-27 Nov', 'Vienna'],
  ])(
    '%s (%s): a town and the State around it, in the text and in its brackets, are one place',
    (text, aside, place) => {
      expect(placeText(readPlaces(text, aside))).toBe(place)
    },
  )

  test('a place carries its State', () => {
    expect(readPlaces('Workshops in Accra and Cotonou, Benin').map(({ state }) => state)).toEqual([
      'GH',
      'BJ',
    ])
  })
})

describe('the list of States', () => {
  test('has every Member State and observer of the United Nations once, and no code that ISO does not know', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })

    expect(new Set(stateCodes).size).toBe(stateCodes.length)
    expect(stateCodes.filter((code) => names.of(code) === undefined)).toEqual([])
    expect(stateCodes.length).toBeGreaterThanOrEqual(195 + 30)
  })

  test.each(['en', 'fr', 'es'])('knows the names that the runtime has in %s', (language) => {
    const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    const unknown = stateCodes.flatMap((code) => {
      const name = names.of(code) ?? ''
      const words = wordsOf(name)
      const found = phraseAt(placeNames, words, 0)
      return found && found.end >= words.length - 1 && found.value.state === code ? [] : [`${code} ${name}`]
    })

    // Names with a remark in brackets, and those that two States share.
    expect(unknown.length).toBeLessThanOrEqual(8)
  })

  test.each([
    ['TR', 'Türkiye'],
    ['CI', "Côte d'Ivoire"],
    ['KR', 'Republic of Korea'],
    ['NL', 'Netherlands'],
  ])('%s is written %s', (code, name) => {
    expect(unNameOf(code)).toBe(name)
  })
})
