/** How people say yes to the invitation that waits for them. */
export const coming = [
  "i'm coming",
  'i am coming',
  'i will come',
  "i'll be there",
  'i will attend',
  "i'll attend",
  'count me in',
]

/** And no. */
export const notComing = [
  "i can't come",
  'i cannot come',
  "can't make it",
  'cannot make it',
  "can't come",
  'cannot come',
  "can't attend",
  'cannot attend',
  "won't be there",
  "i won't be there",
  'i will not be there',
  "won't make it",
  "i won't make it",
  "sorry i can't make it",
  "unfortunately i can't make it",
  'i have to decline',
  'i decline',
  "i can't make it",
  'i cannot make it',
  "i can't attend",
  'i cannot attend',
  'not coming',
  'regrets+',
]
