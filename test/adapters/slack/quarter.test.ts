import { playQuarter } from '../quarter/played.ts'
import { slackDoor } from '../quarter/slackDoor.ts'

playQuarter('Slack', slackDoor)
