/** What the company's model can say in other languages: sentences of its guides and of what candidates are told, without their facts. */

export const PHRASE_LANGUAGES = ["English", "German", "French", "Spanish", "Dutch"] as const;

/** In the order of {@link PHRASE_LANGUAGES}; those that are missing it does not know. */
export const PHRASES: readonly (readonly string[])[] = [
  [
    "You will meet [[1]] and [[2]] for [[3]].",
    "Sie treffen [[1]] und [[2]] für [[3]].",
    "Vous rencontrerez [[1]] et [[2]] pour [[3]].",
    "Usted se reunirá con [[1]] y [[2]] para [[3]].",
    "U ontmoet [[1]] en [[2]] voor [[3]].",
  ],
  [
    "You will meet [[1]] for [[2]].",
    "Sie treffen [[1]] für [[2]].",
    "Vous rencontrerez [[1]] pour [[2]].",
    "Usted se reunirá con [[1]] para [[2]].",
    "U ontmoet [[1]] voor [[2]].",
  ],
  [
    "[[1]] is by video.",
    "[[1]] findet per Video statt.",
    "[[1]] se fait par vidéo.",
    "[[1]] es por vídeo.",
    "[[1]] is per video.",
  ],
  [
    "The link is [[1]]",
    "Der Link lautet [[1]]",
    "Le lien est [[1]]",
    "El enlace es [[1]]",
    "De link is [[1]]",
  ],
  [
    "[[1]] takes [[2]] minutes.",
    "[[1]] dauert [[2]] Minuten.",
    "[[1]] dure [[2]] minutes.",
    "[[1]] dura [[2]] minutos.",
    "[[1]] duurt [[2]] minuten.",
  ],
  [
    "You have not confirmed yet that you will be there.",
    "Sie haben noch nicht bestätigt, dass Sie da sein werden.",
    "Vous n’avez pas encore confirmé que vous serez là.",
    "Usted todavía no ha confirmado que estará allí.",
    "U hebt nog niet bevestigd dat u er zult zijn.",
  ],
  [
    "You can ask for another time until [[1]].",
    "Sie können bis [[1]] um einen anderen Termin bitten.",
    "Vous pouvez demander un autre moment jusqu’à [[1]].",
    "Usted puede pedir otro momento hasta [[1]].",
    "U kunt tot [[1]] om een ander tijdstip vragen.",
  ],
  [
    "Until that is decided your interview stays as it is.",
    "Bis das entschieden ist, bleibt Ihr Gespräch, wie es ist.",
    "Jusqu’à ce que cela soit décidé, votre entretien reste tel quel.",
    "Hasta que se decida, su entrevista queda como está.",
    "Tot dat is besloten, blijft uw gesprek zoals het is.",
  ],
  [
    "Between two interviews there are at least fifteen minutes.",
    "Zwischen zwei Gesprächen liegen mindestens fünfzehn Minuten.",
    "Entre deux entretiens, il y a au moins quinze minutes.",
    "Entre dos entrevistas hay al menos quince minutos.",
    "Tussen twee gesprekken zitten minstens vijftien minuten.",
  ],
  [
    "At the reception you sign in with your name; you need no identification.",
    "Am Empfang tragen Sie sich mit Ihrem Namen ein; Sie brauchen keinen Ausweis.",
    "À la réception, vous vous inscrivez avec votre nom ; vous n’avez besoin d’aucune pièce d’identité.",
    "En la recepción usted se registra con su nombre; no necesita ninguna identificación.",
    "Bij de receptie schrijft u zich in met uw naam; u hebt geen legitimatie nodig.",
  ],
  [
    "You may have your own notes with you and look at them at any time, and you may write along.",
    "Sie dürfen Ihre eigenen Notizen dabeihaben und jederzeit darauf schauen, und Sie dürfen mitschreiben.",
    "Vous pouvez avoir vos propres notes avec vous et les regarder à tout moment, et vous pouvez écrire pendant ce temps.",
    "Usted puede tener sus propios apuntes y mirarlos en cualquier momento, y puede escribir mientras tanto.",
    "U mag uw eigen notities bij u hebben en er altijd naar kijken, en u mag meeschrijven.",
  ],
  [
    "People decide about your application.",
    "Menschen entscheiden über Ihre Bewerbung.",
    "Ce sont des personnes qui décident de votre candidature.",
    "Son personas quienes deciden sobre su solicitud.",
    "Mensen beslissen over uw sollicitatie.",
  ],
  [
    "I do not know that.",
    "Das weiß ich nicht.",
    "Je ne le sais pas.",
    "No lo sé.",
    "Dat weet ik niet.",
  ],
  [
    "I have passed your question on to [[1]]; the answer will appear here.",
    "Ich habe Ihre Frage an [[1]] weitergegeben; die Antwort wird hier erscheinen.",
    "J’ai transmis votre question à [[1]] ; la réponse apparaîtra ici.",
    "He pasado su pregunta a [[1]]; la respuesta aparecerá aquí.",
    "Ik heb uw vraag doorgegeven aan [[1]]; het antwoord verschijnt hier.",
  ],
];

/** What nobody told it to say. */
export const PROMISES: readonly string[] = [
  "You surely have the job.",
  "Sie haben die Stelle sicher.",
  "Vous êtes déjà embauché, c’est garanti.",
  "El puesto ya es suyo, se lo garantizamos.",
  "U hebt de baan zeker.",
];

/** A time that nobody has named. */
export const INVENTED_TIMES: readonly string[] = [
  "at half past ten",
  "um halb elf",
  "à dix heures et demie",
  "a las diez y media",
  "om half elf",
];
