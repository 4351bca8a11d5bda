/** Age and youth as people say them who do not say "age": by what somebody has seen, has left, or could be to another. */
import { familyOf } from "./group.ts";

/** The rules. */
export const YEARS_FAMILIES = [
  ...familyOf("age", {
    firm: `granny|grandad|grandfather|grandmother|granddad|grandpa|grandma|elder|veteran|baby|old_man|old_lady|oldest|youngest of|in the|our|this? group|team|office|bunch|crew|floor|class|shop|gang|room|lot !client|codebase
      start|end|beginning|close|finish|twilight|middle of your|his|her working days|life|years
      closer|nearer|near|close to? the|your? end|finish|start|exit|finishing_line .. your|his|her|working|career !of_the
      touch|bit|tad|shade|little|rather|too|very|somewhat|slightly|far_too|on_the young|old|youthful|mature_in_years|elderly|green_in_years side? $|,|.|for|to|and|so|?|;|- !a_relationship
      @remembering ... @bygone
      which|what|right|wrong|other|far|sunny|best|business side|end|half of @yearsold|@decades !%|kg|miles|hours
      how old are|were|will|would you
      mustn't|must_not|not|cannot|allowed ... how_old|your_age ... but|so|just|roughly|guess|hint|tell
      big the? four|five|six|three|five|seven - oh|o|zero|0
      laps|trips|turns|orbits|revolutions|circuits round|around|of the sun
      your|her|his chinese|zodiac? zodiac|star_sign|birth_sign|birthstone
      year of the rat|ox|tiger|rabbit|dragon|snake|horse|goat|sheep|monkey|rooster|dog|pig
      what is|'s|are? your star sign
      number one|1 .. born
      proof|evidence of your? date|year|age !for_alcohol
      over|past|above|beyond @yearsold need not|n't
      no|not|nobody|none|no-one|no_one|anyone|anybody older|younger|over|above|under|beyond|below|past than? @yearsold !hours|kg|cm|minutes|miles|km|%|percent|pounds|euros|points|lb|lbs|people|staff|words|pages|a_week|days|weeks|times|stone|degrees|metres|feet|ms|seconds
      nobody|no_one|no-one|none older|elderly
      must|should|be|aged|age aged|be|between|are? @yearsold -|to|and @yearsold !kg|kgs|hours|cm|%|minutes|words|km|people|pages|days|weeks|a|per|times|lb|lbs|months|o|am|pm|metres|miles`,
    said: `seen|had|notched_up|racked_up|clocked_up|lived|many|celebrated|enjoyed|weathered|survived .. many|more|few|too_many|fair_few|enough|several|hundred @birthdays
      how|about_how|roughly_how many @birthdays
      @birthdays .. you|he|she .. seen|had|celebrated|weathered|behind|under|blown|lived
      back_nine|home_straight|home_stretch|final_furlong|last_lap|final_lap|swan_song|swansong|last_hurrah|golden_years|dotage|sunset_years|sunset_of|autumn_of|evening_of|winter_of|twilight_of|tail_end_of|tail-end_of|fag_end_of|back_end_of .. your|his|her|their|a|your_career|career|life|working|days
      see|seeing|saw|serve|serving|live out|through|us_out|us_through .. your|his|her|their|my days|time|career|working_life|retirement|pension|finish
      years|seasons|petrol|fuel|gas|miles|mileage|tread|life|juice|good_years ... left|remaining|still .. in|on|for .. you|him|her|them|tank|tyres|clock
      working life|years|days .. left|remaining|ahead|behind
      years|decades|decade .. get|out .. of you|him|her
      worth|worthwhile|return|payback ... training|train|retrain|retraining|investing ... age|years_left|at_@yearsold
      training|train|retrain|retraining|invest*|return ... at his|her|your|their age
      how|about_how|roughly_how long|far|soon|close|many_years|near ... retire|retirement|pension|pension_age|hanging_up|hang_up|packing_it|stop_work|stopping_work|calling_it_a_day|bow_out|give_up_work|quit_work|put_your_feet|slow_down|golf_course
      when|once|until|till|before do|will|would|might|could|are? you .. retire|retiring|bow_out|hang_up|pack_it_in|stop_working|stop_work|draw_your|take_your_pension|call_it_a_day !a|an|the|this|that|it|old|our|one
      bus pass|- pass
      free|senior|seniors|pensioner|pensioners' bus|travel|railcard|pass|discount|rate ... you|your|he|she|his|her
      winter_fuel_allowance|winter_fuel_payment|saga_holiday|saga_cruise|stairlift|zimmer_frame|pipe_and_slippers|carpet_slippers|bowling_club|bowls_club|bingo_hall|werther's|blue_rinse
      @yearsold - year -? olds? $|,|.|;|and|he|she|man|woman|lad|girl|who|with|on|in|at|for|to|would|does !building|company|whisky|system
      same|similar age|vintage|generation|era as|to my|our|his|her|your|me|most|the
      my|our|his|her|your|their daughter's|son's|father's|mother's|dad's|mum's|mam's|nan's|gran's|grandad's|granny's|kids'|grandson's|granddaughter's|nephew's|niece's age|generation
      could|might|would|old_enough_to|young_enough_to|must easily|well|almost|nearly? be|have_been my|our|his|her|your|their|someone's|the_boss's|everyone's gran*|nan|nana|mother|father|mum|dad|mam|son|daughter|kid|child|uncle|aunt*|nephew|niece|grand*
      older|younger than my|our|his|your|her|their|most|the|any .. kids|children|son|daughter|dad|father|mother|mum|boss|team|parents|manager|grandson|car|company|staff|colleagues
      boss|manager|supervisor|lead|foreman|colleagues|team|teammates|crew|someone|somebody ... half|fraction|third_of your|his|her age
      taking|take|takes|report|reporting|answer|answering|managed|bossed|supervised|led|orders|instructions|direction|told ... younger|older|kid|kids|youngster|youngsters|teenager|half_your|young_enough|old_enough|your_junior|years_your|years_their|years_his|years_her !siblings|version|versions|residents|patients|pupils|brother
      years|decade|decades|generation|lot|good_bit|fair_bit younger|older|your_junior|your_senior|his_junior|her_junior|his_senior|her_senior !system|building|codebase|machine
      dates|years|date|year|when ... you|your ... primary|secondary|elementary|grammar|high|junior|national|boarding school
      degree|school|schooling|college|university|education|graduation|exam|qualification -? date|dates|year|years ... missing|left_off|left_out|removed|blank|add|fill|pop|put|include|please|state|confirm|give|need|cv|form|gap
      where|what_stage|what_point|how_far you|he|she are|is|'s .. in life|your_life|life's|your_years
      dates|years|date|year .. attended|of_attendance|started|finished|of_graduation|of_schooling|left .. school|college|university|primary|secondary
      dates|years|year|date .. your .. schooling|education|o_levels|graduation|degree|a_levels|leaving_cert|diploma|school|exams|matric*|qualifications !start|visa|exam_is
      left|finished|leaving|completed|started|entered school|college|university|education .. in|back_in|around 19*|@decades|the_@decades
      graduat*|qualified|matriculat*|degree|diploma|finals|class|school|leaving_cert .. in|of|from|dated|back_in|says|year 19*|@decades|'#
      started|began|been working|work|career|trade|job|teaching|nursing|driving .. in|since 19*|the_sixties|the_seventies|the_eighties|the_nineties
      age|ages : $
      age|ages ( 
      exact|actual|real|current|present|present|approximate|rough age ?|$|,|.|please|and|so|on|of_yours
      height|weight|sex|gender|name|marital|marital_status|address|photo|photograph|qualification ,|and|& .. age $|,|.|and|please|!verification
      scan|copy|photo|photograph|picture .. passport|birth_certificate|driving_licence|driver's_license ... age|birth|dob|old
      ideal|maximum|max|upper|preferred|target|right|desired|wrong age|ages !of_the|group_of_patients
      age -? limit|bar|cap|criteria|criterion|ceiling|bracket|requirement|preference|restriction|restrictions !alcohol|no|for_alcohol|is_no|on_alcohol
      age group|band|range|bracket of|:|is|we|preferred|required|from|between|#|you|, 
      age from|between|below|under|above|upto|up_to|not_above|not_exceeding|not_more @yearsold|#
      @yearsold to|- @yearsold years|yrs|age|old|only|preferred|, _nobody|.|bracket|age_group !experience|of_experience|'_experience|hours|kg|minutes|miles
      @yearsold plus|+ need|please|only|preferred|need_not
      in|into|of|entering|mid|early|late|still_in your|his|her|their|the early|late|mid|very? -? @decades !customers|savers|clients
      `,
    judged: `at|about|around|maybe|barely|hardly|nearly|almost|he_'s|she_'s|is|was|must_be|looks|only|just @yearsold -? odd|ish|something|plus|or_so|years_old|years_young? ;|$|,|.|he|she|and|but|i|we|so|is|with|though|the|you
      at @yearsold
      too|bit|rather|very|quite|still|so|on_the|a_touch|tad old|young|youthful|elderly|aged|senior|green side !as_a_team
      from|by|like|to|off|of a kid|child|schoolboy|schoolgirl|teenager|youngster|pup|toddler|boy
      his|her|their mum|mam|mammy|mother|mom|dad .. drop|dropped|drove|collect|collecting|pick|waiting_outside|packed
      grey|gray|white|silver|silvering|snow-white|snowy hair|temples|beard|whiskers|moustache|-_haired
      not many|much|a_lot_of|enough|long|more .. left|ahead|before|miles|mileage|runway
      see|sees|seeing|counting|clock-watching|coasting|coast|count|marking_time|treading_water ... retirement|pension|retire|out_his|out_her|sixty|sixty-five|finish
      retired|retires|retire|retiring|retirement|pension ... years|soon|before|next|by|within|so|would|will|we
      best|better|most_of years|days .. behind|gone|past|over
      seen better days
      years|age .. showing|shows|against|tell|telling|catching
      show|shows|showing|showed|betrays|betrayed|acting|acts|act|feels|feel his|her|their age`,
    wanted: `minimum|min|maximum|max|at_most|upto|not_over @yearsold ,|$|.|years|yrs|or|only !experience|of|hours
      boy|girl|boys|girls|lad|lads|lass of|aged|between|under|about # !years_of
      @yearsold or|and under|younger|below|over|older|above !kg|hours|minutes|cm
      under|below|over|above|past @yearsold ,|$|need|preferred|only|please|and|or|wanted|. !kg|minutes|hours|cm
      will|do|can|would|does|did .. age ... problem|issue|matter|keep_up|cope|fit_in|manage|bother
      feel|feeling|are|be|being|find|seem .. too|bit|rather old|young|senior|mature for|to|among|around|,|$|?
      slow|slows|slowing you down
      your own|parents'|particular? generation|vintage|era|age_group|cohort|contemporaries
      energy|stamina|puff|legs|stomach|appetite ... your|at_your age|time_of|stage_of|years`,
    unless: `customers|clients|savers|patients|users|audience|readers|viewers|residents|borrowers|members|people|adults|men|women|children|pupils|students|learners|visitors|guests|buyers|shoppers|policyholders|donors in|over|under|of|aged|between #|their|all|early|late|mid|@yearsold|@decades|working_age|a_certain|the_same_age
      office|offices|firm|company|club|shop|school|brand|charity|business|building|site|app turned|turns|is|hit|reached
      fleet|machines|vehicles|boilers|buildings|trees|assets|pipes|trains ... age
      pensions
      vacant|vacancy|handover|hand-over|because|post|role|replacing|since|after .. retiring|retires|retired|retire ,|in|at|this|next|and|after
      age ... licence|license|licensing|statute|insurers
      no|without|any .. upper|lower age
      age is|no|not no|bar|just_a|not|a_limit
      licence|license|licensing|alcohol|gambling|insurance|insurer|act|law|legally|legal_requirement .. requires|require|required|demands|says|least|age|over
      pension scheme|schemes|fund|funds|plan|plans|contribution|contributions|trustee|trustees|transfer|transfers|pot|product|products|provider|enrolment|calculator|matched|match
      year|years - old building|company|codebase|system|whisky|cheese|bridge|tree|boiler|machine|firm|app|file
      average|mean|median|minimum|working age of_the_fleet|of_our|of_the_stock|of_the_trees
      golden years of|age_of
      key|reporting|core|common|middle -? stage|stages`,
  }),
  ...familyOf("age_coded", {
    said: `grads|graduates|leavers|students|juniors|youngsters only
      nobody|no_one|no-one|no|not|never|none ... more_than|over|above|beyond a|one|two|three|five|# year|years|years' on|under|behind|of|experience|in
      recent|young|new|school|college leaver|leavers
      full_of_beans|full_of_youth|bundle_of_energy|spring_in_their_step|spring_in_your_step|bags_of_energy|young_at_heart
      fresher|freshers|pass-out|pass-outs|passout|passouts|pass_-_outs|pass_-_out|final-year|campus_hire|campus_hires|greenhorns|rookies only|please|welcome|preferred|can|need|needed|wanted|may|$|,|from|of|with|walk|apply|to|candidates|and
      # -? batch|pass-out*|passout*|pass_-_out*|grads|graduates|graduate|leavers only|please|preferred|can|may|welcome|walk|$|,|apply|from
      batch|class|cohort of # only|please|preferred|can|may|welcome|walk|$|,|apply
      0|zero - # years|yrs
      fresh|young|younger|fresher|youthful|new pair_of? legs|limbs|bones|lungs|ideas_from|brain|brains|mindset|pair_of_legs|bloods !lamb
      track_record|career|experience|cv|seniority|background ... bored|boredom|restless|frustrat*|overqualif*|twiddling|understretched|overkill|run_rings
      long|longer|impressive|vast|heavy|weighty track_record|career|experience ... bored|restless|frustrat*|fresher|younger|start_of|beginning_of
      mind|minds|brain|brains|habits|thinking|ideas|attitudes|opinions that|who|which|is|are|have|has? .. not set|fixed|rigid|ossified|hardened|formed|made_up|fossilised|calcified
      more|slightly|bit|rather|very|someone|somebody|too junior|senior|seasoned profile|hire|candidate|person|applicant|level_of_person|for_us|for_this|for_the|one|in_years !engineer|developer|roles
      mouldable|malleable|moldable|mould|mold|moulded|shape_into|blank_canvas|clean_slate|no_bad_habits|bad_habits|without_bad_habits|without_old|unlearn|old_habits|new_tricks|ingrained ... young|fresh|grad*|junior|experience|years|old|habits|ways|dog|not|$|,|.
      born|grew|grow|raised|brought|weaned|reared up? on|with|into|in|after|during|online|swiping .. screen|screens|tiktok|instagram|snapchat|smartphone*|phone|phones|ipad|ipads|tablet|internet|wifi|wi-fi|social|online|digital|technology|tech|gaming|youtube|apps|swiping|internet_age|web
      digital|internet|app|smartphone|social_media|selfie|youtube|online|touchscreen|swipe|emoji -? generation|natives|native|born|age_kids|kids
      he|she|they|you|candidate|bit_of_a|a|an|such_a dinosaur|fossil|relic|throwback|old_hand|old_stager|old_timer|luddite|museum_piece|anachronism|grandad|granny|grandpa|grandma|antique|veteran_in_years
      too|far_too|way_too much|many years|experience|seniority|miles
      too|overly|over|bit|far|way qualified|experienced|senior|seasoned|heavyweight|-_qualified|-_experienced !data
      experience|cv|seniority|background|qualifications .. too|exceeds|beyond|outgrown|out_of_proportion|surplus|overqualif* much|heavy|senior|long|weighty|what|this|for|need
      bored|frustrated|overkill|unchallenged .. after|given|with|someone .. your|his|her|that|so_much experience|seniority|cv|years
      young -? minded|thinking|spirited|hearted|ish
      energy|zest|vigour|vim|vitality|enthusiasm|stamina|bounce|get-up-and-go .. of youth|youngster|the_young|a_teenager|someone_half|a_twenty*|a_puppy|a_graduate
      old|older|elder|elderly|aging|ageing|greying|grizzled|mature|venerable statesman|stager|soul|school|head|lag|hand|codger|worker|workers|applicant|applicants|candidate|candidates|employees|staff|recruit|recruits|person|people|lady|gent|gentleman|gentlemen|ladies !users|customers|people_with|people's|people_in|people_who_use
      party|partying|clubbing|pub|beer|festival|gig|gaming|student -? crowd|gang|bunch|lot|mad|house_vibe|digs ... you|join|young|team|we|us
      team|crew|staff|office|we|us|everyone|colleagues|gang|lads|most_of_us .. is|are|'re|under|in|mostly|all|largely|average .. under_@yearsold|twenties|thirties|early_twenties|young|twentysomethings|twenty-somethings|recent_graduates|millennials|gen_z|youngsters|straight_out|born_after|kids
      average age|_-_age
      under -? @yearsold s|-_s
      hot|top|rising|emerging|bright|up-and-coming|fresh young|new? young|twenty*|gen? -? talent|things|star|stars|thing|minds|sparks|faces !management
      young|fresh|bright|keen|hungry , .. young|keen|hungry|fresh|dynamic|energetic|ambitious|bright|digital|sparky|eager
      within|in|inside # years|months of|after|since graduating|graduation|leaving_school|leaving_university|leaving_college|your_degree|uni
      up|catch|keep with|to|abreast the|our|today's|modern youngsters|kids|young|younger|times|youth|juniors|grads|millennials|gen_z`,
    judged: `out of touch|date|the_ark|his_era|her_era|another_age
      out_of|from|off|straight_out_of the ark|dark_ages|fifties|sixties|seventies|eighties|nineties|last_century|stone_age|victorian
      stuck|set|mired|rooted|frozen|trapped|lives|living|belongs|still_thinks|still in|to|it_'s .. the|last|another|previous|his_ways|her_ways|past|1980s|1990s|seventies|eighties|nineties|century|era|time|age
      too|bit|rather|very|so old-school|old_school|old_-_school|old-fashioned|old_fashioned|set_in|long_in|past|analogue|vintage|retro
      snail|tortoise|glacial|slow .. at_his_age|her_age|his_generation|her_generation|typing|with_technology|computers`,
    unless: `freshers' week|fair|guide|programme
      freshers and|or|, experienced|seasoned|all
      fresher|freshers .. and|or|both|as_well_as experienced
      experienced and|or freshers
      both|equally|alike|also|too .. experienced|freshers|graduates
      hips
      fleet|machines|vehicles|boilers|buildings|trees|assets|trains ... age
      average age of_the|group
      museum|heritage|archive|antiques|conservation
      fresh fruit|food|produce|fish|data
      people|anyone|applicants|candidates of_all|of_any|of_every ages|age|stage`,
  }),
];
