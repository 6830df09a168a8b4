//! The room of the data protection officer: dates that are reviewed, answered and decided; the officer's own inbox; figures and the
//! forecast, and a list of what moves that the lead accepts. By keyboard, with axe, in both themes and at four hundred percent.

use std::path::{Path, PathBuf};

use personvernsak::api::desk::{CaseSuspend, Desk};
use serde_json::json;

use crate::attachments::press_by_key;
use crate::first_run::NOW;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock, unlock_in};
use crate::people::{enlarge, look};
use crate::screens::demonstration;
use crate::window::{Theme, Window};

const OMBUDSMAN: &str = "Nils Ombud";
const LEAD: &str = "Turid Aasen";
/// The case that waits for an answer.
const WAITING: &str = "2026/00002-a";

fn office(folder: &Path) -> PathBuf {
    let mut office = Office::at(folder, "2026-02-16T09:00:00Z");
    for (register, right, received_on) in
        [("kpr", "sletting", "2026-01-20"), ("npr", "innsyn", "2026-01-26"), ("hpr", "retting", "2026-02-02")]
    {
        office.register(register, right, received_on, Some("Det tynger meg."));
    }
    // The one about access waits for an answer.
    let asked = json!({ "case": WAITING, "ground": "presisering", "on": "2026-02-02", "reply_by": "2026-03-20" });
    office.does(asked, |desk: &mut Desk, input: &CaseSuspend| desk.case_suspend(input));
    office.add(OMBUDSMAN, "personvernombud");
    office.add(LEAD, "leder");
    office.leave()
}

/// Puts the focus on the first button that is called so, and presses it with a key.
pub async fn press_first(window: &Window, begins: &str) {
    let there = format!(
        "const found = [...document.querySelectorAll('main button, dialog[open] button')]
           .find(each => (each.getAttribute('aria-label') ?? each.innerText).trim().startsWith({}));
         found?.focus();
         return !!found && document.activeElement === found",
        json!(begins)
    );
    window.until(begins, &there).await;
    window.keys(key::ENTER).await;
}

pub async fn says(window: &Window, label: &str, words: &str) {
    window.write(label, words).await;
    window.control(key::ENTER).await;
}

#[tokio::test]
async fn dates_are_reviewed_answered_and_decided() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = office(folder.path());

    let window = unlock(&store, NOW, OMBUDSMAN).await;
    window.press("Gjennomgang").await;
    window.see("Ingen saker er tatt opp.").await;
    look(&window, "140-review-empty").await;
    press_by_key(&window, "Trekk saker").await;
    window.see("Startverdi").await;
    look(&window, "141-review-draw").await;
    window.control(key::ENTER).await;
    window.see("Trukket").await;
    window.see("Svarfrist").await;
    press_first(&window, "Enig: ").await;
    window.picture("142-review-agrees").await;
    press_first(&window, "Uenig: ").await;
    window.see("Skriv hvorfor det ikke er riktig.").await;
    window.control(key::ENTER).await;
    window.see("Skriv en begrunnelse.").await;
    says(&window, "Begrunnelse", "Vi fikk henvendelsen to dager før.").await;
    window.see("«Vi fikk henvendelsen to dager før.»").await;
    keyboard::check(&window, "gjennomgang").await;
    look(&window, "142-review-disagrees").await;
    let case = window.run("return document.querySelector('.chosen-line[aria-current] strong').innerText", vec![]).await;
    let case = case.as_str().expect("the number of a case").to_owned();
    press_first(&window, WAITING).await;
    window.see("Pause 1").await;
    press_first(&window, "Grunnlaget holder: ").await;
    press_first(&window, "Grunnlaget holder ikke: ").await;
    window.see("Skriv hvorfor det ikke er riktig.").await;
    look(&window, "142-review-pause").await;
    window.press("Avbryt").await;
    window.close().await.expect("the window closes");

    let window = unlock(&store, NOW, CASEWORKER).await;
    window.press("Gjennomgang").await;
    press_first(&window, &case).await;
    window.see("«Vi fikk henvendelsen to dager før.»").await;
    press_by_key(&window, "Svar personvernombudet").await;
    says(&window, "Begrunnelse", "Posten kom dagen etter.").await;
    window.see("Posten kom dagen etter.").await;
    look(&window, "143-review-answered").await;
    window.close().await.expect("the window closes");

    let window = unlock_in(Theme::Dark, &store, NOW, LEAD).await;
    window.press("Gjennomgang").await;
    press_first(&window, &case).await;
    press_by_key(&window, "Avgjør uenigheten").await;
    window.see("blir stående uendret ved siden av avgjørelsen").await;
    says(&window, "Begrunnelse", "Poststempelet viser dagen.").await;
    window.see("Poststempelet viser dagen.").await;
    window.see("«Vi fikk henvendelsen to dager før.»").await;
    look(&window, "144-review-decided-dark").await;
    enlarge(&window).await;
    look(&window, "144-review-decided-400").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn an_enquiry_is_kept_for_the_officer_and_becomes_a_request() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = office(folder.path());
    let window = unlock(&store, NOW, OMBUDSMAN).await;
    window.press("Innboks").await;
    window.see("Innboksen er tom.").await;
    look(&window, "145-inbox-empty").await;
    press_by_key(&window, "Ny henvendelse til ombudet").await;
    window.see("er forseglet til personvernombudet").await;
    window.control(key::ENTER).await;
    window.see("Skriv hva det gjelder.").await;
    look(&window, "146-inbox-new").await;
    window.rewrite("Dagen den kom", "20.02.2026").await;
    says(&window, "Hva det gjelder", "En elev spør hva som står om henne.").await;
    window.see("En elev spør hva som står om henne.").await;
    window.write("Nytt notat", "Snakket med eleven på telefon.").await;
    press_by_key(&window, "Lagre notatet").await;
    let noted = "return document.querySelector('.chosen-said li')?.innerText.startsWith('Snakket med eleven') === true";
    window.until("the note", noted).await;
    keyboard::check(&window, "innboksen").await;
    look(&window, "147-inbox-opened").await;
    press_by_key(&window, "Registrer som sak").await;
    window.see("Bare det du skriver her, går over til kontoret.").await;
    window.write("Navn, hvis det er kjent", "Tora Vik").await;
    window.choose("Register", "Norsk pasientregister (NPR)").await;
    window.choose("Rettighet", "Innsyn").await;
    look(&window, "148-inbox-passed-on").await;
    says(&window, "Det som går over til kontoret", "Hun ber om innsyn i NPR.").await;
    // The clock of the request runs from the day on which the enquiry reached the officer.
    window.see("2026/00004").await;
    window.see("20.02.2026").await;
    window.press("Innboks").await;
    press_first(&window, "Henvendelse 1").await;
    window.see("Blitt til 2026/00004").await;
    window.close().await.expect("the window closes");

    // Nobody else has the inbox, and nothing that stands in it is in the case.
    let window = unlock_in(Theme::Dark, &store, NOW, CASEWORKER).await;
    window.see("2026/00004-a").await;
    window.press("2026/00004-a").await;
    window.see("Sjekkliste").await;
    let text = window.text().await;
    assert!(!text.contains("Innboks") && !text.contains("Snakket med eleven"), "{text}");
    window.close().await.expect("the window closes");
    let window = unlock_in(Theme::Dark, &store, NOW, OMBUDSMAN).await;
    window.press("Innboks").await;
    press_first(&window, "Henvendelse 1").await;
    window.see("Snakket med eleven").await;
    look(&window, "149-inbox-dark").await;
    enlarge(&window).await;
    look(&window, "149-inbox-400").await;
    window.close().await.expect("the window closes");
}

/// A request was stamped in with the wrong day: the officer shows what would move, and the lead accepts that very list.
#[tokio::test]
async fn a_wrong_day_of_receipt_is_shown_by_the_officer_and_accepted_by_the_lead() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = office(folder.path());
    for (user, theme) in [(OMBUDSMAN, Theme::Light), (LEAD, Theme::Dark)] {
        let window = unlock_in(theme, &store, NOW, user).await;
        window.press("Prognose").await;
        window.see("Hva om").await;
        window.press("Hva om").await;
        window.see("Ny helligdag").await;
        window.write("Saksnummer", "2026/00003-a").await;
        window.write("Mottatt denne dagen i stedet", "27.01.2026").await;
        press_by_key(&window, "Vis hva som flytter seg").await;
        window.see("1 av 3 ubesvarte saker får andre datoer").await;
        window.see("er lov og følger med programmet").await;
        if user == OMBUDSMAN {
            window.see("Rollen personvernombud kan ikke godta at frister flyttes. Be en leder.").await;
            let text = window.text().await;
            assert!(!text.contains("Godta listen …"), "{text}");
            look(&window, "153-what-if-officer").await;
            window.close().await.expect("the window closes");
            continue;
        }
        window.see("Du kan godta listen.").await;
        keyboard::check(&window, "hva om, som kan godtas").await;
        press_by_key(&window, "Godta listen …").await;
        window.see("Sendte brev endres ikke.").await;
        window.control(key::ENTER).await;
        window.see("Skriv hvorfor datoen rettes.").await;
        look(&window, "154-what-if-accept").await;
        says(&window, "Begrunnelse", "Stempelet gjaldt naboposten.").await;
        window.see("Listen er godtatt").await;
        window.see("Henvendelse 2026/00003: mottatt 27.01.2026, rettet fra 02.02.2026. Saker med nye datoer: 1.").await;
        look(&window, "155-what-if-accepted").await;
        window.press("Arbeidsliste").await;
        window.press("2026/00003-a").await;
        window.see("Sjekkliste").await;
        window.press("Tidslinje").await;
        window.see("Mottaksdatoen er rettet: mottatt 27.01.2026, rettet fra 02.02.2026.").await;
        window.see("«Stempelet gjaldt naboposten.»").await;
        look(&window, "155-receipt-corrected").await;
        enlarge(&window).await;
        look(&window, "155-receipt-corrected-400").await;
        window.close().await.expect("the window closes");
    }
}

#[tokio::test]
async fn an_enquiry_is_erased_and_the_inbox_is_opened_with_the_code_from_the_safe() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = office(folder.path());
    let window = unlock(&store, NOW, OMBUDSMAN).await;
    window.press("Innboks").await;
    for words in ["Den første spør.", "Den andre spør."] {
        press_by_key(&window, "Ny henvendelse til ombudet").await;
        says(&window, "Hva det gjelder", words).await;
        window.see(words).await;
    }
    press_by_key(&window, "Avslutt henvendelsen").await;
    window.see("Alt som står i henvendelsen, blir overskrevet og er borte.").await;
    press_by_key(&window, "Hvor lenge de bevares").await;
    says(&window, "Måneder", "200").await;
    window.see("Skriv et helt tall fra 1 til 120.").await;
    look(&window, "156-inbox-retention").await;
    window.rewrite("Måneder", "12").await;
    window.control(key::ENTER).await;
    window.see("Bevares i 12 måneder.").await;
    window.see("Kan slettes fra 27.02.2027").await;
    keyboard::check(&window, "innboksen med sletting").await;
    look(&window, "157-inbox-erasable").await;
    press_by_key(&window, "Slett henvendelsen …").await;
    window.see("Dette kan ikke angres.").await;
    look(&window, "158-inbox-erasing").await;
    window.control(key::ENTER).await;
    window.see("Henvendelse 2: slettet").await;
    assert!(!window.text().await.contains("Den andre spør."));
    look(&window, "159-inbox-erased").await;
    press_by_key(&window, "Gjenopprettingskode").await;
    press_by_key(&window, "Lag en ny kode").await;
    window.see("Koden vises bare nå.").await;
    let code = window.run("return document.querySelector('.ombud-code').innerText", vec![]).await;
    let code = code.as_str().expect("a code").to_owned();
    look(&window, "160-inbox-code").await;
    press_by_key(&window, "Jeg har skrevet den ned").await;
    window.close().await.expect("the window closes");

    let mut office = Office::back_at(&store, NOW);
    office.remove(OMBUDSMAN);
    office.add("Nora Ombud", "personvernombud");
    let store = office.leave();
    let window = unlock_in(Theme::Dark, &store, NOW, "Nora Ombud").await;
    window.press("Innboks").await;
    window.see("Innboksen er lukket").await;
    press_by_key(&window, "Åpne innboksen").await;
    window.see("Skriv koden.").await;
    keyboard::check(&window, "den lukkede innboksen").await;
    look(&window, "161-inbox-closed").await;
    window.write("Gjenopprettingskode", &code).await;
    window.keys(key::ENTER).await;
    window.see("Det er ingen gjenopprettingskode.").await;
    press_first(&window, "Henvendelse 1").await;
    window.see("Den første spør.").await;
    window.close().await.expect("the window closes");
}

/// Over the demonstration's cases, which are of few weeks.
#[tokio::test]
async fn figures_and_the_forecast_are_read() {
    let folder = tempfile::tempdir().expect("a folder");
    demonstration(folder.path());
    for theme in [Theme::Light, Theme::Dark] {
        let window = unlock_in(theme, &folder.path().join("lager"), NOW, "Per-Arne Nordviken").await;
        window.press("Tall").await;
        window.see("Slik er det telt").await;
        keyboard::check(&window, "tall").await;
        for tab in ["Register", "Måned"] {
            window.press(tab).await;
            look(&window, &format!("150-figures-{}-{}", tab.to_lowercase(), theme.name())).await;
        }
        window.press("Prognose").await;
        window.see("Hva om").await;
        window.until("the forecast or why there is none", "return !document.querySelector('.loading')").await;
        keyboard::check(&window, "prognose").await;
        look(&window, &format!("151-forecast-{}", theme.name())).await;
        window.press("Hva om").await;
        window.see("Ny helligdag").await;
        keyboard::check(&window, "hva om").await;
        look(&window, &format!("152-what-if-{}", theme.name())).await;
        enlarge(&window).await;
        look(&window, &format!("152-what-if-400-{}", theme.name())).await;
        window.close().await.expect("the window closes");
    }
}
