/** The forces. */
import { type RuleGroup, rulesOf } from "./group.ts";

const forces = rulesOf("military_discharge");

/** The rules. */
export const MILITARY_DISCHARGE_RULES: readonly RuleGroup[] = [
  forces(
    "any",
    `honourably|honorably|dishonourably|dishonorably|honourable|honorable|dishonourable|dishonorable|medically discharge*|released
    discharge|discharged .. army|navy|military|forces|marines|service|raf|air_force|guard|honourable|honorable|type|character|status|papers|conduct
    army|navy|military|forces|marines|service|raf|air_force|bad_conduct|general|medical|conduct|your|type_of|why|reason_for|character_of|other_than discharge|discharged
    army|navy|military|service|marines|regiment .. discharged|thrown_out|kicked_out|let_go
    discharge papers|type|status|code|certificate
    you .. discharged
    dd -? 214
    dd214|dd|separation_papers
    separation papers|code
    character of service
    court -? martial*
    court-martial*|court_martial*|courts-martial|article_15|awol|went_awol|desert*_the_army|non-judicial|captain's_mast
    why|how|when|circumstances|reason|reasons|what_made|terms .. leave|left|leaving|quit|get_out|got_out|exit|discharged|out .. @forces
    leave|left|leaving|quit|kicked_out|thrown_out|out of? the|your? @forces
    left the @forces
    leave|left|leaving|quit your regiment|unit|corps|squadron|battalion
    called|call|calls|calling up|to_active_duty|to_duty .. guard|reserve|reserves|army|duty|?|next|likely
    call - up
    called up
    deploy|deployed|deployment|deployments|mobilised|mobilized|drill|annual_training .. guard|reserve|reserves|you|again|unit|weekends|next
    are|likely|might|will|could|be|get|being|he|she|you .. deployed|mobilised|mobilized !code|to_production|a|the
    reserve|reserves|reservist|guard|territorial duty|duties|duties|obligations|obligation|commitment|commitments|weekends|drill|drills|training|service|unit|status
    in the national? reserves|guard|reserve|territorials|ta|territorial_army !inventory|price
    reservist|reservists|guardsman|guardsmen|territorials|weekend_warrior
    national guard
    military|national|compulsory|conscript|alternative|civilian|army service !provider|user_centred
    draft status|dodger|card|dodged
    conscript*|conscientious_objector
    military|army|service|navy|veteran record|records|number|status|obligations|history|rank|background_check
    military : $
    did|have|has you|he|she .. serve|served|serving in|with .. forces|army|navy|military|war|marines|country
    serve|served .. forces|army|military .. any|other|foreign country
    still .. in|serving .. reserve|reserves|army|guard|forces
    veteran .. ptsd|trauma|damaged|combat|violent|angry
    ptsd|shell_shock*
    veterans need|not|cannot
    ex -? military|army|forces|marine|soldier .. rigid|stiff|orders|so|barks|too|discipline
    military|army type|man|background .. rigid|too|stiff|so|barks
    rank .. leave|left|hold|demoted
    demoted|disciplined|reprimanded .. army|navy|military|forces|service|regiment
    kill|killed|shoot|shot anyone|somebody|people
    `,
    {
      evenOfWork: true,
      unless: `service guard
      veterans day
      discharge a|the patient|patients|battery|curves|debt|water|planning|nurse|summary|letter
      hospital|battery|patient|debt discharge*
      discharge curves
      debt discharged
      skills that? you
      gained|learned|learnt|training in|from the
      experience .. forces|army|navy|military .. count|welcome|valued|plus
      military|army|navy spouse|customer|customers|equipment|contracts|museum|hospital|charity
      veterans welcome|encouraged|are_welcome
      we welcome|encourage|value .. veterans|reservists
      reserve price|prices|list
      civil|public service
      how would|do you .. discharge|plan|handle|explain
      inventory|stock`,
    },
  ),
  forces(
    "any",
    `drafted|draft_dodger|conscript*|conscription|demob*
active service|duty
years|how_long .. serve|served|serving .. army|navy|forces|military|regiment|marines|raf|air_force
how .. end .. army|military|service_career|service|navy
made you leave|quit .. army|forces|navy|service|military
released|let_go|kicked_out|dismissed|thrown_out .. army|forces|navy|military|raf|service
reserves|reservist|national_guard|weekend_drills|drill_weekends|territorial_army
military|army leave|duty|duties|commitment|commitments|obligation|obligations|history|record|past|papers
soldier|soldiers .. too|damaged|ptsd|violent|rigid|war
been in|to the? war|combat|battle|afghanistan|iraq
afghanistan|iraq|combat .. he|she|you
rank .. were|did|you
ex - army|military|forces|soldier .. so|too|will|rigid
conscientious`,
    {
      evenOfWork: true,
      unless: `veterans welcome|are_welcome|day
welcome|value|encourage
skills|experience .. count*|useful|use|welcome
service users|desk
reserves of|the_right
war room|story
charity|museum|history`,
    },
  ),
];
