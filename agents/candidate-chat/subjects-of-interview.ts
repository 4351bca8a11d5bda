/** What candidates ask of the interview itself: the way, being there, a call by video, what is brought, worn and used. Of English. */
import { type Subject, BROKEN, SPOILT, LINE, CALL, PAID, TRAVEL, near } from "./subject.ts";

/** Told of an interview on site without being asked for. */
export const ADDRESS: Subject = {
  asked:
    /\b(?:(?:office|street|postal|your|the) address|address of|(?:which|what) (?:floor|street|building|entrance)|where(?:'s| is| are| exactly is) (?:the |your )?(?:office|offices|building|reception|you based|you located)|where are you)\b/i,
  told: "address floor street the_office_is our_office_is we_are_at located getting_here how_to_find",
  isOfCase: true,
};

/** Told of an interview on site of which the way is asked. */
export const WAY: Subject = {
  asked:
    /\b(?:public transport|metro|subway|underground|tube|tram|bus|train station|(?:nearest|closest|which) (?:station|stop)|directions|how far\b|(?:get|getting|travel|come|find my way) (?:to (?:you|your|the (?:office|building|place)))|how (?:do|can|should|would) i (?:come|travel|get to)|(?:find|reach) (?:you|the (?:office|building))|(?:hard|easy|difficult) to find)\b/i,
  unless: new RegExp(
    `${near(PAID, TRAVEL).source}|(?<!\\bhow (?:do|will|would) i )\\b(?:have|need|required|expected|supposed) to (?:come|go|travel)\\b|\\bmust i (?:come|go|travel)\\b`,
    "i",
  ),
  told: "getting_here how_to_find how_to_get how_to_reach find_us directions u-bahn s-bahn tube underground metro subway tram bus station public_transport on_foot",
};

/** Told to whoever says that a link leads nowhere. */
export const CONNECTION: Subject = {
  asked: new RegExp(
    `${near(LINE, SPOILT).source}|${near(CALL, BROKEN).source}|\\b(?:disconnect\\w*|(?:get|got|am|was) cut off|technical (?:problems?|issues?|difficult\\w+)|tech(?:nology)? (?:fails|problems?|issues?)|power cut|outage)\\b`,
    "i",
  ),
  unless: /\b(?:lost|find|can't see) .{0,20}(?:e-?mail|link|invit\w+)|hotel|train/i,
  isOfCase: true,
  told: "connection_fails connection_drops connection_breaks connection internet internet_fails technology technical_problem* technical_difficult* cut_off breaks_off disconnect* dial_in call_in",
};

export const OF_INTERVIEW: readonly Subject[] = [
  // The way, and being there.
  {
    asked: /\b(?:park|parking|car ?park|garage|leave (?:my|the|a) car)\b/i,
    told: "parking park garage car_park cars your_car",
  },
  {
    asked: /\b(?:bikes?|bicycles?|biking|cycl(?:e|ing)|scooters?|e-?bikes?)\b/i,
    unless: /\b(?:hiring|interview|review|release) cycle/i,
    told: "bike* bicycle* cycling cycle scooter*",
  },
  {
    asked:
      /\b(?:airports?|flying in|fly in|land at|(?:my|the|by) (?:plane|flight) (?:\w+ ){0,2}(?:lands?|arrives?|gets? in))\b/i,
    unless: /\bpick(?:s|ed)? (?:me|us) up\b/i,
    told: "airport*",
  },
  WAY,
  ADDRESS,
  {
    asked:
      /\b(?:reception(?:ist)?|report (?:to |at )?(?:when|once|on|\w+ )?(?:i )?arriv\w*|(?:where|who|what) (?:\w+ ){1,3}(?:when|once) i (?:arrive|get there|am there|come)|sign in (?:at|when|on)|(?:where|how) (?:do|can|should) i (?:sign|check) in|front desk|(?:ring|which|door) ?bell|ask for (?:when|at|once)|(?:get|let|come|go) (?:me )?in(?:to|side)? (?:the |your )?(?:building|office|house)|entrance|intercom)\b/i,
    told: "reception ring entrance front_desk door intercom",
    isOfCase: true,
  },
  {
    asked:
      /\b(?:step[- ]?free|stairs|steps (?:to|at|in front)|lifts?|elevators?|ramps?|wheel-?chair\w*|accessib\w*|barrier-?free)\b/i,
    told: "step-free stairs lift elevator ramp wheelchair* accessib*",
  },
  {
    asked:
      /\b(?:late|delay(?:ed|s)?|not (?:be )?(?:there )?on time|miss(?:ed|ing)? (?:my|the) (?:train|bus|flight|connection|start)|stuck (?:in|on|at)|held up|hold me up|traffic)\b/i,
    unless:
      /\b(?:later|late(?:r|ly)|as late as|too late to|reply|answer|late (?:shift|hours)|how late)\b/i,
    told: "late delayed running_late",
  },
  {
    asked:
      /\b(?:how early|arrive early|come early|(?:when|what time) (?:should|do|must) i (?:arrive|be there|show up|come|turn up)|(?:minutes|min|bit|too) early|be there (?:\w+ ){0,2}earl(?:y|ier))\b/i,
    unless:
      /\b(?:log|dial|join|connect|sign|click)(?: (?:in|on|the|my)\b|\b)|\b(?:call|link|video|zoom)\b/i,
    told: "arrive_early come_early be_there_early too_early beforehand minutes_before before_the_first arrive",
    isOfCase: true,
  },
  // By video.
  CONNECTION,
  {
    asked:
      /\b(?:record(?:ed|ing|ings|s)?|tap(?:ed|ing)|film(?:ed|ing|s)?|screen ?captur\w+|transcri\w+|note-?takers?|note ?taking (?:ai|bot|tool|app)s?|otter|fireflies)\b/i,
    unless: /\b(?:criminal|track|my|academic|police|driving) records?\b/i,
    told: "record recorded recording* transcript* transcrib*",
  },
  {
    asked:
      /\b(?:install\w*|download\w*|plug-?ins?|(?:which|what) (?:app|software|program|browser|platform|tool)s? (?:do|should|will|must|is|are)|browsers?|chrome|firefox|safari|(?:have|need|set) (?:\w+ ){0,3}(?:an? (?:app|account)|up an account))\b/i,
    unless: /\b(?:team|you(?:r)?(?: \w+)?|company) use|develop/i,
    told: "installed install* download* browser an_app zoom webex google_meet microsoft_teams",
  },
  {
    asked:
      /\b(?:(?:test|trial|dry) (?:call|run|link)|(?:test|try|check) (?:\w+ ){0,3}(?:link|camera|mic\w*|sound|audio|setup|set-up|zoom|teams|call|connection)|try (?:it )?(?:out|beforehand|before))\b/i,
    told: "try_camera try_out test_call beforehand",
  },
  {
    asked:
      /\b(?:cameras?|web ?cams?|blur\w*|video off|turn (?:on|off) (?:my )?video|virtual background)\b/i,
    told: "camera* webcam* blur*",
  },
  {
    asked:
      /\b(?:slides?|slide ?deck|power ?point|(?:give|hold|make|prepare|do|have) (?:an? |any |my |the )?(?:\w+ )?presentations?)\b/i,
    told: "slides slide presentation* powerpoint",
    isOfCase: true,
  },
  {
    asked:
      /\b(?:notes|notebook|cheat[- ]?sheets?|crib|pen and paper|paper and pen|prompts in front|write things down)\b/i,
    told: "your_own_notes own_notes notes notebook",
  },
  {
    asked:
      /\b(?:chat ?gpt|gpt|co-?pilot|claude|gemini|cursor|llms?|genai|ai|artificial intelligence|auto-?complet\w*)\b/i,
    unless:
      /\b(?:are you|is this|am i (?:talking|chatting|writing|speaking) (?:to|with)) (?:an? )?(?:\w+ )?(?:chat ?gpt|gpt|claude|gemini|llm|ai|co-?pilot)|\b(?:you|team|company|engineers|developers|product|they|people) (?:\w+ )?(?:use|uses|using|do with|build)\b|\b(?:strategy|products?|features?|train(?:ed|ing|s)?|evaluat\w+|scor\w+|decid\w+|screen\w*|rank\w*|judg\w+|rat(?:e|es|ed|ing)|grad(?:e|es|ed|ing)|assess\w*|analy[sz]\w*|filter\w*|select\w*|reject\w*|hir(?:e|es|ed|ing)|review\w*|(?:mark|check)(?:s|ed|ing)? my)\b/i,
    told: "ai ai_tools generative llm llms chatgpt copilot assistant completion",
  },
  {
    asked:
      /\b(?:google (?:things|stuff|something|it|syntax|an?)|(?:to|can i|could i|i) google|search (?:the )?(?:web|internet|engine|online)|(?:go|look) online|look(?:ing)? (?:\w+ ){0,3}up|look at (?:the )?(?:docs?|documentation|manual|reference)|stack ?overflow|(?:the|read|use|check|consult|at) (?:docs|documentation)|use the internet|open[- ]book)\b/i,
    told: "documentation search_engine google googling internet the_docs look_up look_things_up",
  },
  {
    asked:
      /\b(?:(?:which|what|any|choose|pick|my|preferred) (?:\w+ ){0,3}(?:programming|coding) language|programming languages?|language .{0,30}\b(?:cod(?:e|ing)|program\w*|task|exercise|test|write)\b|(?:(?:do|solve|write|code|use|choose|pick|take|in|with) (?:\w+ ){0,4})(?:python|java|javascript|typescript|go(?:lang)|rust|ruby|c\+\+|c#|kotlin|php|scala|swift)(?![\p{L}\p{N}]))|\b(?:is|are) (?:python|java|javascript|typescript|go(?:lang)?|rust|ruby|c\+\+|c#|kotlin|php|scala|swift) (?:\w+ )?(?:ok|okay|fine|allowed|possible|accepted)|(?:which|what) language (?:may|can|should|do|will|would) (?:i|we) (?:use|code|write|work|program)/iu,
    unless: /\b(?:you|your team|they) (?:use|write|code|work)|\bjob|\brole\b|\brequire/i,
    told: "programming_language* choose_the_language language_of_your_choice python java typescript javascript golang",
  },
  {
    asked:
      /\b(?:coding|live ?cod\w+|code (?:live|something|on)|(?:have|need|asked|going) to code|leet ?code\w*|hacker ?rank|codility|algorithms?|algorithmic|data structures?|riddles?|puzzles?|brain ?teasers?|trick questions?|white ?board\w*|pair ?program\w*|technical (?:test|task|exercise|challenge|assessment|part|questions?)|(?:what|how) .{0,20}\b(?:the|this) (?:task|exercise|test|challenge)\b|(?:is there|do i (?:do|take|get)|will there be) (?:\w+ ){0,2}(?:tests?(?! (?:call|run|link))|exercise|task|challenge)\b)/i,
    unless:
      /\b(?:do|does) (?:you|your team|the team|they|engineers|developers) (?:\w+ )?(?:do|use|practi\w+)\b|\b(?:dress|door|entry|access|post) ?code\b|\b(?:drug|medical|covid|personality|psycho\w+|aptitude|iq|language|english) tests?\b|\bbootcamp|\b(?:evaluat\w+|graded?|marked|scor\w+|judged?|assessed)\b|\b(?:decides?|scores?|screens?|selects?|filters?|reads?) (?:\w+ ){0,3}(?:me|my|us|candidates|applica\w+|cvs?)\b/i,
    told: "technical_task the_task coding live_coding exercise riddles whiteboard algorithm*",
    isOfCase: true,
  },
  {
    asked:
      /\b(?:system design|architecture (?:round|question|interview|part)|design (?:round|question|interview|a system))\b/i,
    told: "system_design architecture",
  },
  { asked: /\b(?:home ?work|take[- ]?home)\b/i, told: "homework take-home take_home" },
  {
    asked: /\b(?:ide|editors?|vs ?code|vim|emacs|intellij|pycharm)\b/i,
    told: "your_own_editor our_editor editor ide",
  },
  {
    asked: /\b(?:shar(?:e|ing) (?:my |the |a )?screen|screen ?shar\w+)\b/i,
    told: "share_your_screen sharing_your_screen screen_sharing screenshar*",
  },
  {
    asked: /\b(?:laptop|macbook|own computer|my computer|keyboard|charger|adapter|hdmi)\b/i,
    unless: new RegExp(
      `${near("laptop|computer", BROKEN).source}|\\b(?:what|which) (?:laptop|computer|macbook)|\\b(?:do|will|would) (?:i|we|you) (?:get|give|have) (?:an? |the |my )?(?:\\w+ )?(?:laptop|computer|macbook)s?\\b(?! (?:for|in) (?:the|my) (?:task|interview|test))`,
      "i",
    ),
    told: "laptop* computer charger* keyboard*",
  },
  {
    asked:
      /\b(?:(?:what|anything|something|things?|documents?) .{0,30}\b(?:bring|have with me|take with me|take along)|(?:need|have|should|supposed|want me|expect me|like me) (?:\w+ ){0,2}(?:i )?(?:to )?bring|(?:which|what|any) (?:\w+ )?(?:documents?|papers?|paperwork|certificates?|diplomas?)\b|(?:bring|have|show|need) (?:\w+ ){0,3}(?:documents?|certificates?|paperwork)|(?:bring|show) (?:\w+ ){0,3}(?:diplomas?|degree)\b|(?:my|an|photo|show|any|need) id\b|passport|identification|identity card)\b/i,
    unless:
      /\b(?:bring|take) (?:\w+ ){0,2}(?:dog|cat|pet|friend|wife|husband|partner|kids?|child\w*|baby|son|daughter|mum|mom|mother|dad|father|someone|somebody|laptop|computer|lunch|food)\b|\bbring (?:\w+ )?up\b|\b(?:visa|contract|send|upload|submit|work permit)\b/i,
    told: "what_to_bring bring identification passport id_card",
  },
  {
    asked:
      /\b(?:guest wi-?fi|wi-?fi (?:password|in|at|on site|there)|(?:is there|there'?s|there is|do you have|got) (?:\w+ )?wi-?fi)\b/i,
    told: "wi-fi wifi",
  },
  {
    asked:
      /\b(?:dress\w*|wear\w*|clothes|clothing|outfit|suit|tie|jeans|trainers|sneakers|t-?shirt|hoodie|attire|(?:smart|business)[- ]casual|casual|formal)\b/i,
    unless:
      /\bwear(?:ing)? (?:\w+ )?(?:hearing|glasses|contact|lenses|braces?|masks?|aids?|headphones|headset|splint|patch)\b|\b(?:casual (?:chat|talk|conversation)|(?:does|would|will|times? that) suit|suits?(?:ed)? (?:me|you|us|better|best)|suit (?:me|you|us))\b/i,
    told: "wear dress* clothes suit attire casual formal",
  },
  {
    asked:
      /\b(?:lunch|food|eat|meals?|breakfast|dinner|vegetarians?|vegans?|gluten|halal|kosher|nuts?|coffee|tea|water|snacks?|drinks?)\b/i,
    unless:
      /\b(?:restaurants?|cafes?|nearby|around|neighbou?rhood|after work)\b|\bis (?:it|the interview|that) (?:\w+ )?(?:before|after|over|at) lunch\b/i,
    told: "lunch food meal* breakfast snacks canteen vegetarian* vegan* coffee",
  },
  {
    asked: /\b(?:breaks?|pauses?|bathroom|toilets?|restroom|breather)\b/i,
    unless: new RegExp(`${near(`${LINE}|${CALL}`, "breaks?").source}|\\bas a team\\b`, "i"),
    told: "breaks break pause* toilet*",
  },
  {
    asked: /\b(?:pray\w*|prayer|quiet (?:room|place)|lactation)\b/i,
    told: "prayer quiet_room quiet_place",
  },
];
