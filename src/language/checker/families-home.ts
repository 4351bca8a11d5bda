/** Family, pregnancy, marriage. */
import { familyOf } from "./group.ts";

/** The rules. */
export const HOME_FAMILIES = [
  ...familyOf("family", {
    sure: `childminder childminding babysitter baby-sitter babysitting nanny au_pair school_run nursery_run school_pick-up
      school_pickup grandkids grandchildren single_mum single_mom single_mother single_dad single_parent working_mum
      working_mom working_mother stay-at-home_mum stay-at-home_dad stay-at-home_mom mother_of_two mother_of_three
      father_of_two father_of_three mum_of_two mum_of_three dad_of_two dad_of_three family_commitments family_commitment
      family_responsibilities family_circumstances family_situation family_obligations family_ties family_duties caring_responsibilities
      caring_duties care_responsibilities childcare child-care daycare day-care creche dependants school-age_kids
      school-age_children school-aged kiddies kiddos sprogs rugrats ankle-biters mouths_to_feed family_man family_woman
      family_life home_life domestic_situation home_situation domestic_arrangements empty-nester empty_nester soccer_mom parental_responsibilities`,
    personal: `kids kid child children baby_at_home toddler toddlers twins teenagers little_ones wee_ones little_one wee_one brood
      bairns offspring dependents dependant nippers young_family newborn son sons daughter daughters grandmother grandfather
      elderly_parents elderly_mother elderly_father ageing_parents aging_parents ill_mother ill_father sick_mother sick_child`,
    owned: `mum mam mom mother father dad parents nan granny family household lad_'s little_lad wee_lad little_girl
      eldest youngest folks_at_home brother sister`,
    said: `do|have|are|got .. you .. kids|children|family|parent|mother|father|mum|dad|carer
      how many .. kids|children|siblings|dependents|at_home|household|mouths
      three|two|four|five|small|young|several|all|couple under|below five|six|ten|four|three
      @number under five|three|ten|six
      would|will|is|are the|your family|kids|children|household .. come|move|coming|moving|relocate|stay|follow
      kids|children out the door
      get|getting the kids|children
      kids|children|child|family|little_ones .. stuck_here|late|step_in|cover|morning|evening|door
      who|anyone|anybody|someone|somebody|people|others .. depend|depends|relies|rely|reliant|needs|dependent on|you
      who .. minds|mind|minding|looks_after|look_after|looking_after|picks_up|picks|pick|collects|collect|watches|watch|has|takes|take .. kids|kid|children|child|them|little|wee|baby|lad|boys|girls|mother|dad|mum
      carer|caregiver .. you|for
      who|anyone|anybody|someone|who_else .. you .. live|living|share .. with|home|house
      who .. at_home .. you
      who .. waiting|home for you
      what|how .. happens|happen|manage|managing|cope|coping|juggle|juggling|arrange|arrangements|sort|plan ... kids|children|school|childcare|little|family_at_home|nursery|half-term|half_term|bath_time|bedtime|parents
      school|nursery|kindergarten|creche|playgroup|half-term|half_term|summer_holidays .. kids|pick|drop|you|closed|shuts|rings|calls|your
      school holidays|gate|gates|drop-off|pickup|pick-up|plays|hours_only
      poorly|sick|ill|unwell .. is_it_you|who_stays|stays|stay|home_with|who_takes
      stays|stay|staying at? home|off with|when
      your|his|her family|home|domestic|personal|household life|commitments|situation|setup|set-up|circumstances|obligations|responsibilities|demands|arrangements
      commitments|responsibilities|ties|duties|obligations|demands|situation at home|home-wise|outside_work
      anything|anyone|something at|tying home|you_down|keep|keeps
      ties|tie|tied|tying you|down|him|her .. home|here|place|down
      no|without|free_of|few|minimal|unencumbered|young family|ties|kids|children|dependants|encumbrances|baggage|commitments_at_home
      what about|of the|your kids|children|family|little|parents
      going|go home to|early .. kids|family|children
      baby|child|kids in|at|on the? tow|home|hip|lap|way_home
      parents|mums|moms|mothers|dads|fathers of|with|returning|need|only|preferred|wanted|ideal|looking_for|who_want
      unsuitable|ideal|suit|suits|perfect|great|suitable|fits for? .. parents|mums|moms|mothers|dads|school_hours|parent|mum
      main|primary|sole|full-time|only carer|caregiver|earner|parent
      kids|children|childcare are|is grown|grown_up|all_grown|sorted|at_school|young|small|little|older|in_school|in_creche
      nappy|nappies|bath_time|bathtime|bedtime_stories|parents'_evening|parent-teacher|sports_day|nativity|minder|granny_flat
      temperature|fever|chickenpox|sick_day .. kids|your_kids|school|creche|little
      school|creche|nursery|minder calls|rings|closes|closed|phones
      who|what covers|happens .. when|if .. kids|child|school|creche|sick
      family|home side|front .. covered|sorted|settled|quiet|busy
      one|two|some|any of your kids|children|little_ones
      wrecked|shattered|tired|exhausted|up_all_night .. twins|kids|baby|newborn|toddler
      twins|kids|baby|newborn|toddler .. wrecked|shattered|tired|exhausted|up_all_night|half_the_time
      number of|and ages? .. children|dependants|dependents|kids`,
    judged: `kids|children|child|baby|babies|toddler|toddlers|twins|newborn|childcare|nursery|family|daughter|son ... so|doubt|would|won't|not|will|hack|late|reliab*|availab*|distract*|off|early|travel|commit*|leave|energy|focus|flexib*|sick
      as a|an mother|father|mum|mom|dad|parent|carer
      mum|mother|mom|dad|father to|of|with|so|and|returner|returning|brain
      has|have|had|got|with|mentioned|kept_mentioning|talks_about|talked_about|juggling .. kids|children|family_at_home|toddler|twins|baby|newborn|little|young_family
      ill|sick|elderly|ailing|disabled|frail mother|father|parents|mum|dad|child|son|daughter|wife|husband
      too busy with|at
      baby brain
      family comes|first|man|woman|person|minded|oriented`,
    unless: `working|work with|for children|kids|families|young
      working with children check
      child|children|parent|family -? protection|welfare|psycholog*|nurse|nursing|support_line|support_worker|therapy|therapist|court|lawyer|law|doctor|medicine|centre|component|components|process|processes|node|nodes|class|classes|theme|element|row|rows|record|ticket|page|account|issue|task|safety|seat|lock|locks
      parent|child company|or_guardian|teacher|evening|component
      child's|children's|kids' services|books|book|ward|hospital|home|homes|tv|shoes|clothes|clothing|toys|party|menu|app|hospice|social|centre
      children 's services|books|ward|hospital|home|homes|tv|shoes|clothing|clothes|toys|app|hospice|charity|social|theatre
      teach|teaching|taught|tutor|coach|coaching .. children|kids|toddlers|teenagers
      teacher|nurse|nursery_nurse|playworker|paediatric*|pediatric*|social_worker|tutor|lifeguard|foster|fostering|adoption_team|creche_manager|nursery_manager|nanny_agency|safeguarding|classroom|health_visitor|speech_therapist|scout|camp
      parents complain*|evening|whose|of_pupils|of_patients
      a|the|angry|upset|anxious parent|parents|mother|father of_a|complain*|who|whose|asks|asked|refuses|refused
      bring|bringing .. family|kids|children .. open|party|along|visit
      family friendly|-_friendly|-_run|-_owned|business|firm|room|rooms|ticket|of_products|of_fonts|tree_of|car
      open day
      font|font_families|product|column|instruction family
      families in|of|who|across|through|they|we|our|to|with_disabled
      twins in the
      family photo|photos|product|products|plan_for_the_product|ticket|tickets|pass|size|of|names
      your|the family|families however|in_any
      toys|storybook|playground|vaccination
      for|with children|toddlers|kids|teenagers aged|in_care|who|at|and|with_autism|in
      foster
      child|children in|at the? hospital|school|care|class|ward|nursery
      son|sons & 
      & sons
      brother|sister company|brand|title|team|site
      mother|father tongue|board|ship
      daughter board|company|cells`,
  }),
  ...familyOf("pregnancy", {
    sure: `preg* maternity paternity mat_leave pat_leave parental_leave maternity_leave ivf fertility infertil*
      biological_clock baby_bump broody bun_in_the_oven up_the_duff knocked_up in_the_family_way with_child
      preggers preggo eating_for_two morning_sickness childbearing child-bearing child_bearing miscarr* breastfeed* breast-feed*
      contracepti* the_pill birth_control antenatal postnatal postpartum surrogacy trimester family_planning planned_parenthood abortion
      adoption_leave labour_ward expectant_mother mum-to-be mother-to-be`,
    said: `married|thirty|newlywed|newly-wed|thirties ... what_comes_next|what_happens_next|where_this_leads|what_that_means|what_follows
      woman|women|girl|girls|lady|ladies|one|person|predecessor .. going|went|goes|go|gone|been|being on|off|straight_on leave|mat|to_have
      not|never|only|no|off drinking|drink|wine|alcohol|booze|the_wine ... know|tell_us|announce|news|something|expecting|congrat*
      expectant|expecting|nursing|breastfeeding|would-be|lactating|young mother|mothers|mum|mums|mom|moms|women|lady|ladies|parents
      baby|babies|motherhood|pregnancy|newborn .. fit|fits|figure|feature|come|comes in|into|with|around|alongside|between|among
      ask|asked|asks|asking|enquired|question|questions|keen .. maternity|mat|parental|nursery|creche|family|paternity ... trying|planning|plans|expecting|guess|wonder|suspect|assume|sign|flag|worry|must_be|draw_your
      is|was|already|starting_to|begins_to|beginning_to be? showing|show already|now|$|,|a_bit|soon
      baby|babies|kids|children|family|pregnancy|maternity .. five-year|career|three-year|long-term -? plan|plans|ambitions
      expecting $|?|,|or|and|soon|a_baby|a_child|twins|again|their|her|his_first|first|in_the_spring|to_be_a|already|one
      you .. expecting !a|to|from|us|for
      women|woman|she|ladies .. expecting $|,|and|or|so
      bump !in|on|up|into|the_road|fee|allocator|version .. i|by_next|soon|showing|?|on_the_way|yet|before
      a|that|baby|the bump i|by|soon|showing|before|already|under
      is that a bump
      clock ticking|is_ticking
      ticking clock
      trying|try|tried for a? baby|kids|one|another|family|children|second|first|number
      having|have|had|has|want|wants|wanting|plan|plans|planning|hoping|hope|intend|thinking|think|like|start|starting|expect ... babies|baby|a_family|more_kids|more_children|another_baby|children_one_day|kids_one_day|children_soon|kids_soon|number_two|another_one_on
      have|having|has|had|pop|popping|drop|dropping out? a|the|her|your|another|one sprog|baby|little_one|bairn|kid|child
      start|starting|starts|started|begin|complete|completing|extend|extending|add|adding|expand|grow|growing to? a|the|your|her|his|their|our family !business|firm
      plan|planning|want|hoping|intend|thinking|hope|like|going to|on|of|about have|having|more|any|start|starting|babies|kids|children .. kids|children|babies|family|baby
      kids|children|babies|baby|family on|in|any|down|soon|within|next|one the? cards|horizon|line|road|future|time|day|year|plan|pipeline
      one|another|baby|babies|twins|bun|little_one|second|third|addition|child|news|anything|someone|somebody|stork|bump|arrival on the way
      more|another|any|second|third|fourth|next kids|children|baby|babies|little_ones|one_on_the_way
      off|away|out|leave|gone .. on|to|having|have|for .. maternity|baby|babies|bump|family_reasons|mat
      long|extended|lengthy|year|months|year's|big|prolonged spell|time|period|break|absence|stretch|leave|off ... family|next_year|next_couple|in_the_next|within|coming|planned|reasons|foreseeable
      family reasons|- reasons
      away|off|absent|disappear|unavailable|out|leave|gone .. from? .. six_months|nine_months|a_year|several_months|long_stretch|long_spell|next_year
      newly|recently|just|freshly|about_to_get -? married|wed|weds|engaged .. so|baby|babies|bump|leave|kids|probably|off|money|bet|put
      married|engaged|wed|wedding .. babies|baby|bump|kids|children|leave|pram|nappies
      that|certain|childbearing|baby|fertile|prime age|stage|years .. babies|kids|leave|baby|maternity|off
      women|woman|girl|girls|lady .. of|that|at age|her_age|thirties|thirty* .. babies|kids|leave|baby|off
      settle|settling down and have|to_have
      due date|in_the_spring|in_june
      when .. you due|baby|due
      pram|pushchair|nappies|nappy|stork|cot
      married|wed|engaged .. give_it|year|recruiting_again|back_to_square
      women|woman|girls|ladies .. planning|plan|hoping|trying .. family|baby|kids|children
      look|looks|looked .. months|weeks .. gone|along|pregnant
      put|putting|gained|gaining .. for_two
      glowing|glow ?|$|,|!|.
      touching|holding|rubbing|patting|hand_on .. stomach|belly|tummy
      congratulations ... affect|start|plans|due|date|baby|leave
      family .. complete|finished|done
      seen|saw|noticed .. instagram|facebook|scan|post|announcement .. congratulations|baby|bump|news
      how far along
      going|go|try|trying for a|another|number? second|third|another|two|baby|one_more
      you nursing|pumping|lactating
      off|away|out|absent on leave|extended_leave|long_leave|family_leave
      promise|guarantee|assure|commit .. not .. pregnant|baby|babies|kids|children|family
      news|arrival|arrivals|baby|babies on the way
      women|woman|girls|girl|ladies .. risk|gamble|age|thirties|twenties|married .. leave|baby|babies|kids|off|pregnant|maternity
      first|second|third|next|last baby|child|kid|pregnancy|one_due
      years|year|months before|until|till .. kids|baby|babies|children|leave
      mother|mum|mom to be|-_to_-_be
      have|having|had your|her|the first|second|third|next|last one|baby|child|yet|soon|?
      will|would|do you .. still|even|be .. here|around|available|with_us .. baby|bump|leave|spring
      your|her condition .. allows|permits|delicate
      happy event|news|arrival
      patter of
      become|becoming|be|being a? mother|mum|mom|father|dad|parent|parents .. soon|next|one_day|any|yet|?|someday
      done|finished|through having|with_kids|with_babies|with_having|your_family
      adopt|adopting|adoption of? a|any? child|children|baby|kid|leave
      fall|falls|fell|get|gets|got|getting|fallen pregnant|pregnent|caught
      just|only not had|having|back_from|returned_from .. baby|maternity|leave|birth
      months|weeks gone|along|pregnant|to_go
      babies|baby|little_ones|kids|children|one|another|more in the? pipeline|offing|works|oven|plan|plans|future
      coming|come|came|back off|from .. maternity|parental_leave|baby_leave|having_a_baby|mat
      leave .. after .. probation|baby
      stop|stopped|finish|finished at two|one|three
      are|is you two|husband|wife|both .. trying|thinking|planning`,
    unless: `antenatal|postnatal|postpartum booking|bookings|care|class|classes|visits|records
      maternity|paternity|parental|mat|adoption|sick|pat -? leave? cover|contract|pay|policy|ward|unit|wing|hospital|services|nurse|benefits|rights
      cover|covering|replace|replacing|stand_in ... maternity|paternity|parental|mat|leave
      while .. colleague|manager|lead|head|is .. on
      baby|babies products|food|clothes|clothing|monitor|monitors|unit|ward|shower_gel|steps|boomer|boomers|store|shop|brand|scans|scanner|wipes|formula
      neonatal|midwi*|obstetric*|gynaecolog*|sonographer|health_visitor|embryolog*
      pregnant|expecting|new|breastfeeding women|mothers|patients|people|users|customers|mums|mothers|parents
      weeks|months of|paid|'
      paid|enhanced|generous|equal maternity|paternity|parental
      family business|firm|of_products|law|office|photo|product|app|plan_pricing
      added to the family of
      adopt|adopted|adopting|adoption .. tool|tools|framework|practice|approach|agile|tests|testing|standard|platform|cloud
      product|user|cloud|tool|technology|feature adoption
      due date of|for|on|in|field|is_in
      speed bump
      how|what would|do|did you .. counsel|explain|monitor|treat|advise|assess|care|test|design|build`,
  }),
  ...familyOf("marital_status", {
    sure: `marital_status marital maiden_name maiden_surname née fiance fiancee fiancé fiancée hubby missus other_half better_half ex-wife
      ex-husband significant_other civil_partnership relationship_status spinster bachelor divorcee divorcée newlywed newlyweds
      honeymoon spousal unmarried unwed married_name wedding_ring engagement_ring house-husband house_husband love_life dating_life breadwinner`,
    personal: `husband wife wives husbands spouse spouses boyfriend girlfriend married divorced divorce divorcing widowed widow widower
      cohabiting cohabit hitched in-laws separated_from wedding marriage loved_up lovelife shacked_up single_man single_woman`,
    owned: "partner spouse fella better_half feller man_at_home relationship ring mrs mr",
    said: `
      you|he|she are|is|was|'s? already|still|definitely? taken !a|the|part|over|on|care|time|it|up
      married|single|divorced|attached|hitched|engaged ?|or
      single|married|unmarried|divorced|attached|unattached|childless|settled candidates|applicants|people|men|women|man|woman|girl|girls|guy|lady|ladies|person|persons|only|preferred|status|females|males|couple|couples
      title .. mrs|miss
      miss|ms|mrs ,|or|/ or? miss|ms|mrs
      is there|theres|there's .. mr|mrs|husband|wife|someone|somebody|anyone|lucky|partner|boyfriend|girlfriend|special|fella|lady|lucky
      mr|mrs !or .. on_the_scene|at_home|waiting|back_home|to_consider|then|or_are_you
      and|is|a there|your mr|mrs
      lucky lady|man|woman|guy|girl|fella .. life|home|somewhere|?
      lucky man|woman|lady|guy|fella
      on the scene
      anyone|someone|somebody|who .. you .. go_home_to|come_home_to|share_your_life|settled_with|move_with|seeing|dating
      marriage certificate|cert|licence .. bring|send|attach|interview|please|your
      bring|send|attach .. marriage certificate|cert
      name .. before|prior_to|pre .. wedding|married|marriage|husband|wife
      different name|surname .. wedding|married|marriage
      tie|tied|tying|tyed the knot
      get|getting|got|gets|gotten married|hitched|divorced|wed|engaged
      going|went|go|been|come through|out_of .. divorce|breakup|break-up|split|separation
      messy|recent|nasty|bitter|pending|ongoing divorce|split|separation|break-up|breakup|marriage
      settled|settle|settling down !date
      playing the field
      when .. big_day
      spotted|saw|noticed|see|notice|love the|that|your|a ring|rock|engagement_ring|wedding_band
      footloose|fancy-free|fancy_free
      ring .. finger
      no|wearing|wears|your|a|that ring !road|on_a
      what|where does|do your|he|she|the|his|her husband|wife|partner|other_half|fella|do ... for_work|for_a_living|job|earn|work|think|?
      husband|wife|partner|spouse|other_half|boyfriend|girlfriend|fiance|fiancee|fella|missus .. mind|ok|okay|happy|all_right|fine|object|support|supportive|approve|relocate|move|follow|agree|think|earn*|job|work|works|salary|does|do|say|feel|cope|local|likely
      with|and|bring|your|his|her partner|spouse|husband|wife|boyfriend|girlfriend .. move|relocate|come|transfer|job|career|work*
      surname|name|last_name before|at|prior .. marriage|married|wed|birth
      former|previous|birth|premarital|original|family surname|last_name|name .. marriage|married|before
      change|changed|changing .. name|surname .. married|marry|marriage|wed
      moving|move|relocating|relocate|coming .. on_your_own|by_yourself|alone|with_someone|anyone_else|as_a_couple
      two of you
      second income|wage
      double - barrelled
      trailing spouse
      household income|earner`,
    judged: `husband|wife|boyfriend|girlfriend|fiance|fiancee|spouse
      single so|no_ties|and|,|now|again|since|mother|$
      divorced|married|engaged|separated|widowed .. so|no_ties|and|,|now|again|since|mother
      just|recently|newly|getting|got|about_to_get|gets engaged|married|divorced|separated
      divorce|marriage|wedding !law|lawyer|cases
      partner .. job|move|relocat*|abroad|earn*|works|lives|follow`,
    unless: `gave|gives|told|tells|asked|asks|showed|brought|met the partner|partners
      married the|two|both .. schemas|tables|systems|data|designs
      partner|partners .. reseller|channel|programme|program|agency
      single -? point|sign|source|page|file|process|table|query|server|responsib*|thread|threaded|tenant|largest|most|biggest|digit|use|malt|market|euro|customer|region|handed|node|responsible
      channel|delivery|training|technology|solution|business|implementation|reseller|implementing|trading|our|clinical|programme|law|senior|managing|equity|retail|strategic|agency|hr_business partner|partners
      partner|partners with|in_benelux|agency|agencies|organisation|organisations|company|companies|bank|school|schools|api|portal|programme|program|manager|managers|network|teams|team|firm|charities|track|countries|university|onboarding|integration|integrations
      midwives
      married to the|two|their
      engaged with|throughout|in_the|the|by|and_asked|audience|in_a|as_a|on_the|well
      engagement
      wedding|marriage|weddings planner|photographer|venue|venues|cake|cakes|dress|dresses|registrar|counsellor|industry|coordinator|business|list|events|function|functions|and
      weddings
      divorce|family -? cases|case|law|lawyer|solicitor|clients|court|petition|team|papers
      divorces
      marriage|civil_partnership and|register|registrar|counselling|guidance
      separated the|by|from_the|out|concerns|into
      key ring
      ring road|binder|fence|buffer|ring|topology|network|main|circuit
      attached the|is|are|to|file|files|form|document|you|please|a|as|below|find|agenda|cv|here|herewith|instructions|map|details
      available on|for|from|to|slots|in|online|at|times|until|next|via
      taken from|to|by|in|on|the|over|with|care|from_the|out|up
      in -? laws
      lucky winner|number|dip`,
  }),
];
