//! Requests with more to them than one register, typed into the real window: several registers and logs, a private portal in
//! English, a child with a protected address, and what follows other rules.

use std::path::Path;

use crate::accessibility;
use crate::hands::key;
use crate::keyboard;
use crate::office::{CASEWORKER, Office, unlock};
use crate::window::Window;

const NOW: &str = "2026-11-25T09:00:00+01:00";

async fn begin(folder: &Path) -> Window {
    let window = unlock(&Office::at(folder, NOW).leave(), NOW, CASEWORKER).await;
    window.control("n").await;
    window.see("Det som kom inn").await;
    window
}

async fn add(window: &Window, register: &str, demand: &str) {
    window.write("Legg til register: navn eller forkortelse", &format!("{register}{}", key::ENTER)).await;
    window.tick(demand).await;
}

#[tokio::test]
async fn two_registers_and_a_log_become_three_cases() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = begin(folder.path()).await;
    window.choose("Kanal", "Altinn").await;
    window.write("Mottatt", "30.10.2026").await;
    window.write("Navn", "Oddny Fagerli").await;
    window.write("Fødselsnummer", "14838531017").await;
    window.write("Adresse", &format!("Skogveien 3{}0870 Oslo", key::ENTER)).await;
    window.choose("Identiteten er", "Bekreftet").await;
    window.write("Teksten i henvendelsen", "Jeg vil se det NPR og KPR har om meg, og hvem som har sett på det.").await;
    add(&window, "npr", "Innsyn i NPR").await;
    add(&window, "kpr", "Innsyn i KPR").await;
    window.tick("Innsyn i logg i NPR").await;
    window.see("3 saker blir opprettet").await;
    window.see("mandag 30. november 2026").await;
    window.picture("50-three-cases").await;
    window.control(key::ENTER).await;
    for case in ["2026/00001-a", "2026/00001-b", "2026/00001-c"] {
        window.see(case).await;
    }
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn everything_about_a_person_is_proposed_by_their_roles() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = begin(folder.path()).await;
    window.press("Alt vi har om personen").await;
    window.tick("Abonnent").await;
    window.see("Legg til").await;
    window.picture("51-everything").await;
    accessibility::check(&window, "alt om personen").await;
    window.press("Legg til 2 krav om innsyn").await;
    window.see("Innsyn i Nyhetsbrev").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn a_portal_abroad_and_in_english_goes_to_those_who_answer() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = begin(folder.path()).await;
    window.choose("Kanal", "Brev").await;
    window.write("Mottatt", "24.11.2026").await;
    window.tick("Engelsk").await;
    window.write("Navn", "Dr Elsa Marklund").await;
    window.write("Fødselsnummer", "27826641032").await;
    window.write("Adresse", &format!("4 Quay Street{}Bristol BS1 4DJ", key::ENTER)).await;
    window.rewrite("Land", "GB").await;
    window.write("Teksten i henvendelsen", "Please delete my account, and tell me what HelseID holds about me.").await;
    add(&window, "fastlegeportalen", "Sletting i Fastlegeportalen").await;
    add(&window, "helseid", "Innsyn i HelseID").await;
    window.see("Fastlegeportalen AS").await;
    window.see("Norsk helsenett").await;
    window.picture("52-abroad").await;
    window.control(key::ENTER).await;
    window.see("2026/00001-a").await;
    window.see("2026/00001-b").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn a_child_has_a_say_of_their_own_and_a_protected_address_is_never_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = begin(folder.path()).await;
    window.choose("Kanal", "Telefon").await;
    window.write("Mottatt", "24.11.2026").await;
    window.tick("Nynorsk").await;
    window.write("Navn", "Runa Vik").await;
    window.write("Fødselsnummer", "12861160090").await;
    window.choose("Adressesperre", "Fortrolig adresse").await;
    window.write("Født, hvis det betyr noe", "12.06.2011").await;
    window.choose("Skal foreldrene få vite det?", "Nei, barnet vil ikke").await;
    window.write("Teksten i henvendelsen", "Runa vil vite kva som står om henne i eigendelsregisteret.").await;
    add(&window, "frikort", "Innsyn i").await;
    window.see("torsdag 24. desember 2026").await;
    accessibility::check(&window, "barn").await;
    window.picture("53-child").await;
    window.control(key::ENTER).await;
    window.see("Barnet har bedt om at foreldrene ikke får vite om saken").await;
    window.close().await.expect("the window closes");
}

#[tokio::test]
async fn what_follows_other_rules_leaves_a_trace_and_a_representative_is_typed_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let window = begin(folder.path()).await;
    window.choose("Kanal", "Brev").await;
    window.write("Mottatt", "24.11.2026").await;
    window.write("Navn", "Isak Bjørnli").await;
    window.tick("Noen skriver på vegne av personen").await;
    window.choose("Hvem skriver?", "Fullmektig").await;
    window.write("Navnet på den som skriver", "Advokat Eline Moen").await;
    window.write("Adressen brevene skal til", &format!("Torget 1{}9510 Alta", key::ENTER)).await;
    window.write("Hva viser at de kan det?", "Skriftlig fullmakt, vedlagt").await;
    window.write("Teksten i henvendelsen", "Klienten min vil se dokumentene i saken sin.").await;
    window.press("Legg til annet regelverk").await;
    window.choose("Hva gjelder det?", "Partsinnsyn").await;
    window.write("Hva er gjort med det?", "Gitt til seksjonen som har saken.").await;
    accessibility::check(&window, "annet regelverk").await;
    keyboard::check(&window, "annet regelverk").await;
    window.picture("54-other-rules").await;
    window.control(key::ENTER).await;
    window.see("Den følger annet regelverk og har ingen saker.").await;
    window.close().await.expect("the window closes");
}
