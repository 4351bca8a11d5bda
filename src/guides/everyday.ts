/** Words that many candidates ask with before an interview, and that tell nothing of whoever asks: of the work, the contract, the building,
 * the way, those who come along. None of health, faith or a past. Of English. */
import { termOf } from "./words.ts";

const WORDS = `
  notice period probation contract permanent temporary fixed term part full shift shifts overtime weekend weekends holiday holidays vacation leave sabbatical salary wage pay paid
  raise bonus equity stock options shares pension insurance benefit benefits perks plan plans allowance budget expenses tax taxes relocation relocate visa visas sponsor permit
  remote remotely hybrid home abroad country city travel trip trips business start starting negotiable negotiate negotiation range level junior juniors senior seniors grade career
  promotion promotions growth training learning course courses conference conferences mentor mentoring manager boss ceo founder founders investors funding profitable company size
  employee employees people headcount turnover culture values union council department team teams colleague colleagues office offices desk desks equipment laptop phone mac
  windows linux monitor monitors chair tool tools software stack language languages database cloud framework code review reviews pair programming deploy release releases product
  products customers clients competitors roadmap strategy project projects architecture testing design meeting meetings standup agile scrum call rotation pager
  gym shower showers locker lockers canteen kitchen cafeteria restaurant restaurants breakfast dinner lunch food coffee garden terrace roof library music games pool charger chargers
  charging charge electric ev car cars van bike bikes bicycle cargo scooter motorbike garage guarded tall high height wide storage luggage suitcase bag bags coat wardrobe mirror
  smoke smoking window air conditioning heating toilet noise noisy entrance badge key keys door doors security guard floor ground parking spot space spaces free wifi internet
  bring son sons daughter daughters wife husband partner girlfriend boyfriend family parents mother father friend friends sister brother guest guests pet pets dog dogs cat cats
  task tasks test tests exercise exercises presentation slides whiteboard screen share keyboard mouse headset recording result results feedback decision pass fail answer answers
  reapply apply again later second first third final round rounds stage stages step steps interviewer interviewers panel recruiter choose choice another change reschedule
  cancel earlier video dial number link zoom skype webex camera gift dress clothes tie suit jeans shirt shoes notes book books
  open opening close closing see visit tour show work working works live use allowed possible required mandatory provide provided offer offers offered include included cover
  covered send receive ask talk speak meet hear know explain hire hiring recruit fill filled position role job title description degree university diploma certificate
  experience skill skills reference references background check
  time times date month monthly months year yearly years week weekly weeks day daily days hour hours minute minutes monday tuesday wednesday thursday friday saturday sunday
  morning afternoon evening night summer winter
  big large small long short old new young good bad best fast quick quiet loud safe clean cheap expensive hard easy difficult strict flexible formal casual typical average
  minimum maximum last next same different extra own half
  student students intern interns internship internships trainee thesis school lesson lessons
  cost costs price prices ticket tickets taxi uber train metro bus tram flight flights hotel hotels airport apartment kilometre kilometres mile miles receipt receipts refund reimburse
  euro euros dollar dollars currency bank account cash card address street building room rooms station stop place way around along inside outside near far happen happens count counts become
`;

const TERMS = new Set(WORDS.trim().split(/\s+/).map(termOf));

/** Whether a term is of them, whatever form it was written in. */
export const isEveryday = (term: string): boolean => TERMS.has(term);
