/**
 * Words that begin with a capital in such texts and are no part of a town's name: months and days, what entities
 * and meetings are called, and their subjects.
 */
export const notTowns: ReadonlySet<string> = new Set(
  [
    'january february march april may june july august september october november december',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today',
    'arabic chinese english french russian spanish portuguese',
    'a an the this that these its their his her our your my all both each several many more new next last first second',
    'third fourth fifth annual international national regional global joint special general high level virtual online',
    'academy action agency agenda assembly association bank board body bureau campaign centre center chair chapter',
    'charter college commission commissioner committee compact compendium conference congress convention cooperation',
    'coordination council counter countering counterterrorism country court criminal cyber department deputy detection',
    'dialogue director directorate division education entities entity event executive exercise expert experts financing',
    'force forum foundation framework freedom fund gender government group guidance guide guidelines handbook head heads',
    'human initiative institute international investigation justice law leadership legal manual media meeting member',
    'members ministry mission model nations network non office officer officers operation operations organisation',
    'organization panel parliament partners partnership peace plan plans platform police policy practice practices',
    'president prevention preventing private programme program project protocol protection public rapporteur report',
    'representative research resolution response review rights rule school secretariat secretary section security sector',
    'session society sport sports state states strategy summit support system task team technical technology terrorism',
    'terrorist terrorists threat threats toolkit training trust union unit united university victims violence violent week women workshop',
    'world year youth zoom webex teams in on at for of and with by from to under during part line order light view',
    'prime minister ministers ambassador ambassadors governor mayor sheikh',
    'collaboration close addition parallel person attendance partnership preparation accordance particular ',
  ].flatMap((line) => line.trim().split(' ')),
)
