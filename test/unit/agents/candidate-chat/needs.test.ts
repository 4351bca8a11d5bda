import { expect, it } from "vitest";
import { isAboutNeeds } from "../../../../agents/candidate-chat/needs.ts";
import { startStopwatch } from "../../../support/stopwatch.ts";

const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** In everyday words, by what it is about. */
const NEEDS = linesOf(`
  I had an operation last month and cannot sit for long
  I am on the spectrum
  I can't hear well on calls
  I can't see very well, could the text be larger
  I use a cane
  my knee is bad, are there many stairs
  I have a heart problem
  I take pills at noon so need a pause
  I'm recovering from knee replacement
  I'm expecting a baby in March
  I am 7 months along
  I'm in a clinic until Thursday
  I have a doctor's appointment that day
  I get overwhelmed by noise
  I am colour blind
  I have ME
  Do you have large print?
  I have a speech disorder
  I'm transitioning
  I have an eating disorder
  I'm a recovering alcoholic
  Can someone take notes for me, my hands shake
  I have arthrose in my hands
  I'm fasting for Ramadan, could it be in the morning?
  I keep the Sabbath
  I was diagnosed with MS
  I'm having spine surgery in May
  Ich habe eine Hörbehinderung
  ich brauche mehr Zeit wegen LRS
  Ich höre sehr schlecht
  ich habe eine Herzoperation hinter mir
  Ich bin in Therapie
  Ich habe Migräne
  Ich laufe an Krücken
  J'ai un handicap
  je suis handicapé moteur
  j'entends mal
  j'ai un problème de dos
  j'ai rendez-vous chez le médecin
  je bégaie
  tengo TDAH
  no oigo bien
  me operaron de la rodilla
  estoy en tratamiento médico
  tengo dislexia
  sono dislessica
  ho un problema al cuore
  sono in terapia
  soffro di emicrania
  tenho dislexia
  não ouço bem
  tenho uma consulta com o médico
  estou grávida
  ik hoor slecht
  ik heb een burn-out
  ik ben geopereerd aan mijn knie
  jestem w ciąży
  mam depresję
  źle słyszę
  jestem po operacji kolana, mam operację
  jag har ångest
  jag hör dåligt
  jag har en läkartid
  jeg er ordblind
  jeg hører dårlig
  jeg skal til lægen
  jeg har kreft
  olen raskaana
  kuulen huonosti
  minulla on leikkaus
  mám epilepsii
  špatně slyším
  jdu k lékaři
  kalp ameliyatı oldum
  tedavi görüyorum
  iyi duymuyorum
  am dislexie
  sunt însărcinată
  am o problemă la inimă
  rosszul hallok
  műtétem lesz
  diszlexiás vagyok
  я плохо слышу
  у меня депрессия
  I have to lie down every hour
  I have a health check on Tuesday
  My health is not the best
  I need health care twice a day
  I have my medicals on Monday
  I am not healthy these days
  I am on medical leave
  I have medical insurance because of a medical condition
  I had a burnout last year
  My burnout is a problem in the mornings
  I see my doctor of ten years on Monday
  Ich habe Rückenschmerzen
  Kopfschmerzen plagen mich
  ik heb een hartziekte
  ik heb rugpijn
  ik kom met een scootmobiel
  astımım var
  tengo asma
  mam astmę
  у меня астма
  I have a medical cover letter
`);

/** Of everyday words that look a little like it. */
const ORDINARY = linesOf(`
  Is there a lift?
  Can I bring a laptop?
  How is the treatment of data done?
  Is everybody given equal treatment?
  Does the depression of the market change the role?
  I can't see the link
  I can't see the date in the mail
  I can't hear anything on the call
  Can you hear me well?
  I look forward to hearing from you
  What is the vision of the company?
  Is there disaster recovery in the task?
  Do you ask about recovering from failures?
  How do you diagnose incidents?
  Can I use Lisp for the task?
  Are there non-alcoholic drinks?
  I am transitioning from finance to engineering
  Is Ms Walker on the panel?
  I'm expecting a call at 3
  Do I need to know data structures, DSA?
  Will you post the offer?
  Is the office hospitable?
  Is this the hospitality team?
  Is the doctoral degree needed?
  Do you run clinical trials?
  On the other hand, could we talk later?
  Is it hands-on?
  Do I need to stand up to present?
  I can't stand by for long on the phone line?
  Do you work with heads of product?
  What is the backend written in?
  Are you the right person to ask?
  When is my appointment?
  Where can I park my bike?
  Can I have tea or coffee?
  What should I wear?
  May I use a second screen?
  Will the camera be on?
  Is there a whiteboard?
  What is the wifi password?
  Who pays for the train?
  Do I need an ID at the door?
  Is the salary negotiable?
  How many rounds are there?
  Can I do it from home?
  Could you send the questions in advance?
  What if my connection fails?
  Am I late?
  How big is the team?
  Which floor is it on?
  Is there a dress code?
  Can my partner wait in the lobby?
  What tools do you use?
  Is it a panel of three?
  Will there be coding?
  Can I type on my own keyboard?
  Is there a break in between?
  Who reads this chat?
  Wer sucht den Termin aus?
  Ich gebe Ihnen gern Bescheid
  Mon vol est tôt, parto da Milano domani
  Est-ce à votre goût ?
  Do you write system health checks?
  Is there an API health check in the task?
  Is there a health check endpoint in the task?
  Is medical insurance a benefit?
  Is there a medical insurance benefit?
  Do you pay for health insurance?
  Is there a healthy work culture?
  Do you build healthcare software?
  Do you need a doctor of science for this?
  Is burnout a problem in the team?
  Is burnout common at your company?
  Spreekt Pepijn Nederlands?
  Vilka är era smarta mål?
  Bon, à quelle heure est-ce ?
`);

it("tells needs in everyday words, in many languages", () => {
  expect(NEEDS.filter((text) => !isAboutNeeds(text))).toEqual([]);
});

it("takes no ordinary question for one", () => {
  expect(ORDINARY.filter(isAboutNeeds)).toEqual([]);
});

it("is quick with whatever is written", () => {
  const from = startStopwatch();
  for (const piece of [
    "a",
    "my my ",
    "problem with my ",
    "cannot ",
    "probleme de de la la ",
    "niet zo ",
    "я ",
    "的",
  ]) {
    isAboutNeeds(piece.repeat(4_000 / piece.length));
  }
  expect(from.cpuMs()).toBeLessThan(500);
});
