#!/usr/bin/env bash
# The commands by which the store beside this file was made, in an empty folder, with a program of format 2 on the path as
# `personvernsak`. A later program makes a later format, so this is kept to be read, not to be run again.
set -eu
printf 'blåbær på tur i fjellet\n' > passfrase
printf 'tyttebær på tur i fjellet\n' > passfrase-2
n=0
pv() { local now=$1; shift; n=$((n+1)); personvernsak --store lager --user "${U:-Kari Myhre}" --passphrase-file "${F:-passfrase}" --now "$now" --ids "$((400+n))" "$@" --json; echo; }
reg() { local now=$1; pv "$now" request register - ; }
personvernsak --store lager --user "Kari Myhre" --passphrase-file passfrase store init --test --organisation helsedirektoratet --now 2026-02-02T08:00:00+01:00 --ids 400 --json
echo
pv 2026-02-02T08:05:00+01:00 user add "Odd Vik" --role saksbehandler --new-passphrase-file passfrase-2
# 1 a letter in nynorsk: decided, answered and closed; a second case stays open
reg 2026-02-03T09:00:00+01:00 <<'J'
{"received_on":"2026-01-31","channel":"brev","language":"nn","idempotency_key":"brev-17",
 "person":{"name":"Åsmund Hauge","identity_number":"04875421129","address":{"lines":["Sjøgata 4","6900 Florø"],"country":"NO"}},
 "identity":{"status":"confirmed","method":"brev","on":"2026-02-02"},
 "text":"Kommunen behandla meg for rusproblem i 1994 og 1995. Eg krev at KPR slettar opplysningane om det, og eg vil sjå kva NPR har.",
 "attachments":[{"title":"fråsegn frå fastlegen","pages":2}],
 "demands":[{"register":"kpr","right":"sletting","grounds":"Det er meir enn tretti år sidan, og det er sterkt belastande at det framleis ligg der."},
            {"register":"npr","right":"innsyn"}]}
J
pv 2026-02-03T09:30:00+01:00 letter issue 2026/00001-a 2026/00001-b --kind acknowledgement -o stadfesting.pdf
for c in identitet begrunnelse dokumentasjon; do pv 2026-02-10T10:00:00+01:00 case check 2026/00001-a $c --result ja; done
pv 2026-02-10T10:01:00+01:00 case check 2026/00001-a sterkt-belastende --result ja --note "Eiga oppleving, stadfest av fastlegen."
pv 2026-02-10T10:02:00+01:00 case check 2026/00001-a allmenne-hensyn --result nei --note "Ingen som gjeld desse opplysningane."
pv 2026-02-10T10:03:00+01:00 case check 2026/00001-a art-17 --result nei
printf 'Vi søkte i registeret 9. februar 2026 og fann ikkje noko om deg.\n' > grunn.txt
pv 2026-02-10T10:10:00+01:00 case decide 2026/00001-a --outcome ingen-opplysninger --reasons-file grunn.txt
pv 2026-02-10T10:20:00+01:00 letter issue 2026/00001-a --kind section-25-decision -o vedtak.pdf
pv 2026-02-11T09:00:00+01:00 case close 2026/00001-a
pv 2026-02-11T09:10:00+01:00 case assign 2026/00001-b --to "Odd Vik"
# 2 an e-mail without grounds: identity asked by letter, waiting
reg 2026-02-12T09:00:00+01:00 <<'J'
{"received_at":"2026-02-11T23:47:00+01:00","channel":"epost","language":"nb",
 "person":{"name":"Sivert Moen","identity_number":"22918821159","email":"sivert.moen@example.no"},
 "text":"Diagnosen dere har på meg i NPR er feil. Sykehuset satte den i 2019.",
 "demands":[{"register":"npr","right":"retting"}]}
J
pv 2026-02-12T10:00:00+01:00 letter issue 2026/00002-a --kind identity-request --send epost -o identitet.pdf
# 3 sperring without grounds: § 25 documentation asked elsewhere, not answered
reg 2026-02-13T09:00:00+01:00 <<'J'
{"received_on":"2026-02-12","channel":"altinn","language":"nb","identity":{"status":"confirmed","method":"innlogget-hoyt","on":"2026-02-12"},
 "person":{"name":"Tone Brekke","born_on":"1970-05-20","address":{"lines":["Elvegata 2","2609 Lillehammer"],"country":"NO"}},
 "text":"Jeg vil at KPR sperrer det som står om meg.",
 "demands":[{"register":"kpr","right":"sperring"},{"register":"npr","right":"sletting"},{"register":"hpr","right":"innsyn"}]}
J
pv 2026-02-16T09:00:00+01:00 case suspend 2026/00003-a --ground par25-dokumentasjon --on 2026-02-16 --reply-by 2026-03-02
pv 2026-02-16T09:05:00+01:00 case suspend 2026/00003-b --ground par25-dokumentasjon --on 2026-02-16 --reply-by 2026-03-02
pv 2026-02-23T09:05:00+01:00 case resume 2026/00003-b --on 2026-02-20
pv 2026-02-23T09:06:00+01:00 case check 2026/00003-b sterkt-belastende --result ja
printf 'Ringt personen 23. februar.\n' > notat.txt
pv 2026-02-23T09:10:00+01:00 case note 2026/00003-c --text-file notat.txt
# 4 a protected person
reg 2026-02-17T09:00:00+01:00 <<'J'
{"received_on":"2026-02-16","channel":"brev","language":"nb","person":{"name":"Berit Sand","born_on":"1985-11-03","protection":"fortrolig"},
 "identity":{"status":"unchecked"},"text":"Jeg vil vite hva dere har om meg.","demands":[{"register":"hpr","right":"innsyn"}]}
J
pv 2026-02-17T09:10:00+01:00 letter issue 2026/00004-a --kind acknowledgement --send utleveres -o beskyttet.pdf
# 5 decided, not sent
reg 2026-02-18T09:00:00+01:00 <<'J'
{"received_on":"2026-02-17","channel":"helsenorge","language":"nb","identity":{"status":"confirmed","method":"innlogget-hoyt","on":"2026-02-17"},
 "person":{"name":"Amund Fjeld","born_on":"1990-08-12","address":{"lines":["Storgata 9","0184 Oslo"],"country":"NO"}},
 "text":"Datoen for oppholdet i NPR er feil, og yrket mitt i HPR er feil.",
 "demands":[{"register":"npr","right":"retting","grounds":"Oppholdet var i mai 2021, ikke i juni."},{"register":"hpr","right":"retting","facts":{"yrke":"dyrehelse"}}]}
J
pv 2026-02-20T09:00:00+01:00 case check 2026/00005-a identitet --result ja
printf 'Sykehuset bekrefter at oppholdet var i mai 2021.\n' > begrunnelse.txt
pv 2026-02-20T09:10:00+01:00 case decide 2026/00005-a --outcome rettet --reasons-file begrunnelse.txt
# a draft that nobody has issued
pv 2026-02-20T09:20:00+01:00 letter compose 2026/00005-a --kind section-25-decision
