import { playCampaign } from '../plays/campaign.ts'
import { slackDoor } from '../plays/slackDoor.ts'

playCampaign('Slack', slackDoor)
