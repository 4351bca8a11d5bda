/** Age, and youth or age by another name. */
import { familyOf } from "./group.ts";

/** The rules. */
export const AGE_FAMILIES = [
  ...familyOf("age", {
    sure: `date_of_birth birth_date d.o.b birthdate birth_year year_of_birth age_bracket middle-aged middle_aged octogenarian
      pensionable pension_age retirement_age retiring_age o_levels o-levels fifty-something sixty-something forty-something
      thirty-something twenty-something wrong_side_of_forty wrong_side_of_fifty wrong_side_of_40 wrong_side_of_50 twilight_years`,
    personal: `dob birthday retire retiring retirement pensioner elderly oap a_levels a-levels gcses leaving_cert junior_cert inter_cert o_grades highers cses abitur baccalaureate matric school_leaving
      matriculat* school_cert graduation_year year_of_graduation`,
    owned: "age generation vintage pension state_pension bus_pass",
    said: `how old !is_the|are_the|was_the|is_your_code|is_your_system|a|the|is_this|is_that
      you .. what|which age
      age .. you|yours ?
      how many birthdays|summers|winters|candles
      young|old enough to|for .. daughter|son|father|mother|grand*|kid|remember
      old enough to be
      half|twice|double your|his|her|their|my age
      of a certain age|vintage
      older|younger than you|me|him|her|them|the_rest|most|us
      years|year|mileage|miles|decades|innings left|ahead|to_go .. you|him|her|them|the_tank|before|in
      good years left|before|in
      how many|much .. years|longer|more .. left|before|until|till|to_go
      how much|many longer|more .. you|working|planning
      years|far|long|close|near|off .. retire|retirement|pension|drawing|hang*|sixty-five|65
      retire|retirement|pension .. you|close|near|soon|round_the_corner|looming|beckons|off
      you|your .. junior_cert|leaving_cert|inter_cert|o_grades|highers|cses|abitur|baccalaureate|o_levels|a_levels|gcses|matric
      years|year your|his|her|my|their junior|senior
      thinking|dreaming|looking|eyeing|counting .. about|of|forward|up|down .. allotment|retirement|golf|cruise|grandkids|grandchildren|pension|garden
      allotment|bowls_club|bus_pass|stairlift|slippers|blue_rinse|zimmer
      another|one more decade|ten_years .. in
      first|one|last leg|foot .. grave|retirement
      long in the tooth|tooth
      how long .. you .. got_left|left_in
      day|time and age
      born .. same|year|decade|before_the|after_the
      when|what_year .. your .. birthday|eighteenth|twenty-first|fortieth|fiftieth
      years old|young .. are|were you
      grown-up|grown up|an_adult enough
      old .. enough .. father|mother|dad|mum|granny|grandad
      closer|nearer to @yearsold|retirement|sixty|seventy|fifty
      side of @yearsold
      # - year -? olds? ,|in|team|office|at_heart
      twenty|thirty|forty|fifty|sixty -? year -? old|olds
      your|his|her advancing|advanced|tender|young|early|later|senior years|age|days
      at @yearsold i|he|she|we|they|you|,
      age where|when|that your|people|most|they|kids
      sort|kind of age
      more|older|younger|less|over|under than @yearsold ,|$|years_old|and
      not|hardly .. more|older than @yearsold
      taking|take|takes it easy|easier
      things easy|easier
      miles on the clock
      someone|somebody|person .. runway
      seen|see .. lot_of_changes|it_all_before
      of an age
      younger than that|me|him|her
      freshers|fresher only|need|preferred
      age|ages : $|#
      # -? to? # yrs|years_old|years_of_age
      below|above|under|over|upto|not_more_than|within # yrs|years_of_age|years_old
      long|how_long|far .. plan|intend|want|see_yourself .. working|keep_working|work_for|stay_in_work
      last|final move|job|role|post|stop .. before|career|you|retire*
      start|started|begin|began your|his|her|their working_life|career ?
      packs|pack|packing it|them in
      hang|hangs|hanging up
      call|calling it a day
      put|putting .. feet|up .. soon
      when|year|decade|how_long_ago .. you .. born|graduate|graduated|qualify|qualified|sit|do_your|finish|leave_school|start_secondary|start_work|first_job
      leave|left|finish|finished|start|started school|college|uni|university|education ?|in|back|when
      school|college|university|degree|graduation|graduated|graduate|a_levels|leaving_cert|diploma|cvs before|after|since|earlier_than|later_than # !%
      degree|graduated|graduation|diploma|qualified ... before|after|since|between|prior_to 19*|20*
      born after|before|in|since|between|around|earlier|later # 
      born in @decades|the_sixties|the_seventies|the_eighties|the_nineties|the_fifties
      year .. born
      knocking|pushing|nearing|approaching|hitting|touching|past|turned|turning|turn|rising|over|under|above|below|circa|nudging|not_far_off|around on? @yearsold !%|people|kg|minutes|hours|euro|percent|days|weeks|months|miles|km|points|words|pages|thousand|pounds|requests|degrees
      right|wrong|other|far|sunny side of @yearsold
      in|into|of @theirs|your|their early|late|mid? -? @decades
      between|aged|age|ages @yearsold and|to|- @yearsold !hours|kg|minutes|people
      aged|ages|age @yearsold
      woman|man|lady|guy|bloke|person|lad|girl|candidate|he|she of|at @yearsold !countries|the|our|years_of_experience
      he|she is|'s|was|must_be|looks|looked|might_be @yearsold $|,|.|if|or|now|and|already|years|next|this
      under|over|above|below|max|maximum @yearsold s|years_of_age|only|preferred|need|please
      age : # 
      age limit|range|cap|bar|profile_of_you|bracket|group .. applicants|candidates|:|of|is|we
      no|not anyone|one|body|people|applicants|older|younger|above|below|over|under ... @yearsold !hours|kg|years_of_experience|months
      someone|somebody|anyone|person|people|one|bit|lot|much|prefer|rather|want .. younger|older !version|versions|code|than_the
      report|reporting|orders|instructions|answer .. younger|kid|young|daughter|son|twenty*
      born after|before|when
      in your day|prime|youth|twilight|heyday
      you|he|she .. remember .. wall|moon|war|dial-up|vhs|cassettes
      bus pass
      been around .. block|while|long_time
      what vintage
      stage|time|point of|in life|your_life|his_life|her_life
      energy|stamina|pace|keep_up|cope ... at_your_age|twenty-year-olds|youngsters|kids_half|younger
      date|year .. you|your .. graduated|graduation|school|born|birth|qualified
      copy|scan|upload .. birth certificate`,
    judged: `too|bit|rather|so|very|quite|little|getting|fairly|that|looks|far_too|much_too old|young|elderly|youthful !and_the|version|code|system|brand|a
      not .. getting any younger
      at @theirs age|stage|time
      long|many|few|enough years|runway left|in|ahead
      last|final|long|short stretch|job|lap|innings|runway
      baby -? faced|face
      barely|only|just|hardly out_of|left|finished school|college|uni|nappies|diapers|teens|university
      graduated|born|started_work|left_school|first_job in|back|before # .. so|meaning|makes|that|must
      years|decade|decades older|younger|his_senior|her_senior
      looks|looked|about|like|all_of|barely|only .. teenager|twelve|fifteen
      `,
    unless: `old and|or new
      beyond it|them
      at least 18|21|16|eighteen
      18|21|16 or|and|years over|older|above|and_over|or_older
      over|above|aged -? 18|21|16|18s|eighteen
      18 +|plus
      minimum|legal|school|working age !group
      no|without upper age
      residents|patients|customers|clients|users|pupils|children|kids|visitors|members|tenants aged|between|over|under|from|of|in|who
      year - old system|systems|mainframe|code|codebase|product|company|building|software|business|bridge|machine|bug
      adults|people|residents|patients|customers|pensioners over|aged|above|between|under
      children|kids|pupils|students|young_people|teenagers|toddlers|babies aged|between|over|under|from
      age|ages verification|check|checks|gate|gating|range_of_the|group_of_the|groups_do|profile|profiles|discriminat*
      gender|race|religion|ethnicity , age
      age , gender|race|religion|sex|ethnicity
      pension|pensions|retirement scheme|fund|funds|products|product|plan|plans|contribution|contributions|adviser|advice|administrator|home|homes|savings|trustees|calculator|village
      employer|workplace|company|matched|good|generous|% pension
      pension , healthcare|life|holiday
      year - olds
      years old this|and_has|now_and|company|codebase|building`,
  }),
  ...familyOf("age_coded", {
    said: `digital -? native|natives|natively
      young|youthful|fresh|fresh-faced|fresher-faced|fresher -? faced|blood|energy|faces|talent|minds|at_heart|eyes|spirit|outlook|vibe|feel|team|crowd|gang|bunch|company_feel
      young|youthful , .. team|people|bunch|crew|company|environment|office|energy|vibe
      team|crew|bunch|office|people|environment|culture|crowd|vibe is|are .. young|youthful|twenty-something|twenties
      our|a|the|very|mostly young -? ish? ,|and|team|crew|staff|sales|creative|dynamic|office|workforce|squad|tech|engineering|marketing
      recent|new|fresh|newly|freshly|soon-to-be grad|grads|graduate|graduates|school_leaver|school_leavers !programme|scheme|nurse
      straight|fresh|hot|just|right|newly|not_long out|from|off of? uni|university|college|school|the_press|the_oven
      school|college -? leavers|leaver
      gen -? z|y|x|alpha
      zoomer|zoomers|millennial|millennials|boomer|boomers|gen-z|genz
      ok boomer
      tiktok|snapchat|insta|instagram|smartphone .. generation|native|born
      born|grew|raised|brought .. internet|smartphone|with_a_phone|with_tech|digital
      dinosaur|dinosaurs|fossil|fossils|relic|old-timer|old_timer|old_fogey|fogey|fuddy-duddy|old_guard|old-school|old_school|old_hat|dead_wood|greybeard|grey_beard|silver-haired|silver_haired|grey-haired|silver_surfer|silver_fox|has-been|whippersnapper|spring_chicken|young_gun|young_guns|young_turks|young_blood|new_blood|fresh_blood|golden_oldie|oldie|old_dog|old_dogs|new_tricks|new_trick|stone_age|steam_age|sell-by|sell_by|shelf-life|antique|museum_piece|ancient|yesterday's_man|another_era|different_era|another_century|last_century|bygone|out_to_pasture|to_seed|senior_moment|senior_moments|seasoned_gentleman|grandpa|granny|grandad|grandmotherly|grandfatherly|avuncular
      set|stuck|rooted in @theirs|your|their ways
      mature|older lady|ladies|woman|women|gentleman|gentlemen|man|person|candidate|candidates|applicant|applicants|individual|worker|workers|driver|student
      senior lady|ladies|woman|women|gentleman|gentlemen|man
      mature|older , ..  lady|person|individual
      over -? qualified|experienced
      overqualified|over-qualified|too_qualified|too_experienced|too_senior|too_much_experience|overexperienced
      no|not|max|maximum|up_to|at_most|less_than|under|fewer_than more_than? -? # -? years|yrs|years' .. experience
      # -? to? -? # years|yrs .. experience max|maximum|only|tops|at_most
      high|boundless|bags_of|tons_of|youthful|endless|limitless|loads_of|buckets_of|full_of -? energy !prices|efficien*|company|market
      energetic|lively|sprightly|bubbly|hungry|vibrant|hip|funky|trendy ,|and|young .. young|graduate|grads|twenty*|team_of|school
      hip|trendy|funky|cool ,|young|team|crowd|office|vibe|startup
      work hard ,|and play
      beer pong|-_pong
      twenty|thirty|20|30 - something|somethings
      early -? career|careers people|only|candidates|talent
      at the start|beginning|outset of your|their|a career
      twenty|thirty|20|25|30 - year - olds
      first jobber|jobbers|real_job|proper_job
      second|encore|third career
      up -? to -? date|speed .. generation
      not|can|can't|never keep|keeping|kept up|pace with .. youngsters|kids|young
      run|runs|ran rings|circles
      bad habits
      youthfulness|youthful
      young !people|person's|children|offenders|families|carers|patients|company|brand|adults|business|startup|firm|pupils|learners|readers|customers|users|and_old|at_the|tree|trees|field|market|discipline|audience|fans|codebase|project , .. hungry|dynamic|ambitious|fun|energetic|team`,
    judged: `old|older|younger|young -? school|generation|hand|guard|fashioned|ways|dog|style
      sweet|pretty|fresh|bright|lovely|cute young|little|wee thing|face
      technology|tech|digital|cloud|computers|social_media .. passed|foreign|alien|age
      kids|youngsters|juniors|grads .. rings|circles|eat|keep_up
      another|different|older|wrong|his|her generation|era`,
    unless: `keep|keeps|remove|removes|delete|replace|replaces|key|keys|version|versions|what|than|with the? old ones
      customers|users|readers|audience|market|campaign|viewers|shoppers|sell|followers|pension|market_to|aimed_at .. gen|millennials|boomers|young|youth|youthful|zoomers
      gen|millennial|boomer|zoomer|young|youth ... customers|users|readers|audience|shoppers|viewers|buyers|savers
      youth club|work|worker|services|centre|theatre|offending|justice|football|hostel|team|programme|charity
      all stages|ages|levels|career_stages
      every|any|whatever|no_matter|all|each .. stage|age|generation|career
      equally|also|too|both|alike .. welcome|experienced
      graduates and|or people|experienced|career
      long experience
      mature codebase|market|product|pipeline|system|cheese|business|process|platform
      generation of|tool|tools|model|power|code|reports
      code|power|electricity|lead|text|image|next|previous|report|document|test|demand -? generation
      energy|heat|power|electricity|gas of|saving|use|bills
      antique|museum|auction|furniture|ancient|relics
      archaeolog*|dinosaur_exhibit*|natural_history|palaeo*|fossil_fuel*|fossil_record`,
  }),
];
