/** Faith, parties and unions, as people ask of them without their words. */
import { familyOf } from "./group.ts";

/** The rules. */
export const CREED_FAMILIES = [
  ...familyOf("religion", {
    firm: `cross|crosses|crossing|bless|blesses yourself|himself|herself|themselves
      kneel|kneels|kneeling|bow|bows|genuflect* .. noon|together|pray|mecca|altar|five|god|too
      keep|keeps|keeping|kept|observe|observes|break the|any|your|his|her fast|fasts|sabbath|vow|vows|feast|holy_day
      sunday|sundays|friday|fridays|saturday bell|bells|morning|mornings .. where|find|found|pew|mass|church
      bell|bells .. sunday|where|mass|church
      it was|is the veil|hijab|turban|beard|cross|religion|faith|headscarf|crucifix|prayers
      pioneer|pledge|temperance man|men|pin|badge
      what|which|whether|if do|does|did? you|he|she believe|believes|worship|worships|pray $|?|,|in|to
      what|which do|does you|he|she believe|worship
      holy|sacred book|books|scripture|text|texts|water|man|days|law you|he|she|live|follow|swear|read|by|?
      live|lives|living by .. holy|bible|quran|scripture|book|commandments|faith|church|torah|word
      are|is|be|still|not|all|both of the faith
      off|given_up|avoids|refuses|won't_touch|abstains_from the|from|all? drink|alcohol|booze|meat|pork .. religion|faith|religious|belief*|god|church|mosque
      beards|beads|bangles|turbans|veils|scarves|crosses|skullcaps|kirpans|karas|rosaries ,|or|and|/ beards|beads|bangles|turbans|veils|scarves|crosses|skullcaps
      families|neighbours|staff|team|clientele|residents|customers|children|everybody|everyone here|are|is|all .. @faiths .. suit|mind|fit|you|comfortable|problem|same
      believe|believer|belief in god|jesus|the_almighty|almighty|a_higher_power|allah|heaven|christ|an_afterlife|the_afterlife|hell|a_creator|the_lord|our_lord|something_bigger
      make|made|making|took|take your|his|her|first confirmation|communion|first_communion|holy_communion|bar_mitzvah|bat_mitzvah|vows|hajj
      open|opens|start|starts|begin|begins|close|closes|end|ends .. day|week|shift|meeting|morning .. with|in prayer|prayers|hymn|bible|mass|puja|grace|worship|scripture|reading
      prayer|prayers|worship|mass|puja|hymns|devotions|chapel .. staff|employees|everyone|all|join|attend|mandatory|compulsory|expected
      prayer|prayers|namaz break|breaks|time|times|slot|room_twice
      church|mosque|temple|chapel|synagogue|gurdwara .. how_often|every|you_there|weekly|regular|are_you|do_you_go|committed|elder|warden_or
      choir|band|group|volunteer|youth .. church|mosque|temple|chapel|parish .. how|you_there|often
      saturday|saturdays|sunday|sundays|friday|fridays|weekend .. mass_or|mosque|church|chapel|temple|synagogue|gurdwara|service|worship|meeting
      mass|church|chapel|prayers or|and the? mosque|temple|synagogue|prayers|gurdwara|chapel|nothing
      object|objection|objections|mind|offended|offend|uncomfortable|problem to|with|by? .. christmas|easter|nativity|carols|hymns|crucifix|cross_on|grace|prayers|bible .. given|background|your|faith|because|you
      christian|catholic|muslim|islamic|jewish|hindu|sikh|faith-based|evangelical|biblical|kosher|godly practice|firm|household|company|family|home|employer|business|house|outfit|team|workplace|ethos .. look|want|seek|believers|same|share|expect|only|so|need|must
      look|looking|want|wanted|seek|seeks|seeking|prefer|prefers|hire|only|suit|suits for? .. @faiths !customers|texts|art|schools|school|studies
      not|no|never suit|suitable|for|welcome .. @faiths
      imam|rabbi|priest|pastor|vicar|minister|granthi|elders|mullah|guru|church_elders .. think|say|says|allow|approve|know|mind|of_you|let
      full|black|the veil|burqa|niqab|habit .. clients|customers|uneasy|wear*|off|children|pupils
      pray|praying|prays .. you|he|she|they|to|who
      teetotal|abstemious muslim|methodist|mormon|christian
      birthdays|blood_transfusions|halloween .. witness|religio*|jehovah*
      you|he|she|they .. be? fasting|observing|praying|worshipping .. month|ramadan|lent|heat|shift|week|work|?
      holy|bible|jesus|god|gospel|happy-clappy|church joe|joes|roller|rollers|mary|marys|willie|willies|freak|freaks|nut|nuts|basher|bashers|botherer|botherers|squad|thumper|thumpers|brigade|lot|mob|type|types !tools
      bit|touch|proper|real|regular|total of? a|an? holy|saint|puritan|zealot|bible|god|churchy|preachy|mullah|monk|nun|vicar|priestly|pious|devout
      cross|crucifix|star|medal|medallion|beads|kara|thread|rosary|pendant|om|ankh|cap|crescent|scapular|charm round|around|on|at|about his|her|your|their|the neck|head|wrist|throat|lapel
      @garb|cap|robe|robes|beard|veil|scarf|head_covering|headcovering|head_scarf|head-scarf|headgear|skull_cap|religious_dress .. customers|clients|guests|patients|front_of_house|reception|till|hygiene|take_off|remove|without|leave|off|at_work|on_shift|every_day|scare*|put_off|nervous|image|look|comfortable|lose|ditch|must|shave|trim|problem|always|not_allowed|issue|at_home|shaking|shake
      @garb|beard|cross|veil|scarf .. religious|faith|religion|reasons|belief*|god
      take_off|remove|lose|ditch|leave|shave|trim|cut|cover|hide|tuck|without|no|off your|his|her|the|that|any|their @garb|beard|sidelocks|veil|scarf|cross|headgear|head_covering|kara|bangle|thread !from_the
      beard|shave|turban|hijab|cross|veil .. religious_or|religious_reasons|faith_or|or_not|religion_or
      shake|shakes|shaking|touch|touching|take hands|hand|the_hand .. women|woman|lady|ladies|female|females|opposite_sex|men|man|girls
      hands with .. women|lady|ladies|female|opposite|girls
      friday|fridays|saturday|saturdays|sunday|sundays|week off|free|away|early|at|before|from|after|clear|without_work .. sundown|sunset|dusk|nightfall|mosque|church|temple|synagogue|sabbath|shabbat|shabbos|prayer*|worship*|mass|chapel|service|observ*|religio*|meeting_house|gurdwara
      sundown|sunset|dusk|nightfall|sabbath .. friday|fridays|saturday|saturdays|off|leave|home|work|rota|sabbath
      not|never|refuse*|can't|cannot|won't|unable|unwilling|object*|want|wants work|working|do|shifts|off|drive|trade .. sabbath|sunday|sundays|saturdays|fridays|holy_days|holy_day|on_religious|for_religious .. religio*|church|faith|belief*|sabbath|god|because|off|observ*|conscience|worship|?
      kick|kicks|kicking|digs with|?|$ .. foot|?
      what|which|wrong|other|right foot .. kick|dig|digs
      prayer mat|mats|beads|breaks|times_at|life
      walk|walked|walking|walks|talk|talks with|to the? lord|god|jesus|christ|him_upstairs|almighty
      pastor|vicar|priest|imam|rabbi|minister|elder|parish_priest .. reference|letter|vouch|sign|recommend*|you|your|him|her
      pork|bacon|alcohol|ham .. religio*|faith|reasons_of|belief*|you_object|not_touch|won't_touch|refuse*`,
    said: `vegetarian|teetotal|teetotaller|no_meat|dietary .. religio*|faith|brahmin|caste|belief*
      christmas|easter|carols|nativity|santa|grace|hymn|hymns|assembly|angelus .. you_object|object|religio*|faith|your_lot|uncomfortable|join_in|take_part|mind|problem|comfortable
      time|days|leave|holiday|holidays off for|over|at|around @feasts|religious|prayers|worship
      will|would|do|does|need|needs|want|wants .. @feasts|prayer|prayers|mosque|church|mass|religious_holidays .. off|leave|time|early|break|away
      what|which|whose|any|what's|state|your|his|her .. faith|religion|creed|denomination|sect|church|mosque|temple|god|rite|persuasion|gods|confession|congregation|parish .. you|your|he|she|follow|belong|attend*|practis*|if_any|were|brought|from|are|is|he's|she's|people
      how|are|is|was|very|too|so|bit|quite|rather|openly|fairly|deeply|obviously|visibly|pretty religious|devout|godly|churchy|pious|observant|spiritual|god-fearing|saintly|holy|preachy|strict_about
      do|does|did|are|is|have|has you|he|she|they|your_family|your_parents|your_folks|your_people .. @worship|@feasts|keep_kosher|keep_halal|keep_the_sabbath|keep_the_faith|keep_lent|say_grace|say_your_prayers|fasting|believe|practising|practicing|go_to_church|attend|convert|converted|religious|saved|born_again|found_god|found_jesus|lapsed
      you|he|she|his|her|your|they .. @faiths|@worship|@feasts|@garb .. ?|or|family|home|upbringing|background|keen|every|wife|husband|parents|type|sort|person|community|customers|clients|problem|mind|fit|uncomfortable|school|reasons|all_that|lot|people|lad|girl|boy|as_well|too
      @faiths only|preferred|preferably|need_not|not|please|candidates|applicants|staff|household|family|home|values|couple|gentleman|lady|girl|boy|ethos_is_a_must|person|people|lad|man|woman|types|type|wife|husband|parents|background|name|upbringing|stock|lot !customers|wishes
      only|no|not|prefer|preferably|preferred|another|more|hire|hiring|rather|wanted|want|must_be|should_be|ideally|strictly|practising|practicing|committed|devout|good|strict|lapsed|born|cultural|nominal|fellow|proper|staunch @faiths !or_other|festivals|wishes
      christened|baptised|baptized|circumcised|converted|reborn|saved_by|ordained .. you|he|she|catholic|into|yet|ever|as|where
      you|he|she .. christened|baptised|baptized|converted|circumcised|born-again|saved_by|ordained
      practise|practising|practice|practicing|practises|profess|professes|follow|follows|keep|keeps|observe|observes .. faith|religion|creed|sabbath|commandments|scriptures|islam|judaism|hinduism|god|fasts|feasts|lent|kosher|halal|holy_days
      put|puts|putting|place|places|god|faith|church|religion first|before|above work|the_job|the_business|god|us|profit
      prays|pray|praying|prayed|prayer|prayers .. five|times|a_day|breaks|before_meals|at_work|in_the_office|on_shift|for|every|mat|desk|lunch|daily|you|team
      accept|accepted|found|find|love|loves|serve|serves|know|knows|follow|follows|believe|believes|trust|trusts|fear|fears in? the? jesus|god|christ|lord|almighty|saviour|allah|prophet|higher_power|afterlife|heaven|hell !knows|forbid
      god|allah|jesus|christ|almighty|saviour|heaven|hell|lord|prophet|maker .. you|he|she|his|her|your .. believe*|with|personal|life|mention*|talk*|relationship|every|always|name
      man|woman|person|people|family|home|household of god|the_book|the_cloth|faith|prayer
      statement|declaration|letter|reference|confession|affirmation|reference_from of|from .. faith|pastor|vicar|priest|imam|rabbi|minister|elder|parish|church|bishop|granthi|baptism
      eat|eats|drink|drinks|touch|touches|handle|handles|serve|serves|cook|sell|taste not|n't|no|won't|any? pork|bacon|beef|alcohol|meat|booze|ham|pig .. religio*|faith|reasons|belief*|because|muslim|hindu|object*`,
    judged: `@garb|@feasts|@faiths
      cross|medal|beads|thread|cap|beard .. round|neck|head|religious
      wears|wore|wearing a|an|the|her|his big|little|large|small? cross|crucifix|veil|scarf|cap|robe|beads`,
    unless: `@feasts sales|range|menu|rota|campaign|stock|peak|rush|orders|hampers|week|trading|offers|event|party|traffic
      confession|confessions : 
      mass -? market|production|transit|email|mailing|spectrometry|balance
      for god's|goodness
      prayer|quiet|multi-faith|faith room|rooms|space|book|books
      uniform|uniforms .. supplied|include*|provided|matching|offer*
      the gospel|bible of|for
      church|chapel|temple|cathedral street|road|lane|square|house|farm|bells|organ|roof|accounts|hall|wardens|gate|hill|end
      role -? play|case_study|menu|menus|funeral|funerals|burial|burials
      chaplain|chaplaincy|curate|curator|verger|organist|museum|funeral|stonemason|bell|theology|tour_guide
      baptism|baptised of|by fire`,
  }),
  ...familyOf("politics_union", {
    firm: `lads|workers|men|colleagues|staff|others|drivers|nurses|everyone|depot|floor .. signing|sign|signed cards|union_cards|petition|petitions|up_to_the_union
      signing|sign|signed union|authorisation|authorization|membership|recognition|the cards
      picture|poster|photo|tattoo|t-shirt|bust|mug|cap of|with a? che|lenin|marx|mao|trump|thatcher|stalin|castro|corbyn|farage|modi|putin|mandela_and
      che guevara|on
      council|parish|party|union seat|branch|meeting|meetings|colours|ticket .. you|his|her|drop|likes|give_up
      likes|loves|attends|goes_to|never_misses|keen_on his|her|the|their branch|union|party|council meetings|meeting
      your|his|her colours|leanings|banner|flag|true_colours
      placard|placards|banner|banners|megaphone .. you|him|her|seen|news|with
      with a|the|your placard|banner|megaphone|loudhailer|picket
      republicans|democrats|tories|socialists|communists|marxists|lib_dems|brexiteers|remainers|trumpers|lefties|leftists|anarchists .. not|no|only|preferred|desk|please|out|here|hire|avoid|rather|want
      members|member|followers|supporters|people|friends of|from the|any|an? opposition|ruling_party|resistance|movement|left|right|hard_left|far_right|party .. not|will|rejected|favoured|preferred|only|welcome
      acas|unite|unison|gmb|siptu|nlrb|the_union|union_rep|shop_steward|works_council|labour_court|tribunal .. phone|ringing|by_lunchtime|straight|run|runs|running|before|first|at_the_drop|every
      phone|run|runs|running|ring|rings|call|calls|go|goes|went|crying|complain* to|the|on_the_phone_to|straight_to .. acas|unite|unison|gmb|siptu|nlrb|union|union_rep|shop_steward
      which|what paper|newspaper|rag|daily|broadsheet|tabloid|news .. your|his|her .. table|door|letterbox|read|house|home|breakfast
      too|so|very|bit|rather|overly outspoken|vocal|political|loud|opinionated|active|militant|passionate .. about|on|for .. palestine|israel|gaza|brexit|trump|climate|politics|immigration|abortion|union|unions|government|independence|gender|rights|ukraine
      @parties|conservatives|liberals|patriots|nationalists preferred|only|first|wanted|please|welcome_only|need_not|not
      family|parents|people|folks|father|dad|household .. @parties|conservative|liberal|union|republican|democrat .. people|family|voters|house|?|men|stock
      rep|representative|spokesman|spokesperson|delegate|steward|convenor for|of your|the|his|her .. colleagues|workers|lads|staff|co-workers|workmates|shift|men|members
      organised|organise|organized|organize|organising|rallied|stirred_up|rile|riled_up|unionised|signed_up|led|mobilised the? couriers|drivers|nurses|pickers|workers|lads|men|cleaners|riders|warehouse|porters|packers|carers|baristas|pilots|crews|teachers|coworkers|co-workers|workmates|shop_floor
      easier|happier|better|comfortable|prefer ... union|party|politics|placards|marches
      attend*|go|goes|went|been|regular|seen at|to|on .. marches|protests|rallies|demos|demonstrations|vigils|meetings_of_the
      marches|protests|rallies|demos she|he|you|they
      cross|tick|mark|x on|in|by .. ballot|box .. you|your|who|whose
      blue|red|green|orange|yellow|left|right|leave|remain|yes|no or red|blue|left|right|green|remain|leave|orange , .. which|you|are
      stay|stayed|stand|stood|come|came|walk|walked|go|went|stop|stopped|be out|in|working .. drivers|nurses|teachers|miners|others|lads|rest|union|doctors|postmen|dockers|colleagues .. struck|strike|came_out|went_out|walked|downed
      led|leading|leads|organised|organiser_of|behind|ringleader_of|part_of|joined|supported|started|backed|fomented the|a|that|last_year's? strike|walkout|walk-out|stoppage|picket|sit-in|protest|march|go-slow|rent_strike|occupation|petition|ballot|union_drive
      supporters|members|friends|loyalists|voters of .. party|government|leader|minister|union .. favoured|preferred|only|welcome_not|need_not|first|not
      badge|badges|sticker|stickers|rosette|pin|lanyard|t-shirt|tote|bag|cap|flag|poster|placard .. campaign|protest|party|political|slogan|wrong_lot|rainbow_of_protest|union|vote|remain|leave|maga
      campaign|protest|political|party|union|slogan|election badge|badges|sticker|stickers|rosette|pin|lanyard|t-shirt|tote|cap|flag|poster|posters|placard|placards
      sign|signs|signed|signing|hand_out|handed_out|handing_out|pass|passed|collect|collected|distribut* union|cards|membership|petition|leaflets|flyers|authorisation cards|card|forms|among|round|at
      card -? carrying|carriers
      patriot|patriots|patriotic|true_patriot|nationalist .. not|only|want|looking|lefty|you
      subs|dues|fees|levy to|of|for a|any|the|your? union|unions|branch|party
      wrong|right|other|sort_of|kind_of newspaper|paper|papers|news .. for|reads|read|office|reader
      went|go|come|came|gone out with the drivers|nurses|teachers|miners|lads|barristers|doctors|rest|union|others|workers|dockers|firemen|lecturers|staff|railwaymen|posties
      fear|feared|expect|risk|worry .. repeat .. strike|out|union|walkout|march
      modi|trump|biden|putin|erdogan|starmer|farage|corbyn|orban|macron|merz|scholz|meloni|bolsonaro|lula|milei|netanyahu|zelensky|kejriwal|rahul_gandhi|starmer's man|woman|fan|fans|supporter|supporters|voter|voters|hat|type|person|lover|hater|apologist|?|for_our
      fond|fan|supporter|admirer|critic|keen of|on mr|mrs|president|prime_minister|mister? trump|modi|putin|farage|corbyn|starmer|biden|erdogan|macron|the_government|the_prime_minister
      red as|under .. beetroot|bed|bolshevik|flag|fire|$
      down|downs|downed|downing tools .. you|he|she|him|her|they|lads|would|again|by|last|if|others|ever
      down|downs|downed|downing|lay|laid|laying_down tools|spanners
      reads|read|reading|reader|takes|gets|buys|watches|watching|watch|listens_to|subscribes_to|seen_with the|a|of_the? @press
      @press reader|readers|reading|type|types|lot|crowd|brigade|view|lefty|watcher|viewer !desk|newsroom|journalist
      what|which paper|newspaper|news_channel|channel|papers|broadsheet|podcasts .. you_read|you_take|you_buy|do_you_get|you_watch|do_you_follow|do_you_read|do_you_take|do_you_watch
      get|getting|got|start|started|starting|set|setting|form|forming|formed|tried_to_get|help|helped|build|building|found|founded a|the|an|up_a|our|their union? branch|chapter|local|lodge|cell|union|unions|bargaining_unit|staff_council|works_council|workers'_committee|workers_committee|recognition .. going|up|off|started|at|in|on|here|recognised|among !office|switch|bank|of_the_bank
      bargaining unit|units|rights|agreement_with|committee
      agitat*|rabble-rous*|stir|stirring|stirred|stirs|troublemaking|organising|organizing|unionis*|unioniz*|unionist .. for|up|at|trouble|workers|staff|lads|the_men|the_floor|here|union|strike|among
      @parties voter|voters|supporter|supporters|member|members|man|woman|type|types|activist|activists|sympathis*|sympathiz*|badge|sticker|card|council*|candidate|leaning|leanings|household|family|at_heart|through|crowd|lot|rosette|branch|sign|poster
      father|mother of the? chapel
      union|unions -? basher|bashing|buster|busting|loving|lover|minded|household|type|types|man|woman|lad|people|trouble|troublemaker|background|lot|family|town|job|shop|card|ticket|badge|heavy|agitator
      non-union|nonunion|union-free|union_free|anti-union|open_shop|right_to_work_state .. site|shop|house|lads|people|only|workforce|and|environment|workplace|,|.|$|company|firm
      we|it|this_is|place|site|shop are|is|'re|run|a|an non-union|nonunion|union-free|no_place_for_unions
      which|what|either side .. aisle|house|divide|spectrum|border_question|fence_politically|referendum
      champagne|armchair|salon|gauche socialist|socialists|communist|revolutionary|caviar
      wokery|too_woke|woke_type|woke_lot|so_woke|bit_woke|pc_brigade|sjw|social_justice_warrior|tree-hugger|treehugger|eco-warrior|eco-mob|climate_zealot|feminazi|snowflake|antivaxxer|anti-vaxxer|flat-earther|conspiracy_theorist !up`,
    said: `protest .. against|for .. government|war|cuts .. you
      
      collective|union|workers'|workers|staff bargaining|recognition|committee|council|organising|organizing|solidarity|action|movement|rights_activist
      are|is|was|were|be|you|he|she|bit|closet|secret|raging|staunch|lifelong|dyed-in-the-wool|proper|total|real|typical of? a|an? @parties !of_the|mp|party_conference
      @unions rep|reps|member|members|card|official|branch|steward|man|woman|person|convenor|delegate|organiser|dues|badge|lanyard|people|background|activist
      join|joined|joining|member|paid|belong|belongs|belonged|carry|carries|left|leave|card .. @unions
      convenor|convener|shop_steward|branch_secretary|fed_rep|strike_committee|works_convenor|branch_chair|union_secretary|safety_rep .. you|he|she|was|were|last|been|at|before|?|past
      union|unions .. you|your|he|she|his|her|him|they|applicant*|candidate* .. ?|join*|belong*|member*|pay|sympath*|keen|active|history|past|stay_out|steer_clear|keep_out|mind|feel|think|before|last|side|vote
      no union|unions|strikers|agitators|shop_stewards|activists|troublemakers|lefties|tories|politics|politicos|trots|communists|socialists|party_members|trumpers|protesters|militants !dues|jack
      strike|strikes|striking|walkout|walkouts|walk-out|industrial_action|picket|pickets|picket_line|stoppage|sit-in|work-to-rule|go-slow .. part|crossed|joined|led|supported|would|out|with_the|last_year|record|history|involved|vote*|ringleader !price|a_deal|rate
      you|he|she|they .. cross|crossed|join|joined|lead|led|organise|organised|take_part|took_part|go|went|come|came|walk|walked|stand|stood|sign|signed .. strike|walkout|walk-out|picket|picket_line|picket_lines|stoppage|protest|march|demo|demonstration|petition|rally|sit-in|union_card|union
      seen|saw|spotted|noticed|photo|photographed|picture .. march|demo|protest|rally|picket|placard|banner|leaflet*|campaign*|canvass*|rosette|maga|sit-in
      where|how|which_way|who|what .. you|your|he|she|his|her|they .. politically|politics|political|vote|voted|voting|ballot|stand_on|lean|side_of_the_house|left_or|polling|election|referendum|persuasion
      on the|which|what left|right|side|wing of politics|the_house|the_aisle|spectrum
      opinions|opinion|views|view|feelings|thoughts|position|stance|line|take|make|reckon|think .. on|of|about .. @parties|brexit|trump|abortion|gaza|palestine|israel|immigration|guns|gun_control|kashmir|taiwan|ukraine|climate_protest*|united_ireland|independence|monarchy|royal_family|reform_party|welfare_state|nationalisation|privatisation|capitalism|socialism|trans_rights|vaccines|vaccine_mandates|lockdowns|net_zero|the_government|this_government|new_government|prime_minister|taoiseach|the_president|congress|parliament|elections|the_election|unions|trade_unions|strikes|union|organised_labour|minimum_wage_politic*
      feel|feels|felt|stand|stands|fall|falls|sit|sits|come_down about|on .. brexit|trump|abortion|gaza|palestine|israel|immigration|guns|gun_control|unions|strikes|independence|monarchy|the_government|border|taxes_politic*|socialism|capitalism|republic
      your|his|her|their tweets|posts|timeline|facebook|twitter|instagram|likes|retweets|feed .. politic*|left|right|government|@parties|gaza|israel|trump|brexit|protest*
      true|blue|red|green|left|right -? wing|winger|wingers|leaning|wingery|of_centre|minded|-_wing|-_leaning|blooded_tory
      loyal|loyalty|loyalties|sympath*|supporter|supporters|follower|enemy|friend|critic of|to|with|for .. government|party|regime|president|minister|opposition|unions|union|movement|cause|republic|ruling_party`,
    judged: `reds|pinko|pinkos|commie|commies|trot|trots|leftie|lefty|tory|trade_unionist|unionist|bolshie|activist|canvassed|campaigner|agitator
      branch .. going|chicken|plant|factory|depot|started|set_up|formed
      reads the @press|paper`,
    unless: `lawful|unlawful|legal|during|despite|through|kept|running strike|strikes .. agreement|law|ward|shop|service|open|without
      join|not|or .. union|unions or|as not|you|makes_no|odds|difference
      free|right|welcome to join|belong
      strike a|the|price|rate|balance|out|off|team|that|this
      lightning|bird strike|strikes
      rally -? driver|car|cars|point|race|bus
      picket fence
      labour costs|cost|ward|market|hours|rate|rates|day|intensive|relations|turnover
      unison with|reading|singing|in
      in unison
      branch manager|office|network|of_the_bank|in_the_app|in_git|strategy|merge*|closures
      credit union|unions
      european union
      rugby|student|students' union`,
  }),
];
