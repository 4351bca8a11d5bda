/** Words by which a question of a few words tells its language: those that join and ask, greetings, and what candidates ask about, as they are
 * typed and without their marks. `*`: any word that begins so. A word may stand in several lists: then it tells none of them apart. */
export const WORDS_OF: Readonly<Record<string, string>> = {
  en: `a about after again ago ahead all allowed also always am an and another any anyone anything are aren't around as ask at available be because been before being best
    between both bring but by call came can can't candidate cancel change close come coming company could couldn't date day dear did didn't different do does doesn't doing don't done
    dress during each early either else email end ever every expect far feedback find fine first for free from get give go going gonna good got great had has have haven't having he
    hear hello help her here hey hi him his how how's i i'd i'll i'm i've if in instead interview interviewer interviewers interviews into is isn't it it's its job join just keep kind
    know last late later let like link long look lot made make many may me mean meet meeting meetings might mine minutes more morning most move much must my name need new next no not note now of off office
    ok okay old on one only or other our out over own parking part pay people phone place plan please plus point possible pour prepare question questions quick ready really reach
    remote reschedule right role room running said salary same say see send sent she should sick so some someone something son soon sorry speak start steps still such sure tag take talk team tell test than
    thank thanks that that's the their them then there these they they're thing things think this those through time times to today tomorrow too train trouble two under until up us
    use very video wait want was way we wear week well were what what's whats when when's where where's whether which while who who's whom why will with within without won't work
    working would wouldn't yes yet you you'll you're your yours zone die net pages hat art data fin van port era sale plot main mail bring bus gift rat man war wird half dale chef tote place double venue pays`,
  de: `der die das den dem des ein eine einen einem einer ich du er sie es wir ihr mich mir mein meine meinen meinem meiner uns unser euch ihnen ihre ihren ist sind war bin bist sein wird werden
    werde wurde kann kannst können könnte darf dürfen muss müssen soll sollte will möchte mag habe hat haben hatte gibt geht nicht kein keine keinen und oder aber auch noch schon nur
    mit ohne für von vom zu zum zur bei beim nach aus auf über unter vor wegen um im am wann wer wie was wo wohin woher warum welche welcher welches welchen wem wen wieviel viel viele
    hallo guten gute tag morgen moin servus danke bitte liebe entschuldigung frage fragen termin* gespräch* gespraech* vorstellungs* bewerbung* gehalt* parkplatz* parkplätz* parken uhr uhrzeit
    heute etwas jemand dauert lange ort büro minuten verspät* spät verschieben anziehen mitbringen vorbereiten verdien* stelle arbeit* kleiderordnung hund brauche finde bekomme heisst link`,
  fr: `le la les l un une des du de d au aux et ou où mais donc je j tu il elle on nous vous ils elles mon ma mes votre vos notre nos son sa ses me moi m ce c cet cette ces ça cela est suis
    sont êtes es sera serai serez être ai as a avez avons ont avoir peux peut puis pouvez pourrais dois doit devrais faut vais va allez fait faire y en ne n pas plus sans avec pour par sur dans chez
    avant après qui que qu quoi quand quel quelle quels quelles comment combien pourquoi bonjour bonsoir salut merci svp s'il plaît question* entretien* heure* lien* salaire* rendez rdv
    visio parking retard* date temps durée dure lieu bureau* adresse poste travail télétravail préparer apporter changer déplacer reporter besoin voudrais aimerais demain aujourd'hui hui possible quelqu quelque chose t trouve venir voiture garer`,
  es: `el la los las un una unos unas de del al y o pero yo tú usted ustedes mi mis su sus me te se nos le les lo este esta esto ese eso es son está están estoy soy será ser estar hay he ha han
    tengo tiene tienen tener puedo puede pueden podría debo debería necesito necesita quiero quisiera voy va vamos hace hacer no sí con sin para por en sobre a qué quién quiénes cuándo cuánto
    cuánta cuántos cuántas cómo dónde cuál cuáles que quien como donde hola buenos buenas días tardes gracias por favor pregunta* entrevista* hora* enlace* salario* sueldo fecha* cita
    aparcamiento aparcar estacionamiento tarde llegar llegaré llevar traer cambiar mover preparar dura duración minutos oficina dirección lugar trabajo puesto mañana hoy algo alguien también presencial hablar hablaré`,
  it: `il lo la i gli le un uno una di del della dello dei degli delle da dal dalla a al alla ai alle in nel nella con su per tra e ed o ma io tu lei noi voi mio mia miei mie suo sua vostro vostra mi ti si ci vi
    è sono sei siamo sarà essere c c'è ho ha hai abbiamo hanno avere posso può possono potrei devo deve dovrei voglio vorrei serve fa fare non più che chi cosa quando quanto quanta quanti quante
    come dove quale quali qual perché ciao buongiorno buonasera salve grazie favore domanda domande colloquio colloqui intervista ora ore orario link stipendio data appuntamento parcheggi* parcheggiare
    ritardo arrivo arriverò portare cambiare spostare preparare dura durata minuti ufficio indirizzo sede lavoro posto domani oggi qualcosa qualcuno anche parlerò trovo bisogno scusi`,
  pt: `o a os as um uma uns umas de do da dos das ao à no na nos nas em e ou mas eu você vocês meu minha meus minhas seu sua me te se nos lhe este esta isto esse isso é são está estão estou sou será
    ser estar há tem têm tenho ter posso pode podem poderia devo deveria preciso precisa quero gostaria vou vai vamos faz fazer não sim com sem para por pelo pela sobre que quê quem
    quando quanto quanta quantos quantas como onde qual quais porquê olá oi bom boa dia tarde obrigado obrigada favor pergunta* dúvida entrevista* horas hora horário link salário* data marcação
    estacionamento estacionar atrasado atrasada atraso chegar levar trazer mudar alterar remarcar preparar dura duração minutos escritório endereço morada local trabalho vaga amanhã hoje algo alguma coisa alguém também falar`,
  nl: `de het een ik jij je u hij zij ze wij we jullie mij me mijn jouw uw ons onze dit dat deze die is zijn was ben bent wordt worden zal zullen kan kunnen kunt mag mogen moet moeten wil wilt graag heb hebt heeft
    hebben niet geen en of maar ook nog al met zonder voor van naar bij op aan uit over om te in er wanneer wie wat waar hoe welke welk waarom hoeveel hoelaat laat lang hallo hoi dag goedemorgen goedemiddag
    goedendag bedankt dank alsjeblieft alstublieft vraag vragen gesprek* sollicitatie* afspraak* salaris* parkeer* parkeren parkeerplaats uur tijd tijdstip duurt datum vandaag morgen iets iemand
    verzetten verplaatsen meenemen voorbereiden aantrekken spreek spreken kantoor adres werk functie minuten vind krijg nodig kom komen sorry hond thuiswerken`,
  pl: `i w we z ze na do od po za o u dla przez przy przed czy jak co kto kogo kim kiedy gdzie ile który która które której którego jaki jaka jakie dlaczego jest są będzie będę być był było mam ma macie
    mogę może można muszę musi powinienem powinnam powinien chcę chciałbym chciałabym potrzebuję się mi mnie moja mój moje moją mojej państwo państwa pan pani nie tak też już jeszcze tylko
    ten ta to tego tej dzień dobry cześć witam hej dziękuję dzięki proszę przepraszam pytanie pytania rozmow* spotkani* godzin* godzinie link termin* wynagrodzeni* pensj* zarobk* parking* parkowa*
    spóźni* później minut* biuro biurze adres miejsce praca pracy zdalnie długo trwa potrwa zmienić przełożyć przygotować zabrać wziąć przynieść rozmawiać coś ktoś jutro dziś dzisiaj ubrać wynosi pies psa`,
  sv: `och att det den en ett som är var vara blir bli har hade ha kan kunde ska skall ska skulle vill måste får behöver jag du han hon vi ni de mig dig oss er mitt min mina din ditt dina era ert
    inte ej på i till från med utan för om av vid efter före innan eller men också bara när vem vilka vilken vilket vad var vart hur varför hej hejsan tjena god tack snälla ursäkta fråga frågor
    intervju* lön* länk* parkering* parkera tid tiden tider länge lång långt möte* plats kontor* adress jobb* arbete* minuter sen försenad byta ändra boka flytta förbereda ta något någon
    idag imorgon finns hittar prata träffa klockan klä skicka hund`,
  da: `og at der det den en et som er var være bliver blive har havde have kan kunne skal skulle vil må får behøver jeg du han hun vi i de mig dig os jer min mit mine din dit dine jeres ikke på til fra med uden
    for om af ved efter før eller men også kun hvornår hvem hvilken hvilke hvilket hvad hvor hvorfor hvordan hej goddag tak venligst undskyld spørgsmål spørge samtale* jobsamtale* interview* løn*
    link* parkering* parkere tid tidspunkt* længe lang tager møde* sted kontor* adresse job* arbejde* minutter sent forsinket ændre flytte rykke forberede tage noget nogen nogle i dag morgen findes finder
    tale møder klokken tøj sende hund jeg`,
  no: `og at det den en et ei som er var være blir bli har hadde ha kan kunne skal skulle vil må får trenger behøver jeg du han hun vi dere de meg deg oss min mi mitt mine din ditt dine deres ikke på i til fra med
    uten for om av ved etter før eller men også bare når hvem hvilken hvilke hvilket hva hvor hvorfor hvordan hei hallo takk vennligst unnskyld spørsmål spørre intervju* jobbintervju* samtale* lønn*
    lenke* lenken parkering* parkere tid tidspunkt* lenge lang møte* sted kontor* adresse jobb* arbeid* minutter sent forsinket endre flytte forberede bør ta noe noen i dag morgen finnes finner
    snakke møter klokka klær sende hund varer`,
  fi: `ja tai mutta on ei en ole olen oletko olet onko ovat oli olisi olla saan saanko saako voin voinko voiko voisinko pitää pitääkö pitäisi täytyy täytyykö tarvitsen tarvitseeko haluan haluaisin minä minun
    minulla minulle minut sinä te teidän teillä me meidän se tämä tuo joku jotain jotakin mikä mitä missä mistä mihin milloin koska kuka kuinka kauan kenen ketkä miten miksi paljonko monelta moneltako montako mukaan kanssa
    hei moi terve päivää kiitos anteeksi kysymys kysymy* kysyä haastattelu* palkka* palkan linkki* linkin pysäköin* parkki* pysäköid* aika* aikaan aikaa kestää myöhässä myöhästy* minuuttia
    siirtää vaihtaa muuttaa valmistella valmistautu* ottaa tuoda toimisto* osoite* paikka* paikan työ* puhun tapaan löydän löytyy siellä täällä tänään huomenna vielä myös sinne etänä koiran`,
  cs: `a i v ve s se si na do od po za o u k ke pro při před jak jaký jaká jaké co kdo koho kým kdy kde kam kolik který která které proč je jsou bude budu budou být byl byla jsem mám má máte mít můžu mohu může
    můžete lze musím musí měl měla chci chtěl potřebuji potřebuju mi mě můj moje moji vás vám vy já ne ano také ještě jen tam to ten ta tento dobrý den ahoj děkuji díky prosím prominte promiňte dotaz otázka
    otázku pohovor* schůzk* hodin* hodině termín* plat* mzda mzdu odkaz* parkovi* parkování parkovat zpoždění pozdě později minut kancelář* adresa místo práce dlouho trvá trvat změnit přesunout
    připravit přinést vzít mluvit něco někdo zítra dnes najdu přijdu obléct prinest prinést zeptat pes psa`,
  sk: `a i v vo s so sa si na do od po za o u k ku pre pri pred ako aký aká aké čo kto koho kým kedy kde kam koľko koľkej ktorý ktorá ktoré prečo je sú bude budem budú byť bol bola som mám má máte mať môžem môže môžete
    musím musí mal mala chcem chcel potrebujem mi ma môj moja moje vás vám vy ja nie áno tiež ešte len tam to ten tá tento dobrý deň ahoj ďakujem vďaka prosím prepáčte otázka otázku pohovor* stretnuti*
    hodin* hodine termín* plat* mzda odkaz* parkovi* parkovanie parkovať meškať meškám meškanie neskoro neskôr minút kancelári* adresa miesto práca dlho trvá trvať zmeniť presunúť pripraviť priniesť vziať
    rozprávať hovoriť niečo niekto zajtra dnes nájdem prídem obliecť opýtať pes psa`,
  tr: `ve veya ama ile için bir bu şu o ben sen siz biz beni bana benim sizin size bizim ne neden nasıl nerede nereye nereden kim kimle kiminle kimler kaç kaçta hangi zaman kadar mi mı mu mü miyim mıyım
    muyum var yok mı değil evet hayır daha çok en gerek gerekiyor gerekli lazım olur olacak olabilir edebilir miyim istiyorum şey bir şeyi merhaba selam günaydın teşekkür* sağol* lütfen pardon soru* sorum
    görüşme* mülakat* saat* bağlantı* maaş* ücret* otopark* park tarih* süre* sürecek sürer dakika* geç gecike* kalacağım kalırım hazırla* getir* değiştir* ertele* konuş* ofis* adres* yer* iş işe yarın bugün
    giyin* giymeliyim yanımda nerde`,
  ro: `și sau dar cu de din la în pe pentru fără un o unui unei al a ai ale lui este e sunt ești suntem va voi vor fi era am are ai avem aveți au pot poate putea puteți trebuie vreau aș dori eu tu el ea noi voi
    meu mea mei mele dumneavoastră vă mă îmi mi se să nu da ce cine când cât câtă câți câte cum unde care de bună ziua salut seara mulțumesc mersi rog scuze întrebare întrebări interviu* interviul ora oră
    orele link* linkul salariu* salariul dată data parcare* parca parcarea întârzii întârziere târziu minute durează schimb schimba muta pregătesc pregăti aduc aduce iau birou* adresa loc* muncă job* mâine azi ceva cineva
    există găsesc vorbi vorbesc vin îmbrac despre`,
  hu: `a az egy és vagy de is nem igen van vannak volt lesz lenne legyen vagyok kell kellene lehet tudom tudok tudnék tudnám szabad szeretném szeretnék akarok fogok fog én te ön önök mi ti engem nekem
    hogy ha ki kik kivel kivel mi mit mire miért mikor hol hová honnan hogyan meddig mennyi mennyibe hány hányra melyik milyen ott itt oda jó napot reggelt estét szia sziasztok helló üdvözlöm
    köszönöm köszi kérem elnézést bocsánat kérdés* kérdésem interjú* állásinterjú* óra* órakor időpont* link* linket fizetés* bér parkol* késni kések késés késem percet perc tart változtat* módosít*
    halaszt* áttenni tenni más előtt után felkészül* készül* vinnem hoznom vigyek hozni beszél* találom iroda* irodá* cím* hely* munka* valami valamit valaki holnap ma öltöz* kutyá*`,
  ru: `и в во с со на до от по за о у к для при или но не да я мы вы он она мне меня мой моя моё мое мои вас вам ваш это что чего кто кем когда где куда откуда как какой какая какое какие сколько почему
    зачем ли есть будет буду быть можно могу может нужно надо должен должна хочу здравствуйте привет добрый день спасибо пожалуйста вопрос* собеседовани* интервью время времени ссылк* зарплат* парковк*
    опоздаю опаздываю минут перенести изменить взять подготовить* офис* адрес* место работ* долго длится завтра сегодня говорить собой`,
  uk: `і й та в у з із зі на до від по за о об для при або але не так я ми ви він вона мені мене мій моя моє мої вас вам ваш це що чого хто ким коли де куди звідки як який яка яке які скільки чому чи є
    буде буду бути можна можу може потрібно треба повинен повинна хочу вітаю привіт добрий день дякую будь ласка питання співбесід* інтерв* час годин* котрій посиланн* зарплат* паркування парковк*
    запізню* хвилин перенести змінити взяти підготувати* офіс* адрес* місце робот* довго триває завтра сьогодні говорити собою графік`,
  bg: `и в във с със на до от по за о у към при или но не да аз ние вие той тя ми ме моят моята моето мен вас ви това какво кой кого кога къде откъде как какъв каква какви колко защо ли има е са съм ще
    бъде може мога трябва искам имам здравейте здрасти добър ден благодаря моля въпрос* интервю* час часа време линк* линкът връзка заплат* паркинг* закъснея минути преместя премести променя нося донеса
    взема подготвя офис* адрес* място работ* продължава утре днес говоря се`,
};

/** Letters beside a to z with which each of them is written. */
export const LETTERS_OF: Readonly<Record<string, string>> = {
  de: "äöüß",
  fr: "àâæçéèêëîïôœùûüÿ",
  es: "áéíñóúü",
  it: "àèéìíîòóù",
  pt: "ãáàâçéêíóôõú",
  nl: "éëïóöü",
  pl: "ąćęłńóśźż",
  sv: "åäöé",
  da: "æøåé",
  no: "æøåéòô",
  fi: "äöå",
  cs: "áčďéěíňóřšťúůýž",
  sk: "áäčďéíĺľňóôŕšťúýž",
  tr: "çğıöşüâî",
  ro: "ăâîșțşţ",
  hu: "áéíóöőúüű",
  ru: "ыэёъщ",
  uk: "іїєґщ",
  bg: "ъщ",
};
