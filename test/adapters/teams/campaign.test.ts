import { playCampaign } from '../plays/campaign.ts'
import { teamsDoor } from '../plays/teamsDoor.ts'

playCampaign('Microsoft Teams', teamsDoor)
