/** Words that turn what a sentence says, by language: what a translation must have as often as its source, or not at all where its
 * source has none. `*` stands for any end of a word, `_` for a space; letters are without their marks. The lists are not whole. */

/** What a class of words is about. */
export type WordClass = "negation" | "duty" | "permission" | (typeof BOUND)[number];

/** A translation may speak of these only where its source does. */
export const BOUND = ["hired", "offered", "sure", "chosen", "refused", "pay", "rated"] as const;

type Lists = Record<WordClass, string>;

const LISTS: Readonly<Record<string, Lists>> = {
  en: {
    negation: `not no never none nobody nothing neither nor cannot without nowhere *n't`,
    duty: `must have_to has_to had_to having_to need needs needed needing require* required obliged shall should ought mandatory`,
    permission: `may can could might allow* permit* able possib* cannot`,
    hired: `hire* employ* recruited contract* onboard*`,
    offered: `offer*`,
    sure: `certain* sure* guarant* promis* definit* assur* secure* commit* undoubtedly surely bound`,
    chosen: `chosen choose* chose select* accept* success* congratul* welcome* won win yours got_the_job pick*`,
    refused: `reject* declin* refus* turned_down unsuccess* fail*`,
    pay: `salar* wage* pay* paid money bonus* compens* reimburs* refund* euro* dollar* pound* fee* cost* free income earn*`,
    rated: `score* rating* rate* rank* best excellent favourite* favorite* ideal perfect outstanding`,
  },
  de: {
    negation: `nicht nichts kein* nie niemals niemand* ohne weder nein nirgend*`,
    duty: `muss* musst* mussen brauch* benotig* erforder* notig* notwendig* verpflicht* soll*`,
    permission: `darf* durf* kann* konn* erlaub* moglich* gestatt*`,
    hired: `eingestell* einstellung* einstellen angestell* arbeitsvertrag* vertrag* anstellung*`,
    offered: `angebot* angebote* anbiet* biet*`,
    sure: `sicher* gewiss* garant* verspr* versprech* zusage* zugesag* zusicher* bestimmt*`,
    chosen: `ausgewahl* auswahl* wahl* gewahlt* angenommen* erfolg* gluckwunsch* gratul* willkommen* gewonnen*`,
    refused: `abgelehn* ableh* absage* abgesag* zuruckgewies*`,
    pay: `gehalt* gehalter* lohn* bezahl* zahlen zahlt geld* bonus* erstatt* euro* dollar* kosten* kostenlos* kostenfrei* gratis verdien* vergut* verguten*`,
    rated: `bewert* note noten punktzahl* beste* hervorragend* ausgezeichnet* perfekt* ideal* favorit*`,
  },
  fr: {
    negation: `ne n sans non jamais aucun* rien ni`,
    duty: `doit dois doivent devez devons devoir devra* devrai* faut falloir oblig* besoin necessaire* requis* exig*`,
    permission: `peut peux peuvent pouv* pourr* puiss* possib* permis* permet* autoris*`,
    hired: `embauch* engage* recrute recrutee contrat*`,
    offered: `offre* offert* offrir offrons propos*`,
    sure: `certain* surement garant* promet* promis* promess* assur*`,
    chosen: `choisi* retenu* selectionn* accepte* reussi* felicit* bienvenue* gagne*`,
    refused: `refus* rejet* ecarte*`,
    pay: `salaire* paie* pay* argent* prime* rembours* euro* dollar* frais cout* gratuit* remuner* gagn*`,
    rated: `score* meilleur* excellent* parfait* ideal* favori*`,
  },
  es: {
    negation: `no ni nunca jamas nada nadie ningun* sin tampoco`,
    duty: `debe* debera* tiene_que tienen_que hay_que necesit* necesari* oblig* requier* requerid*`,
    permission: `puede* pued* podra* podr* permit* posibl* posib*`,
    hired: `contrat* empleo emplead*`,
    offered: `oferta* ofrec*`,
    sure: `segur* ciert* garant* promet* promes* asegur*`,
    chosen: `elegid* elegi* escogid* seleccion* aceptad* exito* felicit* enhorabuena bienvenid* ganad*`,
    refused: `rechaz* descart*`,
    pay: `salari* sueldo* pag* dinero bono reembols* euro* dolar* gasto* cost* gratis gratuit* cobr*`,
    rated: `puntuacion* calific* mejor* excelent* perfect* ideal* favorit*`,
  },
  it: {
    negation: `non mai nessun* niente nulla senza neanche nemmeno`,
    duty: `deve devi devono dovr* dovet* bisogn* necessar* obblig* occorr* serve servono richiest*`,
    permission: `puo posson* puoi potet* potr* possa permes* permett* consent* possib*`,
    hired: `assun* assunt* contratt*`,
    offered: `offert* offr*`,
    sure: `cert* sicur* garant* promet* promess* assicur*`,
    chosen: `scelt* selezion* accett* success* congratul* complimenti benvenut* vint*`,
    refused: `rifiut* respint* scartat*`,
    pay: `stipend* salari* pag* denaro soldi rimbors* euro dollar* spes* cost* gratis gratuit* guadagn*`,
    rated: `punteggi* voto voti miglior* eccellent* perfett* ideal* preferit*`,
  },
  pt: {
    negation: `nao nem nunca jamais nada ninguem nenhum* sem`,
    duty: `deve* devera* tem_de tem_que precis* necessar* obrigat* exig*`,
    permission: `pode* podera* permit* possiv* possibil*`,
    hired: `contrat* admitid*`,
    offered: `oferta* oferec*`,
    sure: `cert* segur* garant* promet* promess* assegur*`,
    chosen: `escolhid* escolh* selecion* aceit* sucesso* parabens bem_vind* vencid*`,
    refused: `recus* rejeit*`,
    pay: `salari* ordenado pag* dinheiro bonus reembols* euro* dolar* despes* cust* gratis gratuit* ganh*`,
    rated: `pontua* melhor* excelent* perfeit* ideal* favorit*`,
  },
  nl: {
    negation: `niet geen nooit niemand niets zonder noch nergens`,
    duty: `moet* nodig verplicht* hoef* dient dienen vereist* zou`,
    permission: `mag mogen kan kunt kunnen toegestaan mogelijk*`,
    hired: `aangenomen aannemen dienstverband contract*`,
    offered: `aanbod aanbied* aangeboden bied*`,
    sure: `zeker* garand* garant* belo* toezeg* verzeker*`,
    chosen: `gekozen kies* geselecteerd* geaccepteerd* succes* gefeliciteerd welkom gewonnen`,
    refused: `afgewezen geweigerd* weiger*`,
    pay: `salaris* loon beta* geld bonus* vergoed* euro* dollar* kosten gratis verdien*`,
    rated: `score* beoordel* beste uitstekend* perfect* ideal* favoriet*`,
  },
  pl: {
    negation: `nie ani nigdy nikt nikogo nikomu nic niczego zaden zadn* bez`,
    duty: `musi* musz* trzeba nalezy potrzeb* wymag* powinn* powinien obowiazk*`,
    permission: `moze* moga mozna wolno dozwol* mozliw*`,
    hired: `zatrudn* umow*`,
    offered: `ofert* oferuj*`,
    sure: `pewn* gwarant* obiec* zapewn* obietnic*`,
    chosen: `wybran* wybier* przyjet* sukces* gratul* witamy wygra*`,
    refused: `odrzuc* odmow*`,
    pay: `pensj* wynagrodz* plac* zaplac* pieniadz* premi* zwrot* euro dolar* koszt* bezplatn* darmow* zarob*`,
    rated: `ocen* wynik* najlepsz* doskonal* idealn*`,
  },
};

/** Small letters without their marks, with single spaces and plain quotes. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[’‘ʼ`´]/g, "'")
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replaceAll("ł", "l")
    .replaceAll(/\s+/g, " ");

const patternOf = (list: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${list
      .trim()
      .split(/\s+/)
      .map((entry) => entry.replaceAll("_", " ").replaceAll("*", "\\p{L}*"))
      .join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  );

const PATTERNS = new Map(
  Object.entries(LISTS).map(([language, lists]) => [
    language,
    new Map(Object.entries(lists).map(([name, list]) => [name, patternOf(list)] as const)),
  ]),
);

/** Words of a class in a text; null: there is no list for its language. */
export const wordsOfClass = (name: WordClass, text: string, language: string): string[] | null => {
  const pattern = PATTERNS.get(language)?.get(name);
  return pattern ? (folded(text).match(pattern) ?? []) : null;
};

/** Where the words of two classes stand to each other. Shape: the names in the order of the text; null: there is no list. */
export const orderOfClasses = (
  names: readonly WordClass[],
  text: string,
  language: string,
): WordClass[] | null => {
  const lists = PATTERNS.get(language);
  if (!lists) return null;
  const found = names.flatMap((name) =>
    [...folded(text).matchAll(lists.get(name) ?? /(?!)/g)].map(({ index }) => ({ name, index })),
  );
  return found.toSorted((one, other) => one.index - other.index).map(({ name }) => name);
};

/** Comparisons and conditions of English, the longest first; others are told by {@link EXACT}. */
export const COMPARISONS: readonly [string, RegExp][] = [
  ["least", /\b(?:at least|no less than|not less than|no fewer than|minimum|as a minimum)\b/g],
  [
    "most",
    /\b(?:at most|no more than|not more than|no longer than|not longer than|up to|maximum|as a maximum|not later than|no later than|at the latest)\b/g,
  ],
  ["earliest", /\b(?:not earlier than|no earlier than|not before|at the earliest)\b/g],
  ["more", /\b(?:more than|longer than|greater than|higher than|over|above|further than)\b/g],
  ["less", /\b(?:less than|fewer than|shorter than|lower than|under|below)\b/g],
  ["before", /\b(?:before|beforehand|in advance|earlier than|prior to)\b/g],
  ["after", /\b(?:after|afterwards|later than)\b/g],
  ["until", /\b(?:until|till|by the end of)\b/g],
  ["within", /\b(?:within)\b/g],
  ["between", /\b(?:between)\b/g],
  ["only", /\b(?:only|alone|solely|exclusively|just)\b/g],
  ["if", /\b(?:if|in case|provided that)\b/g],
  ["unless", /\b(?:unless|except|apart from|other than|but for)\b/g],
];

/** Words of which the translation back must have exactly those of its source, whatever else may be said in other words: what is
 * opposite, how much and how often, and numbers in words. */
const EXACT: Readonly<Record<string, string>> = {
  en: `always often sometimes usually rarely all every each both other same different first second third last once twice half quarter noon
    midnight o'clock zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
    nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand dozen open* close* early earlier late later begin* start*
    end* stop* inside outside left right off possible impossible free paid unpaid person people software private public optional`,
  de: `mindestens hochstens spatestens fruhestens vor nach bis ab unter uber mehr weniger nur allein wenn falls ausser immer oft manchmal
    jede* alle* beide* ander* gleich* erst* letzt* halb* viertel mittag* mitternacht* uhr zwei drei vier funf sechs sieben acht neun zehn elf
    zwolf zwanzig innerhalb zwischen`,
  fr: `moins plus avant apres jusqu* seulement uniquement seul* si sauf toujours souvent parfois chaque tous toutes autre* meme* premier*
    dernier* midi minuit demi* quart heure* deux trois quatre cinq six sept huit neuf dix onze douze vingt entre`,
  es: `menos mas antes despues hasta solo solamente si salvo excepto siempre a_veces cada todos todas otr* mism* primer* ultim* mediodia
    medianoche media dos tres cuatro cinco seis siete ocho nueve diez once doce veinte entre`,
  it: `meno piu prima dopo fino entro solo soltanto se tranne salvo sempre spesso ogni tutti tutte altr* stess* prim* ultim* mezzogiorno
    mezzanotte mezz* due tre quattro cinque sei sette otto nove dieci undici dodici venti tra fra`,
  pt: `menos mais antes depois ate so apenas somente se exceto salvo sempre cada todos todas outr* mesm* primeir* ultim* meio_dia
    meia_noite meia dois duas tres quatro cinco seis sete oito nove dez onze doze vinte entre`,
  nl: `minstens hoogstens uiterlijk voor na tot vanaf onder boven meer minder alleen slechts als tenzij behalve altijd vaak soms elk* alle*
    beide* ander* zelfde eerst* laatst* half kwart middag middernacht uur twee drie vier vijf zes zeven acht negen tien elf twaalf twintig binnen tussen`,
  pl: `najmniej najwyzej przed po do od ponad ponizej wiecej mniej tylko jesli chyba oprocz zawsze czesto czasem kazd* wszyst* inn* pierwsz*
    ostatn* poludni* polnoc* wpol godzin* dwa dwie dwoch trzy trzech cztery czterech piec pieciu szesc siedem osiem dziewiec dziesiec dwanascie dwadziescia`,
};

const EXACT_PATTERNS = new Map(
  Object.entries(EXACT).map(([language, list]) => [language, patternOf(list)]),
);

/** Those of a text, sorted; null: there is no list for its language. */
export const exactWords = (text: string, language: string): string[] | null => {
  const pattern = EXACT_PATTERNS.get(language);
  return pattern ? (folded(text).match(pattern) ?? []).toSorted() : null;
};

/** Numbers as they are written out, from two on. `-`: the word means something else as well. */
const NUMBERS: Readonly<Record<string, string>> = {
  en: "two three four five six seven eight nine ten eleven twelve",
  de: "zwei drei vier funf sechs sieben acht neun zehn elf zwolf",
  fr: "deux trois quatre cinq six sept huit - dix onze douze",
  es: "dos tres cuatro cinco seis siete ocho nueve diez - doce",
  it: "due tre quattro cinque - sette otto nove dieci undici dodici",
  pt: "dois tres quatro cinco seis sete oito nove dez onze doze",
  nl: "twee drie vier vijf zes zeven acht negen tien elf twaalf",
  pl: "dwa trzy cztery piec szesc siedem osiem dziewiec dziesiec jedenascie dwanascie",
};
/** Times of the day as they are written out. */
const TIMES: Readonly<Record<string, string>> = {
  en: `half_past quarter_past quarter_to o'clock noon midnight`,
  de: `halb viertel uhr mittag* mitternacht* morgens abends`,
  fr: `heure* midi minuit demie quart`,
  es: `en_punto mediodia medianoche y_media y_cuarto a_las a_la_una`,
  it: `mezzogiorno mezzanotte mezza in_punto`,
  pt: `meio_dia meia_noite em_ponto`,
  nl: `half kwart uur middernacht`,
  pl: `godzin* poludni* polnoc* wpol`,
};

/** Values of the numbers that stand in a text in words; null: there is no list for its language. */
export const numbersInWords = (text: string, language: string): number[] | null => {
  const words = NUMBERS[language]?.split(" ");
  if (!words) return null;
  const written = folded(text).match(/\p{L}+/gu) ?? [];
  return written.map((word) => words.indexOf(word) + 2).filter((value) => value > 1);
};

const HOURS = /\b(?:hours?|noon|midnight|quarter|half|morning|evening|o'clock)\b/;

const TIME_PATTERNS = new Map(
  Object.entries(TIMES).map(([language, list]) => [language, patternOf(list)]),
);

/** Whether it tells a time in words. */
export const tellsTime = (text: string, language: string): boolean =>
  folded(text).search(TIME_PATTERNS.get(language) ?? /(?!)/) >= 0;

/** Whether a source speaks of times at all: then words for them are no invention. */
export const speaksOfTime = (text: string, language: string): boolean =>
  language === "en" ? HOURS.test(folded(text)) : tellsTime(text, language);
