/** Home as people ask after it without naming it: who lives there, who is fed, who is married to whom, and what may be on the way. */
import { familyOf } from "./group.ts";

/** The rules. */
export const HOUSEHOLD_FAMILIES = [
  ...familyOf("family", {
    firm: `school|creche|nursery|minder|childminder|playschool .. rang|rings|ring|calls|called|phones|phoned|phone|rung|shut|shuts|closes|closed ... you|who|drop|collect|leave
      pull|tug|tie|ties|burden|drag|distraction|distractions|encumbrance|demands|calls|worries of|from a|the|any|their? family|home|kids|children|dependants|domestic !services
      who|someone|anyone|somebody|partner|relative|family_member|grandparent|granny|member ... pick-ups|pick_-_ups|pickups|drop-offs|drop_-_offs|school_run|school_runs|the_nursery_run !of_parcels
      disabled|autistic|special_needs|special-needs|sick|ill|poorly|handicapped kid|kids|child|children|lad|boy|girl|son|daughter|brother|sister|husband|wife at_home|so|,|to_mind|to_look|he|she|means|overtime !services|ward
      your|his|her mother|father|mum|mam|dad|parents|granny|nan|gran|brother|sister|son|daughter|wife|husband|child|children|kids|in-laws .. need|needs|needing|rely|relies|depend|depends|manage|cope|live|lives|ill|sick|poorly|fend .. you|alone|with|on|without|themselves|herself|himself
      you|he|she ... mother|father|mum|mam|dad|parent|parents|granny|nan|kids|children|child|family|relative|brother|sister|lads|girls to look_after|mind|care_for|think_of|feed|support|keep|consider|raise|rear|worry_about|get_home_to
      anyone|someone|anybody|somebody|family|relatives|nobody|no_one|folk depending|relying|dependent|reliant|depend|depends|rely|relies|leaning on|upon them|him|her|you|your|your_wage|their
      just|only|all yourself|by_yourself|on_your_own|the_two_of_you|you .. at_home|in_the_house|there|under|living|at_yours|in_the_place
      your|his|her|their childcare|child_care|child-care|minding|babysitting|creche|nursery|daycare setup|set-up|arrangements|arrangement|situation|cover|plan|plans|needs|sorted|provision
      how|what|who .. childcare|child_care|daycare .. you|your|sorted|arranged|place
      childcare .. is|are|sorted|arranged|place .. you|your|start
      we|they|i|panel|board|committee|client|team .. gone|went|going|decided|chose|chosen|opted|prefer|preferred|need|want|feel|felt|worry|worried|concerned|rather ... kids|children|family_life|family_commitments|little_ones|domestic|home_front|childcare|dependants|school_run|fewer_commitments|without_ties|fewer_ties|fewer_family|family_ties|at_home !services|in_care|with_autism
      how many .. children|kids|dependants|dependents|siblings|brothers|sisters|mouths|offspring|little_ones .. you|your|have|feed|got|there`,
    said: `@count boys|girls|lads|lasses|sons|daughters|kids|children|kiddies|weans|bairns|babies|toddlers|teenagers|tots|nippers|chislers under|aged|below|of|at|in|still|to !ward|class|teach
      mum|mam|mom|mother|dad|father|parent|granny|nan|carer of|to @count|#|twins|triplets|teenagers|toddlers|young|small|little|a_toddler|a_baby|school-age|an_autistic|a_disabled|a_newborn|a_child
      full|busy|noisy|crowded|chaotic|empty|quiet|big|packed|lively house|household|nest|home|roost .. at_home|with|you|or|?|on|these_days|kids
      houseful|house_full|houseload|full_house $|?|,|.|of|to|or|at
      others|anyone|who|somebody|someone|many|more|people .. under|in|at the|your|that|one roof|house|home|hearth ?
      your|his|her|own|growing brood|tribe|clan|offspring|litter|nippers|weans|bairns|wee_ones|little_people|small_people|ankle-biters|rugrats|kiddies|nestlings|progeny|issue_in_the
      feed|bathe|bath|wash|dress|clothe|tuck|ferry|raise|raising|rear|rearing|bring_up|bringing_up|put_to_bed|cook|mind|minding|chase_after|run_after|running_after|wrangle .. kids|kid|children|child|houseful|brood|family|little|toddler|toddlers|baby|them|twins|teenagers|clan|tribe|of_an_evening|small !they|we
      who|who_else|everyone|anyone|anybody|people|persons|relatives|relations|family_members|how_many|others .. lives|live|living|stay|staying|stays|share|shares|sleeping|sleep|residing|reside .. with_you|your_address|your_roof|your_house|your_household|your_home|at_home|with_him|with_her|under|in_your|same_roof|same_address|address !tenants|residents
      under|beneath your|his|her|their|one|the_same roof
      small|little|wee|tiny|young|short people|humans|folk|ones|person|mouths|feet|hands|faces|dependants|persons .. need|needs|needing|waiting|rely|relying|depending|home|you|by|at_home|to_feed !'s|'
      home|domestic|family|household -? front|side|base|fires|responsibilities|ties|circumstances|pressures|pull|pulls|demands|duties|burdens|calls|obligations|commitments|arrangements|set-up|setup|logistics|picture|scene .. ,|you|your|her|his|fewer|less|settled|sorted|quiet|busy|how|heavy|?|.|$|as
      fewer|less|more|many|lots_of|lot_of|too_many|other|outside|pressing|competing|heavy|no|prior|major commitments|ties|responsibilities|obligations|demands|distractions|calls .. home|family|domestic|personal|outside_work|evenings|out_of_hours !to|from_clients
      @kin|father-in-law|mother-in-law|in-laws|in_-_laws|stepfather|stepmother|step-father .. living_with|lives_with|living_under|moved_in|living_in|stays_with|in_her_care|in_his_care|in_your_care|under_your|under_her|under_his|depends|relies|needs_care|needs_looking|granny_flat|house-bound|housebound|bedridden|bed-bound|dementia
      ill|sick|elderly|ailing|ageing|aging|frail|infirm|poorly|widowed|dependent|disabled|failing|bedridden|housebound|old @kin|folks|in-laws|husband|wife|child|son|daughter .. you|your|he|she|his|her|him|at|living|home|to|who|so|would|means
      bedtime|bath_time|bathtime|school_gate|school_gates|half-term|half_term|term-time_only|term_time_only|parents'_evening|parents_evening|nativity_play|sports_day|packed_lunches|lunchboxes|night_feeds|potty|nappies|pushchair|buggy|car_seat|car_seats|tooth_fairy|soft_play|playdate|playdates|play_dates|peppa_pig|cbeebies|homework|school_fees|school_holidays|summer_holidays|crayons|pta|creche_fees|teething|baby_sick .. you|your|he|she|his|her|him|kids|home|till|until|we|who|mum|dad
      joint|nuclear|extended|blended -? family .. you|?|your|or|live|come|are|live_in
      your|his|her father|father's|mother|mother's|parents|parents'|dad|dad's|brother|sister|siblings|family|mum|folks .. do ?|for_a|work_as|doing|occupation|profession|job|employed|retired|earn|business_in|what_do
      sole|main|only|single|principal|lone -? breadwinner|earner|provider|parent|carer|wage|income_at|caregiver|guardian
      who|anyone|someone .. earning|earns|earner|provides|breadwinner|supports_the_house
      custody|access_weekend|access_weekends|weekend_dad|weekends_with_the|every_other_weekend|co-parent*|coparent*|stepmum|stepdad|stepmother|stepfather|stepchild*|stepkids|foster_carer|foster_child* .. you|your|he|she|his|her
      @kids .. who|where|what .. goes|go|stay|stays|look|minds|during|while|when .. you|work
      who|where|what .. when|while|if|during .. you|your .. late|away|work|travel|shift|night|nights|on_call .. @kids|them|family|home
      mum|mummy|dad|daddy|mam|hockey_mom|soccer_mom|school|mother|father|parent -? duty|duties|taxi|brain|guilt|hat_on|mode|of_the_year|run|juggle|juggling|friendly_hours
      home|house|clock_off|leave|leaves|gone|out_the_door|run_off|dash|dashing|dashes .. for|to|by .. kids|children|family|school|creche|nursery|childminder|bath|bedtime|tea_with|little !service|park
      off|away|leave|late|out|absent|home .. every_time|whenever|when|if|because|with .. kid|kids|child|children|baby|toddler|little_one|nursery|creche|childminder .. sick|ill|temperature|poorly|sniffle|cold|cough|ring|rings|call|calls|closed|lets
      free|freed|unencumbered|unburdened|unattached|clear from|of|by home|family|domestic|kids|children|dependants|dependents|ties|household|parental|childcare
      childless|childfree|child-free|kid-free|kidless|no_kids|no_children|without_kids|without_children|no_dependants|no_dependents|no_little_ones|no_family_ties|no_ties|kids_have_left|kids_are_gone|flown_the_nest|fly_the_nest|empty_nest|empty-nest*|empty_-_nest*
      little|wee|young|small|new one|ones|lad|girl|fella|man|lady|angel|monster|monsters|treasure|treasures at_home|to_collect|to_mind|at_school|in_creche|in_nursery|waiting|to_feed|to_look_after`,
    judged: `@count boys|girls|lads under|aged|at_home|at_school|and|to|with|below|so|,|waiting
      @count kids|children|sons|daughters|under-fives|weans|bairns
      houseful|brood|young_family|home_front|half-term|school_gate|sick_kids|at_her_age_kids|nursery_pick-up|nursery_pickup|mum_of|dad_of|mam_of|mammy|daddy|carer_for_her|carer_for_his|mother-in-law|in-laws
      priorities|mind|heart|head|eye .. home|family|kids|children|elsewhere`,
    unless: `in the|a|our case|scenario|role_play|role|example|exercise|brief|case_study
      started|founded|run|runs|owned|set_up|built|began by my|our|the? .. grandfather|grandmother|mother|father|family|brothers|sisters
      firm|business|company|shop|bakery|farm .. my|our|family's grandfather|mother|father|family|brother
      rota|cover|roster|timetable|camp ... school holidays
      nanny|childminder|babysitter|au_pair for|wanted|needed .. child|children|family|agency
      kept|keep|keeping|keeps a|the child|children safe
      nursery|creche|childcare practitioner|practitioners|assistant|manager|worker|workers|teacher|nurse|nurses|staff|room|leader|setting|settings|provider|stock|rhymes
      parents|parent '|'s evening booking|app|slot|rota|system
      adults|people|residents|patients|clients|customers|children|tenants ... live|living at_home|alone|independently
      permit|visa|visas|relocation .. family's|families
      a|the|angry|upset|worried|another parent|mother|father|mum|dad shouts|shout|complains|demands|storms|arrives|asks|accuses|wants|refuses|rings|says|insists|disputes|turns_up|is_late|tells|phones|objects
      parent ... what|how do|would|did|should you
      slot|time|date|day .. clash*|suit*
      clash*|conflict* with anything|something
      carers'|carer's leave|' leave
      care home|homes|worker|workers|assistant|plan|plans
      clan|tribe of|software
      front|home -? office|page
      house style|rules|build|builder
      two - year - olds
      under - fives room|programme|classes`,
  }),
  ...familyOf("pregnancy", {
    firm: `had|have|having all the|your|of_your children|kids|babies|family
      children|kids|babies you want|wanted|plan|planned|hope|intend|might_have|would_like
      noticed|saw|see|spotted|clocked|seen|spied|notice|eyed the|that|a|your|her bump|scan|stroller|nursery_furniture !in_|in
      when is|are|'s|will it|you|baby|bub|the_baby|she|the_big_day due|arrive|arriving|expecting
      you|she|they .. off|away|out|gone having|to_have|with|and_have|nursing|minding the|a|your|her|their|twins|that new? baby|babies|child|twins|bairn|little_one
      negative|clear|clean|fresh pregnancy
      pregnancy -? test|tests|testing|screen|check ... before|start|starting|must|produce|result|results|required|provide|show|attach|submit|compulsory|mandatory|need|all_female|at_joining !kit|kits|line|aisle
      you|she|wife|looking|look|looks|positively are|'s|is|were|look|looking|looks|positively? glowing|blooming|radiant|rounder|fuller
      wee|little|small|tiny|new|another|second|third one|ones|arrival|bundle|somebody|bairn|bean|human|baby is|'s|are? on_the_way|due|coming|expected|in_the_oven|en_route
      have|having|want|wanting|wants|hope|hopes|hoping|plan|plans|planning|try|trying|thinking|intend ... little_ones|wee_ones|small_ones|young_ones|bairns|babies|a_baby|a_wee|sprogs|a_family_of|kids_of_your|children_of_your !to_the
      cannot|can_not|not|won't|nobody|no_one|no-one|never|unable ... consider|hire|take|appoint|employ|offer|progress|shortlist|want|accept ... parental_leave|maternity|paternity|pregnant|pregnancy|expecting|start_a_family|having_a_baby|have_a_baby|babies|mat_leave !services|ward
      promise|guarantee|assure|commit|undertake|confirm|count|bank|rely ... no|not|without|free_of|never ... bump|bumps|baby|babies|maternity|paternity|parental|pregnan*|leave_of_that|family_plans|having_kids|having_children|nine-month|nine_-_month|nappies|expecting !speed
      you|he|she .. be|are|want|wanting|take|taking|need|needing|ask|asking|expect|expecting|planning|intend|intending|plan|hoping|thinking ... maternity|paternity|parental|adoption leave ?|$|,|in|this|next|soon|at|before|would|do|or|when|within|while !policy
      you 're?|are|were due in|on|around|at|mid|late|early|next|this|the|end|by @month|week|weeks|month|year|day|new_year|start|end|middle|-|$
      since|as|because|given|with|now you|she|he .. due|expecting|pregnant|having_a_baby|having_twins|on_maternity|going_on_maternity|a_baby_on`,
    said: `broody|clucky|preggers|preggo|up_the_duff|up_the_spout|up_the_pole|up_the_stick|in_the_club|bun_in_the|knocked_up|with_child|eating_for|family_way|gravid|heavily_pregnant|trimester|ultrasound|twelve-week_scan|morning_sickness|folic_acid|maternity_jeans|maternity_dress|maternity_uniform|baby_shower|gender_reveal|nesting|body_clock|tick-tock|tick_tock|ovulat*|egg_freezing|frozen_eggs|coil_fitted|vasectomy|tubes_tied|sterilised|sterilized|contracepti*|the_coil|menstru*|period_is_late|period_late|last_period|monthly_cycle|baby_plans|baby_fever|baby_brain|pregnancy_brain|baby_bump|baby_weight|little_bump|lactat*|breastfe*|breast-fe*|breast_pump|wet_nurse|miscarr*|stillb* !doctor|clinic|nurse
      pregnancy|negative|clear|home -? test|testing .. female|women|woman|ladies|crew|before|required|result|show|bring|wanted|attach|submit|must !covid
      negative|clean pregnancy? test .. result|female|women|required|wanted
      wedding|marriage|married|ring|honeymoon ... next_step|patter|babies|bump|pram|kids|what_next|little_ones|stork
      took|take|takes|taking|taken .. full|whole|entire|year|twelve_months|nine_months|six_months|months|maximum .. off|out|leave|maternity .. each|both|her|every|his|two|child|baby|last|first|second
      year|months|leave|break|off .. each|both|every|three|two of her|his|your|their|time|child|kid|two|pregnanc*
      complete|completed|completing|finish|finished|extend|extending|expand|expanding|grow|growing|increase|add|adding|enlarge|start|starting|begun|plan|planning|plans|size .. your|his|her|the|to_your|to_her|of_your family|brood|clan|household !business|firm|-
      add|adding|adds|added|addition|additions .. to your|the|her|his|their|that family|brood|clan|household|nest|two|one|number|tribe
      more|another|further|any|extra|next|first|second|third|fourth little_ones|bairns|babies|baby|additions|children|kids|one_on|in_the_oven|on_the|arrivals|arrival|sprogs|weans|pregnancy|pregnancies .. planned|plan|plans|way|coming|cards|expected|hope|want|thinking|likely|pipeline|future|you|years|soon|?
      bump|bumps|pram|cot|stork|nappies|babies|baby .. way|getting_in|in_the_way|get_in|arrive|arrives|disrupt|interrupt|spoil|cards|horizon|agenda|picture|pipeline|soon|years|future|thinking|thoughts|plans !speed
      no|without|free_of|minus|barring bump|bumps|babies|baby|maternity|pregnancies|little_surprises|happy_accidents|happy_events|new_arrivals|baby_breaks
      little|tiny|small|wee|happy|new|nice|any|good surprise|surprises|accident|accidents|event|events|bundle|arrival|arrivals|announcement|addition|stranger|news .. way|coming|soon|expect*|us|on|planned|?|for_us|to_share|year
      news|something|anything to share|announce|tell .. us|baby|congrat*|due|expect*|bump
      congratulations|congrats|heard|delighted .. on_the_news|on_the_baby|on_the_bump|on_your_news|on_the_pregnancy|on_your_pregnancy|you_are_expecting|the_happy_news|good_news ... given|gave|decided|another|someone|but|however|so|withdraw|offer|feel|best|hold
      waved|turned|pushed|sent|passed|covered|refused|declined|swapped|left .. the|her|a|all|any wine|drink|drinks|glass|booze|alcohol|fizz|champagne|prosecco|sushi|pint|coffee
      newly|just|recently|freshly|thirty|thirties|that_age -? .. married|wed|engaged|wedding|honeymoon ... sums|maths|math|two_and_two|arithmetic|guess|clock|so|next|you_know
      off|stay|staying|stayed|avoid|avoiding|refuse|refused|declined|skipped|passed|not .. the|drink|touch wine|drink|booze|alcohol|fizz|champagne|prosecco|sushi|coffee ... something|guess|expecting|pregnan*|bump|reason|wonder|know
      when|until|till|before|after|once the|your|her|this baby|bump|twins|little_one|child comes|arrives|is|are|born|arrive|here|due|came
      long|how_long ... before|until|till .. maternity|baby|babies|kids|mat|leave_to_have|pregnant|expecting|family
      off on|to maternity|mat|have|have_a_baby|have_babies|have_kids|have_children|start_a
      kids|children|baby|babies|family|motherhood|fatherhood|parenthood .. on_the_agenda|on_your_agenda|on_the_cards|on_your_radar|in_your_plans|in_the_plan|in_your_future|in_the_picture|in_your_sights|for_you|ever_cross|someday|one_day|yet|planned|soon|next_few|next_couple|in_the_next|coming_years !doctor|services|safe|programme
      see|picture|imagine|fancy|want|wanting|think|thinking .. yourself|you .. mother|mum|mam|mummy|father|dad|daddy|parent|kids|children|babies|a_family
      advertise|advertising|recruit|recruiting|hire|hiring|cover|replace|replacing .. cover|again|temp|somebody|someone|her|you .. months|baby|bump|leave|broody|pregnan*|year`,
    judged: `broody|glowing|showing|bump|expecting|pregnan*|maternity|baby|babies|nursery|parental_leave|paternity|the_pram|nesting|due_in|trimester
      recently|just|newly|freshly|getting|soon -? married|wed|wedded|engaged|hitched|moved_in ... guess|bet|months|off|leave|next|year|babies|kids|know|wonder|risk|before|worry|family
      women|woman|girl|lady|she|her|wife ... off|leave|gone|disappear|vanish ... year|months|within|before|baby|babies|kids
      at|of that|her|this age|stage|time ... off|leave|gone|kids|babies|next|risk|wonder|guess`,
    unless: `carers|carer ' leave
      carer 's leave
      antenatal|postnatal|breastfeeding|prenatal class|classes|clinic|clinics|group|groups|nurse|care|unit|support|service|services|counsellor|room|suite
      colleague|colleagues|staff|someone|member|members|nurse|teacher|manager is|are|was|were|goes|went|go on maternity|parental|paternity|adoption
      ewe|ewes|cow|cows|heifer|heifers|mare|mares|sow|sows|lambing|calving|foaling|farrowing|bitch|litter_of
      trial|trials|study .. antenatal|pregnan*|maternity|prenatal
      caller|customer|client|member|patient|employee|tenant ... parental|maternity|paternity leave|pay|form|grant
      delivery|labour suite|ward
      year off the|for_the|from_the machine|boiler|rent
      invoice|report|decision|payment|delivery|train|results|assignment|renewal|library_book ... due
      expectant|pregnant|new|breastfeeding patients|customers|women|mothers|mums ... how|what`,
  }),
  ...familyOf("marital_status", {
    firm: `what|which|was|give|state|any|your|her|his .. surname|last_name|family_name|maiden_name .. before|originally|born|birth|at_birth|previously|changed|prior|pre-marriage|premarital|one_time
      surname|name you|she|he were|was|had|went_by .. born|birth|before|single|wedding|married|unmarried
      name|surname|known|called|went .. by|as|under before|prior|until .. married|marriage|wedding|you_married|wed|got_married|tied
      mrs|miss|ms or|/|, or? a miss|mrs|ms
      is|was|be|might|must there a|some|any|be|'s? a|any? mr|mrs|husband|wife|hubby|missus|fella|partner|spouse !or|smith_on
      there 's|is|was|be a|any|some? mr|mrs|husband|wife|hubby|missus|fella|spouse
      surname|name|names|surnames .. changed|change|differs|differ|different|does_not_match|doesn't_match ... wed|married|marriage|split|divorc*|separat*|may_i|whether|wonder|reference|references|degree|certificate|you ... ?|married|split|wed|divorc*|separat*|husband|wife|reason|hitched
      you|he|she|they have|'s|had|has? split|separated|broken|parted|divorced|divorcing up|ways|,|.|?|$
      newly|just|freshly|recently|soon -? wed|weds|wedded|hitched|spliced|betrothed
      married|single|divorced|separated|widowed|engaged|attached or|/|, .. single|married|divorced|separated|attached|not|engaged|widowed|unattached !point|sign
      mrs|miss|ms or|/|, or? miss|mrs|ms|plain
      are|is it|that mrs|miss|missus|mr_and_mrs
      you two|both|pair been|together|an_item|item|married|living|a_couple|going
      how long .. you|they two|both
      been|living|still|getting together .. ?|you|long
      would|will|does|is|might|did|has himself|herself|hubby|the_missus|the_wife|the_husband .. be|mind|say|think|agree|allow|object|happy|follow|come|approve|let
      what|how would|does|do|did|will|might|is .. himself|herself|the_missus|your_missus|the_wife|the_husband|hubby|your_fella|your_man_at|your_man_say|the_other_half|your_better_half|your_good_lady|her_indoors|him_indoors|'er_indoors|your_intended|your_old_man|the_old_man|the_boyfriend|the_girlfriend|your_partner|your_spouse|your_husband|your_wife .. at_home|say|think|make_of|feel|do|work|mind|happy|earn|cope|reckon|$|?|about`,
    said: `wedded|betrothed|matrimon*|nikah|shaadi|mangalsutra|dowry|bridegroom|bride-to-be|fiance*|spinster*|divorcee|divorcees|widower|widowed|remarri*|remarry|hitched|wedlock|nuptial*|conjugal|husbandless|hen_do|stag_do|hen_night|stag_night|hen_party|honeymoon* !registrar|photograph*|venue|list|fair
      husband|wife|couple -? and -? wife|husband team|couple|pair|duo|only|wanted|preferred|to
      married|wedded|wed|husband-and-wife|live-in|established|settled|working couple|couples|pair|partners|duo|team
      marriage|wedding|nikah|civil_partnership|divorce|decree -? certificate|cert|licence|lines|photo|photos|papers|absolute .. see|bring|attach|send|show|copy|please|need|proof|want|with|submit|provide !registrar
      her|him|'er|er|himself|herself -? indoors|at_home .. say|think|mind|make|happy|let|?
      old_man|old_lady|old_woman|old_dutch|ball_and_chain|ball-and-chain|trouble_and_strife|good_lady|better_half|other_half|significant_other|lady_wife|lady_friend|gentleman_friend|man_friend|sugar_daddy|toyboy|intended|wifey|hubbie|hubby|beau|sweetheart_at|long-term_partner|long_term_partner|life_partner|live-in_partner|live-in_lover|common-law|common_law_wife|baby_daddy|partner_in_life|ex-husband|ex-wife|ex_husband|ex_wife|estranged
      your|his|her|their beau|bloke|fella|feller|fellow|chap|man|woman|girl|lad|lover|ex|wedding|marriage|divorce|separation|in-laws|big_day|bride|groom|engagement|anniversary|vows|nuptials|love_life|romantic|dating|domestic_partner|sweetheart|intended|plus-one|plus_one|date_night !at_the_desk|in_the|friday|with_clients|to_the_team
      steady|serious|long-term|stable|committed|regular relationship|boyfriend|girlfriend|partner|fella|lady|man|bloke .. you|he|she|?|in|have|or
      going|go|gone|been|walking|stepping steady|walking_out|stepping_out|courting|out_with|out_together .. you|someone|anyone|fella|girl|?
      unattached|uncommitted_romantically|spoken_for|footloose|fancy-free|fancy_free|foot-loose|young,_free|free_and_single|young_free|single_and|free_agent|no_strings|on_the_shelf|left_on_the|eligible|still_looking_for_mr|mr_right|mrs_right|miss_right|prince_charming|the_right_man|the_right_woman|lucky_lady|lucky_fella|lucky_man|lucky_woman|lucky_guy|lucky_girl|playing_the_field|on_the_market|off_the_market|taken_already|snapped_up .. you|he|she|still|?|so|or|and|,|.|$|yet
      down|at|up the altar|aisle
      walk|walked|walking|led down the aisle
      put|puts|got a? ring on
      ring|band|rock .. finger|left_hand|hand|wedding|engagement|on_it
      split|splitting|broke|break|breaking|bust|separated|separating|parted up? with|from your|his|her|husband|wife|partner|boyfriend|girlfriend|fella
      going|gone|go|been|went|come|coming|emerged through|out_of|from .. divorce|separation|split|break-up|breakup|messy|marriage|custody_battle
      messy|acrimonious|bitter|ugly|recent|pending|nasty|amicable divorce|separation|split|break-up|breakup|custody
      two|both|couple of you .. move|relocat*|together|come|married
      relocate|relocating|relocation|move|moving|come|coming|abroad|travel|posting|transfer ... partner|spouse|husband|wife|other_half|boyfriend|girlfriend|anyone_with_you|somebody_with_you|alone|on_your_own|by_yourself|solo|as_a_couple|as_a_pair|bring_anyone !data|team|organisation
      single|unmarried|unwed|divorced|separated|widowed|married|engaged|attached|childless|unattached|settled men|women|lady|ladies|gentleman|gentlemen|male|female|males|females|man|woman|person|persons|people|lad|lads|girl|girls|candidates|candidate|applicants|applicant|staff|mother|mothers|father|guy|guys|couple|status|professionals|chap|fella|and|or|need|only|preferred|? !point|source|page|sign|digit|threaded|data|business|customers|clients|responsib*|the_two
      confirm|state|mention|tell|specify|indicate|disclose|declare|know|tick|give|say|include ... married|single|marital|marriage|divorced|wed|wedded|husband|wife|spouse|spouse's|engaged|relationship_status|civil_status !point|sign|page|file|source|pdf|document
      title|prefix|salutation|form_of_address ... mrs|miss|married|single|unmarried`,
    judged: `wed|wedded|wife|husband|fella|hubby|missus|bachelor|spinster|divorce|divorced|separated|engaged|fiance*|boyfriend|girlfriend|in-laws|ring_on|wedding_ring|married|ex-wife|ex-husband|unattached|relationship_status ... so|would|will|might|worry|doubt|risk|free|travel|move|relocat*|stay|leave|commit*|settled|stable|distract*|hours|flight|no_ties|available|baggage|means|why|where|stick|,
      no|without|lacks|has|with|got @spouse|partner|ties|one_at_home|husband|wife|ring
      settled|stable|happily|freshly|newly|recently|still|already|long|thrice|twice|once at_home|married|wed|engaged|divorced|single|separated|widowed`,
    unless: `wedding band seeks|needs|looking|wants|singer|player|guitarist
      work|working|pair|paired|task|project with|in a? partner|pairs
      bring ... partner|friend|guest ... party|dinner|event|picnic|barbecue|open_day
      largest|biggest|smallest|busiest|last|next wedding|weddings
      wedding|weddings .. run|ran|catered|planned|hosted|organised|organized|photographed|managed|booked
      seat|seating|seated a? divorced|separated
      extends|extended|covers|covering|including|includes|for .. spouse|spouses|partner|partners .. charge|cost|free|children|dependants
      cover|benefits|insurance|discount|healthcare|pension .. spouse|spouses|partner|partners|civil_partners
      your|our|the delivery|trading|business|channel|implementation|senior|managing? partner|partners organisation|organisations|agency|manager|team|network
      wedded to the|a|one|his|her
      girl's|woman's|lady's best`,
  }),
];
