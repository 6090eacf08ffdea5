import { expect, test } from 'vitest'

import { placeText, readPlaces } from '../../../../src/newsletter/places/place.ts'

test.each([
  ['Amman, the Jordanian capital', 'نظّم المكتب دورة تدريبية في العاصمة الأردنية عمان', 'عمّان'],
  ['a capital named behind its State’s adjective', 'نظّم المكتب دورة في العاصمة العراقية بغداد', 'بغداد'],
  ['a capital called like its State', 'نظّم المكتب دورة في العاصمة التونسية تونس', 'تونس'],
  ['a town that Arabic calls one', 'نظّم المكتب دورة تدريبية في مدينة أربيل العراقية', 'أربيل'],
  ['a capital named behind the word for it', 'UNODC trained judges in the Kenyan capital Nairobi', 'Nairobi'],
  ['a capital named in French', 'Formation de juges dans la capitale kényane, Nairobi', 'Nairobi'],
  [
    'no State that capital flows to',
    'UNDP trained judges on trends in capital flows to Kenya in Accra',
    'Accra',
  ],
])('%s', (_, text, place) => {
  expect(placeText(readPlaces(text))).toBe(place)
})
