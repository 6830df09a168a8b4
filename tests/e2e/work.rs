//! The daily work in the window: a task for a unit by keyboard alone, reminders, absence with a substitute, an entry taken back,
//! and two who change the same case.

use std::path::Path;
use std::time::{Duration, Instant};

use personvernsak::api::desk::{CaseAssign, CaseNote, CaseSuspend, CaseTaskAsk, Desk};
use personvernsak::api::session::{Settings, StoreUnlock};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::accessibility;
use crate::first_run::PASSPHRASE;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::{PATIENCE, Theme, Window};

const NOW: &str = "2026-02-05T09:00:00+01:00";
const LEAD: &str = "Live Solbakken";
const COLLEAGUE: &str = "Per Haug";
const F9: &str = "\u{e039}";

/// Presses Tab until what has the focus is called so, as a person without a mouse does.
async fn tab_to(window: &Window, name: &str) {
    let called = format!(
        "const element = document.activeElement;
         const words = (element.getAttribute('aria-label') ?? element.innerText ?? '').replace(/\\s+/g, ' ').trim();
         return words.startsWith({});",
        json!(name)
    );
    let began = Instant::now();
    loop {
        for _ in 0..120 {
            if window.run(&called, vec![]).await == json!(true) {
                return;
            }
            window.keys(key::TAB).await;
        }
        assert!(began.elapsed() < PATIENCE, "Tab never comes to «{name}»; the page says:\n{}", window.text().await);
        sleep(Duration::from_millis(100)).await;
    }
}

async fn enter_at(window: &Window, name: &str) {
    tab_to(window, name).await;
    window.keys(key::ENTER).await;
}

/// Goes with Tab to the field under a label.
async fn tab_to_field(window: &Window, label: &str) {
    let labelled = format!(
        "return document.activeElement.labels?.[0]?.innerText.trim() === {} && !!document.activeElement.closest('dialog[open]')",
        json!(label)
    );
    let began = Instant::now();
    while window.run(&labelled, vec![]).await != json!(true) {
        window.keys(key::TAB).await;
        assert!(began.elapsed() < PATIENCE, "Tab never comes to «{label}»; the page says:\n{}", window.text().await);
    }
}

/// Writes into the field under a label instead of what stands there, without a mouse.
async fn type_at(window: &Window, label: &str, text: &str) {
    tab_to_field(window, label).await;
    let before = window.run("return document.activeElement.value.length", vec![]).await;
    let before = usize::try_from(before.as_u64().unwrap_or_default()).unwrap_or_default();
    window.keys(&format!("{}{}{text}", key::END, key::BACKSPACE.repeat(before))).await;
}

/// Chooses from the list under a label by typing how the choice begins, without a mouse.
async fn choose_at(window: &Window, label: &str, choice: &str) {
    tab_to_field(window, label).await;
    window.keys(choice).await;
    let chosen = format!("return document.activeElement.selectedOptions[0].text.startsWith({})", json!(choice));
    window.until(&format!("«{choice}» under «{label}»"), &chosen).await;
}

/// What axe finds once a dialog has slid in; it begins to in a frame after it came.
async fn check(window: &Window, screen: &str) {
    sleep(Duration::from_millis(500)).await;
    let still = "return document.getAnimations().every(each => each.playState !== 'running')";
    window.until("a page that stands still", still).await;
    accessibility::check(window, screen).await;
}

async fn no_dialog(window: &Window) {
    window.until("the dialog is gone", "return !document.querySelector('dialog[open]')").await;
}

/// Somebody else at the same store, while the window is open.
fn other(store: &Path, now: &str, user: &str) -> Desk {
    let settings = Settings { now: Some(now.parse().expect("an instant")), ..Settings::default() };
    let mut desk = Desk::new(store.to_owned(), settings);
    let unlock =
        StoreUnlock { store: store.to_owned(), user: Some(user.to_owned()), passphrase: PASSPHRASE.to_owned() };
    desk.store_unlock(&unlock).expect("unlocked");
    desk
}

fn assigned(office: &mut Office, case: &str, to: &str) {
    office.does(json!({ "case": case, "to": to }), |desk: &mut Desk, input: &CaseAssign| desk.case_assign(input));
}

#[tokio::test]
async fn a_unit_is_asked_reminded_and_answers_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(COLLEAGUE, "saksbehandler");
    let case = office.register("iplos", "innsyn", "2026-02-02", None);
    assigned(&mut office, &case, CASEWORKER);
    let store = office.leave();
    let window = unlock(&store, NOW, CASEWORKER).await;
    enter_at(&window, &case).await;
    window.see("Sjekkliste").await;
    enter_at(&window, "Sjekkliste").await;
    window.keys(key::RIGHT).await;
    window.keys(key::RIGHT).await;
    window.see("En oppgave flytter ingen frist.").await;
    window.see("Personvernforordningen artikkel 12 nr. 3").await;
    let due = window.run("return document.querySelector('.date-card .date-pair').innerText", vec![]).await;
    enter_at(&window, "Ny oppgave").await;
    window.see("Be en enhet om noe").await;
    let proposed = "return document.querySelector('dialog select').selectedOptions[0].text === 'Kommunen (foreslått)'";
    window.until("the proposed unit", proposed).await;
    check(&window, "ny oppgave").await;
    window.picture("work/task-ask").await;
    // The proposed words stand there already; the day is the third field that is written in.
    for _ in 0..3 {
        window.keys(key::TAB).await;
    }
    window.keys(&format!("{}{}10.03.2026", key::END, key::BACKSPACE.repeat(10))).await;
    window.see("Dagen er etter svarfristen").await;
    window.picture("work/task-ask-late").await;
    window.keys(&format!("{}{}12.02.2026", key::END, key::BACKSPACE.repeat(10))).await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    window.see("Venter internt").await;
    window.see("Spurt 05.02.2026, svar innen 12.02.2026. Kari Myhre følger opp.").await;
    let after = window.run("return document.querySelector('.date-card .date-pair').innerText", vec![]).await;
    assert_eq!(after, due, "a task moves no date");
    check(&window, "oppgaver").await;
    keyboard::check(&window, "oppgaver").await;
    window.picture("work/tasks").await;

    enter_at(&window, "Purr: oppgave 1").await;
    window.see("Påminnelse om sak").await;
    check(&window, "purr").await;
    window.picture("work/task-remind").await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    window.see("Purret 05.02.2026.").await;

    window.keys(F9).await;
    window.see("Åpne oppgaver du følger opp").await;
    check(&window, "påminnelser").await;
    window.picture("work/reminders").await;
    window.keys(key::ESCAPE).await;
    no_dialog(&window).await;

    enter_at(&window, "Registrer svar: oppgave 1").await;
    window.see("Hva svarte enheten?").await;
    window.keys(key::TAB).await;
    window.keys("Kommunen har funnet journalen.").await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    window.see("Besvart 05.02.2026.").await;
    window.see("Under arbeid").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn what_is_near_is_reminded_of_and_put_off_and_leads_to_the_case() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("npr", "innsyn", "2026-02-02", None);
    let second = office.register("hpr", "innsyn", "2026-02-03", None);
    for case in [&case, &second] {
        assigned(&mut office, case, CASEWORKER);
    }
    let ask = json!({ "case": case, "unit": "registerenhet", "text": "Finn opplysningene.", "due_on": "2026-02-12" });
    office.does(ask, |desk: &mut Desk, input: &CaseTaskAsk| desk.case_task_ask(input));
    let store = office.leave();
    let window = unlock(&store, "2026-02-25T09:00:00+01:00", CASEWORKER).await;
    window
        .until("the count", "return document.querySelector('.navigation-reminders .place-count').innerText === '3'")
        .await;
    window.keys(F9).await;
    window.see("for 13 dager siden").await;
    window.see("Svarfrist, og siste dag for melding om lengre frist").await;
    check(&window, "påminnelser").await;
    window.picture("work/reminders-near").await;
    enter_at(&window, "Utsett Svarfrist, og siste dag for melding om lengre frist").await;
    window.see("Minn meg igjen").await;
    window.keys(&format!("{}{}05.03.2026{}", key::END, key::BACKSPACE.repeat(10), key::ENTER)).await;
    window.see("Dagen følger av loven").await;
    check(&window, "påminnelse som ikke kan utsettes").await;
    window.keys(&format!("{}{}27.02.2026{}", key::END, key::BACKSPACE.repeat(10), key::ENTER)).await;
    window.see("1 utsatt påminnelse").await;
    window.picture("work/reminders-put-off").await;
    enter_at(&window, &format!("{case}: Oppgave 1")).await;
    no_dialog(&window).await;
    window.see("svaret er forsinket").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn a_colleague_is_away_the_substitute_sees_their_cases_and_a_lead_moves_them_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(COLLEAGUE, "saksbehandler");
    office.add(LEAD, "leder");
    let case = office.register("npr", "innsyn", "2026-02-02", None);
    assigned(&mut office, &case, COLLEAGUE);
    let store = office.leave();
    let window = unlock(&store, NOW, LEAD).await;
    enter_at(&window, "Innstillinger").await;
    enter_at(&window, "Registrer fravær").await;
    window.see("Første dag").await;
    choose_at(&window, "Hvem er borte?", COLLEAGUE).await;
    type_at(&window, "Første dag", "05.02.2026").await;
    type_at(&window, "Siste dag", "04.02.2026").await;
    choose_at(&window, "Vikar", LEAD).await;
    window.control(key::ENTER).await;
    window.see("Siste dag kan ikke være før første dag.").await;
    check(&window, "registrer fravær").await;
    window.picture("work/absence-enter").await;
    type_at(&window, "Siste dag", "13.02.2026").await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    window.see("05.02.2026–13.02.2026").await;
    check(&window, "fravær").await;
    keyboard::check(&window, "fravær").await;
    window.run("document.getElementById('settings-absence').scrollIntoView()", vec![]).await;
    window.picture("work/absence").await;

    enter_at(&window, "Arbeidsliste").await;
    enter_at(&window, "Mine saker").await;
    window.see("For Per Haug").await;
    check(&window, "arbeidsliste for en annen").await;
    window.picture("work/covered").await;
    // Back at work, the colleague has the case alone; away again, the substitute has it too.
    enter_at(&window, "Innstillinger").await;
    window.see("05.02.2026–13.02.2026").await;
    enter_at(&window, "Avslutt fraværet: Per Haug").await;
    window.see("Per Haug er tilbake.").await;
    window.until("nobody is away", "return !document.body.innerText.includes('13.02.2026')").await;
    enter_at(&window, "Arbeidsliste").await;
    window.see("Ingen saker passer med filtrene").await;
    enter_at(&window, "Innstillinger").await;
    window.see("Fravær og vikar").await;
    enter_at(&window, "Registrer fravær").await;
    choose_at(&window, "Hvem er borte?", COLLEAGUE).await;
    type_at(&window, "Første dag", "05.02.2026").await;
    type_at(&window, "Siste dag", "13.02.2026").await;
    choose_at(&window, "Vikar", LEAD).await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    window.see("05.02.2026–13.02.2026").await;
    enter_at(&window, "Arbeidsliste").await;
    window.see("For Per Haug").await;
    enter_at(&window, &case).await;
    window.see("Per Haug har saken, men er borte til og med fredag 13. februar 2026").await;
    enter_at(&window, "Ta over fra Per Haug").await;
    window.until("the case is taken", "return !document.body.innerText.includes('Ta over fra Per Haug')").await;
    tab_to(&window, "Sjekkliste").await;
    let timeline = "return document.activeElement.innerText.trim().startsWith('Tidslinje')";
    for _ in 0..12 {
        if window.run(timeline, vec![]).await == json!(true) {
            break;
        }
        window.keys(key::RIGHT).await;
    }
    window.see("Live Solbakken tok over saken fra Per Haug.").await;
    enter_at(&window, "Mer").await;
    enter_at(&window, "Tildel …").await;
    choose_at(&window, "Saksbehandler", "Per Haug – borte til 13.02.2026").await;
    window.see("Per Haug er borte til og med fredag 13. februar 2026. Live Solbakken er vikar.").await;
    check(&window, "tildel").await;
    window.picture("work/assign-away").await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    enter_at(&window, "Innstillinger").await;
    window.see("Fravær og vikar").await;
    enter_at(&window, "Flytt alle saker: Per Haug").await;
    choose_at(&window, "Hvem skal ha dem?", CASEWORKER).await;
    window.control(key::ENTER).await;
    window.see("1 sak er flyttet til Kari Myhre.").await;
    check(&window, "flytt alle saker").await;
    window.picture("work/hand-over").await;
    enter_at(&window, "Lukk").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn whoever_comes_second_sees_what_the_other_did_and_keeps_what_was_typed_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    office.add(COLLEAGUE, "saksbehandler");
    let case = office.register("npr", "innsyn", "2026-02-02", None);
    let asked = json!({ "case": case, "ground": "presisering", "on": "2026-02-04", "reply_by": "2026-02-18" });
    office.does(asked, |desk: &mut Desk, input: &CaseSuspend| desk.case_suspend(input));
    let store = office.leave();
    let window = unlock(&store, NOW, CASEWORKER).await;
    enter_at(&window, &case).await;
    window.see("Mer").await;
    enter_at(&window, "Mer").await;
    enter_at(&window, "Rett en registrering").await;
    window.see("Hvorfor er det feil?").await;
    type_at(&window, "Hvorfor er det feil?", "Gjaldt en annen sak.").await;

    let mut colleague = other(&store, NOW, COLLEAGUE);
    let note: CaseNote = serde_json::from_value(json!({ "case": case, "text": "Ringte." })).expect("an input");
    colleague.case_note(&note).expect("a note");
    let assign: CaseAssign = serde_json::from_value(json!({ "case": case, "to": COLLEAGUE })).expect("an input");
    colleague.case_assign(&assign).expect("assigned");

    window.control(key::ENTER).await;
    window.see("Noen andre har endret saken. Vi har hentet den på nytt").await;
    window.see("Per Haug, 05.02.2026 kl. 09.00: Saken er tildelt Per Haug.").await;
    window.see("Per Haug, 05.02.2026 kl. 09.00: Notat skrevet.").await;
    let typed = "return document.querySelector('dialog[open] textarea').value";
    assert_eq!(window.run(typed, vec![]).await, Value::from("Gjaldt en annen sak."), "nothing typed is lost");
    check(&window, "konflikt").await;
    window.picture("work/conflict").await;
    window.control(key::ENTER).await;
    no_dialog(&window).await;
    window.see("Rettet: ble registrert ved en feil, og teller ikke.").await;
    window.see("Per Haug").await;
    check(&window, "rettet registrering").await;
    window.picture("work/corrected").await;
    window.close().await.expect("the window closes");
}

/// The page is no wider than the window, and axe finds nothing.
async fn fits(window: &Window, screen: &str) {
    check(window, screen).await;
    let over = window.run("return document.documentElement.scrollWidth - innerWidth", vec![]).await;
    assert!(over.as_i64().is_some_and(|over| over <= 0), "{screen} is {over} pixels too wide");
    window.picture(&format!("work/{screen}")).await;
}

#[tokio::test]
async fn tasks_and_reminders_fit_in_the_dark_and_four_times_as_large() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut office = Office::at(folder.path(), NOW);
    let case = office.register("iplos", "innsyn", "2026-02-02", None);
    assigned(&mut office, &case, CASEWORKER);
    let ask = json!({ "case": case, "unit": "kommune", "text": "Hva sier journalen?", "due_on": "2026-02-12" });
    office.does(ask, |desk: &mut Desk, input: &CaseTaskAsk| desk.case_task_ask(input));
    let store = office.leave().display().to_string();
    let window = Window::open_in(Theme::Dark, &["--now", "2026-02-25T09:00:00+01:00", "--store", &store]).await;
    window.write("Passfrase", PASSPHRASE).await;
    window.keys(key::ENTER).await;
    window.until("the list", "return !!document.querySelector('[data-case]')").await;
    enter_at(&window, &case).await;
    window.press("Oppgaver").await;
    window.see("svaret er forsinket").await;
    fits(&window, "tasks-dark").await;
    window.keys(F9).await;
    window.see("Åpne oppgaver du følger opp").await;
    fits(&window, "reminders-dark").await;
    window.keys(key::ESCAPE).await;
    no_dialog(&window).await;
    for _ in 0..8 {
        let before = window.run("return innerWidth", vec![]).await;
        window.control("+").await;
        window.until("a larger page", &format!("return innerWidth < {before}")).await;
    }
    fits(&window, "tasks-dark-400").await;
    window.keys(F9).await;
    window.see("Åpne oppgaver du følger opp").await;
    fits(&window, "reminders-dark-400").await;
    window.close().await.expect("the window closes");
}
