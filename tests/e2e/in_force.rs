//! What stands in force after its case, by keyboard alone: the list, a review, and a lift that waits for the notice.

use personvernsak::api::desk::{CaseDecide, CaseMeasureSettle, Desk};
use serde_json::json;

use crate::first_run::{NOW, PASSPHRASE};
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::people::{enlarge, look, save, step_to};
use crate::window::{Theme, Window};

#[tokio::test]
async fn what_is_in_force_is_reviewed_and_lifted_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let restricted = office.receive(json!({
        "received_on": "2026-02-10", "channel": "brev", "language": "nb",
        "person": {"name": "Torleiv Kvamsdal", "address": {"lines": ["Sjøgata 12", "6700 Måløy"], "country": "NO"}},
        "text": "Ikke bruk opplysningene før de er rettet.",
        "demands": [{"register": "hpr", "right": "begrensning", "facts": {"yrke": "helsepersonell"}}],
    }));
    let unwanted = office.register("nyhetsbrev", "protest-markedsforing", "2026-02-12", None);
    for case in [&restricted, &unwanted] {
        let decided = json!({ "case": case, "outcome": "innvilget", "reasons": "Retten gjelder." });
        office.does(decided, |desk: &mut Desk, input: &CaseDecide| desk.case_decide(input));
        let done = json!({ "case": case, "measure": "gjennomforing", "done_on": "2026-02-20", "note": "Gjort." });
        office.does(done, |desk: &mut Desk, input: &CaseMeasureSettle| desk.case_measure_settle(input));
    }
    let store = office.leave();

    let window = unlock(&store, NOW, CASEWORKER).await;
    step_to(&window, "Begrensninger").await;
    window.see("Gjeldende begrensninger og reservasjoner").await;
    window.until("both cases", "return document.querySelectorAll('[data-case]').length === 2").await;
    window.see("Personvernforordningen artikkel 18").await;
    keyboard::check(&window, "begrensninger").await;
    look(&window, "70-in-force").await;

    step_to(&window, &restricted).await;
    window.see("Gjelder nå").await;
    step_to(&window, "Registrer vurdering").await;
    window.control(key::ENTER).await;
    window.see("Skriv en dato.").await;
    window.write("Vurderes igjen", "01.09.2026").await;
    window.write("Hva kom vurderingen til?", "Opplysningene er fortsatt bestridt.").await;
    look(&window, "71-review-dialog").await;
    save(&window, "Vurderes igjen 01.09.2026.").await;
    step_to(&window, "Opphev").await;
    window.write("Hvorfor?", "Opplysningene er rettet.").await;
    window.control(key::ENTER).await;
    window.see("Personen skal få beskjed før begrensningen blir opphevet.").await;
    look(&window, "72-lift-refused").await;
    window.keys(key::ESCAPE).await;
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
    keyboard::check(&window, "tiltak med begrensning").await;
    look(&window, "73-case-in-force").await;

    step_to(&window, "Begrensninger").await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    window.press(&unwanted).await;
    window.see("Ingen direkte markedsføring").await;
    step_to(&window, "Opphev").await;
    window.write("Hvorfor?", "Personen vil ha nyhetsbrevet igjen.").await;
    save(&window, "Opphevet 27.02.2026.").await;

    // The same in the work list, kept as a view.
    step_to(&window, "Arbeidsliste").await;
    let listed = |count: usize| format!("return document.querySelectorAll('[data-case]').length === {count}");
    window.until("all cases", &listed(2)).await;
    step_to(&window, "Begrensning gjelder").await;
    window.until("what is in force", &listed(1)).await;
    window.see("Rekkefølge: Vurderes igjen").await;
    step_to(&window, "Lagre visning …").await;
    window.keys("Gjelder hos oss").await;
    save(&window, "Gjelder hos oss").await;
    step_to(&window, "Nullstill").await;
    window.until("all cases", &listed(2)).await;
    step_to(&window, "Gjelder hos oss").await;
    window.until("what is in force", &listed(1)).await;
    keyboard::check(&window, "visning av begrensninger").await;
    look(&window, "76-view-in-force").await;
    window.close().await.expect("the window closes");

    // The day of the review has come.
    let later = "2026-09-02T09:00:00+02:00";
    let arguments = ["--now", later, "--store", &store.display().to_string()];
    let window = Window::open_in(Theme::Dark, &arguments).await;
    window.write("Passfrase", PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    window.press("Begrensninger").await;
    window.until("the one case", "return document.querySelectorAll('[data-case]').length === 1").await;
    window.until("the mark", "return document.body.textContent.includes('Skal vurderes nå')").await;
    look(&window, "74-in-force-due-dark").await;
    enlarge(&window).await;
    look(&window, "75-in-force-400-percent-dark").await;
    window.close().await.expect("the window closes");
}
