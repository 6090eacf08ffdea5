import { describe, expect, test } from 'vitest'

import { readPrintedDates } from '../../../../src/newsletter/dates/printedDate.ts'

const period = { from: '2023-01-01', to: '2023-02-28' }

describe('an item', () => {
  test.each([
    ['a dateline', 'NAIROBI, 25 Jan – UNODC opened an office', '2023-01-25', '2023-01-25'],
    ['a day in mid-sentence', 'UNODC met on 3 February in Accra with partners', '2023-02-03', '2023-02-03'],
    [
      'a dateline beside the day',
      'Vienna, 6 Feb 2023 – On 20-23 January, it trained',
      '2023-01-20',
      '2023-01-23',
    ],
    [
      'a dateline between dashes',
      'VIENNA — 6 Feb 2023 — 40 officers took part from 20-23 January',
      '2023-01-20',
      '2023-01-23',
    ],
    ['a month in Roman numbers', 'Workshop in Accra, 17.II.2023', '2023-02-17', '2023-02-17'],
    ['a day with points behind what was done', 'Report published 16.2.', '2023-02-16', '2023-02-16'],
    ['a list', 'Courses (30 Jan, 2 Feb and 4 Feb)', '2023-01-30', '2023-02-04'],
    ['a place in the brackets', 'Workshop (Vienna, 5-6 Feb)', '2023-02-05', '2023-02-06'],
    ['any letter case', 'Workshop (5-6 FEB)', '2023-02-05', '2023-02-06'],
    ['French', 'Atelier à Abidjan, du 16 au 18 janvier', '2023-01-16', '2023-01-18'],
    ['Spanish', 'Taller (3-5 de febrero)', '2023-02-03', '2023-02-05'],
    ['Russian', 'Семинар (3-5 февраля)', '2023-02-03', '2023-02-05'],
    ['Arabic', 'ورشة عمل (3-5 فبراير)', '2023-02-03', '2023-02-05'],
    [
      'a mandate until',
      'On 3 Feb it extended the mandate until 31 December 2023',
      '2023-02-03',
      '2023-02-03',
    ],
    [
      'the day of a Day',
      'An event for the International Day of 21 January (5 Feb)',
      '2023-02-05',
      '2023-02-05',
    ],
    [
      'a conference to come',
      'UNODC met on 3 Feb to prepare the summit of 9 March',
      '2023-02-03',
      '2023-02-03',
    ],
    [
      'a summit to come',
      'UNODC met on 3 Feb to prepare for the summit on 9 March',
      '2023-02-03',
      '2023-02-03',
    ],
    ['a conference alone', 'Opening of the conference of 3 February', '2023-02-03', '2023-02-03'],
    ['a resolution', 'UNODC met on 3 Feb on the resolution of 21 December 2022', '2023-02-03', '2023-02-03'],
    [
      'what came before',
      'On 4 Feb, the ASG spoke of launches on 2 and 3 February',
      '2023-02-04',
      '2023-02-04',
    ],
    ['a month alone', 'UNODC took part in a meeting in Madrid in January', '2023-01-01', '2023-01-31'],
    [
      'a span after a law',
      'ICAO helped with its law from 24 to 28 January 2023 in Praia',
      '2023-01-24',
      '2023-01-28',
    ],
    [
      'a statement',
      'In a joint statement of 21 January 2023, both called for it',
      '2023-01-21',
      '2023-01-21',
    ],
    ['what is there since', 'The platform: new rooms since Monday, 23 January', '2023-01-23', '2023-01-23'],
    [
      'a beginning and an end',
      'À partir du 3 janvier, l’OACI recevra 12 pays jusqu’au 14 janvier',
      '2023-01-03',
      '2023-01-14',
    ],
    [
      'an end before its beginning',
      'Course running until 13 February from 9 February',
      '2023-02-09',
      '2023-02-13',
    ],
    [
      'what is to follow',
      'Report [Jan. 2023, French version to follow in April]',
      '2023-01-01',
      '2023-01-31',
    ],
    [
      'what is planned in the issue’s time',
      'The next course is planned for 14 February',
      '2023-02-14',
      '2023-02-14',
    ],
    ['what is planned for later', 'The next course is planned for June 2024', null, null],
    ['a month in numbers', 'Second edition in French, 02/2023', '2023-02-01', '2023-02-28'],
    ['a year of two digits', 'Compendium now online, February ’23', '2023-02-01', '2023-02-28'],
    ['a number of a year', 'UNODC issued Bulletin No. 2/2023', null, null],
    ['numbers at the end', 'UNICRI presented its toolkit – 14/02', '2023-02-14', '2023-02-14'],
    ['numbers after “on”', 'UNICRI met on 14/02 in Turin', '2023-02-14', '2023-02-14'],
    ['a share at the end', 'Of the plans of States, two were read, 14/20', null, null],
    ['months in brackets', 'UNDP closed phase 1 (Jan-Oct) in Chad on 4 Feb', '2023-02-04', '2023-02-04'],
    ['a week by its first day', 'UNODC trained judges in Accra (w/c 6 February)', '2023-02-06', '2023-02-10'],
    ['a week that begins', 'UNODC met in the week commencing 6 Feb in Accra', '2023-02-06', '2023-02-10'],
    ['a week by its Monday', 'UNODC met in Accra, week beginning Monday 6 Feb', '2023-02-06', '2023-02-10'],
    ['a week that begins on Sunday', 'UNODC met in Accra, w/b 5 Feb', '2023-02-05', '2023-02-09'],
    ['a week by any of its days', 'The week of 8 Feb 2023: UNODC met in Accra', '2023-02-06', '2023-02-10'],
    ['a week by its last day', 'UNODC met in Accra, week ending 11 Feb', '2023-02-06', '2023-02-11'],
    ['a week with its days', 'UNODC met in the week of 6-8 February', '2023-02-06', '2023-02-08'],
    ['two weeks', 'UNODC met in the weeks of 6 and 13 February', '2023-02-06', '2023-02-17'],
    ['a French week', 'L’ONUDC a formé des juges, semaine du 6 février', '2023-02-06', '2023-02-10'],
    ['a day of a week of its own', 'UNODC met for a week from 6 February', '2023-02-06', '2023-02-06'],
    ['numbers of another time', 'Members of the group present: 14/7', null, null],
  ])('%s is read for the days of what is told alone', (_, typed, start, end) => {
    expect(readPrintedDates(typed, period)).toMatchObject({ start, end })
  })

  test.each([
    'from 3 Feb WHO trained officers until 14 Feb',
    'From 3 February WHO trained officers until 14 February',
    'WHO trained officers until 14 Feb, from 3 Feb',
  ])('that says from when and, further on, until when keeps both in its words: %s', (typed) => {
    expect(readPrintedDates(typed, period)).toMatchObject({
      text: typed,
      printed: null,
      start: '2023-02-03',
      end: '2023-02-14',
    })
  })
})
