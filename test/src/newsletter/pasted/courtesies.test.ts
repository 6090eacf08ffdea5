import { expect, test } from 'vitest'

import { isCourtesyAlone } from '../../../../src/newsletter/pasted/asides.ts'
import { readPasted } from '../../../../src/newsletter/pasted/pasted.ts'

const news = 'UNODC trained 30 judges in Lima, Peru (3 Nov)'

test.each([
  'Hi Bob, hope you are well!',
  'Dear all,',
  'Hello team 👋',
  'Dear colleagues, I hope this email finds you well.',
  'Thanks for the reminder!',
  'Thank you so much for your patience.',
  'Apologies for the delay.',
  'Sorry for the late reply,',
  'As requested, here is our input for the newsletter:',
  'As discussed on the phone,',
  'Please find below the input of UNODC for the next issue.',
  'pls find our 2 inputs 👇',
  "Hi Ana, here's our update:",
  'Just sending you our contribution to the issue.',
  'Good morning! Please find attached our contribution.',
  'Bonjour à tous, veuillez trouver ci-dessous notre contribution :',
  'Hola, adjunto nuestra contribución:',
  'Guten Tag,',
  'Hey, sorry for being late, here it is:',
  'Hello! Quick update from our side:',
  'Per your email:',
  'Our input is as follows.',
  'Hi! one for the newsletter:',
  'Two items for the bulletin:',
  'one short item from our side:',
  'Three items from us:',
  'Les comparto nuestra contribución para el boletín.',
  'Je vous transmets notre contribution :',
  'Many thanks for your message. We are pleased to share that',
])('what greets before the news is set apart, on its line or above it: %s', (greeting) => {
  for (const typed of [`${greeting} ${news}`, `${greeting}\n\n${news}`])
    expect(readPasted(typed)).toMatchObject({ text: news, asides: [{ kind: 'greeting' }] })
})

test.each([
  'Let me know if you need anything else.',
  'Please do not hesitate to contact us.',
  'Happy to provide more details!',
  'Looking forward to your feedback',
  'Hope this helps!',
  'Happy to adjust if too long!',
  'Thank you for including it.',
  'If you need any photos, just ask.',
  'Nothing else to report.',
  "That's all from us for this month!",
])('what closes after the news is set apart: %s', (closing) => {
  for (const typed of [`${news}. ${closing}`, `${news}\n${closing}`, `${news}\n\n${closing}\nBest,\nAna`]) {
    const { text, asides } = readPasted(typed)
    expect(text.replace(/\.$/, '')).toBe(news)
    expect(asides.map((aside) => aside.text).join('\n')).toContain(closing)
  }
})

test('colleagues are greeted on a line of their own, and are some of those who were trained elsewhere', () => {
  expect(readPasted(`Colleagues,\n\n${news}`)).toMatchObject({ text: news, asides: [{ kind: 'greeting' }] })
  const typed = 'Colleagues, partners and friends met in Lima for the day of victims (3 Nov)'
  expect(readPasted(typed)).toMatchObject({ text: typed, asides: [] })
})

test.each([
  'Thanks to the support of Japan, UNODC trained judges in Lima (3 Nov)',
  'As agreed with the Government of Iraq, UNODC opened an office in Baghdad (3 Nov)',
  'Hope for Nigeria: UNDP opened 3 centres in Maiduguri (3 Nov)',
  'Here is to youth: UNESCO opened a school in Amman (3 Nov)',
  'Please Find Me: UNICEF launched a campaign on missing children (3 Nov)',
  'Dear Leader Institute was visited by IOM (3 Nov)',
  'Our news is good: UNDP opened 3 centres in Maiduguri (3 Nov)',
  'All in: WHO opened a school for nurses in Accra (3 Nov)',
  'One for all: UNICEF opened a school in Amman (3 Nov)',
  'Happy to learn: WHO trained 30 nurses in Accra (3 Nov)',
])('what reads like a courtesy and is news stays: %s', (typed) => {
  expect(readPasted(typed)).toMatchObject({ text: typed, asides: [] })
})

test.each([
  'Hello, my name is Amina: UN Women publishes the stories of 12 survivors (10 Nov)',
  'Yes, we can: UN Women course for 20 police women, Amman (11 Nov)',
  'Good news from Niger: 50 former fighters reintegrated with IOM (12 Nov)',
  'UNODC held a seminar in Rome on evidence. Let us know peace, said the Minister.',
  'UNODC held a seminar in Rome (4 Nov). We are happy to help, Italy said.',
  'UNODC held a seminar in Rome (4 Nov). Thank you for your support was the message of Italy.',
])('words that open a title, or that are told of, stay: %s', (typed) => {
  expect(readPasted(typed)).toMatchObject({ asides: [] })
})

test.each([
  `Good news from Peru: ${news}`,
  `Good news from our office: ${news}`,
  `Yes, we did: ${news}`,
  `Hello, ${news}`,
])('words that only lead to it do not: %s', (typed) => {
  expect(readPasted(typed)).toMatchObject({ asides: [{ kind: 'greeting' }] })
})

test.each([
  'Sent from my iPhone',
  'Envoyé de mon iPhone',
  'Best regards,\nAna',
  'Hi Bob, hope you are well!',
  'Thanks!',
  'Dear all,\n\nKind regards\nAna Silva, CTED',
])('a message without news is known as one: %j', (typed) => {
  expect(isCourtesyAlone(typed.split('\n'))).toBe(true)
})

test.each([
  news,
  `Dear all,\n${news}`,
  'Best wishes from 30 judges in Lima',
  'Ana',
  'Contact: UNODC held a contact group meeting in Lima (4 November)',
])('one with news is not: %j', (typed) => {
  expect(isCourtesyAlone(typed.split('\n'))).toBe(false)
})
