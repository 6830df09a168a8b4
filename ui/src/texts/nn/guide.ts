import type { Texts } from '../languages';

export const guide: Texts['guide'] = {
  title: 'Brukarrettleiing',
  intro: 'Korte kapittel, eitt for kvar oppgåve. Trykk Ctrl K når som helst for å finne ei handling.',
  search: 'Søk i rettleiinga',
  chapters: 'Kapittel',
  nothing: (words) => `Ingen kapittel seier noko om «${words}».`,
  found: (count) => `${count} kapittel passar`,
  text: {
    register: {
      title: 'Registrere ein førespurnad',
      intro: 'Ein førespurnad kan ha fleire krav. Kvart krav blir ei sak med eigen frist.',
      picture: 'Skjemaet for ny førespurnad: det som kom inn, står til venstre, og sakene det blir til, til høgre.',
      steps: [
        'Trykk Ctrl N, eller vel «Ny førespurnad» i menyen.',
        'Skriv korleis og når førespurnaden kom. Fristen blir rekna frå den dagen han kom til kontoret, ikkje frå dagen du registrerer.',
        'Skriv namnet og fødselsnummeret slik det står i førespurnaden, og lim inn teksten.',
        'Legg til registeret kravet gjeld, og kryss av for det personen ber om. Til høgre ser du straks kven som svarar og når.',
        'Trykk Ctrl Enter for å registrere. Manglar noko, flyttar F8 deg frå feil til feil.',
      ],
      tips: [
        'Det du skriv, blir teke vare på medan du skriv. Stoppar maskina, finn du det igjen når du låser opp.',
        'Filer som kom med, slepper du i skjemaet, limer inn eller vel. Det som ikkje kan leggjast ved, får du vite med ein gong, og resten blir lagt i saka når du registrerer.',
        'Har personen skrive før, står det under fødselsnummeret. Ved sida av kvarandre ser du kva som er likt og ulikt. At du ser på dei, blir logga, og ingenting blir slått saman av seg sjølv.',
        'Ber personen om alt kontoret har, vel du «Alt vi har om personen», og kryssar av for kva personen er for kontoret.',
      ],
    },
    find: {
      title: 'Finne ei sak eller ein person',
      intro: 'Arbeidslista viser sakene etter frist. Søket finn ord i sakene, eller éin person.',
      picture: 'Arbeidslista med søkjefelt og filter øvst og den valde saka til høgre.',
      steps: [
        'Trykk Ctrl F og skriv ord frå saka, eller eit heilt fødselsnummer. Eit søk etter ein person blir skrive i oppslagsloggen.',
        'Vel filter for register, rett, spor eller tilstand. «Nullstill» fjernar dei.',
        'Gå opp og ned i lista med piltastane, og opne saka med Enter.',
        'Kjenner du saksnummeret, trykkjer du Ctrl K og skriv det. «2026/12» er nok.',
      ],
      tips: [
        'I ei sak går du til førre og neste sak i lista med Alt og pil opp eller ned.',
        'Filtera kan lagrast som ei visning i menyen, også «Klager» og «Avgrensing gjeld».',
      ],
    },
    ask: {
      title: 'Spørje personen om noko',
      intro: 'Manglar du identitet, fullmakt, presisering eller dokumentasjon, spør du i eit brev. Saka ventar til svaret kjem.',
      picture: 'Ei sak der neste steg står øvst og fristen til høgre.',
      steps: [
        'Opne saka. Under «Vurdert for deg» står det om det trengst å spørje, og kvifor.',
        'Vel «Skriv brevet» ved forslaget. Når brevet er låst, blir saka sett på vent.',
        'Kjem svaret, vel du «Registrer svaret» og skriv dagen det kom. Fristen blir rekna ut på nytt.',
        'Kjem det ikkje, foreslår programmet ei påminning når dagen er gått ut.',
      ],
      tips: ['Ikkje alle spørsmål stansar fristen. Under «Fristar» ser du kva som gjeld for kvar sak.'],
    },
    extend: {
      title: 'Forlengje fristen',
      intro: 'Er kravet samansett, eller er det mange krav, kan fristen forlengjast til tre månader frå mottak.',
      picture: 'Dialogen for lengre frist viser siste dag for meldinga og den lengste fristen lova gir.',
      steps: [
        'Vel «Foreslå lengre frist» under «Meir» i saka.',
        'Vel grunnen, skriv grunngivinga til personen, og sei når svaret kan ventast.',
        'Skriv meldinga til personen. Fristen er den same til meldinga er send.',
      ],
      tips: ['Meldinga må vere send før den vanlege fristen er ute. Etter det kan fristen ikkje forlengjast.'],
    },
    decide: {
      title: 'Avgjere saka',
      intro: 'Sjekklista seier kva som må vurderast. Svara dine er grunngivinga seinare.',
      picture: 'Sjekklista i ei sak, med svar og kjelder.',
      steps: [
        'Svar på punkta under «Sjekkliste». Kvart punkt viser kjelda si.',
        'Vel «Avgjer». Vel utfallet og skriv grunngivinga slik personen skal lese ho.',
        'Skriv svarbrevet. Grunngivinga står alt i det.',
        'Gå gjennom «Tiltak» etterpå: det som må gjennomførast i registeret, og kven som skal få vite det.',
      ],
      tips: ['Høyrer kravet til ein annan stad, vel du «Send saka vidare». Personen får vite kven som svarar.'],
    },
    letter: {
      title: 'Skrive og sende brev',
      intro: 'Brevet blir sett saman av faste tekstar og det du fyller ut. Du ser det slik mottakaren får det.',
      picture: 'Brevet: innhaldet til venstre, sida i midten og kontrollen til høgre.',
      steps: [
        'Vel «Skriv brev» i saka, og vel brevtypen.',
        'Fyll ut felta som må fyllast ut. Sida blir teikna på nytt medan du skriv.',
        'Sjå «Kontroll før sending». Det som stoppar brevet, har ei lenkje til feltet.',
        'Trykk Ctrl Enter for å ferdigstille og låse. Brevet får nummer og kan ikkje endrast etterpå.',
        'Lagre PDF-en eller opne han, og send han i kanalen du valde.',
      ],
      tips: [
        'Er noko gale i eit brev som er sendt, vel du «Rett brevet». Det nye brevet viser til det gamle.',
        'Kjem brevet i retur, registrerer du det på brevet, og sender det på nytt derifrå.',
      ],
    },
    approve: {
      title: 'Godkjenne brev',
      intro: 'Har kontoret bestemt det, godkjenner ein leiar avslag, slettingar og vedtak etter § 25 før dei blir sende.',
      picture: 'Innstillingane, der kontoret bestemmer om brev skal godkjennast.',
      steps: [
        'Den som skriv brevet, vel «Send til godkjenning».',
        'Leiaren finn breva med filteret «Til godkjenning», les brevet, og godkjenner det eller sender det tilbake.',
        'Blir noko endra etterpå, må brevet godkjennast på nytt.',
      ],
      tips: ['Ingen kan godkjenne sitt eige brev.'],
    },
    deadlines: {
      title: 'Følgje fristane',
      intro: '«Fristar» viser kva som er forfalle, kva som snart forfell, kva som ventar, og kva som er forlengt.',
      picture: 'Fristane i ein kalender og i tal, per register og per spor, med sakene under.',
      steps: [
        'Vel eit tal for å sjå sakene bak det, eller ein dag i kalenderen for å sjå sakene som har frist då.',
        'Opne ei sak og vel «Kvifor denne datoen?» for å sjå kvart steg i utrekninga, med kjelde.',
        'Lagre lista som CSV dersom ho skal med i eit møte, eller fristane som kalender dersom du vil ha dei i eit kalenderprogram. Ingen personar er nemnde i kalenderen. Skal han halde seg oppdatert, vel ein stad for han under «Innstillingar».',
      ],
      tips: [
        'Den interne datoen er kontoret sin eigen. Han endrar ingen frist etter lova.',
        'Viser saka at personopplysningar er komne på avvegar, vel «Meir» og «Registrer avvik». Programmet reknar ut dei 72 timane til å melde det og minner den som har saka, på dei.',
      ],
    },
    backup: {
      title: 'Ta tryggingskopi',
      intro: 'Ein administrator tek kopi av heile lageret. Kopien blir opna og kontrollert før han gjeld.',
      picture: 'Innstillingane med tryggingskopi.',
      steps: [
        'Vel «Innstillingar» og «Ta tryggingskopi no».',
        'Vel ein minnepinne eller ein annan disk enn den lageret ligg på.',
        'Vent til det står at alt stemmer.',
      ],
      tips: ['Kopien er kryptert med dei same passfrasane. Gløymer alle passfrasen sin, kan ingen opne han.'],
    },
    keys: {
      title: 'Snøggtastar',
      intro: 'Alt kan gjerast utan mus. Ingen snarveg treng AltGr, og ingen bruker éin bokstav åleine.',
      picture: 'Lista som kjem med Ctrl K, med det som kan gjerast på skjermen øvst.',
      steps: [
        'Ctrl K finn alle handlingar og stader, eit saksnummer eller eit register.',
        'Ctrl Enter gjer neste steg på skjermen du er på.',
        'F6 flyttar deg til neste del av skjermen, og F8 til neste feil.',
        'Ctrl 1 til Ctrl 5 går til stadene i menyen.',
        'Ctrl og pluss gjer alt større, Ctrl og minus gjer det mindre.',
        'F1 viser alle snarvegane.',
      ],
      tips: ['Linja nedst viser snarvegane som verkar akkurat der du er.'],
    },
  },
};
