import { describe, expect, test } from 'vitest'

import { readPasted } from '../../../../src/newsletter/pasted/pasted.ts'

describe('a form that was sent by mail', () => {
  test.each([
    [
      'Title: Workshop on border security\nDate: 16-17 November\nPlace: Accra, Ghana',
      'Workshop on border security, Accra, Ghana (16-17 November)',
    ],
    [
      'Title: Workshop on evidence Date: 16 November Venue: Accra Organizer: UNODC',
      'UNODC Workshop on evidence, Accra (16 November)',
    ],
    [
      'Title: UNODC workshop Venue: Accra Link: https://unodc.org/accra',
      'UNODC workshop, Accra https://unodc.org/accra',
    ],
    [
      'Activity: Audit training\nLead entity: ICAO\nPartners: UNOCT, CTED\nLocation: Bangkok\nDates: 16–20 Nov\nNumber of participants: 32',
      'ICAO: Audit training, Bangkok. Partners: UNOCT, CTED. Number of participants: 32 (16–20 Nov)',
    ],
    ['Event: UNODC course in Accra\nWhen: 16 Nov\nWhere: Accra', 'UNODC course in Accra (16 Nov)'],
  ])('is read without its labels', (typed, text) => {
    expect(readPasted(typed).text).toBe(text)
  })

  test.each([
    ['UNODC workshop. Date: 16 November. Place: Accra'],
    ['Title: UNODC opens an office'],
    ['Where: nobody knows'],
  ])('is not %j', (typed) => {
    expect(readPasted(typed).text).toBe(typed)
  })
})
