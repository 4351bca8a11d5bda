/** Religion, politics, orientation. */
import { familyOf } from "./group.ts";

/** The rules. */
export const BELIEF_FAMILIES = [
  ...familyOf("religion", {
    sure: `churchgoer churchgoing church-going mosque-going god-fearing godfearing god-botherer bible-basher bible-bash* bible-thumper born-again
      hijab niqab burka burqa headscarf turban yarmulke kippah kippa skullcap crucifix rosary kirpan bindi sabbath shabbat ramadan eid diwali
      yom_kippur rosh_hashanah hanukkah passover holy_day holy_days religious_holiday religious_holidays religious_observance religious_beliefs denomination
      baptised baptized confirmed_catholic jehovah's_witness jehovah's mormon scientolog* evangelical atheist agnostic heathen infidel
      devout pious synagogue mosque gurdwara parishioner proselyt* holy_communion friday_prayers prayer_times faith_group creed`,
    personal: `religion religious religions church prayer prayers pray prays praying worship worships worshipping
      quran koran torah christian christians christianity muslim muslims islam islamic jewish jew jews judaism hindu hindus hinduism sikh sikhs buddhist
      catholic catholics protestant protestants anglican methodist presbyterian baptist quaker pagan jain parsi lutheran pentecostal adventist
      believer believers spiritual spirituality rabbi imam god allah jesus
      fasting kosher halal`,
    owned: "faith church beliefs religion god lord mosque temple sect",
    said: `kick|kicks|kicking|digs with|?
      which|what foot
      left -? footer
      you .. believe|believer .. god|anything|higher|in_jesus|afterlife|in_a
      sunday|sundays|saturday|saturdays|friday|fridays|weekend|weekends|rota|shift|shifts ... religious|religion|church|mass|prayer|prayers|worship|sabbath|synagogue|mosque|temple|faith|chapel|belief*
      celebrate|celebrates|observe|observes|observing|keep|keeps|keeping|mark|fast|fasting|do ... christmas|easter|ramadan|eid|diwali|hanukkah|lent|sabbath|passover|holi|religious_holidays|holy_days|festivals|kosher|halal
      christmas|easter|ramadan|eid|diwali|hanukkah|lent .. your_lot|you_celebrate|you_keep|you_observe|something_you|do_you|people_celebrate|your_family|your_people|your_thing
      which|what|any|your|his|her religious|holy|faith|feast|holidays holidays|days|festivals|observances|obligations|commitments|do_you|beliefs
      what|which church|faith|religion|parish|denomination|school_of_islam|sect|mosque|temple|god
      raised|brought_up|grew_up|married_into|born|convert|converted|converting|lapsed|practising|practicing|observant|strict|committed|cultural|devout .. catholic|christian|muslim|jewish|hindu|protestant|religious|sikh|mormon|islam|buddhist|believer|orthodox|in_the_church|in_the_faith|anglican|faith
      catholic|christian|muslim|jewish|hindu|protestant|sikh or protestant|catholic|muslim|hindu|something|other|what
      are|is|were|was you|he|she|they|your_family|your_parents|your_folks|folks .. religious|christian|muslim|jewish|catholic|protestant|hindu|sikh|buddhist|mormon|believer|atheist|spiritual|observant|saved
      wear|wears|wearing|wore|take_off|remove|cover|covers|covering|without .. hijab|headscarf|scarf|veil|turban|cross|crucifix|head|hair|skullcap|beard_for
      beard .. religious|faith|shave|trim|reason
      christian|muslim|jewish|hindu|catholic|biblical|islamic|religious|spiritual|godly|faith|protestant|kingdom couple|couples|girl|boy|lady|gentleman|values|household|home|family|lifestyle|candidates|candidate|applicants|staff|only|preferred|background|man|woman|person|people|convictions|belief|beliefs|type|types|nut|nutter|freak|zealot|fanatic|believers|commitment|heart|believer|ethos_in_your
      walk with|in the? lord|god|jesus|christ|faith
      personal|living|active|deep|strong|sincere|committed|vibrant|shared|real|genuine|our|same faith|walk|relationship_with|believer|christian|belief|commitment_to_christ
      love|serve|follow|know the lord|christ|jesus|god
      man|woman|person|people of faith|god|the_cloth
      time|off|breaks|break|slip|nip|pop|stop|pause|leave|excused|days ... pray|prayer|prayers|mosque|mass|religious|worship|namaz|salah|church|religious_reasons
      pray|prays|praying|prayer|prayers .. work|shift|day|during|times|office|before|breaks|five|team|daily|mandatory|opening|each|morning|clients
      religious|faith|beliefs|belief|convictions .. conflict|interfere|get_in|affect|prevent|stop|clash|problem|issue|work|impact|rota|shifts|weekends
      eat|drink|handle|serve|touch .. pork|alcohol|beef|meat .. religion|religious|faith|belief*|reasons|muslim|hindu
      shake|shaking hands .. women|men|opposite|religious
      religion|faith|sect|denomination : $
      say|says|saying grace
      pastor's|priest's|imam's|vicar's|baptism|baptismal|pastor|priest|imam|church reference|letter|certificate|membership
      go|goes|going|went|attend|attends|get|gets|belong|belongs|regular to|at? church|mass|mosque|synagogue|temple|chapel|services_on_sundays|sunday_service
      no|without|not|never religious|headscarves|turbans|hijabs|veils|muslims|christians|jews|hindus|catholics|atheists|beards
      christmas party|carols .. religious|belief|you_object|object|faith
      religion|god matter|important|role|part|come_into|feature ... you|your
      place|role|importance|part of faith|religion|god|the_church
      religious|faith|church person|type|side|family|background|upbringing|community|stuff|thing|things|views|reasons|grounds|objections|commitments|activities|dress|symbols|garb
      christening|bar_mitzvah|bat_mitzvah|baptism|first_communion|hajj|umrah|pilgrimage .. you|your|he|she|his|her`,
    judged: `
      religion|religious|church|mosque|synagogue|prayer|muslim|christian|jewish|hindu|catholic|sikh|bible-bashy|happy-clappy|sunday_school
      quite|very|openly|bit|too|rather|so religious|christian|catholic|spiritual|devout
      his|her|their faith
      orthodox jew|jewish|christian
      can't|cannot|not|won't do|work saturdays|sundays|fridays|friday_afternoons|after_sundown`,
    unless: `halal|kosher|vegan .. dishes|meals|options|food|menu|lunch
      lunch|menu|catering|canteen .. halal|kosher
      prayer|quiet|multi-faith|multifaith|faith -? room|rooms|space|is_on|facilities
      mass production|spectromet*|market|email|mailing|migration|transit|spec|balance|produced|storage|layoffs|updates|media|communication|import|customisation|appeal|vaccination
      leap|good|bad|act|acts|lost|blind|misplaced|articles of? faith
      faith in|was_misplaced
      temple street|road|station|lane|bar|meads|university
      church street|road|lane|house|farm|windows|tower|roof|organ|hall|hall_bookings|archive|website|builders|architect|charity|school|schools|restoration|bells|accounts|records|of_england_school
      catholic|christian|jewish|muslim|islamic|faith|hindu|anglican|buddhist school|schools|charity|museum|ceramics|art|studies|history|aid|hospital|cemetery|finance|banking|texts|architecture|calligraphy|dior|aid's|customers|users|market|funeral|burials|mortgage
      religious education|studies|charity|history|artefacts|site|texts|buildings|organisations|publisher|publishing|affairs|art|festival|festivals|music
      halal|kosher range|products|food|meat|market|menu|suppliers|kitchen|certif*|options|meals|catering|butcher|line
      festival|sales|peak|traffic|spike|promotion|campaign|season|demand ... diwali|christmas|easter|ramadan|eid
      diwali|christmas|easter|ramadan|eid -? festival|sales|peak|traffic|spike|promotion|campaign|season|demand|rush|party|menu|trading|lunch|bonus|stock|temp|temps|range|market|cards|is_busy|period|closure|shutdown|opening|break|orders|hampers|trees
      christmas included|is_when|and_new_year|week|eve_shift|day_rate
      choir|organist|chaplain|verger|sexton|curator|museum|bursar|theolog*|religious_studies|clergy|cathedral_shop|stained|organ_builder
      race|sex|age|gender|disability|ethnicity , religion
      religion ,|or race|sex|age|gender|disability
      orthodox approach|view|method|way|thinking
      gospel of|truth
      bible of
      veil of
      lord mayor|of_the
      lent us|me|him|her|them|out|money|it|the|a|to
      confession : 
      design bible|system
      do you believe in_tests|in_tdd|in_pair|in_code|in_data|in_the_value|in_this|in_it|that tests|test|data|tdd|pair|code|the|this|it
      for god's
      thank god|goodness`,
  }),
  ...familyOf("politics_union", {
    sure: `shop_steward shop-steward union_rep union_man union_card union_membership union_member union_dues union_activity union_activities
      unionise unionize unionised unionized unionising unionizing unionist unionists picket picketed picketing picket_line scab strikebreak* strike-breaker
      political_party political_views political_opinions political_affiliation political_affiliations political_leanings political_beliefs
      political_activity political_activism party_member party_membership party_card tory tories maga brexiteer brexiteers remainer remainers remoaner
      leftie lefties lefty lefties leftist rightwinger right-winger left-winger marxist communist socialist trotskyist trump trumpist trumper
      farage corbyn starmer sunak truss macron le_pen modi bolsonaro biden netanyahu hamas zelensky putin orban erdogan sinn_féin sinn_fein fianna_fail fine_gael
      bjp aap ukip snp afd antifa blm extinction_rebellion just_stop_oil wildcat_strike industrial_action works_committee collective_bargaining works_council`,
    personal: `politics political politically union unions strike strikes strikers activist activism protest protests protested protester protesting march_against marched rally rallies
      demonstration demonstrations republican republicans democrat democrats conservative conservatives liberal liberals labour_voter labour_supporter green_voter libertarian brexit abortion gaza palestine
      israel left-wing right-wing left_wing right_wing far-right far-left far_right far_left woke voted vote votes voting voter ballot campaigner canvass* canvassing steward government_critic`,
    owned: "politics union party vote voting local_branch",
    said: `who|which|how|what|where .. you|he|she ... vote|voted|voting|backed|lean|rooting|stand_politically|sit_politically
      what|how do|did|are|is|was you|your .. think|make|feel|thoughts|opinion|take|view|views|reckon|position|feelings .. of|on|about|towards .. government|president|prime_minister|pm|election|referendum|brexit|party|strikes|strike|unions|union|immigration|war|gaza|protests|protest|minister|labour|tories|congress|parliament|mayor|chancellor|taoiseach|vaccine_mandates|gun|abortion|climate_protesters|border|lockdown
      vote|voted|voting|votes|backed|campaigned|canvassed|leafleted|door-knock* for|labour|tory|leave|remain|green|greens|democrat|republican|trump|yes|no|against|left|right|reform|in|at|last
      who|whom|which_way .. you .. backing|rooting_for|voting|supporting|going_for .. november|may|election|polls|time|ballot|next|vote
      which|what party|side|way|candidate|paper|newspaper|news_channel|news !section|sections|page|pages|desk|stories|story|agency|size|supplier|stock|type|you_would_cut ... you|he|she
      left|right|centre|center of|- wing|centre|center|leaning|winger|wingers
      far -? left|right
      pro|anti|against|for -? union|unions|trump|brexit|israel|palestine|vaccine|vax|abortion|choice|life|government|establishment|immigration|modi
      lean|leans|leaning left|right|politically|democrat|republican|green|conservative
      join|joined|joining|belong|belongs|belonged|member|members|membership|active|involved|sign_up|signed_up|paying|card-carrying|part_of|affiliated|supporter|rep|official|delegate ... union|unions|party|trade_union|guild|momentum|movement|syndicate|siptu|unison|gmb|teamsters|seiu|verdi|ig_metall|branch
      union|unions|syndicate .. you|member|join|rep|reps|steward|official|vote|ballot|recognised|recognising|recognition_vote|support|organiser|organizer|sympath*|type|background|past|history|trouble|troublemaker|stuff|drive|people|activist|activities|minded|-_minded|free|-_free|supporter|supporters|dues|card|before
      organise|organize|organising|organizing|organised|organized|sign|signed|signatures|signing|petition|cards|card|collect* ... colleagues|co-workers|coworkers|workers|workplace|staff|depot|shopfloor|shop_floor|floor|warehouse|drive|campaign|would_you|union|lads
      collecting|collect|collected signatures
      on|during|in|the strike|strikes|walkout|walk-out|picket .. with|you|were_you|did_you|last|your
      strike|strikes|striking|walkout|walk-out|go-slow|stoppage ... you|join|troublemaker|ringleader|him|her|he|she|last_place|last_job|old_place
      referendum|election|elections|polls|ballot|polling_station|by-election|primaries|midterms .. you|your|ballot
      you|your .. referendum|election|polls|polling_station|primaries|midterms
      left|right or right|left
      councillor|party_organiser|party_worker|campaign_volunteer .. you|he|she|his|her|for
      unite|unison|siptu|gmb|teamsters member|rep|branch|official|card|steward
      member|join|joined|belong .. unite|unison|siptu|gmb|teamsters|rmt|cwu|afl-cio|seiu
      stand|side|opinion|view|views|stance|feelings .. immigration|abortion|brexit|trump|guns|gun_control|climate|vaccines|palestine|israel|gaza|ukraine|government|welfare|taxes|unions|strikes
      workers|staff|employees|people|colleagues .. bargain|represented|representation|collective|organise|organize|unionise|unionize|stand_together|standing_together
      organise|organize|organised|organized|organising|organizing .. workers|staff|colleagues|drive|walkout|petition|strike|campaign
      staff_association|employee_association|workers'_rep|staff_rep|union_official|branch_secretary|branch_officer
      win|wins|winning|won|want .. the? election|referendum
      election|referendum .. you|who|your
      mates|colleagues|workers|lads|co-workers|others|everybody|staff|crew ... walked_out|walk_out|down_tools|downed_tools|stopped_work
      walk|walked|go|gone|stay|march out with|together|in_solidarity
      ringleader|troublemaker|agitator|rabble-rouser|rabble_rouser|stirrer|firebrand|militant|bolshie|bolshy|barrack-room
      protest|protests|demo|demos|marches|marched|rally|rallies|sit-in|encampment .. you|attend|attended|been|joined|part|against|for|arrested|last
      siptu|forsa|gmb|unison|rmt|aslef|usdaw|ucu|teamsters|seiu|uaw|ufcw|verdi|cosatu|nasuwt|bectu|organised_labour|organized_labor
      labour|tory|tories|reform|green|trump|maga|palestine|israel|lib_dem|republican|democrat|party|union|political sticker|badge|hat|cap|flag|poster|placard|pin|t-shirt|sign|rosette|lanyard|bumper
      brexit .. good|bad|you|?
      go|goes|went|been|attend|attended|join|joined|seen on|to|at .. march|marches|demo|demos|protest|protests|rally|rallies|demonstration|encampment
      political|politics|party : $
      donate|donated|donation|donations|donates .. party|campaign|political|candidate|pac
      posts|posting|tweets|tweeting|socials|feed|facebook|twitter|linkedin|timeline|instagram|profile|social_media .. trump|left|right|political|politics|gaza|palestine|israel|brexit|climate|union|woke|activist|labour|tory|modi|party|maga|protest
      not|no|never|must_not|cannot|without .. union|unions|unionists|party|political|politics|strikers|strike|activists|trade_union
      share|shares|hold|holds|support|supports|uphold .. conservative|liberal|progressive|political|left-wing|right-wing|nationalist|patriotic|socialist values|politics|views|beliefs|outlook|ideology|principles
      conservative|liberal|progressive|left-wing|right-wing|patriotic|nationalist|republican|socialist values|views|outlook|household|mindset|people|candidates|applicants|leanings|types|newspaper_reader
      works council|committee
      stand up for .. workers|rights|colleagues
      hold|holding strong political`,
    judged: `
      political|politics|tory|labour|tories|left-wing|right-wing|woke|activist|activism|placard|campaigner|socialist|republican|democrat|brexit|militant
      pro|anti -? union|trump|israel|palestine|brexit|vax
      `,
    unless: `candidate|candidates for mayor|parliament|election|president
      mock|count*|tally* .. poll|votes|vote|ballot
      union query|all|select|join|type|types|operator|find|set
      propos*|call*|held|put|hold|holds|took|take|before .. vote
      line number|numbers|manager|managers|item|items|by
      organised|organise|organising|organized|organize|organizing the|a|an|our|her|his|their !union|workers|staff|colleagues|strike|walkout|petition|workforce|campaign|drive|lads|men|protest
      : voted ,|.|and|with|on
      with|of|about the|these|those|two|some lines
      ^ voted ,|.|and|with|on
      union all|jack|type|types|square|station|select|find|set|contract|payroll|budget|street|over|of|law|lawyer|negotiat*|negotiations|agreement|talks|and_intersection|learning|bank|flag
      credit|european|eu|student|students'|students|rugby|customs|tagged|discriminated|monetary union
      collective|union|enterprise|works -? bargaining|agreement|agreements|council .. sets|terms|covered|pay|covers|negotiat*|applies|minutes
      covered|set|governed|negotiated by .. collective|union
      negotiat*|negotiate|liaise|liaising|consult|relations|work_with|working_with|meet_with|deal_with|bargain .. union|unions|works_council|reps|council
      labour|labor|industrial|employee|government|public|political -? relations|affairs|science|scientist|editor|correspondent|desk|reporter|risk|reporting|economy|consultancy|advertising|campaign_manager|polling|theory|history
      politics desk|editor|correspondent|degree|teacher|reporter|lecturer
      office|internal|company|organisational|organizational politics
      politics of|in the|a
      voting|vote|ballot system|machine|machines|app|software|online|button|paper|papers|software's|buttons|shares|rights_of_shareholders
      vote for one|the
      upvot*|downvot*|dot_voting
      rail|train|bus|tube|ferry|airport|postal|transport|metro|air_traffic -? strike|strikes
      strike a|the|off|out|my|through|that|balance|price|rate|zone|team|it|this|us|me|you|him|fund
      strikes|struck|strike me|us|a_balance|a_chord
      conservative estimate|estimates|approach|assumption*|with|in_his|in_her|and_he|on|about|figures|forecast|dose|dentistry|treatment
      estimates|forecast|forecasts|figures|numbers|design|assumptions .. conservative
      liberal arts|education|use|amounts|with
      labour|labor ward|market|costs|cost|force|hours|intensive|law|lawyer|saving|savings|supply|rates|shortage
      green party_wall|paper|belt
      left|right -? hand|handed|side|click|column|join|join|aligned|panel|over|early|the|a|his|her|out|shift|- to
      cover|covering|covered|report|reporting|reported .. election|elections|politics|parliament|strike|strikes|protest|protests
      democratic|republican of|society|process
      party wall|supplies|planner|invitations
      third|first|interested|other|christmas|staff|office|leaving|working -? party|parties
      party library|libraries|supplier|suppliers|data|software|cookies|apis?|vendor|vendors|tools|logistics
      demonstration|demo of|to|for|video|account|environment|the|a|app|site|day
      demo
      rally car|cars|the_team|driver
      march # 
      in|by|from|until|of|since|till|last|this|early|late|mid march
      mp #|player|file|files
      aap store
      israel|palestine|brexit office|market|team|customs|paperwork|import*|rules|readiness
      customs|import|imports|exports|shipments|planning .. brexit`,
  }),
  ...familyOf("orientation", {
    sure: `gay lesbian lesbians bisexual homosexual heterosexual transgender transsexual trans queer lgbt lgbtq lgbtqi lgbtqia non-binary nonbinary
      asexual pansexual cisgender gender-fluid genderfluid sexuality sexual_orientation sexual_preference sexual_identity gender_identity gender_reassignment deadname
      dead_name same-sex same_sex tranny dyke poof poofter bent_as sex_change assigned_at_birth sex_at_birth birth_sex civil-partnered
      effeminate limp-wristed mincing crossdress* cross-dress* drag_queen closeted light_in_the_loafers they/them he/him she/her`,
    personal: "straight_or transition transitioned transitioning pronouns pronoun intersex",
    owned: "orientation sexuality pronouns sex gender transition lifestyle private_life sexual",
    said: `bring|bringing|have|dating|date|seeing|met|meet|is_there|marry|married|prefer|introduce|partner ... mr|mister|husband|boyfriend|him|he|man|guy or the|a|an? mrs|ms|miss|missus|wife|girlfriend|her|she|woman|girl
      change|changed|changing|changes|swap|swapped|switch|switched your|his|her? sex|gender|genders|title_and_name|name_and_title|name_and_sex
      another|different|other|previous|former first? name|forename ,|and|or title|sex|gender|pronoun*
      traditional|normal|proper|natural|conventional|god-fearing|wholesome family|families|marriage|marriages|household|households|couple|couples|man|values|home|set-up|setup
      man and wife|woman .. marriage|only|as_god|as_nature
      know|knew|known|realise|realised|realize|realized|discover|discovered|find_out|work_out|tell .. different|not_like from|to|than|other the|other|most? boys|girls|kids|men|women|lads|guys
      different|not_like from|to|than|the other|most boys|girls|lads|men|women
      talk|talked|talking|on|about|at|to|after|attends|attended|goes|went .. pride $|,|and|every|last|this|-
      that|alternative|such_a|chosen|particular|different|those|certain lifestyle|lifestyles
      bat|bats|batting|bowl|bowls|play|plays|kick|kicks|hit|hits for|from|with the|your|our? other|same|both|own|pavilion|opposite team|side|sides|end
      are|is|was|were|think|suspect|reckon|sure|bet|guess|obviously|clearly|pretty_sure|seems|probably|openly|must_be|confirmed you|he|she|they|he_'s|she_'s|he's|she's .. gay|straight|lesbian|bi|trans|queer|one_of_them|that_way_inclined|camp
      gay|straight|bi|lesbian|trans ,|or|?
      straight|gay or gay|straight|bi|what|lesbian
      that way inclined
      come|came|coming|comes|been|be|out as|out|at|of|to|as .. closet|gay|out_at_work|out_to|to_your_family|out_as
      before|when|since|after you|he|she .. came|come|transition* out|to_your|into
      always|really|actually|originally|born|biologically|technically|naturally|once|formerly|previously|used_to_be|still|assigned|genetically a|an? man|woman|male|female|boy|girl|bloke|guy|fella|lady|lad|he|she !'s|is|was|has|to_the_point|on_time|who
      used to be .. man|woman|male|female|boy|girl|bloke|guy|fella|lady|lad|he|she|called|different_gender
      was|were|is|born|identify|identifies|present|presents|dress|dresses|live|lives|become|became as|into|a? a? man|woman|boy|girl|bloke|female|male .. before|once|now|at_birth|originally|?|apparently|then|full_time|day
      man or|/ a? woman
      male|female|boy|girl or|/ female|male|girl|boy
      hormones|hormone_therapy|on_t|on_oestrogen
      transition|transitioned|transitioning|transitions !from|to_a|to_the|plan|into_management .. you|he|she|gender|yet|fully|before|complete|surgery|$
      your|his|her|their|real|birth|old|previous|former|original|dead|legal|given .. name .. transition*|before_you_came|before_he_was|before_she_was|trans|as_a_man|as_a_woman|came_out
      different name|gender|sex .. before|out|birth
      which|what|your gender|sex .. born|birth|identify|really|assigned|passport|are_you|sleep|attracted|prefer|date
      what|which sex|gender are|were|do|is
      attracted|fancy|into|sleep|sleeping|dating|date|seeing|prefer|love|go_for|chase .. men|women|girls|boys|lads|fellas|guys|blokes|fella_or|man_or|men_or|women_or|same_sex|guys_or|a_man|a_woman
      fella|man|guy|boy|bloke|he|boyfriend|husband or a? girl|woman|she|lady|girlfriend|wife
      girl|woman|lady|she|girlfriend|wife or a? man|guy|fella|boy|he|boyfriend|husband
      partner|other_half|spouse ,|- what|is|and .. his|her|he|she
      partner|other_half|spouse .. his_name|her_name|he_or_she|man_or|woman_or|male|female|a_man|a_woman|same|which_gender
      married|living|live|lives|living_with|partnered to|with a|another? man|woman|fella
      his husband|boyfriend
      her wife|girlfriend
      two|both mums|moms|dads|mothers|fathers|husbands|wives|men|women .. married|raised|couple|you
      light on his feet
      if you get|catch|know|take my|me|what
      flatmate|roommate|housemate|friend|companion ' 
      ' flatmate|roommate|housemate|friend|companion|friend_of_the|partner
      pronoun|pronouns .. he|she|his|her|they|he/him|stuff|nonsense|business|thing|headache|crowd|email|signature|badge|pass|too|not|eye|roll
      goes|go|going|went by|as .. they|pronouns|he_/_him|she_/_her
      uses|prefers|wants|insists on|to_be_called|to_be? ' they
      uses|use|prefers|wants|insists|goes|go by|as|on|to_be_called? .. they_/_them|they_them|pronouns|he_/_him|she_/_her
      uses|prefers|insists on|to_be_called? they $|,|now|instead|as
      they / them
      conventional|traditional|normal|natural|wholesome|alternative|regular|proper|clean-living|heterosexual|particular -? heterosexual|private_life|lifestyle|lifestyles|family_lifestyle|sexuality|relationship|relationships|gender|home_life|orientation
      private|personal|love|sex life|lives
      lifestyle .. choice|choices|private|alternative|gay|his|her|he|she|you|customers|clients
      straight|heterosexual|normal|real|traditional|proper|genuine|biological|natural|cis|actual men|women|man|woman|male|female|couple|couples|people|candidates|applicants|males|females|guy|guys|lads|only .. only|preferred|wanted|please|$|,|and|no|who|need
      no|not|never|without .. gays|gay|lesbians|lgbt*|trans|transgender|queers|homosexuals|activists_for|pronoun|pronouns_nonsense
      camp|campy|flamboyant|butch|mannish|girly|swishy|fruity|limp-wristed|theatrical|effete
      rainbow lanyard|badge|flag|pin|sticker|hair|laces|scarf .. he|she|you|his|her|so|means
      pride .. march|parade|you_go|did_you|month_off|flag
      which|what toilet|toilets|bathroom|bathrooms|loo|loos|restroom|changing_room|changing_rooms
      toilet|toilets|bathroom|bathrooms|loo|loos|restroom|changing_room .. you_use|would_you|do_you|he|she|they|use
      girlfriend|boyfriend ... boyfriend|girlfriend
      he|man|bloke|lad .. nail_varnish|nail_polish|make-up|makeup|eyeliner|lipstick|mascara|skirt
      deep voice .. woman|she|her|lady|girl
      obviously|clearly|really|is|actually a he|she $|,|.|or
      you out ?|to|at|yet
      straight ?|$|or|yourself
      what|which sex|gender .. birth|born|certificate|passport|assigned|originally|say|put
      pronoun|pronouns .. what|exotic|fussy|matter|care|business|he|she|they
      loos|toilets|changing_room|changing_rooms|bathroom ... trans|gender|he|she|which|parents
      wife or .. husband
      your|his|her|their love|sex|private|personal life|lives
      straight-acting|alphabet_people|rainbow_crowd|the_gays|gaydar
      mannish|manly|butch|masculine for|woman|lady|girl
      used to .. called|known_as|go_by .. something|else|different|another|man|woman|before
      the|that walk|way he|she walks|talks|dresses|carries|holds|speaks .. gay|camp|obvious|you_know|wink
      if you catch|know|get .. drift|mean|meaning
      confirmed bachelor
      not the marrying
      never had a girlfriend|boyfriend|wife|husband
      friend of dorothy
      passes|passing as|for a man|woman|male|female
      man|bloke|guy in|wearing a|the dress|makeup|skirt|heels
      gender|sex on|in|of your|the birth|passport|certificate|id|licence
      husband|wife|partner .. gay|two_men|same`,
    judged: `rainbow lanyard|badge|flag|pin|sticker|laces|scarf|socks
      gay|lesbian|bisexual|trans|transgender|queer|homosexual|camp|effeminate|butch|closet|pronouns|non-binary
      having|has|mentioned|with|about|open|openly|talked|talks|casually|dropped a|her|the|having? girlfriend|wife .. she|her|gulf|clients|accounts|too
      she|her .. girlfriend|wife|partner_is_a_woman
      he|his|him .. boyfriend|husband|partner_is_a_man`,
    unless: `gender|gender-pay -? pay|balance|report|gap|split|neutral|equality|studies|breakdown|data|ratio|field|bias|neutrality|inclusive
      people|forms|everyone|anyone|anybody|users|customers|fields of any|every|all gender|genders
      network|erg|resource_group|allies|ally|charity|helpline|youth|history|centre|clinic|magazine|rights|campaign|film_festival|film|bookshop|novel|archive|foundation|society|programme
      transition|transitions -? like|was|went|took|phase|cost|costs|risk|risks|budget
      transition|transitions|transitioned|transitioning .. from|to|plan|matrix|diagram|period|team|metal|css|state|services|into_management|manager|planning|into|out_of|between|smoothly|arrangements|year|page|away
      sexual -? health|harassment|offences|violence|assault
      trans -? fat|atlantic|national|-_siberian|fats|missions
      bi -? weekly|monthly|annual|directional|lingual|tool|dashboard|dashboards|reports|team|analyst|developer
      straight answer|line|away|after|forward|to|talking|into|on|face|from
      pride in|of|ourselves|yourself
      pronouns if|optional|on_your_badge|in_your_signature|may|are_welcome|for_us_to_use|to_use|we_should_use
      name|pronouns you .. use|like|prefer|go_by|want
      camp|camps site|counsellor|leader|ground|summer|boot|training|manager|kitchen|cook|director
      summer|training|boot|refugee|labour|base|sports|holiday -? camp|camps
      orientation week|day|of_the|session|pack|programme|portrait|landscape|meeting|sensor|for_new
      gender or|, .. any|whatever
      hormone|hormones assay|clinic|test|lab|receptor|levels_in
      swing|swings in|between|the|door|shift|states|trading|voters|by_the
      private life|lives of
      pride month|of_place`,
  }),
];
