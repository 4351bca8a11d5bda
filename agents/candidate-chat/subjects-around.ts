/** What candidates ask around the interview: money for the way, what comes after it, and whom they meet. Of English. */
import { type Subject, PAID, TRAVEL, near } from "./subject.ts";

export const AROUND: readonly Subject[] = [
  // Money for the way.
  {
    asked: new RegExp(
      `${near(PAID, TRAVEL).source}|\\b(?:travel (?:costs?|expenses?|budget)|expenses|reimburs\\w+|receipts?|(?:tickets?|fares?|flights?|hotel|taxi|petrol|costs?) (?:price )?(?:\\w+ )?(?:back|refunded))\\b`,
      "i",
    ),
    unless: /\b(?:park\w*|health|gym|phone|does the job|in this (?:job|role))\b/i,
    told: "travel_costs travel_expenses pay_your_travel expenses receipts reimburs*",
  },
  {
    asked:
      /\b(?:hotels?|overnight|stay (?:the|a|over) ?night|airbnb|somewhere to (?:stay|sleep)|place to (?:stay|sleep))\b/i,
    told: "hotel* overnight",
  },
  // After it.
  {
    asked:
      /\b(?:hear(?:d)? (?:back|from|anything|something|nothing)|(?:get|receive|have|expect) (?:\w+ ){0,2}(?:an? (?:\w+ )?(?:answer|reply|response|decision)|the (?:results?|outcome|decision))|(?:when|how (?:soon|long|fast|quickly)) .{0,60}\b(?:decide|decision|results?|outcome|answer|response|know|get back)\b|let me know|(?:any|some) (?:news|updates?|word)\b|how (?:many|long) .{0,30}\b(?:until|till|before) (?:you|they|i|we) (?:\w+ )?(?:answer|decide|reply|respond|know|hear|get back)|still (?:waiting|no (?:answer|reply|news|word))|(?:no|not) (?:\w+ )?(?:news|heard|reply|answer) (?:yet|since|so far|from)|(?:have|did) (?:you|they) (?:\w+ )?(?:decided?|made (?:a|your|up))|been (?:\w+ ){0,3}(?:days?|weeks?) (?:now|since|ago)|when (?:will|do|would|can) (?:\w+ ){0,3}(?:contact|inform|notify|tell|update|call|e-?mail|write to) me|(?:what|and) (?:comes|happens|is|'s) (?:after|next)|what'?s next|next steps?|after (?:this|the) (?:round|interview|call|panel)|ghost(?:ed)?\b)/i,
    unless: /\bhow long .{0,20}know each other/i,
    told: "hear_from you_hear hear_back back_to_you let_you_know we_decide our_decision after_the_interview* working_days next_steps",
  },
  {
    asked:
      /\b(?:(?:do|will|can|could|would|may) (?:i|we|you|candidates|applicants|rejected \w+|everybody|everyone) (?:\w+ ){0,2}(?:get|give|receive|ask for|have|expect|offer|provide|share) (?:\w+ ){0,2}feedback|feedback (?:afterwards|if|when|in case))\b/i,
    told: "feedback",
  },
  {
    asked:
      /\b(?:how many (?:\w+ )?interviews|rounds?|stages?|(?:next|following|what|which|all|the|many) steps?|(?:the|your|hiring|interview|application|recruitment|selection|whole|entire|full) process|(?:last|final|only) (?:\w+ )?(?:round|interview|step|stage|one)|(?:more|other|further|another|many) (?:\w+ )?(?:interviews?|rounds?)\b(?! (?:slot|time|date))|(?:what|and) (?:comes|happens|is|'s) (?:after|next)|what'?s next|start to finish)\b/i,
    unless:
      /\b(?:(?:all|other) way round|year round|round trip|around|deploy\w*|development process|review process|steps to|(?:out of|from|leave|quit) (?:the|your|this) (?:\w+ )?process|how many interviews (?:do|will) (?:i|we) have(?! (?:left|in total|overall|altogether|after|until)))\b/i,
    told: "the_steps steps stages rounds round the_process hiring_process onsite final_round next_steps",
  },
  {
    asked:
      /\b(?:(?:seen|read|have|got|looked at|know|received|gets?|sees?|reads?) (?:\w+ ){0,3}(?:cv|r[eé]sum[eé]|application|cover letter|portfolio)\b|(?:introduce myself|repeat my (?:cv|background|story)))/iu,
    unless:
      /\b(?:should|do|must|can) i (?:\w+ )?(?:send|bring|have|update|change)\b|\b(?:status|state|news)\b/i,
    told: "cv resume what_you_send_us your_application what_you_sent read_by_the_people",
  },
  {
    asked:
      /\b(?:(?:delete|erase|remove|wipe) .{0,30}\b(?:data|everything|information|cv|application|me)\b|(?:how long|when) .{0,30}\b(?:keep|kept|store|stored|save|delete|retain)\w*\b.{0,30}\b(?:data|cv|r[eé]sum[eé]|information|application|details)|(?:keep|store|save)[sd]? (?:\w+ )?my (?:\w+ )?(?:data|cv|r[eé]sum[eé]|information|application)|(?:what|which) (?:data|information) .{0,20}\b(?:about|on|of) me|data (?:protection|retention)|gdpr|privacy policy)/iu,
    unless: /\b(?:remove|take) me (?:from|out)/i,
    told: "your_data personal_data delete data_protection privacy retention",
  },
  // Whom, and how one speaks.
  {
    asked:
      /\b(?:(?:which|what) language (?:is|will|are|do|does)|(?:in|speak|my|your|good|fluent|perfect|level of) (?:\w+ )?(?:english|portuguese|german|french|spanish|italian|dutch|polish)|accent|grammar|native speakers?|(?:english|portuguese|german|french|spanish) (?:is|isn'?t|ok|okay|fine|good|bad|level|instead)|(?:repeat|rephrase|reword) (?:the|a|your|that) question|not fluent|translat\w+|rephrase)\b/i,
    unless:
      /\btranslate (?:this|that|the|it|["“'‘«])|\bprogramming\b|\b(?:at|for) work\b|\b(?:job|role|team|office|colleagues|customers)\b/i,
    told: "#language #languages #interview_language the_language in_english accent english",
  },
  {
    asked:
      /\b(?:their|(?:the |my )?(?:interviewers?|panel\w*)'?s?) (?:job )?(?:roles?|titles?|positions?)\b|\b(?:roles?|titles?|positions?) (?:of|do) (?:they|them|(?:the|my) (?:interviewers?|panel\w*))\b/i,
    told: "with_their_role* their_role* their_title* names_everybody",
  },
  {
    asked:
      /\b(?:(?:i|we) know (?:one|some|somebody|someone|him|her|them) (?:of|on|in|at|from|personally)|conflicts? of interest|friends? with (?:one|an interviewer))\b/i,
    told: "know_one know_somebody conflict_of_interest in_person",
  },
  {
    asked:
      /\b(?:(?:interviewers?|panel\w*|they|them|people)\b.{0,30}\b(?:background|linked ?in|profiles?|work on|experience|seniority|like\b(?=\W*(?:$|,)))|(?:background|linked ?in|profiles?) (?:\w+ ){0,3}(?:interviewers?|panel))/i,
    told: "the_interviewers_are your_interviewers linkedin",
  },
  {
    asked:
      /\b(?:on-?site|(?:final|last|next|other) (?:round|one|interview)s?|interviews?|rounds?)\b.{0,40}\b(?:from home|online|by video|remote(?:ly)?|virtual(?:ly)?|over (?:zoom|video|teams)|(?:zoom|video) instead|in person)\b/i,
    unless: /\b(?:job|role|position|this (?:interview|one))\b/i,
    told: "or_by_video by_video_or or_online online_or or_remotely in_person_or on_site_or by_video_as remotely_if by_video_if",
    isOfCase: true,
  },
];
