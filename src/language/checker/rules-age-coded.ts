/** Words for young and old. */
import { type RuleGroup, rulesOf } from "./group.ts";

const age = rulesOf("age_coded");

/** The rules. */
export const AGE_CODED_RULES: readonly RuleGroup[] = [
  age(
    "any",
    `digital native|natives
    digitally native
    recent|new|fresh|freshly|newly graduate|graduates|grad|grads|minted|- minted|graduated !programme|scheme|are_welcome|also_welcome
    graduates only
    millennial|millennials|gen_z|gen-z|gen_x|zoomer|zoomers|boomer|boomers|generation_z|generation_y|generation_x
    generation z|y|x|tiktok|instagram
    baby boomer|boomers
    dinosaur|dinosaurs|fossil|relic|old-timer|old_timer|old-timers|geezer|geezers|codger|fuddy-duddy|oldie|oldies|greybeard|greybeards|graybeard|graybeards|has-been|past_it|over_the_hill|dead_wood|deadwood|old_hand_at_life|grandpa|grandma|granny|grandad|granddad|gramps|whippersnapper|spring_chicken|old_fogey|fogey|fogeys|set_in_his_ways|set_in_her_ways|set_in_their_ways|stuck_in_his_ways|old_school|old-school|old_guard|long_in_the_tooth|old_dog|new_tricks|wet_behind_the_ears|still_green|greenhorn|snowflake_generation|yesterday's_man|sell-by_date|sell_by_date|best_before|shelf_life
    grey|gray|white -? beard|beards|haired|hair|hairs
    past @theirs prime|best|peak|sell-by|sell
    prime of
    behind the times
    young|youthful|younger ,|and dynamic|energetic|hungry|fresh|fun|vibrant|ambitious|enthusiastic|lively|keen|motivated|hip|eager|driven
    dynamic|energetic|fun|vibrant|hungry|lively|fresh ,|and young*|youthful
    young|youthful|twenty-something|20-something team|crowd|bunch|crew|spirit|energy|atmosphere|environment|vibe|workforce|culture|office|minds|professionals|talent|people|guns|blood|at_heart|feel|image|outlook|go-getters|heart|face|faces|staff|colleagues|workers !'_s_services|'_s
    average age
    junior minds
    youthful
    young guns|blood|at_heart
    twenty|thirty - something*
    twentysomething*|thirtysomething*|20-somethings|30-somethings|20-something
    fresh blood|faces|face|out_of|from_university|from_college|from_school|thinking_of_youth|talent
    straight|just|freshly|right out|from of? university|college|school|uni
    out of university|college|uni
    early in|at|stage your|their career|only|of_your_career
    early - career only
    up - and - coming
    grew|grow|grown|raised up? .. smartphone|smartphones|internet|tiktok|ipad|social_media|phone|computers|technology|online
    no more than|maximum|max|up_to|at_most|under # years .. experience
    # to|- # years .. experience maximum|max|only
    # years max|maximum
    over -? qualified
    overqualified|over-experienced|too_experienced|too_senior|too_much_experience
    energy of youth
    energetic|high-energy|high_energy|tireless|boundless_energy|vigorous|sprightly|spry young|youngster|youngsters|graduate|graduates|bunch|team_of_twenty
    second career|childhood
    one|first last job before
    mature lady|ladies|woman|gentleman|gentlemen|man|person|applicants|candidates|individual|workers|persons|driver
    kids on|in the team|office|floor
    run rings round|around
    the|our kids|youngsters|youngster|young_ones .. team|office|would|rings|up
    cling|clings|stuck .. old_ways|past|last_century|nineties|eighties
    stuck in .. past|ways|nineties|eighties|1990s|1980s|90s|80s|last_century|stone_age
    tech -? savvy young*
    work hard , play hard
    work hard and play hard
    school leaver|leavers only|preferred
    students only|preferred
    ideal for students|school_leavers|a_student
    suit|suits .. student|school_leaver|retiree|recent_graduate|graduate|young
    first job .. only|school
    energetic|hungry for|and success|hungry|young|fresh
    graduated|graduate within|in the last|past # 
    at the start|beginning of your|their career|working_life
    seasoned citizen*
    vintage|generation .. he|she|his|her|from_another|of_that|wrong
    another|different|older|younger generation|era|century`,
    {
      unless: `young company|brand|business|organisation
      young people 's? services
      young company|firm|startup|start-up , founded
      youth centre|work|club|services|offending
      recent graduates are? welcome|also
      new graduate programme|nurse
      generation of? power|code|report|tokens|lead|demand
      lead|code|power|demand|content|text generation
      mature ci|pipeline|codebase|market|product
      shelf life of
      first - generation
      next -? generation
      # years of bank
      no upper
      at any stage
      customer*|reader*|audience|users|viewers|followers .. millennial|gen_z|gen
      market*|sell*|advert* .. to|for millennials|gen_z|gen|young`,
      evenOfWork: true,
    },
  ),
  age(
    "any",
    `old|older|younger|mature|senior hands|hand|heads|workers|folk|generation|crowd|gentlemen|lot|ones
energetic|lively|vibrant|fresh|bubbly|funky|hip|cool ,|and young*|youthful
hip|trendy|funky|cool crowd|team|gang|crew|bunch|office
student -? age
school -? leaver|leavers|age
dyed|set in|in_their ways|ways|wool
energy .. young|youth|twenty
stage|point of|in life|your_life|his_life|her_life
stage of .. career
up to date .. age|generation|years
out of touch
keep|keeping|kept up with .. kids|youngsters|pace_of_youth|technology_at
technology .. generation|age|struggle*|his_age|grew_up
yesterday|yesteryear|last_century|bygone|old-fashioned|old_fashioned|antiquated|stone_age .. he|she|his|her|ways|candidate|manner|thinking
stale|pale_,_stale|past_caring|dead_wood|out_to_pasture|put_out_to_grass|rusty_old|ancient
ancient|prehistoric|jurassic
years young
early twenties|thirties|20s
under - # s
graduates|graduate only|need
tired|jaded|burnt-out old
new|young blood|generation
gen z|-_z|alpha`,
    {
      evenOfWork: true,
      unless: `generation of power|tokens
next|new generation of? systems|product|products|engines|tools
at any|every|whatever|all stage
old|older|new|newer version|versions|code|system|systems|data|stack|api|building|mount|link|office
ancient history|history_museum|greek
mature market|codebase|pipeline
customers|readers|audience|users`,
    },
  ),
];
