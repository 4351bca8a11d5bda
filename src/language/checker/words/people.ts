/** Who is spoken of, and who is kin to them. */
import { list } from "./list.ts";

/** Whoever applies, as a subject or as a kind of people. */
export const PERSON = list(`
  you yourself your he she him her his hers they them their himself herself candidate applicant someone somebody
  anyone anybody nobody no-one people person those who whoever one staff employee colleague joiner hire
  man woman guy girl lad bloke chap lady fella fellow gentleman kid lass`);

/** Whose something is. */
export const OWNER = list("your his her their my candidate's applicant's");

/** Nouns for people at work, after a word that says which. */
export const FOLK = list(`
  man men woman women guy guys girl girls lad lads bloke blokes chap lady ladies fella fellow gentleman boy boys people person
  persons folk folks types type sort lot candidate candidates applicant applicants worker workers staff colleague colleagues
  employee employees rep supervisor manager boss engineer engineers developer developers nurse nurses driver drivers
  teacher carer carers cleaner cleaners cook chef waiter waitress receptionist salesman accountant hire hires joiner
  individual individuals professional professionals kid kids name names surname surnames descent origin background
  heritage roots blood stock parentage ancestry extraction looks looking features appearance mentality temperament
  way work_ethic culture upbringing family parents community`);

/** Kin by blood. */
export const RELATIVE = list(`
  parent mother father mum mam mom mummy mommy dad daddy da brother sister sibling grandparent grandmother grandfather
  granddad grandad grandma granny gran nan aunt auntie uncle relative relation cousin kin blood_relative ancestors
  side twin twin_brother twin_sister folks close_family immediate_family kinsfolk forebears`);

/** Children, as people call them. */
export const KIDS = list(`
  kid kiddie kiddo child children baby babies bub toddler little_one wee_one small_one sprog bairn nipper
  rugrat rug_rats ankle_biters ankle-biters brood offspring newborn infant youngster teenager teenage_kids tween
  little_boy little_girl young_family grandkid grandchild grandchildren stepchild stepkids stepson stepdaughter
  under-fives under-five preschooler school-age_children`);
